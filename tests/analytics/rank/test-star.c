/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Every kernel on a star, the worst hub that there can be, against closed forms: a work that all
 * others cite and that cites none. 100,000 leaves, or as many as the last argument says.
 */
#include <math.h>

#include "analytics/cluster/leiden.h"
#include "analytics/network/product.h"
#include "analytics/network/strong-components.h"
#include "analytics/rank/betweenness.h"
#include "analytics/rank/cores.h"
#include "analytics/rank/disruption.h"
#include "analytics/rank/hits.h"
#include "analytics/rank/pagerank.h"
#include "analytics/similar/push.h"
#include "graph/error.h"

#define HUB 0u
#define LEAF 7u

static guint32 n_leaves = 100000;

static RhumbNetwork *
make_star (RhumbNetworkMode mode)
{
    g_autofree guint32 *from = g_new (guint32, n_leaves);
    g_autofree guint32 *to = g_new0 (guint32, n_leaves);
    for (guint32 l = 0; l < n_leaves; l++)
        from[l] = l + 1;
    g_autoptr (GError) error = NULL;
    RhumbNetwork *star =
        rhumb_network_new (mode, n_leaves + 1, n_leaves + 1, from, to, NULL, n_leaves, &error);
    g_assert_no_error (error);
    return star;
}

static void
assert_near (double value, double expected)
{
    g_assert_cmpfloat_with_epsilon (value / expected, 1.0, 1e-9);
}

/* All nodes but the hub must have the score of the first leaf. */
static void
assert_scores (const RhumbRanking *ranking, double hub, double leaf)
{
    const double *score = rhumb_ranking_get_scores (ranking);
    assert_near (score[HUB], hub);
    assert_near (score[LEAF], leaf);
    for (guint32 v = 2; v <= n_leaves; v++)
        g_assert_cmpfloat (score[v], ==, score[1]);
}

/* Of a leaf 1 comes, and 1 + 0.85 n of the hub, which keeps none of it for others. */
static void
pagerank_of_citations_is_exact (void)
{
    g_autoptr (RhumbNetwork) star = make_star (RHUMB_NETWORK_DIRECTED);
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbRanking) rank = rhumb_pagerank (star, NULL, &error);
    g_assert_no_error (error);
    const double n = n_leaves;
    const double sum = n + 1 + 0.85 * n;
    assert_scores (rank, (1 + 0.85 * n) / sum, 1 / sum);
}

/* h = 0.15 / (n + 1) + 0.85 (1 − h), and the leaves share what is left. */
static void
pagerank_without_directions_is_exact (void)
{
    g_autoptr (RhumbNetwork) star = make_star (RHUMB_NETWORK_UNDIRECTED);
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbRanking) rank = rhumb_pagerank (star, NULL, &error);
    g_assert_no_error (error);
    const double n = n_leaves;
    const double hub = (0.15 / (n + 1) + 0.85) / 1.85;
    assert_scores (rank, hub, (1 - hub) / n);
}

static void
a_walk_from_a_leaf_is_exact (void)
{
    g_autoptr (RhumbNetwork) star = make_star (RHUMB_NETWORK_UNDIRECTED);
    g_autoptr (RhumbWalker) walker = rhumb_walker_new (star, NULL);
    RhumbWalkOptions options = RHUMB_WALK_DEFAULTS;
    options.exact = TRUE;
    g_autoptr (GError) error = NULL;
    rhumb_walker_start (walker, (guint32[]){LEAF}, NULL, 1, &options, &error);
    g_assert_no_error (error);
    const double hub = 0.85 / 1.85;
    const double other = 0.85 * hub / n_leaves;
    assert_near (rhumb_walker_get_score (walker, HUB), hub);
    assert_near (rhumb_walker_get_score (walker, LEAF), 0.15 + other);
    assert_near (rhumb_walker_get_score (walker, LEAF + 1), other);
}

static void
the_hub_has_all_authority (void)
{
    g_autoptr (RhumbNetwork) star = make_star (RHUMB_NETWORK_DIRECTED);
    g_autoptr (RhumbRanking) hubs = NULL;
    g_autoptr (RhumbRanking) authorities = NULL;
    g_autoptr (GError) error = NULL;
    rhumb_hits (star, &hubs, &authorities, &error);
    g_assert_no_error (error);
    g_assert_cmpfloat (rhumb_ranking_get_scores (authorities)[LEAF], ==, 0);
    g_assert_cmpfloat (rhumb_ranking_get_scores (authorities)[HUB], >, 0);
    g_assert_cmpfloat (rhumb_ranking_get_scores (hubs)[HUB], ==, 0);
    g_assert_cmpfloat (rhumb_ranking_get_scores (hubs)[1], ==,
                       rhumb_ranking_get_scores (hubs)[n_leaves]);
}

static void
all_is_one_core_and_one_component (void)
{
    g_autoptr (RhumbNetwork) star = make_star (RHUMB_NETWORK_DIRECTED);
    g_autoptr (RhumbRanking) cores = rhumb_find_cores (star);
    assert_scores (cores, 1, 1);
    g_autoptr (RhumbPartition) weak = rhumb_find_components (star);
    g_assert_cmpuint (rhumb_partition_get_n_clusters (weak), ==, 1);
    g_autoptr (RhumbPartition) strong = rhumb_find_strong_components (star);
    g_assert_cmpuint (rhumb_partition_get_n_clusters (strong), ==, n_leaves + 1);
}

/* From 64 leaves; the hub lies between every two, so the estimate is exact unless it is drawn. */
static void
betweenness_is_the_hubs (void)
{
    g_autoptr (RhumbNetwork) star = make_star (RHUMB_NETWORK_UNDIRECTED);
    g_autoptr (RhumbRanking) between = rhumb_betweenness (star, 64, 1);
    const double *score = rhumb_ranking_get_scores (between);
    g_assert_cmpfloat_with_epsilon (score[HUB], 1, rhumb_ranking_get_residual (between));
    g_assert_cmpfloat (score[LEAF], ==, 0);
}

static void
the_hub_disrupts (void)
{
    g_autoptr (RhumbNetwork) star = make_star (RHUMB_NETWORK_DIRECTED);
    g_autoptr (RhumbRanking) disruption = rhumb_measure_disruption (star);
    assert_near (rhumb_ranking_get_scores (disruption)[HUB], 1);
}

/* No leaf is better alone: what it would lose, 1 / m, is more than twice its share, 1 / 2 m. */
static void
all_is_one_cluster (void)
{
    g_autoptr (RhumbNetwork) star = make_star (RHUMB_NETWORK_UNDIRECTED);
    g_autoptr (GError) error = NULL;
    RhumbLeidenOptions options = RHUMB_LEIDEN_DEFAULTS;
    options.n_starts = 1;
    g_autoptr (RhumbPartition) clusters = rhumb_leiden (star, &options, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (rhumb_partition_get_n_clusters (clusters), ==, 1);
    g_assert_cmpfloat_with_epsilon (rhumb_partition_get_quality (clusters), 0, 1e-9);
}

/* Of n leaves that share one work n (n − 1) / 2 pairs come: refused, or the work is left out. */
static void
coupling_by_the_hub_is_refused_or_left_out (void)
{
    g_autoptr (RhumbNetwork) star = make_star (RHUMB_NETWORK_DIRECTED);
    RhumbProductOptions options = RHUMB_PRODUCT_DEFAULTS;
    options.max_bytes = 1 << 30;
    RhumbProductReport report;
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbNetwork) refused =
        rhumb_link_by_shared (star, RHUMB_END_FROM, &options, &report, &error);
    g_assert_null (refused);
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT);
    g_clear_error (&error);
    options.hub_cap = 1000;
    g_autoptr (RhumbNetwork) capped =
        rhumb_link_by_shared (star, RHUMB_END_FROM, &options, &report, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (report.n_hubs, ==, 1);
    g_assert_cmpuint (rhumb_network_get_n_edges (capped), ==, 0);
    g_autoptr (RhumbNetwork) cocited =
        rhumb_link_by_shared (star, RHUMB_END_TO, NULL, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (rhumb_network_get_n_edges (cocited), ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    guint64 n = 0;
    if (argc > 1 && g_ascii_string_to_unsigned (argv[1], 10, 1000, G_MAXINT32, &n, NULL))
        n_leaves = (guint32)n;
    g_test_add_func ("/star/pagerank-of-citations-is-exact", pagerank_of_citations_is_exact);
    g_test_add_func ("/star/pagerank-without-directions-is-exact",
                     pagerank_without_directions_is_exact);
    g_test_add_func ("/star/a-walk-from-a-leaf-is-exact", a_walk_from_a_leaf_is_exact);
    g_test_add_func ("/star/the-hub-has-all-authority", the_hub_has_all_authority);
    g_test_add_func ("/star/all-is-one-core-and-one-component", all_is_one_core_and_one_component);
    g_test_add_func ("/star/betweenness-is-the-hubs", betweenness_is_the_hubs);
    g_test_add_func ("/star/the-hub-disrupts", the_hub_disrupts);
    g_test_add_func ("/star/all-is-one-cluster", all_is_one_cluster);
    g_test_add_func ("/star/coupling-by-the-hub-is-refused-or-left-out",
                     coupling_by_the_hub_is_refused_or_left_out);
    return g_test_run ();
}
