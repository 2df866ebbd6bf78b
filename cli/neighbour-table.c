/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What verbs that look for papers like others have in common: the table that they print, and the
 * words for why a walk comes to a paper.
 */
#include "cli/neighbour-table.h"

#include <string.h>

#include "cli/choose-papers.h"

#define MOST_REASONS 3
/* A neighbour that brings less of what arrives is no reason. */
#define LEAST_SHARE 0.1
#define REASON_LETTERS 60

guint
neighbour_limit (const Run *run)
{
    return run->top > 0 ? (guint)run->top : DEFAULT_NEIGHBOURS;
}

Table *
neighbour_table (const Run *run, const RhumbGraph *graph, const GArray *neighbours, WhyFunction why,
                 gconstpointer data)
{
    static const char *const COLUMNS[] = {"rank", "id", "title", "year", "score", "why", NULL};
    const RhumbCorpus *corpus = rhumb_graph_get_corpus (graph);
    Table *table = table_new (COLUMNS, run->json);
    for (guint i = 0; i < neighbours->len; i++) {
        const RhumbNeighbour item = g_array_index (neighbours, RhumbNeighbour, i);
        const gboolean is_paper = item.node < rhumb_corpus_get_n_papers (corpus);
        const int year = is_paper ? rhumb_corpus_get_paper (corpus, item.node)->year : 0;
        g_autofree char *reason = why (data, item.node);
        table_add_integer (table, i + 1);
        table_add_text (table, rhumb_graph_get_node_id (graph, item.node));
        table_add_text (table, rhumb_graph_get_node_label (graph, item.node));
        if (year != 0)
            table_add_integer (table, year);
        else
            table_add_null (table);
        table_add_number (table, item.score);
        table_add_text (table, reason);
    }
    return table;
}

/* What the paper @node has to do with the node through which the walk comes to it. */
static char *
name_carrier (const RhumbGraph *graph, const RhumbLikeness *likeness, guint32 node, guint32 carrier)
{
    const guint32 n_papers = rhumb_graph_get_n_nodes_of_kind (graph, RHUMB_NODE_PAPER);
    const char *name = carrier < likeness->n_known
                           ? rhumb_graph_get_node_label (graph, carrier)
                           : likeness->names->pdata[carrier - likeness->n_known];
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

/* Words stand in where nothing else brings its share. */
char *
walk_why (const RhumbGraph *graph, const RhumbLikeness *likeness, const RhumbWalker *walker,
          guint32 node)
{
    g_autoptr (GArray) carriers = rhumb_walker_list_carriers (walker, node, G_MAXUINT);
    g_autoptr (GString) reason = g_string_new (NULL);
    const guint32 first_word = likeness->n_known + likeness->n_years;
    for (guint words = 0; words < 2 && reason->len == 0; words++) {
        guint n = 0;
        for (guint i = 0; i < carriers->len && n < MOST_REASONS; i++) {
            const RhumbNeighbour carrier = g_array_index (carriers, RhumbNeighbour, i);
            if ((carrier.node >= first_word) != (words > 0) ||
                (words == 0 && carrier.score < LEAST_SHARE))
                continue;
            g_autofree char *name = name_carrier (graph, likeness, node, carrier.node);
            g_string_append_printf (reason, "%s%s", n > 0 ? "; " : "", name);
            n++;
        }
    }
    return g_string_free (g_steal_pointer (&reason), FALSE);
}

/* Nodes of the papers that --id names, then of the concepts that --concept names. */
GArray *
choose_start (const RhumbGraph *graph, char **ids, char **labels, GError **error)
{
    static const char *const NONE[] = {NULL};
    g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (guint32));
    guint n = 0;
    g_autofree guint32 *paper = choose_papers (
        rhumb_graph_get_corpus (graph), ids != NULL ? (const char *const *)ids : NONE, &n, error);
    if (paper == NULL)
        return NULL;
    g_array_append_vals (nodes, paper, n);
    for (guint i = 0; labels != NULL && labels[i] != NULL; i++) {
        const guint32 concept = choose_concept (rhumb_graph_get_concepts (graph), labels[i], error);
        const guint32 node = rhumb_graph_get_first_node (graph, RHUMB_NODE_CONCEPT) + concept;
        if (concept == RHUMB_NONE)
            return NULL;
        g_array_append_val (nodes, node);
    }
    return g_steal_pointer (&nodes);
}

static double *
find_link_weight (const char *name, RhumbLikenessOptions *options)
{
    const struct {
        const char *name;
        double *weight;
    } KINDS[] = {
        {"citations", &options->citations}, {"concepts", &options->concepts},
        {"venues", &options->venues},       {"years", &options->years},
        {"people", &options->people},       {"words", &options->words},
    };
    for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++) {
        if (g_str_equal (name, KINDS[i].name))
            return KINDS[i].weight;
    }
    return NULL;
}

/* "venues=1,citations=0.5" */
gboolean
parse_link_weights (const char *text, RhumbLikenessOptions *options, GError **error)
{
    g_auto (GStrv) parts = g_strsplit (text, ",", -1);
    for (guint i = 0; parts[i] != NULL; i++) {
        char *value = strchr (parts[i], '=');
        char *end = NULL;
        if (value != NULL)
            *value++ = '\0';
        double *weight = find_link_weight (parts[i], options);
        const double number = value != NULL ? g_ascii_strtod (value, &end) : 0;
        if (weight == NULL || value == NULL || end == value || *end != '\0') {
            g_set_error (
                error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                "--links has “%s”, expected citations, concepts, venues, years, people or words, "
                "“=” and a number",
                parts[i]);
            return FALSE;
        }
        *weight = number;
    }
    return TRUE;
}
