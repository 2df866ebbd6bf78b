/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What a reader is told about a node on demand: the evidence behind it.
 *
 * For a concept its name, the number of papers about it and up to a dozen of their titles, the
 * highest ranked first, for a person the same of what they wrote; for a paper its title, people,
 * year and venue.
 * Cost: p log p for a concept of p papers.
 */
#include "analytics/layout/tooltip.h"

#include <string.h>

#include "graph/plural.h"
#include "graph/text.h"

#define MOST_TITLES 12
#define MOST_PEOPLE 4
#define MOST_CHARS 180

static int
compare_scores (gconstpointer a, gconstpointer b, gpointer data)
{
    const double *score = data;
    const guint32 x = *(const guint32 *)a;
    const guint32 y = *(const guint32 *)b;
    if (score[x] != score[y])
        return score[x] > score[y] ? -1 : 1;
    return x < y ? -1 : x > y;
}

static const char *
title_of (const RhumbPaper *paper)
{
    return paper->title == NULL || *paper->title == '\0' ? paper->id : paper->title;
}

static void
append_short (GString *text, const char *words)
{
    g_autofree char *line = rhumb_text_shorten (words, MOST_CHARS);
    g_string_append (text, line);
}

static void
append_rows (GString *text, const RhumbScene *scene, const RhumbSceneNode *node)
{
    RhumbGraph *graph = scene->graph;
    const gboolean is_person = node->kind == RHUMB_NODE_PERSON;
    const guint32 row = node->node - rhumb_graph_get_first_node (graph, node->kind);
    RhumbNetwork *relation =
        rhumb_graph_get_relation (graph, is_person ? RHUMB_RELATION_WROTE : RHUMB_RELATION_ABOUT);
    const RhumbRows rows =
        is_person ? rhumb_network_get_out_rows (relation) : rhumb_network_get_in_rows (relation);
    const gsize first = rows.start[row];
    const gsize n = rows.start[row + 1] - first;
    g_string_append_printf (text, "\n%" G_GSIZE_FORMAT " %s", n,
                            rhumb_plural (n, "paper", "papers"));
    g_autofree guint32 *paper = g_new (guint32, MAX (n, 1));
    memcpy (paper, rows.node + first, n * sizeof *paper);
    g_qsort_with_data (paper, (gint)n, sizeof *paper, compare_scores,
                       (gpointer)rhumb_ranking_get_scores (scene->ranking));
    for (gsize i = 0; i < MIN (n, MOST_TITLES); i++) {
        g_string_append (text, "\n• ");
        append_short (text,
                      title_of (rhumb_corpus_get_paper (rhumb_graph_get_corpus (graph), paper[i])));
    }
    if (n > MOST_TITLES)
        g_string_append_printf (text, "\nand %" G_GSIZE_FORMAT " more", n - MOST_TITLES);
}

static void
append_paper (GString *text, const RhumbScene *scene, const RhumbSceneNode *node)
{
    const RhumbCorpus *corpus = rhumb_graph_get_corpus (scene->graph);
    const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, node->node);
    for (guint i = 0; i < MIN (paper->n_people, MOST_PEOPLE); i++) {
        g_string_append (text, i == 0 ? "\n" : "; ");
        append_short (text, rhumb_corpus_get_person (corpus, paper->people[i])->name);
    }
    if (paper->n_people > MOST_PEOPLE)
        g_string_append_printf (text, " and %u more", paper->n_people - MOST_PEOPLE);
    if (paper->year != 0)
        g_string_append_printf (text, "\n%d", paper->year);
    if (paper->venue != RHUMB_NONE) {
        g_string_append (text, paper->year != 0 ? " · " : "\n");
        append_short (text, rhumb_corpus_get_venue (corpus, paper->venue)->name);
    }
}

/* What is shown on demand for a node: lines separated by '\n'. */
char *
rhumb_tooltip (const RhumbScene *scene, const RhumbSceneNode *node)
{
    GString *text = g_string_new (node->name);
    if (node->node == RHUMB_NONE)
        g_string_append (text, node->kind == RHUMB_NODE_PAPER ? "\nnot among the papers read" : "");
    else if (node->kind == RHUMB_NODE_PAPER)
        append_paper (text, scene, node);
    else
        append_rows (text, scene, node);
    return g_string_free (text, FALSE);
}

/* Where a paper can be read: its DOI's resolver, else its own link; %NULL for concepts and papers
 * without one. */
char *
rhumb_link_of_node (const RhumbScene *scene, const RhumbSceneNode *node)
{
    if (node->kind != RHUMB_NODE_PAPER || node->node == RHUMB_NONE)
        return NULL;
    const RhumbPaper *paper =
        rhumb_corpus_get_paper (rhumb_graph_get_corpus (scene->graph), node->node);
    if (paper->doi != NULL && *paper->doi != '\0')
        return g_strconcat ("https://doi.org/", paper->doi, NULL);
    return g_strdup (paper->url);
}
