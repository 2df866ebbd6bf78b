/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/text/features.h"
#include "analytics/text/model.h"
#include "graph/error.h"

#include <string.h>

static void
test_own (void)
{
    g_autoptr (RhumbModel) model = rhumb_model_new ();
    double author;
    double dense;
    for (gsize f = 0; f < RHUMB_N_FEATURES; f++)
        g_assert_true (rhumb_model_get_weights (model, rhumb_feature_names[f], &author, &dense));
    /* What any fit must find: noun phrases that stand alone are keyphrases, verbs are not. */
    g_assert_true (rhumb_model_get_weights (model, "wellformed", &author, &dense));
    g_assert_true (author > 0 && dense > 0);
    g_assert_true (rhumb_model_get_weights (model, "hV", &author, &dense));
    g_assert_true (author < 0 && dense < 0);
    g_assert_false (rhumb_model_get_weights (model, "titles", &author, &dense));
    g_assert_cmpuint (rhumb_model_get_n_words (model), >, 4000);
    const RhumbWordPrior *common = rhumb_model_find_word (model, "network", 7);
    const RhumbWordPrior *rare = rhumb_model_find_word (model, "petri", 5);
    g_assert_cmpfloat (common->rarity, >, 0);
    g_assert_cmpfloat (common->rarity, <, rare->rarity);
    g_assert_cmpfloat (rare->rarity, <, 1);
    g_assert_cmpfloat (common->head, >, 0);
    const RhumbWordPrior *none = rhumb_model_find_word (model, "qqq", 3);
    g_assert_cmpfloat (none->rarity, ==, 1);
    g_assert_cmpfloat (none->single, ==, 0);
    g_assert_false (rhumb_model_knows_word (model, "qqq", 3));
    g_assert_cmpstr (rhumb_model_find_american (model, "colours", 7), ==, "colors");
    g_assert_null (rhumb_model_find_american (model, "color", 5));
}

static void
test_broken (void)
{
    static const char *const broken[][2] = {
        {"a\t1\t2\n", "m:1: found 'a\t1\t2', expected the fields that its part names"},
        {"[weights]\n# x\na\t1\tb\n", "m:3: found 'b', expected a number"},
        {"[weights]\na\t1\tinf\n", "m:2: found 'inf', expected a number"},
        {"[weights]\na\t1\t2\na\t1\t2\n", "m:3: found 'a', expected each feature once"},
        {"[words]\na\t1\t2\t3\t4\na\t1\t2\t3\t4", "m:3: found 'a', expected each stem once"},
        {"[spellings]\na\tb\na\tc\n", "m:3: found 'a', expected each spelling once"},
        {"[tables]\n", "m:1: found '[tables]', expected a known part"},
        {"[spellings]\na\n", "m:2: found 'a', expected the fields that its part names"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (broken); i++) {
        g_autoptr (GError) error = NULL;
        g_assert_null (rhumb_model_parse (broken[i][0], strlen (broken[i][0]), "m", &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT);
        g_assert_cmpstr (error->message, ==, broken[i][1]);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/model/knows-every-feature", test_own);
    g_test_add_func ("/model/names-the-broken-line", test_broken);
    return g_test_run ();
}
