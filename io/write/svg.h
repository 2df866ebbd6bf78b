/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/map.h"
#include "io/format.h"

G_BEGIN_DECLS

extern const RhumbFormat rhumb_format_svg;

GString *rhumb_svg_from_map (const RhumbMap *map);

G_END_DECLS
