/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/text/capitals.h"

static void
add_paper (RhumbCapitals *capitals, RhumbLexicon *lexicon, const char *title, const char *text)
{
    g_auto (RhumbArena) arena = {0};
    const RhumbTokens tokens = rhumb_split_tokens (lexicon, &arena, title, text);
    rhumb_capitals_add (capitals, lexicon, &tokens);
}

static void
add (RhumbCapitals *capitals, RhumbLexicon *lexicon, const char *text)
{
    add_paper (capitals, lexicon, NULL, text);
}

/* A title tells as sentences do, unless it is in Title Case; what is behind a colon begins anew. */
static void
test_titles (void)
{
    g_autoptr (RhumbModel) model = rhumb_model_new ();
    g_autoptr (RhumbClosedClass) closed = rhumb_closed_class_new ();
    g_autoptr (RhumbLexicon) lexicon = rhumb_lexicon_new (model, closed);
    g_autoptr (RhumbCapitals) capitals = rhumb_capitals_new ();
    add_paper (capitals, lexicon, "Memory of the Somme in trench songs: Verses of soldiers", NULL);
    add_paper (capitals, lexicon, "Trench Songs and the Memory of Soldiers in France", NULL);
    add_paper (capitals, lexicon, "Shell Shock", NULL);
    g_assert_cmpint (rhumb_capitals_get_case (capitals, "somme"), ==, RHUMB_CASE_CAPITAL);
    g_assert_cmpint (rhumb_capitals_get_case (capitals, "trench"), ==, RHUMB_CASE_SMALL);
    g_assert_cmpint (rhumb_capitals_get_case (capitals, "verses"), ==, RHUMB_CASE_UNSEEN);
    g_assert_cmpint (rhumb_capitals_get_case (capitals, "memory"), ==, RHUMB_CASE_UNSEEN);
    g_assert_cmpint (rhumb_capitals_get_case (capitals, "shock"), ==, RHUMB_CASE_UNSEEN);
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
    g_test_add_func ("/capitals/titles-tell-unless-all-words-have-one", test_titles);
    return g_test_run ();
}
