/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/tokens.h"

G_BEGIN_DECLS

/* How a spelling looks to someone who searches for coined names. */
typedef enum {
    RHUMB_NAME_NONE,     /* no name, or too short to be told from other things */
    RHUMB_NAME_WORD,     /* one capital before small letters: "Holmes" */
    RHUMB_NAME_CAPITALS, /* capitals or capital and digits: "LIFL", "G-Rank", "Qwen2" */
    RHUMB_NAME_MIXED,    /* a capital or digit inside small letters: "DeepWalk", "node2vec" */
} RhumbNameShape;

/* A name that a paper may have given to something of its own. */
typedef struct {
    char *name; /* its words, one space between */
    RhumbNameShape shape;
    gboolean is_in_title;   /* before the colon of the title */
    gboolean is_introduced; /* the paper says, or nothing speaks against it, that it made this */
} RhumbNameClaim;

RhumbNameShape rhumb_name_get_shape (const RhumbSpelling *word);
GArray *rhumb_find_name_claims (const RhumbTokens *tokens, RhumbLexicon *lexicon);

G_END_DECLS
