/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "rhumb.h"

#include <string.h>

#include "tests/analytics/layout/measure.h"
#include "tests/analytics/layout/sample.h"

#define TOPIC 2

static const SampleShape shape = {.n_papers = 70, .n_topics = 8, .n_concepts = 24};

static RhumbMap *
draw (guint32 topic, GError **error)
{
    g_auto (Sample) sample = {0};
    sample_make (&sample, &shape);
    RhumbMapOptions options = RHUMB_MAP_DEFAULTS;
    options.topic = topic;
    return rhumb_draw_topics (sample.topics, sample.ranking, &options, error);
}

static const RhumbMapItem *
find_item (const RhumbMap *map, guint32 node)
{
    guint32 n;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n);
    for (guint32 i = 0; i < n; i++) {
        if (item[i].node == node)
            return &item[i];
    }
    return NULL;
}

static void
what_was_left_or_above_stays_there (void)
{
    g_autoptr (RhumbMap) atlas = draw (RHUMB_NONE, NULL);
    g_autoptr (RhumbMap) near = draw (TOPIC, NULL);
    guint32 n;
    guint n_pairs = 0, n_kept = 0;
    const RhumbMapItem *item = rhumb_map_get_items (near, &n);
    for (guint32 i = 0; i < n; i++) {
        const RhumbMapItem *a = find_item (atlas, item[i].node);
        g_assert_cmpuint (item[i].cluster, ==, TOPIC);
        for (guint32 j = 0; a != NULL && j < i; j++) {
            const RhumbMapItem *b = find_item (atlas, item[j].node);
            if (b == NULL)
                continue;
            n_pairs += 2;
            n_kept += (a->x < b->x) == (item[i].x < item[j].x);
            n_kept += (a->y < b->y) == (item[i].y < item[j].y);
        }
    }
    g_test_message ("%u of %u orders kept", n_kept, n_pairs);
    g_assert_cmpuint (n_pairs, >, 100);
    g_assert_cmpuint (n_kept, >, n_pairs * 85 / 100);
}

static void
all_of_the_topic_is_drawn_in_its_colour (void)
{
    g_autoptr (RhumbMap) atlas = draw (RHUMB_NONE, NULL);
    g_autoptr (RhumbMap) near = draw (TOPIC, NULL);
    guint32 n, n_all, n_concepts = 0;
    const RhumbMapItem *item = rhumb_map_get_items (near, &n);
    for (guint32 i = 0; i < n; i++)
        n_concepts += item[i].kind == RHUMB_NODE_CONCEPT;
    g_auto (Sample) sample = {0};
    sample_make (&sample, &shape);
    g_assert_cmpuint (n_concepts, ==, rhumb_topics_get_topic (sample.topics, TOPIC)->n_concepts);
    const RhumbMapRegion *region = rhumb_map_get_regions (near, &n);
    const RhumbMapRegion *all = rhumb_map_get_regions (atlas, &n_all);
    g_assert_cmpuint (n, ==, 1);
    g_assert_cmphex (region[0].colour, ==, all[TOPIC].colour);
}

static void
titles_of_papers_are_words_that_cover_nothing (void)
{
    g_autoptr (RhumbMap) map = draw (TOPIC, NULL);
    guint32 n, n_items;
    guint n_titles = 0;
    const RhumbMapText *text = rhumb_map_get_texts (map, &n);
    const RhumbMapItem *item = rhumb_map_get_items (map, &n_items);
    for (guint32 i = 0; i < n; i++)
        n_titles +=
            text[i].role == RHUMB_MAP_TEXT_LABEL && item[text[i].owner].kind == RHUMB_NODE_PAPER;
    g_assert_cmpuint (n_titles, >, 3);
    g_autoptr (GArray) lines = measure_texts (map);
    for (guint i = 0; i < lines->len; i++) {
        const MeasuredLine *a = &g_array_index (lines, MeasuredLine, i);
        for (guint k = 0; k < i; k++) {
            const MeasuredLine *b = &g_array_index (lines, MeasuredLine, k);
            g_assert_false (a->text != b->text && rhumb_boxes_overlap (a->ink, b->ink, 0.0));
        }
        for (guint32 k = 0; k < n_items; k++)
            g_assert_false (rhumb_box_touches_disc (a->ink, (RhumbPoint){item[k].x, item[k].y},
                                                    item[k].radius));
    }
}

/* On the map a paper is known by a short name; what that stands for is read beside it. */
static void
every_paper_is_listed_beside_the_map (void)
{
    g_autoptr (RhumbMap) map = draw (TOPIC, NULL);
    guint32 n, n_items;
    guint n_papers = 0;
    g_autoptr (GString) legend = g_string_new (NULL);
    const RhumbMapText *text = rhumb_map_get_texts (map, &n);
    for (guint32 i = 0; i < n; i++) {
        if (text[i].role == RHUMB_MAP_TEXT_LEGEND)
            g_string_append_printf (legend, "%s ", text[i].lines[0]);
        if (text[i].role < RHUMB_MAP_TEXT_LEGEND)
            g_assert_null (strstr (text[i].lines[0], "…"));
    }
    const RhumbMapItem *item = rhumb_map_get_items (map, &n_items);
    for (guint32 i = 0; i < n_items; i++) {
        if (item[i].kind != RHUMB_NODE_PAPER)
            continue;
        n_papers++;
        g_test_message ("%s", item[i].name);
        g_assert_nonnull (strstr (legend->str, item[i].name));
    }
    g_assert_cmpuint (n_papers, >, 3);
    g_assert_null (strstr (legend->str, " more "));
}

static void
refuses_a_topic_that_is_not_there (void)
{
    g_autoptr (GError) error = NULL;
    g_assert_null (draw (shape.n_topics, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    g_assert_cmpstr (error->message, ==, "there is no topic 8, expected one below 8");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/nesting/what-was-left-or-above-stays-there",
                     what_was_left_or_above_stays_there);
    g_test_add_func ("/nesting/all-of-the-topic-is-drawn-in-its-colour",
                     all_of_the_topic_is_drawn_in_its_colour);
    g_test_add_func ("/nesting/titles-of-papers-are-words-that-cover-nothing",
                     titles_of_papers_are_words_that_cover_nothing);
    g_test_add_func ("/nesting/every-paper-is-listed-beside-the-map",
                     every_paper_is_listed_beside_the_map);
    g_test_add_func ("/nesting/refuses-a-topic-that-is-not-there",
                     refuses_a_topic_that_is_not_there);
    return g_test_run ();
}
