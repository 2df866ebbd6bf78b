/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to layout: the far away taken together, see quadtree.c. */
typedef struct _RhumbQuadtree RhumbQuadtree;

/* How points repel: @is_even: by 1 instead of 1 / d; @opening: a square is taken as one point from
 * farther away than its side divided by this; @softening is added to d²; @reach: where it is above
 * 0, the push falls to nothing there, as 1 / d − d / reach², evenly 1 − d / reach. */
typedef struct {
    double opening;
    double softening;
    gboolean is_even;
    double reach;
} RhumbRepulsion;

RhumbQuadtree *rhumb_quadtree_new (guint32 most_points);
void rhumb_quadtree_free (RhumbQuadtree *tree);
void rhumb_quadtree_build (RhumbQuadtree *tree, const double *x, const double *mass,
                           guint32 n_points);
void rhumb_quadtree_repel (const RhumbQuadtree *tree, const RhumbRepulsion *rules, double *force);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbQuadtree, rhumb_quadtree_free)

G_END_DECLS
