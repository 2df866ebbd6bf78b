/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What vectors know about nodes: how well labels that were hidden can be told from them, after
 * learning from the labels of a part of the nodes.
 *
 * Source: the protocols of Perozzi, Al-Rfou, Skiena (2014), doi:10.1145/2623330.2623732 (a share to
 * learn from, as many labels guessed as a node has) and of Shchur, Mumme, Bojchevski, Günnemann
 * (2018), arXiv:1811.05868 (random splits, with a share by which options are chosen).
 *
 * Method: nodes with labels are put in an order keyed by seed, repeat and node; the first learn,
 * the next choose the penalty by micro F1 (equal ones: the smaller C), the rest are tested. Each
 * column is scaled to mean 0 and deviation 1 over all nodes with labels, which looks at no label. A
 * logistic regression for each label; a node is guessed to have the labels of highest score, as
 * many as it has. Nodes without a vector are tested too: nothing is known of them, which counts.
 *
 * Cost: a fit for each label, penalty and repeat (logistic.c). Labels are fitted side by side.
 */
#include "analytics/eval/classify.h"

#include <math.h>
#include <string.h>

#include "analytics/eval/figures.h"
#include "analytics/eval/logistic.h"
#include "analytics/eval/measures.h"
#include "graph/error.h"
#include "graph/plural.h"
#include "graph/shuffle.h"
#include "graph/text.h"
#include "graph/set-error.h"

#define MAX_LABELS 10000

static const double PENALTIES[] = {0.01, 0.1, 1, 10, 100};

typedef struct {
    const RhumbClassifyOptions *o;
    RhumbRows labels;
    guint n_labels;
    guint d;
    guint32 n; /* nodes with labels */
    guint32 *node;
    float *row;    /* n × d, scaled, in the order of the split */
    float *source; /* n × d, scaled, in the order of @node */
    guint32 *order;
    double *weight; /* n_labels × (d + 1) */
    guint8 *truth;  /* n × n_labels, in the order of the split */
    guint8 *guess;
    guint8 *column; /* n_labels × n */
    LogisticFit *fit;
} Trial;

static void
scale_columns (Trial *t)
{
#pragma omp parallel for schedule(static)
    for (guint k = 0; k < t->d; k++) {
        double sum = 0;
        double squares = 0;
        for (guint32 i = 0; i < t->n; i++)
            sum += t->source[(gsize)i * t->d + k];
        const double mean = sum / t->n;
        for (guint32 i = 0; i < t->n; i++) {
            const double away = t->source[(gsize)i * t->d + k] - mean;
            squares += away * away;
        }
        const double deviation = squares > 0 ? sqrt (squares / t->n) : 1;
        for (guint32 i = 0; i < t->n; i++)
            t->source[(gsize)i * t->d + k] =
                (float)((t->source[(gsize)i * t->d + k] - mean) / deviation);
    }
}

static void
trial_prepare (Trial *t, const RhumbVectors *vectors, const RhumbNetwork *labels)
{
    const guint32 n_rows = t->labels.n_rows;
    t->n_labels = rhumb_network_get_n_to (labels);
    t->d = rhumb_vectors_get_n_dimensions (vectors);
    t->node = g_new (guint32, (gsize)n_rows + 1);
    for (guint32 v = 0; v < n_rows; v++) {
        if (t->labels.start[v + 1] > t->labels.start[v])
            t->node[t->n++] = v;
    }
    const gsize n = t->n;
    t->source = g_new (float, n * t->d + 1);
    t->row = g_new (float, n * t->d + 1);
    t->order = g_new (guint32, n + 1);
    t->weight = g_new (double, (gsize)t->n_labels *(t->d + 1) + 1);
    t->truth = g_new (guint8, n * t->n_labels + 1);
    t->guess = g_new (guint8, n * t->n_labels + 1);
    t->column = g_new (guint8, n * t->n_labels + 1);
    t->fit = g_new (LogisticFit, (gsize)t->n_labels + 1);
    for (guint32 i = 0; i < t->n; i++)
        memcpy (t->source + (gsize)i * t->d, rhumb_vectors_get_row (vectors, t->node[i]),
                t->d * sizeof (float));
    scale_columns (t);
}

static void
trial_clear (Trial *t)
{
    g_free (t->node);
    g_free (t->row);
    g_free (t->source);
    g_free (t->order);
    g_free (t->weight);
    g_free (t->truth);
    g_free (t->guess);
    g_free (t->column);
    g_free (t->fit);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Trial, trial_clear)

/* Puts nodes, with their rows and labels, into the order of a repeat. */
static void
shuffle (Trial *t, const guint64 *key, guint repeat)
{
    g_autofree guint64 *draw = g_new (guint64, (gsize)t->n + 1);
    const guint64 seed = rhumb_hash_mix (t->o->seed, repeat);
    for (guint32 i = 0; i < t->n; i++)
        draw[i] = rhumb_hash_mix (seed, key[t->node[i]]);
    g_autofree guint32 *order = rhumb_shuffle (draw, t->n);
    memset (t->truth, 0, (gsize)t->n * t->n_labels);
    for (guint32 i = 0; i < t->n; i++) {
        const guint32 from = order[i];
        const guint32 v = t->node[from];
        memcpy (t->row + (gsize)i * t->d, t->source + (gsize)from * t->d, t->d * sizeof (float));
        for (gsize e = t->labels.start[v]; e < t->labels.start[v + 1]; e++)
            t->truth[(gsize)i * t->n_labels + t->labels.node[e]] = 1;
    }
    for (guint c = 0; c < t->n_labels; c++) {
        for (guint32 i = 0; i < t->n; i++)
            t->column[(gsize)c * t->n + i] = t->truth[(gsize)i * t->n_labels + c];
    }
}

/* Returns whether all labels were fitted to the end. */
static gboolean
fit (Trial *t, guint32 n_train, double penalty)
{
    for (guint c = 0; c < t->n_labels; c++)
        t->fit[c] =
            (LogisticFit){t->column + (gsize)c * t->n, penalty, t->weight + (gsize)c * (t->d + 1)};
    return rhumb_logistic_fit (t->row, n_train, t->d, t->fit, t->n_labels, t->o->ties_constant);
}

/* As many labels as the node has, those of highest score, ties to the lower number. @score is
 * spent. */
static void
guess_row (const Trial *t, guint32 i, double *score)
{
    const gsize at = (gsize)i * t->n_labels;
    guint n_wanted = 0;
    for (guint c = 0; c < t->n_labels; c++) {
        n_wanted += t->truth[at + c];
        t->guess[at + c] = 0;
        score[c] = rhumb_logistic_score (t->row + (gsize)i * t->d, t->d,
                                         t->weight + (gsize)c * (t->d + 1));
    }
    for (; n_wanted > 0; n_wanted--) {
        guint best = G_MAXUINT;
        for (guint c = 0; c < t->n_labels; c++) {
            if (!t->guess[at + c] && (best == G_MAXUINT || score[c] > score[best]))
                best = c;
        }
        t->guess[at + best] = 1;
    }
}

static void
guess (Trial *t, guint32 first, guint32 end)
{
    const gsize n_labels = t->n_labels;
    g_autofree double *score = g_new (double, (end - first) * n_labels + 1);
#pragma omp parallel for schedule(static)
    for (guint32 i = first; i < end; i++)
        guess_row (t, i, score + (i - first) * n_labels);
}

typedef struct {
    const Trial *trial;
    guint32 first;
    guint8 *truth; /* room for a sample */
    guint8 *guess;
} Tested;

static void
take_sample (const Tested *tested, const guint32 *sample, guint32 n)
{
    const gsize width = tested->trial->n_labels;
    for (guint32 i = 0; i < n; i++) {
        const gsize at = (tested->first + (gsize)sample[i]) * width;
        memcpy (tested->truth + i * width, tested->trial->truth + at, width);
        memcpy (tested->guess + i * width, tested->trial->guess + at, width);
    }
}

static double
measure_micro (const guint32 *sample, guint32 n, gconstpointer data)
{
    const Tested *tested = data;
    take_sample (tested, sample, n);
    return rhumb_measure_micro_f1 (tested->truth, tested->guess, n, tested->trial->n_labels);
}

static double
measure_macro (const guint32 *sample, guint32 n, gconstpointer data)
{
    const Tested *tested = data;
    take_sample (tested, sample, n);
    return rhumb_measure_macro_f1 (tested->truth, tested->guess, n, tested->trial->n_labels);
}

/* Share of nodes all of whose labels were guessed. */
static double
measure_accuracy (const guint32 *sample, guint32 n, gconstpointer data)
{
    const Tested *tested = data;
    const gsize width = tested->trial->n_labels;
    double right = 0;
    for (guint32 i = 0; i < n; i++) {
        const gsize at = (tested->first + (gsize)sample[i]) * width;
        right += memcmp (tested->trial->truth + at, tested->trial->guess + at, width) == 0;
    }
    return n > 0 ? right / n : NAN;
}

/* The penalty that does best on the nodes kept for choosing it. */
static double
choose_penalty (Trial *t, guint32 n_train, guint32 n_chosen_by)
{
    double best = PENALTIES[0];
    double most = -1;
    for (guint i = 0; i < G_N_ELEMENTS (PENALTIES); i++) {
        fit (t, n_train, PENALTIES[i]);
        guess (t, n_train, n_train + n_chosen_by);
        const gsize at = (gsize)n_train * t->n_labels;
        const double here =
            rhumb_measure_micro_f1 (t->truth + at, t->guess + at, n_chosen_by, t->n_labels);
        if (here > most) {
            most = here;
            best = PENALTIES[i];
        }
    }
    return best;
}

static const struct {
    const char *name;
    RhumbStatistic measure;
} MEASURES[] = {
    {"accuracy", measure_accuracy},
    {"micro F1", measure_micro},
    {"macro F1", measure_macro},
};

static gboolean
try_labels (Trial *t, const guint64 *key, GArray *figures, GError **error)
{
    const guint32 n_train = (guint32)MAX (t->n * t->o->train_share, 1);
    const guint32 n_chosen_by =
        t->o->penalty > 0 ? 0 : (guint32)MAX (t->n * t->o->validation_share, 1);
    const guint32 n_test = t->n - n_train - n_chosen_by;
    if (n_test == 0) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                     "the shares leave none of %u nodes to be tested", t->n);
        return FALSE;
    }
    g_autofree guint8 *truth = g_new (guint8, (gsize)n_test * t->n_labels + 1);
    g_autofree guint8 *guessed = g_new (guint8, (gsize)n_test * t->n_labels + 1);
    g_autofree RhumbInterval *found =
        g_new (RhumbInterval, G_N_ELEMENTS (MEASURES) * (gsize)t->o->n_repeats);
    const Tested tested = {t, n_train + n_chosen_by, truth, guessed};
    for (guint r = 0; r < t->o->n_repeats; r++) {
        shuffle (t, key, r);
        const double penalty =
            n_chosen_by > 0 ? choose_penalty (t, n_train, n_chosen_by) : t->o->penalty;
        if (!fit (t, n_train, penalty)) {
            rhumb_set_error (error, RHUMB_ERROR_NOT_CONVERGED,
                             "logistic regression with penalty %g did not come to an end", penalty);
            return FALSE;
        }
        guess (t, tested.first, t->n);
        for (guint m = 0; m < G_N_ELEMENTS (MEASURES); m++)
            found[m * t->o->n_repeats + r] =
                rhumb_bootstrap (MEASURES[m].measure, &tested, n_test, t->o->n_samples,
                                 rhumb_hash_mix (t->o->seed, r));
    }
    for (guint m = 0; m < G_N_ELEMENTS (MEASURES); m++)
        rhumb_figures_add (figures, "logistic regression", MEASURES[m].name, 0,
                           found + m * t->o->n_repeats, t->o->n_repeats, n_test);
    return TRUE;
}

static gboolean
check_options (const RhumbClassifyOptions *o, GError **error)
{
    const double chosen_by = o->penalty > 0 ? 0 : o->validation_share;
    if (o->train_share > 0 && o->train_share + chosen_by < 1 &&
        (o->penalty > 0 ? o->penalty <= 1e6 : o->penalty >= 0 && o->validation_share > 0) &&
        o->n_repeats >= 1 && o->n_repeats <= 1000 && o->n_samples <= 100000)
        return TRUE;
    rhumb_set_error (
        error, RHUMB_ERROR_INVALID,
        "share %g to learn from, %g to choose by, penalty %g, %u repeats, %u samples; "
        "expected shares above 0 with a sum below 1, a penalty of at most 1000000, 1 to "
        "1000 repeats, at most 100000 samples",
        o->train_share, o->validation_share, o->penalty, o->n_repeats, o->n_samples);
    return FALSE;
}

/* Whether any two nodes differ in their labels; rows are sorted. */
static gboolean
are_told_apart (const Trial *t)
{
    const gsize *start = t->labels.start;
    for (guint32 i = 1; i < t->n; i++) {
        const gsize first = start[t->node[0]];
        const gsize own = start[t->node[i]];
        const gsize n = start[t->node[i] + 1] - own;
        if (n != start[t->node[0] + 1] - first ||
            memcmp (t->labels.node + first, t->labels.node + own, n * sizeof (guint32)) != 0)
            return TRUE;
    }
    return FALSE;
}

/**
 * rhumb_classify:
 * @vectors: a vector for each node
 * @labels: a two-mode network from nodes to labels; nodes without labels are left out
 * @key: (array): for each node a number that stands for it for good
 * @options: (nullable): options, %NULL = defaults
 * @error: return location for an error
 *
 * Measures how well labels can be told from vectors: accuracy (all labels of a node right), micro
 * and macro F1.
 *
 * Returns: (transfer full) (element-type RhumbFigure): figures; or %NULL with %RHUMB_ERROR_INVALID,
 *   %RHUMB_ERROR_LIMIT (over 10000 labels, under 5 nodes with labels, or the
 *   same labels for all of them: any guess would be right) or %RHUMB_ERROR_NOT_CONVERGED
 *
 * Since: 0.2
 */
GArray *
rhumb_classify (const RhumbVectors *vectors, const RhumbNetwork *labels, const guint64 *key,
                const RhumbClassifyOptions *options, GError **error)
{
    static const RhumbClassifyOptions DEFAULTS = RHUMB_CLASSIFY_DEFAULTS;
    g_auto (Trial) trial = {.o = options != NULL ? options : &DEFAULTS,
                            .labels = rhumb_network_get_out_rows (labels)};
    g_return_val_if_fail (rhumb_vectors_get_n_rows (vectors) == trial.labels.n_rows, NULL);
    if (!check_options (trial.o, error))
        return NULL;
    const guint32 n_labels = rhumb_network_get_n_to (labels);
    if (n_labels <= MAX_LABELS)
        trial_prepare (&trial, vectors, labels);
    if (trial.n < 5) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT,
                     "%u %s with labels and %u %s, expected at least 5 and at most %d", trial.n,
                     rhumb_plural (trial.n, "node", "nodes"), n_labels,
                     rhumb_plural (n_labels, "label", "labels"), MAX_LABELS);
        return NULL;
    }
    if (!are_told_apart (&trial)) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT,
                     "%u nodes with labels, always the same, expected two labels at least",
                     trial.n);
        return NULL;
    }
    g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (RhumbFigure));
    return try_labels (&trial, key, figures, error) ? g_steal_pointer (&figures) : NULL;
}
