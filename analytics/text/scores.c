/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The log odds that a phrase is a keyphrase, as authors give them and as indexers do, mixed.
 *
 * Each style is a logistic regression over the features of the phrase; to those that it does not
 * rule out a few hundred small trees add what it cannot see: features together, and how the phrase
 * stands among its rivals (rivals.c) by the regression's own score. The trees are fitted to what
 * the regression leaves (bench/boost.c), so the sum stays log odds. Stacking as in D. H. Wolpert,
 * Neural Networks 5 (1992), doi:10.1016/S0893-6080(05)80023-1.
 *
 * Cost: linear in the candidates; of about 130 in an abstract the trees see a third.
 */
#include "analytics/text/scores.h"

#include "analytics/text/tree-queue.h"
#include "analytics/text/well-formed.h"

#include <string.h>

#include "graph/processor-private.h"

/* So many candidates keep what was measured on them for the trees, the others are measured again:
 * a text of a megabyte has a million. */
#define MAX_KEPT 1024

typedef struct {
    const RhumbScorer *scorer;
    const RhumbReading *reading;
    double *author; /* scores of the regressions, one a candidate */
    double *dense;
    float (*kept)[RHUMB_N_FEATURES]; /* of the first in question, in their order */
    guint32 n_kept;
} Scoring;

static void
style_init (RhumbStyle *style, const RhumbModel *model, gboolean dense)
{
    for (gsize f = 0; f < RHUMB_N_FEATURES; f++) {
        double of_authors;
        double of_indexers;
        const gboolean known =
            rhumb_model_get_weights (model, rhumb_feature_names[f], &of_authors, &of_indexers);
        g_assert (known);
        style->weight[f] = dense ? of_indexers : of_authors;
    }
    style->forest = rhumb_model_get_forest (model, dense);
}

/* Prepares a scorer. @model is borrowed. */
void
rhumb_scorer_init (RhumbScorer *scorer, const RhumbModel *model)
{
    style_init (&scorer->author, model, FALSE);
    style_init (&scorer->dense, model, TRUE);
    for (gsize f = 0; f < RHUMB_N_FEATURES; f++) {
        scorer->weights[f / 2][f % 2] = scorer->author.weight[f];
        scorer->weights[f / 2][2 + f % 2] = scorer->dense.weight[f];
    }
}

/* The regression's score. @weight, @feature: RHUMB_N_FEATURES. */
double
rhumb_style_weigh (const double *weight, const double *feature)
{
    double even = 0;
    double odd = 0;
    for (gsize f = 0; f + 1 < RHUMB_N_FEATURES; f += 2) {
        even += weight[f] * feature[f];
        odd += weight[f + 1] * feature[f + 1];
    }
    if (RHUMB_N_FEATURES % 2 == 1)
        even += weight[RHUMB_N_FEATURES - 1] * feature[RHUMB_N_FEATURES - 1];
    return even + odd;
}

/* Two numbers that are worked with at once. */
typedef double Pair __attribute__ ((vector_size (2 * sizeof (double))));

static Pair
load (const double *two)
{
    Pair pair;
    memcpy (&pair, two, sizeof pair);
    return pair;
}

/* So many candidates are weighed together: sums that do not wait for each other. */
#define TOGETHER 8

/* The scores of the regressions of some candidates. */
typedef struct {
    double author[TOGETHER];
    double dense[TOGETHER];
} Weighed;

G_STATIC_ASSERT (RHUMB_N_FEATURES % 2 == 0);

static void
weigh_by_two (const RhumbScorer *scorer, const double (*row)[RHUMB_N_FEATURES], Weighed *weighed)
{
    for (gsize i = 0; i < TOGETHER; i++) {
        Pair author = {0};
        Pair dense = {0};
        for (gsize f = 0; f < RHUMB_N_FEATURES; f += 2) {
            author += load (scorer->author.weight + f) * load (row[i] + f);
            dense += load (scorer->dense.weight + f) * load (row[i] + f);
        }
        weighed->author[i] = author[0] + author[1];
        weighed->dense[i] = dense[0] + dense[1];
    }
}

#ifdef WITH_AVX2
/* The same bits: products of both styles stand side by side, each rounded before it is added. */
AVX2 void
weigh_by_four (const RhumbScorer *scorer, const double (*row)[RHUMB_N_FEATURES], Weighed *weighed)
{
    __m256d sum[TOGETHER];
    for (gsize i = 0; i < TOGETHER; i++)
        sum[i] = _mm256_setzero_pd ();
    for (gsize f = 0; f < RHUMB_N_FEATURES; f += 2) {
        const __m256d weight = _mm256_loadu_pd (scorer->weights[f / 2]);
        for (gsize i = 0; i < TOGETHER; i++) {
            /* straight from memory: compilers would take a copy to memory and back */
            const __m256d two = _mm256_broadcast_pd ((const __m128d *)(const void *)(row[i] + f));
            sum[i] = _mm256_add_pd (sum[i], _mm256_mul_pd (weight, two));
        }
    }
    for (gsize i = 0; i < TOGETHER; i++) {
        double part[4];
        _mm256_storeu_pd (part, sum[i]);
        weighed->author[i] = part[0] + part[1];
        weighed->dense[i] = part[2] + part[3];
    }
}
#endif

static void
weigh (const RhumbScorer *scorer, const double (*row)[RHUMB_N_FEATURES], Weighed *weighed)
{
#ifdef WITH_AVX2
    if (rhumb_has_avx2 ()) {
        weigh_by_four (scorer, row, weighed);
        return;
    }
#endif
    weigh_by_two (scorer, row, weighed);
}

static gboolean
is_in_question (const Scoring *scoring, guint32 c)
{
    return scoring->author[c] > RHUMB_RIVAL_LINE || scoring->dense[c] > RHUMB_RIVAL_LINE;
}

/* Candidates that wait to be weighed together. */
typedef struct {
    double row[TOGETHER][RHUMB_N_FEATURES];
    guint32 candidate[TOGETHER];
    guint n;
} Measured;

static void
weigh_measured (Scoring *scoring, Measured *measured)
{
    Weighed weighed;
    weigh (scoring->scorer, (const double (*)[RHUMB_N_FEATURES])measured->row, &weighed);
    for (guint i = 0; i < measured->n; i++) {
        const guint32 c = measured->candidate[i];
        scoring->author[c] = weighed.author[i];
        scoring->dense[c] = weighed.dense[i];
        if (is_in_question (scoring, c) && scoring->n_kept < MAX_KEPT) {
            rhumb_round_features (measured->row[i], scoring->kept[scoring->n_kept]);
            scoring->n_kept++;
        }
    }
    measured->n = 0;
}

static void
weigh_candidates (Scoring *scoring, RhumbCandidate *candidate, RhumbArena *arena)
{
    const guint32 n = scoring->reading->candidates->n_candidates;
    Measured measured = {.n = 0};
    scoring->author = RHUMB_ARENA_ROOM (arena, double, n);
    scoring->dense = RHUMB_ARENA_ROOM (arena, double, n);
    scoring->kept = rhumb_arena_take_raw (arena, MIN (n, MAX_KEPT), sizeof *scoring->kept);
    for (guint32 c = 0; c < n; c++) {
        candidate[c].can_be_concept = rhumb_may_be_concept (scoring->reading, &candidate[c]);
        scoring->author[c] = scoring->dense[c] = RHUMB_OUT_OF_QUESTION;
        if (!candidate[c].can_be_concept)
            continue;
        candidate[c].is_well_formed =
            rhumb_is_well_formed (scoring->reading, &candidate[c], RHUMB_STRICTNESS_OF_PHRASES);
        rhumb_measure_features (scoring->reading, &candidate[c], measured.row[measured.n]);
        measured.candidate[measured.n++] = c;
        if (measured.n == TOGETHER)
            weigh_measured (scoring, &measured);
    }
    weigh_measured (scoring, &measured);
}

/* Adds what the trees of one style say. */
static void
add_trees (const Scoring *scoring, const RhumbStyle *style, const double *score, double share,
           RhumbCandidate *candidate, RhumbArena *arena)
{
    const RhumbReading *reading = scoring->reading;
    const RhumbRivals rivals = rhumb_rivals_compare (reading->candidates, reading->survey,
                                                     reading->tokens->n_tokens, score, arena);
    RhumbTreeQueue queue;
    rhumb_tree_queue_init (&queue, style, &rivals, candidate, share, arena);
    guint32 k = 0;
    for (guint32 c = 0; c < reading->candidates->n_candidates; c++) {
        if (!is_in_question (scoring, c))
            continue;
        const float *kept = k < scoring->n_kept ? scoring->kept[k++] : NULL;
        if (score[c] <= RHUMB_RIVAL_LINE)
            continue;
        if (kept == NULL) {
            double feature[RHUMB_N_FEATURES];
            float *room = rhumb_tree_queue_get_room (&queue);
            rhumb_measure_features (reading, &candidate[c], feature);
            rhumb_round_features (feature, room);
            kept = room;
        }
        rhumb_tree_queue_add (&queue, c, kept);
    }
    rhumb_tree_queue_ask (&queue);
}

/* Scores the candidates of a text just read. @candidate: those of @reading, to be written;
 * @density: share of the indexers' style, 0 … 1. */
void
rhumb_scorer_score (const RhumbScorer *scorer, const RhumbReading *reading,
                    RhumbCandidate *candidate, double density, RhumbArena *arena)
{
    Scoring scoring = {.scorer = scorer, .reading = reading};
    weigh_candidates (&scoring, candidate, arena);
    for (guint32 c = 0; c < reading->candidates->n_candidates; c++)
        candidate[c].score = (1 - density) * scoring.author[c] + density * scoring.dense[c];
    if (rhumb_forest_get_n_trees (scorer->author.forest) > 0 && density < 1)
        add_trees (&scoring, &scorer->author, scoring.author, 1 - density, candidate, arena);
    if (rhumb_forest_get_n_trees (scorer->dense.forest) > 0 && density > 0)
        add_trees (&scoring, &scorer->dense, scoring.dense, density, candidate, arena);
}
