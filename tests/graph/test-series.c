/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Values by year.
 */
#include "graph/series.h"

#include "tests/oracle.h"

static void
rows_are_kept_in_order (void)
{
    static const double VALUE[] = {1, 2, 3, 4, 5, 6};
    g_autoptr (RhumbSeries) series =
        rhumb_series_new_take (1999, 3, 2, g_memdup2 (VALUE, sizeof VALUE), "papers");
    g_assert_cmpint (rhumb_series_get_first_year (series), ==, 1999);
    g_assert_cmpuint (rhumb_series_get_n_years (series), ==, 3);
    g_assert_cmpuint (rhumb_series_get_n_rows (series), ==, 2);
    g_assert_cmpstr (rhumb_series_get_unit (series), ==, "papers");
    oracle_assert_same_bytes (rhumb_series_get_row (series, 1), VALUE + 3, 3 * sizeof (double));
}

static void
a_reference_keeps_it_alive (void)
{
    RhumbSeries *series = rhumb_series_new_take (0, 0, 0, NULL, "papers");
    g_autoptr (RhumbSeries) kept = rhumb_series_ref (series);
    rhumb_series_unref (series);
    g_assert_cmpuint (rhumb_series_get_n_rows (kept), ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/series/rows-are-kept-in-order", rows_are_kept_in_order);
    g_test_add_func ("/series/a-reference-keeps-it-alive", a_reference_keeps_it_alive);
    return g_test_run ();
}
