/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Makes a calm closed curve of a jagged outline.
 *
 * A territory's border should carry no detail that the data do not have. The polygon is sampled
 * at even distances, its corners are cut twice (G. Chaikin, An algorithm for high-speed curve
 * generation, CGIP 3 (1974), doi:10.1016/0146-664X(74)90028-8), it is sampled once more, wider,
 * and a Catmull-Rom spline through the samples is written as cubic Bézier segments.
 * Cost: linear in length / step.
 */
#include "analytics/layout/outline.h"

#include <math.h>

#define MIN_POINTS 8
#define CUTS 2
#define WIDER 1.45
#define PIECES 8

static double
distance (RhumbPoint a, RhumbPoint b)
{
    return hypot (a.x - b.x, a.y - b.y);
}

static RhumbPoint
between (RhumbPoint a, RhumbPoint b, double share)
{
    return (RhumbPoint){a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

static GArray *
sample_evenly (const RhumbPoint *point, gsize n_points, double step)
{
    double length = 0.0;
    for (gsize i = 0; i < n_points; i++)
        length += distance (point[i], point[(i + 1) % n_points]);
    const gsize n_samples = MAX ((gsize)(length / step), MIN_POINTS);
    GArray *samples = g_array_sized_new (FALSE, FALSE, sizeof (RhumbPoint), (guint)n_samples);
    gsize side = 0;
    double passed = 0.0;
    for (gsize k = 0; k < n_samples; k++) {
        const double wanted = length * (double)k / (double)n_samples;
        double side_length = distance (point[side], point[(side + 1) % n_points]);
        while (side + 1 < n_points && passed + side_length < wanted) {
            passed += side_length;
            side++;
            side_length = distance (point[side], point[(side + 1) % n_points]);
        }
        const double share = side_length > 0 ? MIN ((wanted - passed) / side_length, 1.0) : 0.0;
        const RhumbPoint sample = between (point[side], point[(side + 1) % n_points], share);
        g_array_append_val (samples, sample);
    }
    return samples;
}

static GArray *
cut_corners (const GArray *points)
{
    GArray *result = g_array_sized_new (FALSE, FALSE, sizeof (RhumbPoint), 2 * points->len);
    for (guint i = 0; i < points->len; i++) {
        const RhumbPoint a = g_array_index (points, RhumbPoint, i);
        const RhumbPoint b = g_array_index (points, RhumbPoint, (i + 1) % points->len);
        const RhumbPoint cut[] = {between (a, b, 0.25), between (a, b, 0.75)};
        g_array_append_vals (result, cut, 2);
    }
    return result;
}

static void
write_segment (double *target, const RhumbPoint *p, gsize n, gsize i)
{
    const RhumbPoint before = p[(i + n - 1) % n];
    const RhumbPoint from = p[i];
    const RhumbPoint to = p[(i + 1) % n];
    const RhumbPoint after = p[(i + 2) % n];
    target[0] = from.x + (to.x - before.x) / 6;
    target[1] = from.y + (to.y - before.y) / 6;
    target[2] = to.x - (after.x - from.x) / 6;
    target[3] = to.y - (after.y - from.y) / 6;
    target[4] = to.x;
    target[5] = to.y;
}

/* Turns a polygon of at least 3 corners into a smooth closed curve: 2 + 6 × @n_segments numbers in
 * the form of #RhumbMapRegion. @step: distance of samples before corners are cut; larger is calmer.
 */
double *
rhumb_outline_smooth (const RhumbPoint *point, gsize n_points, double step, guint32 *n_segments)
{
    g_autoptr (GArray) points = sample_evenly (point, n_points, step);
    for (guint i = 0; i < CUTS; i++) {
        GArray *cut = cut_corners (points);
        g_array_unref (points);
        points = cut;
    }
    g_autoptr (GArray) knots =
        sample_evenly (&g_array_index (points, RhumbPoint, 0), points->len, step * WIDER);
    const RhumbPoint *knot = &g_array_index (knots, RhumbPoint, 0);
    double *outline = g_new (double, 2 + 6 * (gsize)knots->len);
    outline[0] = knot[0].x;
    outline[1] = knot[0].y;
    for (guint i = 0; i < knots->len; i++)
        write_segment (outline + 2 + 6 * (gsize)i, knot, knots->len, i);
    *n_segments = knots->len;
    return outline;
}

/* A closed Bézier curve of 2 + 6 × @n_segments numbers as a polygon with eight sides a segment. */
RhumbPoint *
rhumb_outline_flatten (const double *outline, guint32 n_segments, gsize *n_points)
{
    RhumbPoint *point = g_new (RhumbPoint, (gsize)n_segments * PIECES);
    for (gsize s = 0; s < n_segments; s++) {
        const double *p = outline + 6 * s;
        for (guint k = 0; k < PIECES; k++) {
            const double t = (double)k / PIECES;
            const double u = 1 - t;
            const double b[] = {u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t};
            point[s * PIECES + k].x = b[0] * p[0] + b[1] * p[2] + b[2] * p[4] + b[3] * p[6];
            point[s * PIECES + k].y = b[0] * p[1] + b[1] * p[3] + b[2] * p[5] + b[3] * p[7];
        }
    }
    *n_points = (gsize)n_segments * PIECES;
    return point;
}
