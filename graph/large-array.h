/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gpointer rhumb_large_array_new (gsize n, gsize size) G_GNUC_MALLOC;

G_END_DECLS
