/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What must hold of every diagram, measured with the letters of a real font.
 */
#include "tests/analytics/layout/page-check.h"

#include "analytics/layout/colour.h"
#include "tests/analytics/layout/measure.h"

/* Letters on a picture 1600 dots wide are at least 9 dots high. */
static void
check_letters (const RhumbMap *map)
{
    guint32 n;
    const RhumbMapText *text = rhumb_map_get_texts (map, &n);
    g_assert_cmpuint (n, >, 2);
    for (guint32 i = 0; i < n; i++) {
        g_assert_cmpfloat (text[i].size * 1600 / rhumb_map_get_width (map), >=, 9);
        g_assert_cmpfloat (text[i].size, >=, 9);
        g_assert_cmpfloat (rhumb_colour_contrast (text[i].colour, rhumb_map_get_paper_colour (map)),
                           >=, 4.5);
    }
}

void
check_page (const RhumbMap *map)
{
    g_autoptr (GArray) lines = measure_texts (map);
    const RhumbBox page = {0, 0, rhumb_map_get_width (map), rhumb_map_get_height (map)};
    check_letters (map);
    for (guint i = 0; i < lines->len; i++) {
        const MeasuredLine *line = &g_array_index (lines, MeasuredLine, i);
        g_assert_true (rhumb_box_contains_box (page, line->ink));
        for (guint k = 0; k < i; k++)
            g_assert_false (
                rhumb_boxes_overlap (line->ink, g_array_index (lines, MeasuredLine, k).ink, 0));
    }
}

void
check_discs (const RhumbMap *map)
{
    guint32 n;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n);
    g_autoptr (GArray) lines = measure_texts (map);
    g_assert_cmpuint (n, >, 0);
    for (guint i = 0; i < lines->len; i++) {
        for (guint32 k = 0; k < n; k++)
            g_assert_false (rhumb_box_touches_disc (g_array_index (lines, MeasuredLine, i).ink,
                                                    (RhumbPoint){item[k].x, item[k].y},
                                                    item[k].radius));
    }
}
