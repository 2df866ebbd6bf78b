/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/similar/overlap.h"
#include "analytics/similar/row-source.h"

G_BEGIN_DECLS

struct _RhumbOverlap {
    RowSource source;
    RowRoom room;   /* of a row */
    RowRoom column; /* of a column */
    guint32 n_nodes;
    RhumbOverlapMeasure measure;
    double *size;     /* of each row: how many features, or its length; NULL = the index knows */
    guint32 *by_size; /* nodes, the longest row first; NULL unless measured by Jaccard */
    double *common;   /* 0 between questions */
    guint32 *touched; /* in the same memory */
    gsize n_bytes;    /* of that */
};

/* The best few so far of nodes compared with one by Jaccard. */
typedef struct {
    RhumbOverlap *overlap;
    guint32 node;
    guint n_best;
    double size; /* of the row of the node */
    Row row;
    guint32 n_features; /* up to the last of the row */
    guint32 *inside;    /* a bit for each: whether the row has it */
    double least;       /* how alike the last of those wanted is; 0 = they are not enough yet */
    gsize n_read;       /* entries of other rows */
    GArray *list;
} OverlapChoice;

void rhumb_overlap_choice_init (OverlapChoice *choice, RhumbOverlap *overlap, guint32 node,
                                guint n_best);
void rhumb_overlap_choice_clear (OverlapChoice *choice);
void rhumb_overlap_choice_try (OverlapChoice *choice, guint32 other);
GArray *rhumb_overlap_choice_finish (OverlapChoice *choice);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OverlapChoice, rhumb_overlap_choice_clear)

GArray *rhumb_overlap_list_all (RhumbOverlap *overlap, guint32 node);
guint32 *rhumb_overlap_order_by_size (const RhumbOverlap *overlap);
GArray *rhumb_overlap_list_from_longest (RhumbOverlap *overlap, guint32 node, guint n_best,
                                         const guint8 *allowed);

/* What features weigh in a comparison. */
static inline double
overlap_get_weight (const RhumbOverlap *overlap, Row row, gsize entry)
{
    return overlap->measure == RHUMB_OVERLAP_COSINE && row.weight != NULL ? row.weight[entry] : 1;
}

static inline double
overlap_get_size (const RhumbOverlap *overlap, guint32 node)
{
    return overlap->size != NULL ? overlap->size[node]
                                 : rhumb_link_index_get_length (overlap->source.index, node);
}

static inline double
overlap_measure (const RhumbOverlap *overlap, guint32 a, guint32 b, double common)
{
    const double size_a = overlap_get_size (overlap, a);
    const double size_b = overlap_get_size (overlap, b);
    return overlap->measure == RHUMB_OVERLAP_COSINE ? MIN (common / (size_a * size_b), 1)
                                                    : common / (size_a + size_b - common);
}

/* Adds what entry @i of the row of @node has in common with the other rows; gives how many of them
 * are touched now. */
static inline guint32
overlap_add_column (RhumbOverlap *overlap, guint32 node, Row row, gsize i, guint32 n_touched)
{
    const double w = overlap_get_weight (overlap, row, i);
    if (!(w > 0))
        return n_touched;
    const Row column = rhumb_row_source_get_in (&overlap->source, row.node[i], &overlap->column);
    for (gsize k = 0; k < column.n; k++) {
        const guint32 u = column.node[k];
        const double both = w * overlap_get_weight (overlap, column, k);
        if (u >= overlap->n_nodes || u == node || !(both > 0))
            continue;
        if (overlap->common[u] <= 0)
            overlap->touched[n_touched++] = u;
        overlap->common[u] += both;
    }
    return n_touched;
}

G_END_DECLS
