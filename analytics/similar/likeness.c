/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * All that makes papers alike, in one network: papers that cite each other are neighbours, and
 * papers that share a concept, a venue, a year, a person or a word are two steps apart, through a
 * node that stands for what they share; words of title and abstract, with little weight, hold
 * together what no concept does. So a walk finds related papers where nobody cites anybody.
 *
 * Source: rarity is that of Spärck Jones (1972), doi:10.1108/eb026526.
 *
 * Method: a citation weighs its λ. A link to a shared node weighs λ ln(1 + n/n_f) / √n_f, n being
 * all papers and n_f those that share it: what few share tells more, and the root keeps a node
 * that very many share from swallowing the walk. Links to concepts and words weigh besides how
 * much the paper is about them. The 1 in the logarithm departs from the usual rarity so that what
 * all papers share still links them. What one paper alone has leads nowhere and is left out, and so
 * is a paper's citation of itself; a link of each paper with itself may be asked for. Citations of
 * one direction make a directed network; shared nodes are passed both ways in any case.
 *
 * Cost: O(edges).
 */
#include "analytics/similar/likeness-private.h"

#include <math.h>

#include "analytics/text/words.h"
#include "graph/large-array.h"
#include "graph/set-error.h"
#include "graph/text.h"

typedef struct {
    gboolean directed;
    GArray *from;
    GArray *to;
    GArray *weight;
} Links;

static void
add_arc (Links *links, guint32 from, guint32 to, double weight)
{
    g_array_append_val (links->from, from);
    g_array_append_val (links->to, to);
    g_array_append_val (links->weight, weight);
}

static void
add_both_ways (Links *links, guint32 a, guint32 b, double weight)
{
    add_arc (links, a, b, weight);
    if (links->directed)
        add_arc (links, b, a, weight);
}

static void
add_citations (Links *links, const RhumbNetwork *relation, RhumbDirection direction, double weight)
{
    const RhumbRows rows = rhumb_network_get_out_rows (relation);
    for (guint32 v = 0; weight > 0 && v < rows.n_rows; v++) {
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
            const guint32 u = rows.node[i];
            if (u != v && direction == RHUMB_DIRECTION_IN)
                add_arc (links, u, v, weight);
            else if (u != v)
                add_arc (links, v, u, weight);
        }
    }
}

/* @rows lists for each feature the papers that share it. */
static void
add_features (Links *links, RhumbRows rows, guint32 first_node, guint32 n_papers, double lambda)
{
    for (guint32 f = 0; lambda > 0 && f < rows.n_rows; f++) {
        const double n_f = (double)(rows.start[f + 1] - rows.start[f]);
        if (n_f < 2)
            continue;
        const double weight = lambda * log (1 + n_papers / n_f) / sqrt (n_f);
        for (gsize i = rows.start[f]; i < rows.start[f + 1]; i++) {
            const double about = rhumb_rows_get_weight (rows, i);
            if (about > 0)
                add_both_ways (links, rows.node[i], first_node + f, weight * about);
        }
    }
}

/* Papers are in the order of years, those without one first, so a year is a run of papers. */
static void
add_years (Links *links, const RhumbCorpus *corpus, guint32 first_node, double lambda,
           GPtrArray *names)
{
    const guint32 n = rhumb_corpus_get_n_papers (corpus);
    guint32 end = 0;
    for (guint32 v = 0; v < n; v = end) {
        const int year = rhumb_corpus_get_paper (corpus, v)->year;
        while (end < n && rhumb_corpus_get_paper (corpus, end)->year == year)
            end++;
        const double size = end - v;
        if (year == 0)
            continue;
        for (guint32 u = v; lambda > 0 && size > 1 && u < end; u++)
            add_both_ways (links, u, first_node + names->len,
                           lambda * log (1 + n / size) / sqrt (size));
        g_ptr_array_add (names, g_strdup_printf ("%d", year));
    }
}

static gboolean
add_words (Links *links, const RhumbCorpus *corpus, guint32 first_node, double lambda,
           GPtrArray *names, GPtrArray *labels, GError **error)
{
    g_autoptr (GPtrArray) stems = NULL;
    g_autoptr (GPtrArray) shown = NULL;
    if (!(lambda > 0))
        return TRUE;
    g_autoptr (RhumbNetwork) words = rhumb_weigh_named_words (corpus, &stems, &shown, error);
    if (words == NULL)
        return FALSE;
    add_features (links, rhumb_network_get_in_rows (words), first_node,
                  rhumb_corpus_get_n_papers (corpus), lambda);
    g_ptr_array_extend_and_steal (names, g_steal_pointer (&stems));
    g_ptr_array_extend_and_steal (labels, g_steal_pointer (&shown));
    return TRUE;
}

/* rhumb_likeness_options_check: whether all weights are in range. */
gboolean
rhumb_likeness_options_check (const RhumbLikenessOptions *options, GError **error)
{
    const double weight[] = {options->citations, options->concepts, options->venues, options->years,
                             options->people,    options->words,    options->itself};
    for (guint i = 0; i < G_N_ELEMENTS (weight); i++) {
        if (!(weight[i] >= 0 && weight[i] <= 1e6)) {
            rhumb_set_error (error, RHUMB_ERROR_INVALID,
                             "weight of a link is %g, expected 0 to 1000000", weight[i]);
            return FALSE;
        }
    }
    return TRUE;
}

static void
add_graph (Links *links, const RhumbGraph *graph, const RhumbLikenessOptions *o)
{
    const struct {
        RhumbRelation relation;
        RhumbNodeKind kind;
        double lambda;
    } FEATURES[] = {
        {RHUMB_RELATION_ABOUT, RHUMB_NODE_CONCEPT, o->concepts},
        {RHUMB_RELATION_PUBLISHED_IN, RHUMB_NODE_VENUE, o->venues},
        {RHUMB_RELATION_WROTE, RHUMB_NODE_PERSON, o->people},
    };
    const guint32 n_papers = rhumb_graph_get_n_nodes_of_kind (graph, RHUMB_NODE_PAPER);
    add_citations (links, rhumb_graph_get_relation (graph, RHUMB_RELATION_CITES), o->direction,
                   o->citations);
    add_citations (links, rhumb_graph_get_relation (graph, RHUMB_RELATION_MENTIONS), o->direction,
                   o->citations);
    for (guint32 v = 0; o->itself > 0 && v < n_papers; v++)
        add_arc (links, v, v, o->itself);
    for (guint i = 0; i < G_N_ELEMENTS (FEATURES); i++) {
        const RhumbNetwork *relation = rhumb_graph_get_relation (graph, FEATURES[i].relation);
        add_features (
            links,
            FEATURES[i].relation == RHUMB_RELATION_WROTE ? rhumb_network_get_out_rows (relation)
                                                         : rhumb_network_get_in_rows (relation),
            rhumb_graph_get_first_node (graph, FEATURES[i].kind), n_papers, FEATURES[i].lambda);
    }
}

/**
 * rhumb_likeness_new:
 * @graph: a knowledge graph
 * @options: (nullable): options, %NULL = defaults
 * @error: return location for an error
 *
 * Builds the network of all that makes papers alike. Its nodes are those of @graph, then one for
 * each year in which a paper appeared, ascending, then the columns of rhumb_weigh_words(), unless
 * words weigh 0.
 *
 * Returns: (transfer full): a weighted network, undirected if citations are taken both ways, else
 *   directed, with names; or %NULL with %RHUMB_ERROR_INVALID
 *
 * Since: 0.2
 */
RhumbLikeness *
rhumb_likeness_new (const RhumbGraph *graph, const RhumbLikenessOptions *options, GError **error)
{
    static const RhumbLikenessOptions DEFAULTS = RHUMB_LIKENESS_DEFAULTS;
    const RhumbLikenessOptions *o = options != NULL ? options : &DEFAULTS;
    if (!rhumb_likeness_options_check (o, error))
        return NULL;
    g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) weight = g_array_new (FALSE, FALSE, sizeof (double));
    const RhumbCorpus *corpus = rhumb_graph_get_corpus (graph);
    Links links = {o->direction != RHUMB_DIRECTION_BOTH, from, to, weight};
    g_autoptr (RhumbLikeness) likeness = g_new0 (RhumbLikeness, 1);
    likeness->n_known = rhumb_graph_get_n_nodes (graph);
    likeness->names = g_ptr_array_new_with_free_func (g_free);
    add_graph (&links, graph, o);
    add_years (&links, corpus, likeness->n_known, o->years, likeness->names);
    likeness->n_years = likeness->names->len;
    likeness->labels = g_ptr_array_new_with_free_func (g_free);
    for (guint32 i = 0; i < likeness->n_years; i++)
        g_ptr_array_add (likeness->labels, g_strdup (likeness->names->pdata[i]));
    if (!add_words (&links, corpus, likeness->n_known + likeness->n_years, o->words,
                    likeness->names, likeness->labels, error))
        return NULL;
    rhumb_return_memory (); /* that of words */
    const guint32 n_all = likeness->n_known + likeness->names->len;
    likeness->network = rhumb_network_new (
        links.directed ? RHUMB_NETWORK_DIRECTED : RHUMB_NETWORK_UNDIRECTED, n_all, n_all,
        (const guint32 *)(gpointer)from->data, (const guint32 *)(gpointer)to->data,
        (const double *)(gpointer)weight->data, from->len, error);
    return likeness->network != NULL ? g_steal_pointer (&likeness) : NULL;
}

/**
 * rhumb_likeness_list_keys:
 * @likeness: what makes papers alike
 * @graph: the graph that it was made from
 *
 * Gives each node a number by which random choices about it are keyed: a hash of its id, so that
 * they do not depend on what else is there.
 *
 * Returns: (transfer full) (array): a key for each node
 *
 * Since: 0.2
 */
guint64 *
rhumb_likeness_list_keys (const RhumbLikeness *likeness, const RhumbGraph *graph)
{
    guint64 *key = g_new (guint64, (gsize)likeness->n_known + likeness->names->len + 1);
    for (guint32 v = 0; v < likeness->n_known; v++)
        key[v] = rhumb_text_hash (rhumb_graph_get_node_id (graph, v));
    for (guint i = 0; i < likeness->names->len; i++) {
        g_autofree char *id = g_strconcat (
            i < likeness->n_years ? "year:" : "word:", likeness->names->pdata[i], NULL);
        key[likeness->n_known + i] = rhumb_text_hash (id);
    }
    return key;
}

/**
 * rhumb_likeness_free:
 * @likeness: (transfer full) (nullable): what makes papers alike
 *
 * Frees it.
 *
 * Since: 0.2
 */
void
rhumb_likeness_free (RhumbLikeness *likeness)
{
    if (likeness == NULL)
        return;
    g_clear_pointer (&likeness->network, rhumb_network_unref);
    g_ptr_array_unref (likeness->names);
    g_clear_pointer (&likeness->labels, g_ptr_array_unref);
    g_free (likeness);
}
