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

/* Of 64 bytes, for a corpus has many and asks for them in no order. */
struct _RhumbSpelling {
    const char *text;
    const RhumbSpelling *lower; /* the same in small letters, perhaps itself */
    const guint32 *stem;        /* stems of its parts */
    const char *fold;           /* key under which variants of the token meet, variants.h */
    guint32 number;             /* in its lexicon, from 0 as they were met */
    guint32 length;             /* bytes */
    guint32 fold_length;
    guint32 n_stem_chars; /* characters of all its stems */
    guint32 forms;        /* of RhumbForm, forms.h, of the spelling as it is */
    guint16 n_chars;      /* characters, at most 65535 */
    guint16 n_stems;
    guint8 n_capitals;          /* at most 255 */
    guint8 neighbour;           /* of RhumbBeside */
    RhumbWordRole role;         /* of its small letters */
    char ending;                /* tag that the ending speaks for: R, G, D, J or N */
    guint8 is_word : 1;         /* holds a letter, a number or an underscore */
    guint8 is_all_capitals : 1; /* holds a capital and no small letter */
    guint8 begins_with_capital : 1;
    guint8 begins_with_letter : 1;
    guint8 begins_with_digit : 1;
    guint8 has_digit : 1;
    guint8 has_inner_capital : 1;
    guint8 looks_like_adjective : 1; /* has the ending of one */
    guint8 may_be_inside : 1;        /* a phrase may run across it */
    guint8 has_letter : 1;
    guint8 is_foreign : 1; /* holds other letters than Latin ones, scripts.h */
};

/* All spellings met so far, and their stems. Belongs to one thread. */
typedef struct _RhumbLexicon RhumbLexicon;

RhumbLexicon *rhumb_lexicon_new (const RhumbModel *model, const RhumbClosedClass *closed);
void rhumb_lexicon_free (RhumbLexicon *lexicon);
gboolean rhumb_lexicon_relieve (RhumbLexicon *lexicon);
guint rhumb_lexicon_get_n_reliefs (const RhumbLexicon *lexicon);
const RhumbSpelling *rhumb_lexicon_add (RhumbLexicon *lexicon, const char *text, gsize length);
void rhumb_lexicon_add_all (RhumbLexicon *lexicon, const RhumbSlice *slice, guint32 n,
                            const RhumbSpelling **spelling);
RhumbStems *rhumb_lexicon_get_stems (RhumbLexicon *lexicon);
const RhumbWordPrior *rhumb_lexicon_get_prior (RhumbLexicon *lexicon, guint32 stem);

gboolean rhumb_lexicon_knows (RhumbLexicon *lexicon, guint32 stem);
gboolean rhumb_lexicon_is_english (const RhumbLexicon *lexicon);
gboolean rhumb_lexicon_capitalises_nouns (const RhumbLexicon *lexicon);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbLexicon, rhumb_lexicon_free)

G_END_DECLS
