/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean rhumb_is_eponym (const char *lower);
gboolean rhumb_ends_like_name (const char *label);

G_END_DECLS
