/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How far a place is from the border of a cluster's land.
 *
 * Thousands of small discs along a border draw it: kept on the cells of a grid they would draw
 * steps where the map has a smooth line. The depth of a place is its distance from the outline as
 * it is drawn, positive inside; what another outline lies over is as deep as its distance from that
 * one, negative. Between the points of a grid the depth is bilinear, so lines of equal depth are as
 * smooth as the outline.
 * Method: distances to the sides of the outline within FARTHEST points, sides by an even-odd scan
 * of each row. Cost: clusters × cells of memory, 4 bytes each; time sides × cells within FARTHEST.
 */
#include "analytics/layout/shore.h"

#include <math.h>
#include <stdlib.h>

#include "analytics/layout/outline.h"
#include "graph/compare.h"

#define CELL 7.0
#define FARTHEST 70.0 /* no depth is more, inside or outside */
#define NEAR_ENOUGH 0.05
#define MOST_MOVES 4
/* Where the depth grows less than so much a point the way in is unknown: the middle of land. */
#define LEAST_SLOPE 0.2

struct _RhumbShore {
    RhumbBox frame;
    guint n_columns;
    guint n_rows;
    guint32 n_clusters;
    float *depth; /* cluster after cluster, row after row */
};

static RhumbPoint
point_of_grid (const RhumbShore *shore, gsize column, gsize row)
{
    return (RhumbPoint){shore->frame.left + CELL * (double)column,
                        shore->frame.top + CELL * (double)row};
}

static guint
clamp_index (double index, guint n)
{
    return index <= 0 ? 0 : MIN ((guint)index, n - 1);
}

static double
distance_to_side (RhumbPoint p, RhumbPoint a, RhumbPoint b)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double square = dx * dx + dy * dy;
    const double share = square > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / square : 0.0;
    const double on = CLAMP (share, 0.0, 1.0);
    return hypot (p.x - a.x - on * dx, p.y - a.y - on * dy);
}

/* Lowers the depths around a side of the outline to their distance from it. */
static void
approach_side (const RhumbShore *shore, float *depth, RhumbPoint a, RhumbPoint b)
{
    const double left = MIN (a.x, b.x) - FARTHEST - shore->frame.left;
    const double right = MAX (a.x, b.x) + FARTHEST - shore->frame.left;
    const double top = MIN (a.y, b.y) - FARTHEST - shore->frame.top;
    const double bottom = MAX (a.y, b.y) + FARTHEST - shore->frame.top;
    for (guint row = clamp_index (top / CELL, shore->n_rows);
         row <= clamp_index (bottom / CELL, shore->n_rows); row++) {
        for (guint column = clamp_index (left / CELL, shore->n_columns);
             column <= clamp_index (right / CELL, shore->n_columns); column++) {
            float *here = &depth[(gsize)row * shore->n_columns + column];
            *here = MIN (*here, (float)distance_to_side (point_of_grid (shore, column, row), a, b));
        }
    }
}

/* Makes depths outside of a polygon negative, row by row. @cut: room for as many numbers as it has
 * corners. */
static void
turn_outside (const RhumbShore *shore, float *depth, const RhumbPoint *point, gsize n_points,
              double *cut)
{
    for (guint row = 0; row < shore->n_rows; row++) {
        const double y = point_of_grid (shore, 0, row).y;
        gsize n_cuts = 0;
        for (gsize i = 0; i < n_points; i++) {
            const RhumbPoint a = point[i];
            const RhumbPoint b = point[(i + 1) % n_points];
            if ((a.y > y) != (b.y > y))
                cut[n_cuts++] = a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y);
        }
        qsort (cut, n_cuts, sizeof *cut, rhumb_compare_doubles);
        gsize passed = 0;
        for (guint column = 0; column < shore->n_columns; column++) {
            while (passed < n_cuts && cut[passed] <= point_of_grid (shore, column, row).x)
                passed++;
            if (passed % 2 == 0)
                depth[(gsize)row * shore->n_columns + column] *= -1;
        }
    }
}

static void
measure_depth (const RhumbShore *shore, const RhumbTerritories *land, guint32 cluster)
{
    const gsize n_cells = (gsize)shore->n_columns * shore->n_rows;
    float *depth = shore->depth + cluster * n_cells;
    gsize n_points;
    g_autofree RhumbPoint *border = rhumb_territories_trace (land, cluster, &n_points);
    for (gsize cell = 0; cell < n_cells; cell++)
        depth[cell] = border == NULL ? -(float)FARTHEST : (float)FARTHEST;
    if (border == NULL)
        return;
    guint32 n_segments;
    g_autofree double *outline =
        rhumb_outline_smooth (border, n_points, RHUMB_OUTLINE_CALM, &n_segments);
    g_autofree RhumbPoint *point = rhumb_outline_flatten (outline, n_segments, &n_points);
    for (gsize i = 0; i < n_points; i++)
        approach_side (shore, depth, point[i], point[(i + 1) % n_points]);
    g_autofree double *cut = g_new (double, n_points);
    turn_outside (shore, depth, point, n_points, cut);
}

/* What lies under the outline of another cluster is no land: an island, or a border that the two
 * outlines round differently. */
static void
give_way_to_others (const RhumbShore *shore)
{
    const gsize n_cells = (gsize)shore->n_columns * shore->n_rows;
    for (gsize cell = 0; cell < n_cells; cell++) {
        float deepest = -(float)FARTHEST;
        float second = -(float)FARTHEST;
        guint32 owner = 0;
        for (guint32 c = 0; c < shore->n_clusters; c++) {
            const float here = shore->depth[c * n_cells + cell];
            if (here > deepest) {
                second = deepest;
                deepest = here;
                owner = c;
            } else if (here > second) {
                second = here;
            }
        }
        for (guint32 c = 0; c < shore->n_clusters; c++) {
            float *here = &shore->depth[c * n_cells + cell];
            *here = MIN (*here, c == owner ? -second : -deepest);
        }
    }
}

/* Measures the depth of all land inside the frame. */
RhumbShore *
rhumb_shore_new (const RhumbTerritories *land, guint32 n_clusters, RhumbBox frame)
{
    RhumbShore *shore = g_new0 (RhumbShore, 1);
    shore->frame = frame;
    shore->n_columns = (guint)((frame.right - frame.left) / CELL) + 2;
    shore->n_rows = (guint)((frame.bottom - frame.top) / CELL) + 2;
    shore->n_clusters = n_clusters;
    shore->depth = g_new (float, MAX (n_clusters, 1) * (gsize)shore->n_columns * shore->n_rows);
    for (guint32 c = 0; c < n_clusters; c++)
        measure_depth (shore, land, c);
    give_way_to_others (shore);
    return shore;
}

void
rhumb_shore_free (RhumbShore *shore)
{
    if (shore == NULL)
        return;
    g_free (shore->depth);
    g_free (shore);
}

/* The depth at a place, and how much it grows a point to the right and down. */
static double
interpolate (const RhumbShore *shore, guint32 cluster, RhumbPoint place, RhumbPoint *slope)
{
    const double across = (place.x - shore->frame.left) / CELL;
    const double along = (place.y - shore->frame.top) / CELL;
    const guint column = clamp_index (across, shore->n_columns - 1);
    const guint row = clamp_index (along, shore->n_rows - 1);
    const double right = CLAMP (across - column, 0.0, 1.0);
    const double down = CLAMP (along - row, 0.0, 1.0);
    const float *d =
        shore->depth + (cluster * (gsize)shore->n_rows + row) * shore->n_columns + column;
    const double a = (double)d[0];
    const double b = (double)d[1];
    const double c = (double)d[shore->n_columns];
    const double e = (double)d[shore->n_columns + 1];
    *slope = (RhumbPoint){((b - a) * (1 - down) + (e - c) * down) / CELL,
                          ((c - a) * (1 - right) + (e - b) * right) / CELL};
    return (a * (1 - right) + b * right) * (1 - down) + (c * (1 - right) + e * right) * down;
}

/* How deep inside a cluster's land a place lies, in points; negative outside. */
double
rhumb_shore_get_depth (const RhumbShore *shore, guint32 cluster, RhumbPoint place)
{
    RhumbPoint slope;
    return interpolate (shore, cluster, place, &slope);
}

/* Moves a place that is less deep to about that depth, by the shortest way. FALSE where land is too
 * narrow or too far. */
gboolean
rhumb_shore_move_in (const RhumbShore *shore, guint32 cluster, double depth, RhumbPoint *place)
{
    RhumbPoint p = *place;
    RhumbPoint slope;
    double here = interpolate (shore, cluster, p, &slope);
    for (guint k = 0; k < MOST_MOVES && here < depth - NEAR_ENOUGH; k++) {
        const double square = slope.x * slope.x + slope.y * slope.y;
        if (square < LEAST_SLOPE * LEAST_SLOPE)
            return FALSE;
        p.x += (depth - here) * slope.x / square;
        p.y += (depth - here) * slope.y / square;
        here = interpolate (shore, cluster, p, &slope);
    }
    if (here < depth - 1.0)
        return FALSE;
    *place = p;
    return TRUE;
}
