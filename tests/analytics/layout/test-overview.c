/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/layout/overview.h"

#include <string.h>

#include "tests/analytics/layout/measure.h"
#include "tests/analytics/layout/sample.h"

static const SampleShape shape = {.n_papers = 70, .n_topics = 8, .n_concepts = 24};

static RhumbMap *
draw (RhumbMapLevel level)
{
    g_auto (Sample) sample = {0};
    sample_make (&sample, &shape);
    RhumbMapOptions options = RHUMB_MAP_DEFAULTS;
    options.level = level;
    g_autoptr (GError) error = NULL;
    RhumbMap *map = rhumb_draw_topics (sample.topics, sample.ranking, &options, &error);
    g_assert_no_error (error);
    return map;
}

static void
everything_stands_where_it_stands_in_the_atlas (void)
{
    g_autoptr (RhumbMap) atlas = draw (RHUMB_MAP_LEVEL_ATLAS);
    g_autoptr (RhumbMap) overview = draw (RHUMB_MAP_LEVEL_OVERVIEW);
    guint32 n, m;
    const RhumbMapItem *near = rhumb_map_get_items (atlas, &n);
    const RhumbMapItem *far = rhumb_map_get_items (overview, &m);
    g_assert_cmpuint (n, ==, m);
    for (guint32 i = 0; i < n; i++) {
        g_assert_cmpfloat (near[i].x, ==, far[i].x);
        g_assert_cmpfloat (near[i].y, ==, far[i].y);
        g_assert_cmpfloat (far[i].radius, <, near[i].radius);
    }
    const RhumbMapRegion *a = rhumb_map_get_regions (atlas, &n);
    const RhumbMapRegion *b = rhumb_map_get_regions (overview, &m);
    g_assert_cmpuint (n, ==, m);
    for (guint32 i = 0; i < n; i++) {
        g_assert_cmpuint (a[i].n_segments, ==, b[i].n_segments);
        for (guint32 e = 0; e < 2 + 6 * a[i].n_segments; e++)
            g_assert_cmpfloat (a[i].outline[e], ==, b[i].outline[e]);
    }
}

/* Of the words for a topic in the middle of a map, small letters, lines joined. */
static char *
read_name (const RhumbMap *map, guint32 topic)
{
    guint32 n;
    const RhumbMapText *text = rhumb_map_get_texts (map, &n);
    for (guint32 i = 0; i < n; i++) {
        if (text[i].role == RHUMB_MAP_TEXT_TOPIC && text[i].owner == topic) {
            g_autofree char *words = g_strjoinv (" ", (GStrv)text[i].lines);
            return g_utf8_casefold (words, -1);
        }
    }
    return g_strdup ("");
}

/* A name of three concepts has room for some of them. */
static void
topics_are_called_as_in_the_atlas (void)
{
    g_auto (Sample) sample = {0};
    sample_make (&sample, &shape);
    RhumbGraph *graph = rhumb_topics_get_graph (sample.topics);
    RhumbConcepts *concepts = rhumb_graph_get_concepts (graph);
    g_autofree RhumbTopic *list = g_new (RhumbTopic, shape.n_topics);
    for (guint32 t = 0; t < shape.n_topics; t++)
        list[t] = *rhumb_topics_get_topic (sample.topics, t);
    const char *first = rhumb_concepts_get_concept (concepts, list[0].concepts[0])->label;
    g_autofree char *label =
        g_strjoin (", ", first, rhumb_concepts_get_concept (concepts, list[0].concepts[1])->label,
                   rhumb_concepts_get_concept (concepts, list[0].concepts[2])->label, NULL);
    list[0].label = label;
    g_autoptr (RhumbTopics) topics =
        rhumb_topics_new (graph, rhumb_topics_get_partition (sample.topics), list, shape.n_topics);
    char *name[2];
    for (guint i = 0; i < 2; i++) {
        RhumbMapOptions options = RHUMB_MAP_DEFAULTS;
        options.level = i == 0 ? RHUMB_MAP_LEVEL_ATLAS : RHUMB_MAP_LEVEL_OVERVIEW;
        g_autoptr (RhumbMap) map = rhumb_draw_topics (topics, sample.ranking, &options, NULL);
        name[i] = read_name (map, 0);
    }
    g_test_message ("%s", name[0]);
    g_assert_cmpstr (name[0], ==, name[1]);
    g_free (name[0]);
    g_free (name[1]);
}

static void
every_topic_has_a_name_and_no_words_overlap (void)
{
    g_autoptr (RhumbMap) map = draw (RHUMB_MAP_LEVEL_OVERVIEW);
    guint32 n;
    guint n_names = 0, n_terms = 0;
    const RhumbMapText *text = rhumb_map_get_texts (map, &n);
    for (guint32 i = 0; i < n; i++) {
        n_names += text[i].role == RHUMB_MAP_TEXT_TOPIC;
        n_terms += text[i].role == RHUMB_MAP_TEXT_TERM;
        g_assert_cmpint (text[i].role, !=, RHUMB_MAP_TEXT_LABEL);
    }
    g_assert_cmpuint (n_names, ==, shape.n_topics);
    g_assert_cmpuint (n_terms, >=, shape.n_topics);
    g_autoptr (GArray) lines = measure_texts (map);
    for (guint i = 0; i < lines->len; i++) {
        const MeasuredLine *a = &g_array_index (lines, MeasuredLine, i);
        for (guint k = 0; k < i; k++) {
            const MeasuredLine *b = &g_array_index (lines, MeasuredLine, k);
            g_assert_false (a->text != b->text && rhumb_boxes_overlap (a->ink, b->ink, 0.0));
        }
    }
}

static void
bands_join_different_topics_strongest_last (void)
{
    g_autoptr (RhumbMap) map = draw (RHUMB_MAP_LEVEL_OVERVIEW);
    guint32 n, n_items;
    const RhumbMapLink *link = rhumb_map_get_links (map, &n);
    const RhumbMapItem *item = rhumb_map_get_items (map, &n_items);
    g_assert_cmpuint (n, >, 0);
    g_assert_cmpuint (n, <=, shape.n_topics * 3 / 2);
    for (guint32 e = 0; e < n; e++) {
        g_assert_cmpuint (item[link[e].from].cluster, !=, item[link[e].to].cluster);
        g_assert_true (e == 0 || link[e].strength >= link[e - 1].strength);
    }
}

/* A band that ended in the middle of a wide land would belong to no words. */
static void
bands_lead_to_words (void)
{
    g_autoptr (RhumbMap) map = draw (RHUMB_MAP_LEVEL_OVERVIEW);
    guint32 n, n_texts, n_items;
    const RhumbMapLink *link = rhumb_map_get_links (map, &n);
    const RhumbMapText *text = rhumb_map_get_texts (map, &n_texts);
    const RhumbMapItem *item = rhumb_map_get_items (map, &n_items);
    for (guint32 e = 0; e < n; e++) {
        gboolean found = FALSE;
        for (guint32 i = 0; i < n_texts; i++)
            found |= text[i].role == RHUMB_MAP_TEXT_TOPIC &&
                     text[i].owner == item[link[e].from].cluster && text[i].x == link[e].curve[0];
        g_assert_true (found);
    }
}

/* Faint colours would be found nowhere on the bar that tells what they mean. */
static void
values_keep_their_colours (void)
{
    g_auto (Sample) sample = {0};
    sample_make (&sample, &shape);
    RhumbMapOptions options = RHUMB_MAP_DEFAULTS;
    options.level = RHUMB_MAP_LEVEL_OVERVIEW;
    options.colouring = RHUMB_MAP_COLOUR_SCORE;
    g_autoptr (RhumbMap) map = rhumb_draw_topics (sample.topics, sample.ranking, &options, NULL);
    guint32 n;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n);
    for (guint32 i = 0; i < n; i++)
        g_assert_cmphex (item[i].fill & 0xff, ==, 0xff);
}

static void
terms_share_no_long_word (void)
{
    g_auto (Sample) sample = {0};
    sample_make (&sample, &shape);
    const RhumbMapOptions options = RHUMB_MAP_DEFAULTS;
    const RhumbBox frame = {0, 0, 1000, 800};
    g_autoptr (RhumbScene) scene = rhumb_scene_new (sample.topics, sample.ranking, &options, frame);
    for (guint32 c = 0; c < scene->n_clusters; c++) {
        g_auto (GStrv) terms = rhumb_overview_terms (scene, c, 3);
        g_assert_cmpuint (g_strv_length (terms), <=, 3);
        for (guint i = 0; terms[i] != NULL; i++) {
            g_auto (GStrv) words = g_strsplit_set (terms[i], " -", -1);
            for (guint w = 0; words[w] != NULL; w++) {
                for (guint k = 0; strlen (words[w]) >= 4 && k < i; k++) {
                    g_auto (GStrv) other = g_strsplit_set (terms[k], " -", -1);
                    g_assert_false (g_strv_contains ((const char *const *)other, words[w]));
                }
            }
        }
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/overview/topics-are-called-as-in-the-atlas",
                     topics_are_called_as_in_the_atlas);
    g_test_add_func ("/overview/everything-stands-where-it-stands-in-the-atlas",
                     everything_stands_where_it_stands_in_the_atlas);
    g_test_add_func ("/overview/every-topic-has-a-name-and-no-words-overlap",
                     every_topic_has_a_name_and_no_words_overlap);
    g_test_add_func ("/overview/bands-join-different-topics-strongest-last",
                     bands_join_different_topics_strongest_last);
    g_test_add_func ("/overview/bands-lead-to-words", bands_lead_to_words);
    g_test_add_func ("/overview/values-keep-their-colours", values_keep_their_colours);
    g_test_add_func ("/overview/terms-share-no-long-word", terms_share_no_long_word);
    return g_test_run ();
}
