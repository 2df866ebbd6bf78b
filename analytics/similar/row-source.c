/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Rows to walk along or to compare, wherever they are: in a network in memory, or packed in an
 * index, from which only those needed are unpacked. The index has one owner and one thread.
 *
 * Cost: nothing for a network; O(links) for each row of an index.
 */
#include "analytics/similar/row-source.h"

void
rhumb_row_source_init (RowSource *source, RhumbNetwork *network, RhumbLinkIndex *index,
                       double word_factor)
{
    source->network = network != NULL ? rhumb_network_ref (network) : NULL;
    source->index = index;
    source->word_factor = word_factor;
}

void
rhumb_row_source_clear (RowSource *source)
{
    g_clear_pointer (&source->network, rhumb_network_unref);
}

void
rhumb_row_room_init (RowRoom *room, const RowSource *source)
{
    const gsize n =
        source->index != NULL ? (gsize)rhumb_link_index_get_most_links (source->index) + 1 : 0;
    room->node = n > 0 ? g_new (guint32, n) : NULL;
    room->weight = n > 0 ? g_new (double, n) : NULL;
}

void
rhumb_row_room_clear (RowRoom *room)
{
    g_clear_pointer (&room->node, g_free);
    g_clear_pointer (&room->weight, g_free);
}

guint32
rhumb_row_source_get_n_rows (const RowSource *source)
{
    return source->index != NULL ? rhumb_link_index_get_n_nodes (source->index)
                                 : rhumb_network_get_n_from (source->network);
}

static Row
get_row (RhumbRows rows, guint32 node)
{
    const gsize first = rows.start[node];
    return (Row){rows.start[node + 1] - first, rows.node + first,
                 rows.weight != NULL ? rows.weight + first : NULL};
}

static Row
unpack (const RowSource *source, guint32 node, RowRoom *room)
{
    const guint32 n = rhumb_link_index_read_row (source->index, node, source->word_factor,
                                                 room->node, room->weight);
    return (Row){n, room->node, room->weight};
}

Row
rhumb_row_source_get_out (const RowSource *source, guint32 node, RowRoom *room)
{
    return source->index != NULL ? unpack (source, node, room)
                                 : get_row (rhumb_network_get_out_rows (source->network), node);
}

Row
rhumb_row_source_get_in (const RowSource *source, guint32 node, RowRoom *room)
{
    return source->index != NULL ? unpack (source, node, room)
                                 : get_row (rhumb_network_get_in_rows (source->network), node);
}

/* How long a row is that rhumb_row_source_get_in() gives. */
guint32
rhumb_row_source_count_in (const RowSource *source, guint32 node)
{
    if (source->index != NULL)
        return rhumb_link_index_get_n_links (source->index, node);
    return (guint32)get_row (rhumb_network_get_in_rows (source->network), node).n;
}

/* Of the link to a node; 0 if there is none. */
double
rhumb_row_get_weight (Row row, guint32 node)
{
    gsize low = 0;
    gsize end = row.n;
    while (low < end) {
        const gsize middle = low + (end - low) / 2;
        if (row.node[middle] < node)
            low = middle + 1;
        else
            end = middle;
    }
    if (low == row.n || row.node[low] != node)
        return 0;
    return row.weight != NULL ? row.weight[low] : 1;
}
