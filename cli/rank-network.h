/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "cli/run.h"

G_BEGIN_DECLS

/* A network that is ranked as files hold it: its nodes are no papers. */
typedef struct {
    RhumbNetwork *rows;
    guint64 *number;                    /* of each node, if these are all that is known of them */
    RhumbAttributedNetwork *attributed; /* else what is known of the nodes */
    guint year;                         /* the attribute, or RHUMB_NONE */
} RankNetwork;

gboolean rank_network_read (Run *run, Results *results, RankNetwork *network, GError **error);
void rank_network_add_name (const RankNetwork *network, guint32 node, Table *table);
void rank_network_clear (RankNetwork *network);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RankNetwork, rank_network_clear)

G_END_DECLS
