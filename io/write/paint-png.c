/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Paints a map as Portable Network Graphics, two pixels a point.
 *
 * Twice the width of the page (3200 pixels by default) is sharp on dense screens and in print at
 * the width of a column. Letters are those of the fonts on this machine that stand for Helvetica.
 * The file says how many pixels a metre has, which cairo leaves out: programs that lay out text
 * take a picture for its size, and journals ask for it.
 * Cost: four bytes a pixel.
 */
#include "io/write/paint.h"

#include <string.h>
#include <zlib.h>

#include "graph/set-error.h"
#include "io/write/canvas.h"

#define POINTS_AN_INCH 72.0
#define INCHES_A_METRE (1 / 0.0254)
#define MOST_PIXELS 32000
/* The signature and the chunk IHDR, after which others may come (PNG, third edition, W3C 2025,
 * 5.6). */
#define HEAD 33
#define BODY 9 /* of the chunk pHYs */

typedef struct {
    RhumbCanvasSink sink;
    guint32 pixels_a_metre;
    guint64 n_written;
} Resolved;

static void
put_big_endian (guint8 *at, guint32 value)
{
    const guint32 turned = GUINT32_TO_BE (value);
    memcpy (at, &turned, sizeof turned);
}

/* The chunk pHYs: pixels a metre across and down. */
static cairo_status_t
write_resolution (Resolved *to)
{
    guint8 chunk[8 + BODY + 4] = "\0\0\0\0pHYs";
    put_big_endian (chunk, BODY);
    put_big_endian (chunk + 8, to->pixels_a_metre);
    put_big_endian (chunk + 12, to->pixels_a_metre);
    chunk[16] = 1; /* the unit is the metre */
    put_big_endian (chunk + 8 + BODY, (guint32)crc32 (0, chunk + 4, 4 + BODY));
    return rhumb_canvas_write (&to->sink, chunk, sizeof chunk);
}

static cairo_status_t
write_resolved (void *data, const unsigned char *bytes, unsigned int length)
{
    Resolved *to = data;
    const guint64 before = to->n_written;
    to->n_written += length;
    if (before >= HEAD || to->n_written < HEAD)
        return rhumb_canvas_write (&to->sink, bytes, length);
    const unsigned int head = (unsigned int)(HEAD - before);
    cairo_status_t status = rhumb_canvas_write (&to->sink, bytes, head);
    status = status == CAIRO_STATUS_SUCCESS ? write_resolution (to) : status;
    return status == CAIRO_STATUS_SUCCESS
               ? rhumb_canvas_write (&to->sink, bytes + head, length - head)
               : status;
}

static gboolean
write_surface (cairo_surface_t *surface, double dpi, GOutputStream *stream, GError **error)
{
    Resolved to = {.sink = {stream, NULL}, .pixels_a_metre = (guint32)(dpi * INCHES_A_METRE + 0.5)};
    const cairo_status_t status = cairo_surface_write_to_png_stream (surface, write_resolved, &to);
    if (to.sink.error != NULL) {
        g_propagate_error (error, to.sink.error);
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
    const gboolean done = rhumb_canvas_draw (map, cairo, error) &&
                          write_surface (surface, rhumb_map_get_dpi (map), stream, error);
    cairo_destroy (cairo);
    cairo_surface_destroy (surface);
    return done;
}
