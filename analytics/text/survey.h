/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/candidates.h"

G_BEGIN_DECLS

/* How often a word comes in a text. */
typedef struct {
    guint32 stem;
    guint32 count;    /* 0 = a free slot */
    double log_count; /* 0 for a word that does not come */
    gboolean in_title;
} RhumbWordUse;

/* How a candidate stands to others that are one word longer or shorter. */
typedef struct {
    guint32 n_longer;      /* candidates that hold it */
    guint32 longer_count;  /* places of the commonest of them */
    guint32 shorter_count; /* places of the commonest that it holds */
} RhumbNesting;

#define RHUMB_NO_PART G_MAXUINT32

/* What holds for the words of a text and between its candidates; lives in the arena. */
typedef struct {
    RhumbWordUse *slot; /* open addressing */
    guint32 n_slots;
    RhumbNesting *nesting; /* one a candidate */
    guint32 *part;         /* two a candidate: it without its last word, and without its first, or
                              RHUMB_NO_PART */
} RhumbSurvey;

RhumbSurvey rhumb_survey_text (const RhumbTokens *tokens, const RhumbCandidates *candidates,
                               RhumbArena *arena);
const RhumbWordUse *rhumb_survey_find (const RhumbSurvey *survey, guint32 stem);

G_END_DECLS
