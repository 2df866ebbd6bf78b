/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Measures the words of a map with the letters of a real font.
 */
#include "tests/analytics/layout/measure.h"

#include <pango/pangocairo.h>

#define FONT "Liberation Sans"

/* The box that the ink of a line covers. */
static RhumbBox
measure_line (PangoContext *context, const RhumbMapText *text, guint i)
{
    PangoLayout *layout = pango_layout_new (context);
    PangoFontDescription *font = pango_font_description_from_string (FONT);
    pango_font_description_set_absolute_size (font, text->size * PANGO_SCALE);
    pango_font_description_set_weight (font, text->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description (layout, font);
    pango_font_description_free (font);
    pango_layout_set_text (layout, text->lines[i], -1);
    PangoAttrList *attributes = pango_attr_list_new ();
    pango_attr_list_insert (attributes,
                            pango_attr_letter_spacing_new ((int)(text->letter_spacing * 1024)));
    pango_layout_set_attributes (layout, attributes);
    pango_attr_list_unref (attributes);
    PangoRectangle ink;
    PangoRectangle logical;
    pango_layout_get_extents (layout, &ink, &logical);
    const double unit = PANGO_SCALE;
    const double below = pango_layout_get_baseline (layout) / unit;
    g_object_unref (layout);
    const double width = logical.width / unit;
    const double start = text->anchor == RHUMB_MAP_ANCHOR_START    ? text->x
                         : text->anchor == RHUMB_MAP_ANCHOR_MIDDLE ? text->x - width / 2
                                                                   : text->x - width;
    const double top = text->y + i * text->leading - below;
    return (RhumbBox){start + ink.x / unit, top + ink.y / unit, start + (ink.x + ink.width) / unit,
                      top + (ink.y + ink.height) / unit};
}

GArray *
measure_texts (const RhumbMap *map)
{
    cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
    cairo_t *cairo = cairo_create (surface);
    PangoContext *context = pango_cairo_create_context (cairo);
    cairo_font_options_t *options = cairo_font_options_create ();
    cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
    pango_cairo_context_set_font_options (context, options);
    pango_context_set_round_glyph_positions (context, FALSE);
    cairo_font_options_destroy (options);
    GArray *lines = g_array_new (FALSE, FALSE, sizeof (MeasuredLine));
    guint32 n;
    const RhumbMapText *text = rhumb_map_get_texts (map, &n);
    for (guint32 t = 0; t < n; t++) {
        for (guint i = 0; text[t].lines[i] != NULL; i++) {
            const MeasuredLine line = {measure_line (context, &text[t], i), t};
            g_array_append_val (lines, line);
        }
    }
    g_object_unref (context);
    cairo_destroy (cairo);
    cairo_surface_destroy (surface);
    return lines;
}
