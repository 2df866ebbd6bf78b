/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean standardised_fit (const float *row, const guint8 *label, guint32 n_rows, guint n_columns,
                           double penalty, double *weight);

G_END_DECLS
