/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/capitals.h"
#include "analytics/text/lexicon.h"

G_BEGIN_DECLS

/* What tells ordinary words from names: how papers write them, and which words there are. */
typedef struct {
    const RhumbCapitals *capitals;
    RhumbLexicon *lexicon;
} RhumbOrdinaryWords;

/* What capitals of a label are of. */
typedef enum {
    RHUMB_CAPITALS_OF_TEXT,      /* of a title, sentence or keyword */
    RHUMB_CAPITALS_OF_EXPANSION, /* they mark the letters of a short form */
    RHUMB_CAPITALS_OF_HEADING,   /* every word of a subject heading has one */
} RhumbCapitalsOf;

gboolean rhumb_is_ordinary_word (const RhumbOrdinaryWords *words, const char *lower);
gboolean rhumb_is_shouted (const char *label);
char *rhumb_settle_capitals (const RhumbOrdinaryWords *words, const char *label,
                             RhumbCapitalsOf what);

G_END_DECLS
