/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/hierarchy.h"
#include "graph/map.h"
#include "graph/topics.h"

G_BEGIN_DECLS

RhumbMap *rhumb_draw_tree (const RhumbTopics *topics, const RhumbHierarchy *hierarchy,
                           const char *const *labels, const char *title, const char *provenance,
                           GError **error);

G_END_DECLS
