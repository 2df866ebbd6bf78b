/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Sums of rows against the same sums of whole numbers, which are exact in any order.
 */
#include "analytics/eval/row-sums.h"

#define MOST 40

static void
test_whole_numbers (void)
{
    for (guint n = 0; n <= MOST; n++) {
        float row[MOST + 1];
        double vector[MOST + 1];
        double sum[MOST + 1] = {0};
        gint64 product = 0;
        gint64 distance = 0;
        for (guint k = 0; k < n; k++) {
            const int a = (int)(k * 7 % 13) - 6;
            const int b = (int)(k * 5 % 11) - 4;
            row[k] = (float)a;
            vector[k] = b;
            product += a * b;
            distance += (a - b) * (a - b);
        }
        /* Numbers beyond the end are not read into sums, nor written. */
        row[n] = 1000;
        vector[n] = 2000;
        g_assert_cmpfloat (rhumb_row_dot (row, vector, n), ==, (double)product);
        g_assert_cmpfloat (rhumb_row_distance (row, vector, n), ==, (double)distance);
        rhumb_row_add (row, 3, sum, n);
        rhumb_row_add (row, -1, sum, n);
        for (guint k = 0; k < n; k++)
            g_assert_cmpfloat (sum[k], ==, 2.0 * row[k]);
        g_assert_cmpfloat (sum[n], ==, 0);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/row-sums/whole-numbers", test_whole_numbers);
    return g_test_run ();
}
