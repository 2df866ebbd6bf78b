/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Rankings sort by score, ties by number, and carry their name and unit.
 */
#include "graph/ranking.h"

#include <math.h>

static const double SCORES[] = {0.5, 2, -1, 2, 0.5, 7};

static RhumbRanking *
make_ranking (void)
{
    return rhumb_ranking_new_take (G_N_ELEMENTS (SCORES), g_memdup2 (SCORES, sizeof SCORES),
                                   "citations", "papers", 3, 1e-9);
}

static void
the_highest_come_first_ties_by_number (void)
{
    static const guint32 EXPECTED[] = {5, 1, 3, 0, 4, 2};
    g_autoptr (RhumbRanking) ranking = make_ranking ();
    g_autofree guint32 *order = rhumb_ranking_sort_nodes (ranking, 0, 6);
    g_assert_cmpmem (order, sizeof EXPECTED, EXPECTED, sizeof EXPECTED);
}

static void
a_range_is_sorted_alone (void)
{
    static const guint32 EXPECTED[] = {3, 4, 2};
    g_autoptr (RhumbRanking) ranking = make_ranking ();
    g_autofree guint32 *order = rhumb_ranking_sort_nodes (ranking, 2, 3);
    g_assert_cmpmem (order, sizeof EXPECTED, EXPECTED, sizeof EXPECTED);
    g_autofree guint32 *none = rhumb_ranking_sort_nodes (ranking, 6, 0);
    g_assert_null (none);
}

/* Signs, magnitudes, zeros of both signs and ties, against every pair of neighbours in the order.
 */
static void
any_scores_are_in_order (void)
{
    const guint32 n = 5000;
    g_autoptr (GRand) rand = g_rand_new_with_seed (3);
    double *score = g_new (double, n);
    g_autofree guint8 *seen = g_new0 (guint8, n);
    for (guint32 v = 0; v < n; v++) {
        const double sign = g_rand_boolean (rand) ? 1 : -1;
        const double size = g_rand_int_range (rand, 0, 40);
        score[v] = sign * (v % 3 == 0 ? size : size * pow (10, g_rand_int_range (rand, -300, 300)));
    }
    g_autoptr (RhumbRanking) ranking = rhumb_ranking_new_take (n, score, "any", "none", 0, 0);
    g_autofree guint32 *order = rhumb_ranking_sort_nodes (ranking, 0, n);
    for (guint32 i = 0; i < n; i++) {
        g_assert_cmpuint (seen[order[i]]++, ==, 0);
        if (i > 0)
            g_assert_true (score[order[i - 1]] > score[order[i]] ||
                           (score[order[i - 1]] == score[order[i]] && order[i - 1] < order[i]));
    }
}

static void
a_score_has_its_unit (void)
{
    g_autoptr (RhumbRanking) ranking = make_ranking ();
    g_assert_cmpuint (rhumb_ranking_get_n_nodes (ranking), ==, 6);
    g_assert_cmpmem (rhumb_ranking_get_scores (ranking), sizeof SCORES, SCORES, sizeof SCORES);
    g_assert_cmpstr (rhumb_ranking_get_name (ranking), ==, "citations");
    g_assert_cmpstr (rhumb_ranking_get_unit (ranking), ==, "papers");
    g_assert_cmpuint (rhumb_ranking_get_n_iterations (ranking), ==, 3);
    g_assert_cmpfloat (rhumb_ranking_get_residual (ranking), ==, 1e-9);
}

static void
a_range_outside_is_a_callers_bug (void)
{
    g_autoptr (RhumbRanking) ranking = make_ranking ();
    g_test_expect_message ("rhumb", G_LOG_LEVEL_CRITICAL, "*n_nodes*");
    g_assert_null (rhumb_ranking_sort_nodes (ranking, 3, G_MAXUINT32));
    g_test_assert_expected_messages ();
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/ranking/the-highest-come-first-ties-by-number",
                     the_highest_come_first_ties_by_number);
    g_test_add_func ("/ranking/a-range-is-sorted-alone", a_range_is_sorted_alone);
    g_test_add_func ("/ranking/any-scores-are-in-order", any_scores_are_in_order);
    g_test_add_func ("/ranking/a-score-has-its-unit", a_score_has_its_unit);
    g_test_add_func ("/ranking/a-range-outside-is-a-callers-bug", a_range_outside_is_a_callers_bug);
    return g_test_run ();
}
