/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What links the nodes that the atlas has no room for.
 *
 * Strengths are those of the atlas (springs.c), but no matrix of all pairs is made: of the concepts
 * that share papers with a concept only the STRONGEST ones count, and so with papers that share
 * concepts where no concepts are drawn. Of all these links a map shows at most STRONGEST a node.
 * Cost: Σ k² over papers of k concepts, Σ p² over concepts of p ≤ RHUMB_SPRING_TOO_COMMON papers.
 */
#include "analytics/layout/crowd-links.h"

#include <math.h>

#include "analytics/layout/springs.h"

#define STRONGEST 3

typedef struct {
    const RhumbScene *scene;
    RhumbRows concepts_of;
    RhumbRows papers_of;
    RhumbRows cites;
    RhumbRows cited_by;
    guint32 first_concept;
    double n_papers;
    guint32 *drawn_as; /* node of the graph → node of the scene */
    double *shared;    /* with each node of the scene, of the node that is being linked */
    GArray *partners;  /* those above 0 */
} Search;

static void
share (Search *search, guint32 node, guint32 self, double value)
{
    const guint32 other = search->drawn_as[node];
    if (other == RHUMB_NONE || other == self)
        return;
    if (search->shared[other] == 0.0)
        g_array_append_val (search->partners, other);
    search->shared[other] += value;
}

static void
share_papers (Search *search, guint32 i)
{
    const guint32 concept = search->scene->node[i].node - search->first_concept;
    const RhumbRows papers = search->papers_of;
    const RhumbRows concepts = search->concepts_of;
    for (gsize e = papers.start[concept]; e < papers.start[concept + 1]; e++) {
        const guint32 paper = papers.node[e];
        for (gsize f = concepts.start[paper]; f < concepts.start[paper + 1]; f++)
            share (search, search->first_concept + concepts.node[f], i, 1.0);
    }
    const double own = search->scene->node[i].weight;
    for (guint k = 0; k < search->partners->len; k++) {
        const guint32 other = g_array_index (search->partners, guint32, k);
        search->shared[other] *= search->n_papers / (own * search->scene->node[other].weight);
    }
}

static void
share_concepts (Search *search, guint32 i)
{
    const guint32 paper = search->scene->node[i].node;
    const RhumbRows papers = search->papers_of;
    const RhumbRows concepts = search->concepts_of;
    for (gsize e = concepts.start[paper]; e < concepts.start[paper + 1]; e++) {
        const guint32 concept = concepts.node[e];
        const gsize n = papers.start[concept + 1] - papers.start[concept];
        for (gsize f = papers.start[concept];
             n <= RHUMB_SPRING_TOO_COMMON && f < papers.start[concept + 1]; f++)
            share (search, papers.node[f], i, rhumb_spring_rarity (search->n_papers, n));
    }
    for (gsize e = search->cites.start[paper]; e < search->cites.start[paper + 1]; e++)
        share (search, search->cites.node[e], i, RHUMB_SPRING_CITATION_STRENGTH);
    for (gsize e = search->cited_by.start[paper]; e < search->cited_by.start[paper + 1]; e++)
        share (search, search->cited_by.node[e], i, RHUMB_SPRING_CITATION_STRENGTH);
}

/* Adds the strongest links of a node and forgets what was shared. */
static void
take_strongest (Search *search, guint32 i, GArray *springs)
{
    guint32 best[STRONGEST];
    guint n_best = 0;
    for (guint k = 0; k < search->partners->len; k++) {
        const guint32 other = g_array_index (search->partners, guint32, k);
        guint at = n_best;
        while (at > 0 &&
               (search->shared[other] > search->shared[best[at - 1]] ||
                (search->shared[other] == search->shared[best[at - 1]] && other < best[at - 1])))
            at--;
        if (at == STRONGEST)
            continue;
        n_best = MIN (n_best + 1, STRONGEST);
        for (guint move = n_best - 1; move > at; move--)
            best[move] = best[move - 1];
        best[at] = other;
    }
    for (guint k = 0; k < n_best; k++)
        rhumb_springs_add (springs, MIN (i, best[k]), MAX (i, best[k]), search->shared[best[k]]);
    for (guint k = 0; k < search->partners->len; k++)
        search->shared[g_array_index (search->partners, guint32, k)] = 0.0;
    g_array_set_size (search->partners, 0);
}

/* Two nodes may have chosen each other. */
static void
drop_repeated (GArray *springs)
{
    g_array_sort (springs, rhumb_compare_spring_ends);
    guint n_kept = 0;
    for (guint e = 0; e < springs->len; e++) {
        const RhumbSpring spring = g_array_index (springs, RhumbSpring, e);
        const RhumbSpring *last =
            n_kept == 0 ? NULL : &g_array_index (springs, RhumbSpring, n_kept - 1);
        if (last == NULL || rhumb_compare_spring_ends (last, &spring) != 0)
            g_array_index (springs, RhumbSpring, n_kept++) = spring;
    }
    g_array_set_size (springs, n_kept);
}

/* Concepts by the papers they share; scaled to the mean that the atlas has. */
static void
link_concepts (Search *search, GArray *springs)
{
    const RhumbScene *scene = search->scene;
    g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (RhumbSpring));
    for (guint32 i = scene->n_atlas; i < scene->n_nodes; i++) {
        if (scene->node[i].kind != RHUMB_NODE_CONCEPT)
            continue;
        share_papers (search, i);
        take_strongest (search, i, pairs);
    }
    drop_repeated (pairs);
    double mean = 0.0;
    for (guint e = 0; e < pairs->len; e++)
        mean += g_array_index (pairs, RhumbSpring, e).weight / pairs->len;
    for (guint e = 0; e < pairs->len; e++) {
        const RhumbSpring pair = g_array_index (pairs, RhumbSpring, e);
        rhumb_springs_add (springs, pair.from, pair.to,
                           RHUMB_SPRING_CONCEPT_STRENGTH * pair.weight / mean);
    }
}

static void
link_papers (Search *search, GArray *springs)
{
    for (guint32 i = search->scene->n_atlas; i < search->scene->n_nodes; i++) {
        share_concepts (search, i);
        take_strongest (search, i, springs);
    }
    drop_repeated (springs);
}

/* What links the others with each other and with the atlas, in a defined order. @scene: nodes of
 * the atlas, then the others. */
GArray *
rhumb_crowd_springs (const RhumbScene *scene)
{
    RhumbGraph *graph = scene->graph;
    RhumbNetwork *about = rhumb_graph_get_relation (graph, RHUMB_RELATION_ABOUT);
    RhumbNetwork *cites = rhumb_graph_get_relation (graph, RHUMB_RELATION_CITES);
    const guint32 n_nodes = rhumb_graph_get_n_nodes (graph);
    g_autofree guint32 *drawn_as = g_new (guint32, MAX (n_nodes, 1));
    g_autofree double *shared = g_new0 (double, MAX (scene->n_nodes, 1));
    g_autoptr (GArray) partners = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint32 v = 0; v < n_nodes; v++)
        drawn_as[v] = RHUMB_NONE;
    for (guint32 i = 0; i < scene->n_nodes; i++)
        drawn_as[scene->node[i].node] = i;
    Search search = {.scene = scene,
                     .concepts_of = rhumb_network_get_out_rows (about),
                     .papers_of = rhumb_network_get_in_rows (about),
                     .cites = rhumb_network_get_out_rows (cites),
                     .cited_by = rhumb_network_get_in_rows (cites),
                     .first_concept = rhumb_graph_get_first_node (graph, RHUMB_NODE_CONCEPT),
                     .n_papers = rhumb_graph_get_n_nodes_of_kind (graph, RHUMB_NODE_PAPER),
                     .drawn_as = drawn_as,
                     .shared = shared,
                     .partners = partners};
    GArray *springs = g_array_new (FALSE, FALSE, sizeof (RhumbSpring));
    if (scene->options->show_concepts) {
        rhumb_springs_link_papers (graph, search.drawn_as, search.scene->n_atlas, springs);
        link_concepts (&search, springs);
    } else {
        link_papers (&search, springs);
    }
    return springs;
}

static int
compare_strength (gconstpointer a, gconstpointer b)
{
    const RhumbSpring *x = a;
    const RhumbSpring *y = b;
    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    return rhumb_compare_spring_ends (a, b);
}

/* Chooses at most three links a node. @scene: nodes of the atlas, then the others; @links: links
 * that are drawn; takes the strongest ones of the others. */
void
rhumb_crowd_choose_links (const RhumbScene *scene, const GArray *springs, GArray *links)
{
    g_autoptr (GArray) sorted = g_array_copy ((GArray *)springs);
    g_array_sort (sorted, compare_strength);
    g_autofree guint32 *n_links = g_new0 (guint32, MAX (scene->n_nodes, 1));
    for (guint e = 0; e < sorted->len; e++) {
        const RhumbSpring link = g_array_index (sorted, RhumbSpring, e);
        const gboolean wanted = link.from >= scene->n_atlas && n_links[link.from] < STRONGEST;
        const gboolean wanted_too = link.to >= scene->n_atlas && n_links[link.to] < STRONGEST;
        if (!wanted && !wanted_too)
            continue;
        n_links[link.from]++;
        n_links[link.to]++;
        g_array_append_val (links, link);
    }
}
