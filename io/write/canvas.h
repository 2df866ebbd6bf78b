/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "graph/map.h"

G_BEGIN_DECLS

/* Where cairo's bytes go, and what went wrong there. */
typedef struct {
    GOutputStream *stream;
    GError *error;
} RhumbCanvasSink;

cairo_status_t rhumb_canvas_write (void *sink, const unsigned char *bytes, unsigned int length);
gboolean rhumb_canvas_draw (const RhumbMap *map, cairo_t *cairo, GError **error);
gboolean rhumb_canvas_check (cairo_status_t status, GError **error);

G_END_DECLS
