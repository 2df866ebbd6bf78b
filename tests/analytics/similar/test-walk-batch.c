/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Walks in batches against exact ones, the bound of the method, and each other.
 */
#include "analytics/similar/walk-batch.h"

#include <math.h>

#ifdef _OPENMP
#include <omp.h>
#endif

#include "analytics/similar/push.h"
#include "graph/error.h"
#include "tests/oracle.h"

#define N 300
#define WALKS RHUMB_WALK_BATCH_SIZE

static RhumbNetwork *
make_network (RhumbNetworkMode mode, gboolean weighted, guint seed)
{
    g_autoptr (OracleEdges) edges = oracle_edges_new (mode, N, N, 700, weighted, seed);
    return oracle_edges_to_network (edges);
}

static RhumbWalkBatch *
start (RhumbNetwork *network, const guint32 *seed, guint n_seeds, double damping, guint n_steps)
{
    const RhumbWalkBatchOptions options = {damping, n_steps};
    g_autoptr (GError) error = NULL;
    RhumbWalkBatch *batch = rhumb_walk_batch_new (network, &error);
    g_assert_no_error (error);
    g_assert_true (rhumb_walk_batch_start (batch, seed, n_seeds, &options, &error));
    g_assert_no_error (error);
    return batch;
}

static double
measure (const RhumbWalkBatch *batch, guint walk, const RhumbWalker *exact)
{
    double distance = 0;
    double all = 0;
    for (guint32 v = 0; v < N; v++) {
        const double score = rhumb_walk_batch_get_score (batch, walk, v);
        g_assert_cmpfloat (score, >=, 0);
        all += score;
        distance += fabs (score - rhumb_walker_get_score (exact, v));
    }
    g_assert_cmpfloat_with_epsilon (all, 1, 1e-6);
    return distance;
}

/* Also where most walks are given up by nodes without links, in parts that hang not together. */
static void
scores_stray_no_more_than_the_bound (void)
{
    static const double DAMPINGS[] = {0.3, 0.85, 0.95};
    static const guint STEPS[] = {1, 2, 5, 12, 120};
    for (guint way = 0; way < 4 * G_N_ELEMENTS (DAMPINGS); way++) {
        const double damping = DAMPINGS[way / 4];
        const RhumbWalkOptions exactly = {damping, 1, TRUE};
        guint32 seed[WALKS];
        g_autoptr (RhumbNetwork) network = make_network (
            way % 2 == 0 ? RHUMB_NETWORK_DIRECTED : RHUMB_NETWORK_UNDIRECTED, way % 4 > 1, way);
        g_autoptr (RhumbWalker) exact = rhumb_walker_new (network, NULL);
        for (guint i = 0; i < WALKS; i++)
            seed[i] = oracle_random_below (N, way, i);
        for (guint k = 0; k < G_N_ELEMENTS (STEPS); k++) {
            const double bound = 4 * pow (damping, STEPS[k] + 1);
            g_autoptr (RhumbWalkBatch) batch = start (network, seed, WALKS, damping, STEPS[k]);
            for (guint i = 0; i < WALKS; i++) {
                g_assert_true (rhumb_walker_start (exact, &seed[i], NULL, 1, &exactly, NULL));
                g_assert_cmpfloat (measure (batch, i, exact), <=, bound + 1e-5);
            }
        }
    }
}

/* Alone, among others, at another place, and for any number of threads. */
static void
a_walk_has_the_same_bits_in_any_company (void)
{
    for (guint way = 0; way < 4; way++) {
        guint32 seed[WALKS];
        g_autoptr (RhumbNetwork) network = make_network (
            way % 2 == 0 ? RHUMB_NETWORK_DIRECTED : RHUMB_NETWORK_UNDIRECTED, way > 1, way + 40);
        for (guint i = 0; i < WALKS; i++)
            seed[i] = oracle_random_below (N, way + 7, i);
#ifdef _OPENMP
        omp_set_num_threads (4);
#endif
        g_autoptr (RhumbWalkBatch) all = start (network, seed, WALKS, 0.85, 6);
#ifdef _OPENMP
        omp_set_num_threads (1);
#endif
        for (guint i = 0; i < WALKS; i++) {
            g_autoptr (RhumbWalkBatch) alone = start (network, &seed[i], 1, 0.85, 6);
            for (guint32 v = 0; v < N; v++)
                g_assert_true (rhumb_walk_batch_get_score (all, i, v) ==
                               rhumb_walk_batch_get_score (alone, 0, v));
        }
        g_autoptr (RhumbWalkBatch) again = start (network, seed + 5, 3, 0.85, 2);
        g_assert_true (rhumb_walk_batch_start (again, seed, WALKS, NULL, NULL));
        for (guint32 v = 0; v < N; v++)
            g_assert_true (rhumb_walk_batch_get_score (all, 9, v) ==
                           rhumb_walk_batch_get_score (again, 9, v));
    }
}

static void
lists_hold_the_best_scores_in_order (void)
{
    const guint32 seed[] = {3, 77, 3};
    g_autoptr (RhumbNetwork) network = make_network (RHUMB_NETWORK_UNDIRECTED, TRUE, 2);
    g_autoptr (RhumbWalkBatch) batch = start (network, seed, 3, 0.85, 5);
    g_autoptr (GPtrArray) lists = rhumb_walk_batch_list_best (batch, 10, 200, 7);
    g_assert_cmpuint (lists->len, ==, 3);
    for (guint i = 0; i < 3; i++) {
        const GArray *list = lists->pdata[i];
        g_assert_cmpuint (list->len, ==, 7);
        const RhumbNeighbour last = g_array_index (list, RhumbNeighbour, 6);
        guint n_better = 0;
        for (guint32 v = 10; v < 210; v++)
            n_better += v != seed[i] && rhumb_walk_batch_get_score (batch, i, v) > last.score;
        g_assert_cmpuint (n_better, ==, 6);
        for (guint k = 0; k < 7; k++) {
            const RhumbNeighbour item = g_array_index (list, RhumbNeighbour, k);
            g_assert_true (item.node >= 10 && item.node < 210 && item.node != seed[i]);
            g_assert_cmpfloat (item.score, ==, rhumb_walk_batch_get_score (batch, i, item.node));
            g_assert_true (k == 0 ||
                           item.score <= g_array_index (list, RhumbNeighbour, k - 1).score);
        }
    }
}

static void
who_has_no_links_stays_at_home (void)
{
    const guint32 from[] = {0, 1};
    const guint32 to[] = {1, 1};
    const guint32 seed[] = {2, 0};
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 3, 3, from, to, NULL, 2, NULL);
    g_autoptr (RhumbWalkBatch) batch = start (network, seed, 2, 0.85, 4);
    g_autoptr (GPtrArray) lists = rhumb_walk_batch_list_best (batch, 0, 3, 5);
    g_assert_cmpfloat (rhumb_walk_batch_get_score (batch, 0, 2), ==, 1);
    g_assert_cmpfloat (rhumb_walk_batch_get_score (batch, 1, 2), ==, 0);
    g_assert_cmpuint (((GArray *)lists->pdata[0])->len, ==, 0);
    g_assert_cmpuint (((GArray *)lists->pdata[1])->len, ==, 1);
}

static void
nonsense_is_refused (void)
{
    static const struct {
        guint32 seed;
        guint n;
        RhumbWalkBatchOptions options;
    } WRONG[] = {
        {N, 1, {0.85, 3}}, {0, 0, {0.85, 3}}, {0, WALKS + 1, {0.85, 3}}, {0, 1, {0, 3}},
        {0, 1, {1, 3}},    {0, 1, {NAN, 3}},  {0, 1, {0.85, 0}},         {0, 1, {0.85, 1001}},
    };
    const guint32 one = 0;
    const double huge = 1e31;
    g_autoptr (RhumbNetwork) network = make_network (RHUMB_NETWORK_UNDIRECTED, FALSE, 2);
    g_autoptr (RhumbWalkBatch) batch = rhumb_walk_batch_new (network, NULL);
    for (guint i = 0; i < G_N_ELEMENTS (WRONG); i++) {
        g_autoptr (GError) error = NULL;
        guint32 seed[WALKS + 1] = {WRONG[i].seed};
        g_assert_false (
            rhumb_walk_batch_start (batch, seed, WRONG[i].n, &WRONG[i].options, &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    }
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbNetwork) heavy =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, 1, 1, &one, &one, &huge, 1, NULL);
    g_assert_null (rhumb_walk_batch_new (heavy, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    g_autoptr (RhumbNetwork) empty =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, 0, 0, NULL, NULL, NULL, 0, NULL);
    g_autoptr (RhumbWalkBatch) none = rhumb_walk_batch_new (empty, NULL);
    g_assert_false (rhumb_walk_batch_start (none, &one, 1, NULL, NULL));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/walk-batch/scores-stray-no-more-than-the-bound",
                     scores_stray_no_more_than_the_bound);
    g_test_add_func ("/walk-batch/a-walk-has-the-same-bits-in-any-company",
                     a_walk_has_the_same_bits_in_any_company);
    g_test_add_func ("/walk-batch/lists-hold-the-best-scores-in-order",
                     lists_hold_the_best_scores_in_order);
    g_test_add_func ("/walk-batch/who-has-no-links-stays-at-home", who_has_no_links_stays_at_home);
    g_test_add_func ("/walk-batch/nonsense-is-refused", nonsense_is_refused);
    return g_test_run ();
}
