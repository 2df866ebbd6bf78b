/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which columns of a network say where its nodes are drawn, how large and in which colours.
 *
 * VOSviewer gives an item any number of weights and scores, "weight<Documents>" or
 * "score<Avg. pub. year>", and shows one of each. The first weight is taken, the first score with
 * the word year in its name for years, and the first other one for scores. Cost: columns.
 */
#include "analytics/layout/placed-columns.h"

#include <math.h>
#include <string.h>

#include "graph/text.h"

#define MAX_NAME 60
#define NODE RHUMB_ELEMENT_NODE

static gboolean
is_of_years (const char *name)
{
    g_autofree char *small = g_ascii_strdown (name, -1);
    return strstr (small, "year") != NULL;
}

RhumbPlacedColumns
rhumb_placed_columns_find (const RhumbAttributedNetwork *network)
{
    RhumbPlacedColumns columns = {
        .network = network,
        .x = rhumb_attributed_network_find_attribute (network, NODE, "x"),
        .y = rhumb_attributed_network_find_attribute (network, NODE, "y"),
        .cluster = rhumb_attributed_network_find_attribute (network, NODE, "cluster"),
        .label = rhumb_attributed_network_find_attribute (network, NODE, "cluster_label"),
        .weight = rhumb_attributed_network_find_attribute (network, NODE, "weight"),
        .year = RHUMB_NONE,
        .score = RHUMB_NONE};
    for (guint i = 0; i < rhumb_attributed_network_get_n_attributes (network, NODE); i++) {
        const char *name = rhumb_attributed_network_get_attribute (network, NODE, i)->name;
        guint *column = g_str_has_prefix (name, "weight")   ? &columns.weight
                        : !g_str_has_prefix (name, "score") ? NULL
                        : is_of_years (name)                ? &columns.year
                                                            : &columns.score;
        if (column != NULL && *column == RHUMB_NONE)
            *column = i;
    }
    return columns;
}

/* What a node has in a column; not a number where it has nothing. */
double
rhumb_placed_columns_get_number (const RhumbPlacedColumns *columns, guint32 node, guint column)
{
    if (column == RHUMB_NONE ||
        !rhumb_attributed_network_has_value (columns->network, NODE, node, column))
        return NAN;
    switch (rhumb_attributed_network_get_attribute (columns->network, NODE, column)->type) {
    case RHUMB_ATTRIBUTE_INTEGER:
        return (double)rhumb_attributed_network_get_integer (columns->network, NODE, node, column);
    case RHUMB_ATTRIBUTE_REAL:
        return rhumb_attributed_network_get_real (columns->network, NODE, node, column);
    default:
        return NAN;
    }
}

/* "weight<Documents>" → "Documents"; "weight" where there is no such column. */
char *
rhumb_placed_columns_name (const RhumbPlacedColumns *columns, guint column)
{
    const char *name =
        column == RHUMB_NONE
            ? "weight"
            : rhumb_attributed_network_get_attribute (columns->network, NODE, column)->name;
    const char *open = strchr (name, '<');
    if (open == NULL || !g_str_has_suffix (open, ">"))
        return rhumb_text_shorten (name, MAX_NAME);
    g_autofree char *inside = g_strndup (open + 1, strlen (open) - 2);
    return rhumb_text_shorten (inside, MAX_NAME);
}
