/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/evolution.h"
#include "graph/map.h"

G_BEGIN_DECLS

RhumbMap *rhumb_draw_evolution (const RhumbEvolution *evolution, const char *title,
                                const char *provenance, GError **error);

G_END_DECLS
