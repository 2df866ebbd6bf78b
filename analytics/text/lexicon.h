/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/arena.h"
#include "analytics/text/closed-class.h"
#include "analytics/text/model.h"
#include "analytics/text/stems.h"

G_BEGIN_DECLS

/* What a token beside a phrase says of it; one bit each. */
typedef enum {
    RHUMB_BESIDE_OF = 1,
    RHUMB_BESIDE_ARTICLE = 2,
    RHUMB_BESIDE_AND = 4,
    RHUMB_BESIDE_PREPOSITION = 8,
    RHUMB_BESIDE_BRACKET = 16,
} RhumbBeside;

/* One spelling of one token, with all that is asked about it again and again. */
typedef struct _RhumbSpelling RhumbSpelling;

struct _RhumbSpelling {
    const char *text;
    guint32 length;             /* bytes */
    guint32 n_chars;            /* characters */
    const RhumbSpelling *lower; /* the same in small letters, perhaps itself */
    const guint32 *stem;        /* stems of its parts */
    guint16 n_stems;
    guint32 n_stem_chars;     /* characters of all its stems */
    guint32 neighbour;        /* of RhumbBeside */
    guint8 n_capitals;        /* at most 255 */
    gboolean is_word;         /* holds a letter, a number or an underscore */
    gboolean is_all_capitals; /* holds a capital and no small letter */
    gboolean begins_with_capital;
    gboolean begins_with_letter;
    gboolean begins_with_digit;
    gboolean has_digit;
    gboolean has_inner_capital;
    gboolean looks_like_adjective; /* has the ending of one */
    char ending;                   /* tag that the ending speaks for: R, G, D, J or N */
    gboolean may_be_inside;        /* a phrase may run across it */
    const char *fold;              /* key under which variants of the token meet, variants.h */
    guint32 fold_length;
    RhumbWordRole role; /* of its small letters */
};

/* All spellings met so far, and their stems. Belongs to one thread. */
typedef struct _RhumbLexicon RhumbLexicon;

RhumbLexicon *rhumb_lexicon_new (const RhumbModel *model, const RhumbClosedClass *closed);
void rhumb_lexicon_free (RhumbLexicon *lexicon);
void rhumb_lexicon_relieve (RhumbLexicon *lexicon);
const RhumbSpelling *rhumb_lexicon_add (RhumbLexicon *lexicon, const char *text, gsize length);
RhumbStems *rhumb_lexicon_get_stems (RhumbLexicon *lexicon);
const RhumbWordPrior *rhumb_lexicon_get_prior (RhumbLexicon *lexicon, guint32 stem);

gboolean rhumb_lexicon_knows (RhumbLexicon *lexicon, guint32 stem);
gboolean rhumb_lexicon_is_english (const RhumbLexicon *lexicon);
gboolean rhumb_lexicon_capitalises_nouns (const RhumbLexicon *lexicon);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbLexicon, rhumb_lexicon_free)

G_END_DECLS
