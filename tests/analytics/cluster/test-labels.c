/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Topics have names that are told apart.
 */
#include "analytics/cluster/labels.h"

#include "analytics/cluster/topic-terms.h"
#include "tests/graph/fixture.h"

/* Six papers, two a topic. */
static const FixtureRecord RECORDS[] = {
    {.id = "a", .title = "Title A"}, {.id = "b", .title = "Title B"},
    {.id = "c", .title = "Title C"}, {.id = "d", .title = "Title D"},
    {.id = "e", .title = "Title E"}, {.id = "f", .title = "Title F"},
};
static const guint32 TOPIC[] = {0, 0, 1, 1, 2, 2};

static void
assert_labels (const FixtureRecord *records, gsize n_records, const FixtureLink *links,
               gsize n_links, const RhumbTopicLabel *expected, guint32 n_topics)
{
    g_autoptr (RhumbGraph) graph = fixture_graph (records, n_records, links, n_links);
    g_autoptr (GArray) terms = rhumb_score_topic_terms (graph, TOPIC, n_topics);
    g_autoptr (GArray) labels = rhumb_label_topics (graph, terms, TOPIC, n_topics);
    g_assert_cmpuint (labels->len, ==, n_topics);
    for (guint32 t = 0; t < n_topics; t++) {
        const RhumbTopicLabel *label = &g_array_index (labels, RhumbTopicLabel, t);
        g_assert_cmpstr (label->label, ==, expected[t].label);
        g_assert_cmpuint (label->n_support, ==, expected[t].n_support);
    }
}

static void
two_papers_outweigh_a_better_score (void)
{
    static const FixtureLink LINKS[] = {
        {"a", "rare idea", 1},
        {"a", "shared idea", 0.4},
        {"b", "shared idea", 0.4},
    };
    static const RhumbTopicLabel EXPECTED[] = {{"shared idea", 2}};
    assert_labels (RECORDS, 2, LINKS, G_N_ELEMENTS (LINKS), EXPECTED, 1);
}

static void
one_paper_is_better_than_a_title (void)
{
    static const FixtureLink LINKS[] = {{"a", "rare idea", 1}};
    static const RhumbTopicLabel EXPECTED[] = {{"rare idea", 1}, {"Title C", 0}};
    assert_labels (RECORDS, 4, LINKS, G_N_ELEMENTS (LINKS), EXPECTED, 2);
}

/* "diffusion model" tells most of topic 0, so topic 1 may not be "latent diffusion models". */
static void
no_label_contains_another (void)
{
    static const FixtureLink LINKS[] = {
        {"a", "diffusion model", 1},         {"b", "diffusion model", 1},
        {"c", "latent diffusion models", 1}, {"d", "latent diffusion models", 0.9},
        {"c", "image synthesis", 0.5},       {"d", "image synthesis", 0.5},
        {"e", "Diffusion-Models", 1},        {"f", "Diffusion-Models", 0.8},
        {"e", "super-resolution", 0.3},      {"f", "super-resolution", 0.3},
    };
    static const RhumbTopicLabel EXPECTED[] = {
        {"diffusion model", 2}, {"image synthesis", 2}, {"super-resolution", 2}};
    assert_labels (RECORDS, 6, LINKS, G_N_ELEMENTS (LINKS), EXPECTED, 3);
}

/* A concept may have a comma of its own; a title is one part. */
static void
labels_come_apart_into_their_concepts (void)
{
    static const FixtureLink LINKS[] = {
        {"a", "Paris, France", 1}, {"b", "urban planning", 1}, {"c", "Paris", 1}};
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, 6, LINKS, 3);
    static const guint32 CONCEPTS[] = {0, 1, 2};
    static const char *const LABELS[] = {"Paris, France", "Paris, France, urban planning",
                                         "urban planning, Paris, France", "A title, with a comma",
                                         ""};
    static const char *const PARTS[] = {"Paris, France", "Paris, France|urban planning",
                                        "urban planning|Paris, France", "A title, with a comma",
                                        ""};
    for (guint i = 0; i < G_N_ELEMENTS (LABELS); i++) {
        for (guint any = 0; any < 2; any++) {
            g_auto (GStrv) parts =
                rhumb_label_split (graph, LABELS[i], any ? NULL : CONCEPTS, any ? 0 : 3);
            g_autofree char *joined = g_strjoinv ("|", parts);
            g_assert_cmpuint (g_strv_length (parts), >, 0);
            g_assert_cmpstr (joined, ==, PARTS[i]);
        }
    }
}

/* Letters in common are not words in common. */
static void
parts_of_words_do_not_matter (void)
{
    static const FixtureLink LINKS[] = {
        {"a", "art", 1}, {"b", "art", 1}, {"c", "smart cities", 1}, {"d", "smart cities", 1}};
    static const RhumbTopicLabel EXPECTED[] = {{"art", 2}, {"smart cities", 2}};
    assert_labels (RECORDS, 4, LINKS, G_N_ELEMENTS (LINKS), EXPECTED, 2);
}

static void
a_concept_names_the_topic_it_tells_most_of (void)
{
    static const FixtureLink LINKS[] = {
        {"a", "graph layout", 0.5}, {"b", "graph layout", 0.5},  {"c", "graph layout", 1},
        {"d", "graph layout", 1},   {"a", "edge bundling", 0.2}, {"b", "edge bundling", 0.2},
    };
    static const RhumbTopicLabel EXPECTED[] = {{"edge bundling", 2}, {"graph layout", 2}};
    assert_labels (RECORDS, 4, LINKS, G_N_ELEMENTS (LINKS), EXPECTED, 2);
}

static void
a_topic_without_concepts_takes_a_title (void)
{
    static const FixtureRecord UNTITLED[] = {{.id = "a"}, {.id = "b", .title = "Title B"}};
    static const RhumbTopicLabel TITLE[] = {{"Title A", 0}};
    static const RhumbTopicLabel ID[] = {{"a", 0}};
    assert_labels (RECORDS, 2, NULL, 0, TITLE, 1);
    assert_labels (UNTITLED, 2, NULL, 0, ID, 1);
}

/* Papers of different topics may have one title, or a topic's name as title. */
static void
titles_are_not_used_twice (void)
{
    static const FixtureRecord SAME[] = {
        {.id = "a", .title = "Editorial", .year = 2001},
        {.id = "b", .title = "Other", .year = 2002},
        {.id = "c", .title = "EDITORIAL", .year = 2003},
        {.id = "d", .title = "News", .year = 2004},
        {.id = "e", .title = "Editorial", .year = 2005},
        {.id = "f", .title = "News", .year = 2006},
    };
    static const FixtureLink LINKS[] = {{"a", "news", 1}, {"b", "news", 1}};
    static const RhumbTopicLabel WITHOUT[] = {{"Editorial", 0}, {"News", 0}, {"e", 0}};
    static const RhumbTopicLabel WITH[] = {{"news", 2}, {"EDITORIAL", 0}, {"e", 0}};
    assert_labels (SAME, 6, NULL, 0, WITHOUT, 3);
    assert_labels (SAME, 6, LINKS, 2, WITH, 3);
}

/* Topics 0 and 1 lie below "diffusion model", 2 below "maps": the parent's name and less are taken,
 * more is not, and a name may be contained in that of no sibling. */
static void
children_say_more_than_their_parent (void)
{
    static const FixtureLink LINKS[] = {
        {"a", "diffusion models", 1},
        {"b", "diffusion models", 1},
        {"a", "latent diffusion model", 1},
        {"b", "latent diffusion model", 1},
        {"c", "diffusion", 1},
        {"d", "diffusion", 1},
        {"c", "image synthesis", 0.1},
        {"d", "image synthesis", 0.1},
        {"e", "diffusion", 1},
        {"f", "diffusion", 1},
    };
    static const guint32 PARENT[] = {0, 0, 1};
    static const char *const PARENT_LABEL[] = {"diffusion model", "maps"};
    static const char *const EXPECTED[] = {"latent diffusion model", "image synthesis",
                                           "diffusion"};
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, 6, LINKS, G_N_ELEMENTS (LINKS));
    g_autoptr (GArray) terms = rhumb_score_topic_terms (graph, TOPIC, 3);
    g_autoptr (GArray) labels =
        rhumb_label_subtopics (graph, terms, TOPIC, 3, PARENT, PARENT_LABEL, 2);
    for (guint t = 0; t < 3; t++)
        g_assert_cmpstr (g_array_index (labels, RhumbTopicLabel, t).label, ==, EXPECTED[t]);
}

/* Of 150 papers two are not enough: 3 are 2 %. */
static void
a_name_needs_two_percent (void)
{
    FixtureRecord records[150];
    char id[150][8];
    g_autofree guint32 *topic = g_new0 (guint32, 150);
    for (guint v = 0; v < 150; v++) {
        g_snprintf (id[v], sizeof id[v], "p%03u", v);
        records[v] = (FixtureRecord){.id = id[v], .title = id[v]};
    }
    static const FixtureLink LINKS[] = {
        {"p001", "rare idea", 1}, {"p002", "rare idea", 1}, {"p003", "thing", 0.01},
        {"p004", "thing", 0.01},  {"p005", "thing", 0.01},
    };
    g_autoptr (RhumbGraph) graph = fixture_graph (records, 150, LINKS, G_N_ELEMENTS (LINKS));
    g_autoptr (GArray) terms = rhumb_score_topic_terms (graph, topic, 1);
    g_autoptr (GArray) labels = rhumb_label_topics (graph, terms, topic, 1);
    g_assert_cmpstr (g_array_index (labels, RhumbTopicLabel, 0).label, ==, "thing");
    g_assert_cmpuint (g_array_index (labels, RhumbTopicLabel, 0).n_support, ==, 3);
}

/* Sixteen papers: two are about "spotted owl" alone, five about "forest", which no other topic
 * knows. */
static void
a_good_part_of_the_papers_counts_more_than_rarity (void)
{
    FixtureRecord records[32];
    char id[32][8];
    guint32 topic[32];
    for (guint v = 0; v < 32; v++) {
        g_snprintf (id[v], sizeof id[v], "p%03u", v);
        records[v] = (FixtureRecord){.id = id[v], .title = id[v]};
        topic[v] = v / 16;
    }
    static const FixtureLink LINKS[] = {
        {"p000", "spotted owl", 1},   {"p001", "spotted owl", 1},    {"p002", "forest", 0.02},
        {"p003", "forest", 0.02},     {"p004", "forest", 0.02},      {"p005", "forest", 0.02},
        {"p006", "forest", 0.02},     {"p016", "forest", 0.02},      {"p017", "soil", 1},
        {"p018", "soil", 1},          {"p019", "soil", 1},           {"p020", "carbon cycle", 1},
        {"p021", "carbon cycle", 1},  {"p022", "carbon cycle", 1},   {"p017", "soil property", 1},
        {"p018", "soil property", 1}, {"p019", "carbon cycling", 1}, {"p023", "lone idea", 1},
    };
    g_autoptr (RhumbGraph) graph = fixture_graph (records, 32, LINKS, G_N_ELEMENTS (LINKS));
    g_autoptr (GArray) terms = rhumb_score_topic_terms (graph, topic, 2);
    g_autoptr (GArray) labels = rhumb_label_topics (graph, terms, topic, 2);
    const RhumbTopicLabel *forest = &g_array_index (labels, RhumbTopicLabel, 0);
    g_assert_cmpstr (forest->label, ==, "forest");
    g_assert_cmpuint (forest->n_support, ==, 5);
    /* Three of sixteen are too few: what others are about is added, not what the same are. */
    const RhumbTopicLabel *soil = &g_array_index (labels, RhumbTopicLabel, 1);
    g_assert_cmpstr (soil->label, ==, "carbon cycle, soil property");
    g_assert_cmpuint (soil->n_support, ==, 5);
}

/* Where and how papers were written ties them together without telling what they are about, unless
 * half of them are about the place. */
static void
places_and_kinds_of_study_name_no_topic (void)
{
    static const FixtureRecord EIGHT[] = {
        {.id = "a", .title = "A"}, {.id = "b", .title = "B"}, {.id = "c", .title = "C"},
        {.id = "d", .title = "D"}, {.id = "e", .title = "E"}, {.id = "f", .title = "F"},
        {.id = "g", .title = "G"}, {.id = "h", .title = "H"},
    };
    static const FixtureLink LINKS[] = {
        {"a", "western North America", 1}, {"b", "western North America", 1},
        {"a", "northern Chile", 1},        {"b", "northern Chile", 1},
        {"a", "global meta-analysis", 1},  {"b", "global meta-analysis", 1},
        {"c", "systematic review", 1},     {"b", "systematic review", 1},
        {"d", "Web of Science", 1},        {"b", "Web of Science", 1},
        {"c", "fire regime", 0.1},         {"d", "fire regime", 0.1},
    };
    static const guint32 ALL[] = {0, 0, 0, 0, 0, 1, 1, 1};
    static const FixtureLink REGIONAL[] = {{"a", "Chile", 1}, {"b", "Chile", 1}, {"c", "Chile", 1}};
    static const char *const EXPECTED[] = {"fire regime", "Chile"};
    const struct {
        const FixtureLink *links;
        gsize n;
    } cases[] = {{LINKS, G_N_ELEMENTS (LINKS)}, {REGIONAL, G_N_ELEMENTS (REGIONAL)}};
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (RhumbGraph) graph = fixture_graph (EIGHT, 8, cases[i].links, cases[i].n);
        g_autoptr (GArray) terms = rhumb_score_topic_terms (graph, ALL, 2);
        g_autoptr (GArray) labels = rhumb_label_topics (graph, terms, ALL, 2);
        g_assert_cmpstr (g_array_index (labels, RhumbTopicLabel, 0).label, ==, EXPECTED[i]);
    }
}

/* What indexers tick for every paper, and bare words of every field, are not what a topic is about.
 */
static void
words_that_name_nothing_name_no_topic (void)
{
    static const FixtureLink LINKS[] = {
        {"a", "Humans", 1},
        {"b", "Humans", 1},
        {"a", "wildfire", 0.5},
        {"b", "wildfire", 0.5},
        {"c", "Performance", 1},
        {"d", "Performance", 1},
        {"c", "Middle Aged", 1},
        {"d", "Middle Aged", 1},
        {"e", "distributions", 1},
        {"f", "distributions", 1},
        {"e", "performance analysis", 0.5},
    };
    static const RhumbTopicLabel EXPECTED[] = {
        {"wildfire", 2}, {"Title C", 0}, {"performance analysis", 1}};
    assert_labels (RECORDS, 6, LINKS, G_N_ELEMENTS (LINKS), EXPECTED, 3);
}

/* Who gives a vocabulary wants its concepts as they are. */
static void
whatever_a_vocabulary_holds_names_a_topic (void)
{
    static const char *const NAMES[] = {"Humans", "performance", "global meta-analysis"};
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbCorpus) corpus = fixture_corpus (RECORDS, 6, NULL);
    g_autoptr (RhumbConceptsBuilder) builder = rhumb_concepts_builder_new (6);
    for (guint32 t = 0; t < G_N_ELEMENTS (NAMES); t++) {
        const guint32 concept = rhumb_concepts_builder_add (builder, NAMES[t], NULL, NULL);
        rhumb_concepts_builder_set_id (builder, concept, NAMES[t]);
        rhumb_concepts_builder_link (builder, 2 * t, concept, 1);
        rhumb_concepts_builder_link (builder, 2 * t + 1, concept, 1);
    }
    const guint32 found = rhumb_concepts_builder_add (builder, "fire regime", NULL, NULL);
    for (guint32 paper = 0; paper < 6; paper++)
        rhumb_concepts_builder_link (builder, paper, found, 0.1);
    g_autoptr (RhumbConcepts) concepts = rhumb_concepts_builder_freeze (builder, &error);
    g_autoptr (RhumbGraph) graph = rhumb_graph_new (corpus, concepts, NULL, &error);
    g_assert_no_error (error);
    g_autoptr (GArray) terms = rhumb_score_topic_terms (graph, TOPIC, 3);
    g_autoptr (GArray) labels = rhumb_label_topics (graph, terms, TOPIC, 3);
    for (guint32 t = 0; t < G_N_ELEMENTS (NAMES); t++)
        g_assert_cmpstr (g_array_index (labels, RhumbTopicLabel, t).label, ==, NAMES[t]);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/labels/two-papers-outweigh-a-better-score",
                     two_papers_outweigh_a_better_score);
    g_test_add_func ("/labels/one-paper-is-better-than-a-title", one_paper_is_better_than_a_title);
    g_test_add_func ("/labels/no-label-contains-another", no_label_contains_another);
    g_test_add_func ("/labels/labels-come-apart-into-their-concepts",
                     labels_come_apart_into_their_concepts);
    g_test_add_func ("/labels/parts-of-words-do-not-matter", parts_of_words_do_not_matter);
    g_test_add_func ("/labels/a-concept-names-the-topic-it-tells-most-of",
                     a_concept_names_the_topic_it_tells_most_of);
    g_test_add_func ("/labels/a-topic-without-concepts-takes-a-title",
                     a_topic_without_concepts_takes_a_title);
    g_test_add_func ("/labels/titles-are-not-used-twice", titles_are_not_used_twice);
    g_test_add_func ("/labels/places-and-kinds-of-study-name-no-topic",
                     places_and_kinds_of_study_name_no_topic);
    g_test_add_func ("/labels/children-say-more-than-their-parent",
                     children_say_more_than_their_parent);
    g_test_add_func ("/labels/words-that-name-nothing-name-no-topic",
                     words_that_name_nothing_name_no_topic);
    g_test_add_func ("/labels/whatever-a-vocabulary-holds-names-a-topic",
                     whatever_a_vocabulary_holds_names_a_topic);
    g_test_add_func ("/labels/a-good-part-of-the-papers-counts-more-than-rarity",
                     a_good_part_of_the_papers_counts_more_than_rarity);
    g_test_add_func ("/labels/a-name-needs-two-percent", a_name_needs_two_percent);
    return g_test_run ();
}
