/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Topics copy what they are given and hold the graph they are of.
 */
#include "graph/topics.h"
#include "tests/graph/fixture.h"

static const FixtureRecord RECORDS[] = {{.id = "a", .title = "A"}, {.id = "b", .title = "B"}};
static const FixtureLink LINKS[] = {{"a", "maps", 1}};

static RhumbTopics *
make_topics (RhumbGraph **graph)
{
    static const guint32 CLUSTER[] = {0, 1, 0};
    guint32 maps[] = {0};
    guint32 papers[] = {0, 1};
    char label[] = "maps";
    const RhumbTopic list[] = {{label, maps, 1, &papers[0], 1, 1, 0.75, maps, 1},
                               {"B", NULL, 0, &papers[1], 1, 0, 0.25}};
    *graph = fixture_graph (RECORDS, 2, LINKS, 1);
    g_autoptr (RhumbPartition) partition =
        rhumb_partition_new (3, CLUSTER, NULL, "modularity", 0, 1, 1);
    RhumbTopics *topics = rhumb_topics_new (*graph, partition, list, 2);
    maps[0] = papers[0] = papers[1] = 99;
    label[0] = 'X';
    return topics;
}

static void
topics_copy_what_they_are_given (void)
{
    g_autoptr (RhumbGraph) graph = NULL;
    g_autoptr (RhumbTopics) topics = make_topics (&graph);
    g_assert_cmpuint (rhumb_topics_get_n_topics (topics), ==, 2);
    const RhumbTopic *first = rhumb_topics_get_topic (topics, 0);
    const RhumbTopic *second = rhumb_topics_get_topic (topics, 1);
    g_assert_cmpstr (first->label, ==, "maps");
    g_assert_cmpuint (first->concepts[0], ==, 0);
    g_assert_cmpuint (first->papers[0], ==, 0);
    g_assert_cmpuint (first->n_support, ==, 1);
    g_assert_cmpfloat (first->score, ==, 0.75);
    g_assert_cmpuint (first->label_concepts[0], ==, 0);
    g_assert_cmpuint (second->n_label_concepts, ==, 0);
    g_assert_cmpuint (second->n_concepts, ==, 0);
    g_assert_cmpuint (second->papers[0], ==, 1);
}

static void
topics_outlive_their_parts (void)
{
    g_autoptr (RhumbGraph) graph = NULL;
    g_autoptr (RhumbTopics) topics = make_topics (&graph);
    g_clear_pointer (&graph, rhumb_graph_unref);
    g_assert_cmpuint (rhumb_graph_get_n_nodes (rhumb_topics_get_graph (topics)), ==, 3);
    g_assert_cmpuint (rhumb_partition_get_n_nodes (rhumb_topics_get_partition (topics)), ==, 3);
}

static void
as_many_topics_as_clusters_are_needed (void)
{
    static const guint32 CLUSTER[] = {0, 1, 0};
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, 2, LINKS, 1);
    g_autoptr (RhumbPartition) partition =
        rhumb_partition_new (3, CLUSTER, NULL, "modularity", 0, 1, 1);
    g_test_expect_message ("rhumb", G_LOG_LEVEL_CRITICAL, "*n_topics*");
    g_assert_null (rhumb_topics_new (graph, partition, NULL, 1));
    g_test_assert_expected_messages ();
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/topics/topics-copy-what-they-are-given", topics_copy_what_they_are_given);
    g_test_add_func ("/topics/topics-outlive-their-parts", topics_outlive_their_parts);
    g_test_add_func ("/topics/as-many-topics-as-clusters-are-needed",
                     as_many_topics_as_clusters_are_needed);
    return g_test_run ();
}
