/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/corpus.h"
#include "io/sqlite-door.h"

G_BEGIN_DECLS

/* The index of words on its way, made by a thread of its own. */
typedef struct _RhumbIndexing RhumbIndexing;

RhumbIndexing *rhumb_indexing_new (const RhumbCorpus *corpus, const char *name, GError **error);
void rhumb_indexing_free (RhumbIndexing *indexing);
gboolean rhumb_indexing_finish (RhumbIndexing *indexing, RhumbDatabase *database, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbIndexing, rhumb_indexing_free)

G_END_DECLS
