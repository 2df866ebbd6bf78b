/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Walks from each of many nodes against walks one by one.
 */
#include "analytics/similar/walk-each.h"

#include "graph/error.h"
#include "graph/threads.h"
#include "tests/oracle.h"

#define N 200

static RhumbNetwork *
make_network (guint seed)
{
    g_autoptr (OracleEdges) edges =
        oracle_edges_new (seed % 2 ? RHUMB_NETWORK_DIRECTED : RHUMB_NETWORK_UNDIRECTED, N, N, 500,
                          seed % 3 > 0, seed);
    return oracle_edges_to_network (edges);
}

/* Starts in disorder, some twice; wanted are some nodes only, and more or fewer than there are. */
static void
lists_have_the_bytes_of_walks_one_by_one (void)
{
    const guint n_before = rhumb_get_n_threads ();
    for (guint seed = 0; seed < 12; seed++) {
        const guint n_best = seed % 4 == 0 ? 150 : 1 + seed;
        const RhumbWalkOptions options = {0.85, seed % 2 ? 1e-5 : 1e-3, FALSE};
        g_autoptr (RhumbNetwork) network = make_network (seed);
        guint32 start[97];
        for (guint i = 0; i < G_N_ELEMENTS (start); i++)
            start[i] = (guint32)oracle_random_below (N, seed, i);
        rhumb_set_n_threads (1 + seed % 3);
        g_autoptr (RhumbWalkers) walkers = rhumb_walkers_new (network, NULL);
        g_autoptr (GPtrArray) lists = rhumb_walkers_list_best (walkers, start, G_N_ELEMENTS (start),
                                                               &options, 20, 120, n_best, NULL);
        g_assert_cmpuint (lists->len, ==, G_N_ELEMENTS (start));
        for (guint i = 0; i < lists->len; i++) {
            const GArray *found = lists->pdata[i];
            g_autoptr (RhumbWalker) walker = rhumb_walker_new (network, NULL);
            g_assert_true (rhumb_walker_start (walker, &start[i], NULL, 1, &options, NULL));
            g_autoptr (GArray) expected = rhumb_walker_list_best (walker, 20, 120, n_best);
            g_assert_cmpuint (found->len, ==, expected->len);
            for (guint k = 0; k < found->len; k++) {
                const RhumbNeighbour a = g_array_index (found, RhumbNeighbour, k);
                const RhumbNeighbour b = g_array_index (expected, RhumbNeighbour, k);
                g_assert_cmpuint (a.node, ==, b.node);
                oracle_assert_same_bytes (&a.score, &b.score, sizeof a.score);
            }
        }
    }
    rhumb_set_n_threads (n_before);
}

static void
nothing_is_near_a_lone_node (void)
{
    const guint32 start[] = {2, 0};
    g_autoptr (RhumbNetwork) network = rhumb_network_new (
        RHUMB_NETWORK_UNDIRECTED, 3, 3, (const guint32[]){0}, (const guint32[]){1}, NULL, 1, NULL);
    g_autoptr (RhumbWalkers) walkers = rhumb_walkers_new (network, NULL);
    g_autoptr (GPtrArray) lists = rhumb_walkers_list_best (walkers, start, 2, NULL, 0, 3, 5, NULL);
    const GArray *lone = lists->pdata[0];
    const GArray *other = lists->pdata[1];
    g_assert_cmpuint (lone->len, ==, 0);
    g_assert_cmpuint (other->len, ==, 1);
    g_assert_cmpuint (g_array_index (other, RhumbNeighbour, 0).node, ==, 1);
    g_autoptr (GPtrArray) none = rhumb_walkers_list_best (walkers, start, 0, NULL, 0, 3, 5, NULL);
    g_assert_cmpuint (none->len, ==, 0);
}

static void
what_cannot_be_walked_is_refused (void)
{
    const RhumbWalkOptions WRONG[] = {{0.85, 1e-5, TRUE}, {1, 1e-5, FALSE}, {0.85, 0, FALSE}};
    const guint32 start[] = {1, N};
    g_autoptr (RhumbNetwork) network = make_network (1);
    g_autoptr (RhumbWalkers) walkers = rhumb_walkers_new (network, NULL);
    for (guint i = 0; i <= G_N_ELEMENTS (WRONG); i++) {
        g_autoptr (GError) error = NULL;
        const gboolean by_start = i == G_N_ELEMENTS (WRONG);
        g_assert_null (rhumb_walkers_list_best (walkers, start, by_start ? 2 : 1,
                                                by_start ? NULL : &WRONG[i], 0, N, 5, &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/walk-each/lists-have-the-bytes-of-walks-one-by-one",
                     lists_have_the_bytes_of_walks_one_by_one);
    g_test_add_func ("/walk-each/nothing-is-near-a-lone-node", nothing_is_near_a_lone_node);
    g_test_add_func ("/walk-each/what-cannot-be-walked-is-refused",
                     what_cannot_be_walked_is_refused);
    return g_test_run ();
}
