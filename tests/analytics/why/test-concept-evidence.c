/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Papers behind concepts, and the words in them.
 */
#include "analytics/why/concept-evidence.h"

#include <string.h>

#include "tests/graph/fixture.h"

static const FixtureRecord RECORDS[] = {
    {.id = "a", .title = "Sea Chart analysis", .year = 1990, .abstract = "A sea chart is old."},
    {.id = "b",
     .title = "On maps",
     .year = 1991,
     .abstract = "Maps are drawn. Every Sea charts collection holds some! Others do not."},
    {.id = "c", .title = "Ships", .year = 1992, .keywords = "rope|sea chart history"},
    {.id = "d", .title = "Overseas chartered flights", .year = 1993, .abstract = "Nothing here"},
};
static const FixtureLink LINKS[] = {
    {"a", "sea chart", 0.5}, {"b", "sea chart", 0.9},  {"c", "sea chart", 0.1},
    {"d", "sea chart", 0.2}, {"b", "collection", 0.3}, {"c", "ships", 1},
};

static guint32
find (const RhumbGraph *graph, const char *label)
{
    const RhumbConcepts *concepts = rhumb_graph_get_concepts (graph);
    for (guint32 c = 0; c < rhumb_concepts_get_n_concepts (concepts); c++) {
        if (g_str_equal (rhumb_concepts_get_concept (concepts, c)->label, label))
            return c;
    }
    g_assert_not_reached ();
}

static void
each_paper_is_quoted (void)
{
    static const struct {
        guint32 node;
        double weight;
        const char *why;
    } EXPECTED[] = {
        {1, 0.9, "abstract: “Every Sea charts collection holds some!”"},
        {0, 0.5, "title: “sea chart”"},
        {3, 0.2, "no spelling of it stands in the text"},
        {2, 0.1, "keyword: “sea chart history”"},
    };
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, 4, LINKS, 6);
    g_autoptr (RhumbEvidence) evidence =
        rhumb_explain_concept (graph, find (graph, "sea chart"), RHUMB_NONE);
    g_assert_cmpuint (rhumb_evidence_get_n_rows (evidence), ==, 4);
    for (guint i = 0; i < 4; i++) {
        const RhumbEvidenceRow *row = rhumb_evidence_get_row (evidence, i);
        g_assert_cmpstr (row->kind, ==, "about");
        g_assert_cmpuint (row->node, ==, EXPECTED[i].node);
        g_assert_cmpfloat (row->weight, ==, EXPECTED[i].weight);
        g_assert_cmpstr (row->why, ==, EXPECTED[i].why);
    }
}

static void
one_paper_may_be_asked_for (void)
{
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, 4, LINKS, 6);
    g_autoptr (RhumbEvidence) one = rhumb_explain_concept (graph, find (graph, "sea chart"), 2);
    g_autoptr (RhumbEvidence) none = rhumb_explain_concept (graph, find (graph, "ships"), 0);
    g_assert_cmpuint (rhumb_evidence_get_n_rows (one), ==, 1);
    g_assert_cmpuint (rhumb_evidence_get_row (one, 0)->node, ==, 2);
    g_assert_cmpuint (rhumb_evidence_get_n_rows (none), ==, 0);
}

static void
a_link_rests_on_papers_about_both (void)
{
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, 4, LINKS, 6);
    g_autoptr (RhumbEvidence) evidence =
        rhumb_explain_concept_link (graph, find (graph, "sea chart"), find (graph, "collection"));
    g_assert_cmpuint (rhumb_evidence_get_n_rows (evidence), ==, 1);
    g_assert_cmpuint (rhumb_evidence_get_row (evidence, 0)->node, ==, 1);
    g_assert_cmpfloat (rhumb_evidence_get_row (evidence, 0)->weight, ==, 0.3);
}

static void
a_label_rests_on_its_support (void)
{
    static const guint32 PAPERS[] = {2, 0, 1};
    static const guint32 CLUSTERS[7] = {0};
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, 4, LINKS, 6);
    const guint32 concept = find (graph, "collection");
    const RhumbTopic topic = {"collection", &concept, 1, PAPERS, 3, 1, 0.5, &concept, 1};
    g_autoptr (RhumbPartition) partition =
        rhumb_partition_new (7, CLUSTERS, NULL, "modularity", 0, 1, 1);
    g_autoptr (RhumbTopics) topics = rhumb_topics_new (graph, partition, &topic, 1);
    g_autoptr (RhumbEvidence) evidence = rhumb_explain_topic_label (topics, 0);
    g_assert_cmpuint (rhumb_evidence_get_n_rows (evidence), ==, 3);
    g_assert_cmpstr (rhumb_evidence_get_row (evidence, 0)->kind, ==, "supports the label");
    g_assert_cmpuint (rhumb_evidence_get_row (evidence, 0)->node, ==, 1);
    g_assert_cmpstr (rhumb_evidence_get_row (evidence, 1)->kind, ==, "in the topic");
    g_assert_cmpfloat (rhumb_evidence_get_row (evidence, 2)->weight, ==, 0);
}

static void
a_label_of_several_concepts_rests_on_each (void)
{
    static const guint32 PAPERS[] = {2, 0, 1, 3};
    static const guint32 CLUSTERS[7] = {0};
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, 4, LINKS, 6);
    const guint32 concepts[] = {find (graph, "collection"), find (graph, "sea chart")};
    const RhumbTopic topic[] = {{"collection, sea chart", NULL, 0, PAPERS, 4, 3, 0.5, concepts, 2},
                                {"sea chart", NULL, 0, PAPERS, 4, 0, 0.5}};
    g_autoptr (RhumbPartition) partition =
        rhumb_partition_new (7, CLUSTERS, NULL, "modularity", 0, 1, 1);
    g_autoptr (RhumbTopics) named = rhumb_topics_new (graph, partition, &topic[0], 1);
    g_autoptr (RhumbEvidence) evidence = rhumb_explain_topic_label (named, 0);
    g_assert_cmpuint (rhumb_evidence_get_n_rows (evidence), ==, 4);
    for (guint32 i = 0; i < 4; i++) {
        const RhumbEvidenceRow *row = rhumb_evidence_get_row (evidence, i);
        const gboolean is_about =
            rhumb_network_get_weight (rhumb_graph_get_relation (graph, RHUMB_RELATION_ABOUT),
                                      row->node, find (graph, "sea chart")) > 0 ||
            rhumb_network_get_weight (rhumb_graph_get_relation (graph, RHUMB_RELATION_ABOUT),
                                      row->node, find (graph, "collection")) > 0;
        g_assert_cmpstr (row->kind, ==, is_about ? "supports the label" : "in the topic");
    }
    g_autoptr (RhumbTopics) titled = rhumb_topics_new (graph, partition, &topic[1], 1);
    g_autoptr (RhumbEvidence) none = rhumb_explain_topic_label (titled, 0);
    g_assert_cmpstr (rhumb_evidence_get_row (none, 0)->kind, ==, "in the topic");
    g_assert_cmpstr (rhumb_evidence_get_row (none, 0)->why, ==, "“sea chart” is no concept");
}

/* A sentence of any length gives a short quotation that still holds the words. */
static void
long_sentences_are_shortened_around_the_words (void)
{
    for (guint n = 0; n < 400; n += 37) {
        g_autoptr (GString) text = g_string_new ("Begin");
        for (guint i = 0; i < n; i++)
            g_string_append (text, " émis");
        g_string_append (text, " a sea chart");
        for (guint i = 0; i < 200; i++)
            g_string_append (text, " end");
        const FixtureRecord record = {.id = "a", .title = "T", .year = 1, .abstract = text->str};
        g_autoptr (RhumbGraph) graph = fixture_graph (&record, 1, LINKS, 1);
        g_autoptr (RhumbEvidence) evidence = rhumb_explain_concept (graph, 0, RHUMB_NONE);
        const char *why = rhumb_evidence_get_row (evidence, 0)->why;
        g_assert_true (g_utf8_validate (why, -1, NULL));
        g_assert_cmpint (g_utf8_strlen (why, -1), <, 270);
        g_assert_nonnull (strstr (why, "sea chart"));
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/concept-evidence/each-paper-is-quoted", each_paper_is_quoted);
    g_test_add_func ("/concept-evidence/one-paper-may-be-asked-for", one_paper_may_be_asked_for);
    g_test_add_func ("/concept-evidence/a-link-rests-on-papers-about-both",
                     a_link_rests_on_papers_about_both);
    g_test_add_func ("/concept-evidence/a-label-rests-on-its-support",
                     a_label_rests_on_its_support);
    g_test_add_func ("/concept-evidence/a-label-of-several-concepts-rests-on-each",
                     a_label_of_several_concepts_rests_on_each);
    g_test_add_func ("/concept-evidence/long-sentences-are-shortened-around-the-words",
                     long_sentences_are_shortened_around_the_words);
    return g_test_run ();
}
