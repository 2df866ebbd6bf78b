/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to eval: numbers 0 … n − 1, the highest score first; scores that are NaN last. */
guint32 *rhumb_order_scores (const double *score, guint32 n);

G_END_DECLS
