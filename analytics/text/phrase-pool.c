/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which of a paper's candidates are its phrases, one after the other, best first: one that occurs
 * only inside a longer chosen phrase loses a constant once.
 *
 * Cost: n log n for a pool of n, and a look at the parts of longer phrases for each that is chosen.
 */
#include "analytics/text/phrase-pool.h"

#include "analytics/text/scores.h"

#include <string.h>

struct _RhumbPhraseEntry {
    const RhumbCandidate *candidate;
    double score;
    double penalty;
    gboolean is_taken;
};

/* A phrase of the pool that never stands alone and has not lost the constant yet. */
struct _RhumbPhrasePart {
    guint64 stems; /* a bit for each: a phrase with fewer bits does not contain it */
    RhumbPhraseEntry *entry;
};

/* A candidate beside its score, which are moved together. */
typedef struct {
    double score;
    guint32 candidate;
} Scored;

/* Where a score belongs in a pool, best first: behind its equals. */
static guint32
find_place (const Scored *pool, guint32 n, double score)
{
    guint32 low = 0;
    while (low < n) {
        const guint32 middle = low + (n - low) / 2;
        if (pool[middle].score < score)
            n = middle;
        else
            low = middle + 1;
    }
    return low;
}

/* Keeps the best candidates, best first, earlier ones first among equals. */
static guint32
collect_best (const RhumbCandidates *candidates, Scored *pool, guint32 n_max)
{
    guint32 n = 0;
    for (guint32 i = 0; i < candidates->n_candidates; i++) {
        const RhumbCandidate *candidate = &candidates->candidate[i];
        const double score = candidate->score;
        if (!candidate->can_be_concept || score <= RHUMB_OUT_OF_QUESTION ||
            (n == n_max && score <= pool[n - 1].score))
            continue;
        const guint32 place = find_place (pool, n, score);
        n += n < n_max;
        memmove (pool + place + 1, pool + place, (n - 1 - place) * sizeof *pool);
        pool[place] = (Scored){score, i};
    }
    return n;
}

static gboolean
contains (const RhumbCandidate *whole, const RhumbCandidate *part)
{
    if (part->n_stems >= whole->n_stems)
        return FALSE;
    for (guint32 i = 0; i + part->n_stems <= whole->n_stems; i++)
        if (whole->stem[i] == part->stem[0] &&
            memcmp (whole->stem + i, part->stem, part->n_stems * sizeof part->stem[0]) == 0)
            return TRUE;
    return FALSE;
}

/* The pool is in the order of scores, and a penalty takes off: what follows a better one is no
 * better. */
static RhumbPhraseEntry *
take_best (RhumbPhrasePool *pool)
{
    RhumbPhraseEntry *best = NULL;
    while (pool->entry[pool->n_taken].is_taken)
        pool->n_taken++;
    for (guint32 i = pool->n_taken; i < pool->n_entries; i++) {
        RhumbPhraseEntry *entry = &pool->entry[i];
        if (best != NULL && entry->score <= best->score - best->penalty)
            break;
        if (!entry->is_taken &&
            (best == NULL || entry->score - entry->penalty > best->score - best->penalty))
            best = entry;
    }
    best->is_taken = TRUE;
    return best;
}

static guint64
mark_stems (const RhumbCandidate *candidate)
{
    guint64 marks = 0;
    for (guint32 i = 0; i < candidate->n_stems; i++)
        marks |= (guint64)1 << ((candidate->stem[i] * 2654435769u) >> 26);
    return marks;
}

static guint32
list_parts (RhumbPhraseEntry *pool, guint32 n_pool, RhumbPhrasePart *part)
{
    guint32 n = 0;
    for (guint32 i = 0; i < n_pool; i++)
        if (pool[i].candidate->n_alone == 0)
            part[n++] = (RhumbPhrasePart){mark_stems (pool[i].candidate), &pool[i]};
    return n;
}

/* What is left and only occurs inside @whole loses the constant. Returns how many parts remain. */
static guint32
penalise_parts (const RhumbCandidate *whole, double constant, RhumbPhrasePart *part,
                guint32 n_parts)
{
    const guint64 marks = mark_stems (whole);
    guint32 kept = 0;
    if (whole->n_stems < 2)
        return n_parts;
    for (guint32 i = 0; i < n_parts; i++) {
        RhumbPhraseEntry *entry = part[i].entry;
        if ((part[i].stems & ~marks) == 0) {
            if (entry->is_taken)
                continue;
            if (contains (whole, entry->candidate)) {
                entry->penalty = constant;
                continue;
            }
        }
        part[kept++] = part[i];
    }
    return kept;
}

/* Collects the @n_max best of @candidates. @constant: what a mere part of a chosen phrase loses. */
RhumbPhrasePool
rhumb_phrase_pool_new (const RhumbCandidates *candidates, guint32 n_max, double constant,
                       RhumbArena *arena)
{
    RhumbPhrasePool pool = {.constant = constant};
    pool.entry = RHUMB_ARENA_ROOM (arena, RhumbPhraseEntry, n_max);
    Scored *best = RHUMB_ARENA_ROOM (arena, Scored, n_max);
    pool.n_entries = collect_best (candidates, best, n_max);
    for (guint32 i = 0; i < pool.n_entries; i++)
        pool.entry[i] =
            (RhumbPhraseEntry){&candidates->candidate[best[i].candidate], best[i].score, 0, FALSE};
    pool.part = RHUMB_ARENA_ROOM (arena, RhumbPhrasePart, pool.n_entries);
    pool.n_parts = constant > 0 ? list_parts (pool.entry, pool.n_entries, pool.part) : 0;
    return pool;
}

/* Takes the best that is left of the pool; there is one. @score (out): its score now. */
const RhumbCandidate *
rhumb_phrase_pool_take (RhumbPhrasePool *pool, double *score)
{
    const RhumbPhraseEntry *best = take_best (pool);
    *score = best->score - best->penalty;
    pool->n_parts = penalise_parts (best->candidate, pool->constant, pool->part, pool->n_parts);
    return best->candidate;
}
