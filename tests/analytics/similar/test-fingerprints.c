/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Walks finished from fingerprints against exact ones and closed forms.
 */
#include "analytics/similar/fingerprints.h"

#include <math.h>

#ifdef _OPENMP
#include <omp.h>
#endif

#include "analytics/similar/push.h"
#include "graph/error.h"
#include "graph/text.h"
#include "tests/oracle.h"

#define N 60

static guint64 *
make_keys (void)
{
    guint64 *key = g_new (guint64, N);
    for (guint32 v = 0; v < N; v++)
        key[v] = rhumb_hash_mix (5, v);
    return key;
}

static RhumbNetwork *
make_network (RhumbNetworkMode mode, gboolean weighted, guint seed)
{
    g_autoptr (OracleEdges) edges = oracle_edges_new (mode, N, N, 150, weighted, seed);
    return oracle_edges_to_network (edges);
}

static RhumbFingerprints *
take (const RhumbNetwork *network, guint n_walks)
{
    const RhumbFingerprintOptions options = {0.85, n_walks, 1};
    g_autofree guint64 *key = make_keys ();
    g_autoptr (GError) error = NULL;
    RhumbFingerprints *fingerprints = rhumb_fingerprints_new (network, key, &options, &error);
    g_assert_no_error (error);
    return fingerprints;
}

/* Mean sum of absolute differences to exact walks. */
static double
measure (RhumbNetwork *network, const RhumbFingerprints *fingerprints, double threshold)
{
    const RhumbWalkOptions exactly = {0.85, 1, TRUE};
    const RhumbWalkOptions options = {0.85, threshold, FALSE};
    g_autoptr (RhumbWalker) exact = rhumb_walker_new (network, NULL);
    g_autoptr (RhumbWalker) walker = rhumb_walker_new (network, NULL);
    double distance = 0;
    rhumb_walker_use_fingerprints (walker, fingerprints);
    for (guint32 v = 0; v < N; v++) {
        double all = 0;
        g_assert_true (rhumb_walker_start (exact, &v, NULL, 1, &exactly, NULL));
        g_assert_true (rhumb_walker_start (walker, &v, NULL, 1, &options, NULL));
        for (guint32 u = 0; u < N; u++) {
            all += rhumb_walker_get_score (walker, u);
            distance +=
                fabs (rhumb_walker_get_score (walker, u) - rhumb_walker_get_score (exact, u)) / N;
        }
        g_assert_cmpfloat_with_epsilon (all, 1, 1e-9);
        g_assert_cmpfloat (rhumb_walker_get_residual (walker), <=, fingerprints != NULL ? 0 : 1);
    }
    return distance;
}

/* Directed networks have nodes without links, where walks end. */
static void
more_walks_come_nearer_to_exact_scores (void)
{
    for (guint way = 0; way < 4; way++) {
        g_autoptr (RhumbNetwork) network = make_network (
            way % 2 == 0 ? RHUMB_NETWORK_DIRECTED : RHUMB_NETWORK_UNDIRECTED, way / 2 == 1, way);
        g_autoptr (RhumbFingerprints) few = take (network, 20);
        g_autoptr (RhumbFingerprints) many = take (network, 5000);
        const double of_few = measure (network, few, 1);
        const double of_many = measure (network, many, 1);
        g_assert_cmpfloat (of_many, <, 0.05);
        g_assert_cmpfloat (of_many, <, of_few / 6); /* the root of 250 is 16 */
        g_assert_cmpfloat (measure (network, few, 0.005), <, measure (network, NULL, 0.005));
        g_assert_cmpfloat (measure (network, few, 0.005), <, of_few);
        /* twice as far without a step along all links */
        g_assert_cmpfloat (measure (network, few, 0.005), <, 0.04);
    }
}

/* Too little is dealt out for a step along all links; sums are checked where it is measured. */
static void
single_walks_are_only_dealt_out (void)
{
    g_autoptr (RhumbNetwork) network = make_network (RHUMB_NETWORK_UNDIRECTED, FALSE, 3);
    g_autoptr (RhumbFingerprints) one = take (network, 1);
    g_autoptr (RhumbFingerprints) ten = take (network, 10);
    g_assert_cmpfloat (measure (network, one, 1), >, 2 * measure (network, ten, 1));
}

/* Two nodes and one link: a walk is at the other one half an odd number of steps later. */
static void
a_pair_has_its_closed_form (void)
{
    const guint32 from = 0;
    const guint32 to = 1;
    const guint64 key[] = {11, 12};
    const RhumbFingerprintOptions options = {0.5, 10000, 3};
    const RhumbWalkOptions walk = {0.5, 1, FALSE};
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 2, 2, &from, &to, NULL, 1, NULL);
    g_autoptr (RhumbFingerprints) fingerprints =
        rhumb_fingerprints_new (network, key, &options, NULL);
    g_autoptr (RhumbWalker) walker = rhumb_walker_new (network, NULL);
    rhumb_walker_use_fingerprints (walker, fingerprints);
    g_assert_true (rhumb_walker_start (walker, &from, NULL, 1, &walk, NULL));
    g_assert_cmpfloat_with_epsilon (rhumb_walker_get_score (walker, 0), 2.0 / 3, 0.01);
    g_assert_cmpfloat_with_epsilon (rhumb_walker_get_score (walker, 1), 1.0 / 3, 0.01);
}

static void
bytes_do_not_depend_on_threads (void)
{
    g_autoptr (RhumbNetwork) network = make_network (RHUMB_NETWORK_UNDIRECTED, TRUE, 8);
#ifdef _OPENMP
    omp_set_num_threads (1);
#endif
    g_autoptr (RhumbFingerprints) one = take (network, 50);
#ifdef _OPENMP
    omp_set_num_threads (4);
#endif
    g_autoptr (RhumbFingerprints) four = take (network, 50);
    g_assert_cmpuint (rhumb_fingerprints_hash (one), ==, rhumb_fingerprints_hash (four));
    g_assert_cmpuint (rhumb_fingerprints_get_n_bytes (one), ==,
                      rhumb_fingerprints_get_n_bytes (four));
    g_assert_cmpuint (rhumb_fingerprints_get_n_bytes (one), >, N * 20);
}

static void
nonsense_is_refused (void)
{
    static const RhumbFingerprintOptions WRONG[] = {
        {0, 10, 1}, {1, 10, 1}, {NAN, 10, 1}, {0.85, 0, 1}, {0.85, 10001, 1}};
    const RhumbWalkOptions other = {0.5, 0.01, FALSE};
    const guint32 start = 0;
    g_autofree guint64 *key = make_keys ();
    g_autoptr (RhumbNetwork) network = make_network (RHUMB_NETWORK_UNDIRECTED, FALSE, 8);
    g_autoptr (RhumbWalker) walker = rhumb_walker_new (network, NULL);
    g_autoptr (RhumbFingerprints) fingerprints = take (network, 1);
    g_autoptr (GError) damping = NULL;
    for (guint i = 0; i < G_N_ELEMENTS (WRONG); i++) {
        g_autoptr (GError) error = NULL;
        g_assert_null (rhumb_fingerprints_new (network, key, &WRONG[i], &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    }
    rhumb_walker_use_fingerprints (walker, fingerprints);
    g_assert_false (rhumb_walker_start (walker, &start, NULL, 1, &other, &damping));
    g_assert_error (damping, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    g_autoptr (RhumbNetwork) empty =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, 0, 0, NULL, NULL, NULL, 0, NULL);
    g_autoptr (RhumbFingerprints) none = rhumb_fingerprints_new (empty, key, NULL, NULL);
    g_assert_nonnull (none);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/fingerprints/more-walks-come-nearer-to-exact-scores",
                     more_walks_come_nearer_to_exact_scores);
    g_test_add_func ("/fingerprints/single-walks-are-only-dealt-out",
                     single_walks_are_only_dealt_out);
    g_test_add_func ("/fingerprints/a-pair-has-its-closed-form", a_pair_has_its_closed_form);
    g_test_add_func ("/fingerprints/bytes-do-not-depend-on-threads",
                     bytes_do_not_depend_on_threads);
    g_test_add_func ("/fingerprints/nonsense-is-refused", nonsense_is_refused);
    return g_test_run ();
}
