/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/network/strong-order.h"
#include "graph/network.h"

G_BEGIN_DECLS

/* Private to time: citations as a flow from cited to citing papers, made free of cycles. Papers
 * that still cite each other in circles are one component each; components stand in the order of
 * time. */
typedef struct {
    RhumbNetwork *network; /* cited → citing, without what goes against the date */
    RhumbStrongOrder *order;
    gsize n_against_date; /* citations dropped: the cited paper is younger */
    guint32 n_in_cycles;  /* papers in components of more than one */
} RhumbCitationFlow;

RhumbCitationFlow *rhumb_citation_flow_new (const RhumbNetwork *cites, const int *year,
                                            GError **error);
void rhumb_citation_flow_free (RhumbCitationFlow *flow);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbCitationFlow, rhumb_citation_flow_free)

G_END_DECLS
