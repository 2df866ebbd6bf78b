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
check (const RhumbCapitals *capitals, const char *label, const char *expected)
{
    g_autofree char *settled = rhumb_capitals_settle (capitals, label, FALSE);
    g_assert_cmpstr (settled, ==, expected);
}

static void
test_settle (void)
{
    g_autoptr (RhumbModel) model = rhumb_model_new ();
    g_autoptr (RhumbClosedClass) closed = rhumb_closed_class_new ();
    g_autoptr (RhumbLexicon) lexicon = rhumb_lexicon_new (model, closed);
    g_autoptr (RhumbCapitals) one = rhumb_capitals_new ();
    g_autoptr (RhumbCapitals) other = rhumb_capitals_new ();
    g_autoptr (RhumbCapitals) both = rhumb_capitals_new ();
    add (one, lexicon, "We like the neural networks of Bayes and Bayesian or Markov chains.");
    add (other, lexicon,
         "A low-rank Neural chain. Say Markov or Markov or Markov or Markov or markov.");
    /* as if more than one lexicon had been read with */
    g_autoptr (RhumbLexicon) afresh = rhumb_lexicon_new (model, closed);
    add (other, afresh, "Some read on. A Xi and a Xi or xi.");
    rhumb_capitals_add_all (both, one);
    rhumb_capitals_add_all (both, other);
    check (both, "Neural Network", "neural network");
    check (both, "Bayesian Network", "Bayesian network");
    check (both, "Low-Rank Chains", "low-rank chains");
    check (both, "Markov Chain", "Markov chain");
    check (both, "PageRank Network", "PageRank network");
    check (both, "Unheard Network", "Unheard Network");
    check (both, "Xi Network", "xi network");
    check (other, "Neural Network", "Neural Network");
    check (both, "", "");
}

static void
test_expansions (void)
{
    static const char *const labels[][2] = {
        {"Federated Learning", "federated learning"},
        {"Monte Carlo Tree Search", "Monte Carlo tree search"},
        {"FEDerated Personalized sUBgraph Learning", "federated personalized subgraph learning"},
        {"Ultra Ethernet Consortium", "Ultra Ethernet Consortium"},
        {"Personalized PageRank", "personalized PageRank"},
        {"Travelling Salesman Problem", "travelling salesman problem"},
        {"Akaike Information Criterion", "Akaike information criterion"},
        {"James Webb Space Telescope", "James Webb Space Telescope"},
    };
    g_autoptr (RhumbCapitals) none = rhumb_capitals_new ();
    for (gsize i = 0; i < G_N_ELEMENTS (labels); i++) {
        g_autofree char *settled = rhumb_capitals_settle (none, labels[i][0], TRUE);
        g_assert_cmpstr (settled, ==, labels[i][1]);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/capitals/of-titles-go-of-names-stay", test_settle);
    g_test_add_func ("/capitals/of-expansions-go-unless-names-of-people", test_expansions);
    return g_test_run ();
}
