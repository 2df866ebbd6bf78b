/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/corpus.h"
#include "io/sqlite-door.h"

G_BEGIN_DECLS

gboolean rhumb_library_write_rows (RhumbDatabase *database, const RhumbCorpus *corpus,
                                   GError **error);
gboolean rhumb_library_write_papers (RhumbDatabase *database, const RhumbCorpus *corpus,
                                     GError **error);
gboolean rhumb_library_write_index (RhumbDatabase *database, const RhumbCorpus *corpus,
                                    GError **error);

G_END_DECLS
