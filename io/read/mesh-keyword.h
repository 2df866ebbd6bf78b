/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *rhumb_mesh_keyword_skip_star (const char *keyword);
gboolean rhumb_mesh_keyword_parse (const char *keyword, const char **term, gsize *length);

G_END_DECLS
