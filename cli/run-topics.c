/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The steps of a verb from papers and concepts to topics: the graph, the ranks in it, and the
 * topics themselves.
 */
#include "analytics/cluster/topics-private.h"
#include "cli/index-concepts.h"
#include "cli/run.h"
#include "graph/plural.h"

static gboolean
build_graph (Run *run, Results *results, RhumbConcepts *concepts, GError **error)
{
    g_autoptr (RhumbNetwork) mentions = index_take_mentions (run, results);
    if (mentions == NULL && (mentions = rhumb_find_mentions (results->corpus, error)) == NULL)
        return FALSE;
    results->graph = rhumb_graph_new (results->corpus, concepts, mentions, error);
    if (results->graph == NULL)
        return FALSE;
    const guint32 n_nodes = rhumb_graph_get_n_nodes (results->graph);
    const gsize n_edges = rhumb_graph_get_n_edges (results->graph);
    run_say (run, "built a graph of %u %s and %" G_GSIZE_FORMAT " %s", n_nodes,
             rhumb_plural (n_nodes, "node", "nodes"), n_edges,
             rhumb_plural (n_edges, "edge", "edges"));
    return TRUE;
}

gboolean
run_build_graph (Run *run, Results *results, GError **error)
{
    return run_find_concepts (run, results, error) &&
           build_graph (run, results, results->concepts, error);
}

static RhumbConcepts *
make_no_concepts (const Results *results, GError **error)
{
    g_autoptr (RhumbConceptsBuilder) builder =
        rhumb_concepts_builder_new (rhumb_corpus_get_n_papers (results->corpus));
    return rhumb_concepts_builder_freeze (builder, error);
}

/* For who asks of no concepts: finding them would take most of the time. */
gboolean
run_build_graph_without_concepts (Run *run, Results *results, GError **error)
{
    g_autoptr (RhumbConcepts) none = make_no_concepts (results, error);
    return none != NULL && build_graph (run, results, none, error);
}

/* For who asks of citations alone, and not of papers that others name in their text either. */
gboolean
run_build_citations (Results *results, GError **error)
{
    g_autoptr (RhumbConcepts) none = make_no_concepts (results, error);
    results->graph = none != NULL ? rhumb_graph_new (results->corpus, none, NULL, error) : NULL;
    return results->graph != NULL;
}

static gboolean
tell_of_ranking (const Run *run, const Results *results)
{
    if (results->ranking == NULL)
        return FALSE;
    const guint n = rhumb_ranking_get_n_iterations (results->ranking);
    run_say (run, "ranked in %u %s", n, rhumb_plural (n, "sweep", "sweeps"));
    return TRUE;
}

gboolean
run_rank (Run *run, Results *results, GError **error)
{
    g_autoptr (RhumbNetwork) walk = rhumb_build_walk_network (results->graph, error);
    if (walk == NULL)
        return FALSE;
    results->ranking = rhumb_pagerank_of_graph (results->graph, walk, NULL, error);
    return tell_of_ranking (run, results);
}

/* How topics are found. */
RhumbTopicOptions
run_get_topic_options (const Run *run)
{
    RhumbTopicOptions options = RHUMB_TOPIC_DEFAULTS;
    if (run->resolution > 0)
        options.resolution = run->resolution;
    options.quality = run->quality;
    options.n_topics = (guint)run->n_topics;
    options.seed = (guint64)run->seed;
    options.method = run->algorithm;
    return options;
}

typedef struct {
    Run *run;
    Results *results;
} Finding;

static const RhumbRanking *
give_ranking (gpointer data, GError **error)
{
    const Finding *finding = data;
    Results *results = finding->results;
    results->ranking = ranker_finish (g_steal_pointer (&results->ranker), error);
    tell_of_ranking (finding->run, results);
    return results->ranking;
}

/* The graph is ranked while papers are clustered. */
gboolean
run_rank_and_find_topics (Run *run, Results *results, GError **error)
{
    const RhumbTopicOptions options = run_get_topic_options (run);
    Finding finding = {run, results};
    results->ranker = ranker_new (results->graph, error);
    if (results->ranker == NULL)
        return FALSE;
    results->topics =
        rhumb_find_topics_by (results->graph, give_ranking, &finding, &options, error);
    if (results->topics == NULL)
        return FALSE;
    const guint32 n = rhumb_topics_get_n_topics (results->topics);
    run_say (run, "found %u %s", n, rhumb_plural (n, "topic", "topics"));
    if (run_was_given (run, "clusters") && n < options.n_topics && !run->quiet)
        fprintf (stderr, "rhumb %s: %u %s, the nearest to %u that was found\n", run->command->name,
                 n, rhumb_plural (n, "topic", "topics"), options.n_topics);
    return TRUE;
}
