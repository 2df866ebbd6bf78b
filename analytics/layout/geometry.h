/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to layout: points and boxes of the page, in points, y downward. */

typedef struct {
    double x;
    double y;
} RhumbPoint;

typedef struct {
    double left;
    double top;
    double right;
    double bottom;
} RhumbBox;

RhumbBox rhumb_box_around (RhumbPoint centre, double width, double height);
RhumbBox rhumb_box_grown (RhumbBox box, double margin);
gboolean rhumb_boxes_overlap (RhumbBox a, RhumbBox b, double gap);
gboolean rhumb_box_contains_box (RhumbBox outer, RhumbBox inner);
gboolean rhumb_box_touches_disc (RhumbBox box, RhumbPoint centre, double radius);
double rhumb_polygon_area (const RhumbPoint *point, gsize n_points);
gboolean rhumb_polygon_contains (const RhumbPoint *point, gsize n_points, RhumbPoint place);

G_END_DECLS
