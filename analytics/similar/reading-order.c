/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * In which order to read a few papers: what others build on before what builds on it.
 *
 * Rule (our own): of the papers that are free, the next is a survey before others, then the one
 * with the higher score, then the earlier one, then the one with the smaller id. A paper is free
 * when all papers of the list that it cites were read; a survey is free at once, because it
 * introduces what it cites. Where papers cite each other in a circle and none is free, the earliest
 * is taken, then the higher score. Without citations all are free, and the order is that of
 * surveys, scores and years.
 *
 * A survey is what its source calls a review, or what calls itself survey, review, overview,
 * tutorial, primer or introduction to something in its title; titles in other languages are not
 * recognised.
 *
 * Cost: O(papers² + citations among them).
 */
#include "analytics/similar/reading-order.h"

/**
 * rhumb_paper_is_survey:
 * @paper: a paper
 *
 * Says whether a paper is a survey, by its type or the words of its title.
 *
 * Returns: whether
 *
 * Since: 0.2
 */
gboolean
rhumb_paper_is_survey (const RhumbPaper *paper)
{
    static const char *const WORDS[] = {"survey",   "surveys",  "review", "reviews",
                                        "overview", "tutorial", "primer", NULL};
    if (paper->type != NULL && g_ascii_strcasecmp (paper->type, "review") == 0)
        return TRUE;
    if (paper->title == NULL)
        return FALSE;
    g_auto (GStrv) words = g_str_tokenize_and_fold (paper->title, NULL, NULL);
    for (guint i = 0; words[i] != NULL; i++) {
        if (g_strv_contains (WORDS, words[i]) ||
            (g_str_equal (words[i], "introduction") && g_strcmp0 (words[i + 1], "to") == 0))
            return TRUE;
    }
    return FALSE;
}

typedef struct {
    RhumbNeighbour item;
    int year;
    gboolean survey;
    gboolean done;
    guint n_needed; /* papers of the list to be read before */
} Candidate;

static guint
count_needed (const RhumbRows cites, const Candidate *all, guint n, guint i)
{
    guint needed = 0;
    const guint32 v = all[i].item.node;
    for (guint k = 0; k < n && !all[i].survey; k++) {
        for (gsize e = cites.start[v]; e < cites.start[v + 1]; e++)
            needed += k != i && !all[k].done && cites.node[e] == all[k].item.node;
    }
    return needed;
}

/* Unknown years come last. */
static int
compare_years (int a, int b)
{
    const int year_a = a != 0 ? a : G_MAXINT;
    const int year_b = b != 0 ? b : G_MAXINT;
    return (year_a > year_b) - (year_a < year_b);
}

/* Papers are numbered by year and id, so the number decides as the id would. */
static gboolean
comes_first (const Candidate *a, const Candidate *b)
{
    const gboolean a_free = a->n_needed == 0;
    const int by_year = compare_years (a->year, b->year);
    if (a_free != (b->n_needed == 0))
        return a_free;
    if (!a_free && by_year != 0)
        return by_year < 0;
    if (a_free && a->survey != b->survey)
        return a->survey;
    if (a->item.score != b->item.score)
        return a->item.score > b->item.score;
    return by_year != 0 ? by_year < 0 : a->item.node < b->item.node;
}

static guint
find_next (const Candidate *all, guint n)
{
    guint next = n;
    for (guint i = 0; i < n; i++) {
        if (!all[i].done && (next == n || comes_first (&all[i], &all[next])))
            next = i;
    }
    return next;
}

/**
 * rhumb_order_for_reading:
 * @graph: a knowledge graph
 * @papers: (element-type RhumbNeighbour) (inout): papers, each once, with how near they are to what
 *   is wanted
 *
 * Brings papers into the order in which to read them: first what others of the list build on.
 *
 * Since: 0.2
 */
void
rhumb_order_for_reading (const RhumbGraph *graph, GArray *papers)
{
    const RhumbRows cites =
        rhumb_network_get_out_rows (rhumb_graph_get_relation (graph, RHUMB_RELATION_CITES));
    const RhumbCorpus *corpus = rhumb_graph_get_corpus (graph);
    const guint n = papers->len;
    g_autofree Candidate *all = g_new0 (Candidate, (gsize)n + 1);
    for (guint i = 0; i < n; i++) {
        all[i].item = g_array_index (papers, RhumbNeighbour, i);
        const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, all[i].item.node);
        all[i].year = paper->year;
        all[i].survey = rhumb_paper_is_survey (paper);
    }
    for (guint i = 0; i < n; i++)
        all[i].n_needed = count_needed (cites, all, n, i);
    for (guint place = 0; place < n; place++) {
        Candidate *next = &all[find_next (all, n)];
        next->done = TRUE;
        g_array_index (papers, RhumbNeighbour, place) = next->item;
        for (guint i = 0; i < n; i++) {
            const guint32 v = all[i].item.node;
            for (gsize e = cites.start[v]; e < cites.start[v + 1]; e++)
                all[i].n_needed -= !all[i].survey && &all[i] != next && all[i].n_needed > 0 &&
                                   cites.node[e] == next->item.node;
        }
    }
}
