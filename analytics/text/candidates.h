/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/tokens.h"

G_BEGIN_DECLS

#define RHUMB_MAX_PHRASE_STEMS 7
#define RHUMB_NO_OCCURRENCE G_MAXUINT32
#define RHUMB_NO_PART G_MAXUINT32
#define RHUMB_UNKNOWN_PART (G_MAXUINT32 - 1)

/* The small word that a phrase may run across. */
typedef enum {
    RHUMB_BRIDGE_NONE,
    RHUMB_BRIDGE_OF,
    RHUMB_BRIDGE_TO,
    RHUMB_BRIDGE_BASED,
    RHUMB_BRIDGE_AND,
} RhumbBridge;

/* One place of a phrase: tokens start … end − 1 of the text, inside the chunk of words between
 * two break words. */
typedef struct {
    guint32 sentence;
    guint32 start;
    guint32 end;
    guint32 chunk_start;
    guint32 chunk_end;
    guint32 candidate; /* its number */
    guint32 next;      /* the next occurrence of the same phrase, or RHUMB_NO_OCCURRENCE */
    RhumbBridge bridge;
} RhumbOccurrence;

/* A phrase that may be a concept: all places with the same stems. */
typedef struct {
    guint32 stem[RHUMB_MAX_PHRASE_STEMS];
    guint32 n_stems;
    guint32 n_stem_chars;
    guint32 first; /* occurrence */
    guint32 last;  /* occurrence */
    guint32 n_occurrences;
    guint32 n_alone; /* occurrences that are their chunk */
    gboolean can_be_concept;
    gboolean is_well_formed; /* told of what can be one */
    double score;            /* log odds; raised to its short form's */
} RhumbCandidate;

/* Where a candidate stands in the table of its text: half of the hash of its stems tells nearly all
 * others without a look at them. */
typedef struct {
    guint32 number; /* candidate + 1, 0 = free */
    guint32 check;
} RhumbCandidateSlot;

/* All candidates of a text, in order of first occurrence; lives in the arena. */
typedef struct {
    RhumbOccurrence *occurrence;
    guint32 n_occurrences;
    RhumbCandidate *candidate;
    guint32 n_candidates;
    guint32 *part; /* two a candidate: it without its last stem, and without its first: a candidate,
                      RHUMB_NO_PART or, where that is to be looked for, RHUMB_UNKNOWN_PART */
    RhumbCandidateSlot *slot;
    guint32 n_slots;
} RhumbCandidates;

/* A place whose phrase has one before it. */
typedef struct {
    guint32 occurrence;
    guint32 candidate;
} RhumbRepeat;

/* What need not be worked out again of the candidates of a text: their scores, and which places
 * are of one that came before; every other place is of the next. */
typedef struct {
    const double *score; /* one a candidate */
    const RhumbRepeat *repeat;
    guint32 n_repeats;
} RhumbKnownCandidates;

RhumbCandidates rhumb_find_candidates (const RhumbTokens *tokens, RhumbArena *arena);
RhumbKnownCandidates rhumb_candidates_keep (const RhumbCandidates *candidates, RhumbArena *arena);
RhumbCandidates rhumb_find_known_candidates (const RhumbTokens *tokens,
                                             const RhumbKnownCandidates *known, RhumbArena *arena);
RhumbCandidate *rhumb_candidates_find (const RhumbCandidates *candidates, const guint32 *stem,
                                       gsize n_stems);

G_END_DECLS
