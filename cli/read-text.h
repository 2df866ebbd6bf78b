/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *read_text (const char *path, guint most_mib, GError **error);

G_END_DECLS
