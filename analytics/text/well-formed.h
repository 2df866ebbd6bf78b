/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/phrases.h"

G_BEGIN_DECLS

gboolean rhumb_is_well_formed (const RhumbPhrases *phrases, RhumbLexicon *lexicon,
                               const RhumbCandidate *candidate);

G_END_DECLS
