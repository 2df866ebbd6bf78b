/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Finding one edge of a network: rows are ascending, so a row is searched by halves.
 */
#include "graph/network.h"

/**
 * rhumb_network_get_weight:
 * @network: a network
 * @from: a node
 * @to: a node
 *
 * Looks an edge up, in time logarithmic in the length of the row.
 *
 * Returns: its weight, 0 if there is none
 *
 * Since: 0.1
 */
double
rhumb_network_get_weight (const RhumbNetwork *network, guint32 from, guint32 to)
{
    g_return_val_if_fail (
        from < rhumb_network_get_n_from (network) && to < rhumb_network_get_n_to (network), 0);
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    gsize low = rows.start[from];
    gsize high = rows.start[from + 1];
    while (low < high) {
        const gsize middle = low + (high - low) / 2;
        if (rows.node[middle] < to)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == rows.start[from + 1] || rows.node[low] != to)
        return 0;
    return rhumb_rows_get_weight (rows, low);
}

/**
 * rhumb_network_is_weighted:
 * @network: a network
 *
 * Says whether edges have weights.
 *
 * Returns: %FALSE if every edge weighs 1
 *
 * Since: 0.1
 */
gboolean
rhumb_network_is_weighted (const RhumbNetwork *network)
{
    return rhumb_network_get_out_rows (network).weight != NULL;
}
