/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/energy.h"

G_BEGIN_DECLS

/* What holds nodes on the level above: @parent of each node, @place of each parent, x and y in
 * turn. Nodes push each other up to @reach, links pull no more beyond @slack than there, @hold
 * pulls each node to its parent's place. */
typedef struct {
    const guint32 *parent;
    guint32 n_parents;
    const double *place;
    double reach;
    double slack;
    double hold;
} RhumbParents;

void rhumb_descend (const RhumbEnergy *energy, double *x, guint n_steps);
void rhumb_descend_within (const RhumbEnergy *energy, const RhumbParents *parents, double *x,
                           guint n_steps);

G_END_DECLS
