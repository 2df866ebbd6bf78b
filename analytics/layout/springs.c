/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What pulls the nodes of a map together.
 *
 * Between a paper and a concept it is about:
 *   1.6 ln (1 + N / df) / ln N × (1 + weight) / 2,
 * so a rare concept says more than a common one. Between two concepts: the association strength
 * N c_ij / (c_i c_j) of their co-occurrence (N. J. van Eck, L. Waltman, How to normalize
 * cooccurrence data?, JASIST 60 (2009), doi:10.1002/asi.21075), scaled to a mean of 0.35. If
 * concepts are not drawn, papers are linked by the concepts they share and by citations; a paper
 * whose concepts are not drawn, or that has none, is linked by its citations.
 * c_ij counts all papers of the corpus, drawn or not.
 * Cost: n² numbers for the drawn concepts, Σ k² time over papers with k drawn concepts.
 */
#include "analytics/layout/springs.h"

#include <math.h>

#include "graph/disjoint-sets.h"

typedef struct {
    const RhumbScene *scene;
    RhumbRows concepts_of;
    guint32 first_concept;
    double n_papers;
    /* Node number in the graph → number in the scene. */
    guint32 *drawn_as;
} Reading;

/* How much a concept that @n of @n_papers papers are about says of them. */
double
rhumb_spring_rarity (double n_papers, gsize n)
{
    return log (1 + n_papers / (double)MAX (n, 1)) / log (MAX (n_papers, 2.0));
}

void
rhumb_springs_add (GArray *springs, guint32 from, guint32 to, double weight)
{
    const RhumbSpring spring = {from, to, weight};
    g_array_append_val (springs, spring);
}

/* Links papers with the concepts that they are about. @drawn_as: node of the graph → node of the
 * scene; @n_linked: nodes of the scene that are linked with each other already. */
void
rhumb_springs_link_papers (const RhumbGraph *graph, const guint32 *drawn_as, guint32 n_linked,
                           GArray *springs)
{
    const RhumbNetwork *about = rhumb_graph_get_relation (graph, RHUMB_RELATION_ABOUT);
    const RhumbRows rows = rhumb_network_get_out_rows (about);
    const gsize *start = rhumb_network_get_in_rows (about).start;
    const guint32 *concept_as = drawn_as + rhumb_graph_get_first_node (graph, RHUMB_NODE_CONCEPT);
    for (guint32 paper = 0; paper < rows.n_rows; paper++) {
        const guint32 from = drawn_as[paper];
        for (gsize e = rows.start[paper]; from != RHUMB_NONE && e < rows.start[paper + 1]; e++) {
            const guint32 concept = rows.node[e];
            const guint32 to = concept_as[concept];
            if (to == RHUMB_NONE || (from < n_linked && to < n_linked))
                continue;
            const double rarity =
                rhumb_spring_rarity (rows.n_rows, start[concept + 1] - start[concept]);
            rhumb_springs_add (springs, from, to,
                               RHUMB_SPRING_PAPER_STRENGTH * rarity *
                                   (1 + rhumb_rows_get_weight (rows, e)) / 2);
        }
    }
}

/* Adds value to each pair of members; both halves of the matrix are not needed, from > to is. */
static void
count_pairs (double *pair, guint32 n, const GArray *member, double value)
{
    for (guint i = 0; i < member->len; i++) {
        for (guint j = 0; j < member->len; j++) {
            const guint32 a = g_array_index (member, guint32, i);
            const guint32 b = g_array_index (member, guint32, j);
            if (a > b)
                pair[(gsize)a * n + b] += value;
        }
    }
}

static double
mean_of_positive (const double *value, gsize n)
{
    double sum = 0.0;
    gsize n_positive = 0;
    for (gsize i = 0; i < n; i++) {
        sum += value[i];
        n_positive += value[i] > 0 ? 1 : 0;
    }
    return n_positive == 0 ? 1.0 : sum / (double)n_positive;
}

static void
add_pairs (GArray *springs, const double *pair, guint32 n, double factor)
{
    for (guint32 a = 0; a < n; a++) {
        for (guint32 b = 0; b < a; b++) {
            if (pair[(gsize)a * n + b] > 0)
                rhumb_springs_add (springs, b, a, factor * pair[(gsize)a * n + b]);
        }
    }
}

static void
link_concepts (const Reading *reading, GArray *springs)
{
    const RhumbScene *scene = reading->scene;
    const RhumbRows rows = reading->concepts_of;
    const guint32 n = scene->n_nodes;
    g_autofree double *pair = g_new0 (double, MAX ((gsize)n * n, 1));
    g_autoptr (GArray) member = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint32 paper = 0; paper < rows.n_rows; paper++) {
        g_array_set_size (member, 0);
        for (gsize e = rows.start[paper]; e < rows.start[paper + 1]; e++) {
            const guint32 drawn = reading->drawn_as[reading->first_concept + rows.node[e]];
            if (drawn != RHUMB_NONE)
                g_array_append_val (member, drawn);
        }
        count_pairs (pair, n, member, 1.0);
    }
    for (guint32 a = 0; a < n; a++) {
        for (guint32 b = 0; b < a; b++)
            pair[(gsize)a * n + b] *=
                reading->n_papers / (scene->node[a].weight * scene->node[b].weight);
    }
    const double mean = mean_of_positive (pair, (gsize)n * n);
    add_pairs (springs, pair, n, RHUMB_SPRING_CONCEPT_STRENGTH / mean);
}

/* @is_wanted: citations count from or to these; %NULL = all do. */
static void
add_citations (const Reading *reading, const guint8 *is_wanted, double *pair)
{
    const RhumbScene *scene = reading->scene;
    RhumbNetwork *cites = rhumb_graph_get_relation (scene->graph, RHUMB_RELATION_CITES);
    const RhumbRows rows = rhumb_network_get_out_rows (cites);
    for (guint32 paper = 0; paper < rows.n_rows; paper++) {
        const guint32 a = reading->drawn_as[paper];
        for (gsize e = rows.start[paper]; a != RHUMB_NONE && e < rows.start[paper + 1]; e++) {
            const guint32 b = reading->drawn_as[rows.node[e]];
            if (b != RHUMB_NONE && a != b && (is_wanted == NULL || is_wanted[a] || is_wanted[b]))
                pair[(gsize)MAX (a, b) * scene->n_nodes + MIN (a, b)] +=
                    RHUMB_SPRING_CITATION_STRENGTH;
        }
    }
}

static void
link_papers (const Reading *reading, GArray *springs)
{
    const RhumbScene *scene = reading->scene;
    RhumbNetwork *about = rhumb_graph_get_relation (scene->graph, RHUMB_RELATION_ABOUT);
    const RhumbRows papers_of = rhumb_network_get_in_rows (about);
    g_autofree double *pair = g_new0 (double, MAX ((gsize)scene->n_nodes * scene->n_nodes, 1));
    g_autoptr (GArray) member = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint32 concept = 0; concept < papers_of.n_rows; concept++) {
        g_array_set_size (member, 0);
        for (gsize e = papers_of.start[concept]; e < papers_of.start[concept + 1]; e++) {
            const guint32 drawn = reading->drawn_as[papers_of.node[e]];
            if (drawn != RHUMB_NONE)
                g_array_append_val (member, drawn);
        }
        if (member->len <= RHUMB_SPRING_TOO_COMMON)
            count_pairs (pair, scene->n_nodes, member,
                         rhumb_spring_rarity (reading->n_papers, papers_of.start[concept + 1] -
                                                                     papers_of.start[concept]));
    }
    add_citations (reading, NULL, pair);
    add_pairs (springs, pair, scene->n_nodes, 1.0);
}

/* Of papers without a drawn concept citations alone tell where they belong. */
static void
link_bare_papers (const Reading *reading, GArray *springs)
{
    const RhumbScene *scene = reading->scene;
    g_autofree guint8 *is_bare = g_new0 (guint8, MAX (scene->n_nodes, 1));
    for (guint32 i = 0; i < scene->n_nodes; i++)
        is_bare[i] = scene->node[i].kind == RHUMB_NODE_PAPER;
    for (guint e = 0; e < springs->len; e++)
        is_bare[g_array_index (springs, RhumbSpring, e).from] = FALSE;
    g_autofree double *pair = g_new0 (double, MAX ((gsize)scene->n_nodes * scene->n_nodes, 1));
    add_citations (reading, is_bare, pair);
    add_pairs (springs, pair, scene->n_nodes, 1.0);
}

/* What links the nodes of a scene, in a defined order. */
GArray *
rhumb_springs_new (const RhumbScene *scene)
{
    RhumbNetwork *about = rhumb_graph_get_relation (scene->graph, RHUMB_RELATION_ABOUT);
    const guint32 n_nodes = rhumb_graph_get_n_nodes (scene->graph);
    g_autofree guint32 *drawn_as = g_new (guint32, MAX (n_nodes, 1));
    for (guint32 v = 0; v < n_nodes; v++)
        drawn_as[v] = RHUMB_NONE;
    for (guint32 i = 0; i < scene->n_nodes; i++)
        drawn_as[scene->node[i].node] = i;
    const Reading reading = {
        .scene = scene,
        .concepts_of = rhumb_network_get_out_rows (about),
        .first_concept = rhumb_graph_get_first_node (scene->graph, RHUMB_NODE_CONCEPT),
        .n_papers = rhumb_graph_get_n_nodes_of_kind (scene->graph, RHUMB_NODE_PAPER),
        .drawn_as = drawn_as,
    };
    GArray *springs = g_array_new (FALSE, FALSE, sizeof (RhumbSpring));
    if (scene->options->show_concepts) {
        rhumb_springs_link_papers (scene->graph, drawn_as, 0, springs);
        link_bare_papers (&reading, springs);
        link_concepts (&reading, springs);
    } else {
        link_papers (&reading, springs);
    }
    return springs;
}

/* Ties every node that no link inside its cluster holds to the cluster's most important node, so
 * that a cluster does not fall apart and a node without links stays with its topic. */
void
rhumb_springs_tether (const RhumbScene *scene, GArray *springs)
{
    g_autofree guint32 *parent = rhumb_disjoint_sets_new (scene->n_nodes);
    double mean = 0.0;
    for (guint e = 0; e < springs->len; e++) {
        const RhumbSpring spring = g_array_index (springs, RhumbSpring, e);
        mean += spring.weight / springs->len;
        if (scene->node[spring.from].cluster == scene->node[spring.to].cluster)
            rhumb_disjoint_sets_unite (parent, spring.from, spring.to);
    }
    g_autofree guint32 *order = rhumb_scene_by_importance (scene);
    g_autofree guint32 *first = g_new (guint32, MAX (scene->n_clusters, 1));
    for (guint32 c = 0; c < scene->n_clusters; c++)
        first[c] = RHUMB_NONE;
    for (guint32 k = 0; k < scene->n_nodes; k++) {
        const guint32 i = order[k];
        guint32 *anchor = &first[scene->node[i].cluster];
        if (*anchor == RHUMB_NONE)
            *anchor = i;
        if (rhumb_disjoint_sets_find (parent, i) == rhumb_disjoint_sets_find (parent, *anchor))
            continue;
        rhumb_disjoint_sets_unite (parent, i, *anchor);
        rhumb_springs_add (springs, *anchor, i, mean > 0 ? mean / 2 : 1.0);
    }
}
