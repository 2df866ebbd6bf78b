/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A word of degree or number begins a term if what follows hardly ever stands without it, and a
 * verb that is a noun too ends one.
 */
#include "analytics/text/concepts.h"
#include "tests/analytics/text/page.h"

static RhumbConcepts *
extract (gsize n_texts, const char *const *text)
{
    g_autoptr (RhumbCorpus) corpus = page_make_corpus_of (n_texts, text);
    return page_extract (corpus, NULL);
}

static void
bound_words_stay_together (void)
{
    static const char *const text[] = {
        "We treat multiple sclerosis. Patients with multiple sclerosis and major depressive "
        "disorder are trained by support vector machines.",
        "Major depressive disorder and multiple sclerosis are hard to tell apart, so a support "
        "vector machine tells them. The wavelet transform helps.",
        "Whole genome sequencing of multiple sclerosis helps. A wavelet transform helps.",
        "Whole genome sequencing is cheap.",
    };
    static const char *const terms[] = {"multiple sclerosis", "major depressive disorder",
                                        "support vector machine", "whole genome sequencing",
                                        "wavelet transform"};
    static const char *const rests[] = {"sclerosis", "depressive disorder", "vector machine",
                                        "genome sequencing"};
    g_autoptr (RhumbConcepts) concepts = extract (G_N_ELEMENTS (text), text);
    for (gsize i = 0; i < G_N_ELEMENTS (terms); i++)
        g_assert_nonnull (page_find (concepts, terms[i]));
    for (gsize i = 0; i < G_N_ELEMENTS (rests); i++)
        g_assert_null (page_find (concepts, rests[i]));
}

/* Words that are verbs in one place and nouns in another. */
static void
verbs_may_be_nouns (void)
{
    static const char *const text[] = {
        "Decision making by gradient boosting. We study decision making and load balancing. A "
        "program solving the puzzle is fast.",
        "Load balancing is decision making, and gradient boosting helps. Programs support it.",
    };
    static const char *const terms[] = {"decision making", "gradient boosting", "load balancing"};
    g_autoptr (RhumbConcepts) concepts = extract (G_N_ELEMENTS (text), text);
    for (gsize i = 0; i < G_N_ELEMENTS (terms); i++)
        g_assert_nonnull (page_find (concepts, terms[i]));
    g_assert_null (page_find (concepts, "program solving"));
    g_assert_null (page_find (concepts, "programs support"));
}

static void
loose_words_stay_apart (void)
{
    static const char *const text[] = {
        "We train multiple neural networks. Neural networks learn.",
        "Multiple neural networks learn more than a neural network.",
        "A neural network learns from whole pictures.",
    };
    g_autoptr (RhumbConcepts) concepts = extract (G_N_ELEMENTS (text), text);
    g_assert_nonnull (page_find (concepts, "neural network"));
    g_assert_null (page_find (concepts, "multiple neural networks"));
}

/* What a paper is about and has in its title, it may have alone. */
static void
one_paper_may_bind (void)
{
    const PageText bound = {"A minimum wage for all",
                            "The minimum wage rose. The minimum wage fell."};
    const PageText loose = {"A minimum wage for all", "The minimum wage rose. Their wages fell, "
                                                      "and so did other wages of the minimum."};
    g_autoptr (RhumbCorpus) corpus = page_make_corpus (&bound, 1, FALSE);
    g_autoptr (RhumbConcepts) concepts = page_extract (corpus, NULL);
    g_assert_nonnull (page_find (concepts, "minimum wage"));
    g_autoptr (RhumbCorpus) other = page_make_corpus (&loose, 1, FALSE);
    g_autoptr (RhumbConcepts) none = page_extract (other, NULL);
    g_assert_null (page_find (none, "minimum wage"));
}

static void
capitals_tell_names (void)
{
    static const char *const text[] = {
        "We study New Zealand. Sheep of New Zealand were sold.",
        "Farmers lived through the Great Depression, and the Great Depression ruined them.",
    };
    g_autoptr (RhumbConcepts) concepts = extract (G_N_ELEMENTS (text), text);
    g_assert_nonnull (page_find (concepts, "New Zealand"));
    g_assert_nonnull (page_find (concepts, "Great Depression"));
    g_assert_null (page_find (concepts, "Zealand"));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/first-words/bound-words-stay-together", bound_words_stay_together);
    g_test_add_func ("/first-words/verbs-may-be-nouns", verbs_may_be_nouns);
    g_test_add_func ("/first-words/loose-words-stay-apart", loose_words_stay_apart);
    g_test_add_func ("/first-words/one-paper-may-bind", one_paper_may_bind);
    g_test_add_func ("/first-words/capitals-tell-names", capitals_tell_names);
    return g_test_run ();
}
