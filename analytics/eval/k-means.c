/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Clusters of vectors: each is nearest to the mean of its own cluster.
 *
 * Source: Lloyd (1982), doi:10.1109/TIT.1982.1056489; starts by k-means++, Arthur and Vassilvitskii
 * (2007), doi:10.5555/1283383.1283494: the next centre is a row chosen with chances in proportion
 * to its squared distance from the nearest centre so far. Of several starts the one with the least
 * sum of squared distances is kept. A centre that loses all its rows goes to the row that is
 * farthest from its own.
 *
 * Cost: starts × rounds × rows × columns × clusters. Starts go side by side; what one sums up is
 * summed by one thread in one order: the same bits for any number of threads. Of a single start the
 * distances are found side by side.
 */
#include "analytics/eval/k-means.h"

#include <float.h>
#include <string.h>

#include "analytics/eval/row-sums.h"
#include "graph/text.h"

#define MAX_ROUNDS 300

typedef struct {
    const float *row;
    guint32 n;
    guint d;
    guint k;
    double *centre; /* k × d */
    double *size;
    double *distance; /* of each row to its centre, squared */
    guint32 *cluster;
} Means;

static void
means_prepare (Means *m)
{
    m->centre = g_new (double, (gsize)m->k * m->d + 1);
    m->size = g_new (double, m->k);
    m->distance = g_new (double, m->n);
    m->cluster = g_new (guint32, m->n);
}

static void
means_clear (Means *m)
{
    g_free (m->centre);
    g_free (m->size);
    g_free (m->distance);
    g_free (m->cluster);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Means, means_clear)

static void
put_centre (Means *m, guint c, guint32 row)
{
    for (guint i = 0; i < m->d; i++)
        m->centre[(gsize)c * m->d + i] = m->row[(gsize)row * m->d + i];
}

/* A row, with chances in proportion to its distance; any row if all distances are 0. */
static guint32
draw_row (const Means *m, guint64 random)
{
    double total = 0;
    for (guint32 v = 0; v < m->n; v++)
        total += m->distance[v];
    if (!(total > 0))
        return (guint32)(random % m->n);
    const double wanted = (double)(random >> 11) * 0x1p-53 * total;
    double sum = 0;
    guint32 last = 0;
    for (guint32 v = 0; v < m->n; v++) {
        if (!(m->distance[v] > 0))
            continue;
        sum += m->distance[v];
        last = v;
        if (sum > wanted)
            return v;
    }
    return last;
}

static void
choose_centres (Means *m, guint64 seed)
{
    for (guint32 v = 0; v < m->n; v++)
        m->distance[v] = 1;
    for (guint c = 0; c < m->k; c++) {
        put_centre (m, c, draw_row (m, rhumb_hash_mix (seed, c)));
#pragma omp parallel for schedule(static)
        for (guint32 v = 0; v < m->n; v++) {
            const double here =
                rhumb_row_distance (m->row + (gsize)v * m->d, m->centre + (gsize)c * m->d, m->d);
            if (c == 0 || here < m->distance[v])
                m->distance[v] = here;
        }
    }
}

/* Each row to its nearest centre, ties to the lower number. Returns whether one moved. */
static gboolean
assign (Means *m)
{
    gboolean moved = FALSE;
#pragma omp parallel for schedule(static) reduction(|| : moved)
    for (guint32 v = 0; v < m->n; v++) {
        guint32 best = 0;
        double least = DBL_MAX;
        for (guint c = 0; c < m->k; c++) {
            const double here =
                rhumb_row_distance (m->row + (gsize)v * m->d, m->centre + (gsize)c * m->d, m->d);
            if (here < least) {
                least = here;
                best = c;
            }
        }
        moved = moved || m->cluster[v] != best;
        m->cluster[v] = best;
        m->distance[v] = least;
    }
    return moved;
}

static void
fill_empty (Means *m)
{
    for (guint c = 0; c < m->k; c++) {
        guint32 far = 0;
        if (m->size[c] > 0)
            continue;
        for (guint32 v = 1; v < m->n; v++)
            far = m->distance[v] > m->distance[far] ? v : far;
        put_centre (m, c, far);
        m->distance[far] = 0;
    }
}

static void
move_centres (Means *m)
{
    memset (m->size, 0, m->k * sizeof *m->size);
    memset (m->centre, 0, (gsize)m->k * m->d * sizeof *m->centre);
    for (guint32 v = 0; v < m->n; v++) {
        const guint32 c = m->cluster[v];
        m->size[c]++;
        rhumb_row_add (m->row + (gsize)v * m->d, 1, m->centre + (gsize)c * m->d, m->d);
    }
    for (guint c = 0; c < m->k; c++) {
        for (guint i = 0; i < m->d; i++)
            m->centre[(gsize)c * m->d + i] /= m->size[c] > 0 ? m->size[c] : 1;
    }
    fill_empty (m);
}

static double
run_once (Means *m, guint64 seed)
{
    double sum = 0;
    choose_centres (m, seed);
    memset (m->cluster, 0xff, m->n * sizeof *m->cluster);
    for (guint round = 0; round < MAX_ROUNDS && assign (m); round++)
        move_centres (m);
    for (guint32 v = 0; v < m->n; v++)
        sum += m->distance[v];
    return sum;
}

/**
 * rhumb_k_means:
 * @row: n_rows × n_columns numbers, row by row, finite
 * @n_rows: rows
 * @n_columns: numbers in a row
 * @n_clusters: clusters, at least 1
 * @n_starts: how many starts, at least 1; the best is kept, of equally good ones the first
 * @seed: seed
 * @cluster: (out caller-allocates): n_rows numbers below @n_clusters
 *
 * Finds clusters of rows. With fewer different rows than clusters some of these are empty.
 *
 * Returns: sum of the squared distances of rows from the means of their clusters
 *
 * Since: 0.2
 */
double
rhumb_k_means (const float *row, guint32 n_rows, guint n_columns, guint n_clusters, guint n_starts,
               guint64 seed, guint32 *cluster)
{
    g_return_val_if_fail (n_clusters > 0 && n_starts > 0, 0);
    if (n_rows == 0)
        return 0;
    double best = 0;
    guint first = G_MAXUINT; /* start that reached it */
#pragma omp parallel for schedule(dynamic, 1) if (n_starts > 1)
    for (guint i = 0; i < n_starts; i++) {
        g_auto (Means) means = {row, n_rows, n_columns, n_clusters, NULL, NULL, NULL, NULL};
        means_prepare (&means);
        const double sum = run_once (&means, rhumb_hash_mix (seed, i));
#pragma omp critical
        if (first == G_MAXUINT || sum < best || (sum == best && i < first)) {
            best = sum;
            first = i;
            memcpy (cluster, means.cluster, n_rows * sizeof *cluster);
        }
    }
    return best;
}
