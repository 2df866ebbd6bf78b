/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/map.h"

G_BEGIN_DECLS

/* Private to io: a map and the papers behind it as the JSON that the page's script reads. */
void rhumb_html_append_data (GString *out, const RhumbMap *map);

G_END_DECLS
