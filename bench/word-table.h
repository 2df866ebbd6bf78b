/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/model.h"

G_BEGIN_DECLS

/* The part that a word has in a keyphrase. */
typedef enum {
    ROLE_SINGLE,   /* the whole */
    ROLE_HEAD,     /* the last word */
    ROLE_MODIFIER, /* an earlier word */
    ROLE_ANY,
    N_ROLES,
} Role;

/* Whose style of keyphrases a paper has. */
typedef enum {
    STYLE_AUTHOR,
    STYLE_DENSE,
    N_STYLES,
} Style;

/* Papers in which a word is, and in whose keyphrases it has each role. */
typedef struct {
    guint32 n_papers;
    guint32 n_in_role[N_ROLES];
} WordCount;

/* The words of the papers of both styles. Words are numbered as in @stems. */
typedef struct {
    RhumbStrings *stems;
    GArray *count[N_STYLES]; /* of WordCount, one a word */
    guint n_papers[N_STYLES];
    double share[N_STYLES][N_ROLES];
} WordTable;

WordTable *word_table_new (void);
void word_table_free (WordTable *table);
WordCount *word_table_get (WordTable *table, Style style, guint32 word);
void word_table_finish (WordTable *table);
RhumbWordPrior word_table_get_prior (WordTable *table, guint32 word, Style style,
                                     const WordCount *own);
void word_table_append (WordTable *table, GString *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WordTable, word_table_free)

G_END_DECLS
