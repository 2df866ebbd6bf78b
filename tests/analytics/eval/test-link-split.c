/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Links are hidden once each, and what is left does not know them.
 */
#include "analytics/eval/link-split.h"

#include <math.h>

#include "analytics/eval/link-test.h"
#include "graph/error.h"
#include "graph/text.h"
#include "tests/oracle.h"

#define N 60

static guint64 key[N];

static RhumbNetwork *
make_network (RhumbNetworkMode mode, gsize n_edges, guint64 seed)
{
    g_autoptr (OracleEdges) edges = oracle_edges_new (mode, N, N, n_edges, TRUE, seed);
    for (guint32 v = 0; v < N; v++)
        key[v] = rhumb_hash_mix (5, v);
    return oracle_edges_to_network (edges);
}

static gboolean
are_linked (const RhumbNetwork *network, guint32 a, guint32 b)
{
    return rhumb_network_get_weight (network, a, b) > 0 ||
           rhumb_network_get_weight (network, b, a) > 0;
}

static void
links_are_hidden_once_and_only_tested_ones (void)
{
    for (guint64 seed = 0; seed < 20; seed++) {
        g_autoptr (RhumbNetwork) network =
            make_network (seed % 2 ? RHUMB_NETWORK_DIRECTED : RHUMB_NETWORK_UNDIRECTED, 300, seed);
        g_autoptr (RhumbLinkSplit) split = rhumb_split_links (network, key, 0.1, 0.05, seed, NULL);
        g_autoptr (RhumbNetwork) left = rhumb_hold_out_links (split, network, NULL);
        g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);
        guint n_links = 0;
        guint n_there = 0;
        for (guint32 a = 0; a < N; a++) {
            for (guint32 b = a + 1; b < N; b++)
                n_there += are_linked (network, a, b);
        }
        const gsize n = split->n_train + split->n_validation + split->n_test;
        for (gsize i = 0; i < n; i++) {
            const RhumbPair p = split->pair[i];
            g_assert_cmpuint (p.a, <, p.b);
            g_assert_true (p.linked == are_linked (network, p.a, p.b));
            g_assert_true (are_linked (left, p.a, p.b) == (p.linked && i < split->n_train));
            g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (p.a * N + p.b + 1)));
            n_links += p.linked;
        }
        g_assert_cmpuint (n_links, ==, n_there);
        g_assert_cmpuint (2 * n_links, ==, n);
        g_assert_cmpuint (split->n_test, ==, 2 * (guint)(n_links * 0.1));
        for (guint32 v = 0; v < N; v++)
            g_assert_cmpfloat (rhumb_network_get_weight (left, v, v), ==,
                               rhumb_network_get_weight (network, v, v));
    }
}

static void
nodes_that_are_held_out_have_no_edges_left (void)
{
    g_autoptr (RhumbNetwork) network = make_network (RHUMB_NETWORK_UNDIRECTED, 300, 3);
    gboolean held_out[30] = {FALSE};
    held_out[4] = held_out[29] = TRUE;
    g_autoptr (RhumbNetwork) left = rhumb_hold_out_nodes (network, held_out, 30, NULL);
    for (guint32 a = 0; a < N; a++) {
        for (guint32 b = 0; b < N; b++) {
            const gboolean touched = a == 4 || b == 4 || a == 29 || b == 29;
            g_assert_cmpfloat (rhumb_network_get_weight (left, a, b), ==,
                               touched ? 0 : rhumb_network_get_weight (network, a, b));
        }
    }
}

/* Cliques of ten: who shares neighbours is linked. */
static void
common_neighbours_find_links_of_cliques (void)
{
    guint32 from[N * 9];
    guint32 to[N * 9];
    gsize n = 0;
    for (guint32 v = 0; v < N; v++) {
        key[v] = rhumb_hash_mix (5, v);
        for (guint32 u = v + 1; u < N && u / 10 == v / 10; u++) {
            from[n] = v;
            to[n++] = u;
        }
    }
    g_autofree float *row = g_new0 (float, N * 6);
    for (guint32 v = 0; v < N; v++)
        row[v * 6 + v / 10] = 1;
    g_autoptr (RhumbVectors) vectors = rhumb_vectors_new_take (N, 6, g_steal_pointer (&row));
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, N, N, from, to, NULL, n, NULL);
    g_autoptr (RhumbLinkSplit) split = rhumb_split_links (network, key, 0.1, 0.1, 1, NULL);
    g_autoptr (RhumbNetwork) left = rhumb_hold_out_links (split, network, NULL);
    g_autoptr (GArray) figures = rhumb_test_links (split, left, vectors, 50, 1);
    g_assert_cmpuint (figures->len, ==, 6);
    for (guint i = 0; i < figures->len; i++) {
        g_assert_cmpfloat (g_array_index (figures, RhumbFigure, i).value, ==, 1);
        g_assert_cmpfloat (g_array_index (figures, RhumbFigure, i).low, ==, 1);
    }
}

static void
what_cannot_be_parted_is_refused (void)
{
    const guint32 from[] = {0, 1};
    const guint32 to[] = {1, 2};
    const guint32 ends[] = {0, 0, 1};
    const guint32 heads[] = {1, 2, 2};
    g_autoptr (RhumbNetwork) network = make_network (RHUMB_NETWORK_UNDIRECTED, 300, 3);
    g_autoptr (RhumbNetwork) small =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 3, 3, from, to, NULL, 2, NULL);
    g_autoptr (RhumbNetwork) full =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 3, 3, ends, heads, NULL, 3, NULL);
    g_autoptr (RhumbNetwork) empty =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 0, 0, NULL, NULL, NULL, 0, NULL);
    const struct {
        const RhumbNetwork *network;
        double test;
        double validation;
        int code;
    } CASES[] = {
        {network, 0, 0.1, RHUMB_ERROR_INVALID},   {network, 0.5, 0.5, RHUMB_ERROR_INVALID},
        {network, NAN, 0.1, RHUMB_ERROR_INVALID}, {small, 0.1, 0.1, RHUMB_ERROR_LIMIT},
        {full, 0.1, 0.1, RHUMB_ERROR_LIMIT},      {empty, 0.1, 0.1, RHUMB_ERROR_LIMIT},
    };
    for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
        g_autoptr (GError) error = NULL;
        g_assert_null (rhumb_split_links (CASES[i].network, key, CASES[i].test, CASES[i].validation,
                                          1, &error));
        g_assert_error (error, RHUMB_ERROR, CASES[i].code);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/link-split/links-are-hidden-once-and-only-tested-ones",
                     links_are_hidden_once_and_only_tested_ones);
    g_test_add_func ("/link-split/nodes-that-are-held-out-have-no-edges-left",
                     nodes_that_are_held_out_have_no_edges_left);
    g_test_add_func ("/link-split/common-neighbours-find-links-of-cliques",
                     common_neighbours_find_links_of_cliques);
    g_test_add_func ("/link-split/what-cannot-be-parted-is-refused",
                     what_cannot_be_parted_is_refused);
    return g_test_run ();
}
