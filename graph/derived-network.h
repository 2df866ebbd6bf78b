/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/attributed-network.h"
#include "graph/graph.h"

G_BEGIN_DECLS

/**
 * RhumbDerivedNetwork:
 * @network: the links
 * @kind: nodes 0 … @n_known − 1 are those of this kind of the graph
 * @n_known: how many
 * @names: (element-type utf8): names of the nodes after those
 * @names_kind: what they are: "reference", "institution", "country", "keyword"
 * @title: (nullable): what the field calls the network: "Bibliographic coupling network"
 * @summary: (nullable): what its nodes are and what links them: "papers that cite the same works"
 * @papers: (nullable): which papers have, or cite, each node: a two-mode network papers → nodes
 *
 * A network that follows from a knowledge graph, and what its nodes stand for. Belongs to one
 * owner.
 *
 * Since: 0.2
 */
typedef struct {
    RhumbNetwork *network;
    RhumbNodeKind kind;
    guint32 n_known;
    GPtrArray *names;
    const char *names_kind;
    const char *title;
    const char *summary;
    RhumbNetwork *papers;
} RhumbDerivedNetwork;

RhumbDerivedNetwork *rhumb_derived_network_new (RhumbNetwork *network, RhumbNodeKind kind,
                                                guint32 n_known, GPtrArray *names,
                                                const char *names_kind);
void rhumb_derived_network_free (RhumbDerivedNetwork *derived);
RhumbAttributedNetwork *rhumb_attributed_network_new_for_derived (
    const RhumbGraph *graph, const RhumbDerivedNetwork *derived, const char *relation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbDerivedNetwork, rhumb_derived_network_free)

G_END_DECLS
