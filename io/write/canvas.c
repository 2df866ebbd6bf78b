/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Paints a map with cairo, through our own SVG and librsvg.
 *
 * The picture of a PDF or PNG file is thereby that of the SVG file, halos around words included.
 * Graphviz's own renderers are not used for them: they cannot draw a halo, and without one names
 * over links are hard to read.
 */
#include "io/write/canvas.h"

#include <librsvg/rsvg.h>

#include "graph/error.h"
#include "io/write/svg.h"

/* Turns what cairo returned into an error. */
gboolean
rhumb_canvas_check (cairo_status_t status, GError **error)
{
    if (status == CAIRO_STATUS_SUCCESS)
        return TRUE;
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIBRARY, "cairo: %s",
                 cairo_status_to_string (status));
    return FALSE;
}

/* rhumb_canvas_write: writes to a #RhumbCanvasSink, the first error of which is kept. */
cairo_status_t
rhumb_canvas_write (void *sink, const unsigned char *bytes, unsigned int length)
{
    RhumbCanvasSink *to = sink;
    if (to->error == NULL &&
        g_output_stream_write_all (to->stream, bytes, length, NULL, NULL, &to->error))
        return CAIRO_STATUS_SUCCESS;
    return CAIRO_STATUS_WRITE_ERROR;
}

/* Paints a map from the origin over its width and height, one unit a point. FALSE with
 * %RHUMB_ERROR_LIBRARY if librsvg or cairo refused. */
gboolean
rhumb_canvas_draw (const RhumbMap *map, cairo_t *cairo, GError **error)
{
    g_autoptr (GString) svg = rhumb_svg_from_map (map);
    g_autoptr (GInputStream) bytes =
        g_memory_input_stream_new_from_data (svg->str, (gssize)svg->len, NULL);
    g_autoptr (GError) cause = NULL;
    RsvgHandle *handle =
        rsvg_handle_new_from_stream_sync (bytes, NULL, RSVG_HANDLE_FLAG_UNLIMITED, NULL, &cause);
    g_autoptr (GObject) owner G_GNUC_UNUSED = (GObject *)handle;
    const RsvgRectangle page = {0, 0, rhumb_map_get_width (map), rhumb_map_get_height (map)};
    if (handle == NULL || !rsvg_handle_render_document (handle, cairo, &page, &cause)) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIBRARY, "librsvg: %s", cause->message);
        return FALSE;
    }
    return rhumb_canvas_check (cairo_status (cairo), error);
}
