/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/scene.h"
#include "analytics/layout/territories.h"

G_BEGIN_DECLS

void rhumb_crowd_join (RhumbScene *scene, const RhumbTerritories *land, GArray *links);

G_END_DECLS
