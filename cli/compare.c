/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What verbs that compare papers pair by pair have in common: --by, the rows that are compared,
 * and the words for what papers share.
 */
#include "cli/compare.h"

#include "graph/outside-references.h"

#define MOST_REASONS 3
#define REASON_LETTERS 60

/* The many words of a paper count by their squares; with the weight that suits a walk they would
 * not count at all, and a single concept would decide. */
#define WORDS 0.4

gboolean
comparison_check (const char *by, GError **error)
{
    static const char *const NAMES[] = {"all", "text", "links", "refs", NULL};
    if (g_strv_contains (NAMES, by))
        return TRUE;
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                 "--by is “%s”, expected all, text, links or refs", by);
    return FALSE;
}

gboolean
comparison_prepare (Comparison *comparison, const RhumbGraph *graph, const char *by, GError **error)
{
    RhumbLikenessOptions options = RHUMB_LIKENESS_DEFAULTS;
    options.words = WORDS;
    const gboolean refs = g_str_equal (by, "refs");
    const gboolean links = g_str_equal (by, "links");
    if (links)
        options.concepts = options.words = 0;
    if (g_str_equal (by, "text"))
        options.citations = 0;
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

static char *
name_feature (const Comparison *comparison, const RhumbGraph *graph, guint32 feature)
{
    const RhumbLikeness *likeness = comparison->likeness;
    const guint32 n_papers = rhumb_graph_get_n_nodes_of_kind (graph, RHUMB_NODE_PAPER);
    if (is_word (comparison, feature))
        return g_strdup_printf ("word “%s”",
                                (char *)likeness->names->pdata[feature - likeness->n_known]);
    if (likeness != NULL && feature >= n_papers)
        return g_strdup (rhumb_graph_get_node_label (graph, feature));
    const char *name = feature < n_papers ? rhumb_graph_get_node_label (graph, feature)
                                          : comparison->works->pdata[feature - n_papers];
    g_autofree char *title = rhumb_text_shorten (name, REASON_LETTERS);
    return g_strdup_printf (likeness != NULL ? "both linked with “%s”" : "both cite “%s”", title);
}

/* What @node shares with the others, most first; words stand in where nothing better does. */
char *
comparison_why (const Comparison *comparison, const RhumbGraph *graph, guint32 node,
                const guint32 *others, guint n_others)
{
    g_autofree double *sum = g_new0 (double, rhumb_network_get_n_to (comparison->features));
    g_autoptr (GArray) all = rhumb_neighbours_new ();
    for (guint k = 0; k < n_others; k++) {
        g_autoptr (GArray) shared =
            rhumb_overlap_list_shared (comparison->overlap, node, others[k], G_MAXUINT);
        for (guint i = 0; i < shared->len; i++) {
            const RhumbNeighbour item = g_array_index (shared, RhumbNeighbour, i);
            if (sum[item.node] <= 0)
                g_array_append_val (all, item);
            sum[item.node] += item.score;
        }
    }
    for (guint i = 0; i < all->len; i++) {
        RhumbNeighbour *item = &g_array_index (all, RhumbNeighbour, i);
        item->score = sum[item->node];
    }
    rhumb_neighbours_keep_best (all, G_MAXUINT);
    g_autoptr (GString) reason = g_string_new (NULL);
    for (guint words = 0; words < 2 && reason->len == 0; words++) {
        guint n = 0;
        for (guint i = 0; i < all->len && n < MOST_REASONS; i++) {
            const guint32 feature = g_array_index (all, RhumbNeighbour, i).node;
            if (is_word (comparison, feature) != (words > 0))
                continue;
            g_autofree char *name = name_feature (comparison, graph, feature);
            g_string_append_printf (reason, "%s%s", n++ > 0 ? "; " : "", name);
        }
    }
    return g_string_free (g_steal_pointer (&reason), FALSE);
}
