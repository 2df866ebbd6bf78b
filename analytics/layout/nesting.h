/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/scene.h"

G_BEGIN_DECLS

void rhumb_nest_positions (RhumbScene *scene, const GArray *springs, const RhumbScene *atlas);

G_END_DECLS
