/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/derived-network.h"

G_BEGIN_DECLS

/* Private to layout: a node of a network that is drawn. */
typedef struct {
    guint32 node;    /* of the network */
    double weight;   /* what its size stands for */
    double strength; /* of all its links to others */
    guint32 n_twins; /* that are left out because they are linked as it is (twins.c) */
} RhumbNetworkChoice;

GArray *rhumb_choose_network_nodes (RhumbGraph *graph, const RhumbDerivedNetwork *derived,
                                    guint most);
RhumbNetwork *rhumb_link_chosen_nodes (const RhumbDerivedNetwork *derived, const GArray *nodes,
                                       GError **error);

G_END_DECLS
