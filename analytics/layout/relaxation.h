/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/energy.h"
#include "analytics/layout/topic-map.h"

G_BEGIN_DECLS

/* Private to layout. A network that is to be placed: @cluster NULL = all alike; @key tells chance
 * about each node, @cluster_key about each cluster. */
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
} RhumbLoose;

gboolean rhumb_relax (const RhumbLoose *loose, RhumbMapLayout layout, double *x, GError **error);

G_END_DECLS
