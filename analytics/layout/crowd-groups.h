/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/filling.h"

G_BEGIN_DECLS

/* Private to layout: a crowd of groups. Those that stand fast are the same; of each other node the
 * place of its group among the groups, RHUMB_NONE for what nothing links with enough others. */
typedef struct {
    RhumbCrowd crowd;
    guint32 *group_of;
    double mean_size;
    guint32 *cluster;
    guint64 *key;
    double *size;
    double *radius;
    RhumbPoint *place;
    GArray *springs;
} RhumbCrowdGroups;

void rhumb_group_crowd (RhumbCrowdGroups *groups, const RhumbCrowd *crowd, const guint32 *within);
void rhumb_crowd_groups_clear (RhumbCrowdGroups *groups);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RhumbCrowdGroups, rhumb_crowd_groups_clear)

G_END_DECLS
