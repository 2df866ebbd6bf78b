/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/survey.h"

G_BEGIN_DECLS

#define RHUMB_N_STANDINGS 10

extern const char *const rhumb_standing_names[RHUMB_N_STANDINGS];

/* Below this score a candidate has no standing worth a question. */
#define RHUMB_RIVAL_LINE -3.5

/* What is known of the candidates of a text among each other; lives in the arena. */
typedef struct {
    const RhumbCandidates *candidates;
    const double *score; /* one a candidate */
    const double *logarithm;
    double best;
    guint32 *rank;    /* one a candidate above the line, from 0 */
    double *longer;   /* best score of those that hold it */
    double *shorter;  /* best score of those that it holds */
    guint8 *n_beaten; /* how many that are one word longer are better */
    double *cover;    /* one a token: the best score of those that cover it */
} RhumbRivals;

RhumbRivals rhumb_rivals_compare (const RhumbCandidates *candidates, const RhumbSurvey *survey,
                                  guint32 n_tokens, const double *score, RhumbArena *arena);
void rhumb_rivals_measure (const RhumbRivals *rivals, guint32 candidate, float *standing);

G_END_DECLS
