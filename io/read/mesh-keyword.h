/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void rhumb_mesh_keywords_take (const GPtrArray *found, GStringChunk *strings, GPtrArray *keywords,
                               GPtrArray *headings);
const char *rhumb_mesh_keyword_skip_star (const char *keyword);
gboolean rhumb_mesh_keyword_parse (const char *keyword, const char **term, gsize *length);

G_END_DECLS
