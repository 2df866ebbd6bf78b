/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/scene.h"

G_BEGIN_DECLS

double rhumb_paper_list_draw (const RhumbScene *scene, RhumbMapBuilder *builder, RhumbBox room);
char *rhumb_paper_caption (const RhumbScene *scene, const RhumbSceneNode *node);

G_END_DECLS
