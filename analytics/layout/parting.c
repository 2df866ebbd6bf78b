/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Moves small discs off each other and off large ones.
 *
 * After filling.c or crowd-levels.c nodes stand about evenly, but some lie on others. In each round
 * every disc is pushed by those it overlaps, half of the overlap each, all of it by one that stands
 * fast, and kept on its ground; what remains after the last round stays. Discs are found by squares
 * of a grid as wide as two of the largest that move. Cost: rounds × n. Moves are computed from the
 * places of the round before, in the order of the squares: the same bits for any number of threads.
 */
#include <math.h>

#include "analytics/layout/filling.h"

#define DAMPING 0.5
#define GAP 0.25
#define STANDING_GAP 1.6

/* Discs by the squares of a grid. */
typedef struct {
    RhumbBox frame;
    double side;
    guint32 n_columns;
    guint32 n_rows;
    guint32 *start;
    guint32 *disc;
    guint32 *square_of;
} Grid;

static guint32
clamp_square (double index, guint32 n)
{
    return index <= 0 ? 0 : MIN ((guint32)index, n - 1);
}

static void
grid_init (Grid *grid, RhumbBox frame, double side, guint32 n_entries)
{
    grid->frame = frame;
    grid->side = side;
    grid->n_columns = (guint32)((frame.right - frame.left) / side) + 1;
    grid->n_rows = (guint32)((frame.bottom - frame.top) / side) + 1;
    grid->start = g_new (guint32, (gsize)grid->n_columns * grid->n_rows + 2);
    grid->disc = g_new (guint32, MAX (n_entries, 1));
    grid->square_of = g_new (guint32, MAX (n_entries, 1));
}

static void
grid_clear (Grid *grid)
{
    g_free (grid->start);
    g_free (grid->disc);
    g_free (grid->square_of);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Grid, grid_clear)

/* Sorts the discs that move into squares. */
static void
fill_grid (Grid *grid, const RhumbCrowd *crowd)
{
    const gsize n_squares = (gsize)grid->n_columns * grid->n_rows;
    for (gsize s = 0; s < n_squares + 2; s++)
        grid->start[s] = 0;
    for (guint32 i = crowd->n_fixed; i < crowd->n_nodes; i++) {
        const RhumbPoint p = crowd->place[i];
        const guint32 column =
            clamp_square ((p.x - grid->frame.left) / grid->side, grid->n_columns);
        const guint32 row = clamp_square ((p.y - grid->frame.top) / grid->side, grid->n_rows);
        grid->square_of[i - crowd->n_fixed] = row * grid->n_columns + column;
        grid->start[grid->square_of[i - crowd->n_fixed] + 2]++;
    }
    for (gsize s = 2; s < n_squares + 2; s++)
        grid->start[s] += grid->start[s - 1];
    for (guint32 i = crowd->n_fixed; i < crowd->n_nodes; i++)
        grid->disc[grid->start[grid->square_of[i - crowd->n_fixed] + 1]++] = i;
}

/* What the disc j pushes the disc i with; discs at one place part by their numbers. */
static void
push_pair (const RhumbCrowd *crowd, guint32 i, guint32 j, double gap, double share,
           RhumbPoint *push)
{
    double dx = crowd->place[i].x - crowd->place[j].x;
    double dy = crowd->place[i].y - crowd->place[j].y;
    const double wanted = crowd->radius[i] + crowd->radius[j] + gap;
    const double square = dx * dx + dy * dy;
    if (square >= wanted * wanted)
        return;
    double far = sqrt (square);
    if (far < 1e-6) {
        const double angle = 2.399963229728653 * MAX (i, j);
        dx = (i < j ? 1e-6 : -1e-6) * cos (angle);
        dy = (i < j ? 1e-6 : -1e-6) * sin (angle);
        far = 1e-6;
    }
    push->x += share * (wanted - far) * dx / far;
    push->y += share * (wanted - far) * dy / far;
}

static RhumbPoint
push_disc (const RhumbCrowd *crowd, const Grid *moving, const Grid *standing, guint32 i)
{
    RhumbPoint push = {0.0, 0.0};
    const RhumbPoint p = crowd->place[i];
    const guint32 column =
        clamp_square ((p.x - moving->frame.left) / moving->side, moving->n_columns);
    const guint32 row = clamp_square ((p.y - moving->frame.top) / moving->side, moving->n_rows);
    for (guint32 r = row == 0 ? 0 : row - 1; r <= MIN (row + 1, moving->n_rows - 1); r++) {
        const gsize left = (gsize)r * moving->n_columns + (column == 0 ? 0 : column - 1);
        const gsize right = (gsize)r * moving->n_columns + MIN (column + 1, moving->n_columns - 1);
        for (guint32 k = moving->start[left]; k < moving->start[right + 1]; k++) {
            if (moving->disc[k] != i)
                push_pair (crowd, i, moving->disc[k], GAP, DAMPING / 2, &push);
        }
    }
    const guint32 at =
        clamp_square ((p.y - standing->frame.top) / standing->side, standing->n_rows) *
            standing->n_columns +
        clamp_square ((p.x - standing->frame.left) / standing->side, standing->n_columns);
    for (guint32 k = standing->start[at]; k < standing->start[at + 1]; k++)
        push_pair (crowd, i, standing->disc[k], STANDING_GAP, 1.0, &push);
    return push;
}

/* Calls a count or an entry for each square that a standing disc may push into. */
static void
enter_standing (Grid *grid, const RhumbCrowd *crowd, double largest, gboolean counts)
{
    for (guint32 j = 0; j < crowd->n_fixed; j++) {
        const double reach = crowd->radius[j] + largest + STANDING_GAP;
        const RhumbPoint p = crowd->place[j];
        const RhumbBox f = grid->frame;
        const guint32 right = clamp_square ((p.x + reach - f.left) / grid->side, grid->n_columns);
        const guint32 bottom = clamp_square ((p.y + reach - f.top) / grid->side, grid->n_rows);
        for (guint32 row = clamp_square ((p.y - reach - f.top) / grid->side, grid->n_rows);
             row <= bottom; row++) {
            for (guint32 column =
                     clamp_square ((p.x - reach - f.left) / grid->side, grid->n_columns);
                 column <= right; column++) {
                const gsize square = (gsize)row * grid->n_columns + column;
                if (counts)
                    grid->start[square + 2]++;
                else
                    grid->disc[grid->start[square + 1]++] = j;
            }
        }
    }
}

static void
fill_standing (Grid *grid, const RhumbCrowd *crowd, double largest)
{
    const gsize n_squares = (gsize)grid->n_columns * grid->n_rows;
    for (gsize s = 0; s < n_squares + 2; s++)
        grid->start[s] = 0;
    enter_standing (grid, crowd, largest, TRUE);
    for (gsize s = 2; s < n_squares + 2; s++)
        grid->start[s] += grid->start[s - 1];
    g_free (grid->disc);
    grid->disc = g_new (guint32, MAX (grid->start[n_squares + 1], 1));
    enter_standing (grid, crowd, largest, FALSE);
}

/* Moves discs apart. @crowd: placed nodes; those that are not fixed move; @frame: what holds all of
 * the ground; @n_rounds: how often all discs move. */
void
rhumb_part_crowd (RhumbCrowd *crowd, const RhumbGround *ground, RhumbBox frame, guint n_rounds)
{
    const guint32 n = crowd->n_nodes;
    double largest = 0.5;
    for (guint32 i = crowd->n_fixed; i < n; i++)
        largest = MAX (largest, crowd->radius[i]);
    g_auto (Grid) moving = {0};
    g_auto (Grid) standing = {0};
    grid_init (&moving, frame, 2 * largest + GAP, n - crowd->n_fixed);
    grid_init (&standing, frame, 8.0, 1);
    fill_standing (&standing, crowd, largest);
    g_autofree RhumbPoint *next = g_new (RhumbPoint, MAX (n, 1));
    for (guint round = 0; round < n_rounds; round++) {
        fill_grid (&moving, crowd);
#pragma omp parallel for schedule(static) if (n > 4000)
        for (guint32 i = crowd->n_fixed; i < n; i++) {
            const RhumbPoint push = push_disc (crowd, &moving, &standing, i);
            const RhumbPoint wanted = {crowd->place[i].x + push.x, crowd->place[i].y + push.y};
            next[i] = rhumb_ground_keep (ground, crowd->cluster[i], crowd->key[i], wanted);
        }
        for (guint32 i = crowd->n_fixed; i < n; i++)
            crowd->place[i] = next[i];
    }
}
