/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A map holds copies, in order, and nothing that a drawing program could not draw.
 */
#include <math.h>
#include <string.h>

#include "graph/error.h"
#include "graph/map.h"

typedef struct {
    double width;
    RhumbMapRegion region;
    double outline[8];
    RhumbMapLink link;
    RhumbMapMark mark;
    RhumbMapItem item;
    RhumbMapText text;
} Parts;

static void
fill_parts (Parts *parts)
{
    static const char *const LINES[] = {"first line", "second line", NULL};
    *parts = (Parts){
        .width = 400,
        .region = {.cluster = 0, .name = "maps", .fill = 0x11223344, .n_segments = 1},
        .outline = {1, 2, 3, 4, 5, 6, 1, 2},
        .link =
            {.from = 0, .to = 1, .strength = 0.5, .curve = {1, 2, 3, 4, 5, 6, 7, 8}, .width = 1},
        .mark = {.kind = RHUMB_MAP_MARK_BOX, .x = 1, .y = 2, .width = 3, .height = 4},
        .item = {.id = "concept:maps",
                 .kind = RHUMB_NODE_CONCEPT,
                 .x = 10,
                 .y = 20,
                 .radius = 5,
                 .weight = 2,
                 .score = 0.5,
                 .name = "maps",
                 .tooltip = "maps\n2 papers"},
        .text = {.role = RHUMB_MAP_TEXT_LABEL,
                 .owner = 1,
                 .lines = LINES,
                 .x = 10,
                 .y = 20,
                 .size = 9,
                 .leading = 11},
    };
}

static RhumbMap *
build (Parts *parts, GError **error)
{
    g_autoptr (RhumbMapBuilder) builder =
        rhumb_map_builder_new (parts->width, 300, 0xffffffff, "Title", "A sentence.");
    parts->region.outline = parts->outline;
    rhumb_map_builder_add_link (builder, &parts->link);
    rhumb_map_builder_add_region (builder, &parts->region);
    rhumb_map_builder_add_mark (builder, &parts->mark);
    g_assert_cmpuint (rhumb_map_builder_add_item (builder, &parts->item), ==, 0);
    g_assert_cmpuint (rhumb_map_builder_add_item (builder, &parts->item), ==, 1);
    rhumb_map_builder_add_text (builder, &parts->text);
    return rhumb_map_builder_freeze (builder, error);
}

static void
a_map_holds_copies (void)
{
    Parts parts;
    fill_parts (&parts);
    char name[] = "changing";
    const char *lines[] = {name, NULL};
    parts.item.name = parts.region.name = name;
    parts.text.lines = lines;
    g_autoptr (RhumbMap) map = build (&parts, NULL);
    memset (name, 'X', strlen (name));
    lines[0] = NULL;
    parts.outline[0] = 99;
    guint32 n = 0;
    g_assert_cmpstr (rhumb_map_get_items (map, &n)[1].name, ==, "changing");
    g_assert_cmpuint (n, ==, 2);
    g_assert_null (rhumb_map_get_items (map, &n)[0].url);
    g_assert_cmpstr (rhumb_map_get_regions (map, &n)->name, ==, "changing");
    g_assert_cmpfloat (rhumb_map_get_regions (map, &n)->outline[0], ==, 1);
    g_assert_cmpuint (n, ==, 1);
    g_assert_cmpstr (rhumb_map_get_texts (map, &n)->lines[0], ==, "changing");
    g_assert_null (rhumb_map_get_texts (map, &n)->lines[1]);
}

static void
everything_added_is_there (void)
{
    Parts parts;
    fill_parts (&parts);
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbMap) map = build (&parts, &error);
    g_assert_no_error (error);
    guint32 n = 0;
    g_assert_cmpfloat (rhumb_map_get_width (map), ==, 400);
    g_assert_cmpfloat (rhumb_map_get_height (map), ==, 300);
    g_assert_cmphex (rhumb_map_get_paper_colour (map), ==, 0xffffffff);
    g_assert_cmpstr (rhumb_map_get_title (map), ==, "Title");
    g_assert_cmpstr (rhumb_map_get_description (map), ==, "A sentence.");
    g_assert_cmpfloat (rhumb_map_get_links (map, &n)->curve[7], ==, 8);
    g_assert_cmpuint (n, ==, 1);
    g_assert_cmpfloat (rhumb_map_get_marks (map, &n)->height, ==, 4);
    g_assert_cmpuint (n, ==, 1);
    g_assert_cmpstr (rhumb_map_get_texts (map, &n)->lines[1], ==, "second line");
    g_assert_cmpuint (n, ==, 1);
}

static void
an_empty_page_is_a_map (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbMapBuilder) builder = rhumb_map_builder_new (1, 1, 0, "", "");
    g_autoptr (RhumbMap) map = rhumb_map_builder_freeze (builder, &error);
    g_assert_no_error (error);
    guint32 n = 1;
    rhumb_map_get_items (map, &n);
    g_assert_cmpuint (n, ==, 0);
}

static void
assert_refused (Parts *parts)
{
    g_autoptr (GError) error = NULL;
    g_assert_null (build (parts, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
}

static void
a_region_of_no_cluster_is_refused (void)
{
    Parts parts;
    fill_parts (&parts);
    parts.region.cluster = RHUMB_NONE;
    assert_refused (&parts);
}

/* Every number of every part in turn. */
static void
numbers_that_cannot_be_drawn_are_refused (void)
{
    static const double BAD[] = {NAN, INFINITY, -INFINITY, 1.0000001e6, -1e300};
    static const gsize PLACES[] = {
        offsetof (Parts, width),
        offsetof (Parts, region.stroke_width),
        offsetof (Parts, outline),
        offsetof (Parts, outline) + 7 * sizeof (double),
        offsetof (Parts, link.curve),
        offsetof (Parts, link.curve) + 7 * sizeof (double),
        offsetof (Parts, link.width),
        offsetof (Parts, mark.x),
        offsetof (Parts, mark.y),
        offsetof (Parts, mark.width),
        offsetof (Parts, mark.height),
        offsetof (Parts, mark.stroke_width),
        offsetof (Parts, item.x),
        offsetof (Parts, item.y),
        offsetof (Parts, item.radius),
        offsetof (Parts, item.stroke_width),
        offsetof (Parts, text.x),
        offsetof (Parts, text.y),
        offsetof (Parts, text.size),
        offsetof (Parts, text.leading),
        offsetof (Parts, text.letter_spacing),
        offsetof (Parts, text.halo),
    };
    for (gsize place = 0; place < G_N_ELEMENTS (PLACES); place++) {
        for (gsize i = 0; i < G_N_ELEMENTS (BAD); i++) {
            Parts parts;
            fill_parts (&parts);
            memcpy ((char *)&parts + PLACES[place], &BAD[i], sizeof (double));
            assert_refused (&parts);
        }
    }
}

/* These are not places on the page: they may be large, but must be numbers. */
static void
weights_must_be_finite (void)
{
    static const gsize PLACES[] = {offsetof (Parts, link.strength), offsetof (Parts, item.weight),
                                   offsetof (Parts, item.score)};
    static const double BAD[] = {NAN, INFINITY};
    static const double LARGE = 1e12;
    for (gsize place = 0; place < G_N_ELEMENTS (PLACES); place++) {
        Parts parts;
        for (gsize i = 0; i < G_N_ELEMENTS (BAD); i++) {
            fill_parts (&parts);
            memcpy ((char *)&parts + PLACES[place], &BAD[i], sizeof (double));
            assert_refused (&parts);
        }
        fill_parts (&parts);
        memcpy ((char *)&parts + PLACES[place], &LARGE, sizeof (double));
        g_autoptr (RhumbMap) map = build (&parts, NULL);
        g_assert_nonnull (map);
    }
}

static void
links_and_labels_of_nothing_are_refused (void)
{
    Parts parts;
    fill_parts (&parts);
    parts.link.to = 2;
    assert_refused (&parts);
    fill_parts (&parts);
    parts.link.from = G_MAXUINT32;
    assert_refused (&parts);
    fill_parts (&parts);
    parts.text.owner = 2;
    assert_refused (&parts);
    parts.text.role = RHUMB_MAP_TEXT_FOOTER;
    g_autoptr (RhumbMap) map = build (&parts, NULL);
    g_assert_nonnull (map);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/map/a-map-holds-copies", a_map_holds_copies);
    g_test_add_func ("/map/everything-added-is-there", everything_added_is_there);
    g_test_add_func ("/map/an-empty-page-is-a-map", an_empty_page_is_a_map);
    g_test_add_func ("/map/numbers-that-cannot-be-drawn-are-refused",
                     numbers_that_cannot_be_drawn_are_refused);
    g_test_add_func ("/map/weights-must-be-finite", weights_must_be_finite);
    g_test_add_func ("/map/links-and-labels-of-nothing-are-refused",
                     links_and_labels_of_nothing_are_refused);
    g_test_add_func ("/map/a-region-of-no-cluster-is-refused", a_region_of_no_cluster_is_refused);
    return g_test_run ();
}
