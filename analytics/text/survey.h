/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/candidates.h"

G_BEGIN_DECLS

/* How often a word comes in a text. */
typedef struct {
    guint32 stem;
    guint32 count;        /* 0 for a word that does not come */
    double log_count;     /* likewise */
    RhumbWordPrior prior; /* what the model knows of it, if it comes */
    gboolean in_title;
} RhumbWordUse;

/* How a candidate stands to others that are one word longer or shorter. */
typedef struct {
    guint32 n_longer;      /* candidates that hold it */
    guint32 longer_count;  /* places of the commonest of them */
    guint32 shorter_count; /* places of the commonest that it holds */
} RhumbNesting;

/* What holds for the words of a text and between its candidates; lives in the arena. */
typedef struct {
    const double *logarithm; /* of small numbers, for rhumb_log() */
    RhumbWordUse *use;       /* the first of a word that does not come, then one a word */
    guint32 n_uses;
    guint32 *slot; /* number of a use, 0 = free; open addressing */
    guint32 n_slots;
    RhumbNesting *nesting; /* one a candidate */
    guint32 *part;         /* two a candidate: it without its last word, and without its first, or
                              RHUMB_NO_PART */
    guint32 *by_length;    /* all candidates, those of fewer stems first, in order among equals */
    guint32 length_start[RHUMB_MAX_PHRASE_STEMS + 2]; /* where those of so many stems begin */
} RhumbSurvey;

RhumbSurvey rhumb_survey_text (RhumbLexicon *lexicon, const RhumbTokens *tokens,
                               const RhumbCandidates *candidates, RhumbArena *arena);

/* The slot that holds a word, or the free one where it belongs. */
static inline guint32
rhumb_survey_find_slot (const RhumbSurvey *survey, guint32 stem)
{
    guint32 s = (stem * 2654435769u) & (survey->n_slots - 1);
    while (survey->slot[s] != 0 && survey->use[survey->slot[s]].stem != stem)
        s = (s + 1) & (survey->n_slots - 1);
    return s;
}

/* How often a word comes; never NULL, the count is 0 for a word that does not. */
static inline const RhumbWordUse *
rhumb_survey_find (const RhumbSurvey *survey, guint32 stem)
{
    return &survey->use[survey->slot[rhumb_survey_find_slot (survey, stem)]];
}

G_END_DECLS
