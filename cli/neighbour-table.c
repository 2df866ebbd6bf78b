/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What verbs that look for papers like others have in common: where they start, and the table that
 * they print.
 */
#include "cli/neighbour-table.h"

#include <math.h>
#include <string.h>

#include "analytics/similar/likeness-private.h"
#include "cli/choose-papers.h"
#include "graph/plural.h"

guint
neighbour_limit (const Run *run)
{
    return run->top > 0 ? (guint)run->top : DEFAULT_NEIGHBOURS;
}

/* The columns of the contract, one row after the other. */
Table *
neighbour_table_new (const Run *run)
{
    static const char *const COLUMNS[] = {"rank", "id", "title", "year", "score", "why", NULL};
    return table_new (COLUMNS, run->json);
}

/* All but the reason. */
void
neighbour_table_add_node (Table *table, guint rank, const char *id, const char *title, int year,
                          double score)
{
    table_add_integer (table, rank);
    table_add_text (table, id);
    table_add_text (table, title);
    if (year != 0)
        table_add_integer (table, year);
    else
        table_add_null (table);
    table_add_number (table, score);
}

void
neighbour_table_add (Table *table, guint rank, const char *id, const char *title, int year,
                     double score, const char *why)
{
    neighbour_table_add_node (table, rank, id, title, year, score);
    table_add_text (table, why);
}

Table *
neighbour_table (const Run *run, const RhumbGraph *graph, const GArray *neighbours, WhyFunction why,
                 gconstpointer data)
{
    const RhumbCorpus *corpus = rhumb_graph_get_corpus (graph);
    Table *table = neighbour_table_new (run);
    for (guint i = 0; i < neighbours->len; i++) {
        const RhumbNeighbour item = g_array_index (neighbours, RhumbNeighbour, i);
        const gboolean is_paper = item.node < rhumb_corpus_get_n_papers (corpus);
        const int year = is_paper ? rhumb_corpus_get_paper (corpus, item.node)->year : 0;
        g_autofree char *reason = why (data, item.node);
        neighbour_table_add (table, i + 1, rhumb_graph_get_node_id (graph, item.node),
                             rhumb_graph_get_node_label (graph, item.node), year, item.score,
                             reason);
    }
    return table;
}

/* The @n papers, which --id names, then the nodes of the concepts that --concept names. */
GArray *
choose_start (const RhumbGraph *graph, const guint32 *paper, guint n, char **labels, GError **error)
{
    g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (guint32));
    if (n > 0)
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
    return rhumb_likeness_options_check (options, error);
}

/* One weight for each start, "2,1"; all alike if not given. */
double *
parse_weights (const char *text, guint n_seeds, GError **error)
{
    g_auto (GStrv) parts = text != NULL ? g_strsplit (text, ",", -1) : NULL;
    g_autofree double *weight = g_new (double, n_seeds + 1);
    gboolean ok = text == NULL || g_strv_length (parts) == n_seeds;
    for (guint i = 0; ok && i < n_seeds; i++) {
        char *end = NULL;
        weight[i] = parts != NULL ? g_ascii_strtod (parts[i], &end) : 1;
        ok = parts == NULL ||
             (end != parts[i] && *end == '\0' && weight[i] >= 0 && isfinite (weight[i]));
    }
    if (ok)
        return g_steal_pointer (&weight);
    g_set_error (
        error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
        "--weights is “%s”, expected %u finite %s of at least 0%s: one for each --id, then "
        "for each --concept",
        text, n_seeds, rhumb_plural (n_seeds, "number", "numbers"),
        rhumb_plural (n_seeds, "", " with commas between"));
    return NULL;
}
