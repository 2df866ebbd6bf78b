/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How a phrase stands among the other phrases of its text, once each has a score of its own.
 *
 * "Distribution Hierarchical Model", cut out of a longer name, looks like a term until it is seen
 * beside the whole: of the phrases that claim the same words few are right. So each candidate is
 * compared with those that hold it, with those that it holds and, at each of its places, with the
 * best of all that cover its words.
 *
 * Cost: linear in the places of candidates, and the ranks of the good ones (best-first.c).
 */
#include "analytics/text/rivals.h"

#include "analytics/text/best-first.h"
#include "analytics/text/logarithms.h"

enum {
    OWN_SCORE,
    LOG_RANK,
    BELOW_BEST,
    LONGER_LEAD,
    SHORTER_LEAD,
    COVER_LEAD,
    WORST_COVER_LEAD,
    WIN_SHARE,
    N_BEATEN,
    LOG_CANDIDATES,
};

const char *const rhumb_standing_names[RHUMB_N_STANDINGS] = {
    "own",       "rank",           "below", "longerlead", "shorterlead",
    "coverlead", "worstcoverlead", "wins",  "beaten",     "ncand",
};

/* No rival is further away. */
#define FAR 8.0

static void
rank_candidates (RhumbRivals *rivals, RhumbArena *arena)
{
    const guint32 n = rivals->candidates->n_candidates;
    double *score = RHUMB_ARENA_ROOM (arena, double, n);
    guint32 *candidate = RHUMB_ARENA_ROOM (arena, guint32, n);
    guint32 n_ranked = 0;
    for (guint32 c = 0; c < n; c++) {
        /* written anyway, and left there if it is good */
        score[n_ranked] = rivals->score[c];
        candidate[n_ranked] = c;
        n_ranked += rivals->score[c] > RHUMB_RIVAL_LINE;
    }
    const guint32 *order = rhumb_order_best_first (score, n_ranked, arena);
    rivals->rank = RHUMB_ARENA_ROOM (arena, guint32, n);
    for (guint32 r = 0; r < n_ranked; r++)
        rivals->rank[candidate[order[r]]] = r;
    rivals->best = n_ranked > 0 ? score[order[0]] : 0;
}

/* Candidate @c and the two parts of it that are one word shorter. */
static void
compare_with_parts (RhumbRivals *rivals, const RhumbSurvey *survey, guint32 c, gboolean down)
{
    const double *score = rivals->score;
    for (gsize end = 0; end < 2; end++) {
        const guint32 part = survey->part[2 * (gsize)c + end];
        if (part == RHUMB_NO_PART)
            continue;
        if (down) {
            const double held_by = MAX (score[c], rivals->longer[c]);
            rivals->longer[part] = MAX (rivals->longer[part], held_by);
            /* nobody guesses who is better: it is added either way */
            guint8 *n = &rivals->n_beaten[part];
            *n = (guint8)(*n + ((score[c] > score[part]) & (*n < G_MAXUINT8)));
        } else {
            const double held = MAX (score[part], rivals->shorter[part]);
            rivals->shorter[c] = MAX (rivals->shorter[c], held);
        }
    }
}

/* Scores run from the longest candidates to their parts, and from the shortest to their wholes. */
static void
compare_nested (RhumbRivals *rivals, const RhumbSurvey *survey, RhumbArena *arena)
{
    const guint32 n = rivals->candidates->n_candidates;
    rivals->longer = RHUMB_ARENA_ROOM (arena, double, n);
    rivals->shorter = RHUMB_ARENA_ROOM (arena, double, n);
    rivals->n_beaten = RHUMB_ARENA_NEW (arena, guint8, n);
    for (guint32 c = 0; c < n; c++)
        rivals->longer[c] = rivals->shorter[c] = -G_MAXDOUBLE;
    for (guint32 length = RHUMB_MAX_PHRASE_STEMS; length >= 2; length--)
        for (guint32 i = survey->length_start[length]; i < survey->length_start[length + 1]; i++)
            compare_with_parts (rivals, survey, survey->by_length[i], TRUE);
    for (guint32 i = survey->length_start[2]; i < n; i++)
        compare_with_parts (rivals, survey, survey->by_length[i], FALSE);
}

/* Nearly all places have no more tokens. So many are looked at whether there are or not, the last
 * one again and again: where a place ends is what nobody guesses. */
#define USUAL_LENGTH 5

static inline void
cover_place (double *cover, const RhumbOccurrence *place, double score)
{
    for (guint32 k = 0; k < USUAL_LENGTH; k++) {
        const guint32 i = MIN (place->start + k, place->end - 1);
        cover[i] = MAX (cover[i], score);
    }
    for (guint32 i = place->start + USUAL_LENGTH; i < place->end; i++)
        cover[i] = MAX (cover[i], score);
}

static inline double
find_cover (const double *cover, const RhumbOccurrence *place)
{
    double best = -G_MAXDOUBLE;
    for (guint32 k = 0; k < USUAL_LENGTH; k++) {
        const guint32 i = MIN (place->start + k, place->end - 1);
        best = MAX (best, cover[i]);
    }
    for (guint32 i = place->start + USUAL_LENGTH; i < place->end; i++)
        best = MAX (best, cover[i]);
    return best;
}

/* Only good candidates are measured, and to what they cover no other is better. */
static void
cover_tokens (RhumbRivals *rivals, guint32 n_tokens, RhumbArena *arena)
{
    const RhumbCandidates *candidates = rivals->candidates;
    rivals->cover = RHUMB_ARENA_ROOM (arena, double, n_tokens);
    for (guint32 i = 0; i < n_tokens; i++)
        rivals->cover[i] = -G_MAXDOUBLE;
    for (guint32 c = 0; c < candidates->n_candidates; c++) {
        if (rivals->score[c] <= RHUMB_RIVAL_LINE)
            continue;
        for (guint32 o = candidates->candidate[c].first; o != RHUMB_NO_OCCURRENCE;
             o = candidates->occurrence[o].next)
            cover_place (rivals->cover, &candidates->occurrence[o], rivals->score[c]);
    }
}

/* Compares the candidates of a text. @score: one a candidate, borrowed; the higher the better. */
RhumbRivals
rhumb_rivals_compare (const RhumbCandidates *candidates, const RhumbSurvey *survey,
                      guint32 n_tokens, const double *score, RhumbArena *arena)
{
    RhumbRivals rivals = {.candidates = candidates, .score = score, .logarithm = survey->logarithm};
    rank_candidates (&rivals, arena);
    compare_nested (&rivals, survey, arena);
    cover_tokens (&rivals, n_tokens, arena);
    return rivals;
}

static void
measure_cover (const RhumbRivals *rivals, guint32 c, float *standing)
{
    const RhumbCandidates *candidates = rivals->candidates;
    const RhumbCandidate *candidate = &candidates->candidate[c];
    double least = G_MAXDOUBLE;
    double most = -G_MAXDOUBLE;
    guint32 n_wins = 0;
    for (guint32 o = candidate->first; o != RHUMB_NO_OCCURRENCE;
         o = candidates->occurrence[o].next) {
        const double cover = find_cover (rivals->cover, &candidates->occurrence[o]);
        least = MIN (least, cover);
        most = MAX (most, cover);
        n_wins += cover <= rivals->score[c];
    }
    standing[COVER_LEAD] = (float)MIN (least - rivals->score[c], FAR);
    standing[WORST_COVER_LEAD] = (float)MIN (most - rivals->score[c], FAR);
    standing[WIN_SHARE] = (float)n_wins / (float)candidate->n_occurrences;
}

/* How far a rival leads. */
static float
limit (double lead)
{
    const double far = MAX (lead, -FAR);
    return (float)MIN (far, FAR);
}

/* Measures how a candidate above the line stands. @standing (out): RHUMB_N_STANDINGS values, in the
 * order of rhumb_standing_names. */
void
rhumb_rivals_measure (const RhumbRivals *rivals, guint32 candidate, float *standing)
{
    const double own = rivals->score[candidate];
    standing[OWN_SCORE] = (float)own;
    standing[LOG_RANK] = (float)rhumb_log (rivals->logarithm, 1 + rivals->rank[candidate]);
    standing[BELOW_BEST] = (float)(rivals->best - own);
    standing[LONGER_LEAD] = limit (rivals->longer[candidate] - own);
    standing[SHORTER_LEAD] = limit (rivals->shorter[candidate] - own);
    standing[N_BEATEN] = rivals->n_beaten[candidate];
    standing[LOG_CANDIDATES] =
        (float)rhumb_log (rivals->logarithm, rivals->candidates->n_candidates);
    measure_cover (rivals, candidate, standing);
}
