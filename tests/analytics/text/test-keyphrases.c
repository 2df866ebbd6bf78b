/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/text/keyphrases.h"
#include "graph/corpus-builder.h"
#include "graph/error.h"
#include "tests/analytics/text/page.h"

#include <string.h>

static const char *const keywords[] = {"sail area", "rigging", NULL};

/* A paper with keywords of its source, and one without; both write of tall ships. */
static RhumbCorpus *
make_corpus (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    rhumb_corpus_builder_begin_source (builder, "test", "test");
    for (guint i = 0; i < 2; i++) {
        g_autoptr (RhumbRecord) record = rhumb_record_new ();
        record->id = i == 0 ? "a" : "b";
        record->title = i == 0 ? "The sail area of tall ships" : "Wind tunnels for tall ships";
        record->abstract = i == 0
                               ? "We study a model of the sail area of tall ships. The model and "
                                 "its performance matter for wind tunnels."
                               : "A wind tunnel shows how tall ships move. Our method is a model.";
        for (guint k = 0; i == 0 && keywords[k] != NULL; k++)
            g_ptr_array_add (record->keywords, (gpointer)keywords[k]);
        g_assert_true (rhumb_corpus_builder_add (builder, record, &error));
    }
    RhumbCorpus *corpus = rhumb_corpus_builder_freeze (builder, &error);
    g_assert_no_error (error);
    return corpus;
}

/* The labels of a paper, parted by "|". */
static char *
list (const RhumbCorpus *corpus, const RhumbConceptOptions *options, const char *id)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbConcepts) concepts = rhumb_extract_concepts (corpus, options, &error);
    g_assert_no_error (error);
    g_autoptr (RhumbKeyphrases) keyphrases =
        rhumb_rank_keyphrases (corpus, concepts, options, &error);
    g_assert_no_error (error);
    guint32 n;
    const RhumbKeyphrase *phrase =
        rhumb_keyphrases_get (keyphrases, rhumb_corpus_find_paper (corpus, id), &n);
    g_assert_cmpuint (n, <=, RHUMB_MOST_KEYPHRASES);
    GString *labels = g_string_new ("|");
    for (guint32 i = 0; i < n; i++) {
        g_assert_true (phrase[i].score > 0 && phrase[i].score <= 1);
        g_assert_true (
            phrase[i].concept == RHUMB_NONE ||
            g_str_equal (phrase[i].label,
                         rhumb_concepts_get_concept (concepts, phrase[i].concept)->label));
        g_string_append_printf (labels, "%s|", phrase[i].label);
    }
    return g_string_free (labels, FALSE);
}

/* The corpus knows "graph coloring" only; the paper's list says what the paper says. */
static void
test_heads (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    rhumb_corpus_builder_begin_source (builder, "test", "test");
    static const char *const abstract[] = {
        "We study graph coloring. Graph coloring is hard.",
        "The graph coloring algorithm is fast. A graph coloring algorithm colors graphs."};
    for (guint i = 0; i < G_N_ELEMENTS (abstract); i++) {
        g_autoptr (RhumbRecord) record = rhumb_record_new ();
        record->id = i == 0 ? "a" : "b";
        record->title = i == 0 ? "Maps" : "Atlases";
        record->abstract = abstract[i];
        g_assert_true (rhumb_corpus_builder_add (builder, record, &error));
    }
    g_autoptr (RhumbCorpus) corpus = rhumb_corpus_builder_freeze (builder, &error);
    g_assert_no_error (error);
    g_autoptr (RhumbConcepts) concepts = rhumb_extract_concepts (corpus, NULL, &error);
    g_assert_no_error (error);
    g_autoptr (RhumbKeyphrases) keyphrases = rhumb_rank_keyphrases (corpus, concepts, NULL, &error);
    g_assert_no_error (error);
    guint32 n;
    const RhumbKeyphrase *phrase =
        rhumb_keyphrases_get (keyphrases, rhumb_corpus_find_paper (corpus, "b"), &n);
    guint32 i = 0;
    while (i < n && !g_str_equal (phrase[i].label, "graph coloring algorithm"))
        i++;
    g_assert_cmpuint (i, <, n);
    g_assert_cmpuint (phrase[i].concept, !=, RHUMB_NONE);
    g_assert_cmpstr (rhumb_concepts_get_concept (concepts, phrase[i].concept)->label, ==,
                     "graph coloring");
}

static void
test_order (void)
{
    g_autoptr (RhumbCorpus) corpus = make_corpus ();
    g_autofree char *first = list (corpus, NULL, "a");
    g_autofree char *second = list (corpus, NULL, "b");
    g_test_message ("%s %s", first, second);
    g_assert_true (g_str_has_prefix (first, "|rigging|sail area|") ||
                   g_str_has_prefix (first, "|sail area|rigging|"));
    g_assert_nonnull (strstr (second, "|wind tunnel|"));
    g_assert_nonnull (strstr (first, "|wind tunnel|"));
    const char *const generic[] = {"|model|", "|method|", "|performance|"};
    for (gsize i = 0; i < G_N_ELEMENTS (generic); i++) {
        g_assert_null (strstr (first, generic[i]));
        g_assert_null (strstr (second, generic[i]));
    }
}

static void
test_wishes (void)
{
    static const char *const stopwords[] = {"Wind Tunnels", NULL};
    static const char *const from[] = {"tall ships", NULL};
    static const char *const to[] = {"sailing vessel", NULL};
    g_autoptr (RhumbCorpus) corpus = make_corpus ();
    RhumbConceptOptions options = RHUMB_CONCEPT_DEFAULTS;
    options.stopwords = stopwords;
    options.thesaurus_from = from;
    options.thesaurus_to = to;
    g_autofree char *second = list (corpus, &options, "b");
    g_test_message ("%s", second);
    g_assert_null (strstr (second, "|wind tunnel"));
    g_assert_null (strstr (second, "|tall ships|"));
    g_assert_nonnull (strstr (second, "|sailing vessel|"));
}

static void
test_shared_only (void)
{
    g_autoptr (RhumbCorpus) corpus = make_corpus ();
    RhumbConceptOptions options = RHUMB_CONCEPT_DEFAULTS;
    options.min_papers = 2;
    g_autofree char *first = list (corpus, &options, "a");
    g_assert_null (strstr (first, "|rigging|"));
    g_assert_nonnull (strstr (first, "|wind tunnel|"));
}

static void
test_range (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbCorpus) corpus = make_corpus ();
    g_autoptr (RhumbConcepts) concepts = rhumb_extract_concepts (corpus, NULL, NULL);
    RhumbConceptOptions options = RHUMB_CONCEPT_DEFAULTS;
    options.density = 1.5;
    g_assert_null (rhumb_rank_keyphrases (corpus, concepts, &options, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/keyphrases/given-first-and-nothing-generic", test_order);
    g_test_add_func ("/keyphrases/what-the-user-wants", test_wishes);
    g_test_add_func ("/keyphrases/min-papers-leaves-shared-concepts", test_shared_only);
    g_test_add_func ("/keyphrases/density-has-a-range", test_range);
    g_test_add_func ("/keyphrases/words-for-any-means-stay-in-a-papers-list", test_heads);
    return g_test_run ();
}
