/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint64 rhumb_bytes_hash (const char *bytes, gsize length);

G_END_DECLS
