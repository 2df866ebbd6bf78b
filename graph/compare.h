/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int rhumb_compare_numbers (gconstpointer a, gconstpointer b);
int rhumb_compare_large_numbers (gconstpointer a, gconstpointer b);
int rhumb_compare_doubles (gconstpointer a, gconstpointer b);

G_END_DECLS
