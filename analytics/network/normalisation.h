/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"

G_BEGIN_DECLS

RhumbNetwork *rhumb_normalise_by_strength (const RhumbNetwork *network, GError **error);
RhumbNetwork *rhumb_normalise_by_occurrence (const RhumbNetwork *network, const double *occurrences,
                                             GError **error);

G_END_DECLS
