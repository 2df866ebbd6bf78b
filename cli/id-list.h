/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GStrv id_list_read (const char *path, GError **error);

G_END_DECLS
