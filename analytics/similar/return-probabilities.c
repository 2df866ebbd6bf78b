/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What a node's surroundings look like, whoever is in them: how probably a random walk that leaves
 * a node is back after 1, 2 … k steps. Nodes of the same role, as leaves of stars or members of
 * cliques, have the same numbers, however far apart they are; so graph transformers tell them apart
 * (random-walk structural encoding).
 *
 * Source: Dwivedi, Luu, Laurent, Bengio, Bresson (2022), arXiv:2110.07875, as used by Rampášek et
 * al. (2022), arXiv:2205.12454; estimates: Hutchinson (1990), doi:10.1080/03610919008812866.
 *
 * Method: with P = D⁻¹A, D the strengths, the numbers are the diagonals of P^k. An undirected walk
 * is reversible, so half the steps do: with U_j = P^j D^(−1/2) Z, row v of U_j times row v of U_j
 * and of U_{j+1}, times d_v, are the diagonals of P^2j and P^(2j+1) if Z Zᵀ is the identity. The
 * columns of Z are unit vectors, one for each node, where the network is small enough for that;
 * else random signs, whose products are the identity but for chance: then even steps have a
 * standard error of √(2/probes) of their value at most. Signs are keyed by seed, node and column.
 * Columns are taken 32 at once, as vectors are (fastrp-tiles.c), in numbers of 32 bits.
 *
 * Cost: links × steps/2 × nodes, or × probes; memory 256 bytes a node, and 4 bytes a link where
 * links have weights. A row is summed by one thread in one order: the same bits for any number of
 * threads.
 */
#include "analytics/similar/return-probabilities.h"

#include <math.h>
#include <string.h>

#include "analytics/similar/fastrp-private.h"
#include "graph/large-array.h"
#include "graph/set-error.h"
#include "graph/text.h"

#define COLUMNS 32

/* Of strengths, so that their roots are numbers of 32 bits. */
#define LEAST_STRENGTH 1e-30
#define MOST_STRENGTH 1e30

typedef struct {
    FastrpLinks links;
    double *strength;
    guint32 n_wanted;
    guint n_steps;
    double *sum; /* n_wanted × n_steps */
} Returns;

static gboolean
check (const RhumbReturnsOptions *o, GError **error)
{
    if (o->n_steps >= 1 && o->n_steps <= RHUMB_RETURNS_MAX_STEPS && o->n_probes >= 1 &&
        o->n_probes <= RHUMB_RETURNS_MAX_PROBES)
        return TRUE;
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                 "%u steps and %u probes, expected 1 to %d steps and 1 to %d probes", o->n_steps,
                 o->n_probes, RHUMB_RETURNS_MAX_STEPS, RHUMB_RETURNS_MAX_PROBES);
    return FALSE;
}

static double *
sum_strengths (RhumbRows rows, GError **error)
{
    g_autofree double *strength = g_new (double, (gsize)rows.n_rows + 1);
    for (guint32 v = 0; v < rows.n_rows; v++) {
        strength[v] = rhumb_fastrp_sum_row (rows, v);
        if (strength[v] == 0 || (strength[v] >= LEAST_STRENGTH && strength[v] <= MOST_STRENGTH))
            continue;
        rhumb_set_error (error, RHUMB_ERROR_INVALID,
                         "links of node %u weigh %g together, expected 0 or from %g to %g", v,
                         strength[v], LEAST_STRENGTH, MOST_STRENGTH);
        return NULL;
    }
    return g_steal_pointer (&strength);
}

static guint
count_half_steps (guint n_steps)
{
    return (n_steps + 1) / 2;
}

/* D^(−1/2) times columns @first … of the identity, or of random signs if @key is given. */
static void
begin (const Returns *returns, const guint64 *key, guint64 seed, guint32 first, float *to)
{
    const guint32 n = returns->links.rows.n_rows;
#pragma omp parallel for schedule(static)
    for (guint32 v = 0; v < n; v++) {
        float *row = to + (gsize)v * COLUMNS;
        const float part = returns->strength[v] > 0 ? (float)(1 / sqrt (returns->strength[v])) : 0;
        memset (row, 0, COLUMNS * sizeof *row);
        if (key == NULL) {
            if (v >= first && v - first < COLUMNS)
                row[v - first] = part;
            continue;
        }
        const guint64 random = rhumb_hash_mix (rhumb_hash_mix (seed, key[v]), first);
        for (guint k = 0; k < COLUMNS; k++)
            row[k] = (random >> k & 1) != 0 ? part : -part;
    }
}

/* Adds what some columns tell of the walk of @k steps: rows of @a times rows of @b. */
static void
add_products (const Returns *returns, guint k, guint n_columns, const float *a, const float *b)
{
#pragma omp parallel for schedule(static)
    for (guint32 v = 0; v < returns->n_wanted; v++) {
        double product = 0;
        for (guint c = 0; c < n_columns; c++)
            product += (double)a[(gsize)v * COLUMNS + c] * b[(gsize)v * COLUMNS + c];
        returns->sum[(gsize)v * returns->n_steps + k - 1] += product * returns->strength[v];
    }
}

/* Walks back to front from 32 columns at once, in both matrices by turns. */
static void
add_columns (const Returns *returns, guint n_columns, float *from, float *to)
{
    for (guint j = 0; j < count_half_steps (returns->n_steps); j++) {
        rhumb_fastrp_step (&returns->links, COLUMNS, from, to);
        add_products (returns, 2 * j + 1, n_columns, from, to);
        if (2 * j + 2 <= returns->n_steps)
            add_products (returns, 2 * j + 2, n_columns, to, to);
        float *swap = from;
        from = to;
        to = swap;
    }
}

/* Probabilities; estimates may lie a little beside them. */
static RhumbVectors *
finish (const Returns *returns, double n_copies)
{
    const gsize n = (gsize)returns->n_wanted * returns->n_steps;
    float *value = g_new (float, n + 1);
    for (gsize i = 0; i < n; i++)
        value[i] = (float)CLAMP (returns->sum[i] / n_copies, 0, 1);
    return rhumb_vectors_new_take (returns->n_wanted, returns->n_steps, value);
}

/**
 * rhumb_returns_are_exact:
 * @network: an undirected network
 * @options: (nullable): options, %NULL = defaults
 *
 * Tells whether rhumb_find_returns() gives probabilities, or estimates because the network is too
 * large.
 *
 * Returns: %TRUE if they are exact
 *
 * Since: 0.2
 */
gboolean
rhumb_returns_are_exact (const RhumbNetwork *network, const RhumbReturnsOptions *options)
{
    static const RhumbReturnsOptions DEFAULTS = RHUMB_RETURNS_DEFAULTS;
    const RhumbReturnsOptions *o = options != NULL ? options : &DEFAULTS;
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    const double n_links = (double)rows.start[rows.n_rows];
    return n_links * rows.n_rows * count_half_steps (o->n_steps) <= (double)o->most_products;
}

/**
 * rhumb_find_returns:
 * @network: an undirected network
 * @key: (array): for each node a number that stands for it for good, e.g. the hash of its id
 * @n_wanted: nodes 0 … @n_wanted − 1 get vectors
 * @options: (nullable): options, %NULL = defaults
 * @error: return location for an error
 *
 * Finds how probably a random walk from a node, which follows links by their weights, is back after
 * 1, 2 … steps.
 *
 * Source: Dwivedi et al. (2022), arXiv:2110.07875.
 *
 * Returns: (transfer full): a number in [0, 1] for each step, all 0 for a node without links; or
 *   %NULL with %RHUMB_ERROR_INVALID
 *
 * Since: 0.2
 */
RhumbVectors *
rhumb_find_returns (const RhumbNetwork *network, const guint64 *key, guint32 n_wanted,
                    const RhumbReturnsOptions *options, GError **error)
{
    static const RhumbReturnsOptions DEFAULTS = RHUMB_RETURNS_DEFAULTS;
    const RhumbReturnsOptions *o = options != NULL ? options : &DEFAULTS;
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    const gsize n_numbers = (gsize)rows.n_rows * COLUMNS + 1;
    g_return_val_if_fail (rhumb_network_get_mode (network) == RHUMB_NETWORK_UNDIRECTED, NULL);
    g_return_val_if_fail (n_wanted <= rows.n_rows, NULL);
    if (!check (o, error))
        return NULL;
    g_autofree double *strength = sum_strengths (rows, error);
    if (strength == NULL)
        return NULL;
    const gboolean exact = rhumb_returns_are_exact (network, o);
    const guint32 n_columns = exact ? rows.n_rows : o->n_probes;
    g_autofree double *sum = g_new0 (double, (gsize)n_wanted * o->n_steps + 1);
    g_autofree float *from = rhumb_large_array_new (n_numbers, sizeof (float));
    g_autofree float *to = rhumb_large_array_new (n_numbers, sizeof (float));
    Returns returns = {
        .strength = strength, .n_wanted = n_wanted, .n_steps = o->n_steps, .sum = sum};
    rhumb_fastrp_links_init (&returns.links, rows);
    for (guint32 first = 0; first < n_columns; first += MIN (COLUMNS, n_columns - first)) {
        begin (&returns, exact ? NULL : key, o->seed, first, from);
        add_columns (&returns, MIN (COLUMNS, n_columns - first), from, to);
    }
    rhumb_fastrp_links_clear (&returns.links);
    return finish (&returns, exact ? 1 : o->n_probes);
}
