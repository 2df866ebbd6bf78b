/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/lexicon.h"

G_BEGIN_DECLS

/* A text as sentences of tokens; lives in the arena it was made in. A title is one sentence, the
 * first. */
typedef struct {
    const RhumbSpelling **token; /* n_tokens */
    const guint8 *is_tied;       /* whether no space parts a token from the one before it */
    guint32 *start; /* n_sentences + 1: sentence s is start[s] … start[s + 1] − 1 */
    guint32 n_tokens;
    guint32 n_sentences;
    guint32 n_title_sentences; /* 1, or 0 without a title */
} RhumbTokens;

RhumbTokens rhumb_split_tokens (RhumbLexicon *lexicon, RhumbArena *arena, const char *title,
                                const char *abstract);

G_END_DECLS
