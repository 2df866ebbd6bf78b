/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/time/citation-flow.h"

G_BEGIN_DECLS

/* Private to time: the arcs of a path, collected, and the ways through circles added. */
typedef struct {
    guint32 from;
    guint32 to;
    double weight;
} RhumbPathArc;

typedef struct {
    GArray *arc;       /* of RhumbPathArc, each pair once */
    GHashTable *known; /* set of pairs */
} RhumbPathArcs;

RhumbPathArcs *rhumb_path_arcs_new (void);
void rhumb_path_arcs_free (RhumbPathArcs *arcs);
void rhumb_path_arcs_add (RhumbPathArcs *arcs, guint32 from, guint32 to, double weight);
RhumbNetwork *rhumb_path_arcs_finish (RhumbPathArcs *arcs, const RhumbCitationFlow *flow,
                                      GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbPathArcs, rhumb_path_arcs_free)

G_END_DECLS
