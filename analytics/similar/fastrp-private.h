/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/similar/fastrp.h"

G_BEGIN_DECLS

/* Private to similar. */
#define FASTRP_MAX_DIMENSIONS 4096
#define FASTRP_MAX_NUMBERS ((guint64)1 << 33)

/* Adds a row, weighted, to another one. */
static inline void
fastrp_add_row (float weight, const float *from, guint d, float *to)
{
    for (guint k = 0; k < d; k++)
        to[k] += weight * from[k];
}

double fastrp_sum_row (RhumbRows rows, guint32 v);
double fastrp_get_length (const float *row, guint d);
void fastrp_draw_row (const RhumbFastrpOptions *o, double sparsity, guint64 key, double strength,
                      float *row);
gboolean fastrp_check_features (const RhumbFastrpFeatures *features, guint32 n_nodes, guint d,
                                GError **error);
void fastrp_mix_features (const RhumbFastrpFeatures *features, const RhumbFastrpOptions *o,
                          RhumbRows rows, float *start);

G_END_DECLS
