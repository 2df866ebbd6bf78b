/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/map.h"

G_BEGIN_DECLS

/* Private to io: the orders in which the page wants items and links. */
RhumbMapItem *rhumb_html_sort_items (const RhumbMap *map, guint32 **place);
guint32 *rhumb_html_sort_links (const RhumbMap *map);

G_END_DECLS
