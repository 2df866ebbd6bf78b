/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/network/relatedness.h"
#include "graph/network-private.h"

G_BEGIN_DECLS

void rhumb_join_feature_rows (RhumbRows a, guint32 n_a, double share_a, RhumbRows b, double share_b,
                              RhumbOwnRows *joined);
RhumbNetwork *rhumb_relate_feature_rows (RhumbRows rows, guint32 n_features,
                                         const RhumbRelatednessOptions *options, GError **error);

G_END_DECLS
