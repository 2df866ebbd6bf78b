/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/map.h"

G_BEGIN_DECLS

void rhumb_xdot_append (GString *out, const RhumbMap *map);

G_END_DECLS
