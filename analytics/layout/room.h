/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/scene.h"

G_BEGIN_DECLS

void rhumb_make_room (RhumbScene *scene, guint max_rounds);
RhumbBox rhumb_room_taken (const RhumbScene *scene);

G_END_DECLS
