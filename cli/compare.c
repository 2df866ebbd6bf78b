/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What verbs that compare papers pair by pair have in common: --by, the rows that are compared,
 * and the words for what papers share.
 */
#include "cli/compare.h"

#include "cli/choice.h"
#include "cli/neighbour-table.h"
#include "cli/reasons.h"
#include "graph/outside-references.h"

/* @other is what the verb takes besides. */
gboolean
comparison_check (const char *by, const char *other, GError **error)
{
    const char *const names[] = {"all", "text", "links", "refs", other, NULL};
    guint unread = 0;
    return choice_find ("by", by, names, &unread, error);
}

gboolean
comparison_prepare (Comparison *comparison, const RhumbGraph *graph, const char *by,
                    gboolean to_grow, GError **error)
{
    RhumbLikenessOptions options = RHUMB_LIKENESS_DEFAULTS;
    if (!to_grow)
        options.words = COMPARISON_WORDS;
    const gboolean refs = g_str_equal (by, "refs");
    const gboolean links = g_str_equal (by, "links");
    if (links)
        options.concepts = options.words = 0;
    if (g_str_equal (by, "text"))
        options.citations = 0;
    options.itself = to_grow ? options.citations : 0;
    if (refs) {
        comparison->features =
            rhumb_list_cited_works (rhumb_graph_get_corpus (graph), 1, &comparison->works, error);
    } else {
        comparison->likeness = rhumb_likeness_new (graph, &options, error);
        if (comparison->likeness != NULL)
            comparison->features = rhumb_network_ref (comparison->likeness->network);
    }
    if (comparison->features == NULL)
        return FALSE;
    comparison->overlap = rhumb_overlap_new (
        comparison->features, rhumb_graph_get_n_nodes_of_kind (graph, RHUMB_NODE_PAPER),
        refs || links ? RHUMB_OVERLAP_JACCARD : RHUMB_OVERLAP_COSINE, error);
    return comparison->overlap != NULL;
}

void
comparison_clear (Comparison *comparison)
{
    g_clear_pointer (&comparison->overlap, rhumb_overlap_free);
    g_clear_pointer (&comparison->features, rhumb_network_unref);
    g_clear_pointer (&comparison->likeness, rhumb_likeness_free);
    g_clear_pointer (&comparison->works, g_ptr_array_unref);
}

static gboolean
is_word (const Comparison *comparison, guint32 feature)
{
    const RhumbLikeness *likeness = comparison->likeness;
    return likeness != NULL && feature >= likeness->n_known + likeness->n_years;
}

typedef struct {
    const Comparison *comparison;
    const RhumbGraph *graph;
    const guint32 *others;
    guint n_others;
} Features;

static gboolean
is_other (const Features *features, guint32 feature)
{
    for (guint i = 0; i < features->n_others; i++) {
        if (features->others[i] == feature)
            return TRUE;
    }
    return FALSE;
}

static char *
name_feature (gconstpointer data, guint32 node, guint32 feature)
{
    (void)node;
    const Features *features = data;
    const Comparison *comparison = features->comparison;
    const RhumbGraph *graph = features->graph;
    const RhumbLikeness *likeness = comparison->likeness;
    const guint32 n_papers = rhumb_graph_get_n_nodes_of_kind (graph, RHUMB_NODE_PAPER);
    if (is_word (comparison, feature))
        return g_strdup_printf ("word “%s”",
                                (char *)likeness->labels->pdata[feature - likeness->n_known]);
    if (likeness != NULL && feature >= n_papers)
        return g_strdup (rhumb_graph_get_node_label (graph, feature));
    const char *name = feature < n_papers ? rhumb_graph_get_node_label (graph, feature)
                                          : comparison->works->pdata[feature - n_papers];
    g_autofree char *title = rhumb_text_shorten (name, REASON_LETTERS);
    if (likeness != NULL && is_other (features, feature))
        return g_strdup_printf ("linked with “%s”", title);
    return g_strdup_printf (likeness != NULL ? "both linked with “%s”" : "both cite “%s”", title);
}

/* What @node shares with the others, most first; words stand in where nothing better does. */
char *
comparison_why (const Comparison *comparison, const RhumbGraph *graph, guint32 node,
                const guint32 *others, guint n_others)
{
    const RhumbLikeness *likeness = comparison->likeness;
    const Features features = {comparison, graph, others, n_others};
    const guint32 n = rhumb_network_get_n_to (comparison->features);
    const NodeNames naming = {likeness != NULL ? likeness->n_known + likeness->n_years : n,
                              name_feature, &features};
    return reason_of_overlap (comparison->overlap, node, others, n_others, &naming);
}

/* Nodes by their mean likeness to all of @paper, without these; those @allowed, NULL = all. */
GArray *
comparison_find_similar (RhumbOverlap *overlap, guint32 n_papers, const guint32 *paper, guint n,
                         const guint8 *allowed, guint n_best)
{
    if (n == 1)
        return rhumb_overlap_list_alike (overlap, paper[0], n_best, allowed);
    g_autofree double *sum = g_new0 (double, (gsize)n_papers + 1);
    GArray *list = rhumb_neighbours_new ();
    for (guint i = 0; i < n; i++)
        rhumb_overlap_add_alike (overlap, paper[i], sum);
    for (guint i = 0; i < n; i++)
        sum[paper[i]] = 0;
    for (guint32 v = 0; v < n_papers; v++) {
        const RhumbNeighbour item = {v, sum[v] / n};
        if (item.score > 0 && (allowed == NULL || allowed[v]))
            g_array_append_val (list, item);
    }
    rhumb_neighbours_keep_best (list, n_best);
    return list;
}
