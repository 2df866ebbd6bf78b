/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/candidates.h"

G_BEGIN_DECLS

typedef struct _RhumbPhraseEntry RhumbPhraseEntry;

/* The best candidates of a text, of which phrases are taken; lives in an arena. */
typedef struct {
    RhumbPhraseEntry *entry; /* best first, as scored */
    guint32 n_entries;
    guint32 n_taken;         /* of the first ones, at least */
    RhumbPhraseEntry **part; /* those that never stand alone and lost nothing yet */
    guint64 *part_stems;     /* of each a bit for each stem: what has fewer does not contain it */
    guint32 n_parts;
    double constant;
} RhumbPhrasePool;

RhumbPhrasePool rhumb_phrase_pool_new (const RhumbCandidates *candidates, guint32 n_wanted,
                                       guint32 n_max, double constant, RhumbArena *arena);
const RhumbCandidate *rhumb_phrase_pool_take (RhumbPhrasePool *pool, double *score);

G_END_DECLS
