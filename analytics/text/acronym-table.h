/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/tokens.h"
#include "graph/corpus.h"

#include <string.h>

G_BEGIN_DECLS

/* Which short forms stand for one expansion throughout a corpus; immutable. */
typedef struct _RhumbAcronymTable RhumbAcronymTable;

/* Whether a token looks like a short form, as one must: "rag" is not "RAG". */
static inline gboolean
rhumb_may_be_short_form (const RhumbSpelling *token)
{
    return token->n_capitals >= 2;
}

RhumbAcronymTable *rhumb_acronym_table_new (const RhumbCorpus *corpus, const RhumbModel *model);
void rhumb_acronym_table_free (RhumbAcronymTable *table);
const char *rhumb_acronym_table_expand (const RhumbAcronymTable *table, const RhumbSpelling *token);
gboolean rhumb_acronym_table_append_key (const RhumbAcronymTable *table, const RhumbTokens *tokens,
                                         guint32 start, guint32 end, GString *key);
const char *rhumb_acronym_table_find_short_form (const RhumbAcronymTable *table, const char *key,
                                                 gsize length);
gboolean rhumb_acronym_table_has_joined (const RhumbAcronymTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbAcronymTable, rhumb_acronym_table_free)

/* Appends the key of a token, which nearly always has room: then it costs no call. */
static inline void
rhumb_append_fold_of (const RhumbSpelling *token, GString *key)
{
    if (key->allocated_len - key->len <= token->fold_length) {
        g_string_append_len (key, token->fold, token->fold_length);
        return;
    }
    memcpy (key->str + key->len, token->fold, (gsize)token->fold_length + 1);
    key->len += token->fold_length;
}

G_END_DECLS
