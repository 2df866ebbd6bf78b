/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Logistic regressions end where the gradient is 0, which is but in one place.
 */
#include "analytics/eval/logistic.h"

#include <math.h>
#include <string.h>

#include "tests/oracle.h"

#define N_FITS 11
#define MOST_ROWS 90
#define MOST_COLUMNS 40

static guint8 label[N_FITS][MOST_ROWS];
static double weight[N_FITS][MOST_COLUMNS + 1];

static double
find_largest_slope (const float *row, guint32 n, guint d, const LogisticFit *fit, double tie)
{
    double slope[MOST_COLUMNS + 1];
    double largest = 0;
    for (guint k = 0; k <= d; k++)
        slope[k] = (k < d ? 1 : tie) * fit->weight[k];
    for (guint32 i = 0; i < n; i++) {
        double score = fit->weight[d];
        for (guint k = 0; k < d; k++)
            score += fit->weight[k] * row[i * d + k];
        const double away = fit->penalty * (1 / (1 + exp (-score)) - fit->label[i]);
        for (guint k = 0; k < d; k++)
            slope[k] += away * row[i * d + k];
        slope[d] += away;
    }
    for (guint k = 0; k <= d; k++)
        largest = MAX (largest, fabs (slope[k]));
    return largest;
}

/* Labels of all kinds of sizes, with penalties that change among them. */
static void
check_fits (guint32 n, guint d, gboolean ties_constant)
{
    float row[MOST_ROWS * MOST_COLUMNS];
    LogisticFit fit[N_FITS];
    for (guint i = 0; i < n * d; i++)
        row[i] = (float)(oracle_random (n, i) * 4 - 2);
    for (guint c = 0; c < N_FITS; c++) {
        for (guint32 i = 0; i < n; i++)
            label[c][i] = row[i * d] + oracle_random (c, i) > 0.25 * c - 1;
        label[c][0] = 0;
        label[c][1] = 1;
        fit[c] = (LogisticFit){label[c], pow (10, (double)(c / 2) - 2), weight[c]};
    }
    g_assert_true (rhumb_logistic_fit (row, n, d, fit, N_FITS, ties_constant));
    for (guint c = 0; c < N_FITS; c++)
        g_assert_cmpfloat (find_largest_slope (row, n, d, &fit[c], ties_constant ? 1 : 0), <=,
                           1.01e-10 * (1 + fit[c].penalty * n));
}

static void
the_gradient_is_nothing (void)
{
    for (guint tied = 0; tied < 2; tied++) {
        check_fits (2, 1, tied != 0);
        check_fits (16, 3, tied != 0);
        check_fits (90, 40, tied != 0);
        check_fits (41, 40, tied != 0);
        check_fits (30, 40, tied != 0); /* fewer rows than columns */
    }
}

static void
labels_all_alike_have_log_odds (void)
{
    const float row[] = {1, 2, 3, 4};
    const guint8 none[4] = {0};
    const guint8 all[4] = {1, 1, 1, 1};
    const guint8 some[4] = {0, 1, 0, 1};
    double found[3][2];
    const LogisticFit fit[] = {{none, 1, found[0]}, {all, 1, found[1]}, {some, 1, found[2]}};
    g_assert_true (rhumb_logistic_fit (row, 4, 1, fit, 3, TRUE));
    g_assert_cmpfloat (found[0][0], ==, 0);
    g_assert_cmpfloat (found[0][1], ==, -log (9));
    g_assert_cmpfloat (found[1][0], ==, 0);
    g_assert_cmpfloat (found[1][1], ==, log (9));
    g_assert_cmpfloat (found[2][0], >, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/logistic/the-gradient-is-nothing", the_gradient_is_nothing);
    g_test_add_func ("/logistic/labels-all-alike-have-log-odds", labels_all_alike_have_log_odds);
    return g_test_run ();
}
