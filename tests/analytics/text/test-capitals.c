/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/text/capitals.h"

static void
add (RhumbCapitals *capitals, RhumbLexicon *lexicon, const char *text)
{
    g_auto (RhumbArena) arena = {0};
    const RhumbTokens tokens = rhumb_split_tokens (lexicon, &arena, NULL, text);
    rhumb_capitals_add (capitals, lexicon, &tokens);
}

static void
test_case (void)
{
    g_autoptr (RhumbModel) model = rhumb_model_new ();
    g_autoptr (RhumbClosedClass) closed = rhumb_closed_class_new ();
    g_autoptr (RhumbLexicon) lexicon = rhumb_lexicon_new (model, closed);
    g_autoptr (RhumbCapitals) one = rhumb_capitals_new ();
    g_autoptr (RhumbCapitals) other = rhumb_capitals_new ();
    g_autoptr (RhumbCapitals) both = rhumb_capitals_new ();
    add (one, lexicon, "We like the neural networks of Bayes.");
    add (other, lexicon,
         "A low-rank Neural chain. Say Markov or Markov or Markov or Markov or markov.");
    /* as if more than one lexicon had been read with */
    g_autoptr (RhumbLexicon) afresh = rhumb_lexicon_new (model, closed);
    add (other, afresh, "Some read on. A Xi and a Xi or xi.");
    rhumb_capitals_add_all (both, one);
    rhumb_capitals_add_all (both, other);
    g_assert_cmpint (rhumb_capitals_get_case (both, "neural"), ==, RHUMB_CASE_SMALL);
    g_assert_cmpint (rhumb_capitals_get_case (other, "neural"), ==, RHUMB_CASE_CAPITAL);
    g_assert_cmpint (rhumb_capitals_get_case (both, "markov"), ==, RHUMB_CASE_CAPITAL);
    g_assert_cmpint (rhumb_capitals_get_case (both, "network"), ==, RHUMB_CASE_SMALL);
    g_assert_cmpint (rhumb_capitals_get_case (both, "rank"), ==, RHUMB_CASE_SMALL);
    g_assert_cmpint (rhumb_capitals_get_case (one, "rank"), ==, RHUMB_CASE_UNSEEN);
    g_assert_cmpint (rhumb_capitals_get_case (both, "xi"), ==, RHUMB_CASE_SMALL);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/capitals/running-text-tells-words-from-names", test_case);
    return g_test_run ();
}
