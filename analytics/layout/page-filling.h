/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/scene.h"

G_BEGIN_DECLS

void rhumb_fill_page (RhumbScene *scene);

G_END_DECLS
