/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Finds the narrow arms of a land.
 *
 * A reader takes the land of a topic in at a glance where it is one body; an arm that reaches
 * between two other lands is read as a part of these. What a disc of a radius that grows with the
 * land covers while it moves about inside of it is its body, the opening of mathematical morphology
 * (J. Serra, Image Analysis and Mathematical Morphology, 1982); what is left of the land and
 * reaches farther from the body than LENGTH radii is an arm, unless it is a bridge between two
 * bodies that each hold enough. Bodies that hold little are the ends of arms and go with them.
 * Method: distances on the grid by two sweeps over it, which also tell the nearest cell (G.
 * Borgefors, Distance transformations in digital images, CVGIP 34 (1986),
 * doi:10.1016/S0734-189X(86)80047-0). Cost: linear in cells.
 */
#include "analytics/layout/arms.h"

#include <math.h>

#include "graph/corpus.h"

/* The radius of the disc: its share of that of a round land as large. */
#define BREADTH 0.35
#define LENGTH 0.8
/* What a body of its own holds of all. */
#define LEAST_BODY 0.2
#define FAR 1e9

typedef struct {
    guint n_columns;
    guint n_rows;
    gsize n_cells;
} Grid;

static void
try_step (const Grid *grid, gsize here, int right, int down, double *far, guint32 *nearest)
{
    const int column = (int)(here % grid->n_columns) + right;
    const int row = (int)(here / grid->n_columns) + down;
    if (column < 0 || row < 0 || column >= (int)grid->n_columns || row >= (int)grid->n_rows)
        return;
    const gsize from = (gsize)row * grid->n_columns + (gsize)column;
    const double length = right != 0 && down != 0 ? M_SQRT2 : 1.0;
    if (far[from] + length < far[here]) {
        far[here] = far[from] + length;
        nearest[here] = nearest[from];
    }
}

/* For each cell how far it is from the cells that are marked, and which of them is nearest. */
static double *
measure_distances (const Grid *grid, const guint8 *is_marked, guint32 *nearest)
{
    double *far = g_new (double, grid->n_cells);
    for (gsize cell = 0; cell < grid->n_cells; cell++) {
        far[cell] = is_marked[cell] ? 0.0 : FAR;
        nearest[cell] = (guint32)cell;
    }
    for (gsize cell = 0; cell < grid->n_cells; cell++) {
        try_step (grid, cell, -1, 0, far, nearest);
        for (int right = -1; right <= 1; right++)
            try_step (grid, cell, right, -1, far, nearest);
    }
    for (gsize cell = grid->n_cells; cell-- > 0;) {
        try_step (grid, cell, 1, 0, far, nearest);
        for (int right = -1; right <= 1; right++)
            try_step (grid, cell, right, 1, far, nearest);
    }
    return far;
}

/* Numbers the parts in which the marked cells hang together; RHUMB_NONE elsewhere. */
static guint32
number_parts (const Grid *grid, const guint8 *is_marked, guint32 *part)
{
    g_autofree gsize *queue = g_new (gsize, grid->n_cells);
    guint32 n_parts = 0;
    for (gsize cell = 0; cell < grid->n_cells; cell++)
        part[cell] = RHUMB_NONE;
    for (gsize cell = 0; cell < grid->n_cells; cell++) {
        if (!is_marked[cell] || part[cell] != RHUMB_NONE)
            continue;
        gsize n_queued = 0;
        queue[n_queued++] = cell;
        part[cell] = n_parts;
        for (gsize k = 0; k < n_queued; k++) {
            const gsize here = queue[k];
            const gsize near[] = {here - 1, here + 1, here - grid->n_columns,
                                  here + grid->n_columns};
            for (guint s = 0; s < G_N_ELEMENTS (near); s++) {
                if (near[s] >= grid->n_cells || !is_marked[near[s]] || part[near[s]] != RHUMB_NONE)
                    continue;
                part[near[s]] = n_parts;
                queue[n_queued++] = near[s];
            }
        }
        n_parts++;
    }
    return n_parts;
}

/* The body that each cell of the land belongs to, RHUMB_NONE for cells of none; returns how many
 * there are. @radius: of the disc, in cells. */
static guint32
find_bodies (const Grid *grid, const guint8 *is_land, double radius, guint32 *body)
{
    g_autofree guint8 *mark = g_new (guint8, grid->n_cells);
    g_autofree guint32 *nearest = g_new (guint32, grid->n_cells);
    g_autofree guint32 *core = g_new (guint32, grid->n_cells);
    for (gsize cell = 0; cell < grid->n_cells; cell++)
        mark[cell] = !is_land[cell];
    g_autofree double *depth = measure_distances (grid, mark, nearest);
    for (gsize cell = 0; cell < grid->n_cells; cell++)
        mark[cell] = depth[cell] > radius;
    const guint32 n_bodies = number_parts (grid, mark, core);
    g_autofree double *far = measure_distances (grid, mark, nearest);
    for (gsize cell = 0; cell < grid->n_cells; cell++)
        body[cell] = is_land[cell] && far[cell] <= radius ? core[nearest[cell]] : RHUMB_NONE;
    return n_bodies;
}

/* Bodies that hold little are none; the one that holds most always is. FALSE if there is none. */
static gboolean
drop_small_bodies (const Grid *grid, const double *held, guint32 n_bodies, guint32 *body)
{
    g_autofree double *holds = g_new0 (double, MAX (n_bodies, 1));
    double all = 0.0;
    double most = 0.0;
    for (gsize cell = 0; cell < grid->n_cells; cell++) {
        if (body[cell] == RHUMB_NONE)
            continue;
        holds[body[cell]] += held[cell];
        all += held[cell];
    }
    for (guint32 b = 0; b < n_bodies; b++)
        most = MAX (most, holds[b]);
    for (gsize cell = 0; cell < grid->n_cells; cell++) {
        if (body[cell] != RHUMB_NONE && holds[body[cell]] < MIN (LEAST_BODY * all, most))
            body[cell] = RHUMB_NONE;
    }
    return n_bodies > 0;
}

/* Which parts of the land outside of its bodies are arms: those that are long and end nowhere. */
static guint8 *
judge_parts (const Grid *grid, const guint32 *body, const guint32 *part, guint32 n_parts,
             double longest)
{
    guint8 *is_arm = g_new0 (guint8, MAX (n_parts, 1));
    g_autofree guint8 *is_bridge = g_new0 (guint8, MAX (n_parts, 1));
    g_autofree guint32 *first = g_new (guint32, MAX (n_parts, 1));
    g_autofree guint8 *mark = g_new (guint8, grid->n_cells);
    g_autofree guint32 *nearest = g_new (guint32, grid->n_cells);
    for (guint32 p = 0; p < n_parts; p++)
        first[p] = RHUMB_NONE;
    for (gsize cell = 0; cell < grid->n_cells; cell++)
        mark[cell] = body[cell] != RHUMB_NONE;
    g_autofree double *far = measure_distances (grid, mark, nearest);
    for (gsize cell = 0; cell < grid->n_cells; cell++) {
        const guint32 p = part[cell];
        if (p == RHUMB_NONE)
            continue;
        is_arm[p] |= far[cell] > longest;
        if (far[cell] > 1.0)
            continue;
        const guint32 beside = body[nearest[cell]];
        is_bridge[p] |= first[p] != RHUMB_NONE && first[p] != beside;
        first[p] = beside;
    }
    for (guint32 p = 0; p < n_parts; p++)
        is_arm[p] = is_arm[p] && !is_bridge[p];
    return is_arm;
}

/* Marks the cells of a land that are arms; FALSE if there are none. @held: what each cell holds;
 * @is_arm: one for each cell. Cells at the sides of the grid are no land. */
gboolean
rhumb_find_arms (const guint8 *is_land, const double *held, guint n_columns, guint n_rows,
                 guint8 *is_arm)
{
    const Grid grid = {n_columns, n_rows, (gsize)n_columns * n_rows};
    g_autofree guint32 *body = g_new (guint32, grid.n_cells);
    g_autofree guint32 *part = g_new (guint32, grid.n_cells);
    gsize area = 0;
    for (gsize cell = 0; cell < grid.n_cells; cell++)
        area += is_land[cell] ? 1 : 0;
    const double radius = BREADTH * sqrt ((double)area / G_PI);
    const guint32 n_bodies = find_bodies (&grid, is_land, radius, body);
    if (!drop_small_bodies (&grid, held, n_bodies, body))
        return FALSE;
    for (gsize cell = 0; cell < grid.n_cells; cell++)
        is_arm[cell] = is_land[cell] && body[cell] == RHUMB_NONE;
    const guint32 n_parts = number_parts (&grid, is_arm, part);
    g_autofree guint8 *judged = judge_parts (&grid, body, part, n_parts, LENGTH * radius);
    gboolean any = FALSE;
    for (gsize cell = 0; cell < grid.n_cells; cell++) {
        is_arm[cell] = part[cell] != RHUMB_NONE && judged[part[cell]];
        any |= is_arm[cell];
    }
    return any;
}
