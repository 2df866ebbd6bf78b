/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Measures by hand and by their definitions.
 */
#include "analytics/eval/measures.h"

#include <math.h>

#include "tests/oracle.h"

/* Two clusters of {0 1 2 3 4 5}: {0 1 2} {3 4 5}, and {0 1} {2 3} {4 5}. */
static void
agreement_of_six_nodes_is_that_on_paper (void)
{
    const guint32 a[] = {0, 0, 0, 1, 1, 1};
    const guint32 b[] = {5, 5, 9, 9, 2, 2};
    /* Pairs together in both: 2; in a: 6; in b: 3; of 15. */
    g_assert_cmpfloat_with_epsilon (rhumb_measure_ari (a, b, 6), (2 - 1.2) / (4.5 - 1.2), 1e-12);
    const double information = log (2) * 2 / 3;
    g_assert_cmpfloat_with_epsilon (rhumb_measure_nmi (a, b, 6),
                                    information / ((log (2) + log (3)) / 2), 1e-12);
}

static double
expect_information (const guint32 *a, guint32 *b, guint32 n, guint32 first, double *count)
{
    if (first == n) {
        double joint[3][3] = {{0}};
        double in_a[3] = {0};
        double in_b[3] = {0};
        double sum = 0;
        for (guint32 i = 0; i < n; i++) {
            joint[a[i]][b[i]]++;
            in_a[a[i]]++;
            in_b[b[i]]++;
        }
        for (guint i = 0; i < 3; i++) {
            for (guint k = 0; k < 3; k++)
                sum += joint[i][k] > 0
                           ? joint[i][k] / n * log (joint[i][k] * n / (in_a[i] * in_b[k]))
                           : 0;
        }
        *count += 1;
        return sum;
    }
    double sum = 0;
    for (guint32 i = first; i < n; i++) {
        const guint32 x = b[first];
        b[first] = b[i];
        b[i] = x;
        sum += expect_information (a, b, n, first + 1, count);
        b[i] = b[first];
        b[first] = x;
    }
    return sum;
}

static double
get_entropy (const guint32 *a, guint32 n)
{
    double size[3] = {0};
    double sum = 0;
    for (guint32 i = 0; i < n; i++)
        size[a[i]]++;
    for (guint c = 0; c < 3; c++)
        sum -= size[c] > 0 ? size[c] / n * log (size[c] / n) : 0;
    return sum;
}

/* Chance by all orders of the labels. */
static void
adjusted_information_takes_off_the_mean_of_all_orders (void)
{
    for (guint64 seed = 0; seed < 30; seed++) {
        guint32 a[7];
        guint32 b[7];
        double count = 0;
        for (guint i = 0; i < 7; i++) {
            a[i] = oracle_random_below (3, seed, i);
            b[i] = oracle_random_below (3, seed, i + 7);
        }
        const double mean = (get_entropy (a, 7) + get_entropy (b, 7)) / 2;
        const double found = rhumb_measure_nmi (a, b, 7) * mean;
        const double chance = expect_information (a, b, 7, 0, &count) / count;
        if (mean - chance > 1e-6)
            g_assert_cmpfloat_with_epsilon (rhumb_measure_ami (a, b, 7),
                                            (found - chance) / (mean - chance), 1e-9);
        g_assert_cmpfloat (count, ==, 5040);
    }
}

static void
areas_are_those_of_all_pairs (void)
{
    for (guint64 seed = 0; seed < 50; seed++) {
        const guint32 n = 20;
        double score[20];
        guint8 right[20];
        double won = 0;
        double n_pairs = 0;
        for (guint32 i = 0; i < n; i++) {
            score[i] = oracle_random_below (8, seed, i);
            right[i] = oracle_random (seed, i + 100) < 0.4;
        }
        for (guint32 i = 0; i < n; i++) {
            for (guint32 k = 0; right[i] && k < n; k++) {
                n_pairs += !right[k];
                won += right[k] ? 0 : score[i] > score[k] ? 1 : score[i] < score[k] ? 0 : 0.5;
            }
        }
        if (n_pairs > 0)
            g_assert_cmpfloat_with_epsilon (rhumb_measure_auc (score, right, n), won / n_pairs,
                                            1e-12);
    }
}

static void
precision_is_averaged_over_places_of_the_right (void)
{
    const double score[] = {5, 4, 3, 2};
    const guint8 right[] = {1, 0, 1, 0};
    g_assert_cmpfloat_with_epsilon (rhumb_measure_average_precision (score, right, 4),
                                    (1 + 2.0 / 3) / 2, 1e-12);
}

static void
places_count_equal_scores_as_better (void)
{
    const double score[] = {1, 3, 3, 2, NAN};
    g_assert_cmpuint (rhumb_measure_place (score, 4, 1), ==, 2);
    g_assert_cmpuint (rhumb_measure_place (score, 4, 3), ==, 3);
    g_assert_cmpuint (rhumb_measure_place (score, 5, 4), ==, 5);
    const guint32 place[] = {1, 2, 4, 20};
    g_assert_cmpfloat (rhumb_measure_hits (place, 4, 2), ==, 0.5);
    g_assert_cmpfloat_with_epsilon (rhumb_measure_mrr (place, 4), (1 + 0.5 + 0.25 + 0.05) / 4,
                                    1e-12);
}

static void
nothing_has_a_defined_measure (void)
{
    const guint8 none[] = {0, 0};
    const double score[] = {1, NAN};
    g_assert_cmpfloat (rhumb_measure_nmi (NULL, NULL, 0), ==, 1);
    g_assert_cmpfloat (rhumb_measure_ami (NULL, NULL, 0), ==, 1);
    g_assert_cmpfloat (rhumb_measure_ari (NULL, NULL, 0), ==, 1);
    g_assert_true (isnan (rhumb_measure_auc (score, none, 2)));
    g_assert_true (isnan (rhumb_measure_auc (NULL, NULL, 0)));
    g_assert_true (isnan (rhumb_measure_average_precision (score, none, 2)));
    g_assert_true (isnan (rhumb_measure_hits (NULL, 0, 10)));
    g_assert_true (isnan (rhumb_measure_mrr (NULL, 0)));
    g_assert_true (isnan (rhumb_measure_micro_f1 (none, none, 1, 2)));
    g_assert_cmpfloat (rhumb_measure_macro_f1 (none, none, 1, 2), ==, 0);
    g_assert_true (isnan (rhumb_measure_macro_f1 (NULL, NULL, 0, 0)));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/measures/agreement-of-six-nodes-is-that-on-paper",
                     agreement_of_six_nodes_is_that_on_paper);
    g_test_add_func ("/measures/adjusted-information-takes-off-the-mean-of-all-orders",
                     adjusted_information_takes_off_the_mean_of_all_orders);
    g_test_add_func ("/measures/areas-are-those-of-all-pairs", areas_are_those_of_all_pairs);
    g_test_add_func ("/measures/precision-is-averaged-over-places-of-the-right",
                     precision_is_averaged_over_places_of_the_right);
    g_test_add_func ("/measures/places-count-equal-scores-as-better",
                     places_count_equal_scores_as_better);
    g_test_add_func ("/measures/nothing-has-a-defined-measure", nothing_has_a_defined_measure);
    return g_test_run ();
}
