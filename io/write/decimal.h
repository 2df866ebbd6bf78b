/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void rhumb_append_decimal (GString *out, double value, guint n_digits);

G_END_DECLS
