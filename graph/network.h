/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define RHUMB_TYPE_NETWORK (rhumb_network_get_type ())

/**
 * RhumbNetwork:
 *
 * One relation in compressed rows, immutable.
 *
 * An edge leads from one of n_from nodes to one of n_to nodes. In a directed or two-mode network
 * an edge is stored once and both directions are indexed. In an undirected network n_from equals
 * n_to, the two directions are the same rows, and an edge between two nodes stands in both their
 * rows (a self-loop stands once); n_edges still counts it once.
 *
 * Rows are ascending in node number and hold no repeated edge: weights of repeats are added.
 *
 * Since: 0.1
 */
typedef struct _RhumbNetwork RhumbNetwork;

/**
 * RhumbRows:
 * @n_rows: how many rows
 * @start: (array): n_rows + 1 offsets into @node; row v is start[v] … start[v + 1] − 1
 * @node: (array): start[n_rows] node numbers
 * @weight: (array) (nullable): weight of each entry, %NULL = all 1
 *
 * Compressed rows of a network seen from one side; borrowed from the network.
 *
 * Since: 0.1
 */
typedef struct {
    guint32 n_rows;
    const gsize *start;
    const guint32 *node;
    const double *weight;
} RhumbRows;

/**
 * rhumb_rows_get_weight:
 * @rows: rows of a network
 * @entry: an offset into the entries of @rows
 *
 * Returns: what that entry weighs, 1 without weights
 *
 * Since: 0.2
 */
static inline double
rhumb_rows_get_weight (RhumbRows rows, gsize entry)
{
    return rows.weight != NULL ? rows.weight[entry] : 1;
}

/**
 * RhumbNetworkMode:
 * @RHUMB_NETWORK_DIRECTED: edges have a direction, both ends are of one kind
 * @RHUMB_NETWORK_UNDIRECTED: edges have none
 * @RHUMB_NETWORK_TWO_MODE: edges lead from one kind of node to another
 *
 * How the edges of a network are meant.
 *
 * Since: 0.1
 */
typedef enum {
    RHUMB_NETWORK_DIRECTED,
    RHUMB_NETWORK_UNDIRECTED,
    RHUMB_NETWORK_TWO_MODE,
} RhumbNetworkMode;

GType rhumb_network_get_type (void) G_GNUC_CONST;
RhumbNetwork *rhumb_network_new (RhumbNetworkMode mode, guint32 n_from, guint32 n_to,
                                 const guint32 *from, const guint32 *to, const double *weight,
                                 gsize n_edges, GError **error);
RhumbNetwork *rhumb_network_ref (RhumbNetwork *network);
void rhumb_network_unref (RhumbNetwork *network);

RhumbNetworkMode rhumb_network_get_mode (const RhumbNetwork *network);
guint32 rhumb_network_get_n_from (const RhumbNetwork *network);
guint32 rhumb_network_get_n_to (const RhumbNetwork *network);
gsize rhumb_network_get_n_edges (const RhumbNetwork *network);
gboolean rhumb_network_is_weighted (const RhumbNetwork *network);
RhumbRows rhumb_network_get_out_rows (const RhumbNetwork *network);
RhumbRows rhumb_network_get_in_rows (const RhumbNetwork *network);
double rhumb_network_get_weight (const RhumbNetwork *network, guint32 from, guint32 to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbNetwork, rhumb_network_unref)

G_END_DECLS
