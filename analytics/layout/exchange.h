/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/scene.h"

G_BEGIN_DECLS

guint rhumb_exchange_places (RhumbScene *scene, const GArray *springs);

G_END_DECLS
