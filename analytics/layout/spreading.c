/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Spreads placed nodes evenly over the ground of their clusters, neighbours with neighbours.
 *
 * What is crowded flows to where there is room, as a gas does, and takes all nodes along: near ones
 * by nearly the same way, so that who was near stays near. M. T. Gastner, M. E. J. Newman,
 * Diffusion-based method for producing density-equalizing maps, PNAS 101 (2004),
 * doi:10.1073/pnas.0400280101, which moves the borders of a map; here the borders stand, nothing
 * flows through them, and what lies under discs that stand fast is no room.
 *
 * Method: nodes are counted on the cells of a grid, each shared among four; heat flows between
 * neighbouring cells until it has come as far as wanted; nodes move with it, by bilinear
 * velocities, after steps that grow with the time passed. ROUNDS times, as nodes and their density
 * come apart on the way. Around its ground each cluster has MARGIN cells more, which hold ever less
 * the farther out they are, so that what lies there is driven in rather than cut off. Before
 * anything moves, counts are blurred: single nodes are no crowd.
 *
 * A page is spread in the same way, on cells as large as it has CELLS_OF_SIDE along its side.
 *
 * Cost: ROUNDS × (reach² × cells + about 60 n). Each cluster is computed by one thread: the same
 * bits for any number of threads.
 */
#include "analytics/layout/spreading.h"

#include <math.h>

#include "analytics/cluster/level.h"
#include "graph/corpus.h"

/* In squares of cells. */
#define STEP 0.2
#define BLUR 0.6 /* before nodes move */
/* Nodes move after so large a share of the time that has passed. */
#define SHARE 0.06
#define ROUNDS 2
/* Of a cell that discs cover; and what each cell farther out holds of the one before. */
#define LEAST_ROOM 0.05
#define SLOPE 0.5
#define MARGIN 8
#define GAP 1.6
#define PROBES 4
/* No node moves farther at once, in cells. */
#define FARTHEST 0.5
#define ARRAYS 6
/* Cells along the side of a square page. */
#define CELLS_OF_SIDE 80

/* The cells around the ground of one cluster. */
typedef struct {
    const RhumbGround *ground;
    RhumbGrid grid;
    guint32 cluster;
    guint32 column; /* of the grid, where they begin */
    guint32 row;
    guint32 w;
    guint32 h;
    double *room;    /* how much each holds */
    double *density; /* nodes over room */
    double *next;
    double *across; /* what the right side of each lets through */
    double *along;  /* the same of the lower side */
    double *speed;  /* at the middle of each, x and y in turn */
} Gas;

/* The box of cells that a cluster's gas fills. */
static void
find_box (Gas *gas)
{
    const RhumbGrid *grid = &gas->grid;
    guint32 left = grid->n_columns, right = 0, top = grid->n_rows, bottom = 0;
    for (guint32 row = 0; row < grid->n_rows; row++) {
        for (guint32 column = 0; column < grid->n_columns; column++) {
            if (grid->owner[(gsize)row * grid->n_columns + column] != gas->cluster)
                continue;
            left = MIN (left, column);
            right = MAX (right, column);
            top = MIN (top, row);
            bottom = MAX (bottom, row);
        }
    }
    if (left > right)
        return;
    gas->column = left > MARGIN ? left - MARGIN : 0;
    gas->row = top > MARGIN ? top - MARGIN : 0;
    gas->w = MIN (right + MARGIN + 1, grid->n_columns) - gas->column;
    gas->h = MIN (bottom + MARGIN + 1, grid->n_rows) - gas->row;
}

/* Where a place lies in cells of the box, kept a little inside of it. */
static RhumbPoint
find_place (const Gas *gas, RhumbPoint place)
{
    const double x = (place.x - gas->grid.left) / gas->grid.side - gas->column;
    const double y = (place.y - gas->grid.top) / gas->grid.side - gas->row;
    return (RhumbPoint){CLAMP (x, 0.5, gas->w - 0.501), CLAMP (y, 0.5, gas->h - 0.501)};
}

/* The four cells around a place of the box, and their shares. */
static gsize
find_corner (const Gas *gas, RhumbPoint in, double *share)
{
    const double x = in.x - 0.5;
    const double y = in.y - 0.5;
    const guint32 column = (guint32)x;
    const guint32 row = (guint32)y;
    for (guint k = 0; k < 4; k++)
        share[k] =
            (k % 2 == 1 ? x - column : 1 - x + column) * (k / 2 == 1 ? y - row : 1 - y + row);
    return (gsize)row * gas->w + column;
}

/* Full on the ground, less and less around it. */
static void
measure_rooms (Gas *gas)
{
    for (guint32 row = 0; row < gas->h; row++) {
        for (guint32 column = 0; column < gas->w; column++) {
            const RhumbPoint middle = {gas->grid.left +
                                           gas->grid.side * (gas->column + column + 0.5),
                                       gas->grid.top + gas->grid.side * (gas->row + row + 0.5)};
            const double far =
                rhumb_ground_get_distance (gas->ground, gas->cluster, middle) / gas->grid.side;
            gas->room[(gsize)row * gas->w + column] = pow (SLOPE, MIN (far, 2 * MARGIN));
        }
    }
}

/* Takes from the room of cells what a disc covers. */
static void
cover (Gas *gas, RhumbPoint place, double radius)
{
    const RhumbPoint middle = {(place.x - gas->grid.left) / gas->grid.side - gas->column,
                               (place.y - gas->grid.top) / gas->grid.side - gas->row};
    const double r = radius / gas->grid.side;
    for (guint32 row = (guint32)MAX (middle.y - r, 0); row < MIN (middle.y + r, gas->h); row++) {
        for (guint32 column = (guint32)MAX (middle.x - r, 0); column < MIN (middle.x + r, gas->w);
             column++) {
            guint n_free = 0;
            for (guint k = 0; k < PROBES * PROBES; k++)
                n_free += hypot (column + (k % PROBES + 0.5) / PROBES - middle.x,
                                 row + (k / PROBES + 0.5) / PROBES - middle.y) < r
                              ? 0
                              : 1;
            gas->room[(gsize)row * gas->w + column] *=
                MAX ((double)n_free / (PROBES * PROBES), LEAST_ROOM);
        }
    }
}

/* Between two cells flows what that with less room lets through. */
static void
open_sides (Gas *gas)
{
    for (guint32 row = 0; row < gas->h; row++) {
        for (guint32 column = 0; column < gas->w; column++) {
            const gsize here = (gsize)row * gas->w + column;
            gas->across[here] =
                column + 1 < gas->w ? MIN (gas->room[here], gas->room[here + 1]) : 0.0;
            gas->along[here] =
                row + 1 < gas->h ? MIN (gas->room[here], gas->room[here + gas->w]) : 0.0;
        }
    }
}

static void
diffuse (Gas *gas)
{
    const gsize w = gas->w;
    const double *d = gas->density;
    for (gsize row = 0; row < gas->h; row++) {
        const double *up = row > 0 ? gas->along - w : NULL;
        for (gsize here = row * w; here < (row + 1) * w; here++) {
            const double right =
                gas->across[here] * (here + 1 < w * gas->h ? d[here] - d[here + 1] : 0.0);
            const double left =
                here > row * w ? gas->across[here - 1] * (d[here] - d[here - 1]) : 0.0;
            const double lower =
                row + 1 < gas->h ? gas->along[here] * (d[here] - d[here + w]) : 0.0;
            const double upper = up != NULL ? up[here] * (d[here] - d[here - w]) : 0.0;
            gas->next[here] = d[here] - STEP * (right + left + lower + upper) / gas->room[here];
        }
    }
    double *last = gas->density;
    gas->density = gas->next;
    gas->next = last;
}

static double
find_velocity (double from, double to)
{
    return from + to > 0 ? 2 * (from - to) / (from + to) : 0.0;
}

/* At the middle of each cell, the mean of its sides. */
static void
find_velocities (Gas *gas)
{
    const gsize w = gas->w;
    const double *d = gas->density;
    for (gsize row = 0; row < gas->h; row++) {
        for (gsize column = 0; column < w; column++) {
            const gsize here = row * w + column;
            const double right = column + 1 < w ? find_velocity (d[here], d[here + 1]) : 0.0;
            const double left = column > 0 ? find_velocity (d[here - 1], d[here]) : 0.0;
            const double lower = row + 1 < gas->h ? find_velocity (d[here], d[here + w]) : 0.0;
            const double upper = row > 0 ? find_velocity (d[here - w], d[here]) : 0.0;
            gas->speed[2 * here] = (left + right) / 2;
            gas->speed[2 * here + 1] = (upper + lower) / 2;
        }
    }
}

static void
move_nodes (Gas *gas, RhumbCrowd *crowd, const guint32 *node, guint32 n, double time)
{
    find_velocities (gas);
    for (guint32 k = 0; k < n; k++) {
        if (node[k] < crowd->n_fixed)
            continue;
        RhumbPoint *place = &crowd->place[node[k]];
        double share[4];
        const gsize corner = find_corner (gas, find_place (gas, *place), share);
        RhumbPoint move = {0.0, 0.0};
        for (guint c = 0; c < 4; c++) {
            const double *speed = &gas->speed[2 * (corner + c % 2 + c / 2 * gas->w)];
            move.x += time * share[c] * speed[0];
            move.y += time * share[c] * speed[1];
        }
        const double length = sqrt (move.x * move.x + move.y * move.y);
        const double scale = gas->grid.side * (length > FARTHEST ? FARTHEST / length : 1.0);
        place->x += scale * move.x;
        place->y += scale * move.y;
    }
}

static void
count_nodes (Gas *gas, const RhumbCrowd *crowd, const guint32 *node, guint32 n)
{
    const gsize n_cells = (gsize)gas->w * gas->h;
    for (gsize cell = 0; cell < n_cells; cell++)
        gas->density[cell] = 0.0;
    for (guint32 k = 0; k < n; k++) {
        if (node[k] < crowd->n_fixed)
            continue;
        double share[4];
        const gsize corner = find_corner (gas, find_place (gas, crowd->place[node[k]]), share);
        for (guint c = 0; c < 4; c++)
            gas->density[corner + c % 2 + c / 2 * gas->w] +=
                share[c] * (crowd->size != NULL ? crowd->size[node[k]] : 1.0);
    }
    for (gsize cell = 0; cell < n_cells; cell++)
        gas->density[cell] /= gas->room[cell];
}

/* Nodes follow their density, and are counted anew where the two have come apart. */
static void
let_flow (Gas *gas, RhumbCrowd *crowd, const guint32 *node, guint32 n, double reach)
{
    open_sides (gas);
    const double most = reach * reach / (2 * gas->grid.side * gas->grid.side);
    for (guint round = 0; round < ROUNDS; round++) {
        count_nodes (gas, crowd, node, n);
        double last = BLUR;
        for (guint step = 1; step * STEP <= most; step++) {
            diffuse (gas);
            const double time = step * STEP;
            if (time <= BLUR || time - last < SHARE * time)
                continue;
            move_nodes (gas, crowd, node, n, time - last);
            last = time;
        }
    }
}

static void
spread_cluster (Gas *gas, RhumbCrowd *crowd, const guint32 *node, guint32 n, double reach)
{
    measure_rooms (gas);
    for (guint32 k = 0; k < n; k++) {
        if (node[k] < crowd->n_fixed)
            cover (gas, crowd->place[node[k]], crowd->radius[node[k]] + GAP);
    }
    let_flow (gas, crowd, node, n, reach);
}

/* Room for the cells of all gases. */
static double *
new_cells (const Gas *gas, guint32 n_gases)
{
    gsize n_cells = 0;
    for (guint32 c = 0; c < n_gases; c++)
        n_cells += (gsize)gas[c].w * gas[c].h;
    return g_new (double, (ARRAYS + 1) * MAX (n_cells, 1));
}

/* Gives each gas its cells. */
static void
share_cells (Gas *gas, guint32 n_gases, double *cells)
{
    double *next = cells;
    for (guint32 c = 0; c < n_gases; c++) {
        const gsize n = (gsize)gas[c].w * gas[c].h;
        double **array[] = {&gas[c].room,   &gas[c].density, &gas[c].next,
                            &gas[c].across, &gas[c].along,   &gas[c].speed};
        for (guint k = 0; k < ARRAYS; k++) {
            *array[k] = next;
            next += k == ARRAYS - 1 ? 2 * n : n;
        }
    }
}

/* Evens out how close nodes stand on the ground of each cluster; a few remain near it. @crowd:
 * placed nodes; those that are not fixed move; @reach: how far crowds flow in each of two rounds,
 * in points: twice the time is its square. */
void
rhumb_spread_crowd (RhumbCrowd *crowd, const RhumbGround *ground, guint32 n_clusters, double reach)
{
    g_autofree Gas *gas = g_new0 (Gas, MAX (n_clusters, 1));
    g_autofree guint32 *start = g_new (guint32, (gsize)n_clusters + 1);
    g_autofree guint32 *order =
        rhumb_sort_by_cluster (crowd->n_nodes, crowd->cluster, n_clusters, start);
    for (guint32 c = 0; c < n_clusters; c++) {
        gas[c] = (Gas){.ground = ground, .grid = rhumb_ground_get_grid (ground), .cluster = c};
        find_box (&gas[c]);
    }
    g_autofree double *cells = new_cells (gas, n_clusters);
    share_cells (gas, n_clusters, cells);
#pragma omp parallel for schedule(dynamic, 1)
    for (guint32 c = 0; c < n_clusters; c++) {
        if (gas[c].w > 0)
            spread_cluster (&gas[c], crowd, order + start[c], start[c + 1] - start[c], reach);
    }
}

/* The same for all places of a page, on which they stay: what is crowded there flows to where it is
 * empty. @size: how much room each of them needs; @reach: of the page's side, as above. */
void
rhumb_spread_over_page (RhumbPoint *place, const double *size, guint32 n_places, RhumbBox page,
                        double reach)
{
    const double width = page.right - page.left;
    const double height = page.bottom - page.top;
    const double side = sqrt (width * height) / CELLS_OF_SIDE;
    Gas gas = {.grid = {.left = page.left, .top = page.top, .side = side},
               .w = (guint32)ceil (width / side),
               .h = (guint32)ceil (height / side)};
    g_autofree double *cells = new_cells (&gas, 1);
    share_cells (&gas, 1, cells);
    g_autofree guint32 *node = g_new (guint32, MAX (n_places, 1));
    for (guint32 i = 0; i < n_places; i++)
        node[i] = i;
    for (gsize cell = 0; cell < (gsize)gas.w * gas.h; cell++)
        gas.room[cell] = 1.0;
    RhumbCrowd crowd = {.n_nodes = n_places, .place = place, .size = size};
    let_flow (&gas, &crowd, node, n_places, reach * sqrt (width * height));
    for (guint32 i = 0; i < n_places; i++)
        place[i] = (RhumbPoint){CLAMP (place[i].x, page.left, page.right),
                                CLAMP (place[i].y, page.top, page.bottom)};
}
