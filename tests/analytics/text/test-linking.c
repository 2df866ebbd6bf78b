/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What a vocabulary of the user makes of papers.
 */
#include "analytics/text/concepts.h"
#include "graph/corpus-builder.h"
#include "graph/error.h"

#include <string.h>

/* id, label, alternative or NULL, broader or NULL */
static const char *const entries[][4] = {
    {"v:cv", "computer vision", NULL, NULL},
    {"v:seg", "semantic segmentation", NULL, "v:cv"},
    {"v:det", "object detection", NULL, "v:cv"},
    {"v:net", "neural network", "NN", NULL},
    {"v:gnn", "graph neural network", NULL, "v:net"},
    {"v:river", "river bank", "bank", "v:water"},
    {"v:water", "hydrology", NULL, NULL},
    {"v:flood", "flood risk", NULL, "v:water"},
    {"v:money", "credit institution", "bank", NULL},
    {"v:it", "information technology", "IT", NULL},
};

static RhumbVocabulary *
make_vocabulary (void)
{
    g_autoptr (RhumbVocabularyBuilder) builder = rhumb_vocabulary_builder_new ();
    for (gsize i = 0; i < G_N_ELEMENTS (entries); i++) {
        rhumb_vocabulary_builder_set_label (builder, entries[i][0], entries[i][1], TRUE);
        if (entries[i][2] != NULL)
            rhumb_vocabulary_builder_add_alternative (builder, entries[i][0], entries[i][2]);
        if (entries[i][3] != NULL)
            rhumb_vocabulary_builder_add_broader (builder, entries[i][0], entries[i][3]);
    }
    return rhumb_vocabulary_builder_freeze (builder, NULL);
}

static const struct {
    const char *abstract;
    const char *keyword;
} texts[] = {
    {"We study semantic segmentation and object-detection in streets. It is fast.", NULL},
    {"Graph Neural Networks predict the flow. All of it holds.", NULL},
    {"The flood risk near the bank of the stream is low.", NULL},
    {"The bank pays interest on savings.", "Computer Vision"},
    {"Our IT staff met a neural network.", "own keyword"},
};

static RhumbCorpus *
make_corpus (void)
{
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    rhumb_corpus_builder_begin_source (builder, "test", "test");
    for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
        g_autoptr (RhumbRecord) record = rhumb_record_new ();
        g_autofree char *id = g_strdup_printf ("paper%" G_GSIZE_FORMAT, i);
        record->id = id;
        record->title = id;
        record->abstract = texts[i].abstract;
        if (texts[i].keyword != NULL)
            g_ptr_array_add (record->keywords, (gpointer)texts[i].keyword);
        g_assert_true (rhumb_corpus_builder_add (builder, record, NULL));
    }
    return rhumb_corpus_builder_freeze (builder, NULL);
}

static RhumbConcepts *
extract (gboolean only)
{
    g_autoptr (RhumbVocabulary) vocabulary = make_vocabulary ();
    g_autoptr (RhumbCorpus) corpus = make_corpus ();
    RhumbConceptOptions options = RHUMB_CONCEPT_DEFAULTS;
    options.vocabulary = vocabulary;
    options.only_vocabulary = only;
    g_autoptr (GError) error = NULL;
    RhumbConcepts *concepts = rhumb_extract_concepts (corpus, &options, &error);
    g_assert_no_error (error);
    return concepts;
}

static guint32
find (const RhumbConcepts *concepts, const char *id)
{
    for (guint32 c = 0; c < rhumb_concepts_get_n_concepts (concepts); c++)
        if (strcmp (rhumb_concepts_get_concept (concepts, c)->id, id) == 0)
            return c;
    return RHUMB_NONE;
}

static double
weigh (const RhumbConcepts *concepts, guint32 paper, const char *id)
{
    const guint32 c = find (concepts, id);
    return c == RHUMB_NONE
               ? 0
               : rhumb_network_get_weight (rhumb_concepts_get_about (concepts), paper, c);
}

static void
longest_names_are_found_with_their_ids (void)
{
    g_autoptr (RhumbConcepts) concepts = extract (TRUE);
    g_assert_cmpfloat (weigh (concepts, 0, "v:seg"), >, 0);
    g_assert_cmpfloat (weigh (concepts, 0, "v:det"), >, 0);
    g_assert_cmpfloat (weigh (concepts, 1, "v:gnn"), >, 0);
    g_assert_cmpfloat (weigh (concepts, 1, "v:net"), ==, 0);
    g_assert_cmpfloat (weigh (concepts, 4, "v:net"), >, 0);
    const RhumbConcept *gnn = rhumb_concepts_get_concept (concepts, find (concepts, "v:gnn"));
    g_assert_cmpstr (gnn->label, ==, "graph neural network");
    g_assert_true (gnn->is_from_vocabulary);
}

static void
capitals_of_a_name_are_wanted (void)
{
    g_autoptr (RhumbConcepts) concepts = extract (TRUE);
    g_assert_cmpfloat (weigh (concepts, 4, "v:it"), >, 0);
    g_assert_cmpfloat (weigh (concepts, 0, "v:it"), ==, 0);
    g_assert_cmpfloat (weigh (concepts, 1, "v:it"), ==, 0);
}

static void
shared_names_mean_what_the_paper_is_near (void)
{
    g_autoptr (RhumbConcepts) concepts = extract (TRUE);
    g_assert_cmpfloat (weigh (concepts, 2, "v:river"), >, 0);
    g_assert_cmpfloat (weigh (concepts, 2, "v:money"), ==, 0);
    g_assert_cmpfloat (weigh (concepts, 3, "v:river"), ==, 0);
    g_assert_cmpfloat (weigh (concepts, 3, "v:money"), ==, 0);
}

static void
above_two_is_inferred (void)
{
    g_autoptr (RhumbConcepts) concepts = extract (TRUE);
    const guint32 vision = find (concepts, "v:cv");
    const double lesser = MIN (weigh (concepts, 0, "v:seg"), weigh (concepts, 0, "v:det"));
    g_assert_cmpfloat (weigh (concepts, 0, "v:cv"), ==, lesser);
    g_assert_cmpuint (rhumb_concepts_get_link (concepts, 0, vision), ==, RHUMB_LINK_INFERRED);
    g_assert_cmpuint (rhumb_concepts_get_concept (concepts, vision)->n_inferred, ==, 1);
    /* "flood risk" and "river bank" are below hydrology too; a single one is not enough. */
    g_assert_cmpfloat (weigh (concepts, 2, "v:water"), >, 0);
    g_assert_cmpfloat (weigh (concepts, 1, "v:net"), ==, 0);
}

static void
given_keywords_are_linked_and_marked (void)
{
    g_autoptr (RhumbConcepts) concepts = extract (FALSE);
    const guint32 vision = find (concepts, "v:cv");
    g_assert_cmpfloat (weigh (concepts, 3, "v:cv"), ==, 1);
    g_assert_cmpuint (rhumb_concepts_get_link (concepts, 3, vision), ==, RHUMB_LINK_GIVEN);
    const guint32 own = find (concepts, "concept:ownkeyword");
    g_assert_cmpuint (own, !=, RHUMB_NONE);
    g_assert_cmpuint (rhumb_concepts_get_link (concepts, 4, own), ==, RHUMB_LINK_GIVEN);
    g_assert_false (rhumb_concepts_get_concept (concepts, own)->is_from_vocabulary);
    g_autoptr (RhumbConcepts) only = extract (TRUE);
    g_assert_cmpuint (find (only, "concept:ownkeyword"), ==, RHUMB_NONE);
}

static void
broader_entries_are_linked (void)
{
    g_autoptr (RhumbConcepts) concepts = extract (TRUE);
    RhumbNetwork *broader = rhumb_concepts_get_broader (concepts);
    g_assert_cmpfloat (
        rhumb_network_get_weight (broader, find (concepts, "v:gnn"), find (concepts, "v:net")), ==,
        1);
    g_assert_cmpfloat (
        rhumb_network_get_weight (broader, find (concepts, "v:seg"), find (concepts, "v:cv")), ==,
        1);
}

static void
only_a_vocabulary_wants_one (void)
{
    g_autoptr (RhumbCorpus) corpus = make_corpus ();
    RhumbConceptOptions options = RHUMB_CONCEPT_DEFAULTS;
    options.only_vocabulary = TRUE;
    g_autoptr (GError) error = NULL;
    g_assert_null (rhumb_extract_concepts (corpus, &options, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/linking/longest-names-are-found-with-their-ids",
                     longest_names_are_found_with_their_ids);
    g_test_add_func ("/linking/capitals-of-a-name-are-wanted", capitals_of_a_name_are_wanted);
    g_test_add_func ("/linking/shared-names-mean-what-the-paper-is-near",
                     shared_names_mean_what_the_paper_is_near);
    g_test_add_func ("/linking/above-two-is-inferred", above_two_is_inferred);
    g_test_add_func ("/linking/given-keywords-are-linked-and-marked",
                     given_keywords_are_linked_and_marked);
    g_test_add_func ("/linking/broader-entries-are-linked", broader_entries_are_linked);
    g_test_add_func ("/linking/only-a-vocabulary-wants-one", only_a_vocabulary_wants_one);
    return g_test_run ();
}
