/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/corpus-builder.h"
#include "io/sqlite-door.h"

G_BEGIN_DECLS

gboolean rhumb_library_read (RhumbDatabase *database, RhumbCorpusBuilder *builder, GError **error);

G_END_DECLS
