/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"

G_BEGIN_DECLS

/**
 * RhumbPair:
 * @a: a node
 * @b: another node, of a higher number
 * @linked: whether a link joins them
 *
 * Two nodes of which it is asked whether they are linked.
 *
 * Since: 0.2
 */
typedef struct {
    guint32 a;
    guint32 b;
    gboolean linked;
} RhumbPair;

/**
 * RhumbLinkSplit:
 * @pair: all pairs: those to learn from, those to choose by, those to be tested; of each part links
 *   first, then as many pairs without a link
 * @n_train: pairs to learn from
 * @n_validation: pairs to choose by
 * @n_test: pairs to be tested
 *
 * Links of a network, parted. Belongs to one owner.
 *
 * Since: 0.2
 */
typedef struct {
    RhumbPair *pair;
    gsize n_train;
    gsize n_validation;
    gsize n_test;
} RhumbLinkSplit;

RhumbLinkSplit *rhumb_split_links (const RhumbNetwork *network, const guint64 *key,
                                   double test_share, double validation_share, guint64 seed,
                                   GError **error);
void rhumb_link_split_free (RhumbLinkSplit *split);
RhumbNetwork *rhumb_hold_out_links (const RhumbLinkSplit *split, const RhumbNetwork *network,
                                    GError **error);
RhumbNetwork *rhumb_hold_out_nodes (const RhumbNetwork *network, const gboolean *held_out,
                                    guint32 n_nodes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbLinkSplit, rhumb_link_split_free)

G_END_DECLS
