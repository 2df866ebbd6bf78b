/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A vector for each node of a network, so that nodes whose surroundings are alike have vectors
 * that point the same way: for tools of one's own that classify, cluster or search.
 *
 * Source: FastRP, Chen, Sultan, Tian, Chen and Skiena (2019), doi:10.1145/3357384.3357879.
 *
 * Method: with the transition matrix P = D⁻¹A, a very sparse random matrix R and powers of
 * strengths, U_1 = P D^β R, U_k = P U_{k−1}, and the result is Σ_k α_k U_k, rows of each U_k scaled
 * to length 1 before they are added and the sum after. One entry in s of R is not 0
 * (fastrp-start.c). We depart in s, which is 3 unless asked: with the source's √n most rows are all
 * zero in large networks and nodes of few links see nothing of each other. A node's random row is
 * the same in any network. U_k are kept in tiles of columns (fastrp-tiles.c).
 *
 * What is known of nodes beside their links may be mixed into R (fastrp-features.c).
 *
 * Cost: O(steps × edges × dimensions); memory three matrices of 4 bytes × nodes × dimensions, and
 * 4 bytes a link where links have weights. A row is summed by one thread in the order of its links:
 * the same bits for any number of threads.
 */
#include "analytics/similar/fastrp.h"

#include <math.h>
#include <string.h>

#include "analytics/similar/fastrp-private.h"
#include "graph/error.h"
#include "graph/large-array.h"
#include "graph/set-error.h"

/* From one entry in so many on, the first step leaves out what is 0. */
#define SPARSE 16

static gboolean
check_options (const RhumbFastrpOptions *o, guint32 n_nodes, GError **error)
{
    gboolean ok = o->n_dimensions >= 1 && o->n_dimensions <= RHUMB_FASTRP_MAX_DIMENSIONS &&
                  o->n_steps >= 1 && o->n_steps <= RHUMB_FASTRP_MAX_STEPS &&
                  fabs (o->strength_power) <= 4 && (o->sparsity >= 1 || o->sparsity == 0) &&
                  o->sparsity <= 1e9;
    for (guint k = 0; ok && k < o->n_steps; k++)
        ok = fabs (o->step_weight[k]) <= 1e9;
    if (!ok) {
        rhumb_set_error (
            error, RHUMB_ERROR_INVALID,
            "%u dimensions, %u steps, power %g, sparsity %g; expected 1 to %d dimensions, "
            "1 to %d steps with finite weights, a power from -4 to 4, a sparsity of 0 or "
            "at least 1",
            o->n_dimensions, o->n_steps, o->strength_power, o->sparsity,
            RHUMB_FASTRP_MAX_DIMENSIONS, RHUMB_FASTRP_MAX_STEPS);
        return FALSE;
    }
    if ((guint64)n_nodes * o->n_dimensions > FASTRP_MAX_NUMBERS) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT,
                     "%u nodes with %u dimensions, expected at most %" G_GUINT64_FORMAT
                     " numbers in all",
                     n_nodes, o->n_dimensions, FASTRP_MAX_NUMBERS);
        return FALSE;
    }
    return TRUE;
}

double
rhumb_fastrp_sum_row (RhumbRows rows, guint32 v)
{
    double strength = 0;
    for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++)
        strength += rhumb_rows_get_weight (rows, i);
    return strength;
}

/* Powers of strengths must be numbers that 32 bits can hold and still be added up. */
static gboolean
check_strengths (RhumbRows rows, double power, GError **error)
{
    for (guint32 v = 0; v < rows.n_rows; v++) {
        const double strength = rhumb_fastrp_sum_row (rows, v);
        const double factor = strength > 0 ? pow (strength, power) : 1;
        if (factor >= 1e-15 && factor <= 1e15 && strength <= G_MAXDOUBLE)
            continue;
        rhumb_set_error (
            error, RHUMB_ERROR_INVALID,
            "links of node %u weigh %g together, to the power of %g that is %g, expected "
            "1e-15 to 1e15",
            v, strength, power, factor);
        return FALSE;
    }
    return TRUE;
}

double
rhumb_fastrp_get_length (const float *row, guint d)
{
    double squares = 0;
    for (guint k = 0; k < d; k++)
        squares += (double)row[k] * row[k];
    return sqrt (squares);
}

/* Adds rows of length @weight in the direction of those of @tiles. */
static void
add_scaled (guint32 n_wanted, guint32 n, guint d, double weight, const float *tiles, float *sum)
{
#pragma omp parallel for schedule(static)
    for (guint32 v = 0; v < n_wanted; v++) {
        float row[RHUMB_FASTRP_MAX_DIMENSIONS];
        rhumb_fastrp_get_row (tiles, n, d, v, row);
        const double length = rhumb_fastrp_get_length (row, d);
        const float scale = length > 0 ? (float)(weight / length) : 0;
        for (guint k = 0; k < d; k++)
            sum[(gsize)v * d + k] += scale * row[k];
    }
}

static void
scale_rows (guint32 n, guint d, float *value)
{
#pragma omp parallel for schedule(static)
    for (guint32 v = 0; v < n; v++) {
        const double length = rhumb_fastrp_get_length (value + (gsize)v * d, d);
        for (guint k = 0; length > 0 && k < d; k++)
            value[(gsize)v * d + k] = (float)(value[(gsize)v * d + k] / length);
    }
}

/**
 * rhumb_fastrp:
 * @network: a directed or undirected network; vectors follow its edges
 * @key: (array): for each node a number that stands for it for good, e.g. the hash of its id
 * @n_wanted: nodes 0 … @n_wanted − 1 get vectors
 * @options: (nullable): options, %NULL = defaults
 * @error: return location for an error
 *
 * Gives nodes vectors of length 1; a node without links has none.
 *
 * Source: Chen et al. (2019), doi:10.1145/3357384.3357879.
 *
 * Returns: (transfer full): vectors, or %NULL with %RHUMB_ERROR_INVALID or %RHUMB_ERROR_LIMIT
 *   (over 2^33 numbers)
 *
 * Since: 0.2
 */
RhumbVectors *
rhumb_fastrp (const RhumbNetwork *network, const guint64 *key, guint32 n_wanted,
              const RhumbFastrpOptions *options, GError **error)
{
    return rhumb_fastrp_with_features (network, key, n_wanted, NULL, options, error);
}

/**
 * rhumb_fastrp_with_features:
 * @network: a directed or undirected network; vectors follow its edges
 * @key: (array): for each node a number that stands for it for good, e.g. the hash of its id
 * @n_wanted: nodes 0 … @n_wanted − 1 get vectors
 * @features: (nullable): what nodes have beside links
 * @options: (nullable): options, %NULL = defaults
 * @error: return location for an error
 *
 * Gives nodes vectors of length 1 by their links and by what they have; a node without links has
 * none.
 *
 * Source: Chen et al. (2019), doi:10.1145/3357384.3357879.
 *
 * Returns: (transfer full): vectors, or %NULL with %RHUMB_ERROR_INVALID or %RHUMB_ERROR_LIMIT
 *   (over 2^33 numbers)
 *
 * Since: 0.2
 */
RhumbVectors *
rhumb_fastrp_with_features (const RhumbNetwork *network, const guint64 *key, guint32 n_wanted,
                            const RhumbFastrpFeatures *features, const RhumbFastrpOptions *options,
                            GError **error)
{
    static const RhumbFastrpOptions DEFAULTS = RHUMB_FASTRP_DEFAULTS;
    const RhumbFastrpOptions *o = options != NULL ? options : &DEFAULTS;
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    const guint32 n = rows.n_rows;
    const guint d = o->n_dimensions;
    g_return_val_if_fail (n_wanted <= n, NULL);
    if (!check_options (o, n, error))
        return NULL;
    if (!rhumb_fastrp_check_features (features, n, d, error) ||
        !check_strengths (rows, o->strength_power, error))
        return NULL;
    const double sparsity = o->sparsity > 0 ? o->sparsity : MAX (sqrt (n), 1);
    g_auto (FastrpTiles) first = {0};
    g_auto (FastrpTiles) second = {0};
    float *from = rhumb_fastrp_tiles_init (&first, n, d);
    float *to = rhumb_fastrp_tiles_init (&second, n, d);
    g_autofree float *sum = rhumb_large_array_new ((gsize)n_wanted * d + 1, sizeof (float));
    g_auto (FastrpLinks) links = {0};
    rhumb_fastrp_links_init (&links, rows);
    memset (sum, 0, (gsize)n_wanted * d * sizeof *sum);
    const gboolean sparse = sparsity >= SPARSE && features == NULL;
    if (!sparse)
        rhumb_fastrp_draw_start (&links, key, features, o, sparsity, from);
    for (guint k = 0; k < o->n_steps; k++) {
        if (sparse && k == 0)
            rhumb_fastrp_start_sparse (&links, key, o, sparsity, from, to);
        else
            rhumb_fastrp_step (&links, d, from, to);
        if (o->step_weight[k] != 0)
            add_scaled (n_wanted, n, d, o->step_weight[k], to, sum);
        float *swap = from;
        from = to;
        to = swap;
    }
    scale_rows (n_wanted, d, sum);
    return rhumb_vectors_new_take (n_wanted, d, g_steal_pointer (&sum));
}
