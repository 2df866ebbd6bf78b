/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Measures what standard input holds, for against-sklearn.py to compare: the name of a measure, how
 * many rows and columns, then the numbers. Prints one number a line with 17 digits.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analytics/eval/logistic.h"
#include "analytics/eval/measures.h"

static double
next (void)
{
    double number = 0;
    if (scanf ("%lf", &number) != 1)
        exit (EXIT_FAILURE);
    return number;
}

static void
measure_partitions (const char *name, guint32 n)
{
    g_autofree guint32 *a = g_new (guint32, n + 1);
    g_autofree guint32 *b = g_new (guint32, n + 1);
    for (guint32 i = 0; i < n; i++)
        a[i] = (guint32)next ();
    for (guint32 i = 0; i < n; i++)
        b[i] = (guint32)next ();
    printf ("%.17g\n", g_str_equal (name, "nmi")   ? rhumb_measure_nmi (a, b, n)
                       : g_str_equal (name, "ami") ? rhumb_measure_ami (a, b, n)
                                                   : rhumb_measure_ari (a, b, n));
}

static void
measure_scores (const char *name, guint32 n)
{
    g_autofree double *score = g_new (double, n + 1);
    g_autofree guint8 *right = g_new (guint8, n + 1);
    for (guint32 i = 0; i < n; i++)
        score[i] = next ();
    for (guint32 i = 0; i < n; i++)
        right[i] = (guint8)next ();
    printf ("%.17g\n", g_str_equal (name, "auc")
                           ? rhumb_measure_auc (score, right, n)
                           : rhumb_measure_average_precision (score, right, n));
}

static void
measure_labels (guint32 n, guint columns)
{
    g_autofree guint8 *truth = g_new (guint8, (gsize)n * columns + 1);
    g_autofree guint8 *guess = g_new (guint8, (gsize)n * columns + 1);
    for (gsize i = 0; i < (gsize)n * columns; i++)
        truth[i] = (guint8)next ();
    for (gsize i = 0; i < (gsize)n * columns; i++)
        guess[i] = (guint8)next ();
    printf ("%.17g\n%.17g\n", rhumb_measure_micro_f1 (truth, guess, n, columns),
            rhumb_measure_macro_f1 (truth, guess, n, columns));
}

/* @n questions with @columns candidates each, then which of them is wanted. */
static void
measure_places (guint32 n, guint columns)
{
    g_autofree double *score = g_new (double, (gsize)n *columns + 1);
    g_autofree guint32 *place = g_new (guint32, n + 1);
    for (gsize i = 0; i < (gsize)n * columns; i++)
        score[i] = next ();
    for (guint32 i = 0; i < n; i++)
        place[i] = rhumb_measure_place (score + (gsize)i * columns, columns, (guint32)next ());
    printf ("%.17g\n%.17g\n%.17g\n", rhumb_measure_mrr (place, n), rhumb_measure_hits (place, n, 1),
            rhumb_measure_hits (place, n, 3));
}

static void
fit_logistic (guint32 n, guint columns, gboolean ties_constant)
{
    const double penalty = next ();
    g_autofree float *row = g_new (float, (gsize)n *columns + 1);
    g_autofree guint8 *label = g_new (guint8, n + 1);
    g_autofree double *weight = g_new (double, columns + 1);
    for (gsize i = 0; i < (gsize)n * columns; i++)
        row[i] = (float)next ();
    for (guint32 i = 0; i < n; i++)
        label[i] = (guint8)next ();
    const LogisticFit fit = {label, penalty, weight};
    if (!rhumb_logistic_fit (row, n, columns, &fit, 1, ties_constant))
        exit (EXIT_FAILURE);
    for (guint k = 0; k <= columns; k++)
        printf ("%.17g\n", weight[k]);
}

int
main (void)
{
    char name[16];
    while (scanf ("%15s", name) == 1) {
        const guint32 n = (guint32)next ();
        const guint columns = (guint)next ();
        if (strlen (name) == 3 && strcmp (name, "auc") != 0)
            measure_partitions (name, n);
        else if (g_str_equal (name, "auc") || g_str_equal (name, "precision"))
            measure_scores (name, n);
        else if (g_str_equal (name, "f1"))
            measure_labels (n, columns);
        else if (g_str_equal (name, "places"))
            measure_places (n, columns);
        else
            fit_logistic (n, columns, g_str_equal (name, "tied"));
    }
    return EXIT_SUCCESS;
}
