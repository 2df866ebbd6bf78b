/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Labels told from vectors: those that vectors know, those that they do not, several a node.
 */
#include "analytics/eval/classify.h"

#include <math.h>
#include <string.h>

#ifdef _OPENMP
#include <omp.h>
#endif

#include "graph/error.h"
#include "graph/text.h"
#include "tests/oracle.h"

#define N 300
#define D 6

static guint64 key[N];

/* A node has the labels of its large numbers if @known, else random ones; two if @several. */
static RhumbNetwork *
make_labels (const float *row, gboolean known, gboolean several)
{
    guint32 from[2 * N];
    guint32 to[2 * N];
    gsize n = 0;
    for (guint32 v = 0; v < N; v++) {
        guint best = 0;
        for (guint k = 1; k < 3; k++)
            best = row[v * D + k] > row[v * D + best] ? k : best;
        if (!known)
            best = oracle_random_below (3, 77, v);
        from[n] = v;
        to[n++] = best;
        if (several && v % 2 == 0) {
            from[n] = v;
            to[n++] = 3 + (row[v * D + 4] > 0.5F);
        }
    }
    return rhumb_network_new (RHUMB_NETWORK_TWO_MODE, N, 5, from, to, NULL, n, NULL);
}

static float *
make_rows (void)
{
    float *row = g_new (float, N *D);
    for (guint i = 0; i < N * D; i++)
        row[i] = (float)oracle_random (5, i);
    for (guint32 v = 0; v < N; v++)
        key[v] = rhumb_hash_mix (8, v);
    return row;
}

static double
get_figure (const GArray *figures, const char *measure)
{
    for (guint i = 0; i < figures->len; i++) {
        const RhumbFigure *figure = &g_array_index (figures, RhumbFigure, i);
        if (g_str_equal (figure->measure, measure)) {
            g_assert_cmpfloat (figure->low, <=, figure->value);
            g_assert_cmpfloat (figure->high, >=, figure->value);
            return figure->value;
        }
    }
    g_assert_not_reached ();
}

static void
known_labels_are_told_and_random_ones_are_not (void)
{
    g_autofree float *row = make_rows ();
    g_autoptr (RhumbNetwork) known = make_labels (row, TRUE, FALSE);
    g_autoptr (RhumbNetwork) random = make_labels (row, FALSE, FALSE);
    g_autoptr (RhumbNetwork) several = make_labels (row, TRUE, TRUE);
    g_autoptr (RhumbVectors) vectors = rhumb_vectors_new_take (N, D, g_steal_pointer (&row));
    RhumbClassifyOptions options = RHUMB_CLASSIFY_DEFAULTS;
    options.train_share = 0.5;
    g_autoptr (GArray) good = rhumb_classify (vectors, known, key, &options, NULL);
    g_autoptr (GArray) bad = rhumb_classify (vectors, random, key, &options, NULL);
    g_autoptr (GArray) two = rhumb_classify (vectors, several, key, &options, NULL);
    g_assert_cmpfloat (get_figure (good, "accuracy"), >, 0.9);
    g_assert_cmpfloat (get_figure (good, "accuracy"), ==, get_figure (good, "micro F1"));
    g_assert_cmpfloat (get_figure (bad, "accuracy"), <, 0.45);
    g_assert_cmpfloat (get_figure (two, "micro F1"), >, get_figure (two, "accuracy"));
    g_assert_cmpfloat (get_figure (two, "micro F1"), >, 0.75);
}

/* With a strong penalty only constants differ; those of rare labels are held back less if tied. */
static void
a_tied_constant_tells_rare_labels_more_often (void)
{
    g_autofree float *row = make_rows ();
    g_autoptr (RhumbNetwork) labels = make_labels (row, TRUE, TRUE);
    g_autoptr (RhumbVectors) vectors = rhumb_vectors_new_take (N, D, g_steal_pointer (&row));
    RhumbClassifyOptions options = RHUMB_CLASSIFY_DEFAULTS;
    options.penalty = 0.02;
    g_autoptr (GArray) tied = rhumb_classify (vectors, labels, key, &options, NULL);
    options.ties_constant = FALSE;
    g_autoptr (GArray) free = rhumb_classify (vectors, labels, key, &options, NULL);
    g_assert_cmpfloat (get_figure (tied, "macro F1"), >, get_figure (free, "macro F1") + 0.02);
}

static void
bits_do_not_depend_on_threads (void)
{
    g_autofree float *row = make_rows ();
    g_autoptr (RhumbNetwork) labels = make_labels (row, TRUE, TRUE);
    g_autoptr (RhumbVectors) vectors = rhumb_vectors_new_take (N, D, g_steal_pointer (&row));
#ifdef _OPENMP
    omp_set_num_threads (1);
#endif
    g_autoptr (GArray) one = rhumb_classify (vectors, labels, key, NULL, NULL);
#ifdef _OPENMP
    omp_set_num_threads (3);
#endif
    g_autoptr (GArray) three = rhumb_classify (vectors, labels, key, NULL, NULL);
    oracle_assert_same_bytes (one->data, three->data, one->len * sizeof (RhumbFigure));
}

static void
impossible_shares_are_refused (void)
{
    g_autofree float *row = make_rows ();
    g_autoptr (RhumbNetwork) labels = make_labels (row, TRUE, FALSE);
    g_autoptr (RhumbNetwork) none =
        rhumb_network_new (RHUMB_NETWORK_TWO_MODE, N, 0, NULL, NULL, NULL, 0, NULL);
    g_autoptr (RhumbVectors) vectors = rhumb_vectors_new_take (N, D, g_steal_pointer (&row));
    const RhumbClassifyOptions WRONG[] = {
        {0, 0.2, 0, TRUE, 5, 10, 1},     {0.8, 0.2, 0, TRUE, 5, 10, 1},
        {0.5, 0, 0, TRUE, 5, 10, 1},     {0.5, 0.2, 0, TRUE, 0, 10, 1},
        {0.5, 0.2, NAN, TRUE, 5, 10, 1}, {NAN, 0.2, 0, TRUE, 5, 10, 1},
        {1, 0, 1, TRUE, 5, 10, 1},       {0.5, 0.2, 0, TRUE, 5, 1000000, 1},
        {0.5, 0.2, -1, TRUE, 5, 10, 1},
    };
    for (guint i = 0; i < G_N_ELEMENTS (WRONG); i++) {
        g_autoptr (GError) error = NULL;
        g_assert_null (rhumb_classify (vectors, labels, key, &WRONG[i], &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    }
    g_autoptr (GError) error = NULL;
    g_assert_null (rhumb_classify (vectors, none, key, NULL, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT);
}

/* What is the same for all is guessed without any vector. */
static void
labels_that_all_share_are_refused (void)
{
    guint32 from[2 * N];
    guint32 to[2 * N];
    for (guint32 e = 0; e < 2 * N; e++) {
        from[e] = e % N;
        to[e] = e / N;
    }
    g_autofree float *row = make_rows ();
    g_autoptr (RhumbVectors) vectors = rhumb_vectors_new_take (N, D, g_steal_pointer (&row));
    for (gsize n_labels = 1; n_labels <= 2; n_labels++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (RhumbNetwork) same =
            rhumb_network_new (RHUMB_NETWORK_TWO_MODE, N, 2, from, to, NULL, n_labels * N, NULL);
        g_assert_null (rhumb_classify (vectors, same, key, NULL, &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT);
        g_assert_nonnull (strstr (error->message, "always the same"));
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/classify/known-labels-are-told-and-random-ones-are-not",
                     known_labels_are_told_and_random_ones_are_not);
    g_test_add_func ("/classify/a-tied-constant-tells-rare-labels-more-often",
                     a_tied_constant_tells_rare_labels_more_often);
    g_test_add_func ("/classify/bits-do-not-depend-on-threads", bits_do_not_depend_on_threads);
    g_test_add_func ("/classify/impossible-shares-are-refused", impossible_shares_are_refused);
    g_test_add_func ("/classify/labels-that-all-share-are-refused",
                     labels_that_all_share_are_refused);
    return g_test_run ();
}
