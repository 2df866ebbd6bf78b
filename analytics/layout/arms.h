/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean rhumb_find_arms (const guint8 *is_land, const double *held, guint n_columns, guint n_rows,
                          guint8 *is_arm);

G_END_DECLS
