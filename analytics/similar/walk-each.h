/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/similar/push.h"

G_BEGIN_DECLS

/**
 * RhumbWalkers:
 *
 * Walkers of the same network, one for each thread. Belongs to one thread, which asks, and is not
 * counted by reference.
 *
 * Since: 0.2
 */
typedef struct _RhumbWalkers RhumbWalkers;

RhumbWalkers *rhumb_walkers_new (RhumbNetwork *network, GError **error);
RhumbWalkers *rhumb_walkers_new_of_index (RhumbLinkIndex *index, GError **error);
void rhumb_walkers_free (RhumbWalkers *walkers);
GPtrArray *rhumb_walkers_list_best (RhumbWalkers *walkers, const guint32 *start, guint n_starts,
                                    const RhumbWalkOptions *options, guint32 first, guint32 n_nodes,
                                    guint n_best, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbWalkers, rhumb_walkers_free)

G_END_DECLS
