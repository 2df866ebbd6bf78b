/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <math.h>

#include "graph/attributed-network.h"
#include "graph/error.h"

typedef struct {
    const char *from;
    const char *to;
    gboolean directed;
    double weight; /* 0 = none is given */
} Edge;

static RhumbAttributedNetwork *
make_network (const Edge *edges, gsize n)
{
    RhumbAttributedNetwork *network = rhumb_attributed_network_new ();
    const guint weight = rhumb_attributed_network_add_attribute (network, RHUMB_ELEMENT_EDGE,
                                                                 "weight", RHUMB_ATTRIBUTE_REAL);
    for (gsize e = 0; e < n; e++) {
        const guint32 from = rhumb_attributed_network_add_node (network, edges[e].from, NULL);
        const guint32 to = rhumb_attributed_network_add_node (network, edges[e].to, NULL);
        rhumb_attributed_network_add_edge (network, from, to, edges[e].directed);
        if (edges[e].weight != 0)
            rhumb_attributed_network_set_real (network, RHUMB_ELEMENT_EDGE, e, weight,
                                               edges[e].weight);
    }
    return network;
}

static RhumbNetwork *
get_rows (const Edge *edges, gsize n, gsize n_left_out)
{
    g_autoptr (GError) error = NULL;
    gsize left_out = 99;
    g_autoptr (RhumbAttributedNetwork) network = make_network (edges, n);
    RhumbNetwork *rows = rhumb_attributed_network_get_rows (network, &left_out, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (left_out, ==, n_left_out);
    return rows;
}

static void
edges_without_direction_make_undirected_rows (void)
{
    static const Edge edges[] = {{"a", "b", FALSE, 2.5}, {"b", "c", FALSE, 0}};
    g_autoptr (RhumbNetwork) rows = get_rows (edges, G_N_ELEMENTS (edges), 0);
    g_assert_cmpint (rhumb_network_get_mode (rows), ==, RHUMB_NETWORK_UNDIRECTED);
    g_assert_true (rhumb_network_get_weight (rows, 1, 0) == 2.5);
    g_assert_true (rhumb_network_get_weight (rows, 2, 1) == 1);
}

static void
a_mixture_leads_both_ways_where_nothing_is_said (void)
{
    static const Edge edges[] = {{"a", "b", TRUE, 3}, {"b", "c", FALSE, 2}};
    g_autoptr (RhumbNetwork) rows = get_rows (edges, G_N_ELEMENTS (edges), 0);
    g_assert_cmpint (rhumb_network_get_mode (rows), ==, RHUMB_NETWORK_DIRECTED);
    g_assert_true (rhumb_network_get_weight (rows, 0, 1) == 3);
    g_assert_true (rhumb_network_get_weight (rows, 1, 0) == 0);
    g_assert_true (rhumb_network_get_weight (rows, 1, 2) == 2);
    g_assert_true (rhumb_network_get_weight (rows, 2, 1) == 2);
}

static void
loops_and_weights_below_0_are_left_out (void)
{
    static const Edge edges[] = {{"a", "a", TRUE, 1}, {"a", "b", TRUE, -2}, {"b", "a", TRUE, 0}};
    g_autoptr (RhumbNetwork) rows = get_rows (edges, G_N_ELEMENTS (edges), 2);
    g_assert_cmpuint (rhumb_network_get_n_from (rows), ==, 2);
    g_assert_cmpuint (rhumb_network_get_n_edges (rows), ==, 1);
    g_assert_false (rhumb_network_is_weighted (rows));
}

static void
repeated_edges_add_their_weights (void)
{
    static const Edge edges[] = {{"a", "b", TRUE, 2}, {"a", "b", TRUE, 0}};
    g_autoptr (RhumbNetwork) rows = get_rows (edges, G_N_ELEMENTS (edges), 0);
    g_assert_true (rhumb_network_get_weight (rows, 0, 1) == 3);
}

static void
no_edges_make_rows_of_nodes (void)
{
    gsize n_left_out;
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbAttributedNetwork) network = rhumb_attributed_network_new ();
    rhumb_attributed_network_add_node (network, "alone", NULL);
    g_autoptr (RhumbNetwork) rows =
        rhumb_attributed_network_get_rows (network, &n_left_out, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (rhumb_network_get_n_from (rows), ==, 1);
    g_assert_cmpuint (rhumb_network_get_n_edges (rows), ==, 0);
}

static void
a_weight_that_is_no_number_is_an_error (void)
{
    const Edge edges[] = {{"a", "b", TRUE, NAN}};
    gsize n_left_out;
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbAttributedNetwork) network = make_network (edges, 1);
    g_assert_null (rhumb_attributed_network_get_rows (network, &n_left_out, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
}

static RhumbAttributedNetwork *
make_nodes (guint32 n)
{
    RhumbAttributedNetwork *network = rhumb_attributed_network_new ();
    for (guint32 v = 0; v < n; v++) {
        g_autofree char *id = g_strdup_printf ("n%u", v);
        rhumb_attributed_network_add_node (network, id, NULL);
    }
    return network;
}

/* From the last node to the first, every second one twice: few values far apart become many. */
static void
values_are_found_however_many_and_in_whatever_order (void)
{
    enum { N = 40000 };
    const RhumbElement node = RHUMB_ELEMENT_NODE;
    g_autoptr (RhumbAttributedNetwork) network = make_nodes (N);
    const guint a =
        rhumb_attributed_network_add_attribute (network, node, "a", RHUMB_ATTRIBUTE_INTEGER);
    for (guint32 set = N; set > 0; set--) {
        const guint32 v = (guint32)((guint64)set * 7919 % N);
        rhumb_attributed_network_set_integer (network, node, v, a, -1);
        if (v % 2 == 0)
            rhumb_attributed_network_set_integer (network, node, v, a, v);
        if (set % 5000 != 0)
            continue;
        for (guint32 w = 0; w < N; w += 37) {
            /* 7919 is prime to N: which step sets node w is known. */
            const guint32 of_w = (guint32)((guint64)w * 17679 % N);
            const gboolean there = (of_w == 0 ? N : of_w) >= set;
            g_assert_cmpint (rhumb_attributed_network_has_value (network, node, w, a), ==, there);
            g_assert_cmpint (rhumb_attributed_network_get_integer (network, node, w, a), ==,
                             !there       ? 0
                             : w % 2 == 0 ? (gint64)w
                                          : -1);
        }
    }
}

/* Places for all nodes in each of these would take gigabytes. */
static void
an_attribute_a_node_takes_room_for_one (void)
{
    enum { N = 50000 };
    const RhumbElement node = RHUMB_ELEMENT_NODE;
    g_autoptr (RhumbAttributedNetwork) network = make_nodes (N);
    for (guint32 v = 0; v < N; v++) {
        g_autofree char *name = g_strdup_printf ("a%u", v);
        const guint a =
            rhumb_attributed_network_add_attribute (network, node, name, RHUMB_ATTRIBUTE_INTEGER);
        g_assert_cmpuint (a, ==, v);
        rhumb_attributed_network_set_integer (network, node, v, a, v);
    }
    g_assert_cmpuint (rhumb_attributed_network_find_attribute (network, node, "a49999"), ==, 49999);
    g_assert_cmpint (rhumb_attributed_network_get_integer (network, node, 49999, 49999), ==, 49999);
    g_assert_false (rhumb_attributed_network_has_value (network, node, 49998, 49999));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/attributed-network-rows/edges-without-direction-make-undirected-rows",
                     edges_without_direction_make_undirected_rows);
    g_test_add_func ("/attributed-network-rows/a-mixture-leads-both-ways-where-nothing-is-said",
                     a_mixture_leads_both_ways_where_nothing_is_said);
    g_test_add_func ("/attributed-network-rows/loops-and-weights-below-0-are-left-out",
                     loops_and_weights_below_0_are_left_out);
    g_test_add_func ("/attributed-network-rows/repeated-edges-add-their-weights",
                     repeated_edges_add_their_weights);
    g_test_add_func ("/attributed-network-rows/no-edges-make-rows-of-nodes",
                     no_edges_make_rows_of_nodes);
    g_test_add_func ("/attributed-network-rows/a-weight-that-is-no-number-is-an-error",
                     a_weight_that_is_no_number_is_an_error);
    g_test_add_func ("/attributed-network-rows/values-are-found-however-many-and-in-whatever-order",
                     values_are_found_however_many_and_in_whatever_order);
    g_test_add_func ("/attributed-network-rows/an-attribute-a-node-takes-room-for-one",
                     an_attribute_a_node_takes_room_for_one);
    return g_test_run ();
}
