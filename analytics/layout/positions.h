/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/energy.h"
#include "analytics/layout/scene.h"

G_BEGIN_DECLS

void rhumb_find_positions (RhumbScene *scene, const GArray *springs);

G_END_DECLS
