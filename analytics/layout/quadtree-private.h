/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/quadtree.h"

G_BEGIN_DECLS

/* Private to the quadtree: points along a Z curve, and squares of them in the order of the walk. */
typedef struct {
    float x;
    float y;
    float mass;
    float side;
    guint32 first;
    guint32 end;
    guint32 skip; /* the next square that is not inside this one */
} Square;

typedef struct {
    guint32 key;
    guint32 point;
} Place;

struct _RhumbQuadtree {
    guint32 n_points;
    Place *place;
    Place *spare;
    float *x;
    float *y;
    float *mass;
    guint32 n_squares;
    Square *square;
    float side;
};

static inline gboolean
rhumb_square_is_leaf (const RhumbQuadtree *tree, guint32 s)
{
    return tree->square[s].skip == s + 1;
}

G_END_DECLS
