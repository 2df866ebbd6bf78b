/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/surroundings.h"
#include "analytics/text/survey.h"

G_BEGIN_DECLS

#define RHUMB_N_FEATURES 74

extern const char *const rhumb_feature_names[RHUMB_N_FEATURES];

/* What features are measured on. */
typedef struct {
    const RhumbTokens *tokens;
    const char *tag;         /* one letter a token */
    const RhumbSides *sides; /* one a token */
    const RhumbCandidates *candidates;
    RhumbLexicon *lexicon;
    const RhumbSurvey *survey;
} RhumbReading;

void rhumb_measure_priors (const RhumbWordPrior *word, guint32 n, double *feature);
gboolean rhumb_may_be_concept (const RhumbReading *reading, const RhumbCandidate *candidate);
gboolean rhumb_measure_features (const RhumbReading *reading, const RhumbCandidate *candidate,
                                 double *feature);

G_END_DECLS
