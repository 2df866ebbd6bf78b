/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/scene.h"

G_BEGIN_DECLS

char *rhumb_tooltip (const RhumbScene *scene, const RhumbSceneNode *node);
char *rhumb_link_of_node (const RhumbScene *scene, const RhumbSceneNode *node);

G_END_DECLS
