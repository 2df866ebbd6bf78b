/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What must hold of every topic map, measured with the letters of a real font.
 */
#include "tests/analytics/layout/map-check.h"

#include <math.h>

#include "analytics/layout/outline.h"
#include "tests/analytics/layout/measure.h"

#define LEGEND 330
#define SAMPLES 8
#define MOST_OUTSIDE 0.5

static char *
find_words_on_words (const GArray *lines, const RhumbMapText *text)
{
    for (guint i = 0; i < lines->len; i++) {
        for (guint j = 0; j < i; j++) {
            const MeasuredLine a = g_array_index (lines, MeasuredLine, i);
            const MeasuredLine b = g_array_index (lines, MeasuredLine, j);
            if (a.text != b.text && rhumb_boxes_overlap (a.ink, b.ink, 0.0))
                return g_strdup_printf ("words on words: “%s” and “%s”", text[a.text].lines[0],
                                        text[b.text].lines[0]);
        }
    }
    return NULL;
}

static char *
find_words_on_discs (const RhumbMap *map, const GArray *lines, const RhumbMapText *text)
{
    guint32 n;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n);
    for (guint i = 0; i < lines->len; i++) {
        const MeasuredLine line = g_array_index (lines, MeasuredLine, i);
        for (guint32 k = 0; k < n; k++) {
            const RhumbPoint centre = {item[k].x, item[k].y};
            if (rhumb_box_touches_disc (line.ink, centre, item[k].radius))
                return g_strdup_printf ("words on a disc: “%s” and “%s” at %.1f, %.1f",
                                        text[line.text].lines[0], item[k].name, item[k].x,
                                        item[k].y);
        }
    }
    return NULL;
}

static char *
find_discs_on_discs (const RhumbMap *map)
{
    guint32 n;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n);
    for (guint32 i = 0; i < n; i++) {
        for (guint32 k = 0; k < i; k++)
            if (hypot (item[i].x - item[k].x, item[i].y - item[k].y) <
                item[i].radius + item[k].radius)
                return g_strdup_printf ("a disc on a disc: “%s” and “%s” at %.1f, %.1f",
                                        item[i].name, item[k].name, item[i].x, item[i].y);
    }
    return NULL;
}

static RhumbBox
box_of_mark (const RhumbMapMark *mark)
{
    const double back = mark->kind == RHUMB_MAP_MARK_DISC ? mark->width / 2 : 0.0;
    return (RhumbBox){mark->x - back, mark->y - back, mark->x - back + mark->width,
                      mark->y - back + mark->height};
}

static char *
find_what_is_cut (const RhumbMap *map, const GArray *lines, const RhumbMapText *text)
{
    const RhumbBox page = {0, 0, rhumb_map_get_width (map), rhumb_map_get_height (map)};
    for (guint i = 0; i < lines->len; i++) {
        const MeasuredLine line = g_array_index (lines, MeasuredLine, i);
        if (!rhumb_box_contains_box (page, line.ink))
            return g_strdup_printf ("cut words: “%s”", text[line.text].lines[0]);
    }
    guint32 n;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n);
    for (guint32 i = 0; i < n; i++) {
        const RhumbBox disc = rhumb_box_around ((RhumbPoint){item[i].x, item[i].y},
                                                2 * item[i].radius, 2 * item[i].radius);
        if (!rhumb_box_contains_box (page, disc))
            return g_strdup_printf ("a cut disc: “%s”", item[i].name);
    }
    const RhumbMapMark *mark = rhumb_map_get_marks (map, &n);
    for (guint32 i = 0; i < n; i++) {
        if (!rhumb_box_contains_box (page, box_of_mark (&mark[i])))
            return g_strdup_printf ("a cut mark at %.1f, %.1f", mark[i].x, mark[i].y);
    }
    return NULL;
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

/* Letters are at least 9 dots high on a picture 1600 dots wide, and stand out from the paper; those
 * on the map from every region. */
static char *
find_what_is_hard_to_read (const RhumbMap *map)
{
    guint32 n;
    guint32 n_regions;
    const RhumbMapText *text = rhumb_map_get_texts (map, &n);
    const RhumbMapRegion *region = rhumb_map_get_regions (map, &n_regions);
    const guint32 paper = rhumb_map_get_paper_colour (map);
    for (guint32 i = 0; i < n; i++) {
        if (MIN (text[i].size, text[i].size * 1600 / rhumb_map_get_width (map)) < 9.0)
            return g_strdup_printf ("small letters: “%s”", text[i].lines[0]);
        if ((text[i].colour & 0xff) != 0xff || contrast (text[i].colour, paper) < 4.5)
            return g_strdup_printf ("pale letters: “%s”", text[i].lines[0]);
        for (guint32 k = 0; text[i].role <= RHUMB_MAP_TEXT_TOPIC && k < n_regions; k++)
            if (contrast (text[i].colour, region[k].fill) < 4.5)
                return g_strdup_printf ("pale letters: “%s” on “%s”", text[i].lines[0],
                                        region[k].name);
    }
    return NULL;
}

static RhumbPoint *
flatten (const RhumbMapRegion *region, gsize *n_points)
{
    return rhumb_outline_flatten (region->outline, region->n_segments, n_points);
}

static gboolean
is_beside_the_legend (const RhumbMap *map, const RhumbPoint *point, gsize n_points)
{
    for (gsize i = 0; i < n_points; i++) {
        if (!(point[i].x >= 0 && point[i].y >= 0 && point[i].y <= rhumb_map_get_height (map) &&
              point[i].x <= rhumb_map_get_width (map) - LEGEND))
            return FALSE;
    }
    return TRUE;
}

/* One outline a cluster, on the map's side of the legend, around all discs of the cluster. */
static char *
find_broken_region (const RhumbMap *map)
{
    guint32 n;
    guint32 n_items;
    const RhumbMapRegion *region = rhumb_map_get_regions (map, &n);
    const RhumbMapItem *item = rhumb_map_get_items (map, &n_items);
    g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
    for (guint32 r = 0; r < n; r++) {
        if (!g_hash_table_add (seen, GUINT_TO_POINTER (region[r].cluster + 1)))
            return g_strdup_printf ("a region in pieces: “%s”", region[r].name);
        gsize n_points;
        g_autofree RhumbPoint *point = flatten (&region[r], &n_points);
        if (!is_beside_the_legend (map, point, n_points))
            return g_strdup_printf ("a cut region: “%s”", region[r].name);
        for (guint32 i = 0; i < n_items; i++) {
            const RhumbPoint centre = {item[i].x, item[i].y};
            if (item[i].cluster == region[r].cluster &&
                !rhumb_polygon_contains (point, n_points, centre))
                return g_strdup_printf ("a disc off its region: “%s”", item[i].name);
        }
    }
    for (guint32 i = 0; i < n_items; i++) {
        if (!g_hash_table_contains (seen, GUINT_TO_POINTER (item[i].cluster + 1)))
            return g_strdup_printf ("a disc without a region: “%s”", item[i].name);
    }
    return NULL;
}

/* How far along the line between the ends of a link a point of its curve is. */
static double
place_along (const double *c, double t)
{
    const double u = 1 - t;
    const double weight[] = {u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t};
    double along = 0.0;
    for (guint k = 0; k < G_N_ELEMENTS (weight); k++)
        along +=
            weight[k] * ((c[2 * k] - c[0]) * (c[6] - c[0]) + (c[2 * k + 1] - c[1]) * (c[7] - c[1]));
    return along;
}

/* A link leads from one end to the other: it never turns back. */
static char *
find_winding_link (const RhumbMap *map)
{
    guint32 n;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n);
    const RhumbMapLink *link = rhumb_map_get_links (map, &n);
    for (guint32 e = 0; e < n; e++) {
        for (guint k = 0; k < SAMPLES; k++) {
            if (place_along (link[e].curve, (double)k / SAMPLES) >
                place_along (link[e].curve, (k + 1.0) / SAMPLES))
                return g_strdup_printf ("a winding link: “%s” to “%s”", item[link[e].from].name,
                                        item[link[e].to].name);
        }
    }
    return NULL;
}

/* The share of a box outside of a polygon, at SAMPLES × SAMPLES points. */
static double
share_outside (RhumbBox box, const RhumbPoint *point, gsize n_points)
{
    guint n_outside = 0;
    for (guint k = 0; k < SAMPLES * SAMPLES; k++) {
        const double across = (k % SAMPLES + 0.5) / SAMPLES;
        const double along = ((guint)(k / SAMPLES) + 0.5) / SAMPLES;
        const RhumbPoint p = {box.left + (box.right - box.left) * across,
                              box.top + (box.bottom - box.top) * along};
        n_outside += !rhumb_polygon_contains (point, n_points, p);
    }
    return n_outside / (double)(SAMPLES * SAMPLES);
}

/* Most of each line of a topic's name is on the topic's land. */
static char *
find_topic_called_elsewhere (const RhumbMap *map, const GArray *lines, const RhumbMapText *text)
{
    guint32 n;
    const RhumbMapRegion *region = rhumb_map_get_regions (map, &n);
    for (guint32 r = 0; r < n; r++) {
        gsize n_points;
        g_autofree RhumbPoint *point = flatten (&region[r], &n_points);
        for (guint i = 0; i < lines->len; i++) {
            const MeasuredLine line = g_array_index (lines, MeasuredLine, i);
            const RhumbMapText *words = &text[line.text];
            if (words->role == RHUMB_MAP_TEXT_TOPIC && words->owner == region[r].cluster &&
                share_outside (line.ink, point, n_points) > MOST_OUTSIDE)
                return g_strdup_printf ("a topic called elsewhere: “%s”", words->lines[0]);
        }
    }
    return NULL;
}

char *
find_fault (const RhumbMap *map)
{
    guint32 n;
    const RhumbMapText *text = rhumb_map_get_texts (map, &n);
    g_autoptr (GArray) lines = measure_texts (map);
    char *fault = find_words_on_words (lines, text);
    fault = fault != NULL ? fault : find_discs_on_discs (map);
    fault = fault != NULL ? fault : find_words_on_discs (map, lines, text);
    fault = fault != NULL ? fault : find_what_is_cut (map, lines, text);
    fault = fault != NULL ? fault : find_what_is_hard_to_read (map);
    fault = fault != NULL ? fault : find_winding_link (map);
    fault = fault != NULL ? fault : find_broken_region (map);
    return fault != NULL ? fault : find_topic_called_elsewhere (map, lines, text);
}

void
check_map (const RhumbMap *map)
{
    g_autofree char *fault = find_fault (map);
    g_assert_cmpstr (fault, ==, NULL);
}

double
measure_words_off_land (const RhumbMap *map)
{
    guint32 n;
    guint32 n_regions;
    const RhumbMapText *text = rhumb_map_get_texts (map, &n);
    const RhumbMapItem *item = rhumb_map_get_items (map, &n);
    const RhumbMapRegion *region = rhumb_map_get_regions (map, &n_regions);
    g_autoptr (GArray) lines = measure_texts (map);
    double area = 0.0;
    double outside = 0.0;
    for (guint32 r = 0; r < n_regions; r++) {
        gsize n_points;
        g_autofree RhumbPoint *point = flatten (&region[r], &n_points);
        for (guint i = 0; i < lines->len; i++) {
            const MeasuredLine line = g_array_index (lines, MeasuredLine, i);
            const RhumbMapText *words = &text[line.text];
            if (words->role != RHUMB_MAP_TEXT_LABEL ||
                item[words->owner].cluster != region[r].cluster)
                continue;
            const double size = (line.ink.right - line.ink.left) * (line.ink.bottom - line.ink.top);
            area += size;
            outside += size * share_outside (line.ink, point, n_points);
        }
    }
    return area > 0 ? outside / area : 0.0;
}
