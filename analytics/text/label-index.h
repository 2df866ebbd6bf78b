/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/acronym-table.h"
#include "graph/vocabulary.h"

G_BEGIN_DECLS

/* All names of a vocabulary's entries by the key that variants share; immutable. */
typedef struct _RhumbLabelIndex RhumbLabelIndex;

RhumbLabelIndex *rhumb_label_index_new (const RhumbVocabulary *vocabulary, const RhumbModel *model);
void rhumb_label_index_free (RhumbLabelIndex *index);
guint32 rhumb_label_index_get_n_keys (const RhumbLabelIndex *index);
const char *rhumb_label_index_get_key (const RhumbLabelIndex *index, guint32 key, gsize *length);
const guint32 *rhumb_label_index_get_entries (const RhumbLabelIndex *index, guint32 key,
                                              guint32 *n);
const guint32 *rhumb_label_index_find (const RhumbLabelIndex *index, const char *key, gsize length,
                                       guint32 *n);
void rhumb_label_index_match (const RhumbLabelIndex *index, const RhumbAcronymTable *acronyms,
                              const RhumbTokens *tokens, GString *key, guint32 *end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbLabelIndex, rhumb_label_index_free)

G_END_DECLS
