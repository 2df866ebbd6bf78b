/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Whether a map is drawn in the places that its file gives.
 *
 * Who opens a map of VOSviewer expects to see that map, not another one made of its words. So
 * that is what is drawn of a file of VOSviewer (.txt, .csv, .tsv or .json) that places every item
 * and tells its cluster, unless an option asks for something else; a second file may hold the
 * links. Of other networks with places (GEXF, GraphML, …) it is drawn with --layout file.
 */
#include "cli/choose-places.h"

static RhumbAttributedNetwork *
load (const char *path, gboolean wanted, GError **error)
{
    static const char *const suffixes[] = {".txt", ".csv", ".tsv", ".json"};
    gboolean may_be = wanted;
    for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
        may_be |= g_str_has_suffix (path, suffixes[i]);
    return may_be ? rhumb_attributed_network_load (path, NULL, error) : NULL;
}

/* Links of another file between the same ids; the others are not of this map. */
static void
add_links (RhumbAttributedNetwork *network, const RhumbAttributedNetwork *links)
{
    const RhumbElement edge = RHUMB_ELEMENT_EDGE;
    const guint from = rhumb_attributed_network_find_attribute (links, edge, "weight");
    guint to = rhumb_attributed_network_find_attribute (network, edge, "weight");
    if (to == RHUMB_NONE)
        to = rhumb_attributed_network_add_attribute (network, edge, "weight", RHUMB_ATTRIBUTE_REAL);
    for (gsize e = 0; e < rhumb_attributed_network_get_n_edges (links); e++) {
        const RhumbEdge link = rhumb_attributed_network_get_edge (links, e);
        const guint32 a = rhumb_attributed_network_find_node (
            network, rhumb_attributed_network_get_id (links, link.from));
        const guint32 b = rhumb_attributed_network_find_node (
            network, rhumb_attributed_network_get_id (links, link.to));
        if (a == RHUMB_NONE || b == RHUMB_NONE)
            continue;
        const gsize added = rhumb_attributed_network_add_edge (network, a, b, FALSE);
        double weight = 1.0;
        if (from != RHUMB_NONE && rhumb_attributed_network_has_value (links, edge, e, from)) {
            const RhumbAttributeType type =
                rhumb_attributed_network_get_attribute (links, edge, from)->type;
            if (type == RHUMB_ATTRIBUTE_REAL)
                weight = rhumb_attributed_network_get_real (links, edge, e, from);
            else if (type == RHUMB_ATTRIBUTE_INTEGER)
                weight = (double)rhumb_attributed_network_get_integer (links, edge, e, from);
        }
        rhumb_attributed_network_set_real (network, edge, added, to, weight);
    }
}

/* The network of the first file, NULL where it gives no places or more files follow than one. */
static RhumbAttributedNetwork *
read_places (const Run *run, gboolean wanted, GError **error)
{
    if (!wanted &&
        (g_str_equal (run->inputs[0], "-") || (run->inputs[1] != NULL && run->inputs[2] != NULL)))
        return NULL;
    g_autoptr (RhumbAttributedNetwork) network = load (run->inputs[0], wanted, error);
    if (network == NULL)
        return NULL;
    const guint cluster =
        rhumb_attributed_network_find_attribute (network, RHUMB_ELEMENT_NODE, "cluster");
    if (!rhumb_attributed_network_has_places (network) || (!wanted && cluster == RHUMB_NONE)) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                     "%s: no places, expected numbers x and y for each node", run->inputs[0]);
        return NULL;
    }
    for (char **path = run->inputs + 1; *path != NULL; path++) {
        g_autoptr (RhumbAttributedNetwork) links = load (*path, wanted, error);
        if (links == NULL)
            return NULL;
        add_links (network, links);
    }
    return g_steal_pointer (&network);
}

/* Sets network to what is drawn in the places of its file, NULL = nothing is. */
gboolean
choose_places (const Run *run, gboolean wanted, RhumbAttributedNetwork **network, GError **error)
{
    g_autoptr (GError) reason = NULL;
    *network = read_places (run, wanted, &reason);
    if (*network == NULL && wanted) {
        g_propagate_error (error, g_steal_pointer (&reason));
        return FALSE;
    }
    if (*network != NULL && !wanted && !run->quiet)
        g_printerr ("rhumb map: places and clusters are those of %s; --layout atlas finds topics\n",
                    run->inputs[0]);
    return TRUE;
}
