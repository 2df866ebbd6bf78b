/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What must hold of every topic map, measured with the letters of a real font. */

#include "tests/analytics/layout/map-check.h"

#include <math.h>

#include "analytics/layout/outline.h"
#include "tests/analytics/layout/measure.h"

#define LEGEND 330

static void
check_no_words_overlap (const GArray *lines, const RhumbMapText *text)
{
    for (guint i = 0; i < lines->len; i++) {
        for (guint j = 0; j < i; j++) {
            const MeasuredLine a = g_array_index (lines, MeasuredLine, i);
            const MeasuredLine b = g_array_index (lines, MeasuredLine, j);
            if (a.text != b.text && rhumb_boxes_overlap (a.ink, b.ink, 0.0))
                g_error ("“%s” overlaps “%s”", text[a.text].lines[0], text[b.text].lines[0]);
        }
    }
}

static void
check_words_are_off_discs (const RhumbMap *map, const GArray *lines, const RhumbMapText *text)
{
    guint32 n;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n);
    for (guint i = 0; i < lines->len; i++) {
        const MeasuredLine line = g_array_index (lines, MeasuredLine, i);
        for (guint32 k = 0; k < n; k++) {
            const RhumbPoint centre = {item[k].x, item[k].y};
            if (rhumb_box_touches_disc (line.ink, centre, item[k].radius))
                g_error ("“%s” at %.1f … %.1f, %.1f … %.1f covers the disc of “%s” at %.1f, %.1f",
                         text[line.text].lines[0], line.ink.left, line.ink.right, line.ink.top,
                         line.ink.bottom, item[k].name, item[k].x, item[k].y);
        }
    }
}

static void
check_page_holds_all (const RhumbMap *map, const GArray *lines)
{
    const RhumbBox page = {0, 0, rhumb_map_get_width (map), rhumb_map_get_height (map)};
    for (guint i = 0; i < lines->len; i++)
        g_assert_true (rhumb_box_contains_box (page, g_array_index (lines, MeasuredLine, i).ink));
    guint32 n;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n);
    for (guint32 i = 0; i < n; i++) {
        const RhumbBox disc = rhumb_box_around ((RhumbPoint){item[i].x, item[i].y},
                                                2 * item[i].radius, 2 * item[i].radius);
        g_assert_true (rhumb_box_contains_box (page, disc));
    }
    const RhumbMapMark *mark = rhumb_map_get_marks (map, &n);
    for (guint32 i = 0; i < n; i++) {
        const gboolean is_disc = mark[i].kind == RHUMB_MAP_MARK_DISC;
        const double back = is_disc ? mark[i].width / 2 : 0.0;
        const RhumbBox box = {mark[i].x - back, mark[i].y - back, mark[i].x - back + mark[i].width,
                              mark[i].y - back + mark[i].height};
        g_assert_true (rhumb_box_contains_box (page, box));
    }
}

static double
luminance (guint32 colour)
{
    static const double share[] = {0.2126, 0.7152, 0.0722};
    double sum = 0.0;
    for (guint i = 0; i < 3; i++) {
        const double v = (colour >> (24 - 8 * i) & 0xff) / 255.0;
        sum += share[i] * (v <= 0.03928 ? v / 12.92 : pow ((v + 0.055) / 1.055, 2.4));
    }
    return sum;
}

static double
contrast (guint32 a, guint32 b)
{
    const double x = luminance (a) + 0.05;
    const double y = luminance (b) + 0.05;
    return MAX (x, y) / MIN (x, y);
}

static void
check_words_can_be_read (const RhumbMap *map)
{
    guint32 n;
    guint32 n_regions;
    const RhumbMapText *text = rhumb_map_get_texts (map, &n);
    const RhumbMapRegion *region = rhumb_map_get_regions (map, &n_regions);
    for (guint32 i = 0; i < n; i++) {
        g_assert_cmpfloat (text[i].size, >=, 9.0);
        g_assert_cmphex (text[i].colour & 0xff, ==, 0xff);
        g_assert_cmpfloat (contrast (text[i].colour, rhumb_map_get_paper_colour (map)), >=, 4.5);
        for (guint32 k = 0; text[i].role <= RHUMB_MAP_TEXT_TOPIC && k < n_regions; k++)
            g_assert_cmpfloat (contrast (text[i].colour, region[k].fill), >=, 4.5);
    }
}

/* One outline a cluster, on the map's side of the legend, around all discs of the cluster. */
static void
check_regions (const RhumbMap *map)
{
    guint32 n;
    guint32 n_items;
    const RhumbMapRegion *region = rhumb_map_get_regions (map, &n);
    const RhumbMapItem *item = rhumb_map_get_items (map, &n_items);
    g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
    for (guint32 r = 0; r < n; r++) {
        g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (region[r].cluster + 1)));
        gsize n_points;
        g_autofree RhumbPoint *point =
            rhumb_outline_flatten (region[r].outline, region[r].n_segments, &n_points);
        for (gsize i = 0; i < n_points; i++) {
            g_assert_cmpfloat (point[i].x, >=, 0);
            g_assert_cmpfloat (point[i].y, >=, 0);
            g_assert_cmpfloat (point[i].x, <=, rhumb_map_get_width (map) - LEGEND);
            g_assert_cmpfloat (point[i].y, <=, rhumb_map_get_height (map));
        }
        for (guint32 i = 0; i < n_items; i++) {
            const RhumbPoint centre = {item[i].x, item[i].y};
            if (item[i].cluster == region[r].cluster)
                g_assert_true (rhumb_polygon_contains (point, n_points, centre));
        }
    }
    for (guint32 i = 0; i < n_items; i++)
        g_assert_true (g_hash_table_contains (seen, GUINT_TO_POINTER (item[i].cluster + 1)));
}

void
check_map (const RhumbMap *map)
{
    guint32 n;
    const RhumbMapText *text = rhumb_map_get_texts (map, &n);
    g_autoptr (GArray) lines = measure_texts (map);
    check_no_words_overlap (lines, text);
    check_words_are_off_discs (map, lines, text);
    check_page_holds_all (map, lines);
    check_words_can_be_read (map);
    check_regions (map);
}
