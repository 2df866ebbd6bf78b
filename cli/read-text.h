/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GStrv read_lines (const char *path, guint most_mib, GError **error);
guint find_column (const char *const *names, const char *name);

G_END_DECLS
