/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/energy.h"
#include "analytics/layout/ground.h"

G_BEGIN_DECLS

/* Private to layout: what stands on the ground; the first nodes stand fast. @size: how many nodes
 * each of the others stands for, NULL = one; @n_at_once: more others are placed level by level, 0 =
 * 2,000. */
typedef struct {
    guint32 n_nodes;
    guint32 n_fixed;
    const guint32 *cluster;
    const guint64 *key;
    double *radius;
    RhumbPoint *place;
    const RhumbSpring *spring;
    gsize n_springs;
    const double *size;
    guint32 n_at_once;
} RhumbCrowd;

double *rhumb_share_ground (const RhumbCrowd *crowd, const RhumbGround *ground, guint32 n_clusters);
double rhumb_measure_stand (double radius);
void rhumb_fill_ground (RhumbCrowd *crowd, const RhumbGround *ground, guint32 n_clusters);
void rhumb_settle_crowd (RhumbCrowd *crowd, const RhumbGround *ground, guint32 n_clusters);
void rhumb_part_crowd (RhumbCrowd *crowd, const RhumbGround *ground, RhumbBox frame,
                       guint n_rounds);

G_END_DECLS
