/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Components against igraph's, and the order in which edges lead forwards.
 */
#include "analytics/network/strong-components.h"

#include "analytics/network/strong-order.h"
#include "graph/igraph-door.h"
#include "tests/oracle.h"

static RhumbNetwork *
make_network (guint64 seed)
{
    const guint32 n = 1 + oracle_random_below (60, seed, 900);
    g_autoptr (OracleEdges) edges = oracle_edges_new (
        RHUMB_NETWORK_DIRECTED, n, n, oracle_random_below (2 * n, seed, 901), FALSE, seed);
    return oracle_edges_to_network (edges);
}

/* Two nodes share a cluster in one numbering if they do in the other. */
static void
assert_same_clusters (const guint32 *a, const igraph_vector_int_t *b, guint32 n)
{
    for (guint32 v = 0; v < n; v++)
        for (guint32 w = 0; w < v; w++)
            g_assert_cmpint (a[v] == a[w], ==, VECTOR (*b)[v] == VECTOR (*b)[w]);
}

static void
compare_with_igraph (RhumbPartition *(*find) (const RhumbNetwork *),
                     igraph_connectedness_t connectedness)
{
    for (guint64 seed = 0; seed < 200; seed++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (RhumbNetwork) network = make_network (seed);
        g_autoptr (RhumbPartition) partition = find (network);
        rhumb_igraph_lock ();
        g_auto (igraph_t) graph;
        g_auto (igraph_vector_t) weights;
        g_auto (igraph_vector_int_t) expected;
        g_assert_true (rhumb_network_to_igraph (network, &graph, &weights, &error));
        igraph_vector_int_init (&expected, 0);
        igraph_integer_t n;
        g_assert_cmpint (igraph_connected_components (&graph, &expected, NULL, &n, connectedness),
                         ==, 0);
        rhumb_igraph_unlock ();
        g_assert_cmpuint (rhumb_partition_get_n_clusters (partition), ==, n);
        g_assert_cmpfloat (rhumb_partition_get_quality (partition), ==, n);
        assert_same_clusters (rhumb_partition_get_clusters (partition), &expected,
                              rhumb_network_get_n_from (network));
    }
}

static void
strong_components_are_those_of_igraph (void)
{
    compare_with_igraph (rhumb_find_strong_components, IGRAPH_STRONG);
}

static void
components_are_those_of_igraph (void)
{
    compare_with_igraph (rhumb_find_components, IGRAPH_WEAK);
}

/* @left_out is %NULL or marks nodes. */
static void
assert_order (RhumbRows out, const guint8 *left_out)
{
    g_autoptr (RhumbStrongOrder) order = rhumb_strong_order_new (out, left_out);
    g_autofree guint8 *seen = g_new0 (guint8, out.n_rows);
    for (guint32 c = 0; c < order->n_components; c++) {
        g_assert_cmpuint (order->start[c], <, order->start[c + 1]);
        for (gsize i = order->start[c]; i < order->start[c + 1]; i++) {
            g_assert_cmpuint (order->component[order->node[i]], ==, c);
            g_assert_cmpuint (seen[order->node[i]]++, ==, 0);
        }
    }
    for (guint32 v = 0; v < out.n_rows; v++) {
        const gboolean is_in = left_out == NULL || !left_out[v];
        g_assert_cmpuint (seen[v], ==, is_in);
        g_assert_cmpint (order->component[v] == RHUMB_NO_COMPONENT, ==, !is_in);
        for (gsize i = out.start[v]; is_in && i < out.start[v + 1]; i++)
            if (left_out == NULL || !left_out[out.node[i]])
                g_assert_cmpuint (order->component[v], <=, order->component[out.node[i]]);
    }
}

static void
edges_lead_to_the_same_or_a_later_component (void)
{
    for (guint64 seed = 0; seed < 200; seed++) {
        g_autoptr (RhumbNetwork) network = make_network (seed);
        const guint32 n = rhumb_network_get_n_from (network);
        g_autofree guint8 *left_out = g_new (guint8, n);
        for (guint32 v = 0; v < n; v++)
            left_out[v] = oracle_random_below (4, seed, 1000 + v) == 0;
        assert_order (rhumb_network_get_out_rows (network), NULL);
        assert_order (rhumb_network_get_out_rows (network), left_out);
    }
}

/* A path of a million nodes, and the same closed, would overflow the stack of a recursion. */
static void
long_paths_are_fine (void)
{
    const guint32 n = 1000000;
    g_autofree guint32 *from = g_new (guint32, n);
    g_autofree guint32 *to = g_new (guint32, n);
    for (guint32 v = 0; v < n; v++) {
        from[v] = v;
        to[v] = (v + 1) % n;
    }
    for (guint closed = 0; closed < 2; closed++) {
        g_autoptr (RhumbNetwork) network =
            rhumb_network_new (RHUMB_NETWORK_DIRECTED, n, n, from, to, NULL, n - 1 + closed, NULL);
        g_autoptr (RhumbStrongOrder) order =
            rhumb_strong_order_new (rhumb_network_get_out_rows (network), NULL);
        g_assert_cmpuint (order->n_components, ==, closed ? 1 : n);
    }
}

static void
no_node_has_no_component (void)
{
    g_autoptr (RhumbNetwork) none =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, 0, 0, NULL, NULL, NULL, 0, NULL);
    g_autoptr (RhumbPartition) strong = rhumb_find_strong_components (none);
    g_autoptr (RhumbPartition) connected = rhumb_find_components (none);
    g_assert_cmpuint (rhumb_partition_get_n_clusters (strong), ==, 0);
    g_assert_cmpuint (rhumb_partition_get_n_clusters (connected), ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/strong-components/strong-components-are-those-of-igraph",
                     strong_components_are_those_of_igraph);
    g_test_add_func ("/strong-components/components-are-those-of-igraph",
                     components_are_those_of_igraph);
    g_test_add_func ("/strong-components/edges-lead-to-the-same-or-a-later-component",
                     edges_lead_to_the_same_or_a_later_component);
    g_test_add_func ("/strong-components/long-paths-are-fine", long_paths_are_fine);
    g_test_add_func ("/strong-components/no-node-has-no-component", no_node_has_no_component);
    return g_test_run ();
}
