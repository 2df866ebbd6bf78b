/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/token-readers.h"

G_BEGIN_DECLS

/* A stem of a paper, by its number in the lexicon, and how often the paper has it. */
typedef struct {
    guint32 stem;
    guint32 count;
} RhumbWordCount;

/* A word as it is written, for its one stem. */
typedef struct {
    guint32 stem;
    const RhumbSpelling *word;
} RhumbWordVote;

/* The stems of one paper in the order of their first places, and its votes in theirs. */
typedef struct {
    RhumbWordCount *count;
    RhumbWordVote *vote;
    guint32 n_counts;
    guint32 n_votes;
} RhumbWordCounts;

/* Room of one thread. */
typedef struct {
    GArray *place;  /* of guint32, one a stem of the lexicon: 1 + its entry, 0 = none yet */
    GArray *count;  /* of RhumbWordCount */
    GArray *vote;   /* of RhumbWordVote */
    gboolean votes; /* whether votes are wanted */
} RhumbWordCounter;

void rhumb_word_counter_init (RhumbWordCounter *counter, gboolean votes);
void rhumb_word_counter_clear (RhumbWordCounter *counter);
RhumbWordCounts rhumb_word_counter_count (RhumbWordCounter *counter, RhumbTokenReader *reader,
                                          const RhumbTokens *tokens);

G_END_DECLS
