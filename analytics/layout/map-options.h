/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/topic-map.h"

G_BEGIN_DECLS

/* Private to layout. */
gboolean rhumb_map_options_check (const RhumbMapOptions *options, GError **error);

G_END_DECLS
