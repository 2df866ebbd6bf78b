/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Finds the line along which a field on a grid changes its sign.
 *
 * Turns "where is this topic strongest" into an outline that can be drawn. Source: marching
 * squares, the plane case of W. E. Lorensen and H. E. Cline, Marching cubes, SIGGRAPH 1987,
 * doi:10.1145/37401.37422. Every grid edge whose ends differ in sign carries one point, placed by
 * linear interpolation; each square links the points on its sides so that the positive side lies
 * to one hand, hence every point has exactly one successor and loops close by themselves. Where
 * two positive corners meet only diagonally they are kept apart.
 * Cost: linear in the grid.
 */
#include "analytics/layout/contour.h"

/* Sides of a square. */
enum { TOP, RIGHT, BOTTOM, LEFT, NO_SIDE };

/* From and to side for each pattern of positive corners: 1 top left, 2 top right, 4 bottom right,
 * 8 bottom left. */
static const guint8 crossing[16][4] = {
    {NO_SIDE, NO_SIDE, NO_SIDE, NO_SIDE}, {LEFT, TOP, NO_SIDE, NO_SIDE},
    {TOP, RIGHT, NO_SIDE, NO_SIDE},       {LEFT, RIGHT, NO_SIDE, NO_SIDE},
    {RIGHT, BOTTOM, NO_SIDE, NO_SIDE},    {LEFT, TOP, RIGHT, BOTTOM},
    {TOP, BOTTOM, NO_SIDE, NO_SIDE},      {LEFT, BOTTOM, NO_SIDE, NO_SIDE},
    {BOTTOM, LEFT, NO_SIDE, NO_SIDE},     {BOTTOM, TOP, NO_SIDE, NO_SIDE},
    {TOP, RIGHT, BOTTOM, LEFT},           {BOTTOM, RIGHT, NO_SIDE, NO_SIDE},
    {RIGHT, LEFT, NO_SIDE, NO_SIDE},      {RIGHT, TOP, NO_SIDE, NO_SIDE},
    {TOP, LEFT, NO_SIDE, NO_SIDE},        {NO_SIDE, NO_SIDE, NO_SIDE, NO_SIDE},
};

typedef struct {
    const double *field;
    guint n_columns;
    guint n_rows;
    gsize n_cells;
    /* Successor of the point on each grid edge: first all level edges, then all upright ones. */
    gsize *next;
} Grid;

static gsize
edge_of_side (const Grid *grid, gsize cell, guint side)
{
    switch (side) {
    case TOP:
        return cell;
    case BOTTOM:
        return cell + grid->n_columns;
    case LEFT:
        return grid->n_cells + cell;
    default:
        return grid->n_cells + cell + 1;
    }
}

static guint
pattern_of_square (const Grid *grid, gsize cell)
{
    const double *f = grid->field + cell;
    return (f[0] > 0 ? 1u : 0u) | (f[1] > 0 ? 2u : 0u) | (f[grid->n_columns + 1] > 0 ? 4u : 0u) |
           (f[grid->n_columns] > 0 ? 8u : 0u);
}

static void
link_points (Grid *grid)
{
    for (gsize edge = 0; edge < 2 * grid->n_cells; edge++)
        grid->next[edge] = G_MAXSIZE;
    for (guint row = 0; row + 1 < grid->n_rows; row++) {
        for (guint column = 0; column + 1 < grid->n_columns; column++) {
            const gsize cell = (gsize)row * grid->n_columns + column;
            const guint8 *sides = crossing[pattern_of_square (grid, cell)];
            for (guint k = 0; k < 4 && sides[k] != NO_SIDE; k += 2)
                grid->next[edge_of_side (grid, cell, sides[k])] =
                    edge_of_side (grid, cell, sides[k + 1]);
        }
    }
}

static RhumbPoint
point_on_edge (const Grid *grid, gsize edge)
{
    const gboolean upright = edge >= grid->n_cells;
    const gsize cell = upright ? edge - grid->n_cells : edge;
    const double a = grid->field[cell];
    const double b = grid->field[cell + (upright ? grid->n_columns : 1)];
    const double share = a / (a - b);
    const double column = (double)(cell % grid->n_columns);
    const double row = (double)(cell / grid->n_columns);
    return (RhumbPoint){column + (upright ? 0.0 : share), row + (upright ? share : 0.0)};
}

/* Follows and consumes the loop through an edge. */
static GArray *
take_loop (Grid *grid, gsize edge)
{
    GArray *loop = g_array_new (FALSE, FALSE, sizeof (RhumbPoint));
    while (grid->next[edge] != G_MAXSIZE) {
        const RhumbPoint point = point_on_edge (grid, edge);
        g_array_append_val (loop, point);
        const gsize following = grid->next[edge];
        grid->next[edge] = G_MAXSIZE;
        edge = following;
    }
    return loop;
}

/* Traces all closed lines along which a field changes its sign. Walking along one, the positive
 * side lies to the left as the page is seen: around an area the signed area of the polygon with y
 * downward is negative, around a hole positive. @field: n_columns × n_rows finite values, row after
 * row; the outermost ring must not be positive. Returns for each line its #RhumbPoint in units of
 * the grid, in the order of the grid. */
GPtrArray *
rhumb_contours (const double *field, guint n_columns, guint n_rows)
{
    const gsize n_cells = (gsize)n_columns * n_rows;
    g_autofree gsize *next = g_new (gsize, 2 * n_cells);
    Grid grid = {field, n_columns, n_rows, n_cells, next};
    link_points (&grid);
    GPtrArray *loops = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
    for (gsize edge = 0; edge < 2 * n_cells; edge++) {
        if (next[edge] != G_MAXSIZE)
            g_ptr_array_add (loops, take_loop (&grid, edge));
    }
    return loops;
}

/* Traces the closed line around the largest area in which a field is positive; holes in it are
 * passed over. @field: as for rhumb_contours(). Returns the outline in units of the grid, %NULL
 * where the field is positive nowhere. */
RhumbPoint *
rhumb_contour (const double *field, guint n_columns, guint n_rows, gsize *n_points)
{
    g_autoptr (GPtrArray) loops = rhumb_contours (field, n_columns, n_rows);
    GArray *best = NULL;
    double best_area = -1.0;
    for (guint i = 0; i < loops->len; i++) {
        GArray *loop = g_ptr_array_index (loops, i);
        const double area = rhumb_polygon_area (&g_array_index (loop, RhumbPoint, 0), loop->len);
        if (area > best_area) {
            best_area = area;
            best = loop;
        }
    }
    *n_points = 0;
    return best == NULL ? NULL : (RhumbPoint *)g_array_steal (best, n_points);
}
