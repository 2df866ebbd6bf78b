/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/energy.h"
#include "analytics/layout/scene.h"

G_BEGIN_DECLS

gboolean rhumb_find_positions (RhumbScene *scene, const GArray *springs, GError **error);

G_END_DECLS
