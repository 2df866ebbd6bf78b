/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/geometry.h"

G_BEGIN_DECLS

/* Private to layout: a box that may be pushed; group is the cluster it belongs to. */
typedef struct {
    RhumbPoint centre;
    double half_width;
    double half_height;
    guint32 group;
} RhumbPushBox;

typedef struct {
    RhumbBox frame;
    double gap;
    double group_gap;
    guint max_rounds;
} RhumbPushRules;

guint rhumb_push_apart (RhumbPushBox *box, guint32 n_boxes, const RhumbPushRules *rules);

G_END_DECLS
