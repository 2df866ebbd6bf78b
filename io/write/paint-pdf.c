/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Paints a map as a Portable Document Format page with real text.
 *
 * The same map gives the same bytes: the dates in the file are not the time of writing but
 * SOURCE_DATE_EPOCH if the environment sets it (seconds since 1970), else the first second of
 * 2000. Fonts are embedded from this machine, so bytes are the same where fonts are.
 */
#include "io/write/paint.h"

#include <cairo-pdf.h>

#include "io/escape.h"
#include "io/write/canvas.h"

#define FIRST_SECOND_OF_2000 946684800

static void
set_metadata (cairo_surface_t *surface, const RhumbMap *map)
{
    gint64 seconds = FIRST_SECOND_OF_2000;
    const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
    if (epoch != NULL && !g_ascii_string_to_signed (epoch, 10, 0, 253402300799, &seconds, NULL))
        seconds = FIRST_SECOND_OF_2000;
    g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (seconds);
    g_autofree char *written = g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ");
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, written);
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, written);
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "rhumb");
    if (rhumb_map_get_title (map) == NULL)
        return;
    g_autofree char *title = rhumb_escape_plain (rhumb_map_get_title (map));
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
}

gboolean
rhumb_paint_pdf (const RhumbMap *map, GOutputStream *stream, GError **error)
{
    RhumbCanvasSink sink = {stream, NULL};
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
        rhumb_canvas_write, &sink, rhumb_map_get_width (map), rhumb_map_get_height (map));
    set_metadata (surface, map);
    cairo_t *cairo = cairo_create (surface);
    gboolean done = rhumb_canvas_draw (map, cairo, error);
    cairo_destroy (cairo);
    cairo_surface_finish (surface);
    const cairo_status_t status = cairo_surface_status (surface);
    cairo_surface_destroy (surface);
    if (done && sink.error != NULL) {
        g_propagate_error (error, g_steal_pointer (&sink.error));
        return FALSE;
    }
    g_clear_error (&sink.error);
    return done && rhumb_canvas_check (status, error);
}
