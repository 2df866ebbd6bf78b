/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <gio/gio.h>

#include "graph/attributed-network.h"
#include "graph/map.h"

G_BEGIN_DECLS

gboolean rhumb_dot_write_map (const RhumbMap *map, GOutputStream *stream, GError **error);
gboolean rhumb_dot_write_network (const RhumbAttributedNetwork *network, GOutputStream *stream,
                                  GError **error);

G_END_DECLS
