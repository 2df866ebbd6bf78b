/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Growth of sets against dense matrices of what all pairs have in common.
 */
#include "analytics/similar/growth.h"

#include <math.h>

#include "graph/error.h"
#include "tests/oracle.h"

#define MOST_NODES 30

/* c(v,u), from the definition. */
static OracleMatrix *
pair_all (const OracleMatrix *features, guint32 n_nodes)
{
    OracleMatrix *common = oracle_matrix_new (n_nodes, n_nodes);
    for (guint32 f = 0; f < features->n_columns; f++) {
        double sum = 0;
        for (guint32 v = 0; v < n_nodes; v++)
            sum += oracle_matrix_get (features, v, f);
        for (guint32 v = 0; v < n_nodes && sum > 0; v++) {
            for (guint32 u = 0; u < n_nodes; u++) {
                const double both =
                    oracle_matrix_get (features, v, f) * oracle_matrix_get (features, u, f);
                if (u != v)
                    oracle_matrix_set (common, v, u, oracle_matrix_get (common, v, u) + both / sum);
            }
        }
    }
    return common;
}

static double
add_row (const OracleMatrix *common, guint32 v)
{
    double sum = 0;
    for (guint32 u = 0; u < common->n_columns; u++)
        sum += oracle_matrix_get (common, v, u);
    return sum;
}

/* How much @v has in common with members, who belong to the set by @belonging. */
static double
share (const OracleMatrix *common, const double *belonging, guint32 v)
{
    double sum = 0;
    for (guint32 u = 0; u < common->n_columns; u++)
        sum += belonging[u] * oracle_matrix_get (common, v, u);
    return sum;
}

static double
measure (const OracleMatrix *common, const double *belonging, guint32 v)
{
    double all = 0;
    double of_members = 0;
    for (guint32 u = 0; u < common->n_columns; u++) {
        all += add_row (common, u);
        of_members += belonging[u] * add_row (common, u);
    }
    const double expected = add_row (common, v) * of_members / all;
    return expected > 0 ? (share (common, belonging, v) - expected) / sqrt (expected) : 0;
}

/* Each step again, from all pairs. */
static void
assert_grown (const OracleMatrix *common, const guint32 *seed, guint n_seeds, const GArray *joined,
              guint n_asked)
{
    double belonging[MOST_NODES] = {0};
    double best = 1;
    for (guint i = 0; i < n_seeds; i++)
        belonging[seed[i]] = 1;
    for (guint i = 0; i <= joined->len && i < n_asked; i++) {
        best = 0;
        for (guint32 v = 0; v < common->n_rows; v++) {
            if (belonging[v] <= 0)
                best = MAX (best, measure (common, belonging, v));
        }
        if (i == joined->len)
            break;
        const RhumbNeighbour item = g_array_index (joined, RhumbNeighbour, i);
        g_assert_true (belonging[item.node] <= 0);
        g_assert_cmpfloat_with_epsilon (item.score, measure (common, belonging, item.node), 1e-9);
        g_assert_cmpfloat_with_epsilon (item.score, best, 1e-9);
        belonging[item.node] = share (common, belonging, item.node) / add_row (common, item.node);
    }
    if (joined->len < n_asked)
        g_assert_cmpfloat (best, <, 1e-9);
}

static void
who_has_most_in_common_beyond_chance_joins (void)
{
    static const RhumbNetworkMode MODES[] = {RHUMB_NETWORK_TWO_MODE, RHUMB_NETWORK_UNDIRECTED,
                                             RHUMB_NETWORK_DIRECTED};
    for (guint64 seed = 0; seed < 60; seed++) {
        const RhumbNetworkMode mode = MODES[seed % 3];
        const guint32 n_features = mode == RHUMB_NETWORK_TWO_MODE ? 18 : MOST_NODES;
        g_autoptr (OracleEdges) edges =
            oracle_edges_new (mode, MOST_NODES, n_features, 60 + seed, seed % 2 == 0, seed);
        g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
        g_autoptr (OracleMatrix) dense = oracle_edges_to_matrix (edges);
        const guint32 n_nodes = seed % 4 == 0 ? 23 : MOST_NODES;
        g_autoptr (OracleMatrix) common = pair_all (dense, n_nodes);
        const guint32 start[] = {3, (guint32)(4 + seed % 19)};
        g_autoptr (GArray) joined = rhumb_grow_set (network, n_nodes, start, 2, 12, NULL);
        assert_grown (common, start, 2, joined, 12);
    }
}

/* All four share what weighs 1, the first two and the last two besides what weighs 2. The weights
 * of each feature add up to 4, so c = 1/4 + 4/4 in the pairs and 1/4 between them, t = 7/4, T = 7.
 * From the first, chance gives (7/4)² / 7 = 7/16; the second has 5/4, the others 1/4. The second
 * belongs to the set by 5/7; then the others have 3/7 where chance gives 3/4. */
static void
growth_ends_where_chance_gives_as_much (void)
{
    static const guint32 FROM[] = {0, 1, 2, 3, 0, 1, 2, 3};
    static const guint32 TO[] = {0, 0, 0, 0, 1, 1, 2, 2};
    static const double WEIGHT[] = {1, 1, 1, 1, 2, 2, 2, 2};
    static const guint32 SEED = 0;
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_TWO_MODE, 4, 3, FROM, TO, WEIGHT, 8, NULL);
    g_autoptr (GArray) joined = rhumb_grow_set (network, 4, &SEED, 1, 3, NULL);
    g_assert_cmpuint (joined->len, ==, 1);
    const RhumbNeighbour item = g_array_index (joined, RhumbNeighbour, 0);
    g_assert_cmpuint (item.node, ==, 1);
    g_assert_cmpfloat_with_epsilon (item.score, (1.25 - 0.4375) / sqrt (0.4375), 1e-12);
}

static void
with_a_link_to_itself_a_link_is_shared (void)
{
    static const guint32 FROM[] = {0, 2, 0, 1, 2, 3};
    static const guint32 TO[] = {1, 3, 0, 1, 2, 3};
    static const guint32 SEED = 0;
    for (guint closed = 0; closed < 2; closed++) {
        g_autoptr (RhumbNetwork) network = rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 4, 4, FROM,
                                                              TO, NULL, closed ? 6 : 2, NULL);
        g_autoptr (GArray) joined = rhumb_grow_set (network, 4, &SEED, 1, 3, NULL);
        g_assert_cmpuint (joined->len, ==, closed);
        g_assert_true (!closed || g_array_index (joined, RhumbNeighbour, 0).node == 1);
    }
}

static void
a_seed_counts_once (void)
{
    static const guint32 SEEDS[] = {3, 17, 3, 3};
    g_autoptr (OracleEdges) edges = oracle_edges_new (RHUMB_NETWORK_TWO_MODE, 30, 12, 90, TRUE, 9);
    g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
    g_autoptr (GArray) once = rhumb_grow_set (network, 30, SEEDS, 2, 9, NULL);
    g_autoptr (GArray) again = rhumb_grow_set (network, 30, SEEDS, 4, 9, NULL);
    g_assert_cmpuint (once->len, ==, again->len);
    g_assert_cmpuint (once->len, >, 0);
    oracle_assert_same_bytes (once->data, again->data, once->len * sizeof (RhumbNeighbour));
}

static void
from_nothing_nothing_grows (void)
{
    static const guint32 SEED = 1;
    static const guint32 NODE[] = {0, 1, 2};
    g_autoptr (RhumbNetwork) empty =
        rhumb_network_new (RHUMB_NETWORK_TWO_MODE, 0, 0, NULL, NULL, NULL, 0, NULL);
    g_autoptr (RhumbNetwork) bare =
        rhumb_network_new (RHUMB_NETWORK_TWO_MODE, 3, 0, NULL, NULL, NULL, 0, NULL);
    static const double NONE[] = {0, 0, 0};
    g_autoptr (RhumbNetwork) weightless = rhumb_network_new (
        RHUMB_NETWORK_TWO_MODE, 3, 3, NODE, (const guint32[]){0, 0, 0}, NONE, 3, NULL);
    g_autoptr (GArray) of_empty = rhumb_grow_set (empty, 0, NULL, 0, 5, NULL);
    g_autoptr (GArray) of_bare = rhumb_grow_set (bare, 3, &SEED, 1, 5, NULL);
    g_autoptr (GArray) of_weightless = rhumb_grow_set (weightless, 3, &SEED, 1, 5, NULL);
    g_assert_cmpuint (of_empty->len + of_bare->len + of_weightless->len, ==, 0);
}

static void
weights_that_overflow_are_refused (void)
{
    static const guint32 FROM[] = {0, 1};
    static const guint32 TO[] = {0, 0};
    static const double WEIGHT[] = {1.5e308, 1.5e308};
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_TWO_MODE, 2, 1, FROM, TO, WEIGHT, 2, NULL);
    g_assert_null (rhumb_grow_set (network, 2, FROM, 1, 1, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/growth/who-has-most-in-common-beyond-chance-joins",
                     who_has_most_in_common_beyond_chance_joins);
    g_test_add_func ("/growth/growth-ends-where-chance-gives-as-much",
                     growth_ends_where_chance_gives_as_much);
    g_test_add_func ("/growth/with-a-link-to-itself-a-link-is-shared",
                     with_a_link_to_itself_a_link_is_shared);
    g_test_add_func ("/growth/a-seed-counts-once", a_seed_counts_once);
    g_test_add_func ("/growth/from-nothing-nothing-grows", from_nothing_nothing_grows);
    g_test_add_func ("/growth/weights-that-overflow-are-refused",
                     weights_that_overflow_are_refused);
    return g_test_run ();
}
