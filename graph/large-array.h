/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gpointer rhumb_large_array_new (gsize n, gsize size) G_GNUC_MALLOC;
gpointer rhumb_clear_pages_new (gsize size) G_GNUC_MALLOC;
void rhumb_clear_pages_free (gpointer pages, gsize size);
void rhumb_return_memory (void);

G_END_DECLS
