/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The whole way in one screen: papers in, topics out.
 *
 * Usage: topics FILE…
 */
#include <stdio.h>

#include <rhumb.h>

static RhumbTopics *
find_topics (const char *const *paths, GError **error)
{
    g_autoptr (RhumbCorpus) corpus = rhumb_corpus_load (paths, NULL, error);
    if (corpus == NULL)
        return NULL;
    g_autoptr (RhumbConcepts) concepts = rhumb_extract_concepts (corpus, NULL, error);
    if (concepts == NULL)
        return NULL;
    g_autoptr (RhumbGraph) graph = rhumb_graph_new (corpus, concepts, NULL, error);
    if (graph == NULL)
        return NULL;
    g_autoptr (RhumbNetwork) walk = rhumb_build_walk_network (graph, error);
    g_autoptr (RhumbRanking) ranking =
        walk != NULL ? rhumb_pagerank_of_graph (graph, walk, NULL, error) : NULL;
    return ranking != NULL ? rhumb_find_topics (graph, ranking, NULL, error) : NULL;
}

int
main (int argc, char **argv)
{
    if (argc < 2) {
        fputs ("Usage: topics FILE…\n", stderr);
        return 2;
    }
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbTopics) topics = find_topics ((const char *const *)argv + 1, &error);
    if (topics == NULL) {
        fprintf (stderr, "topics: %s\n", error->message);
        return 1;
    }
    for (guint32 t = 0; t < rhumb_topics_get_n_topics (topics); t++) {
        const RhumbTopic *topic = rhumb_topics_get_topic (topics, t);
        printf ("%u\t%u %s\t%s\n", t, topic->n_papers, topic->n_papers == 1 ? "paper" : "papers",
                topic->label);
    }
    return 0;
}
