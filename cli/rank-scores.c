/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The scores of `rhumb rank --by`: a name, whose score it is, and how it is computed.
 */
#include "cli/rank-scores.h"

#include "cli/choice.h"
#include "cli/gaps.h"
#include "cli/methods.h"

#define PAPERS (1u << RHUMB_NODE_PAPER)
#define OTHERS (1u << RHUMB_NODE_CONCEPT | 1u << RHUMB_NODE_PERSON | 1u << RHUMB_NODE_VENUE)
#define ALL (PAPERS | OTHERS)

/* Betweenness is exact up to this many steps along edges, else estimated from some sources. */
#define MOST_STEPS 2e9
#define SOURCES 1024

static RhumbRanking *
by_pagerank (const RankSource *source, GError **error)
{
    methods_add (source->run, source->results == NULL ? METHOD_NETWORK_PAGERANK : METHOD_PAGERANK);
    if (run_was_given (source->run, "restart"))
        methods_add (source->run, METHOD_RESTARTED_PAGERANK);
    if (source->results == NULL)
        return rhumb_pagerank (source->cites, NULL, error);
    if (source->results->ranking == NULL && !run_rank (source->run, source->results, error))
        return NULL;
    return rhumb_ranking_ref (source->results->ranking);
}

static RhumbRanking *
by_citations (const RankSource *source, GError **error G_GNUC_UNUSED)
{
    if (source->results != NULL && !source->run->quiet)
        gaps_tell_uncited (source->run->command->name, source->results->corpus);
    if (source->results != NULL)
        return rhumb_sum_citations (source->results->graph);
    return rhumb_count_network_citations (source->cites);
}

static RhumbRanking *
by_degree (const RankSource *source, GError **error G_GNUC_UNUSED)
{
    if (source->results != NULL)
        return rhumb_count_links (source->results->graph);
    return rhumb_count_network_links (source->cites);
}

static RhumbRanking *
by_papers (const RankSource *source, GError **error G_GNUC_UNUSED)
{
    return rhumb_count_papers (source->results->graph);
}

static RhumbRanking *
by_h (const RankSource *source, GError **error G_GNUC_UNUSED)
{
    methods_add (source->run, METHOD_H_INDEX);
    return rhumb_count_h_index (source->results->graph);
}

static RhumbRanking *
by_citerank (const RankSource *source, GError **error)
{
    methods_add (source->run, METHOD_CITERANK);
    return rhumb_citerank (source->cites, source->year, NULL, error);
}

static RhumbRanking *
by_citation_pagerank (const RankSource *source, GError **error)
{
    methods_add (source->run, METHOD_NETWORK_PAGERANK);
    return rhumb_pagerank (source->cites, NULL, error);
}

static RhumbRanking *
by_rescaled (const RankSource *source, GError **error)
{
    methods_add (source->run, METHOD_RESCALED);
    g_autoptr (RhumbRanking) pagerank = rhumb_pagerank (source->cites, NULL, error);
    return pagerank != NULL ? rhumb_rescale_by_age (pagerank, source->year, 0, error) : NULL;
}

static RhumbRanking *
by_ncs (const RankSource *source, GError **error G_GNUC_UNUSED)
{
    methods_add (source->run, METHOD_NORMALISED_CITATIONS);
    return rhumb_normalise_citations (source->cites, source->year);
}

static RhumbRanking *
by_hits (const RankSource *source, GError **error)
{
    methods_add (source->run, METHOD_HITS);
    g_autoptr (RhumbRanking) hubs = NULL;
    RhumbRanking *authorities = NULL;
    return rhumb_hits (source->cites, &hubs, &authorities, error) ? authorities : NULL;
}

static RhumbRanking *
by_hubs (const RankSource *source, GError **error)
{
    methods_add (source->run, METHOD_HITS);
    RhumbRanking *hubs = NULL;
    g_autoptr (RhumbRanking) authorities = NULL;
    return rhumb_hits (source->cites, &hubs, &authorities, error) ? hubs : NULL;
}

static RhumbRanking *
by_betweenness (const RankSource *source, GError **error G_GNUC_UNUSED)
{
    methods_add (source->run, METHOD_BETWEENNESS);
    const double n = rhumb_network_get_n_from (source->cites);
    const gboolean exact = n * (double)rhumb_network_get_n_edges (source->cites) <= MOST_STEPS;
    RhumbRanking *ranking =
        rhumb_betweenness (source->cites, exact ? 0 : SOURCES, (guint64)source->run->seed);
    if (!exact)
        methods_add (source->run, METHOD_ESTIMATED_BETWEENNESS);
    char residual[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd (residual, sizeof residual, "%.2g", rhumb_ranking_get_residual (ranking));
    if (rhumb_ranking_get_residual (ranking) > 0 && !source->run->quiet)
        fprintf (stderr,
                 "rhumb rank: betweenness is estimated from %u nodes; with probability 0.95 no "
                 "score is off by more than %s\n",
                 SOURCES, residual);
    return ranking;
}

static RhumbRanking *
by_core (const RankSource *source, GError **error G_GNUC_UNUSED)
{
    methods_add (source->run, METHOD_CORES);
    return rhumb_find_cores (source->cites);
}

static RhumbRanking *
by_disruption (const RankSource *source, GError **error G_GNUC_UNUSED)
{
    methods_add (source->run, METHOD_DISRUPTION);
    return rhumb_measure_disruption (source->cites);
}

static const RankScore scores[] = {
    {"pagerank", ALL, TRUE, FALSE, TRUE, by_pagerank},
    {"citations", ALL, TRUE, TRUE, FALSE, by_citations},
    {"degree", ALL, TRUE, FALSE, TRUE, by_degree},
    {"papers", OTHERS, FALSE, FALSE, FALSE, by_papers},
    {"h", OTHERS, FALSE, FALSE, FALSE, by_h},
    {"citation-pagerank", PAPERS, TRUE, FALSE, FALSE, by_citation_pagerank},
    {"citerank", PAPERS, FALSE, FALSE, FALSE, by_citerank},
    {"rescaled", PAPERS, FALSE, FALSE, FALSE, by_rescaled},
    {"ncs", PAPERS, FALSE, FALSE, FALSE, by_ncs},
    {"hits", PAPERS, TRUE, FALSE, FALSE, by_hits},
    {"hubs", PAPERS, TRUE, TRUE, FALSE, by_hubs},
    {"betweenness", PAPERS, TRUE, FALSE, FALSE, by_betweenness},
    {"core", PAPERS, TRUE, FALSE, FALSE, by_core},
    {"disruption", PAPERS, TRUE, TRUE, FALSE, by_disruption},
};

static char *
list_names (RhumbNodeKind kind)
{
    const char *names[G_N_ELEMENTS (scores) + 1] = {NULL};
    guint n = 0;
    for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
        if ((scores[i].kinds & 1u << kind) != 0)
            names[n++] = scores[i].name;
    return choice_list (names);
}

static const RankScore *
find (const char *name, RhumbNodeKind kind)
{
    for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
        if ((scores[i].kinds & 1u << kind) != 0 && g_str_equal (scores[i].name, name))
            return &scores[i];
    return NULL;
}

static gboolean
holds (const GPtrArray *found, const RankScore *score)
{
    for (guint i = 0; i < found->len; i++)
        if (g_ptr_array_index (found, i) == score)
            return TRUE;
    return FALSE;
}

/* The scores that --by names, in its order; %NULL = pagerank. */
GPtrArray *
rank_scores_parse (const char *by, RhumbNodeKind kind, GError **error)
{
    /* GLib splits an empty text into no part at all; here it is one name, and unknown. */
    g_auto (GStrv) names = g_strsplit (by == NULL ? "pagerank" : *by == '\0' ? "," : by, ",", -1);
    g_autoptr (GPtrArray) found = g_ptr_array_new ();
    for (guint i = 0; names[i] != NULL; i++) {
        const RankScore *score = find (g_strstrip (names[i]), kind);
        if (score == NULL || holds (found, score)) {
            g_autofree char *expected = list_names (kind);
            g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                         "--by is “%s”, expected %s, each at most once", by, expected);
            return NULL;
        }
        g_ptr_array_add (found, (gpointer)score);
    }
    return g_steal_pointer (&found);
}
