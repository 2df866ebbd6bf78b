/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/link-index.h"
#include "graph/network.h"

G_BEGIN_DECLS

/* Neighbours of a node, ascending. */
typedef struct {
    gsize n;
    const guint32 *node;
    const double *weight; /* NULL = all 1 */
} Row;

/* Where a row is unpacked, if it comes from an index. */
typedef struct {
    guint32 *node;
    double *weight;
} RowRoom;

/* Private to similar. Rows of a network in memory, or of an index, whose directions are the same.
 */
typedef struct {
    RhumbNetwork *network;
    RhumbLinkIndex *index; /* NULL = rows are those of the network */
    double word_factor;    /* of rows of the index */
} RowSource;

void rhumb_row_source_init (RowSource *source, RhumbNetwork *network, RhumbLinkIndex *index,
                            double word_factor);
void rhumb_row_source_clear (RowSource *source);
void rhumb_row_room_init (RowRoom *room, const RowSource *source);
void rhumb_row_room_clear (RowRoom *room);
guint32 rhumb_row_source_get_n_rows (const RowSource *source);
Row rhumb_row_source_get_out (const RowSource *source, guint32 node, RowRoom *room);
Row rhumb_row_source_get_in (const RowSource *source, guint32 node, RowRoom *room);
guint32 rhumb_row_source_count_in (const RowSource *source, guint32 node);
double rhumb_row_get_weight (Row row, guint32 node);

G_END_DECLS
