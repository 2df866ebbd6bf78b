/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which of a paper's candidates are its phrases, one after the other, best first: one that occurs
 * only inside a longer chosen phrase loses a constant once.
 *
 * Cost: the order of all candidates (best-first.c), and a look at the parts of longer phrases for
 * each that is chosen.
 */
#include "analytics/text/phrase-pool.h"

#include "analytics/text/best-first.h"
#include "analytics/text/scores.h"

#include <string.h>

struct _RhumbPhraseEntry {
    const RhumbCandidate *candidate;
    double score;
    double penalty;
    gboolean is_taken;
};

/* Scores are counted in steps: of a quarter, from the lowest one that is told apart. */
#define N_STEPS 128
#define STEPS_IN_ONE 4
#define LOWEST -24.0
/* More than is lost where a score is rounded to its step. */
#define MARGIN 1e-9

static guint
find_step (double score)
{
    return (guint)CLAMP ((score - LOWEST) * STEPS_IN_ONE, 0, N_STEPS - 1);
}

/* A score that at least @n_wanted of @n reach, or one that all do. */
static double
find_reached (const double *score, guint32 n, guint32 n_wanted)
{
    guint32 count[N_STEPS] = {0};
    for (guint32 i = 0; i < n; i++)
        count[find_step (score[i])]++;
    guint32 n_reached = 0;
    guint step = N_STEPS;
    while (step > 0 && n_reached < n_wanted)
        n_reached += count[--step];
    return step > 0 ? LOWEST + (double)step / STEPS_IN_ONE - MARGIN : -G_MAXDOUBLE;
}

/* Leaves out what is never taken: while fewer than @n_wanted are, one of the so many best is left,
 * and it has lost no more than @constant. Returns how many stay. */
static guint32
leave_out (double *score, guint32 *number, guint32 n, guint32 n_wanted, double constant)
{
    const double least = find_reached (score, n, n_wanted) - MAX (constant, 0);
    guint32 kept = 0;
    for (guint32 i = 0; i < n; i++) {
        const double own = score[i];
        score[kept] = own;
        number[kept] = number[i];
        kept += own >= least;
    }
    return kept;
}

/* Keeps the best candidates, best first, earlier ones first among equals. */
static guint32
collect_best (const RhumbCandidates *candidates, RhumbPhraseEntry *entry, guint32 n_wanted,
              guint32 n_max, double constant, RhumbArena *arena)
{
    double *score = RHUMB_ARENA_ROOM (arena, double, candidates->n_candidates);
    guint32 *number = RHUMB_ARENA_ROOM (arena, guint32, candidates->n_candidates);
    guint32 n = 0;
    for (guint32 i = 0; i < candidates->n_candidates; i++) {
        const RhumbCandidate *candidate = &candidates->candidate[i];
        /* written anyway, and left there if it is wanted */
        score[n] = candidate->score;
        number[n] = i;
        n += candidate->can_be_concept && candidate->score > RHUMB_OUT_OF_QUESTION;
    }
    n = leave_out (score, number, n, n_wanted, constant);
    const guint32 *order = rhumb_order_best_first (score, n, arena);
    n = MIN (n, n_max);
    for (guint32 i = 0; i < n; i++)
        entry[i] =
            (RhumbPhraseEntry){&candidates->candidate[number[order[i]]], score[order[i]], 0, FALSE};
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

static void
list_parts (RhumbPhrasePool *pool, RhumbArena *arena)
{
    pool->part = RHUMB_ARENA_ROOM (arena, RhumbPhraseEntry *, pool->n_entries);
    pool->part_stems = RHUMB_ARENA_ROOM (arena, guint64, pool->n_entries);
    for (guint32 i = 0; i < pool->n_entries; i++)
        if (pool->entry[i].candidate->n_alone == 0) {
            pool->part[pool->n_parts] = &pool->entry[i];
            pool->part_stems[pool->n_parts++] = mark_stems (pool->entry[i].candidate);
        }
}

/* What is left and only occurs inside @whole loses the constant, once: it is no longer listed. */
static void
penalise_parts (RhumbPhrasePool *pool, const RhumbCandidate *whole)
{
    const guint64 others = ~mark_stems (whole);
    if (whole->n_stems < 2)
        return;
    for (guint32 i = pool->n_parts; i-- > 0;) {
        if ((pool->part_stems[i] & others) != 0 || !contains (whole, pool->part[i]->candidate))
            continue;
        pool->part[i]->penalty = pool->constant;
        pool->n_parts--;
        pool->part[i] = pool->part[pool->n_parts];
        pool->part_stems[i] = pool->part_stems[pool->n_parts];
    }
}

/* Collects the @n_max best of @candidates, of which at most @n_wanted are going to be taken: those
 * that never would be may be left out. @constant: what a mere part of a chosen phrase loses. */
RhumbPhrasePool
rhumb_phrase_pool_new (const RhumbCandidates *candidates, guint32 n_wanted, guint32 n_max,
                       double constant, RhumbArena *arena)
{
    RhumbPhrasePool pool = {.constant = constant};
    pool.entry = RHUMB_ARENA_ROOM (arena, RhumbPhraseEntry, n_max);
    pool.n_entries = collect_best (candidates, pool.entry, n_wanted, n_max, constant, arena);
    if (constant > 0)
        list_parts (&pool, arena);
    return pool;
}

/* Takes the best that is left of the pool; there is one. @score (out): its score now. */
const RhumbCandidate *
rhumb_phrase_pool_take (RhumbPhrasePool *pool, double *score)
{
    const RhumbPhraseEntry *best = take_best (pool);
    *score = best->score - best->penalty;
    penalise_parts (pool, best->candidate);
    return best->candidate;
}
