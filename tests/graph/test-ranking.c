/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Rankings sort by score, ties by number, and carry their name and unit.
 */
#include "graph/ranking.h"

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
    g_test_add_func ("/ranking/a-score-has-its-unit", a_score_has_its_unit);
    g_test_add_func ("/ranking/a-range-outside-is-a-callers-bug", a_range_outside_is_a_callers_bug);
    return g_test_run ();
}
