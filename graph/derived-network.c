/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A network that follows from a knowledge graph: its links, and what its nodes stand for, which
 * may be nodes of the graph, names that have no node there, or both.
 */
#include "graph/derived-network.h"

/**
 * rhumb_derived_network_new:
 * @network: (transfer full): the links
 * @kind: what the first nodes are; %RHUMB_N_NODE_KINDS = none
 * @n_known: how many of them
 * @names: (transfer full) (nullable) (element-type utf8): names of the other nodes
 * @names_kind: (nullable): what they are
 *
 * Puts a derived network together.
 *
 * Returns: (transfer full): it
 *
 * Since: 0.2
 */
RhumbDerivedNetwork *
rhumb_derived_network_new (RhumbNetwork *network, RhumbNodeKind kind, guint32 n_known,
                           GPtrArray *names, const char *names_kind)
{
    RhumbDerivedNetwork *derived = g_new (RhumbDerivedNetwork, 1);
    *derived = (RhumbDerivedNetwork){
        network, kind, n_known, names != NULL ? names : g_ptr_array_new (), names_kind, NULL, NULL};
    return derived;
}

/**
 * rhumb_derived_network_free:
 * @derived: (transfer full) (nullable): a derived network
 *
 * Frees it.
 *
 * Since: 0.2
 */
void
rhumb_derived_network_free (RhumbDerivedNetwork *derived)
{
    if (derived == NULL)
        return;
    rhumb_network_unref (derived->network);
    g_ptr_array_unref (derived->names);
    g_clear_pointer (&derived->papers, rhumb_network_unref);
    g_free (derived);
}
