/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Who lies between others? The share of shortest paths between all pairs that lead through a node.
 * Directions are followed where the network has them; weights are not used.
 *
 * Source: Freeman (1977), doi:10.2307/3033543; method: Brandes (2001),
 * doi:10.1080/0022250X.2001.9990249: from each source the paths are counted breadth first and
 * what depends on each node is added up on the way back. Scores are divided by (n − 1)(n − 2), the
 * number of ordered pairs of others.
 *
 * On large networks sources are drawn without replacement (Brandes and Pich 2007,
 * doi:10.1142/S0218127407018403): those with the smallest hash of seed and number. What one source
 * adds to a node's score lies between 0 and n / (n − 1), so by Hoeffding's inequality (1963,
 * doi:10.1080/01621459.1963.10500830), which holds for draws without replacement too, with
 * probability 0.95 all scores are within √(ln (2n / 0.05) / 2k) · n / (n − 1) of the exact ones for
 * k sources. The ranking's residual holds that bound; 0 means exact.
 *
 * Cost: O(sources × edges) time, 40 bytes a node.
 */
#include "analytics/rank/betweenness.h"

#include <math.h>

#include "graph/shuffle.h"
#include "graph/text.h"

#define UNSEEN G_MAXUINT32
#define RISK 0.05

typedef struct {
    RhumbRows out;
    RhumbRows in;
    guint32 *distance;
    guint32 *order; /* nodes as they are reached */
    double *n_paths;
    double *dependency;
    double *total;
} Paths;

static guint32
count_paths (Paths *paths, guint32 source)
{
    const RhumbRows out = paths->out;
    guint32 n = 0;
    paths->order[n++] = source;
    paths->distance[source] = 0;
    paths->n_paths[source] = 1;
    for (guint32 i = 0; i < n; i++) {
        const guint32 v = paths->order[i];
        for (gsize e = out.start[v]; e < out.start[v + 1]; e++) {
            const guint32 w = out.node[e];
            if (paths->distance[w] == UNSEEN) {
                paths->distance[w] = paths->distance[v] + 1;
                paths->order[n++] = w;
            }
            if (paths->distance[w] == paths->distance[v] + 1)
                paths->n_paths[w] += paths->n_paths[v];
        }
    }
    return n;
}

/* Adds what depends on each node, the last reached first, and clears behind itself. */
static void
add_dependencies (Paths *paths, guint32 n_reached, guint32 source)
{
    const RhumbRows in = paths->in;
    for (guint32 i = n_reached; i > 0; i--) {
        const guint32 w = paths->order[i - 1];
        const double each = (1 + paths->dependency[w]) / paths->n_paths[w];
        for (gsize e = in.start[w]; e < in.start[w + 1]; e++) {
            const guint32 v = in.node[e];
            if (paths->distance[v] != UNSEEN && paths->distance[v] + 1 == paths->distance[w])
                paths->dependency[v] += paths->n_paths[v] * each;
        }
        if (w != source)
            paths->total[w] += paths->dependency[w];
    }
    for (guint32 i = 0; i < n_reached; i++) {
        const guint32 v = paths->order[i];
        paths->distance[v] = UNSEEN;
        paths->n_paths[v] = 0;
        paths->dependency[v] = 0;
    }
}

/* All nodes, in the order in which they are taken for sources. */
static guint32 *
draw_sources (guint32 n, guint64 seed)
{
    g_autofree guint64 *draw = g_new (guint64, MAX (n, 1));
    for (guint32 v = 0; v < n; v++)
        draw[v] = rhumb_hash_mix (seed, v);
    return rhumb_shuffle (draw, n);
}

static double
bound_error (guint32 n, guint32 n_sources)
{
    if (n_sources >= n || n < 3)
        return 0;
    return sqrt (log (2 * (double)n / RISK) / (2 * (double)n_sources)) * n / (n - 1.0);
}

static void
paths_init (Paths *paths, const RhumbNetwork *network)
{
    const guint32 n = rhumb_network_get_n_from (network);
    paths->out = rhumb_network_get_out_rows (network);
    paths->in = rhumb_network_get_in_rows (network);
    paths->distance = g_new (guint32, n);
    paths->order = g_new (guint32, n);
    paths->n_paths = g_new0 (double, n);
    paths->dependency = g_new0 (double, n);
    paths->total = g_new0 (double, n);
    for (guint32 v = 0; v < n; v++)
        paths->distance[v] = UNSEEN;
}

/**
 * rhumb_betweenness:
 * @network: a directed or undirected network
 * @n_sources: from how many nodes paths are counted; 0 or at least the number of nodes = all
 * @seed: what decides which
 *
 * Computes betweenness, exactly or estimated. The residual of the result is the bound of the error
 * that holds for all nodes with probability 0.95.
 *
 * Source: Brandes (2001), doi:10.1080/0022250X.2001.9990249.
 *
 * Returns: (transfer full): share of shortest paths between ordered pairs of other nodes, 0 to 1
 *
 * Since: 0.2
 */
RhumbRanking *
rhumb_betweenness (const RhumbNetwork *network, guint32 n_sources, guint64 seed)
{
    g_return_val_if_fail (rhumb_network_get_mode (network) != RHUMB_NETWORK_TWO_MODE, NULL);
    const guint32 n = rhumb_network_get_n_from (network);
    const guint32 n_used = n_sources > 0 ? MIN (n_sources, n) : n;
    g_autofree guint32 *source = draw_sources (n, seed);
    Paths paths;
    paths_init (&paths, network);
    for (guint32 i = 0; i < n_used; i++)
        add_dependencies (&paths, count_paths (&paths, source[i]), source[i]);
    for (guint32 v = 0; v < n; v++)
        paths.total[v] = n > 2 ? paths.total[v] * (n / (double)n_used) / (n - 1.0) / (n - 2.0) : 0;
    g_free (paths.distance);
    g_free (paths.order);
    g_free (paths.n_paths);
    g_free (paths.dependency);
    return rhumb_ranking_new_take (n, paths.total, "betweenness", "share of shortest paths", n_used,
                                   bound_error (n, n_used));
}
