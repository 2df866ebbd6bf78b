/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/territories.h"

G_BEGIN_DECLS

/* Private to layout: how far places are from the borders of land, see shore.c. */
typedef struct _RhumbShore RhumbShore;

RhumbShore *rhumb_shore_new (const RhumbTerritories *land, guint32 n_clusters, RhumbBox frame);
void rhumb_shore_free (RhumbShore *shore);
double rhumb_shore_get_depth (const RhumbShore *shore, guint32 cluster, RhumbPoint place);
gboolean rhumb_shore_move_in (const RhumbShore *shore, guint32 cluster, double depth,
                              RhumbPoint *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbShore, rhumb_shore_free)

G_END_DECLS
