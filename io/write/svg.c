/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Writes a map as Scalable Vector Graphics 1.1.
 *
 * The picture is complete in itself: real text in common fonts, tooltips as title elements, names
 * and roles for screen readers, no script, no style sheet from elsewhere. Each disc carries the id
 * of its node and its topic as classes, so a page can style or find it. Links lead only to
 * http and https. Coordinates have one decimal.
 */
#include "io/write/svg.h"

#include "io/escape.h"
#include "io/write/decimal.h"

#define FONTS "Helvetica Neue, Helvetica, Arial, Liberation Sans, sans-serif"

static void
append_number (GString *out, const char *name, double value, guint n_digits)
{
    g_string_append_printf (out, " %s=\"", name);
    rhumb_append_decimal (out, value, n_digits);
    g_string_append_c (out, '"');
}

static void
append_words (GString *out, const char *name, const char *words)
{
    g_string_append_printf (out, " %s=\"", name);
    rhumb_escape_xml (out, words);
    g_string_append_c (out, '"');
}

/* 0 means no colour at all; an opacity is only written where it is not 1. */
static void
append_colour (GString *out, const char *name, guint32 colour)
{
    if (colour == 0) {
        g_string_append_printf (out, " %s=\"none\"", name);
        return;
    }
    g_string_append_printf (out, " %s=\"#%06x\"", name, colour >> 8);
    if ((colour & 0xff) == 0xff)
        return;
    g_autofree char *opacity = g_strconcat (name, "-opacity", NULL);
    append_number (out, opacity, (colour & 0xff) / 255.0, 2);
}

static void
append_points (GString *out, const double *number, gsize n)
{
    for (gsize i = 0; i < n; i++) {
        if (i > 0)
            g_string_append_c (out, ' ');
        rhumb_append_decimal (out, number[i], 1);
    }
}

static void
append_regions (GString *out, const RhumbMap *map)
{
    guint32 n;
    const RhumbMapRegion *region = rhumb_map_get_regions (map, &n);
    g_string_append (out, "<g class=\"topics\" stroke-linejoin=\"round\">\n");
    for (guint32 i = 0; i < n; i++) {
        g_string_append_printf (out, "<path id=\"topic-%u\" class=\"topic topic-%u\"",
                                region[i].cluster, region[i].cluster);
        append_colour (out, "fill", region[i].fill);
        append_colour (out, "stroke", region[i].stroke);
        append_number (out, "stroke-width", region[i].stroke_width, 2);
        g_string_append (out, " d=\"M");
        append_points (out, region[i].outline, 2);
        g_string_append_c (out, 'C');
        append_points (out, region[i].outline + 2, 6 * (gsize)region[i].n_segments);
        g_string_append (out, "Z\"><title>");
        rhumb_escape_xml (out, region[i].name);
        g_string_append (out, "</title></path>\n");
    }
    g_string_append (out, "</g>\n");
}

static void
append_links (GString *out, const RhumbMap *map)
{
    guint32 n;
    const RhumbMapLink *link = rhumb_map_get_links (map, &n);
    g_string_append (out, "<g class=\"links\" fill=\"none\">\n");
    for (guint32 i = 0; i < n; i++) {
        g_string_append (out, "<path");
        append_colour (out, "stroke", link[i].colour);
        append_number (out, "stroke-width", link[i].width, 2);
        g_string_append (out, " d=\"M");
        append_points (out, link[i].curve, 2);
        g_string_append_c (out, 'C');
        append_points (out, link[i].curve + 2, 6);
        g_string_append (out, "\"/>\n");
    }
    g_string_append (out, "</g>\n");
}

static void
append_mark_shape (GString *out, const RhumbMapMark *mark)
{
    switch (mark->kind) {
    case RHUMB_MAP_MARK_BOX:
        g_string_append (out, "<rect rx=\"4\"");
        append_number (out, "x", mark->x, 1);
        append_number (out, "y", mark->y, 1);
        append_number (out, "width", mark->width, 1);
        append_number (out, "height", mark->height, 1);
        break;
    case RHUMB_MAP_MARK_DISC:
        g_string_append (out, "<circle");
        append_number (out, "cx", mark->x, 1);
        append_number (out, "cy", mark->y, 1);
        append_number (out, "r", mark->width / 2, 1);
        break;
    case RHUMB_MAP_MARK_LINE:
        g_string_append (out, "<line");
        append_number (out, "x1", mark->x, 1);
        append_number (out, "y1", mark->y, 1);
        append_number (out, "x2", mark->x + mark->width, 1);
        append_number (out, "y2", mark->y + mark->height, 1);
        break;
    }
}

static void
append_marks (GString *out, const RhumbMap *map)
{
    guint32 n;
    const RhumbMapMark *mark = rhumb_map_get_marks (map, &n);
    g_string_append (out, "<g class=\"marks\" aria-hidden=\"true\">\n");
    for (guint32 i = 0; i < n; i++) {
        append_mark_shape (out, &mark[i]);
        append_colour (out, "fill", mark[i].fill);
        append_colour (out, "stroke", mark[i].stroke);
        if (mark[i].stroke != 0)
            append_number (out, "stroke-width", mark[i].stroke_width, 2);
        g_string_append (out, "/>\n");
    }
    g_string_append (out, "</g>\n");
}

static void
append_item (GString *out, const RhumbMapItem *item, guint32 number)
{
    g_autoptr (GString) url = g_string_new (NULL);
    const gboolean has_url = item->url != NULL && rhumb_escape_url (url, item->url);
    if (has_url)
        append_words (g_string_append (out, "<a"), "href", url->str);
    g_string_append (out, has_url ? ">" : "");
    g_string_append_printf (out, "<circle id=\"n%u\" class=\"%s topic-%u\"", number,
                            rhumb_node_kind_get_name (item->kind), item->cluster);
    append_words (out, "data-id", item->id);
    append_words (out, "aria-label", item->name);
    append_number (out, "cx", item->x, 1);
    append_number (out, "cy", item->y, 1);
    append_number (out, "r", item->radius, 1);
    append_colour (out, "fill", item->fill);
    append_colour (out, "stroke", item->stroke);
    append_number (out, "stroke-width", item->stroke_width, 2);
    g_string_append (out, "><title>");
    rhumb_escape_xml (out, item->tooltip == NULL ? item->name : item->tooltip);
    g_string_append (out, has_url ? "</title></circle></a>\n" : "</title></circle>\n");
}

static void
append_items (GString *out, const RhumbMap *map)
{
    guint32 n;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n);
    g_string_append (out, "<g class=\"nodes\">\n");
    for (guint32 i = 0; i < n; i++)
        append_item (out, &item[i], i);
    g_string_append (out, "</g>\n");
}

static void
append_text_style (GString *out, const RhumbMapText *text, guint32 paper)
{
    static const char *const role[] = {"label",    "name",   "term",  "title",
                                       "subtitle", "legend", "footer"};
    static const char *const anchor[] = {"start", "middle", "end"};
    g_string_append_printf (out, "<text class=\"%s\"", role[text->role]);
    append_number (out, "font-size", text->size, 1);
    append_colour (out, "fill", text->colour);
    if (text->bold)
        g_string_append (out, " font-weight=\"700\"");
    if (text->anchor != RHUMB_MAP_ANCHOR_START)
        append_words (out, "text-anchor", anchor[text->anchor]);
    if (text->letter_spacing != 0)
        append_number (out, "letter-spacing", text->letter_spacing, 2);
    if (text->halo > 0) {
        append_colour (out, "stroke", (paper & 0xffffff00u) | 0xd9);
        append_number (out, "stroke-width", text->halo, 1);
        g_string_append (out, " stroke-linejoin=\"round\" paint-order=\"stroke\"");
    }
}

static void
append_text (GString *out, const RhumbMapText *text, guint32 paper)
{
    append_text_style (out, text, paper);
    const guint n_lines = g_strv_length ((char **)text->lines);
    if (n_lines == 1) {
        append_number (out, "x", text->x, 1);
        append_number (out, "y", text->y, 1);
    }
    g_string_append_c (out, '>');
    for (guint i = 0; i < n_lines; i++) {
        if (n_lines > 1) {
            g_string_append (out, "<tspan");
            append_number (out, "x", text->x, 1);
            append_number (out, "y", text->y + i * text->leading, 1);
            g_string_append_c (out, '>');
        }
        rhumb_escape_xml (out, text->lines[i]);
        if (n_lines > 1)
            g_string_append (out, i + 1 < n_lines ? " </tspan>" : "</tspan>");
    }
    g_string_append (out, "</text>\n");
}

static void
append_texts (GString *out, const RhumbMap *map)
{
    guint32 n;
    const RhumbMapText *text = rhumb_map_get_texts (map, &n);
    g_string_append (out, "<g class=\"words\">\n");
    for (guint32 i = 0; i < n; i++)
        append_text (out, &text[i], rhumb_map_get_paper_colour (map));
    g_string_append (out, "</g>\n");
}

static void
append_head (GString *out, const RhumbMap *map)
{
    const char *title = rhumb_map_get_title (map);
    const char *description = rhumb_map_get_description (map);
    g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
    append_number (out, "width", rhumb_map_get_width (map), 1);
    append_number (out, "height", rhumb_map_get_height (map), 1);
    g_string_append (out, " viewBox=\"0 0 ");
    rhumb_append_decimal (out, rhumb_map_get_width (map), 1);
    g_string_append_c (out, ' ');
    rhumb_append_decimal (out, rhumb_map_get_height (map), 1);
    g_string_append (out, "\" font-family=\"" FONTS "\"");
    append_words (out, "aria-label", title == NULL ? "" : title);
    g_string_append (out, ">\n<title>");
    rhumb_escape_xml (out, title == NULL ? "" : title);
    g_string_append (out, "</title>\n<desc>");
    rhumb_escape_xml (out, description == NULL ? "" : description);
    g_string_append (out, "</desc>\n");
    const guint32 paper = rhumb_map_get_paper_colour (map);
    if ((paper & 0xff) == 0)
        return;
    g_string_append (out, "<rect width=\"100%\" height=\"100%\"");
    append_colour (out, "fill", paper);
    g_string_append (out, "/>\n");
}

GString *
rhumb_svg_from_map (const RhumbMap *map)
{
    GString *out = g_string_new (NULL);
    append_head (out, map);
    append_regions (out, map);
    append_marks (out, map);
    append_links (out, map);
    append_items (out, map);
    append_texts (out, map);
    g_string_append (out, "</svg>\n");
    return out;
}

static gboolean
write_svg (const RhumbMap *map, GOutputStream *stream, GError **error)
{
    g_autoptr (GString) svg = rhumb_svg_from_map (map);
    return g_output_stream_write_all (stream, svg->str, svg->len, NULL, NULL, error);
}

static const char *const suffixes[] = {"svg", NULL};

const RhumbFormat rhumb_format_svg = {
    .name = "svg",
    .suffixes = suffixes,
    .summary = "drawing with real text and tooltips (Scalable Vector Graphics)",
    .write_map = write_svg,
};
