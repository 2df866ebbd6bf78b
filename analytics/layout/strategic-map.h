/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/time/strategic-diagram.h"
#include "graph/map.h"
#include "graph/topics.h"

G_BEGIN_DECLS

RhumbMap *rhumb_draw_themes (const RhumbTopics *topics, const RhumbThemePlace *place,
                             const char *title, const char *provenance, GError **error);

G_END_DECLS
