/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Topics of a pile in which two subjects are plainly apart.
 */
#include "analytics/cluster/topics.h"

#include "analytics/cluster/topic-tree.h"
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
find_linked (const FixtureLink *links, gsize n_links, const RhumbTopicOptions *options)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, G_N_ELEMENTS (RECORDS), links, n_links);
    g_autoptr (RhumbRanking) ranking = rhumb_count_links (graph);
    RhumbTopics *topics = rhumb_find_topics (graph, ranking, options, &error);
    g_assert_no_error (error);
    return topics;
}

static RhumbTopics *
find (const RhumbTopicOptions *options)
{
    return find_linked (LINKS, G_N_ELEMENTS (LINKS), options);
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

/* "trade" weighs more on one paper about ships than on all about bread, which have no other name.
 */
static void
a_concept_belongs_to_the_topic_that_it_names (void)
{
    static const FixtureLink links[] = {
        {"p1", "sailing ship", 1},  {"p3", "sailing ship", 1},  {"p7", "sailing ship", 0.5},
        {"p1", "trade route", 1},   {"p2", "trade route", 0.2}, {"p4", "trade route", 0.2},
        {"p6", "trade route", 0.2}, {"p8", "trade route", 0.2},
    };
    RhumbTopicOptions options = RHUMB_TOPIC_DEFAULTS;
    options.n_topics = 2;
    g_autoptr (RhumbTopics) topics = find_linked (links, G_N_ELEMENTS (links), &options);
    g_assert_cmpuint (rhumb_topics_get_n_topics (topics), ==, 2);
    const RhumbConcepts *concepts = rhumb_graph_get_concepts (rhumb_topics_get_graph (topics));
    for (guint32 t = 0; t < 2; t++) {
        const RhumbTopic *topic = rhumb_topics_get_topic (topics, t);
        g_assert_cmpuint (topic->n_concepts, ==, 1);
        g_assert_cmpstr (rhumb_concepts_get_concept (concepts, topic->concepts[0])->label, ==,
                         topic->label);
    }
}

/* Nothing is said of ships and of bread: the root of their tree is no "mast". */
static void
the_root_is_called_after_a_good_part_or_not_at_all (void)
{
    RhumbTopicOptions options = RHUMB_TOPIC_DEFAULTS;
    options.n_topics = 2;
    g_autoptr (RhumbTopics) topics = find (&options);
    g_autoptr (RhumbHierarchy) tree = rhumb_link_topics (topics, RHUMB_LINKAGE_PARIS, NULL);
    g_auto (GStrv) labels = rhumb_label_hierarchy (topics, tree);
    g_assert_cmpuint (g_strv_length (labels), ==, 3);
    g_assert_cmpstr (labels[0], ==, "sailing ship");
    g_assert_cmpstr (labels[1], ==, "baking bread");
    g_assert_cmpstr (labels[2], ==, "all papers");
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

#define N_GROUPS 4
#define GROUP 40
#define N_CRUMBS 10
#define CRUMB 3
#define REACH 6

/* The papers of a group cite six before them and two of the group before; those of a crumb cite
 * their own. */
static void
append_references (GString *references, guint v)
{
    const guint n_grouped = N_GROUPS * GROUP;
    const guint first = v < n_grouped ? v - v % GROUP : v - (v - n_grouped) % CRUMB;
    const guint from = MAX (first, v > REACH ? v - REACH : 0);
    for (guint u = from; u < v; u++)
        g_string_append_printf (references, "%sp%04u", u > from ? "|" : "", u);
    for (guint back = GROUP; back < GROUP + 2 && v < n_grouped && v >= back; back++)
        g_string_append_printf (references, "%sp%04u", references->len > 0 ? "|" : "", v - back);
}

/* Topics of papers that are known by their references alone, which @append writes. */
static RhumbTopics *
find_among (guint n_papers, void (*append) (GString *references, guint v), guint n_topics)
{
    g_autofree FixtureRecord *records = g_new0 (FixtureRecord, n_papers);
    g_autoptr (GPtrArray) text = g_ptr_array_new_with_free_func (g_free);
    for (guint v = 0; v < n_papers; v++) {
        GString *references = g_string_new (NULL);
        append (references, v);
        records[v].id = g_strdup_printf ("p%04u", v);
        records[v].references = g_string_free (references, FALSE);
        g_ptr_array_add (text, (gpointer)records[v].id);
        g_ptr_array_add (text, (gpointer)records[v].references);
    }
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbGraph) graph = fixture_graph (records, n_papers, NULL, 0);
    g_autoptr (RhumbRanking) ranking = rhumb_count_links (graph);
    RhumbTopicOptions options = RHUMB_TOPIC_DEFAULTS;
    options.n_topics = n_topics;
    RhumbTopics *topics = rhumb_find_topics (graph, ranking, &options, &error);
    g_assert_no_error (error);
    return topics;
}

/* Ten crumbs of three papers are more than four topics at any resolution; the four groups are what
 * is asked for. */
static void
crumbs_are_no_topics_to_be_counted (void)
{
    g_autoptr (RhumbTopics) topics =
        find_among (N_GROUPS * GROUP + N_CRUMBS * CRUMB, append_references, N_GROUPS);
    g_assert_cmpuint (rhumb_topics_get_n_topics (topics), ==, N_GROUPS + N_CRUMBS);
    for (guint32 t = 0; t < N_GROUPS + N_CRUMBS; t++)
        g_assert_cmpuint (rhumb_topics_get_topic (topics, t)->n_papers, ==,
                          t < N_GROUPS ? GROUP : CRUMB);
}

#define N_SMALL 200
#define SMALL 8
#define N_SMALL_TOGETHER 50

/* The papers of a small group cite each other; the first cites one of the group before too, if that
 * is of the same fifty. */
static void
append_small_references (GString *references, guint v)
{
    const guint group = v / SMALL;
    for (guint u = group * SMALL; u < v; u++)
        g_string_append_printf (references, "%sp%04u", references->len > 0 ? "|" : "", u);
    if (v % SMALL == 0 && group % N_SMALL_TOGETHER > 0)
        g_string_append_printf (references, "%sp%04u", references->len > 0 ? "|" : "", v - SMALL);
}

/* Two hundred groups of eight, each smaller than a tenth of a fourth: they are too many for four
 * topics, not too few. */
static void
many_small_topics_are_too_many (void)
{
    g_autoptr (RhumbTopics) topics = find_among (N_SMALL * SMALL, append_small_references, 4);
    g_assert_cmpuint (rhumb_topics_get_n_topics (topics), >=, 3);
    g_assert_cmpuint (rhumb_topics_get_n_topics (topics), <=, 6);
}

/* Two papers share no word and no concept with any other, nor with one another. */
static void
papers_that_nothing_links_are_called_so (void)
{
    static const FixtureRecord records[] = {
        {.id = "p1", .title = "Sailing ships in the harbour"},
        {.id = "p2", .title = "Quartz crystals"},
        {.id = "p3", .title = "Sailing ships of the harbour"},
        {.id = "p4", .title = "Medieval charters"},
        {.id = "p5", .title = "Ships sailing a harbour"},
    };
    static const FixtureLink links[] = {
        {"p1", "sailing ship", 1}, {"p3", "sailing ship", 1},      {"p5", "sailing ship", 1},
        {"p2", "quartz", 1},       {"p4", "medieval charters", 1},
    };
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbGraph) graph =
        fixture_graph (records, G_N_ELEMENTS (records), links, G_N_ELEMENTS (links));
    g_autoptr (RhumbRanking) ranking = rhumb_count_links (graph);
    g_autoptr (RhumbTopics) topics = rhumb_find_topics (graph, ranking, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (rhumb_topics_get_n_topics (topics), ==, 2);
    g_assert_cmpstr (rhumb_topics_get_topic (topics, 0)->label, ==, "sailing ship");
    const RhumbTopic *unlinked = rhumb_topics_get_topic (topics, 1);
    g_assert_cmpstr (unlinked->label, ==, "unlinked papers");
    g_assert_cmpuint (unlinked->n_papers, ==, 2);
    g_assert_cmpuint (unlinked->n_support, ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/find-topics/two-subjects-are-two-topics", two_subjects_are_two_topics);
    g_test_add_func ("/find-topics/a-concept-belongs-to-the-topic-that-it-names",
                     a_concept_belongs_to_the_topic_that_it_names);
    g_test_add_func ("/find-topics/the-root-is-called-after-a-good-part-or-not-at-all",
                     the_root_is_called_after_a_good_part_or_not_at_all);
    g_test_add_func ("/find-topics/members-are-those-of-the-partition",
                     members_are_those_of_the_partition);
    g_test_add_func ("/find-topics/the-same-seed-gives-the-same-topics",
                     the_same_seed_gives_the_same_topics);
    g_test_add_func ("/find-topics/many-small-topics-are-too-many", many_small_topics_are_too_many);
    g_test_add_func ("/find-topics/crumbs-are-no-topics-to-be-counted",
                     crumbs_are_no_topics_to_be_counted);
    g_test_add_func ("/find-topics/papers-that-nothing-links-are-called-so",
                     papers_that_nothing_links_are_called_so);
    g_test_add_func ("/find-topics/no-papers-have-no-topics", no_papers_have_no_topics);
    g_test_add_func ("/find-topics/options-outside-their-range-are-refused",
                     options_outside_their_range_are_refused);
    return g_test_run ();
}
