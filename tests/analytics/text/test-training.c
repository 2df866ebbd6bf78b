/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The parts of the program that fits the model of phrases.
 */
#include <math.h>
#include <glib/gstdio.h>

#include "bench/boost.h"
#include "bench/gold.h"
#include "bench/standardised-fit.h"
#include "bench/word-table.h"

/* With one column of 0 and 1 and no penalty the weights are log odds: 1 of 4 where it is 0, 3 of 4
 * where it is 1. */
static void
test_log_odds (void)
{
    const float row[] = {1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1};
    const guint8 label[] = {1, 0, 0, 0, 1, 1, 1, 0};
    double weight[2];
    g_assert_true (standardised_fit (row, label, 8, 2, 1e-12, weight));
    g_assert_cmpfloat_with_epsilon (weight[0], log (1.0 / 3), 1e-6);
    g_assert_cmpfloat_with_epsilon (weight[1], log (3.0) - log (1.0 / 3), 1e-6);
}

/* At the optimum the gradient is nought: of standardised columns, sum (y - p) x = penalty w. */
static void
test_gradient (void)
{
    enum { N = 200, COLUMNS = 4 };
    float row[N * COLUMNS];
    guint8 label[N];
    g_autoptr (GRand) random = g_rand_new_with_seed (7);
    for (int i = 0; i < N; i++) {
        row[i * COLUMNS] = 1;
        row[i * COLUMNS + 1] = (float)g_rand_double_range (random, -3, 5);
        row[i * COLUMNS + 2] = row[i * COLUMNS + 1] * 2 + (float)g_rand_double (random);
        row[i * COLUMNS + 3] = 0.001f * (float)g_rand_double (random); /* hardly varies */
        label[i] = g_rand_double (random) < 1 / (1 + exp (-row[i * COLUMNS + 1]));
    }
    double weight[COLUMNS];
    const double penalty = 2;
    g_assert_true (standardised_fit (row, label, N, COLUMNS, penalty, weight));
    g_assert_true (weight[3] == 0);
    for (int c = 1; c <= 2; c++) {
        double mean = 0;
        double squares = 0;
        double gradient = 0;
        for (int i = 0; i < N; i++)
            mean += row[i * COLUMNS + c] / N;
        for (int i = 0; i < N; i++)
            squares += pow (row[i * COLUMNS + c] - mean, 2) / N;
        const double deviation = sqrt (squares);
        for (int i = 0; i < N; i++) {
            double score = 0;
            for (int k = 0; k < COLUMNS; k++)
                score += weight[k] * row[i * COLUMNS + k];
            gradient +=
                (label[i] - 1 / (1 + exp (-score))) * (row[i * COLUMNS + c] - mean) / deviation;
        }
        g_assert_cmpfloat_with_epsilon (gradient, penalty * weight[c] * deviation, 1e-5);
    }
}

/* Ten papers of each style hold "tree"; it is a whole keyphrase in two of the authors'. */
static void
test_priors (void)
{
    g_autoptr (WordTable) table = word_table_new ();
    const guint32 tree = rhumb_strings_add (table->stems, "tree", 4);
    const guint32 oak = rhumb_strings_add (table->stems, "oak", 3);
    for (Style s = 0; s < N_STYLES; s++) {
        table->n_papers[s] = 10;
        *word_table_get (table, s, tree) =
            (WordCount){10, {s == STYLE_AUTHOR ? 2 : 0, 0, 0, s == STYLE_AUTHOR ? 2 : 0}};
        *word_table_get (table, s, oak) = (WordCount){10, {1, 1, 1, 2}};
    }
    word_table_finish (table);
    /* authors: single 3 of 20, any 4 of 20; indexers: single 1 of 20, any 2 of 20 */
    const double of_authors = (2 + 6 * 0.15 * ((2 + 8 * 0.2) / 18 / 0.2)) / 16 / 0.15;
    const double of_indexers = (0 + 6 * 0.05 * ((0 + 8 * 0.1) / 18 / 0.1)) / 16 / 0.05;
    const RhumbWordPrior prior = word_table_get_prior (table, tree, STYLE_AUTHOR, NULL);
    g_assert_cmpfloat_with_epsilon (prior.single, (log (of_authors) + log (of_indexers)) / 2, 1e-6);
    g_assert_cmpfloat_with_epsilon (prior.rarity, log (21.0 / 21) / log (21), 1e-9);
    /* Without the paper that asks, one of nine. */
    const WordCount own = {1, {1, 0, 0, 1}};
    const double left = (1 + 6 * 0.15 * ((1 + 8 * 0.2) / 17 / 0.2)) / 15 / 0.15;
    const RhumbWordPrior without = word_table_get_prior (table, tree, STYLE_AUTHOR, &own);
    g_assert_cmpfloat_with_epsilon (without.single, (log (left) + log (of_indexers)) / 2, 1e-6);
}

/* Three keyphrases, two of them found, "sail" under another spelling and once only. */
static void
test_score (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbStems) stems = rhumb_stems_new ();
    g_autofree char *path = NULL;
    const int file = g_file_open_tmp ("rhumb-gold-XXXXXX", &path, &error);
    g_assert_no_error (error);
    g_close (file, NULL);
    static const char text[] =
        "{\"id\":\"a\",\"title\":\"T\",\"abstract\":\"x\",\"variants\":[[\"sail\",\"sheets\"],"
        "[\"tall ships\"],[\"oak\"]]}\n{\"id\":\"b\",\"keyphrases\":[]}\n";
    g_assert_true (g_file_set_contents (path, text, -1, &error));
    g_autoptr (GPtrArray) papers = gold_read (path, stems, &error);
    g_assert_no_error (error);
    g_remove (path);
    g_assert_cmpuint (papers->len, ==, 1);
    g_autoptr (GPtrArray) phrases = g_ptr_array_new ();
    const char *const found[] = {"Tall ship", "sheet", "sails", "tall ships", "mast"};
    for (gsize i = 0; i < G_N_ELEMENTS (found); i++)
        g_ptr_array_add (phrases, (gpointer)found[i]);
    GoldScore score = {0};
    gold_score (&score, papers->pdata[0], phrases, stems);
    /* four predictions, two hits, three keyphrases */
    for (gsize k = 0; k < GOLD_N_CUTS; k++)
        g_assert_cmpfloat_with_epsilon (score.f1[k], 2.0 * 2 / (4 + 3), 1e-12);
}

/* One of two columns, but not both, makes a yes: no sum of the two tells it, trees do. */
static void
test_trees (void)
{
    enum { N = 400, N_TREES = 60 };
    static float row[N * 3];
    static guint8 label[N];
    static double offset[N];
    RhumbTree tree[N_TREES];
    RhumbTree again[N_TREES];
    g_autoptr (GRand) random = g_rand_new_with_seed (11);
    for (int i = 0; i < N; i++) {
        for (int c = 0; c < 3; c++)
            row[i * 3 + c] = (float)g_rand_double (random);
        label[i] = (row[i * 3] > 0.5f) != (row[i * 3 + 1] > 0.5f);
        offset[i] = 0;
    }
    const BoostOptions options = {N_TREES, 0.3, 1, 1, 1, 1};
    boost_fit (row, label, offset, N, 3, &options, tree);
    boost_fit (row, label, offset, N, 3, &options, again);
    g_assert_cmpmem (tree, sizeof tree, again, sizeof again);
    guint n_right = 0;
    for (int i = 0; i < N; i++)
        n_right += (rhumb_forest_score (tree, N_TREES, row + i * 3) > 0) == (label[i] == 1);
    g_assert_cmpuint (n_right, >=, N * 99 / 100);
}

/* One question and one tree at full rate: each leaf is Newton's step, sum of (y - p) over the sum
 * of p (1 - p) plus the penalty. The scores known before count. */
static void
test_leaf (void)
{
    const float row[] = {0, 0, 0, 0, 1, 1, 1, 1};
    const guint8 label[] = {0, 0, 0, 1, 1, 1, 1, 0};
    const double offset[] = {0, 0, 0, 0, log (3), log (3), log (3), log (3)};
    const BoostOptions options = {1, 1, 1, 1, 2, 0};
    const float no = 0;
    const float yes = 1;
    RhumbTree tree;
    boost_fit (row, label, offset, 8, 1, &options, &tree);
    g_assert_cmpfloat_with_epsilon (rhumb_forest_score (&tree, 1, &no), -1.0 / (1 + 2), 1e-4);
    g_assert_cmpfloat_with_epsilon (rhumb_forest_score (&tree, 1, &yes), 0 / (0.75 + 2), 1e-4);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/training/one-column-gives-log-odds", test_log_odds);
    g_test_add_func ("/training/the-gradient-is-nought", test_gradient);
    g_test_add_func ("/training/priors-by-hand", test_priors);
    g_test_add_func ("/training/trees-tell-either-from-both", test_trees);
    g_test_add_func ("/training/a-leaf-by-hand", test_leaf);
    g_test_add_func ("/training/a-score-by-hand", test_score);
    return g_test_run ();
}
