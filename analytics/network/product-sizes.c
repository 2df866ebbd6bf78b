/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What must be known of a product A Aᵀ before its rows are multiplied: what each shared node adds
 * to a pair, how many links a node can have at most, and the sizes of nodes that normalisation
 * divides by. All of it follows from A alone, so links may be normalised while they are counted:
 * with n_k nodes sharing k, node v has strength Σ_k (n_k − 1) in full and the number of its k with
 * n_k ≥ 2 in fractional counting.
 *
 * Source: Perianes-Rodriguez, Waltman and van Eck (2016), doi:10.1016/j.joi.2016.10.006.
 *
 * Cost: O(edges); the strength of weighted edges O(Σ_k n_k²), as much as the product.
 */
#include "analytics/network/product-private.h"

static gsize
get_length (RhumbRows rows, guint32 row)
{
    return rows.start[row + 1] - rows.start[row];
}

static gboolean
is_hub (const RhumbProduct *product, guint32 k)
{
    const guint cap = product->options->hub_cap;
    return cap > 0 && get_length (product->shared, k) > cap;
}

static void
fill_shares (RhumbProduct *product)
{
    product->share = g_new0 (double, product->shared.n_rows);
    for (guint32 k = 0; k < product->shared.n_rows; k++) {
        const gsize n = get_length (product->shared, k);
        product->n_hubs += is_hub (product, k);
        if (n < 2 || is_hub (product, k))
            continue;
        const gboolean full = product->options->counting == RHUMB_COUNTING_FULL;
        product->share[k] = full ? 1 : 1 / (double)(n - 1);
    }
}

/* Ordered pairs that @v is the first of. */
static guint64
count_pairs (const RhumbProduct *product, guint32 v)
{
    const RhumbRows nodes = product->nodes;
    guint64 n_pairs = 0;
    for (gsize i = nodes.start[v]; i < nodes.start[v + 1]; i++)
        if (!is_hub (product, nodes.node[i]))
            n_pairs += get_length (product->shared, nodes.node[i]) - 1;
    return n_pairs;
}

/* How many links a node can have at most, and how much work all of them are.
 * The number of pairs saturates: more than any limit is more than enough. */
static void
fill_bounds (RhumbProduct *product)
{
    const guint32 n = product->nodes.n_rows;
    const guint top = product->options->top_links;
    guint64 total = 0;
    guint64 high = 0; /* the same in 2³² pairs */
    product->bound = g_new (guint32, n);
#pragma omp parallel for schedule(dynamic, 1024) reduction(+ : total, high)
    for (guint32 v = 0; v < n; v++) {
        const guint64 n_pairs = count_pairs (product, v);
        const guint64 others = product->is_half ? n - 1 - v : n - 1;
        const guint64 most = MIN (n_pairs, others);
        product->bound[v] = (guint32)(top > 0 ? MIN (most, top) : most);
        total += n_pairs;
        high += n_pairs >> 32;
    }
    product->n_pairs = high < G_MAXUINT32 / 4 ? total : G_MAXUINT64 / 4;
}

static double
measure_occurrences (const RhumbProduct *product, guint32 v)
{
    double sum = 0;
    for (gsize i = product->nodes.start[v]; i < product->nodes.start[v + 1]; i++)
        if (!is_hub (product, product->nodes.node[i]))
            sum += product->options->weighted ? rhumb_rows_get_weight (product->nodes, i) : 1;
    return sum;
}

/* What all other nodes have in common with @v through @k, whose edge from @v weighs @weight. */
static double
sum_smaller (const RhumbProduct *product, guint32 v, guint32 k, double weight)
{
    double sum = 0;
    for (gsize j = product->shared.start[k]; j < product->shared.start[k + 1]; j++)
        if (product->shared.node[j] != v)
            sum += MIN (weight, rhumb_rows_get_weight (product->shared, j)) * product->share[k];
    return sum;
}

static double
measure_strength (const RhumbProduct *product, guint32 v)
{
    const RhumbRows nodes = product->nodes;
    double sum = 0;
    for (gsize i = nodes.start[v]; i < nodes.start[v + 1]; i++) {
        const guint32 k = nodes.node[i];
        if (product->share[k] == 0)
            continue;
        if (product->options->weighted)
            sum += sum_smaller (product, v, k, rhumb_rows_get_weight (nodes, i));
        else if (product->options->counting == RHUMB_COUNTING_FULL)
            sum += (double)(get_length (product->shared, k) - 1);
        else
            sum += 1;
    }
    return sum;
}

static void
fill_sizes (RhumbProduct *product)
{
    const RhumbNormalisation how = product->options->normalisation;
    const gboolean by_occurrence = rhumb_normalisation_needs_occurrences (how);
    const guint32 n = product->nodes.n_rows;
    product->normaliser.normalisation = how;
    if (how == RHUMB_NORMALISATION_NONE)
        return;
    product->size = g_new (double, n);
    product->normaliser.size = product->size;
#pragma omp parallel for schedule(dynamic, 256)
    for (guint32 v = 0; v < n; v++)
        product->size[v] =
            by_occurrence ? measure_occurrences (product, v) : measure_strength (product, v);
    if (how == RHUMB_NORMALISATION_FRACTIONALISATION)
        product->normaliser.total = n;
    for (guint32 v = 0; how == RHUMB_NORMALISATION_ASSOCIATION && v < n; v++)
        product->normaliser.total += product->size[v];
}

void
rhumb_product_init (RhumbProduct *product, RhumbRows nodes, RhumbRows shared,
                    const RhumbProductOptions *options)
{
    *product =
        (RhumbProduct){.nodes = nodes, .shared = shared, .options = options, .counted = shared};
    product->is_half = options->top_links == 0;
    product->is_whole = options->counting == RHUMB_COUNTING_FULL && !options->weighted;
    fill_shares (product);
    fill_bounds (product);
}

/* What only matters once it is known that the product is affordable. */
void
rhumb_product_prepare (RhumbProduct *product)
{
    fill_sizes (product);
    if (rhumb_product_is_chosen_by_weight (product))
        rhumb_product_rank_nodes (product);
}

void
rhumb_product_clear (RhumbProduct *product)
{
    g_free (product->size);
    rhumb_ranks_clear (&product->ranks);
    g_free (product->share);
    g_free (product->bound);
}
