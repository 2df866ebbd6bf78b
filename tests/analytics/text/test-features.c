/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/text/phrases.h"
#include "analytics/text/tags.h"

#include <math.h>
#include <string.h>

static double
get (const double *feature, const char *name)
{
    for (gsize f = 0; f < RHUMB_N_FEATURES; f++)
        if (strcmp (rhumb_feature_names[f], name) == 0)
            return feature[f];
    g_assert_not_reached ();
}

static gboolean
measure (const char *title, const char *abstract, const char *surface, double *feature)
{
    g_autoptr (RhumbModel) model = rhumb_model_new ();
    g_autoptr (RhumbClosedClass) closed = rhumb_closed_class_new ();
    g_autoptr (RhumbPhraseReader) reader = rhumb_phrase_reader_new (model, closed, NULL);
    const RhumbPhrases *phrases = rhumb_phrase_reader_read (reader, title, abstract);
    const RhumbReading reading = rhumb_phrase_reader_get_reading (reader);
    for (guint32 i = 0; i < phrases->candidates.n_candidates; i++) {
        const RhumbCandidate *candidate = &phrases->candidates.candidate[i];
        if (strcmp (rhumb_phrase_reader_get_surface (reader, candidate), surface) == 0)
            return rhumb_measure_features (&reading, candidate, feature);
    }
    g_assert_not_reached ();
}

static void
test_places (void)
{
    double f[RHUMB_N_FEATURES];
    g_assert_true (measure ("Neural trees",
                            "We prune a neural tree (small) of oak. The neural "
                            "tree models grow.",
                            "neural tree", f));
    g_assert_cmpfloat_with_epsilon (get (f, "ltf"), log (3), 1e-12);
    g_assert_cmpfloat_with_epsilon (get (f, "nsent"), log (3), 1e-12);
    g_assert_cmpfloat (get (f, "title"), ==, 1);
    g_assert_cmpfloat (get (f, "lfirst"), ==, 0);
    g_assert_cmpfloat (get (f, "anyalone"), ==, 1);
    g_assert_cmpfloat_with_epsilon (get (f, "lft"), 1, 1e-12);
    g_assert_cmpfloat_with_epsilon (get (f, "rgt"), 2.0 / 3, 1e-12);
    g_assert_cmpfloat_with_epsilon (get (f, "prva"), 1.0 / 3, 1e-12);
    g_assert_cmpfloat (get (f, "paren"), ==, 1);
    g_assert_cmpfloat (get (f, "L2"), ==, 1);
    g_assert_cmpfloat (get (f, "L1"), ==, 0);
    g_assert_cmpfloat_with_epsilon (get (f, "nch"), 10.0 / 20, 1e-12);
    g_assert_cmpfloat (get (f, "hN"), ==, 1);
}

static void
test_words (void)
{
    double f[RHUMB_N_FEATURES];
    g_assert_true (measure (NULL, "the zzyzx qqqq", "zzyzx qqqq", f));
    g_assert_cmpfloat (get (f, "xh"), ==, 0);
    g_assert_cmpfloat (get (f, "wmean"), ==, 1);
    g_assert_true (measure (NULL, "the neural network", "neural network", f));
    g_assert_cmpfloat (get (f, "xmin"), <=, get (f, "xmean"));
    g_assert_cmpfloat (get (f, "xmean"), <=, get (f, "xmax"));
    g_assert_cmpfloat (get (f, "x1"), ==, 0);
    g_assert_cmpfloat (get (f, "xh"), !=, 0);
}

static void
test_lone_words (void)
{
    double f[RHUMB_N_FEATURES];
    g_assert_false (measure (NULL, "it was neural", "neural", f));
    g_assert_true (measure (NULL, "it was neural art", "neural art", f));
    g_assert_true (measure (NULL, "the GPUs run", "GPUs", f));
    g_assert_cmpfloat (get (f, "P1"), ==, 1);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/features/count-places", test_places);
    g_test_add_func ("/features/ask-the-word-table", test_words);
    g_test_add_func ("/features/a-lone-adjective-is-no-concept", test_lone_words);
    return g_test_run ();
}
