/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double rhumb_k_means (const float *row, guint32 n_rows, guint n_columns, guint n_clusters,
                      guint n_starts, guint64 seed, guint32 *cluster);

G_END_DECLS
