/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/scene.h"

G_BEGIN_DECLS

char *rhumb_heading_write_title (const RhumbScene *scene);
void rhumb_heading_draw (const RhumbScene *scene, RhumbMapBuilder *builder);

G_END_DECLS
