/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Where a node is in a network: the slowest ways in which something spreads along its links. Nodes
 * that are near each other have near numbers, and the first numbers part the network where it is
 * thinnest; graph transformers take them for the place of a node (Laplacian positional encoding).
 *
 * Source: Belkin, Niyogi (2003), doi:10.1162/089976603321780317; Dwivedi, Bresson (2021),
 * arXiv:2012.09699. Method: subspace iteration filtered by Chebyshev polynomials, Zhou, Saad,
 * Tiago, Chelikowsky (2006), doi:10.1016/j.jcp.2006.03.017.
 *
 * Method: L = I − S, S = D^(−1/2) A D^(−1/2), D the strengths. Its eigenvectors of eigenvalue 0,
 * one for each component, tell nothing and are known: D^(1/2) on the component. The block of those
 * that are wanted and a few more begins at random, without these; then it is multiplied again and
 * again by a polynomial of S that is small on all eigenvalues below those of the block, and made
 * orthonormal, until Rayleigh and Ritz's best eigenvectors in it are good. Signs and, of equal
 * eigenvalues, bases mean nothing. Here the node whose place they tell best has a positive number
 * in the first of them and 0 in the others, and so on (ties: the node of the lowest number).
 *
 * Cost: a round takes links × degree × (dimensions + 8) multiplications, the degree
 * being 2 to 128; networks with long thin
 * parts take more rounds. Memory: four numbers of 8 bytes a node for each of the dimensions and 8.
 */
#include "analytics/similar/laplacian-eigenvectors.h"

#include <math.h>
#include <string.h>

#include "analytics/network/strong-components.h"
#include "analytics/network/strongest.h"
#include "analytics/similar/columns.h"
#include "graph/error.h"
#include "graph/set-error.h"
#include "graph/text.h"

#define FEW_ROWS 4096  /* are done sooner than a second thread has woken up */
#define MORE_COLUMNS 8 /* than are wanted: the slowest decide how fast those converge */
#define LEAST_DEGREE 2
#define MOST_DEGREE 128
#define LEAST_HALF_WIDTH 1e-3 /* of the eigenvalues that are to vanish */
#define LEAST_WEIGHT 1e-100
#define MOST_WEIGHT 1e100
#define MOST_GROWTH 1e8 /* of a filtered vector */
#define MOST_TRIVIAL_GROWTH 1e20

G_STATIC_ASSERT (RHUMB_LAPLACIAN_MAX_DIMENSIONS + MORE_COLUMNS <= COLUMNS_MOST);

typedef struct {
    RhumbRows rows;
    double *root; /* of strengths */
    const guint32 *component;
    double *component_strength;
    guint32 n_components;
    guint32 n_linked; /* eigenvectors that are not of eigenvalue 0 */
    Columns block;
    Columns image; /* S times that */
    Columns last;
    Columns next;
    double *value; /* of S, the largest first */
    const guint64 *key;
    guint64 seed;
} Search;

static void
search_clear (Search *search)
{
    g_free (search->root);
    g_free (search->component_strength);
    g_free (search->value);
    rhumb_columns_clear (&search->block);
    rhumb_columns_clear (&search->image);
    rhumb_columns_clear (&search->last);
    rhumb_columns_clear (&search->next);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

/* @to = factor × (S − centre) @from − @minus, which may be NULL; S has 0 for nodes without links.
 */
static void
apply (const Search *search, const Columns *from, double factor, double centre,
       const Columns *minus, Columns *to)
{
    const guint n = from->n_columns;
    const RhumbRows rows = search->rows;
#pragma omp parallel for schedule(dynamic, 256) if (rows.n_rows > FEW_ROWS)
    for (guint32 v = 0; v < rows.n_rows; v++) {
        double *row = to->value + (gsize)v * n;
        const double *here = from->value + (gsize)v * n;
        memset (row, 0, n * sizeof *row);
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
            const guint32 w = rows.node[i];
            const double *there = from->value + (gsize)w * n;
            const double part =
                rhumb_rows_get_weight (rows, i) / (search->root[v] * search->root[w]);
            for (guint k = 0; k < n; k++)
                row[k] += part * there[k];
        }
        for (guint k = 0; k < n; k++)
            row[k] = factor * (row[k] - centre * here[k]) -
                     (minus != NULL ? minus->value[(gsize)v * n + k] : 0);
    }
}

/* Takes the eigenvectors of eigenvalue 0 out of a column and those after it. */
static void
leave_out_trivial (const Search *search, Columns *columns, guint first)
{
    const guint n = columns->n_columns;
    g_autofree double *sum = g_new0 (double, (gsize)search->n_components *n + 1);
    for (guint32 v = 0; v < columns->n_rows; v++)
        for (guint k = first; k < n; k++)
            sum[(gsize)search->component[v] * n + k] +=
                search->root[v] * columns->value[(gsize)v * n + k];
    for (guint32 v = 0; v < columns->n_rows; v++) {
        const double strength = search->component_strength[search->component[v]];
        for (guint k = first; k < n && strength > 0; k++)
            columns->value[(gsize)v * n + k] -=
                search->root[v] * sum[(gsize)search->component[v] * n + k] / strength;
    }
}

static void
draw_column (Search *search, guint column, guint64 attempt)
{
    Columns *block = &search->block;
    const guint64 seed = rhumb_hash_mix (rhumb_hash_mix (search->seed, attempt), column);
    for (guint32 v = 0; v < block->n_rows; v++) {
        const guint64 random = rhumb_hash_mix (seed, search->key[v]);
        block->value[(gsize)v * block->n_columns + column] =
            search->root[v] > 0 ? (double)(random >> 11) / 9007199254740992.0 - 0.5 : 0;
    }
}

/* A column that is made of the others begins anew: there are as many as are orthogonal. */
static void
make_orthonormal (Search *search)
{
    leave_out_trivial (search, &search->block, 0);
    for (guint k = 0; k < search->block.n_columns; k++) {
        for (guint64 attempt = 1; !rhumb_columns_make_orthonormal (&search->block, k); attempt++) {
            draw_column (search, k, attempt);
            leave_out_trivial (search, &search->block, k);
        }
    }
}

/* The best eigenvectors that can be made of the block, the largest eigenvalues of S first. */
static void
improve (Search *search)
{
    const guint n = search->block.n_columns;
    g_autofree double *common = g_new (double, (gsize)n *n + 1);
    g_autofree double *vector = g_new (double, (gsize)n *n + 1);
    apply (search, &search->block, 1, 0, NULL, &search->image);
    rhumb_columns_multiply (&search->block, &search->image, common);
    for (guint i = 0; i < n; i++)
        for (guint k = 0; k < i; k++)
            common[i * n + k] = common[k * n + i] = (common[i * n + k] + common[k * n + i]) / 2;
    rhumb_symmetric_diagonalise (common, n, search->value, vector);
    rhumb_columns_rotate (&search->block, vector);
    rhumb_columns_rotate (&search->image, vector);
}

/* The greatest length of Sx − μx among the first @n_wanted. */
static double
get_residual (Search *search, guint n_wanted)
{
    const guint n = search->block.n_columns;
    g_autofree double *squares = g_new (double, (gsize)n *n + 1);
    double most = 0;
#pragma omp parallel for schedule(static) if (search->block.n_rows > FEW_ROWS)
    for (guint32 v = 0; v < search->block.n_rows; v++)
        for (guint k = 0; k < n; k++)
            search->last.value[(gsize)v * n + k] =
                search->image.value[(gsize)v * n + k] -
                search->value[k] * search->block.value[(gsize)v * n + k];
    rhumb_columns_multiply (&search->last, &search->last, squares);
    for (guint k = 0; k < n_wanted; k++)
        most = MAX (most, squares[k * n + k]);
    return sqrt (most);
}

/* The higher the better, as long as rounding leaves something of all columns, and little of the
 * trivial eigenvectors, which are left out when it is too late. */
static guint
choose_degree (const Search *search, double half, double centre)
{
    const double largest = MAX ((search->value[0] - centre) / half, 1 + 1e-9);
    const double trivial = (1 - centre) / half;
    const double degree =
        MIN (acosh (MOST_GROWTH) / acosh (largest), acosh (MOST_TRIVIAL_GROWTH) / acosh (trivial));
    return (guint)CLAMP (degree, LEAST_DEGREE, MOST_DEGREE);
}

/* Multiplies the block by the Chebyshev polynomial that is at most 1 from −1 to the least of its
 * eigenvalues, and grows fast above. */
static void
filter (Search *search)
{
    const double cut = search->value[search->block.n_columns - 1];
    const double half = MAX ((cut + 1) / 2, LEAST_HALF_WIDTH);
    const double centre = half - 1;
    const guint n_steps = choose_degree (search, half, centre);
    apply (search, &search->block, 1 / half, centre, NULL, &search->last);
    for (guint i = 1; i < n_steps; i++) {
        apply (search, &search->last, 2 / half, centre, &search->block, &search->next);
        const Columns oldest = search->block;
        search->block = search->last;
        search->last = search->next;
        search->next = oldest;
    }
    const Columns filtered = search->last;
    search->last = search->block;
    search->block = filtered;
}

/* Equal eigenvalues stand together; the last of them may not be all there are. */
static void
choose_bases (Search *search, guint n_wanted, double tolerance)
{
    for (guint first = 0; first < n_wanted;) {
        guint end = first + 1;
        while (end < n_wanted && search->value[first] - search->value[end] < tolerance)
            end++;
        for (; first < end; first++)
            rhumb_columns_turn_to_row (&search->block, first, end);
    }
}

static void
search_init (Search *search, RhumbRows rows, const RhumbPartition *components, guint n_dimensions)
{
    const guint32 n = rows.n_rows;
    search->rows = rows;
    search->component = rhumb_partition_get_clusters (components);
    search->n_components = rhumb_partition_get_n_clusters (components);
    search->component_strength = g_new0 (double, (gsize)search->n_components + 1);
    search->root = g_new0 (double, (gsize)n + 1);
    for (guint32 v = 0; v < n; v++) {
        double strength = 0;
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++)
            strength += rhumb_rows_get_weight (rows, i);
        search->root[v] = sqrt (strength);
        search->component_strength[search->component[v]] += strength;
        search->n_linked += strength > 0;
    }
    for (guint32 c = 0; c < search->n_components; c++)
        search->n_linked -= search->component_strength[c] > 0;
    const guint n_columns = MIN (n_dimensions + MORE_COLUMNS, search->n_linked);
    search->value = g_new0 (double, (gsize)n_columns + 1);
    rhumb_columns_init (&search->block, n, n_columns);
    rhumb_columns_init (&search->image, n, n_columns);
    rhumb_columns_init (&search->last, n, n_columns);
    rhumb_columns_init (&search->next, n, n_columns);
}

static gboolean
find (Search *search, guint n_wanted, const RhumbLaplacianOptions *o, GError **error)
{
    double residual = 0;
    for (guint k = 0; k < search->block.n_columns; k++)
        draw_column (search, k, 0);
    for (guint round = 0; round < o->max_rounds; round++) {
        make_orthonormal (search);
        improve (search);
        residual = get_residual (search, n_wanted);
        if (residual <= o->tolerance)
            return TRUE;
        filter (search);
    }
    rhumb_set_error (error, RHUMB_ERROR_NOT_CONVERGED,
                     "eigenvectors still lack %g after %u rounds, expected at most %g", residual,
                     o->max_rounds, o->tolerance);
    return FALSE;
}

static gboolean
check (RhumbRows rows, const RhumbLaplacianOptions *o, GError **error)
{
    if (o->n_dimensions < 1 || o->n_dimensions > RHUMB_LAPLACIAN_MAX_DIMENSIONS ||
        !(o->tolerance > 0) || o->max_rounds < 1) {
        rhumb_set_error (
            error, RHUMB_ERROR_INVALID,
            "%u dimensions, tolerance %g and %u rounds, expected 1 to %d dimensions, a "
            "tolerance above 0 and a round",
            o->n_dimensions, o->tolerance, o->max_rounds, RHUMB_LAPLACIAN_MAX_DIMENSIONS);
        return FALSE;
    }
    const gsize n_links = rows.weight != NULL ? rows.start[rows.n_rows] : 0;
    for (gsize i = 0; i < n_links; i++) {
        const double weight = rows.weight[i];
        if (weight == 0 || (weight >= LEAST_WEIGHT && weight <= MOST_WEIGHT))
            continue;
        rhumb_set_error (error, RHUMB_ERROR_INVALID,
                         "weight of a link is %g, expected 0 or from %g to %g", weight,
                         LEAST_WEIGHT, MOST_WEIGHT);
        return FALSE;
    }
    return TRUE;
}

/* Without links of weight 0, which hold no component together. */
static RhumbNetwork *
leave_out_empty_links (RhumbNetwork *network)
{
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    const gsize n_links = rows.weight != NULL ? rows.start[rows.n_rows] : 0;
    for (gsize i = 0; i < n_links; i++) {
        if (rows.weight[i] == 0)
            return rhumb_keep_links (network, 0, LEAST_WEIGHT);
    }
    return rhumb_network_ref (network);
}

/**
 * rhumb_find_laplacian_eigenvectors:
 * @network: an undirected network
 * @key: (array): for each node a number that stands for it for good, e.g. the hash of its id
 * @n_wanted: nodes 0 … @n_wanted − 1 get vectors
 * @options: (nullable): options, %NULL = defaults
 * @eigenvalue: (out caller-allocates) (optional) (array): where the eigenvalues are put, one for
 *   each dimension, in (0, 2], the least first; NaN where there are fewer
 * @error: return location for an error
 *
 * Finds the eigenvectors of the least eigenvalues above 0 of the normalised Laplacian
 * I − D^(−1/2) A D^(−1/2). Each has length 1 over all nodes of the network, not only those wanted.
 *
 * Source: Belkin, Niyogi (2003), doi:10.1162/089976603321780317; Dwivedi, Bresson (2021),
 * arXiv:2012.09699.
 *
 * Returns: (transfer full): a number in [-1, 1] for each eigenvector, all 0 for a node without
 *   links, and for an eigenvector that there is not; or %NULL with %RHUMB_ERROR_INVALID or
 *   %RHUMB_ERROR_NOT_CONVERGED
 *
 * Since: 0.2
 */
RhumbVectors *
rhumb_find_laplacian_eigenvectors (RhumbNetwork *network, const guint64 *key, guint32 n_wanted,
                                   const RhumbLaplacianOptions *options, double *eigenvalue,
                                   GError **error)
{
    static const RhumbLaplacianOptions DEFAULTS = RHUMB_LAPLACIAN_DEFAULTS;
    const RhumbLaplacianOptions *o = options != NULL ? options : &DEFAULTS;
    g_return_val_if_fail (rhumb_network_get_mode (network) == RHUMB_NETWORK_UNDIRECTED, NULL);
    g_return_val_if_fail (n_wanted <= rhumb_network_get_n_from (network), NULL);
    if (!check (rhumb_network_get_out_rows (network), o, error))
        return NULL;
    g_autoptr (RhumbNetwork) linked = leave_out_empty_links (network);
    g_autoptr (RhumbPartition) components = rhumb_find_components (linked);
    g_auto (Search) search = {.key = key, .seed = o->seed};
    search_init (&search, rhumb_network_get_out_rows (linked), components, o->n_dimensions);
    const guint n_found = MIN (o->n_dimensions, search.block.n_columns);
    if (n_found > 0 && !find (&search, n_found, o, error))
        return NULL;
    choose_bases (&search, n_found, o->tolerance);
    float *value = g_new0 (float, (gsize)n_wanted * o->n_dimensions + 1);
    for (guint32 v = 0; v < n_wanted; v++)
        for (guint k = 0; k < n_found; k++)
            value[(gsize)v * o->n_dimensions + k] =
                (float)search.block.value[(gsize)v * search.block.n_columns + k];
    for (guint k = 0; eigenvalue != NULL && k < o->n_dimensions; k++)
        eigenvalue[k] = k < n_found ? 1 - search.value[k] : NAN;
    return rhumb_vectors_new_take (n_wanted, o->n_dimensions, value);
}
