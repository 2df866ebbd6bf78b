/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Counts of what is shared, where they outgrow a byte and where few of them are wanted.
 */
#include "analytics/network/product.h"
#include "analytics/network/strongest.h"
#include "tests/oracle.h"

/* By hand: nodes 0 and 1 share 700 nodes, and 300 of these with node 2; more than a byte counts. */
static void
large_counts_are_exact_in_every_row (void)
{
    g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint32 v = 0; v < 3; v++) {
        for (guint32 k = 0; k < (v < 2 ? 700 : 300); k++) {
            g_array_append_val (from, v);
            g_array_append_val (to, k);
        }
    }
    g_autoptr (RhumbNetwork) has =
        rhumb_network_new (RHUMB_NETWORK_TWO_MODE, 3, 700, (const guint32 *)(gpointer)from->data,
                           (const guint32 *)(gpointer)to->data, NULL, from->len, NULL);
    for (guint top = 0; top <= 2; top++) {
        RhumbProductOptions options = RHUMB_PRODUCT_DEFAULTS;
        options.top_links = top;
        g_autoptr (RhumbNetwork) network =
            rhumb_link_by_shared (has, RHUMB_END_FROM, &options, NULL, NULL);
        g_assert_cmpfloat (rhumb_network_get_weight (network, 0, 1), ==, 700);
        g_assert_cmpfloat (rhumb_network_get_weight (network, 0, 2), ==, 300);
        /* The strongest link of node 2 is that to node 0, the lower number. */
        g_assert_cmpfloat (rhumb_network_get_weight (network, 1, 2), ==, top == 1 ? 0 : 300);
    }
}

/* By hand: node 0 shares two nodes with node 5, and one with each of the others. */
static void
ties_go_to_the_lowest_numbers (void)
{
    static const guint32 FROM[] = {0, 0, 0, 1, 2, 3, 4, 5, 5};
    static const guint32 TO[] = {0, 1, 2, 2, 2, 2, 2, 0, 1};
    g_autoptr (RhumbNetwork) has =
        rhumb_network_new (RHUMB_NETWORK_TWO_MODE, 6, 3, FROM, TO, NULL, G_N_ELEMENTS (FROM), NULL);
    RhumbProductOptions options = RHUMB_PRODUCT_DEFAULTS;
    options.top_links = 2;
    g_autoptr (RhumbNetwork) network =
        rhumb_link_by_shared (has, RHUMB_END_FROM, &options, NULL, NULL);
    g_assert_cmpfloat (rhumb_network_get_weight (network, 0, 5), ==, 2);
    /* Nodes 1 to 4 keep node 0 and the lowest of each other. */
    for (guint32 v = 1; v < 5; v++)
        g_assert_cmpfloat (rhumb_network_get_weight (network, 0, v), ==, 1);
    for (guint32 v = 2; v < 5; v++)
        g_assert_cmpfloat (rhumb_network_get_weight (network, 1, v), ==, 1);
    for (guint32 v = 3; v < 5; v++)
        g_assert_cmpfloat (rhumb_network_get_weight (network, 2, v), ==, 0);
    g_assert_cmpfloat (rhumb_network_get_weight (network, 3, 4), ==, 0);
    options.min_weight = 2;
    g_autoptr (RhumbNetwork) strong =
        rhumb_link_by_shared (has, RHUMB_END_FROM, &options, NULL, NULL);
    g_assert_cmpuint (rhumb_network_get_n_edges (strong), ==, 1);
}

/* Nodes of sizes from 1 to 60 in no order, so that many are left out unseen and some are tied with
 * larger ones of lower numbers: what stays is what a network of
 * all links is thinned to. */
static void
choosing_while_counting_loses_no_link (void)
{
    const guint32 n_nodes = 300;
    g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint32 v = 0; v < n_nodes; v++) {
        for (guint32 i = 0; i <= oracle_random_below (60, v, 600); i++) {
            const guint32 k = oracle_random_below (600, v, i);
            g_array_append_val (from, v);
            g_array_append_val (to, k);
        }
    }
    g_autoptr (RhumbNetwork) has = rhumb_network_new (
        RHUMB_NETWORK_TWO_MODE, n_nodes, 600, (const guint32 *)(gpointer)from->data,
        (const guint32 *)(gpointer)to->data, NULL, from->len, NULL);
    for (guint how = 0; how < RHUMB_N_NORMALISATIONS; how++) {
        RhumbProductOptions options = RHUMB_PRODUCT_DEFAULTS;
        options.normalisation = (RhumbNormalisation)how;
        g_autoptr (RhumbNetwork) all =
            rhumb_link_by_shared (has, RHUMB_END_FROM, &options, NULL, NULL);
        for (guint top = 1; top <= 25; top *= 5) {
            options.top_links = top;
            g_autoptr (RhumbNetwork) thinned = rhumb_keep_links (all, top, 0);
            g_autoptr (RhumbNetwork) chosen =
                rhumb_link_by_shared (has, RHUMB_END_FROM, &options, NULL, NULL);
            oracle_assert_same_network (thinned, chosen);
        }
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/product-counts/large-counts-are-exact-in-every-row",
                     large_counts_are_exact_in_every_row);
    g_test_add_func ("/product-counts/ties-go-to-the-lowest-numbers",
                     ties_go_to_the_lowest_numbers);
    g_test_add_func ("/product-counts/choosing-while-counting-loses-no-link",
                     choosing_while_counting_loses_no_link);
    return g_test_run ();
}
