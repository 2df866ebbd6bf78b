/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A walk through the links of a knowledge graph, and through what it comes to a node.
 */
#include "cli/graph-walk.h"

#include "cli/neighbour-table.h"
#include "cli/reasons.h"
#include "graph/text.h"

gboolean
graph_walk_init (GraphWalk *walk, const RhumbGraph *graph, const RhumbLikenessOptions *links,
                 GError **error)
{
    walk->graph = graph;
    walk->likeness = rhumb_likeness_new (graph, links, error);
    if (walk->likeness != NULL)
        walk->walker = rhumb_walker_new (walk->likeness->network, error);
    return walk->walker != NULL;
}

void
graph_walk_clear (GraphWalk *walk)
{
    g_clear_pointer (&walk->walker, rhumb_walker_free);
    g_clear_pointer (&walk->likeness, rhumb_likeness_free);
}

/* What the paper @node has to do with the node through which the walk comes to it. */
static char *
name_carrier (gconstpointer data, guint32 node, guint32 carrier)
{
    const GraphWalk *walk = data;
    const RhumbGraph *graph = walk->graph;
    const RhumbLikeness *likeness = walk->likeness;
    const guint32 n_papers = rhumb_graph_get_n_nodes_of_kind (graph, RHUMB_NODE_PAPER);
    const char *name = carrier < likeness->n_known
                           ? rhumb_graph_get_node_label (graph, carrier)
                           : likeness->labels->pdata[carrier - likeness->n_known];
    if (carrier >= likeness->n_known + likeness->n_years)
        return g_strdup_printf ("word “%s”", name);
    if (node >= n_papers || carrier >= n_papers)
        return g_strdup (name);
    const RhumbNetwork *cites = rhumb_graph_get_relation (graph, RHUMB_RELATION_CITES);
    const RhumbNetwork *mentions = rhumb_graph_get_relation (graph, RHUMB_RELATION_MENTIONS);
    g_autofree char *title = rhumb_text_shorten (name, REASON_LETTERS);
    const char *how = rhumb_network_get_weight (cites, node, carrier) > 0      ? "cites"
                      : rhumb_network_get_weight (cites, carrier, node) > 0    ? "cited by"
                      : rhumb_network_get_weight (mentions, node, carrier) > 0 ? "names"
                                                                               : "named by";
    return g_strdup_printf ("%s “%s”", how, title);
}

char *
graph_walk_why (gconstpointer data, guint32 node)
{
    const GraphWalk *walk = data;
    const NodeNames naming = {walk->likeness->n_known + walk->likeness->n_years, name_carrier,
                              walk};
    return reason_of_walk (walk->walker, node, &naming);
}
