/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * PageRank of a knowledge graph, computed beside what is done until it is asked for.
 *
 * Most of it is a sweep in which each node waits for those before it: one processor does that, and
 * the others do something else. With one thread all is computed at once.
 */
#include "cli/ranker.h"

struct _Ranker {
    RhumbGraph *graph;
    RhumbNetwork *walk;
    GThread *thread; /* NULL = the ranking is there */
    RhumbRanking *ranking;
    GError *error; /* of the ranking */
};

static gpointer
rank (gpointer data)
{
    Ranker *ranker = data;
    return rhumb_pagerank_of_graph (ranker->graph, ranker->walk, NULL, &ranker->error);
}

/* One of the threads that computations have is at work for the ranking; it has none of its own. */
static gpointer
rank_alone (gpointer data)
{
    rhumb_set_n_threads (1);
    return rank (data);
}

/* Begins to rank. NULL with an error of the walk. */
Ranker *
ranker_new (RhumbGraph *graph, GError **error)
{
    RhumbNetwork *walk = rhumb_build_walk_network (graph, error);
    if (walk == NULL)
        return NULL;
    Ranker *ranker = g_new0 (Ranker, 1);
    ranker->graph = rhumb_graph_ref (graph);
    ranker->walk = walk;
    if (rhumb_get_n_threads () > 1)
        ranker->thread = g_thread_new ("ranker", rank_alone, ranker);
    else
        ranker->ranking = rank (ranker);
    return ranker;
}

/* Waits for the ranking and frees the ranker. NULL with an error of the ranking. */
RhumbRanking *
ranker_finish (Ranker *ranker, GError **error)
{
    RhumbRanking *ranking =
        ranker->thread != NULL ? g_thread_join (ranker->thread) : ranker->ranking;
    if (ranker->error != NULL)
        g_propagate_error (error, ranker->error);
    rhumb_network_unref (ranker->walk);
    rhumb_graph_unref (ranker->graph);
    g_free (ranker);
    return ranking;
}
