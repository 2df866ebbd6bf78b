/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Concepts are telling of a topic when many of its papers and few others are about them.
 */
#include "analytics/cluster/topic-terms.h"

#include <math.h>

#include "tests/graph/fixture.h"

static const FixtureRecord RECORDS[] = {
    {.id = "a", .title = "A"}, {.id = "b", .title = "B"}, {.id = "c", .title = "C"}};

/* Concepts by id: 0 "a very long label here", 1 "graph layout", 2 "maps". */
static const FixtureLink LINKS[] = {
    {"a", "graph layout", 1}, {"b", "graph layout", 0.5}, {"c", "graph layout", 0.5},
    {"a", "maps", 0.5},       {"b", "maps", 0.5},         {"c", "a very long label here", 1},
};
static const guint32 TOPIC[] = {0, 0, 1};

static GArray *
score_terms (RhumbGraph **graph)
{
    *graph = fixture_graph (RECORDS, G_N_ELEMENTS (RECORDS), LINKS, G_N_ELEMENTS (LINKS));
    return rhumb_score_topic_terms (*graph, TOPIC, 2);
}

/* 2 Σ O ln (O / E) of a table given row by row. */
static double
measure_table (double a, double b, double c, double d)
{
    const double n = a + b + c + d;
    const double observed[] = {a, b, c, d};
    const double expected[] = {(a + b) * (a + c) / n, (a + b) * (b + d) / n, (c + d) * (a + c) / n,
                               (c + d) * (b + d) / n};
    double sum = 0;
    for (guint i = 0; i < 4; i++)
        sum += observed[i] > 0 ? 2 * observed[i] * log (observed[i] / expected[i]) : 0;
    return sum;
}

/* Topic 0 has two of the three papers on layout, of mean weight 0.75, and both on maps; topic 1 has
 * the third on layout and the one with the long label. All three papers are on layout, so G² = 0;
 * both on maps are in topic 0. There are 4 and 2 links in the topics, A = 3. f is 1.25 for two to
 * four words, 0.6 for one, 0.7 for more. */
static void
the_hand_example_holds (void)
{
    const double maps = measure_table (2, 0, 0, 1);
    const double label = measure_table (1, 0, 0, 2);
    const RhumbTopicTerm expected[] = {
        {0, 2, 2, 1, 2 / 4. * log (1 + 3 / 2.) * sqrt (1 + maps) * pow (0.5, 0.25) * 0.6},
        {0, 1, 2, 1.5, 2 / 4. * log (1 + 3 / 3.) * pow (0.75, 0.25) * 1.25},
        {1, 0, 1, 1, 1 / 2. * log (1 + 3 / 1.) * sqrt (1 + label) * 0.7},
        {1, 1, 1, 0.5, 1 / 2. * log (1 + 3 / 3.) * pow (0.5, 0.25) * 1.25},
    };
    g_autoptr (RhumbGraph) graph = NULL;
    g_autoptr (GArray) terms = score_terms (&graph);
    g_assert_cmpuint (terms->len, ==, G_N_ELEMENTS (expected));
    for (guint i = 0; i < terms->len; i++) {
        const RhumbTopicTerm *term = &g_array_index (terms, RhumbTopicTerm, i);
        g_assert_cmpuint (term->topic, ==, expected[i].topic);
        g_assert_cmpuint (term->concept, ==, expected[i].concept);
        g_assert_cmpuint (term->n_support, ==, expected[i].n_support);
        g_assert_cmpfloat_with_epsilon (term->weight, expected[i].weight, 1e-12);
        g_assert_cmpfloat_with_epsilon (term->score, expected[i].score, 1e-12);
    }
}

static void
every_link_counts_in_one_topic (void)
{
    g_autoptr (RhumbGraph) graph = NULL;
    g_autoptr (GArray) terms = score_terms (&graph);
    guint32 n_links = 0;
    double weight = 0;
    for (guint i = 0; i < terms->len; i++) {
        n_links += g_array_index (terms, RhumbTopicTerm, i).n_support;
        weight += g_array_index (terms, RhumbTopicTerm, i).weight;
    }
    g_assert_cmpuint (n_links, ==, G_N_ELEMENTS (LINKS));
    g_assert_cmpfloat_with_epsilon (weight, 4, 1e-12);
}

static void
equal_scores_go_by_concept (void)
{
    static const FixtureLink TIED[] = {
        {"a", "beta term", 1}, {"a", "alpha term", 1}, {"a", "gamma term", 1}};
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, 1, TIED, G_N_ELEMENTS (TIED));
    g_autoptr (GArray) terms = rhumb_score_topic_terms (graph, TOPIC, 1);
    for (guint i = 0; i < terms->len; i++)
        g_assert_cmpuint (g_array_index (terms, RhumbTopicTerm, i).concept, ==, i);
}

static void
without_concepts_there_are_no_terms (void)
{
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, 3, NULL, 0);
    g_autoptr (GArray) terms = rhumb_score_topic_terms (graph, TOPIC, 2);
    g_assert_cmpuint (terms->len, ==, 0);
}

static void
topics_that_share_a_concept_can_be_named (void)
{
    g_autoptr (RhumbGraph) graph =
        fixture_graph (RECORDS, G_N_ELEMENTS (RECORDS), LINKS, G_N_ELEMENTS (LINKS));
    g_autofree gboolean *is_named = rhumb_find_named_topics (graph, TOPIC, 2);
    g_assert_true (is_named[0]);
    g_assert_false (is_named[1]);
    static const guint32 APART[] = {0, 1, 2};
    g_assert_null (rhumb_find_named_topics (graph, APART, 3));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/topic-terms/the-hand-example-holds", the_hand_example_holds);
    g_test_add_func ("/topic-terms/every-link-counts-in-one-topic", every_link_counts_in_one_topic);
    g_test_add_func ("/topic-terms/equal-scores-go-by-concept", equal_scores_go_by_concept);
    g_test_add_func ("/topic-terms/without-concepts-there-are-no-terms",
                     without_concepts_there_are_no_terms);
    g_test_add_func ("/topic-terms/topics-that-share-a-concept-can-be-named",
                     topics_that_share_a_concept_can_be_named);
    return g_test_run ();
}
