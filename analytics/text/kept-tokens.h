/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/tokens.h"
#include "graph/corpus.h"

G_BEGIN_DECLS

#define RHUMB_NO_OWNER G_MAXUINT

/* The tokens of papers as they were read, and the words they are made of. */
typedef struct _RhumbKeptTokens RhumbKeptTokens;

RhumbKeptTokens *rhumb_kept_tokens_new (guint32 n_papers);
void rhumb_kept_tokens_free (RhumbKeptTokens *kept);
RhumbKeptTokens *rhumb_kept_tokens_take (const RhumbCorpus *corpus);
void rhumb_kept_tokens_leave (RhumbKeptTokens *kept, const RhumbCorpus *corpus);

const RhumbModel *rhumb_kept_tokens_get_model (const RhumbKeptTokens *kept);
const RhumbClosedClass *rhumb_kept_tokens_get_closed (const RhumbKeptTokens *kept);
guint rhumb_kept_tokens_get_n_owners (const RhumbKeptTokens *kept);
RhumbLexicon *rhumb_kept_tokens_get_lexicon (const RhumbKeptTokens *kept, guint owner);

void rhumb_kept_tokens_keep (RhumbKeptTokens *kept, guint owner, guint32 v,
                             const RhumbTokens *tokens);
void rhumb_kept_tokens_list_owners (const RhumbKeptTokens *kept, guint32 first, guint32 n,
                                    guint *owner);
RhumbTokens rhumb_kept_tokens_get (const RhumbKeptTokens *kept, guint32 v);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbKeptTokens, rhumb_kept_tokens_free)

G_END_DECLS
