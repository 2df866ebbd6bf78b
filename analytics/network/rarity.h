/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"

G_BEGIN_DECLS

RhumbNetwork *rhumb_weigh_by_rarity (const RhumbNetwork *features, GError **error);

G_END_DECLS
