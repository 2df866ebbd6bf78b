/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Whether what is known up to a year helps those who write after it: of each later paper one
 * reference is hidden and looked for from the others.
 *
 * Source: McNee et al. (2002), doi:10.1145/587078.587096, leave one reference out; a split by time
 * instead of chance, because the future is not known to anybody who asks.
 *
 * Method: papers after the year that cite at least two known papers ask; which of their references
 * is hidden is drawn by seed and id. All known papers but the others are candidates. Three answers:
 * co-citation, how many known papers cite the candidate together with each of the others, summed;
 * a walk from the others (rhumb_walker_start()); and the mean of their vectors times that of the
 * candidate. A place counts all candidates of the same score before the hidden one.
 *
 * Cost: for each question one walk, O(papers × dimensions), and the references of citing papers.
 */
#include "analytics/eval/reference-test.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analytics/eval/figures.h"
#include "analytics/eval/measures.h"
#include "analytics/similar/push.h"
#include "graph/error.h"
#include "graph/text.h"

/**
 * rhumb_list_later_papers:
 * @corpus: papers
 * @until: a year
 *
 * Says which papers appeared after a year; those whose year is unknown did not.
 *
 * Returns: (transfer full) (array): for each paper whether it is later
 *
 * Since: 0.2
 */
gboolean *
rhumb_list_later_papers (const RhumbCorpus *corpus, int until)
{
    const guint32 n = rhumb_corpus_get_n_papers (corpus);
    gboolean *later = g_new0 (gboolean, (gsize)n + 1);
    for (guint32 v = 0; v < n; v++)
        later[v] = rhumb_corpus_get_paper (corpus, v)->year > until;
    return later;
}

typedef struct {
    guint64 hash;
    guint32 paper;
} Question;

typedef struct {
    const RhumbReferenceTestOptions *o;
    RhumbRows cites;
    RhumbRows cited_by;
    const gboolean *later;
    const RhumbVectors *vectors;
    RhumbWalker *walker;
    GArray *given; /* the known references but the hidden one */
    guint32 hidden;
    double *score; /* of each paper; below all others if it is no candidate */
} Test;

static int
compare_questions (const void *a, const void *b)
{
    const Question *x = a;
    const Question *y = b;
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return (x->paper > y->paper) - (x->paper < y->paper);
}

/* References of a paper that are known, without itself. */
static guint
list_known (const Test *test, guint32 paper, GArray *known)
{
    g_array_set_size (known, 0);
    for (gsize i = test->cites.start[paper]; i < test->cites.start[paper + 1]; i++) {
        const guint32 u = test->cites.node[i];
        if (u != paper && !test->later[u])
            g_array_append_val (known, u);
    }
    return known->len;
}

static GArray *
list_questions (const Test *test, const RhumbCorpus *corpus)
{
    GArray *questions = g_array_new (FALSE, FALSE, sizeof (Question));
    for (guint32 v = 0; v < test->cites.n_rows; v++) {
        if (!test->later[v] || list_known (test, v, test->given) < 2)
            continue;
        const Question question = {
            rhumb_hash_mix (test->o->seed,
                            rhumb_text_hash (rhumb_corpus_get_paper (corpus, v)->id)),
            v};
        g_array_append_val (questions, question);
    }
    if (questions->len > 0)
        qsort (questions->data, questions->len, sizeof (Question), compare_questions);
    g_array_set_size (questions, MIN (questions->len, test->o->n_questions));
    return questions;
}

static void
ask (Test *test, const Question *question)
{
    const guint n = list_known (test, question->paper, test->given);
    const guint hidden = (guint)(rhumb_hash_mix (question->hash, 1) % n);
    test->hidden = g_array_index (test->given, guint32, hidden);
    g_array_remove_index (test->given, hidden);
}

static void
score_by_co_citation (const Test *test)
{
    memset (test->score, 0, test->cites.n_rows * sizeof *test->score);
    for (guint i = 0; i < test->given->len; i++) {
        const guint32 g = g_array_index (test->given, guint32, i);
        for (gsize k = test->cited_by.start[g]; k < test->cited_by.start[g + 1]; k++) {
            const guint32 citing = test->cited_by.node[k];
            if (test->later[citing])
                continue;
            for (gsize e = test->cites.start[citing]; e < test->cites.start[citing + 1]; e++)
                test->score[test->cites.node[e]]++;
        }
    }
}

static void
score_by_walk (const Test *test)
{
    const gboolean started =
        rhumb_walker_start (test->walker, (const guint32 *)(gpointer)test->given->data, NULL,
                            test->given->len, NULL, NULL);
    for (guint32 v = 0; v < test->cites.n_rows; v++)
        test->score[v] = started ? rhumb_walker_get_score (test->walker, v) : 0;
}

static void
score_by_vectors (const Test *test)
{
    const guint d = rhumb_vectors_get_n_dimensions (test->vectors);
    g_autofree double *mean = g_new0 (double, d);
    for (guint i = 0; i < test->given->len; i++) {
        const float *row =
            rhumb_vectors_get_row (test->vectors, g_array_index (test->given, guint32, i));
        for (guint k = 0; k < d; k++)
            mean[k] += row[k];
    }
#pragma omp parallel for schedule(static)
    for (guint32 v = 0; v < test->cites.n_rows; v++) {
        const float *row = rhumb_vectors_get_row (test->vectors, v);
        double product = 0;
        for (guint k = 0; k < d; k++)
            product += mean[k] * row[k];
        test->score[v] = product;
    }
}

/* Later papers and those given are no candidates. */
static guint32
find_place (const Test *test)
{
    for (guint32 v = 0; v < test->cites.n_rows; v++) {
        if (test->later[v])
            test->score[v] = -INFINITY;
    }
    for (guint i = 0; i < test->given->len; i++)
        test->score[g_array_index (test->given, guint32, i)] = -INFINITY;
    return rhumb_measure_place (test->score, test->cites.n_rows, test->hidden);
}

static const struct {
    const char *name;
    void (*score) (const Test *test);
} METHODS[] = {
    {"co-citation", score_by_co_citation},
    {"walk", score_by_walk},
    {"vectors", score_by_vectors},
};

static const struct {
    const char *name;
    guint k; /* 0 = mean of one over the place */
} MEASURES[] = {
    {"Hits@10", 10},
    {"Hits@50", 50},
    {"MRR", 0},
};

typedef struct {
    const guint32 *place;
    guint32 *some; /* room for a sample */
    guint k;
} Places;

static double
measure_places (const guint32 *sample, guint32 n, gconstpointer data)
{
    const Places *places = data;
    for (guint32 i = 0; i < n; i++)
        places->some[i] = places->place[sample[i]];
    return places->k > 0 ? rhumb_measure_hits (places->some, n, places->k)
                         : rhumb_measure_mrr (places->some, n);
}

static void
try_method (Test *test, guint method, const GArray *questions, GArray *figures)
{
    const guint n = questions->len;
    g_autofree guint32 *place = g_new (guint32, (gsize)n + 1);
    g_autofree guint32 *some = g_new (guint32, (gsize)n + 1);
    for (guint i = 0; i < n; i++) {
        ask (test, &g_array_index (questions, Question, i));
        METHODS[method].score (test);
        place[i] = find_place (test);
    }
    for (guint m = 0; m < G_N_ELEMENTS (MEASURES); m++) {
        const Places places = {place, some, MEASURES[m].k};
        const RhumbInterval interval =
            rhumb_bootstrap (measure_places, &places, n, test->o->n_samples, test->o->seed);
        rhumb_figures_add (figures, METHODS[method].name, MEASURES[m].name, 0, &interval, 1, n);
    }
}

static GArray *
run_test (Test *test, const RhumbCorpus *corpus, GError **error)
{
    g_autoptr (GArray) questions = list_questions (test, corpus);
    if (questions->len == 0) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_NOT_FOUND,
                     "no paper after %d cites two papers of %d or before, expected papers with "
                     "years and references inside",
                     test->o->until, test->o->until);
        return NULL;
    }
    GArray *figures = g_array_new (FALSE, FALSE, sizeof (RhumbFigure));
    for (guint m = 0; m < G_N_ELEMENTS (METHODS); m++) {
        if (METHODS[m].score != score_by_vectors || test->vectors != NULL)
            try_method (test, m, questions, figures);
    }
    return figures;
}

/**
 * rhumb_test_references:
 * @corpus: papers
 * @cites: which of them cites which
 * @known: a network whose first nodes are the papers, without what papers after the year have to do
 *   with others, see rhumb_hold_out_nodes()
 * @vectors: (nullable): vectors made from it, a row for each paper
 * @options: options
 * @error: return location for an error
 *
 * Measures how well a hidden reference of later papers is found from their others: Hits@10, Hits@50
 * and mean reciprocal rank.
 *
 * Returns: (transfer full) (element-type RhumbFigure): figures; or %NULL with %RHUMB_ERROR_INVALID,
 *   or %RHUMB_ERROR_NOT_FOUND if nobody asks
 *
 * Since: 0.2
 */
GArray *
rhumb_test_references (const RhumbCorpus *corpus, const RhumbNetwork *cites, RhumbNetwork *known,
                       const RhumbVectors *vectors, const RhumbReferenceTestOptions *options,
                       GError **error)
{
    const guint32 n = rhumb_corpus_get_n_papers (corpus);
    g_return_val_if_fail (rhumb_network_get_n_from (cites) == n, NULL);
    g_return_val_if_fail (rhumb_network_get_n_from (known) >= n, NULL);
    g_return_val_if_fail (options->n_questions > 0, NULL);
    g_autoptr (RhumbWalker) walker = rhumb_walker_new (known, error);
    if (walker == NULL)
        return NULL;
    g_autofree gboolean *later = rhumb_list_later_papers (corpus, options->until);
    g_autoptr (GArray) given = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autofree double *score = g_new (double, (gsize)n + 1);
    Test test = {options,
                 rhumb_network_get_out_rows (cites),
                 rhumb_network_get_in_rows (cites),
                 later,
                 vectors,
                 walker,
                 given,
                 0,
                 score};
    return run_test (&test, corpus, error);
}
