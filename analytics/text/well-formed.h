/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/features.h"

G_BEGIN_DECLS

/* What is judged: a paper's phrases as the model of phrases has learnt to see them, or what may
 * become a term of the corpus, of which other papers tell more. */
typedef enum {
    RHUMB_STRICTNESS_OF_PHRASES,
    RHUMB_STRICTNESS_OF_TERMS,
} RhumbStrictness;

gboolean rhumb_begins_name (const RhumbReading *reading, const RhumbCandidate *candidate);
gboolean rhumb_is_cut_off (const RhumbTokens *tokens, const RhumbOccurrence *place);
gboolean rhumb_is_well_formed (const RhumbReading *reading, const RhumbCandidate *candidate,
                               RhumbStrictness strictness);

G_END_DECLS
