/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/text/phrases.h"
#include "analytics/text/well-formed.h"

#include <string.h>

static gboolean
is_formed (const char *title, const char *abstract, const char *surface, RhumbStrictness strictness)
{
    g_autoptr (RhumbModel) model = rhumb_model_new ();
    g_autoptr (RhumbClosedClass) closed = rhumb_closed_class_new ();
    g_autoptr (RhumbPhraseReader) reader = rhumb_phrase_reader_new (model, closed, NULL);
    const RhumbPhrases *phrases = rhumb_phrase_reader_read (reader, title, abstract);
    const RhumbReading reading = rhumb_phrase_reader_get_reading (reader);
    for (guint32 i = 0; i < phrases->candidates.n_candidates; i++) {
        const RhumbCandidate *candidate = &phrases->candidates.candidate[i];
        if (strcmp (rhumb_phrase_reader_get_surface (reader, candidate), surface) == 0)
            return rhumb_is_well_formed (&reading, candidate, strictness);
    }
    g_assert_not_reached ();
}

static gboolean
is_well_formed (const char *title, const char *abstract, const char *surface)
{
    return is_formed (title, abstract, surface, RHUMB_STRICTNESS_OF_PHRASES);
}

static gboolean
may_be_term (const char *abstract, const char *surface)
{
    return is_formed (NULL, abstract, surface, RHUMB_STRICTNESS_OF_TERMS);
}

static void
test_good (void)
{
    g_assert_true (is_well_formed (NULL, "We use neural networks.", "neural networks"));
    g_assert_true (is_well_formed (NULL, "a mixture of experts", "mixture of experts"));
    g_assert_true (is_well_formed (NULL, "the large language model", "large language model"));
    g_assert_true (is_well_formed ("Learning trees", "We like learning trees.", "Learning trees"));
    g_assert_true (is_well_formed ("On the Dimensional Reduction", NULL, "Dimensional Reduction"));
    g_assert_true (is_well_formed (NULL, "at $z = 2$ black holes grow", "black holes"));
    g_assert_true (is_well_formed (NULL, "mini-batch sizes grow", "mini-batch sizes"));
}

static void
test_bad (void)
{
    g_assert_false (is_well_formed (NULL, "the numerous models", "numerous models"));
    g_assert_false (is_well_formed (NULL, "it synchronizes gradients", "synchronizes gradients"));
    g_assert_false (is_well_formed (NULL, "the PCCL's design", "PCCL's design"));
    g_assert_false (is_well_formed (NULL, "with 250 robots", "250 robots"));
    g_assert_false (is_well_formed (NULL, "this network consists", "network consists"));
    g_assert_false (is_well_formed (NULL, "salt and water", "salt and water"));
    g_assert_false (is_well_formed (NULL, "the sparse mixture of experts", "sparse mixture"));
    g_assert_false (is_well_formed (NULL, "a global and local network", "local network"));
    g_assert_false (is_well_formed ("Nemo: Learning trees", NULL, "Learning trees"));
    g_assert_false (is_well_formed (NULL, "it is word-level", "word-level"));
    g_assert_false (is_well_formed (NULL, "a survey of 2016-2019 data", "2016-2019"));
    g_assert_false (is_well_formed ("On $\\gamma$-Ray Bursts", NULL, "Ray Bursts"));
    g_assert_false (is_well_formed ("Two Dimensional Gravity", NULL, "Dimensional Gravity"));
    g_assert_false (is_well_formed (NULL, "the $\\Lambda$CDM model", "CDM model"));
    g_assert_false (is_well_formed (NULL, "the adaptively pruned tree", "adaptively pruned"));
}

/* What may become a term of a corpus. */
static void
test_terms (void)
{
    g_assert_true (may_be_term ("they have multiple sclerosis", "multiple sclerosis"));
    g_assert_true (may_be_term ("they study load balancing", "load balancing"));
    g_assert_true (may_be_term ("the National Health Service", "National Health Service"));
    g_assert_true (may_be_term ("the US Health Service", "Health Service"));
    g_assert_false (may_be_term ("treat C. difficile infection", "difficile infection"));
    g_assert_true (may_be_term ("a bar. A basic infection", "basic infection"));
    g_assert_false (may_be_term ("the numerous models", "numerous models"));
    g_assert_false (may_be_term ("the National Health Service", "Health Service"));
    g_assert_false (may_be_term ("the risk receiving anthracyclines", "risk receiving"));
    g_assert_false (may_be_term ("a tree that is fault tolerant", "fault tolerant"));
    g_assert_false (may_be_term ("it is domain-sensitive", "domain-sensitive"));
    g_assert_false (may_be_term ("a robot solving the puzzle", "robot solving"));
}

/* An owner is part of a name where something is called after it. */
static void
test_owners (void)
{
    const char *repeated = "the winner's curse in theory and the winner's curse in auctions";
    g_assert_true (may_be_term ("they have Crohn's disease", "Crohn's disease"));
    g_assert_true (may_be_term ("a survey of women's health", "women's health"));
    g_assert_true (may_be_term ("Luther's theses and why Luther's theses", "Luther's theses"));
    g_assert_true (is_formed ("The winner's curse", "Of the winner's curse.", "winner's curse",
                              RHUMB_STRICTNESS_OF_TERMS));
    g_assert_false (may_be_term (repeated, "winner's curse"));
    g_assert_false (may_be_term ("under Turgot's liberalisation", "Turgot's liberalisation"));
    g_assert_false (may_be_term ("China's economy and China's economy", "China's economy"));
}

/* A word in -s with a subject before it and an object behind it, or behind the subject that begins
 * the sentence. */
static void
test_predicates (void)
{
    g_assert_true (may_be_term ("it is a road map", "road map"));
    g_assert_true (may_be_term ("they draw road maps by hand", "road maps"));
    g_assert_true (may_be_term ("in dynamical systems the order counts", "dynamical systems"));
    g_assert_false (may_be_term ("this systematic review maps the field", "review maps"));
    g_assert_false (may_be_term ("Vaccination stops epidemic spreading.", "stops epidemic"));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/well-formed/noun-phrases-are", test_good);
    g_test_add_func ("/well-formed/pieces-verbs-and-degrees-are-not", test_bad);
    g_test_add_func ("/well-formed/terms-are-judged-by-other-papers-too", test_terms);
    g_test_add_func ("/well-formed/owners-are-parts-of-names", test_owners);
    g_test_add_func ("/well-formed/predicates-are-no-nouns", test_predicates);
    return g_test_run ();
}
