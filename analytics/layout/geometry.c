/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The few questions about boxes, discs and polygons that decide whether words collide.
 *
 * Boxes are closed rectangles with sides along the page; polygons are closed by their first
 * point. Everything is O(1) or O(points).
 */
#include "analytics/layout/geometry.h"

RhumbBox
rhumb_box_around (RhumbPoint centre, double width, double height)
{
    return (RhumbBox){centre.x - width / 2, centre.y - height / 2, centre.x + width / 2,
                      centre.y + height / 2};
}

/* @margin: how far each side moves outward; negative shrinks. */
RhumbBox
rhumb_box_grown (RhumbBox box, double margin)
{
    return (RhumbBox){box.left - margin, box.top - margin, box.right + margin, box.bottom + margin};
}

/* Whether two boxes come nearer than @gap along both axes. */
gboolean
rhumb_boxes_overlap (RhumbBox a, RhumbBox b, double gap)
{
    return a.left < b.right + gap && b.left < a.right + gap && a.top < b.bottom + gap &&
           b.top < a.bottom + gap;
}

gboolean
rhumb_box_contains_box (RhumbBox outer, RhumbBox inner)
{
    return inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top &&
           inner.bottom <= outer.bottom;
}

/* Whether some point of the box is nearer to @centre than @radius. */
gboolean
rhumb_box_touches_disc (RhumbBox box, RhumbPoint centre, double radius)
{
    const double dx = MAX (MAX (box.left - centre.x, centre.x - box.right), 0.0);
    const double dy = MAX (MAX (box.top - centre.y, centre.y - box.bottom), 0.0);
    return dx * dx + dy * dy < radius * radius;
}

/* The area that a simple polygon encloses, never negative. */
double
rhumb_polygon_area (const RhumbPoint *point, gsize n_points)
{
    double twice = 0.0;
    for (gsize i = 0; i < n_points; i++) {
        const RhumbPoint a = point[i];
        const RhumbPoint b = point[(i + 1) % n_points];
        twice += a.x * b.y - b.x * a.y;
    }
    return ABS (twice) / 2;
}

/* By the parity of edges that a ray to the right crosses. */
gboolean
rhumb_polygon_contains (const RhumbPoint *point, gsize n_points, RhumbPoint place)
{
    gboolean inside = FALSE;
    for (gsize i = 0; i < n_points; i++) {
        const RhumbPoint a = point[i];
        const RhumbPoint b = point[(i + 1) % n_points];
        if ((a.y > place.y) == (b.y > place.y))
            continue;
        if (place.x < a.x + (b.x - a.x) * (place.y - a.y) / (b.y - a.y))
            inside = !inside;
    }
    return inside;
}
