/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The check of maps can fail: of a map without a fault one thing at a time is changed.
 */
#include "analytics/layout/topic-map.h"
#include "tests/analytics/layout/map-check.h"
#include "tests/analytics/layout/sample.h"

static const SampleShape shape = {.n_papers = 70, .n_topics = 8, .n_concepts = 24};

/* What of a map is given to others instead. */
typedef struct {
    const char *fault; /* how the fault begins that must be found */
    void (*change_text) (RhumbMapText *text, const RhumbMapText *first, const RhumbMapItem *item);
    void (*change_item) (RhumbMapItem *item);
    gboolean doubles_region;
    gboolean leaves_out_region;
} Mutation;

static RhumbMap *
draw (void)
{
    g_auto (Sample) sample = {0};
    sample_make (&sample, &shape);
    g_autoptr (GError) error = NULL;
    RhumbMap *map = rhumb_draw_topics (sample.topics, sample.ranking, NULL, &error);
    g_assert_no_error (error);
    return map;
}

static void
copy_regions (const RhumbMap *map, const Mutation *mutation, RhumbMapBuilder *builder)
{
    guint32 n;
    const RhumbMapRegion *region = rhumb_map_get_regions (map, &n);
    for (guint32 i = 0; i < n; i++) {
        if (i > 0 || !mutation->leaves_out_region)
            rhumb_map_builder_add_region (builder, &region[i]);
        if (i == 0 && mutation->doubles_region)
            rhumb_map_builder_add_region (builder, &region[i]);
    }
}

/* The second label is the one that is changed, and the last disc. */
static RhumbMap *
mutate (const RhumbMap *map, const Mutation *mutation)
{
    guint32 n, n_items;
    g_autoptr (RhumbMapBuilder) builder =
        rhumb_map_builder_new (rhumb_map_get_width (map), rhumb_map_get_height (map),
                               rhumb_map_get_paper_colour (map), "map", "a changed map");
    copy_regions (map, mutation, builder);
    const RhumbMapItem *item = rhumb_map_get_items (map, &n_items);
    for (guint32 i = 0; i < n_items; i++) {
        RhumbMapItem changed = item[i];
        if (i + 1 == n_items && mutation->change_item != NULL)
            mutation->change_item (&changed);
        rhumb_map_builder_add_item (builder, &changed);
    }
    const RhumbMapText *text = rhumb_map_get_texts (map, &n);
    const RhumbMapText *first = NULL;
    guint n_labels = 0;
    for (guint32 i = 0; i < n; i++) {
        RhumbMapText changed = text[i];
        n_labels += text[i].role == RHUMB_MAP_TEXT_LABEL;
        if (text[i].role == RHUMB_MAP_TEXT_LABEL && n_labels == 1)
            first = &text[i];
        else if (text[i].role == RHUMB_MAP_TEXT_LABEL && n_labels == 2 &&
                 mutation->change_text != NULL)
            mutation->change_text (&changed, first, item);
        rhumb_map_builder_add_text (builder, &changed);
    }
    g_autoptr (GError) error = NULL;
    RhumbMap *mutant = rhumb_map_builder_freeze (builder, &error);
    g_assert_no_error (error);
    return mutant;
}

static void
put_on_words (RhumbMapText *text, const RhumbMapText *first, const RhumbMapItem *item)
{
    (void)item;
    text->x = first->x;
    text->y = first->y;
}

/* One letter, so that it meets no other words there. */
static void
put_on_disc (RhumbMapText *text, const RhumbMapText *first, const RhumbMapItem *item)
{
    static const char *const LETTER[] = {"o", NULL};
    (void)first;
    text->lines = LETTER;
    text->x = item[text->owner].x;
    text->y = item[text->owner].y;
}

static void
put_over_the_edge (RhumbMapText *text, const RhumbMapText *first, const RhumbMapItem *item)
{
    (void)first;
    (void)item;
    text->x = 3;
    text->y = 1084; /* below all that is on the map */
}

static void
make_small (RhumbMapText *text, const RhumbMapText *first, const RhumbMapItem *item)
{
    (void)first;
    (void)item;
    text->size = 8.9;
}

static void
make_pale (RhumbMapText *text, const RhumbMapText *first, const RhumbMapItem *item)
{
    (void)first;
    (void)item;
    text->colour = 0x9a9a9aff;
}

static void
make_transparent (RhumbMapText *text, const RhumbMapText *first, const RhumbMapItem *item)
{
    (void)first;
    (void)item;
    text->colour = (text->colour & 0xffffff00u) | 0x80;
}

/* The name of a topic on the land of another. */
static void
call_another_topic (RhumbMapText *text, const RhumbMapText *first, const RhumbMapItem *item)
{
    (void)first;
    text->role = RHUMB_MAP_TEXT_TOPIC;
    text->owner = item[text->owner].cluster == 0 ? 1 : 0;
}

static void
put_in_the_corner (RhumbMapItem *item)
{
    item->x = 8;
    item->y = 1000;
    item->radius = 3;
}

static void
make_huge (RhumbMapItem *item)
{
    item->radius = 300;
}

static void
cut_by_the_edge (RhumbMapItem *item)
{
    item->x = 1;
    item->y = 1000;
    item->radius = 3;
}

static void
every_change_for_the_worse_is_found (void)
{
    static const Mutation mutation[] = {
        {.fault = NULL},
        {.fault = "words on words", .change_text = put_on_words},
        {.fault = "words on a disc", .change_text = put_on_disc},
        {.fault = "cut words", .change_text = put_over_the_edge},
        {.fault = "small letters", .change_text = make_small},
        {.fault = "pale letters", .change_text = make_pale},
        {.fault = "pale letters", .change_text = make_transparent},
        {.fault = "a topic called elsewhere", .change_text = call_another_topic},
        {.fault = "a disc on a disc", .change_item = make_huge},
        {.fault = "a disc off its region", .change_item = put_in_the_corner},
        {.fault = "a cut disc", .change_item = cut_by_the_edge},
        {.fault = "a region in pieces", .doubles_region = TRUE},
        {.fault = "a disc without a region", .leaves_out_region = TRUE},
    };
    g_autoptr (RhumbMap) map = draw ();
    for (guint i = 0; i < G_N_ELEMENTS (mutation); i++) {
        g_autoptr (RhumbMap) mutant = mutate (map, &mutation[i]);
        g_autofree char *fault = find_fault (mutant);
        g_test_message ("expected: %s, found: %s", mutation[i].fault, fault);
        if (mutation[i].fault == NULL)
            g_assert_null (fault);
        else
            g_assert_true (fault != NULL && g_str_has_prefix (fault, mutation[i].fault));
    }
}

static void
move_far_off (RhumbMapText *text, const RhumbMapText *first, const RhumbMapItem *item)
{
    (void)first;
    (void)item;
    text->x = 600;
    text->y = 20;
}

static void
words_off_their_land_are_measured (void)
{
    const Mutation none = {0};
    const Mutation moved = {.change_text = move_far_off};
    g_autoptr (RhumbMap) map = draw ();
    g_autoptr (RhumbMap) same = mutate (map, &none);
    g_autoptr (RhumbMap) mutant = mutate (map, &moved);
    g_assert_cmpfloat (measure_words_off_land (same), ==, measure_words_off_land (map));
    g_assert_cmpfloat (measure_words_off_land (mutant), >, measure_words_off_land (map));
    g_assert_cmpfloat (measure_words_off_land (mutant), <=, 1);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/map-check/every-change-for-the-worse-is-found",
                     every_change_for_the_worse_is_found);
    g_test_add_func ("/map-check/words-off-their-land-are-measured",
                     words_off_their_land_are_measured);
    return g_test_run ();
}
