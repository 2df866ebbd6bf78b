/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <gio/gio.h>

#include "graph/corpus.h"

G_BEGIN_DECLS

GPtrArray *rhumb_ris_list_unplaced (const RhumbCorpus *corpus);
gboolean rhumb_ris_write_corpus (const RhumbCorpus *corpus, GOutputStream *stream, GError **error);

G_END_DECLS
