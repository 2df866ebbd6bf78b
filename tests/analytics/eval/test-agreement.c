/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Agreement of partitions beside igraph's measures and by hand.
 */
#include "analytics/eval/agreement.h"

#include <math.h>

#include "graph/igraph-door.h"
#include "tests/oracle.h"

static RhumbPartition *
make_partition (guint32 n, const guint32 *cluster)
{
    return rhumb_partition_new (n, cluster, NULL, "none", 0, 1, 1);
}

static RhumbAgreement
measure (guint32 n, const guint32 *first, const guint32 *second)
{
    g_autoptr (RhumbPartition) a = make_partition (n, first);
    g_autoptr (RhumbPartition) b = make_partition (n, second);
    RhumbAgreement agreement;
    rhumb_measure_agreement (a, b, &agreement);
    return agreement;
}

static double
ask_igraph (guint32 n, const guint32 *first, const guint32 *second,
            igraph_community_comparison_t what)
{
    igraph_real_t result = 0;
    rhumb_igraph_lock ();
    g_auto (igraph_vector_int_t) a;
    g_auto (igraph_vector_int_t) b;
    igraph_vector_int_init (&a, n);
    igraph_vector_int_init (&b, n);
    for (guint32 v = 0; v < n; v++) {
        VECTOR (a)[v] = first[v];
        VECTOR (b)[v] = second[v];
    }
    g_assert_cmpint (igraph_compare_communities (&a, &b, &result, what), ==, IGRAPH_SUCCESS);
    rhumb_igraph_unlock ();
    return result;
}

static void
measures_are_those_of_igraph (void)
{
    for (guint64 seed = 0; seed < 50; seed++) {
        const guint32 n = 5 + oracle_random_below (60, seed, 1);
        g_autofree guint32 *a = g_new (guint32, n);
        g_autofree guint32 *b = g_new (guint32, n);
        for (guint32 v = 0; v < n; v++) {
            a[v] = oracle_random_below (5, seed, 100 + v);
            b[v] = seed % 3 == 0 ? oracle_random_below (4, seed, 1000 + v) : (a[v] + v / 20) % 7;
        }
        const RhumbAgreement found = measure (n, a, b);
        g_assert_cmpfloat_with_epsilon (found.mutual_information,
                                        ask_igraph (n, a, b, IGRAPH_COMMCMP_NMI), 1e-9);
        g_assert_cmpfloat_with_epsilon (found.adjusted_rand,
                                        ask_igraph (n, a, b, IGRAPH_COMMCMP_ADJUSTED_RAND), 1e-9);
        g_assert_cmpfloat_with_epsilon (found.variation, ask_igraph (n, a, b, IGRAPH_COMMCMP_VI),
                                        1e-9);
    }
}

/* {0 1}{2 3} against {0 1 2}{3}: I = ln 2 / 2 + ¼ ln (2/3) + ¼ ln 2, H = ln 2 and 2.2493 / 4. */
static void
a_moved_node_costs_what_it_should (void)
{
    static const guint32 A[] = {0, 0, 1, 1};
    static const guint32 B[] = {4, 4, 4, 9};
    const RhumbAgreement found = measure (4, A, B);
    const double information = 0.5 * log (4.0 / 3) + 0.25 * log (2.0 / 3) + 0.25 * log (2);
    const double entropies = log (2) + 0.75 * log (4.0 / 3) + 0.25 * log (4);
    g_assert_cmpfloat_with_epsilon (found.mutual_information, 2 * information / entropies, 1e-12);
    g_assert_cmpfloat_with_epsilon (found.variation, entropies - 2 * information, 1e-12);
    g_assert_cmpfloat_with_epsilon (found.adjusted_rand, (1 - 1.0) / (2.5 - 1), 1e-12);
}

static void
names_of_clusters_do_not_matter (void)
{
    static const guint32 A[] = {0, 1, 1, 2, 2, 2};
    static const guint32 B[] = {2, 5, 5, 0, 0, 0};
    const RhumbAgreement found = measure (6, A, B);
    g_assert_cmpfloat_with_epsilon (found.mutual_information, 1, 1e-12);
    g_assert_cmpfloat_with_epsilon (found.adjusted_rand, 1, 1e-12);
    g_assert_cmpfloat_with_epsilon (found.variation, 0, 1e-12);
}

/* No nodes, one node, one cluster, single nodes: the same is the same, and one cluster tells
 * nothing of single nodes. */
static void
partitions_without_information_are_defined (void)
{
    static const guint32 ONE[] = {0, 0, 0};
    static const guint32 EACH[] = {0, 1, 2};
    const RhumbAgreement same[] = {measure (0, ONE, ONE), measure (1, ONE, ONE),
                                   measure (3, ONE, ONE), measure (3, EACH, EACH)};
    for (guint i = 0; i < G_N_ELEMENTS (same); i++) {
        g_assert_cmpfloat (same[i].mutual_information, ==, 1);
        g_assert_cmpfloat (same[i].adjusted_rand, ==, 1);
        g_assert_cmpfloat_with_epsilon (same[i].variation, 0, 1e-12);
    }
    const RhumbAgreement found = measure (3, ONE, EACH);
    g_assert_cmpfloat (found.mutual_information, ==, 0);
    g_assert_cmpfloat (found.adjusted_rand, ==, 0);
    g_assert_cmpfloat_with_epsilon (found.variation, log (3), 1e-12);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/agreement/measures-are-those-of-igraph", measures_are_those_of_igraph);
    g_test_add_func ("/agreement/a-moved-node-costs-what-it-should",
                     a_moved_node_costs_what_it_should);
    g_test_add_func ("/agreement/names-of-clusters-do-not-matter", names_of_clusters_do_not_matter);
    g_test_add_func ("/agreement/partitions-without-information-are-defined",
                     partitions_without_information_are_defined);
    return g_test_run ();
}
