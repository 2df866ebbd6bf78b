/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * PageRank over all nodes of a knowledge graph, of readers who begin at papers.
 *
 * Were every node a beginning, each of two hundred authors would begin at the one paper they
 * wrote, and the longest lists of authors would be the most central papers. What a person, a venue
 * or a concept holds has come to it from papers.
 * Source: personalised PageRank, Page et al. 1999 (Stanford InfoLab 1999-66, section 6).
 * Cost: that of PageRank.
 */
#include "analytics/rank/graph-pagerank.h"

#include "analytics/rank/pagerank.h"

/**
 * rhumb_pagerank_of_graph:
 * @graph: a knowledge graph
 * @walk: where its readers may go, as from rhumb_build_walk_network()
 * @start: (array) (nullable): chance of each paper that a reader begins there, in any unit; %NULL =
 *   all papers alike
 * @error: return location for an error
 *
 * Ranks papers, concepts, people and venues together, with damping 0.85.
 *
 * Returns: (transfer full) (nullable): one score a node, sum 1; %NULL with the errors of
 *   rhumb_pagerank(), such as @start that is 0 everywhere
 *
 * Since: 0.2
 */
RhumbRanking *
rhumb_pagerank_of_graph (const RhumbGraph *graph, const RhumbNetwork *walk, const double *start,
                         GError **error)
{
    const guint32 n = rhumb_graph_get_n_nodes (graph);
    const guint32 first = rhumb_graph_get_first_node (graph, RHUMB_NODE_PAPER);
    const guint32 n_papers = rhumb_graph_get_n_nodes_of_kind (graph, RHUMB_NODE_PAPER);
    g_autofree double *chance = g_new0 (double, (gsize)n + 1);
    for (guint32 v = 0; v < n_papers; v++)
        chance[first + v] = start != NULL ? start[v] : 1;
    RhumbPagerankOptions options = RHUMB_PAGERANK_DEFAULTS;
    options.start = n_papers > 0 ? chance : NULL;
    return rhumb_pagerank (walk, &options, error);
}
