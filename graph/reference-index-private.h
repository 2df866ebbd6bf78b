/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/corpus-private.h"

G_BEGIN_DECLS

/* The papers of a corpus by what cited-reference strings say of them. */
typedef struct _RhumbReferenceIndex RhumbReferenceIndex;

RhumbReferenceIndex *rhumb_reference_index_new (const RhumbCorpus *corpus);
void rhumb_reference_index_free (RhumbReferenceIndex *index);
guint32 rhumb_reference_index_find (RhumbReferenceIndex *index, const char *reference);
guint32 rhumb_reference_index_find_on (RhumbReferenceIndex *index, const char *reference,
                                       guint32 paper);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbReferenceIndex, rhumb_reference_index_free)

G_END_DECLS
