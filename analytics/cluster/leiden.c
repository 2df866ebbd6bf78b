/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which nodes of a network belong together.
 *
 * Source: Traag, Waltman and van Eck (2019), doi:10.1038/s41598-019-41695-z. Quality:
 *
 *   modularity   Q = 1/2m Σ_ij δ_ij (a_ij − γ k_i k_j / 2m)
 *   CPM          Q = 1/2m Σ_ij δ_ij (a_ij − γ n_i n_j)
 *
 * Method: an iteration moves nodes to the clusters where quality gains most (local-moving), takes
 * the clusters apart into connected parts (refinement), makes the parts the nodes of a smaller
 * network whose clusters are those found so far (level), and begins again there, until no parts
 * can be joined. On the way back the nodes of each level may move once more (multi-level
 * refinement: Rotta and Noack 2011, doi:10.1145/1963190.1970376), which the source leaves to its
 * next iteration; clusters that fall apart by that are split (components). Iterations go on until
 * the quality no longer rises; in large networks there is one unless more are asked for. Of
 * several starts the best is kept, of equally good ones the first.
 *
 * Batches, random numbers and the order of sums do not depend on threads, so neither do clusters.
 *
 * Cost: O(edges) time for each of some ten rounds an iteration; 12 bytes an edge and direction for
 * the smaller networks, 70 bytes a node.
 */
#include "analytics/cluster/leiden.h"

#include <math.h>
#include <string.h>

#include "analytics/cluster/components.h"
#include "analytics/cluster/level.h"
#include "analytics/cluster/local-moving.h"
#include "analytics/cluster/quality-private.h"
#include "analytics/cluster/refinement.h"
#include "graph/error.h"
#include "graph/large-array.h"
#include "graph/text.h"
#include "graph/set-error.h"

/* Randomness of the refinement, in mean link weights; the source's default. */
#define THETA 0.01

/* Iterations that gain less than this share of the quality end the start: it is stable. In small
 * networks, where they are cheap, it takes several in a row, since the refinement tries other parts
 * each time. */
#define MIN_GAIN 1e-5
#define PATIENCE_SMALL 10
#define SMALL 10000

/* A start is so many runs in the smallest networks, where luck decides most and a run costs next to
 * nothing. */
#define TINY 1000
#define RUNS_A_START_TINY 4

/* Networks of this many nodes get one iteration unless more are asked for. */
#define LARGE 100000

/* A round that moves fewer than this share of the nodes ends the moving, at the first level of
 * large networks, at the levels above it, and on the way back in large ones: the levels above and
 * the way back look after the rest. */
#define MIN_MOVED_LARGE 0.25
#define MIN_MOVED_ABOVE 0.05
#define MIN_MOVED_BACK 0.03

/* A level above that would hold more than this share of the nodes is not made: levels that hardly
 * shrink would be too many. */
#define MAX_LEFT 0.95

typedef struct {
    Level *level; /* the network */
    double resolution;
    double randomness;
    double total;        /* 2m */
    gboolean is_gradual; /* see init_problem() */
} Problem;

static gboolean
check_options (const RhumbLeidenOptions *options, guint32 n_nodes, GError **error)
{
    if (!(options->resolution > 0 && options->resolution < G_MAXDOUBLE && options->n_starts > 0)) {
        rhumb_set_error (error, RHUMB_ERROR_INVALID,
                         "resolution %g with %u starts, expected both above 0", options->resolution,
                         options->n_starts);
        return FALSE;
    }
    if (options->start != NULL && rhumb_partition_get_n_nodes (options->start) != n_nodes) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                     "a partition of %u nodes to start from, expected one of %u",
                     rhumb_partition_get_n_nodes (options->start), n_nodes);
        return FALSE;
    }
    for (guint32 v = 0; options->node_weight != NULL && v < n_nodes; v++) {
        if (options->node_weight[v] >= 0 && options->node_weight[v] < G_MAXDOUBLE)
            continue;
        rhumb_set_error (error, RHUMB_ERROR_INVALID,
                         "weight of node %u is %g, expected a finite number of at least 0", v,
                         options->node_weight[v]);
        return FALSE;
    }
    return TRUE;
}

/* The quality in the one form that the steps know: weight inside less γ times products of sizes. */
static void
init_problem (Problem *problem, const RhumbNetwork *network, const RhumbLeidenOptions *options)
{
    double *size = rhumb_sum_strengths (network, &problem->total);
    const guint32 n = rhumb_network_get_n_from (network);
    problem->resolution = options->resolution;
    if (options->quality == RHUMB_LEIDEN_MODULARITY && problem->total > 0)
        problem->resolution /= problem->total;
    /* The clusters of CPM are small: in large networks those that grow first would take what others
     * need. On 1 million papers that costs 0.003 of the quality. */
    problem->is_gradual = options->quality == RHUMB_LEIDEN_CPM && n >= LARGE;
    for (guint32 v = 0; options->quality == RHUMB_LEIDEN_CPM && v < n; v++)
        size[v] = options->node_weight != NULL ? options->node_weight[v] : 1;
    const gsize n_edges = rhumb_network_get_n_edges (network);
    problem->randomness = THETA * problem->total / (2 * (double)MAX (n_edges, 1));
    problem->level = rhumb_level_new (network, size);
}

static void
clear_problem (Problem *problem)
{
    rhumb_level_free (problem->level);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Problem, clear_problem)

/* The clusters of parts: that of any node of each. */
static guint32 *
lift_clusters (guint32 n_nodes, const guint32 *cluster, const guint32 *part, guint32 n_parts)
{
    guint32 *lifted = rhumb_large_array_new (n_parts, sizeof (guint32));
    for (guint32 v = 0; v < n_nodes; v++)
        lifted[part[v]] = cluster[v];
    return lifted;
}

static double
choose_min_moved (guint32 n_nodes, guint depth)
{
    if (depth == 0)
        return n_nodes >= LARGE ? MIN_MOVED_LARGE : 0;
    return n_nodes >= SMALL ? MIN_MOVED_ABOVE : 0;
}

/* Moves the nodes of a level, then those of the levels above, then once more its own. @cluster
 * holds numbers below the level's number of nodes. */
static void
climb (const Problem *problem, const Level *level, guint64 seed, guint depth, guint32 *cluster)
{
    const guint32 n = level->n_nodes;
    const guint64 own_seed = rhumb_hash_mix (seed, depth);
    rhumb_move_nodes (level, problem->resolution, choose_min_moved (n, depth),
                      problem->is_gradual && depth == 0, own_seed, cluster);
    const guint32 n_clusters = rhumb_number_clusters (n, cluster, n);
    g_autofree guint32 *part = rhumb_large_array_new (n, sizeof (guint32));
    const guint32 n_parts =
        rhumb_refine_clusters (level, cluster, n_clusters, problem->resolution, problem->randomness,
                               rhumb_hash_mix (own_seed, 1), part);
    if (n_parts == n || (n >= TINY && n_parts > MAX_LEFT * n))
        return;
    g_autofree guint32 *lifted = lift_clusters (n, cluster, part, n_parts);
    g_autoptr (Level) above = rhumb_level_new_quotient (level, part, n_parts);
    climb (problem, above, seed, depth + 1, lifted);
    for (guint32 v = 0; v < n; v++)
        cluster[v] = lifted[part[v]];
    g_clear_pointer (&above, rhumb_level_free);
    rhumb_move_nodes (level, problem->resolution, n >= LARGE ? MIN_MOVED_BACK : 0, FALSE,
                      rhumb_hash_mix (own_seed, 2), cluster);
}

/* Iterates until the quality no longer rises; returns it. The best clusters are kept. */
static double
run_start (const Problem *problem, const RhumbLeidenOptions *options, guint64 run, guint32 *cluster)
{
    const Level *level = problem->level;
    const guint32 n = level->n_nodes;
    const guint n_iterations = options->n_iterations == 0 && n >= LARGE ? 1 : options->n_iterations;
    const guint patience = n < SMALL ? PATIENCE_SMALL : 1;
    guint n_idle = 0;
    const guint64 seed = rhumb_hash_mix (options->seed, run);
    g_autofree guint32 *next = rhumb_large_array_new (n, sizeof (guint32));
    memcpy (next, cluster, sizeof (guint32) * n);
    guint32 n_clusters = rhumb_number_clusters (n, next, n);
    /* Of nodes that are each alone nothing need be known: any cluster is better. */
    double best =
        options->start != NULL
            ? rhumb_measure_quality (level, next, n_clusters, problem->resolution, problem->total)
            : -HUGE_VAL;
    const double before_any = best;
    for (guint i = 0; n_iterations == 0 || i < n_iterations; i++) {
        climb (problem, level, rhumb_hash_mix (seed, i), 0, next);
        n_clusters = rhumb_split_unconnected (level, rhumb_number_clusters (n, next, n), next);
        const double quality =
            rhumb_measure_quality (level, next, n_clusters, problem->resolution, problem->total);
        const double gain = quality - best;
        if (gain > 0 || (i == 0 && quality >= before_any)) {
            best = quality;
            memcpy (cluster, next, sizeof (guint32) * n);
        }
        n_idle = gain > MIN_GAIN * fabs (quality) ? 0 : n_idle + 1;
        if (n_idle >= patience)
            break;
    }
    return best;
}

/* Where all starts begin. */
static guint32 *
make_start (guint32 n_nodes, const RhumbPartition *start)
{
    guint32 *cluster = rhumb_large_array_new (n_nodes, sizeof (guint32));
    if (start != NULL)
        memcpy (cluster, rhumb_partition_get_clusters (start), sizeof (guint32) * n_nodes);
    for (guint32 v = 0; start == NULL && v < n_nodes; v++)
        cluster[v] = v;
    return cluster;
}

/* Runs all starts; returns the best clusters. */
static guint32 *
run_starts (const Problem *problem, const RhumbLeidenOptions *options, double *best_quality)
{
    const guint32 n = problem->level->n_nodes;
    guint32 *best = NULL;
    const guint64 n_runs = (guint64)options->n_starts * (n < TINY ? RUNS_A_START_TINY : 1);
    for (guint64 run = 0; run < n_runs; run++) {
        g_autofree guint32 *cluster = make_start (n, options->start);
        const double quality = run_start (problem, options, run, cluster);
        if (best != NULL && quality <= *best_quality)
            continue;
        *best_quality = quality;
        g_free (best);
        best = g_steal_pointer (&cluster);
    }
    return best;
}

/**
 * rhumb_leiden:
 * @network: an undirected network
 * @options: (nullable): options, %NULL = defaults
 * @error: return location for an error
 *
 * Finds clusters by the Leiden algorithm. Clusters are connected by links of a weight above 0; a
 * node without such links is a cluster of its own. The result is the same for any number of
 * threads.
 *
 * Source: Traag, Waltman and van Eck (2019), doi:10.1038/s41598-019-41695-z.
 *
 * Returns: (transfer full): a cluster for each node, or %NULL with %RHUMB_ERROR_INVALID
 *
 * Since: 0.1
 */
RhumbPartition *
rhumb_leiden (const RhumbNetwork *network, const RhumbLeidenOptions *options, GError **error)
{
    static const RhumbLeidenOptions DEFAULTS = RHUMB_LEIDEN_DEFAULTS;
    g_return_val_if_fail (rhumb_network_get_mode (network) == RHUMB_NETWORK_UNDIRECTED, NULL);
    const RhumbLeidenOptions *used = options != NULL ? options : &DEFAULTS;
    const guint32 n = rhumb_network_get_n_from (network);
    if (!check_options (used, n, error))
        return NULL;
    g_auto (Problem) problem = {0};
    init_problem (&problem, network, used);
    double quality = 0;
    g_autofree guint32 *cluster = NULL;
    if (problem.total > 0)
        cluster = run_starts (&problem, used, &quality);
    else
        cluster = make_start (n, NULL);
    return rhumb_partition_new (n, cluster, NULL,
                                used->quality == RHUMB_LEIDEN_MODULARITY ? "modularity" : "CPM",
                                quality, used->resolution, used->seed);
}
