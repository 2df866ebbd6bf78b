/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <cairo.h>

#include "graph/map.h"

G_BEGIN_DECLS

gboolean rhumb_canvas_draw (const RhumbMap *map, cairo_t *cairo, GError **error);
gboolean rhumb_canvas_check (cairo_status_t status, GError **error);

G_END_DECLS
