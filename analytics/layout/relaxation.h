/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/energy.h"
#include "analytics/layout/topic-map.h"

G_BEGIN_DECLS

/* Private to layout. A network that is to be placed: @cluster NULL = all alike; @key tells chance
 * about each node, @cluster_key about each cluster; @volume: what each node holds of the links of
 * the level below, NULL = as its links tell; @n_at_once: more nodes are placed level by level,
 * 0 = 2,000 on maps, 200,000 in other layouts. */
typedef struct {
    guint32 n_nodes;
    const RhumbSpring *spring;
    gsize n_springs;
    const guint32 *cluster;
    guint32 n_clusters;
    const guint64 *key;
    const guint64 *cluster_key;
    double aspect;
    guint64 seed;
    const double *volume;
    guint32 n_at_once;
} RhumbLoose;

RhumbEnergy rhumb_make_energy (const RhumbLoose *loose, GArray *springs, RhumbMapLayout layout,
                               double *mass);
GArray *rhumb_weigh_links (const RhumbLoose *loose, RhumbMapLayout layout, gboolean is_last);
void rhumb_scatter (guint64 seed, guint64 of, double *off);
gboolean rhumb_relax_by_levels (const RhumbLoose *loose, RhumbMapLayout layout, double *x,
                                GError **error);
gboolean rhumb_relax (const RhumbLoose *loose, RhumbMapLayout layout, double *x, GError **error);

G_END_DECLS
