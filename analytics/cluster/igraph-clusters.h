/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/cluster/clustering.h"

G_BEGIN_DECLS

/* Private to cluster. */
guint32 *rhumb_igraph_cluster (const RhumbNetwork *network, const RhumbClusteringOptions *options,
                               guint64 seed, double *code_length, GError **error);

G_END_DECLS
