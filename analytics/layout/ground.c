/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Where the nodes of each cluster may stand, and what holds them there.
 *
 * A cluster's ground is its land without the rim. Nodes that push each other like charges would all
 * go to its border; an even charge of the opposite kind on the whole ground holds them back, as the
 * jellium of physics does: nodes that fill the ground evenly feel nothing.
 * Method: a grid of CELL points; the pull is that of the cells as points (quadtree.c), between
 * their middles linear. Nodes are kept at a depth (shore.c) and not on cells, so that the rim is as
 * smooth as the outline; where land is too narrow for that, on the nearest cell of the ground,
 * found along a search in breadth. Cost: clusters × cells of memory, 16 bytes each.
 */
#include "analytics/layout/ground.h"

#include <math.h>

#include "analytics/layout/quadtree.h"
#include "analytics/layout/shore.h"
#include "graph/corpus.h"
#include "graph/text.h"

#define CELL 7.0
#define OPENING 0.7
/* How deep nodes stand at least: by chance between these, so that they do not stand in line. */
#define LEAST_DEPTH 1.5
#define RIM 5.0

typedef struct {
    guint32 *cell; /* those of the ground */
    guint32 n_cells;
    guint32 *nearest; /* for each cell of the grid one of the ground */
    float *pull;      /* x and y for each cell of the grid: Σ (cell − here) / d² */
} Plot;

struct _RhumbGround {
    RhumbBox frame;
    guint32 n_columns;
    guint32 n_rows;
    guint32 n_clusters;
    Plot *plot;
    guint32 *owner; /* of each cell of the grid */
    RhumbShore *shore;
};

static RhumbPoint
middle_of (const RhumbGround *ground, guint32 cell)
{
    return (RhumbPoint){ground->frame.left + CELL * (cell % ground->n_columns + 0.5),
                        ground->frame.top + CELL * (double)(cell / ground->n_columns) + CELL / 2};
}

static guint32
clamp_cell (double index, guint32 n)
{
    return index <= 0 ? 0 : MIN ((guint32)index, n - 1);
}

static guint32
cell_at (const RhumbGround *ground, RhumbPoint place)
{
    const guint32 column = clamp_cell ((place.x - ground->frame.left) / CELL, ground->n_columns);
    const guint32 row = clamp_cell ((place.y - ground->frame.top) / CELL, ground->n_rows);
    return row * ground->n_columns + column;
}

static gboolean
is_inner (const RhumbGround *ground, const RhumbTerritories *land, guint32 cell, guint32 cluster)
{
    static const double side[] = {1, 0.7071, 0, -0.7071, -1, -0.7071, 0, 0.7071};
    const RhumbPoint p = middle_of (ground, cell);
    for (guint k = 0; k < 8; k++) {
        const RhumbPoint near = {p.x + 1.4 * CELL * side[k], p.y + 1.4 * CELL * side[(k + 2) % 8]};
        if (rhumb_territories_get_owner (land, near) != cluster)
            return FALSE;
    }
    return TRUE;
}

/* Land without its rim; all of it where nothing else is left. */
static void
list_cells (RhumbGround *ground, const RhumbTerritories *land)
{
    const guint32 n = ground->n_columns * ground->n_rows;
    g_autofree guint32 *owner = g_new (guint32, n);
    for (guint32 cell = 0; cell < n; cell++)
        owner[cell] = rhumb_territories_get_owner (land, middle_of (ground, cell));
    for (guint32 rim = 0; rim < 2; rim++) {
        for (guint32 cell = 0; cell < n; cell++) {
            const guint32 c = owner[cell];
            if (c == RHUMB_NONE || (rim == 0 && !is_inner (ground, land, cell, c)))
                continue;
            Plot *plot = &ground->plot[c];
            if (plot->cell == NULL)
                plot->cell = g_new (guint32, n);
            plot->cell[plot->n_cells++] = cell;
            ground->owner[cell] = c;
        }
        for (guint32 cell = 0; cell < n; cell++) {
            if (owner[cell] != RHUMB_NONE && ground->plot[owner[cell]].n_cells > 0)
                owner[cell] = RHUMB_NONE;
        }
    }
}

/* For each cell of the grid the cell of the ground that a search in breadth reaches it from. */
static void
find_nearest (const RhumbGround *ground, Plot *plot)
{
    const guint32 n = ground->n_columns * ground->n_rows;
    const guint32 w = ground->n_columns;
    g_autofree guint32 *queue = g_new (guint32, n);
    guint32 n_queued = 0;
    plot->nearest = g_new (guint32, n);
    for (guint32 cell = 0; cell < n; cell++)
        plot->nearest[cell] = RHUMB_NONE;
    for (guint32 k = 0; k < plot->n_cells; k++) {
        plot->nearest[plot->cell[k]] = plot->cell[k];
        queue[n_queued++] = plot->cell[k];
    }
    for (guint32 k = 0; k < n_queued; k++) {
        const guint32 here = queue[k];
        const guint32 near[] = {here % w > 0 ? here - 1 : here, here % w + 1 < w ? here + 1 : here,
                                here >= w ? here - w : here, here + w < n ? here + w : here};
        for (guint s = 0; s < 4; s++) {
            if (plot->nearest[near[s]] != RHUMB_NONE)
                continue;
            plot->nearest[near[s]] = plot->nearest[here];
            queue[n_queued++] = near[s];
        }
    }
}

static void
find_pull (const RhumbGround *ground, Plot *plot)
{
    const guint32 n = plot->n_cells;
    g_autofree double *x = g_new (double, 2 * (gsize)n);
    g_autofree double *mass = g_new (double, n);
    g_autofree double *push = g_new (double, 2 * (gsize)n);
    for (guint32 k = 0; k < n; k++) {
        const RhumbPoint p = middle_of (ground, plot->cell[k]);
        x[2 * (gsize)k] = p.x;
        x[2 * (gsize)k + 1] = p.y;
        mass[k] = 1.0;
    }
    const RhumbRepulsion rules = {OPENING, CELL * CELL / 16, FALSE, 0.0};
    g_autoptr (RhumbQuadtree) tree = rhumb_quadtree_new (n);
    rhumb_quadtree_build (tree, x, mass, n);
    rhumb_quadtree_repel (tree, &rules, push);
    plot->pull = g_new0 (float, 2 * (gsize)ground->n_columns * ground->n_rows);
    for (guint32 k = 0; k < n; k++) {
        plot->pull[2 * (gsize)plot->cell[k]] = (float)-push[2 * (gsize)k];
        plot->pull[2 * (gsize)plot->cell[k] + 1] = (float)-push[2 * (gsize)k + 1];
    }
}

/* Where nodes may stand: on the land, inside the frame. */
RhumbGround *
rhumb_ground_new (const RhumbTerritories *land, guint32 n_clusters, RhumbBox frame)
{
    RhumbGround *ground = g_new0 (RhumbGround, 1);
    ground->frame = frame;
    ground->n_columns = (guint32)((frame.right - frame.left) / CELL) + 1;
    ground->n_rows = (guint32)((frame.bottom - frame.top) / CELL) + 1;
    ground->n_clusters = n_clusters;
    ground->plot = g_new0 (Plot, MAX (n_clusters, 1));
    ground->owner = g_new (guint32, (gsize)ground->n_columns * ground->n_rows);
    for (gsize cell = 0; cell < (gsize)ground->n_columns * ground->n_rows; cell++)
        ground->owner[cell] = RHUMB_NONE;
    ground->shore = rhumb_shore_new (land, n_clusters, frame);
    list_cells (ground, land);
    for (guint32 c = 0; c < n_clusters; c++) {
        if (ground->plot[c].n_cells == 0)
            continue;
        find_nearest (ground, &ground->plot[c]);
        find_pull (ground, &ground->plot[c]);
    }
    return ground;
}

void
rhumb_ground_free (RhumbGround *ground)
{
    if (ground == NULL)
        return;
    for (guint32 c = 0; c < ground->n_clusters; c++) {
        g_free (ground->plot[c].cell);
        g_free (ground->plot[c].nearest);
        g_free (ground->plot[c].pull);
    }
    g_free (ground->plot);
    g_free (ground->owner);
    rhumb_shore_free (ground->shore);
    g_free (ground);
}

/* In square points; 0 for a cluster without land. */
double
rhumb_ground_get_area (const RhumbGround *ground, guint32 cluster)
{
    return CELL * CELL * ground->plot[cluster].n_cells;
}

/* Some place of a cluster's ground, which must not be empty. */
RhumbPoint
rhumb_ground_pick (const RhumbGround *ground, guint32 cluster, guint64 key)
{
    const Plot *plot = &ground->plot[cluster];
    const RhumbPoint p = middle_of (ground, plot->cell[rhumb_hash_mix (key, 3) % plot->n_cells]);
    const double right = (double)(rhumb_hash_mix (key, 4) >> 11) * 0x1p-53 - 0.5;
    const double down = (double)(rhumb_hash_mix (key, 5) >> 11) * 0x1p-53 - 0.5;
    return (RhumbPoint){p.x + CELL * right, p.y + CELL * down};
}

/* Brings a place back onto a cluster's ground, by the shortest way to the depth at which this node
 * stands; where that fails, onto the near side of the nearest cell. @key: what tells chance about
 * the node. */
RhumbPoint
rhumb_ground_keep (const RhumbGround *ground, guint32 cluster, guint64 key, RhumbPoint place)
{
    const double chance = (double)(rhumb_hash_mix (key, 6) >> 11) * 0x1p-53;
    if (rhumb_shore_move_in (ground->shore, cluster, LEAST_DEPTH + RIM * chance, &place))
        return place;
    const RhumbPoint p = middle_of (ground, ground->plot[cluster].nearest[cell_at (ground, place)]);
    return (RhumbPoint){CLAMP (place.x, p.x - 0.499 * CELL, p.x + 0.499 * CELL),
                        CLAMP (place.y, p.y - 0.499 * CELL, p.y + 0.499 * CELL)};
}

/* How far a place is from where nodes of a cluster may stand, in points; 0 on its ground. */
double
rhumb_ground_get_distance (const RhumbGround *ground, guint32 cluster, RhumbPoint place)
{
    const double depth = rhumb_shore_get_depth (ground->shore, cluster, place);
    return MAX (LEAST_DEPTH + RIM - depth, 0.0);
}

/* The cells; they live as long as the ground. */
RhumbGrid
rhumb_ground_get_grid (const RhumbGround *ground)
{
    return (RhumbGrid){ground->frame.left, ground->frame.top, CELL,
                       ground->n_columns,  ground->n_rows,    ground->owner};
}

/* What the ground of a cluster pulls a node of it with: Σ (cell − place) / d² over its cells. */
RhumbPoint
rhumb_ground_pull (const RhumbGround *ground, guint32 cluster, RhumbPoint place)
{
    const Plot *plot = &ground->plot[cluster];
    const double across = (place.x - ground->frame.left) / CELL - 0.5;
    const double along = (place.y - ground->frame.top) / CELL - 0.5;
    const guint32 column = clamp_cell (across, ground->n_columns - 1);
    const guint32 row = clamp_cell (along, ground->n_rows - 1);
    const double right = CLAMP (across - column, 0.0, 1.0);
    const double down = CLAMP (along - row, 0.0, 1.0);
    RhumbPoint pull = {0.0, 0.0};
    for (guint k = 0; k < 4; k++) {
        const guint32 at = MIN (row + k / 2, ground->n_rows - 1) * ground->n_columns +
                           MIN (column + k % 2, ground->n_columns - 1);
        const gsize cell = plot->nearest[at];
        const double share = (k % 2 == 1 ? right : 1 - right) * (k / 2 == 1 ? down : 1 - down);
        pull.x += share * (double)plot->pull[2 * cell];
        pull.y += share * (double)plot->pull[2 * cell + 1];
    }
    return pull;
}
