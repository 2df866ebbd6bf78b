/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Topics of a pile in which two subjects are plainly apart.
 */
#include "analytics/cluster/topics.h"

#include "analytics/rank/counts.h"
#include "graph/error.h"
#include "tests/graph/fixture.h"
#include "tests/oracle.h"

/* Odd papers are about ships, even ones about bread; no word is common to both. */
static const FixtureRecord RECORDS[] = {
    {.id = "p1", .title = "Sailing ships in the harbour", .abstract = "Masts, sails and rudders."},
    {.id = "p2", .title = "Baking bread with yeast", .abstract = "Flour, ovens, loaves."},
    {.id = "p3", .title = "Rudders of sailing ships", .abstract = "A harbour full of masts."},
    {.id = "p4", .title = "Yeast and flour", .abstract = "Baking loaves of bread."},
    {.id = "p5", .title = "Masts and sails", .abstract = "Sailing from the harbour."},
    {.id = "p6", .title = "Ovens for bread", .abstract = "Baking flour and yeast."},
    {.id = "p7", .title = "Harbour ships", .abstract = "Sails, rudders, sailing."},
    {.id = "p8", .title = "Loaves", .abstract = "Bread, yeast, ovens, baking."},
};
static const FixtureLink LINKS[] = {
    {"p1", "sailing ship", 1},   {"p3", "sailing ship", 1}, {"p7", "sailing ship", 0.5},
    {"p2", "baking bread", 1},   {"p4", "baking bread", 1}, {"p6", "baking bread", 0.5},
    {"p8", "baking bread", 0.5}, {"p5", "mast", 1},
};

static RhumbTopics *
find (const RhumbTopicOptions *options)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbGraph) graph =
        fixture_graph (RECORDS, G_N_ELEMENTS (RECORDS), LINKS, G_N_ELEMENTS (LINKS));
    g_autoptr (RhumbRanking) ranking = rhumb_count_links (graph);
    RhumbTopics *topics = rhumb_find_topics (graph, ranking, options, &error);
    g_assert_no_error (error);
    return topics;
}

static void
two_subjects_are_two_topics (void)
{
    RhumbTopicOptions options = RHUMB_TOPIC_DEFAULTS;
    options.n_topics = 2;
    g_autoptr (RhumbTopics) topics = find (&options);
    g_assert_cmpuint (rhumb_topics_get_n_topics (topics), ==, 2);
    const guint32 *topic = rhumb_partition_get_clusters (rhumb_topics_get_partition (topics));
    for (guint32 v = 0; v < G_N_ELEMENTS (RECORDS); v++)
        g_assert_cmpuint (topic[v], ==, v % 2);
    g_assert_cmpstr (rhumb_topics_get_topic (topics, 0)->label, ==, "sailing ship");
    g_assert_cmpuint (rhumb_topics_get_topic (topics, 0)->n_support, ==, 3);
    g_assert_cmpstr (rhumb_topics_get_topic (topics, 1)->label, ==, "baking bread");
}

/* Every paper and concept is a member of the topic that the partition says, once. */
static void
members_are_those_of_the_partition (void)
{
    g_autoptr (RhumbTopics) topics = find (NULL);
    const guint32 *topic = rhumb_partition_get_clusters (rhumb_topics_get_partition (topics));
    const guint32 n_papers = G_N_ELEMENTS (RECORDS);
    guint32 n_members = 0;
    for (guint32 t = 0; t < rhumb_topics_get_n_topics (topics); t++) {
        const RhumbTopic *one = rhumb_topics_get_topic (topics, t);
        for (guint32 i = 0; i < one->n_papers; i++)
            g_assert_cmpuint (topic[one->papers[i]], ==, t);
        for (guint32 i = 0; i < one->n_concepts; i++)
            g_assert_cmpuint (topic[n_papers + one->concepts[i]], ==, t);
        n_members += one->n_papers + one->n_concepts;
        g_assert_true (t == 0 || one->n_papers <= rhumb_topics_get_topic (topics, t - 1)->n_papers);
    }
    g_assert_cmpuint (n_members, ==,
                      rhumb_partition_get_n_nodes (rhumb_topics_get_partition (topics)));
}

static void
the_same_seed_gives_the_same_topics (void)
{
    g_autoptr (RhumbTopics) a = find (NULL);
    g_autoptr (RhumbTopics) b = find (NULL);
    oracle_assert_same_bytes (rhumb_partition_get_clusters (rhumb_topics_get_partition (a)),
                              rhumb_partition_get_clusters (rhumb_topics_get_partition (b)),
                              sizeof (guint32) * G_N_ELEMENTS (RECORDS));
}

static void
no_papers_have_no_topics (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbGraph) graph = fixture_graph (NULL, 0, NULL, 0);
    g_autoptr (RhumbRanking) ranking = rhumb_count_links (graph);
    g_autoptr (RhumbTopics) topics = rhumb_find_topics (graph, ranking, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (rhumb_topics_get_n_topics (topics), ==, 0);
}

static void
options_outside_their_range_are_refused (void)
{
    RhumbTopicOptions options = RHUMB_TOPIC_DEFAULTS;
    options.min_papers = 0;
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, 2, NULL, 0);
    g_autoptr (RhumbRanking) ranking = rhumb_count_links (graph);
    g_assert_null (rhumb_find_topics (graph, ranking, &options, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/find-topics/two-subjects-are-two-topics", two_subjects_are_two_topics);
    g_test_add_func ("/find-topics/members-are-those-of-the-partition",
                     members_are_those_of_the_partition);
    g_test_add_func ("/find-topics/the-same-seed-gives-the-same-topics",
                     the_same_seed_gives_the_same_topics);
    g_test_add_func ("/find-topics/no-papers-have-no-topics", no_papers_have_no_topics);
    g_test_add_func ("/find-topics/options-outside-their-range-are-refused",
                     options_outside_their_range_are_refused);
    return g_test_run ();
}
