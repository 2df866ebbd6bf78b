/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Paints a map as Portable Network Graphics, two pixels a point.
 *
 * Twice the width of the page (3200 pixels by default) is sharp on dense screens and in print at
 * the width of a column. Letters are those of the fonts on this machine that stand for Helvetica.
 * Cost: four bytes a pixel.
 */
#include "io/write/paint.h"

#include "graph/set-error.h"
#include "io/write/canvas.h"

#define POINTS_AN_INCH 72.0
#define MOST_PIXELS 32000

static gboolean
write_surface (cairo_surface_t *surface, GOutputStream *stream, GError **error)
{
    RhumbCanvasSink sink = {stream, NULL};
    const cairo_status_t status =
        cairo_surface_write_to_png_stream (surface, rhumb_canvas_write, &sink);
    if (sink.error != NULL) {
        g_propagate_error (error, sink.error);
        return FALSE;
    }
    return rhumb_canvas_check (status, error);
}

gboolean
rhumb_paint_png (const RhumbMap *map, GOutputStream *stream, GError **error)
{
    const double scale = rhumb_map_get_dpi (map) / POINTS_AN_INCH;
    const double width = rhumb_map_get_width (map) * scale;
    const double height = rhumb_map_get_height (map) * scale;
    if (width > MOST_PIXELS || height > MOST_PIXELS) {
        rhumb_set_error (error, RHUMB_ERROR_LIMIT,
                         "the picture is %.0f × %.0f pixels, expected at most %d a side", width,
                         height, MOST_PIXELS);
        return FALSE;
    }
    const gboolean is_transparent = (rhumb_map_get_paper_colour (map) & 0xff) == 0;
    cairo_surface_t *surface =
        cairo_image_surface_create (is_transparent ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24,
                                    (int)(width + 0.5), (int)(height + 0.5));
    cairo_t *cairo = cairo_create (surface);
    cairo_scale (cairo, scale, scale);
    const gboolean done =
        rhumb_canvas_draw (map, cairo, error) && write_surface (surface, stream, error);
    cairo_destroy (cairo);
    cairo_surface_destroy (surface);
    return done;
}
