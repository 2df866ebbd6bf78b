/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/eval/figure.h"
#include "analytics/eval/link-split.h"
#include "graph/vectors.h"

G_BEGIN_DECLS

GArray *rhumb_test_links (const RhumbLinkSplit *split, const RhumbNetwork *network,
                          const RhumbVectors *vectors, guint n_samples, guint64 seed);

G_END_DECLS
