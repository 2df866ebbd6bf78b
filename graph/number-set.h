/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint rhumb_numbers_sort (guint32 *numbers, guint n);
void rhumb_number_set_make (GArray *numbers);

G_END_DECLS
