/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/text/forest.h"

/* The first tree asks column 0 above 1, column 1 above 0.5, and twice what nobody answers with
 * yes; the second asks column 2 alone. */
static const RhumbTree trees[] = {
    {{0, 1, 0, 0}, {1, 0.5f, G_MAXFLOAT, G_MAXFLOAT}, {1, 2, 4, 8}},
    {{2, 2, 2, 2}, {0, 1, 2, 3}, {0, 16, 0, 32, 0, 0, 0, 64, 0, 0, 0, 0, 0, 0, 0, 128}},
};

static void
test_leaves (void)
{
    static const struct {
        float value[3];
        double sum;
    } known[] = {
        {{0, 0, 0}, 1},
        {{2, 0, 0}, 2},
        {{0, 1, 0}, 4},
        {{2, 1, 0}, 8},
        {{1, 0.5f, 0.5f}, 1 + 16},
        {{2, 1, 2}, 8 + 32},
        {{0, 0, 3}, 1 + 64},
        {{0, 0, 9}, 1 + 128},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
        g_assert_cmpfloat (rhumb_forest_score (trees, 2, known[i].value), ==, known[i].sum);
    g_assert_cmpfloat (rhumb_forest_score (NULL, 0, known[0].value), ==, 0);
}

/* Sixteen at a time give the very bits that one at a time gives. */
static void
test_block (void)
{
    g_autoptr (GRand) random = g_rand_new_with_seed (3);
    enum { N_TREES = 50, N_COLUMNS = 9 };
    RhumbTree tree[N_TREES];
    float block[N_COLUMNS][RHUMB_FOREST_BLOCK];
    double sum[RHUMB_FOREST_BLOCK];
    for (int t = 0; t < N_TREES; t++) {
        for (int q = 0; q < RHUMB_TREE_DEPTH; q++) {
            tree[t].column[q] = (guint8)g_rand_int_range (random, 0, N_COLUMNS);
            tree[t].threshold[q] = (float)g_rand_int_range (random, -2, 3);
        }
        for (int l = 0; l < RHUMB_TREE_LEAVES; l++)
            tree[t].leaf[l] = (float)g_rand_double_range (random, -1, 1);
    }
    for (int c = 0; c < N_COLUMNS; c++)
        for (int i = 0; i < RHUMB_FOREST_BLOCK; i++)
            block[c][i] = (float)g_rand_int_range (random, -3, 4);
    g_autoptr (RhumbForest) forest = rhumb_forest_new (tree, N_TREES);
    /* fewer than all, or none was shared */
    g_assert_cmpuint (rhumb_forest_get_n_rows (forest), <, N_TREES * (RHUMB_TREE_DEPTH + 1));
    g_autofree RhumbForestRow *room = g_new (RhumbForestRow, rhumb_forest_get_n_rows (forest));
    rhumb_forest_score_block (forest, (const float (*)[RHUMB_FOREST_BLOCK])block, room, sum);
    for (int i = 0; i < RHUMB_FOREST_BLOCK; i++) {
        float value[N_COLUMNS];
        for (int c = 0; c < N_COLUMNS; c++)
            value[c] = block[c][i];
        g_assert_true (sum[i] == rhumb_forest_score (tree, N_TREES, value));
    }
}

/* A forest without trees adds nothing. */
static void
test_none (void)
{
    static const float block[1][RHUMB_FOREST_BLOCK];
    double sum[RHUMB_FOREST_BLOCK] = {1, 1};
    g_autoptr (RhumbForest) forest = rhumb_forest_new (NULL, 0);
    g_assert_cmpuint (rhumb_forest_get_n_rows (forest), ==, 0);
    rhumb_forest_score_block (forest, block, NULL, sum);
    for (int i = 0; i < RHUMB_FOREST_BLOCK; i++)
        g_assert_cmpfloat (sum[i], ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/forest/answers-choose-the-leaf", test_leaves);
    g_test_add_func ("/forest/a-block-gives-the-same-bits", test_block);
    g_test_add_func ("/forest/without-trees-adds-nothing", test_none);
    return g_test_run ();
}
