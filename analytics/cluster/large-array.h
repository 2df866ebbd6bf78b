/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gpointer large_array_new (gsize n, gsize size);

G_END_DECLS
