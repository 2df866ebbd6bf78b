/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What people, venues and concepts have to show: how many papers, how many citations of them, and
 * the h-index, the largest h for which h of the papers have at least h citations each.
 *
 * Source: Hirsch (2005), doi:10.1073/pnas.0507655102; of venues: Braun, Glänzel, Schubert (2006),
 * doi:10.1007/s11192-006-0147-4. Citations are those of the corpus, so figures are smaller than
 * those of an index of all literature. Every person of a paper has it whole.
 * Cost: O(links of papers), room for a number for each paper of one node.
 */
#include "analytics/rank/h-index.h"

typedef double (*Count) (RhumbRows papers, guint32 v, RhumbRows citations);

static double
count_papers (RhumbRows papers, guint32 v, RhumbRows citations G_GNUC_UNUSED)
{
    return (double)(papers.start[v + 1] - papers.start[v]);
}

static double
sum_citations (RhumbRows papers, guint32 v, RhumbRows citations)
{
    gsize n = 0;
    for (gsize i = papers.start[v]; i < papers.start[v + 1]; i++)
        n += citations.start[papers.node[i] + 1] - citations.start[papers.node[i]];
    return (double)n;
}

/* Papers with more citations than there are papers count as if they had that many. */
static double
find_h (RhumbRows papers, guint32 v, RhumbRows citations)
{
    const gsize n = papers.start[v + 1] - papers.start[v];
    g_autofree gsize *n_with = g_new0 (gsize, n + 1);
    for (gsize i = papers.start[v]; i < papers.start[v + 1]; i++) {
        const guint32 paper = papers.node[i];
        n_with[MIN (citations.start[paper + 1] - citations.start[paper], n)]++;
    }
    gsize n_at_least = 0;
    for (gsize h = n; h > 0; h--) {
        n_at_least += n_with[h];
        if (n_at_least >= h)
            return (double)h;
    }
    return 0;
}

/* Papers have their citations if @papers_too, else 0. */
static RhumbRanking *
count (const RhumbGraph *graph, Count method, gboolean papers_too, const char *name,
       const char *unit)
{
    static const RhumbNodeKind KINDS[] = {RHUMB_NODE_CONCEPT, RHUMB_NODE_PERSON, RHUMB_NODE_VENUE};
    const RhumbRows citations =
        rhumb_network_get_in_rows (rhumb_graph_get_relation (graph, RHUMB_RELATION_CITES));
    const guint32 n = rhumb_graph_get_n_nodes (graph);
    double *score = g_new0 (double, n);
    for (guint32 v = 0; papers_too && v < citations.n_rows; v++)
        score[v] = (double)(citations.start[v + 1] - citations.start[v]);
    for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++) {
        const RhumbRows papers = rhumb_graph_get_papers_of_kind (graph, KINDS[i]);
        const guint32 first = rhumb_graph_get_first_node (graph, KINDS[i]);
        for (guint32 v = 0; v < papers.n_rows; v++)
            score[first + v] = method (papers, v, citations);
    }
    return rhumb_ranking_new_take (n, score, name, unit, 0, 0);
}

/**
 * rhumb_count_h_index:
 * @graph: a knowledge graph
 *
 * Finds the h-index of people, venues and concepts.
 *
 * Source: Hirsch (2005), doi:10.1073/pnas.0507655102.
 *
 * Returns: (transfer full): one figure per node of @graph, 0 for papers
 *
 * Since: 0.2
 */
RhumbRanking *
rhumb_count_h_index (const RhumbGraph *graph)
{
    return count (graph, find_h, FALSE, "h", "papers with as many citations");
}

/**
 * rhumb_count_papers:
 * @graph: a knowledge graph
 *
 * Counts the papers of people, venues and concepts.
 *
 * Returns: (transfer full): one count per node of @graph, 0 for papers
 *
 * Since: 0.2
 */
RhumbRanking *
rhumb_count_papers (const RhumbGraph *graph)
{
    return count (graph, count_papers, FALSE, "papers", "papers");
}

/**
 * rhumb_sum_citations:
 * @graph: a knowledge graph
 *
 * Counts citations of papers and sums them up for people, venues and concepts.
 *
 * Returns: (transfer full): one count per node of @graph
 *
 * Since: 0.2
 */
RhumbRanking *
rhumb_sum_citations (const RhumbGraph *graph)
{
    return count (graph, sum_citations, TRUE, "citations", "citing papers of the corpus");
}
