/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The random rows that FastRP starts from, and the first step from them.
 *
 * Source: very sparse random projections, Li, Hastie and Church (2006),
 * doi:10.1145/1150402.1150436.
 *
 * Method: entries are +√s, 0 and −√s with probabilities 1/2s, 1 − 1/s, 1/2s, each drawn from the
 * seed, the key of its node and its column alone. Where most are 0, the first step adds up the
 * others only: what adds nothing is left out, the sums are the same.
 *
 * Cost: nodes × dimensions draws; the first step links × dimensions / s where that is used.
 */
#include <math.h>
#include <string.h>

#include "analytics/similar/fastrp-private.h"
#include "graph/hash-private.h"

/* The random row of a node, times the power of its strength. */
void
rhumb_fastrp_draw_row (const RhumbFastrpOptions *o, double sparsity, guint64 key, double strength,
                       float *row)
{
    const double size = strength > 0 ? sqrt (sparsity) * pow (strength, o->strength_power) : 0;
    const float sign[] = {(float)size, (float)-size, 0};
    const guint64 own = hash_mix (o->seed, key);
    for (guint k = 0; k < o->n_dimensions; k++) {
        const double chance = (double)(gint64)(hash_mix (own, k) >> 11) * 0x1p-53 * sparsity;
        row[k] = sign[(chance >= 0.5) + (chance >= 1)];
    }
}

/* The rows that nodes start at, in tiles. */
void
rhumb_fastrp_draw_start (const FastrpLinks *links, const guint64 *key,
                         const RhumbFastrpFeatures *features, const RhumbFastrpOptions *o,
                         double sparsity, float *tiles)
{
    const guint32 n = links->rows.n_rows;
    const guint d = o->n_dimensions;
    g_autofree float *of_features =
        features != NULL ? rhumb_fastrp_draw_features (features, o) : NULL;
#pragma omp parallel for schedule(dynamic, 64)
    for (guint32 v = 0; v < n; v++) {
        float row[RHUMB_FASTRP_MAX_DIMENSIONS];
        const double strength = rhumb_fastrp_sum_row (links->rows, v);
        rhumb_fastrp_draw_row (o, sparsity, key[v], strength, row);
        if (features != NULL)
            rhumb_fastrp_mix_row (features, of_features, o, strength, v, row);
        rhumb_fastrp_put_row (tiles, n, d, v, row);
    }
}

/* The entries of rows that are not 0. */
typedef struct {
    gsize *start;
    guint16 *column;
    float *value;
} Sparse;

static void
sparse_clear (Sparse *sparse)
{
    g_free (sparse->start);
    g_free (sparse->column);
    g_free (sparse->value);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sparse, sparse_clear)

/* From whole rows, one after the other. */
static void
sparse_init (Sparse *sparse, guint32 n, guint d, const float *rows)
{
    sparse->start = g_new0 (gsize, (gsize)n + 1);
#pragma omp parallel for schedule(static)
    for (guint32 v = 0; v < n; v++) {
        for (guint k = 0; k < d; k++)
            sparse->start[v + 1] += rows[(gsize)v * d + k] != 0;
    }
    for (guint32 v = 0; v < n; v++)
        sparse->start[v + 1] += sparse->start[v];
    sparse->column = g_new (guint16, sparse->start[n] + 1);
    sparse->value = g_new (float, sparse->start[n] + 1);
#pragma omp parallel for schedule(static)
    for (guint32 v = 0; v < n; v++) {
        gsize at = sparse->start[v];
        for (guint k = 0; k < d; k++) {
            if (rows[(gsize)v * d + k] == 0)
                continue;
            sparse->column[at] = (guint16)k;
            sparse->value[at++] = rows[(gsize)v * d + k];
        }
    }
}

/* Row v of @tiles is the mean of the random rows of its neighbours; @spare has room for all. */
void
rhumb_fastrp_start_sparse (const FastrpLinks *links, const guint64 *key,
                           const RhumbFastrpOptions *o, double sparsity, float *spare, float *tiles)
{
    const RhumbRows rows = links->rows;
    const guint d = o->n_dimensions;
    g_auto (Sparse) sparse = {0};
#pragma omp parallel for schedule(static)
    for (guint32 v = 0; v < rows.n_rows; v++)
        rhumb_fastrp_draw_row (o, sparsity, key[v], rhumb_fastrp_sum_row (rows, v),
                               spare + (gsize)v * d);
    sparse_init (&sparse, rows.n_rows, d, spare);
#pragma omp parallel for schedule(dynamic, 64)
    for (guint32 v = 0; v < rows.n_rows; v++) {
        float row[RHUMB_FASTRP_MAX_DIMENSIONS];
        memset (row, 0, d * sizeof *row);
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
            const float w = links->weight != NULL ? links->weight[i] : links->scale[v];
            const guint32 u = rows.node[i];
            for (gsize e = sparse.start[u]; e < sparse.start[u + 1]; e++)
                row[sparse.column[e]] += w * sparse.value[e];
        }
        rhumb_fastrp_put_row (tiles, rows.n_rows, d, v, row);
    }
}
