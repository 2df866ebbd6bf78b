/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/scene.h"
#include "analytics/layout/territories.h"

G_BEGIN_DECLS

RhumbTerritories *rhumb_arrange (RhumbScene *scene, const GArray *springs);

G_END_DECLS
