/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/features.h"

G_BEGIN_DECLS

gboolean rhumb_is_cut_off (const RhumbTokens *tokens, const RhumbOccurrence *place);
gboolean rhumb_is_well_formed (const RhumbReading *reading, const RhumbCandidate *candidate);

G_END_DECLS
