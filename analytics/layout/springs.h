/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/energy.h"
#include "analytics/layout/scene.h"

G_BEGIN_DECLS

GArray *rhumb_springs_new (const RhumbScene *scene);
void rhumb_springs_tether (const RhumbScene *scene, GArray *springs);

G_END_DECLS
