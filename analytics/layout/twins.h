/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/derived-network.h"

G_BEGIN_DECLS

GArray *rhumb_thin_twins (const RhumbDerivedNetwork *derived, const GArray *list, guint many,
                          guint most);

G_END_DECLS
