/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/features.h"
#include "analytics/text/model.h"
#include "analytics/text/rivals.h"

G_BEGIN_DECLS

/* Columns of the trees: features, then standings. */
#define RHUMB_N_COLUMNS (RHUMB_N_FEATURES + RHUMB_N_STANDINGS)

/* The score of what is no concept at all. */
#define RHUMB_OUT_OF_QUESTION -99.0

/* The model of one style of keyphrases. */
typedef struct {
    double weight[RHUMB_N_FEATURES];
    const RhumbForest *forest; /* borrowed */
} RhumbStyle;

/* Scores phrases in both styles. */
typedef struct {
    RhumbStyle author;
    RhumbStyle dense;
    double weights[RHUMB_N_FEATURES / 2][4]; /* two of the author's, and of the dense style's */
} RhumbScorer;

void rhumb_scorer_init (RhumbScorer *scorer, const RhumbModel *model);
double rhumb_style_weigh (const double *weight, const double *feature);
void rhumb_scorer_score (const RhumbScorer *scorer, const RhumbReading *reading,
                         RhumbCandidate *candidate, double density, RhumbArena *arena);

G_END_DECLS
