/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How often a word stands in keyphrases, by its part in them.
 *
 * The prior of a word in a role is the logarithm of its share of papers over that of all words,
 * shrunk twice: the word's share in any role towards that of all words (8 papers' worth), its
 * share in the role towards what that leaves to expect (6 papers' worth). The two styles are
 * counted apart and their priors averaged. While weights are fitted, a paper's own counts are
 * taken out, or the table would know the answers.
 */
#include "bench/word-table.h"

#include <math.h>
#include <string.h>

#define WORTH_ANY 8
#define WORTH_ROLE 6
#define MIN_PAPERS 3
#define LONGEST 24

/* An empty table. */
WordTable *
word_table_new (void)
{
    WordTable *table = g_new0 (WordTable, 1);
    table->stems = rhumb_strings_new ();
    for (int s = 0; s < N_STYLES; s++)
        table->count[s] = g_array_new (FALSE, TRUE, sizeof (WordCount));
    return table;
}

/* Frees a table. */
void
word_table_free (WordTable *table)
{
    rhumb_strings_free (table->stems);
    for (int s = 0; s < N_STYLES; s++)
        g_array_unref (table->count[s]);
    g_free (table);
}

/* The counts of a word, to read or to raise. */
WordCount *
word_table_get (WordTable *table, Style style, guint32 word)
{
    GArray *count = table->count[style];
    if (word >= count->len)
        g_array_set_size (count, rhumb_strings_get_n (table->stems));
    return &g_array_index (count, WordCount, word);
}

/* Works out the shares once all is counted. */
void
word_table_finish (WordTable *table)
{
    for (int s = 0; s < N_STYLES; s++) {
        double n_papers = 0;
        double n_in_role[N_ROLES] = {0};
        g_array_set_size (table->count[s], rhumb_strings_get_n (table->stems));
        for (guint w = 0; w < table->count[s]->len; w++) {
            const WordCount *count = &g_array_index (table->count[s], WordCount, w);
            n_papers += count->n_papers;
            for (int r = 0; r < N_ROLES; r++)
                n_in_role[r] += count->n_in_role[r];
        }
        for (int r = 0; r < N_ROLES; r++)
            table->share[s][r] = (n_in_role[r] + 1e-9) / MAX (n_papers, 1);
    }
}

static double
get_role_prior (const WordTable *table, Style style, Role role, const WordCount *count)
{
    const double any = table->share[style][ROLE_ANY];
    const double share = table->share[style][role];
    const double ratio =
        (count->n_in_role[ROLE_ANY] + WORTH_ANY * any) / (count->n_papers + WORTH_ANY) / any;
    return log ((count->n_in_role[role] + WORTH_ROLE * share * ratio) /
                (count->n_papers + WORTH_ROLE) / share);
}

/* What is known of a word. @own: (nullable): counts of the paper that asks, of @style, taken out */
RhumbWordPrior
word_table_get_prior (WordTable *table, guint32 word, Style style, const WordCount *own)
{
    double prior[N_ROLES] = {0};
    guint32 n_papers = 0;
    for (Style s = 0; s < N_STYLES; s++) {
        WordCount count = *word_table_get (table, s, word);
        if (own != NULL && s == style) {
            count.n_papers -= own->n_papers;
            for (int r = 0; r < N_ROLES; r++)
                count.n_in_role[r] -= own->n_in_role[r];
        }
        n_papers += count.n_papers;
        for (Role r = ROLE_SINGLE; r < ROLE_ANY; r++)
            prior[r] += get_role_prior (table, s, r, &count) / N_STYLES;
    }
    const double all = table->n_papers[STYLE_AUTHOR] + table->n_papers[STYLE_DENSE];
    return (RhumbWordPrior){log ((all + 1) / (n_papers + 1)) / log (all + 1), prior[ROLE_SINGLE],
                            prior[ROLE_HEAD], prior[ROLE_MODIFIER]};
}

typedef struct {
    const char *stem;
    guint32 word;
} Row;

static int
compare_rows (gconstpointer a, gconstpointer b)
{
    return strcmp (((const Row *)a)->stem, ((const Row *)b)->stem);
}

/* Appends the part "words" of a model. */
void
word_table_append (WordTable *table, GString *out)
{
    g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
    for (guint32 w = 0; w < rhumb_strings_get_n (table->stems); w++) {
        const guint32 n_papers = word_table_get (table, STYLE_AUTHOR, w)->n_papers +
                                 word_table_get (table, STYLE_DENSE, w)->n_papers;
        const Row row = {rhumb_strings_get (table->stems, w), w};
        if (n_papers >= MIN_PAPERS && strlen (row.stem) <= LONGEST)
            g_array_append_val (rows, row);
    }
    g_array_sort (rows, compare_rows);
    g_string_append (out, "[words]\tstem\trarity\tsingle\thead\tmodifier\n");
    for (guint i = 0; i < rows->len; i++) {
        const Row *row = &g_array_index (rows, Row, i);
        const RhumbWordPrior prior = word_table_get_prior (table, row->word, STYLE_AUTHOR, NULL);
        g_string_append_printf (out, "%s\t%.0f\t%.0f\t%.0f\t%.0f\n", row->stem, 100 * prior.rarity,
                                100 * prior.single, 100 * prior.head, 100 * prior.modifier);
    }
}
