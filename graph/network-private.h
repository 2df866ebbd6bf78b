/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"

G_BEGIN_DECLS

typedef struct {
    guint32 n_rows;
    gsize *start;
    guint32 *node;
    double *weight; /* NULL = all 1 */
} RhumbOwnRows;

struct _RhumbNetwork {
    RhumbNetworkMode mode;
    guint32 n_from;
    guint32 n_to;
    gsize n_edges;
    RhumbOwnRows out;
    RhumbOwnRows in; /* empty if undirected */
};

/* So few entries are distributed sooner than a second thread has woken up. */
#define RHUMB_FEW_ENTRIES ((gsize)1 << 18)
#define RHUMB_MOST_PARTS 4

/* Entries @bound[p] to @bound[p + 1] − 1 are part p. */
typedef struct {
    guint n_parts;
    gsize bound[RHUMB_MOST_PARTS + 1];
} RhumbParts;

void rhumb_parts_init (RhumbParts *parts, guint n_parts, gsize first, gsize end);
gsize *rhumb_rows_begin (RhumbOwnRows *rows, guint32 n_rows, const guint32 *row, gsize n_entries,
                         gboolean weighted);
void rhumb_rows_fill (RhumbOwnRows *rows, guint32 n_rows, const guint32 *row, const guint32 *column,
                      const double *weight, gboolean both_ways, gsize n_edges);
void rhumb_rows_transpose (const RhumbOwnRows *rows, guint32 n_columns, RhumbOwnRows *result);
void rhumb_rows_merge_repeats (RhumbOwnRows *rows);
void rhumb_rows_clear (RhumbOwnRows *rows);
void rhumb_row_sort (guint32 *node, double *weight, gsize n, guint32 *node_room,
                     double *weight_room);
RhumbNetwork *rhumb_network_take_rows (guint32 n_nodes, gsize *start, guint32 *node,
                                       double *weight);
RhumbNetwork *rhumb_network_take_directed_rows (RhumbOwnRows *out, RhumbOwnRows *in);
RhumbNetwork *rhumb_network_take_two_mode_rows (guint32 n_from, guint32 n_to, gsize *start,
                                                guint32 *node, double *weight, GError **error);

G_END_DECLS
