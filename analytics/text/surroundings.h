/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/candidates.h"

G_BEGIN_DECLS

/* What stands before a phrase. */
typedef enum {
    RHUMB_AFTER_OF,
    RHUMB_AFTER_ARTICLE,
    RHUMB_AFTER_AND,
    RHUMB_AFTER_PREPOSITION,
    RHUMB_AFTER_THE,
    RHUMB_AFTER_VERB,  /* of grammar: is, has, can */
    RHUMB_AFTER_BREAK, /* an academic verb or the like: propose, using */
    RHUMB_STARTS_SENTENCE,
} RhumbBefore;

/* What stands behind it. */
typedef enum {
    RHUMB_BEFORE_OF,
    RHUMB_BEFORE_AND,
    RHUMB_BEFORE_BRACKET,
    RHUMB_BEFORE_VERB,
    RHUMB_BEFORE_PREPOSITION,
    RHUMB_BEFORE_END, /* of the sentence, or a mark */
    RHUMB_IN_TITLE,
    RHUMB_ENDS_TITLE,
} RhumbBehind;

#define RHUMB_N_SIDES 8

/* 0 or 1 for each thing that may stand before a token and behind it. */
typedef struct {
    guint8 before[RHUMB_N_SIDES];
    guint8 behind[RHUMB_N_SIDES];
} RhumbSides;

/* Counts over all places of one candidate. */
typedef struct {
    guint32 before[RHUMB_N_SIDES]; /* by RhumbBefore */
    guint32 behind[RHUMB_N_SIDES]; /* by RhumbBehind */
    guint32 n_starts;
    guint32 n_sentences;
    guint32 n_at_chunk_start;
    guint32 n_at_chunk_end;
    guint32 first_start; /* token */
    guint32 last_start;
    gboolean in_capitals; /* its first token, once */
    char first_tag;       /* the commonest at its beginning */
    char last_tag;
} RhumbSurroundings;

RhumbSides *rhumb_look_around (const RhumbTokens *tokens, const char *tag, RhumbArena *arena);
RhumbSurroundings rhumb_count_surroundings (const RhumbTokens *tokens, const char *tag,
                                            const RhumbSides *sides,
                                            const RhumbCandidates *candidates,
                                            const RhumbCandidate *candidate);
char rhumb_find_last_tag (const char *tag, const RhumbCandidates *candidates,
                          const RhumbCandidate *candidate);

/* What stands around the only place of a candidate: the same as rhumb_count_surroundings() without
 * its sums. */
static inline RhumbSurroundings
rhumb_surroundings_of_place (const RhumbTokens *tokens, const char *tag, const RhumbSides *sides,
                             const RhumbOccurrence *place)
{
    const RhumbSpelling *token = tokens->token[place->start];
    RhumbSurroundings around = {.n_starts = 1,
                                .n_sentences = 1,
                                .n_at_chunk_start = place->start == place->chunk_start,
                                .n_at_chunk_end = place->end == place->chunk_end,
                                .first_start = place->start,
                                .last_start = place->start,
                                .in_capitals = token->is_all_capitals && token->n_chars > 1,
                                .first_tag = tag[place->start],
                                .last_tag = tag[place->end - 1]};
    for (guint k = 0; k < RHUMB_N_SIDES; k++) {
        around.before[k] = sides[place->start].before[k];
        around.behind[k] = sides[place->end - 1].behind[k];
    }
    return around;
}

G_END_DECLS
