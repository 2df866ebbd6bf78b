/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/topic-map.h"

G_BEGIN_DECLS

/* Not installed: what layouts refuse, and rhumb map before papers are read. */
#define RHUMB_MAP_MOST_LABELS 500
#define RHUMB_MAP_MOST_NODES 1000000
#define RHUMB_MAP_LEAST_WIDTH 900.0
#define RHUMB_MAP_LEAST_HEIGHT 600.0
#define RHUMB_MAP_LONGEST_SIDE 20000.0
#define RHUMB_MAP_LEAST_DPI 10.0
#define RHUMB_MAP_MOST_DPI 2400.0
/* Discs of a network. */
#define RHUMB_MAP_LEAST_DISCS 2
#define RHUMB_MAP_MOST_DISCS 500

gboolean rhumb_map_options_check (const RhumbMapOptions *options, GError **error);
gboolean rhumb_map_options_check_placed (const RhumbMapOptions *options, GError **error);

G_END_DECLS
