/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <gio/gio.h>

#include "graph/map.h"

G_BEGIN_DECLS

/* Calls a function of io/write/paint.h by its name. */
gboolean rhumb_paint_door_call (const char *function, const RhumbMap *map, GOutputStream *stream,
                                GError **error);

G_END_DECLS
