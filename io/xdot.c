/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Spells what lies below and around a map's nodes in xdot, Graphviz's drawing language.
 *
 * Graphviz has no word for a territory or a legend; it paints the attribute _background as it is.
 * Page, outlines, marks and the words that name no node go there. The page comes first and spans
 * the drawing, which keeps the coordinates of everything else. y grows upward there.
 */
#include "io/xdot.h"

#include "io/escape.h"
#include "io/write/decimal.h"

/* A share of the font size that is a fair mean width of letters; only read for bounding boxes,
 * which must not outgrow the page. */
#define MEAN_LETTER 0.55

typedef struct {
    GString *out;
    double width;
    double height;
} Pen;

static void
put_colour (const Pen *pen, char operation, guint32 colour)
{
    g_string_append_printf (pen->out, "%c 9 -#%08x ", operation, colour);
}

static void
put_point (const Pen *pen, double x, double y)
{
    rhumb_append_decimal (pen->out, x, 1);
    g_string_append_c (pen->out, ' ');
    rhumb_append_decimal (pen->out, pen->height - y, 1);
    g_string_append_c (pen->out, ' ');
}

static void
put_line_width (const Pen *pen, double width)
{
    g_autoptr (GString) style = g_string_new ("setlinewidth(");
    rhumb_append_decimal (style, width, 2);
    g_string_append_c (style, ')');
    g_string_append (pen->out, "S ");
    rhumb_escape_xdot (pen->out, style->str);
    g_string_append_c (pen->out, ' ');
}

static void
put_box (const Pen *pen, gboolean is_filled, double x, double y, double width, double height)
{
    g_string_append (pen->out, is_filled ? "P 4 " : "p 4 ");
    put_point (pen, x, y);
    put_point (pen, x + width, y);
    put_point (pen, x + width, y + height);
    put_point (pen, x, y + height);
}

static void
put_region (const Pen *pen, const RhumbMapRegion *region)
{
    put_line_width (pen, region->stroke_width);
    put_colour (pen, 'c', region->stroke);
    put_colour (pen, 'C', region->fill);
    g_string_append_printf (pen->out, "b %u ", 1 + 3 * region->n_segments);
    for (gsize i = 0; i < 1 + 3 * (gsize)region->n_segments; i++)
        put_point (pen, region->outline[2 * i], region->outline[2 * i + 1]);
}

static void
put_mark (const Pen *pen, const RhumbMapMark *mark)
{
    put_line_width (pen, mark->stroke == 0 ? 0.5 : mark->stroke_width);
    put_colour (pen, 'c', mark->stroke == 0 ? mark->fill : mark->stroke);
    if (mark->fill != 0)
        put_colour (pen, 'C', mark->fill);
    switch (mark->kind) {
    case RHUMB_MAP_MARK_BOX:
        put_box (pen, mark->fill != 0, mark->x, mark->y, mark->width, mark->height);
        break;
    case RHUMB_MAP_MARK_DISC:
        g_string_append (pen->out, mark->fill != 0 ? "E " : "e ");
        put_point (pen, mark->x, mark->y);
        rhumb_append_decimal (pen->out, mark->width / 2, 1);
        g_string_append_c (pen->out, ' ');
        rhumb_append_decimal (pen->out, mark->height / 2, 1);
        g_string_append_c (pen->out, ' ');
        break;
    case RHUMB_MAP_MARK_LINE:
        g_string_append (pen->out, "L 2 ");
        put_point (pen, mark->x, mark->y);
        put_point (pen, mark->x + mark->width, mark->y + mark->height);
        break;
    }
}

static void
put_words (const Pen *pen, const RhumbMapText *text)
{
    static const int justification[] = {-1, 0, 1};
    put_colour (pen, 'c', text->colour);
    g_string_append (pen->out, "F ");
    rhumb_append_decimal (pen->out, text->size, 1);
    g_string_append_c (pen->out, ' ');
    rhumb_escape_xdot (pen->out, text->bold ? "Helvetica-Bold" : "Arial");
    g_string_append_c (pen->out, ' ');
    for (guint i = 0; text->lines[i] != NULL; i++) {
        const double n_letters = (double)g_utf8_strlen (text->lines[i], -1);
        const double width = MIN (MEAN_LETTER * text->size * n_letters, pen->width - text->x);
        g_string_append (pen->out, "T ");
        put_point (pen, text->x, text->y + i * text->leading);
        g_string_append_printf (pen->out, "%d ", justification[text->anchor]);
        rhumb_append_decimal (pen->out, width, 1);
        g_string_append_c (pen->out, ' ');
        rhumb_escape_xdot (pen->out, text->lines[i]);
        g_string_append_c (pen->out, ' ');
    }
}

static gboolean
names_something (const RhumbMapText *text)
{
    return text->role == RHUMB_MAP_TEXT_LABEL || text->role == RHUMB_MAP_TEXT_TOPIC;
}

/* Appends page, territories, marks and the words around the map. */
void
rhumb_xdot_append (GString *out, const RhumbMap *map)
{
    const Pen pen = {out, rhumb_map_get_width (map), rhumb_map_get_height (map)};
    guint32 n;
    if ((rhumb_map_get_paper_colour (map) & 0xff) != 0) {
        put_colour (&pen, 'c', rhumb_map_get_paper_colour (map));
        put_colour (&pen, 'C', rhumb_map_get_paper_colour (map));
        put_box (&pen, TRUE, 0, 0, rhumb_map_get_width (map), rhumb_map_get_height (map));
    }
    const RhumbMapRegion *region = rhumb_map_get_regions (map, &n);
    for (guint32 i = 0; i < n; i++)
        put_region (&pen, &region[i]);
    const RhumbMapMark *mark = rhumb_map_get_marks (map, &n);
    for (guint32 i = 0; i < n; i++)
        put_mark (&pen, &mark[i]);
    const RhumbMapText *text = rhumb_map_get_texts (map, &n);
    for (guint32 i = 0; i < n; i++) {
        if (!names_something (&text[i]))
            put_words (&pen, &text[i]);
    }
}
