/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/eval/figure.h"

G_BEGIN_DECLS

void rhumb_test_clusters (GArray *figures, const char *method, const guint32 *cluster,
                          const guint32 *label, guint32 n, guint n_samples, guint64 seed);

G_END_DECLS
