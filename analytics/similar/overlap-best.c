/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The few papers most like one, without adding up what all papers share with it: words that half of
 * all papers have say next to nothing, but take nearly all the time.
 *
 * Source: MaxScore, Turtle and Flood (1995), doi:10.1016/0306-4573(95)00020-H, for cosines.
 *
 * Method: features with the longest columns are set aside as long as together they can add little:
 * by the inequality of Cauchy and Schwarz no cosine gets more from them than their share of the
 * length of the paper's row. The others are added up. Who is better then than the last of those
 * wanted, less that share, is measured exactly, feature by feature in their order: so the answer
 * has the same bits as if nothing had been set aside. If too many are left, or nobody can be left
 * out, all are compared.
 *
 * Cost: the lengths of the columns not set aside, and the rows of those measured.
 */
#include <math.h>
#include <stdlib.h>

#include "analytics/similar/overlap-private.h"

/* Shorter columns are not worth it. */
#define LONG_COLUMN 256
/* Most that may be set aside, as a share of the length of a row. */
#define MOST_ASIDE 0.05
/* Lengths may be rounded to 32 bits. */
#define SLACK 1e-6

/* A feature of the paper that is asked about. */
typedef struct {
    gsize entry;
    guint32 length; /* of its column */
} Feature;

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
    const Feature *x = a;
    const Feature *y = b;
    if (x->length != y->length)
        return x->length > y->length ? -1 : 1;
    return (x->entry > y->entry) - (x->entry < y->entry);
}

/* Marks the entries of a row that are set aside. Returns how much they can add to a cosine. */
static double
set_aside (const RhumbOverlap *overlap, Row row, double size, guint8 *aside, gsize *n_saved)
{
    g_autofree Feature *feature = g_new (Feature, row.n + 1);
    double squares = 0;
    for (gsize i = 0; i < row.n; i++)
        feature[i] = (Feature){i, rhumb_row_source_count_in (&overlap->source, row.node[i])};
    if (row.n > 1)
        qsort (feature, row.n, sizeof *feature, compare_lengths);
    *n_saved = 0;
    for (gsize i = 0; i < row.n && feature[i].length >= LONG_COLUMN; i++) {
        const double w = overlap_get_weight (overlap, row, feature[i].entry);
        if (squares + w * w > MOST_ASIDE * MOST_ASIDE * size * size)
            break;
        squares += w * w;
        aside[feature[i].entry] = TRUE;
        *n_saved += feature[i].length;
    }
    return sqrt (squares) / size * (1 + SLACK);
}

static guint32
add_columns (RhumbOverlap *overlap, guint32 node, Row row, const guint8 *aside)
{
    guint32 n_touched = 0;
    for (gsize i = 0; i < row.n; i++) {
        if (!aside[i])
            n_touched = overlap_add_column (overlap, node, row, i, n_touched);
    }
    return n_touched;
}

/* All that two rows share, in the order of features. */
static double
add_shared (const RhumbOverlap *overlap, Row a, Row b)
{
    double common = 0;
    for (gsize i = 0, k = 0; i < a.n && k < b.n;) {
        const guint32 of_a = a.node[i];
        const guint32 of_b = b.node[k];
        if (of_a == of_b) {
            const double w = overlap_get_weight (overlap, a, i);
            const double both = w * overlap_get_weight (overlap, b, k);
            common += w > 0 && both > 0 ? both : 0;
        }
        i += of_a <= of_b;
        k += of_b <= of_a;
    }
    return common;
}

/* Cosines so far of those allowed; what was added up is forgotten. */
static GArray *
list_so_far (RhumbOverlap *overlap, guint32 node, guint32 n_touched, const guint8 *allowed)
{
    GArray *list = rhumb_neighbours_new ();
    for (guint32 i = 0; i < n_touched; i++) {
        const guint32 u = overlap->touched[i];
        const RhumbNeighbour item = {u, overlap_measure (overlap, node, u, overlap->common[u])};
        overlap->common[u] = 0;
        if (allowed == NULL || allowed[u])
            g_array_append_val (list, item);
    }
    return list;
}

/* The least cosine with which one of the @n_best may still be beaten. */
static double
find_least (const GArray *list, guint n_best)
{
    g_autoptr (GArray) best = rhumb_neighbours_new ();
    if (list->len < n_best || n_best == 0)
        return 0;
    g_array_append_vals (best, list->data, list->len);
    rhumb_neighbours_keep_best (best, n_best);
    return g_array_index (best, RhumbNeighbour, n_best - 1).score;
}

/* %NULL if setting aside does not help. */
static GArray *
list_with_less (RhumbOverlap *overlap, guint32 node, guint n_best, const guint8 *allowed)
{
    const double size = overlap_get_size (overlap, node);
    gsize n_saved = 0;
    if (!(size > 0))
        return NULL;
    const Row row = rhumb_row_source_get_out (&overlap->source, node, &overlap->room);
    g_autofree guint8 *aside = g_new0 (guint8, row.n + 1);
    const double more = set_aside (overlap, row, size, aside, &n_saved);
    if (n_saved == 0)
        return NULL;
    const guint32 n_touched = add_columns (overlap, node, row, aside);
    g_autoptr (GArray) some = list_so_far (overlap, node, n_touched, allowed);
    const double least = find_least (some, n_best) - more;
    g_autoptr (GArray) found = rhumb_neighbours_new ();
    /* Those that share nothing but what was set aside have @more at most. */
    if (!(least > more))
        return NULL;
    gsize n_read = 0;
    for (guint i = 0; i < some->len; i++) {
        RhumbNeighbour item = g_array_index (some, RhumbNeighbour, i);
        if (!(item.score >= least))
            continue;
        const Row other = rhumb_row_source_get_out (&overlap->source, item.node, &overlap->column);
        n_read += other.n + row.n;
        if (n_read > n_saved)
            return NULL;
        item.score = overlap_measure (overlap, node, item.node, add_shared (overlap, row, other));
        g_array_append_val (found, item);
    }
    rhumb_neighbours_keep_best (found, n_best);
    return g_steal_pointer (&found);
}

/**
 * rhumb_overlap_list_alike:
 * @overlap: rows to compare
 * @node: a node
 * @n_best: how many to list
 * @allowed: (nullable): for each node whether it may be listed; %NULL = all
 *
 * Lists the nodes most like one.
 *
 * Source: Turtle and Flood (1995), doi:10.1016/0306-4573(95)00020-H.
 *
 * Returns: (transfer full) (element-type RhumbNeighbour): nodes that share something with @node,
 *   without itself, and how alike they are, above 0 and at most 1; best first, ties by number
 *
 * Since: 0.2
 */
GArray *
rhumb_overlap_list_alike (RhumbOverlap *overlap, guint32 node, guint n_best, const guint8 *allowed)
{
    g_return_val_if_fail (node < overlap->n_nodes, NULL);
    GArray *list = overlap->measure == RHUMB_OVERLAP_COSINE
                       ? list_with_less (overlap, node, n_best, allowed)
                       : rhumb_overlap_list_from_longest (overlap, node, n_best, allowed);
    if (list != NULL)
        return list;
    g_autoptr (GArray) all = rhumb_overlap_list_all (overlap, node);
    list = rhumb_neighbours_new ();
    for (guint i = 0; i < all->len; i++) {
        const RhumbNeighbour item = g_array_index (all, RhumbNeighbour, i);
        if (allowed == NULL || allowed[item.node])
            g_array_append_val (list, item);
    }
    rhumb_neighbours_keep_best (list, n_best);
    return list;
}
