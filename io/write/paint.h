/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <gio/gio.h>

#include "graph/map.h"

G_BEGIN_DECLS

/* What librhumb-paint offers; io/paint-door.c calls it by name. */
gboolean rhumb_paint_pdf (const RhumbMap *map, GOutputStream *stream, GError **error);
gboolean rhumb_paint_png (const RhumbMap *map, GOutputStream *stream, GError **error);

G_END_DECLS
