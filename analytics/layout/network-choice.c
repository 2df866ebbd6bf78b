/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Chooses which nodes of a network a map shows.
 *
 * The heaviest are drawn: works by how many papers cite them, all else by how many papers have it
 * (what nothing tells the papers of, by the strength of its links), ties by link strength, then by
 * number. Only what hangs together has
 * a place that means something, so nodes that are linked to fewer than two others of the drawn
 * ones, directly or not, make room for the next; where there is nothing else, pairs are drawn. Of
 * nodes that are linked alike, as the many people of one paper, the first few are drawn (twins.c).
 * Cost: the links of the network, times the logarithm of how far down the list it has to look.
 */
#include "analytics/layout/network-choice.h"

#include "analytics/layout/twins.h"
#include "analytics/network/derive.h"
#include "graph/disjoint-sets.h"
#include "graph/outside-references.h"

#define SMALLEST_PART 3
/* More nodes with the same links than MANY are thinned to so many. */
#define MANY_TWINS 7
#define MOST_TWINS 5

typedef struct {
    RhumbGraph *graph;
    const RhumbDerivedNetwork *derived;
    RhumbRows out;
    guint32 n_nodes;
    double *strength;
} Source;

static double
weight_of_link (const RhumbRows *rows, gsize e)
{
    return rows->weight != NULL ? rows->weight[e] : 1.0;
}

/* Of each node the sum of its links to others, whatever their direction. */
static void
sum_strengths (Source *source)
{
    source->strength = g_new0 (double, MAX (source->n_nodes, 1));
    const gboolean both =
        rhumb_network_get_mode (source->derived->network) == RHUMB_NETWORK_DIRECTED;
    for (guint32 v = 0; v < source->out.n_rows; v++) {
        for (gsize e = source->out.start[v]; e < source->out.start[v + 1]; e++) {
            const guint32 u = source->out.node[e];
            if (u == v)
                continue;
            source->strength[v] += weight_of_link (&source->out, e);
            source->strength[u] += both ? weight_of_link (&source->out, e) : 0.0;
        }
    }
}

static double
count_row (RhumbRows rows, guint32 v)
{
    return (double)(rows.start[v + 1] - rows.start[v]);
}

/* Of works, those outside among them, how many papers cite each; NULL where the network has none.
 */
static double *
count_citing (const Source *source)
{
    if (source->derived->kind != RHUMB_NODE_PAPER)
        return NULL;
    const RhumbRows cited =
        rhumb_network_get_in_rows (rhumb_graph_get_relation (source->graph, RHUMB_RELATION_CITES));
    g_autoptr (GPtrArray) names = NULL;
    g_autoptr (RhumbNetwork) works =
        source->derived->names == NULL
            ? NULL
            : rhumb_list_cited_works (rhumb_graph_get_corpus (source->graph),
                                      RHUMB_DERIVE_MIN_CITED, &names, NULL);
    const RhumbRows in = works != NULL ? rhumb_network_get_in_rows (works) : cited;
    double *n_citing = g_new (double, MAX (source->n_nodes, 1));
    for (guint32 v = 0; v < source->n_nodes; v++)
        n_citing[v] = v < in.n_rows ? count_row (in, v) : 0.0;
    return n_citing;
}

static double
weight_of_node (const Source *source, const double *n_citing, guint32 v)
{
    const RhumbNetwork *papers = source->derived->papers;
    if (n_citing != NULL)
        return n_citing[v];
    if (source->derived->kind == RHUMB_NODE_PERSON)
        return count_row (rhumb_network_get_out_rows (
                              rhumb_graph_get_relation (source->graph, RHUMB_RELATION_WROTE)),
                          v);
    if (source->derived->kind == RHUMB_NODE_CONCEPT)
        papers = rhumb_graph_get_relation (source->graph, RHUMB_RELATION_ABOUT);
    return papers != NULL ? count_row (rhumb_network_get_in_rows (papers), v) : source->strength[v];
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
    const RhumbNetworkChoice *x = a;
    const RhumbNetworkChoice *y = b;
    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    if (x->strength != y->strength)
        return x->strength > y->strength ? -1 : 1;
    return x->node < y->node ? -1 : x->node > y->node;
}

static GArray *
list_candidates (const Source *source)
{
    g_autofree double *n_citing = count_citing (source);
    GArray *list = g_array_new (FALSE, FALSE, sizeof (RhumbNetworkChoice));
    for (guint32 v = 0; v < source->n_nodes; v++) {
        const RhumbNetworkChoice candidate = {v, weight_of_node (source, n_citing, v),
                                              source->strength[v], 0};
        if (candidate.strength > 0)
            g_array_append_val (list, candidate);
    }
    g_array_sort (list, compare_candidates);
    return list;
}

/* Of each node the root of what it hangs together with, among those that are in. */
static guint32 *
find_parts (const Source *source, const guint8 *is_in)
{
    guint32 *parent = rhumb_disjoint_sets_new (source->n_nodes);
    for (guint32 v = 0; v < source->out.n_rows; v++) {
        for (gsize e = source->out.start[v]; is_in[v] && e < source->out.start[v + 1]; e++) {
            const guint32 u = source->out.node[e];
            if (is_in[u] && weight_of_link (&source->out, e) > 0)
                rhumb_disjoint_sets_unite (parent, u, v);
        }
    }
    for (guint32 v = 0; v < source->n_nodes; v++)
        parent[v] = rhumb_disjoint_sets_find (parent, v);
    return parent;
}

/* Keeps of the first nodes those that hang together with so many of them, at most so many. */
static GArray *
keep_linked (const Source *source, const GArray *list, guint n_first, guint least, guint most)
{
    g_autofree guint8 *is_in = g_new0 (guint8, MAX (source->n_nodes, 1));
    g_autofree guint32 *size = g_new0 (guint32, MAX (source->n_nodes, 1));
    for (guint i = 0; i < n_first; i++)
        is_in[g_array_index (list, RhumbNetworkChoice, i).node] = 1;
    g_autofree guint32 *part = find_parts (source, is_in);
    for (guint i = 0; i < n_first; i++)
        size[part[g_array_index (list, RhumbNetworkChoice, i).node]]++;
    GArray *kept = g_array_new (FALSE, FALSE, sizeof (RhumbNetworkChoice));
    for (guint i = 0; i < n_first && kept->len < most; i++) {
        const RhumbNetworkChoice candidate = g_array_index (list, RhumbNetworkChoice, i);
        if (size[part[candidate.node]] >= least)
            g_array_append_val (kept, candidate);
    }
    return kept;
}

/* Looks further down the list until enough nodes hang together. */
static GArray *
choose_nodes (const Source *source, const GArray *list, guint least, guint most)
{
    guint n_first = MIN (most, list->len);
    GArray *kept = keep_linked (source, list, n_first, least, most);
    while (kept->len < most && n_first < list->len) {
        n_first = MIN (n_first + MAX (most - kept->len, n_first / 2), list->len);
        g_array_unref (kept);
        kept = keep_linked (source, list, n_first, least, most);
    }
    /* The last ones may have hung on such as found no room. */
    g_autoptr (GArray) former = kept;
    return keep_linked (source, former, former->len, least, most);
}

/*
 * rhumb_choose_network_nodes:
 * @graph: a knowledge graph
 * @derived: a network that follows from it
 * @most: at most so many nodes
 *
 * Chooses the nodes of a network that a map shows.
 *
 * Returns: (transfer full) (element-type RhumbNetworkChoice): the nodes, heaviest first
 */
GArray *
rhumb_choose_network_nodes (RhumbGraph *graph, const RhumbDerivedNetwork *derived, guint most)
{
    Source source = {graph, derived, rhumb_network_get_out_rows (derived->network),
                     rhumb_network_get_n_from (derived->network), NULL};
    sum_strengths (&source);
    g_autoptr (GArray) all = list_candidates (&source);
    g_autoptr (GArray) list = rhumb_thin_twins (derived, all, MANY_TWINS, MOST_TWINS);
    GArray *nodes = choose_nodes (&source, list, SMALLEST_PART, most);
    if (nodes->len == 0) {
        g_array_unref (nodes);
        nodes = choose_nodes (&source, list, 2, most);
    }
    g_free (source.strength);
    return nodes;
}

/*
 * rhumb_link_chosen_nodes:
 * @derived: a network
 * @nodes: (element-type RhumbNetworkChoice): some of its nodes
 * @error: return location for an error
 *
 * Gives the links between chosen nodes, without direction, loops and links of no weight.
 *
 * Returns: (transfer full): a network whose node i is the one at place i of @nodes
 */
RhumbNetwork *
rhumb_link_chosen_nodes (const RhumbDerivedNetwork *derived, const GArray *nodes, GError **error)
{
    const RhumbRows out = rhumb_network_get_out_rows (derived->network);
    const guint32 n_nodes = rhumb_network_get_n_from (derived->network);
    g_autofree guint32 *place = g_new (guint32, MAX (n_nodes, 1));
    for (guint32 v = 0; v < n_nodes; v++)
        place[v] = RHUMB_NONE;
    for (guint32 i = 0; i < nodes->len; i++)
        place[g_array_index (nodes, RhumbNetworkChoice, i).node] = i;
    const gboolean once = rhumb_network_get_mode (derived->network) == RHUMB_NETWORK_UNDIRECTED;
    g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) weight = g_array_new (FALSE, FALSE, sizeof (double));
    for (guint32 i = 0; i < nodes->len; i++) {
        const guint32 v = g_array_index (nodes, RhumbNetworkChoice, i).node;
        for (gsize e = out.start[v]; e < out.start[v + 1]; e++) {
            const guint32 u = out.node[e];
            const double strength = weight_of_link (&out, e);
            if (u == v || place[u] == RHUMB_NONE || (once && u < v) || !(strength > 0))
                continue;
            g_array_append_val (from, i);
            g_array_append_val (to, place[u]);
            g_array_append_val (weight, strength);
        }
    }
    return rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, nodes->len, nodes->len,
                              (const guint32 *)(const void *)from->data,
                              (const guint32 *)(const void *)to->data,
                              (const double *)(const void *)weight->data, from->len, error);
}
