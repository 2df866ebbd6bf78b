/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"
#include "graph/ranking.h"

G_BEGIN_DECLS

gboolean rhumb_hits (const RhumbNetwork *network, RhumbRanking **hubs, RhumbRanking **authorities,
                     GError **error);

G_END_DECLS
