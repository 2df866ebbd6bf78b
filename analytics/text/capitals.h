/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/tokens.h"

G_BEGIN_DECLS

/* How a word is written inside sentences of abstracts. */
typedef enum {
    RHUMB_CASE_UNSEEN,  /* it is in none */
    RHUMB_CASE_SMALL,   /* small often enough to be an ordinary word */
    RHUMB_CASE_CAPITAL, /* with a capital, as names are */
} RhumbWordCase;

/* How often each word is written small where a capital would mark a name. */
typedef struct _RhumbCapitals RhumbCapitals;

RhumbCapitals *rhumb_capitals_new (void);
void rhumb_capitals_free (RhumbCapitals *capitals);
void rhumb_capitals_add (RhumbCapitals *capitals, const RhumbLexicon *lexicon,
                         const RhumbTokens *tokens);
void rhumb_capitals_add_all (RhumbCapitals *capitals, const RhumbCapitals *other);
RhumbWordCase rhumb_capitals_get_case (const RhumbCapitals *capitals, const char *lower);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbCapitals, rhumb_capitals_free)

G_END_DECLS
