/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A vocabulary says what was said, in whatever order it was said.
 */
#include "graph/vocabulary.h"

#include "graph/corpus.h"

static RhumbVocabulary *
freeze (RhumbVocabularyBuilder *builder)
{
    g_autoptr (GError) error = NULL;
    RhumbVocabulary *vocabulary = rhumb_vocabulary_builder_freeze (builder, &error);
    g_assert_no_error (error);
    return vocabulary;
}

static void
say (RhumbVocabularyBuilder *builder, guint statement)
{
    switch (statement) {
    case 0:
        rhumb_vocabulary_builder_set_label (builder, "b", "Neural  network", TRUE);
        break;
    case 1:
        rhumb_vocabulary_builder_add_alternative (builder, "b", "neural net");
        break;
    case 2:
        rhumb_vocabulary_builder_add_broader (builder, "b", "a");
        break;
    case 3:
        rhumb_vocabulary_builder_set_label (builder, "a", "learning", TRUE);
        break;
    default:
        rhumb_vocabulary_builder_add_broader (builder, "b", "nameless");
    }
}

static void
order_of_statements_changes_nothing (void)
{
    for (guint backwards = 0; backwards < 2; backwards++) {
        g_autoptr (RhumbVocabularyBuilder) builder = rhumb_vocabulary_builder_new ();
        for (guint i = 0; i < 5; i++)
            say (builder, backwards ? 4 - i : i);
        g_autoptr (RhumbVocabulary) vocabulary = freeze (builder);
        g_assert_cmpuint (rhumb_vocabulary_get_n_entries (vocabulary), ==, 2);
        const RhumbVocabularyEntry *b = rhumb_vocabulary_get_entry (vocabulary, 1);
        g_assert_cmpstr (b->id, ==, "b");
        g_assert_cmpstr (b->label, ==, "Neural network");
        g_assert_cmpstr (b->alternatives[0], ==, "neural net");
        g_assert_null (b->alternatives[1]);
        RhumbNetwork *broader = rhumb_vocabulary_get_broader (vocabulary);
        g_assert_cmpuint (rhumb_network_get_n_edges (broader), ==, 1);
        g_assert_cmpfloat (rhumb_network_get_weight (broader, 1, 0), ==, 1);
        g_assert_cmpuint (rhumb_vocabulary_find (vocabulary, "b"), ==, 1);
        g_assert_cmpuint (rhumb_vocabulary_find (vocabulary, "nameless"), ==, RHUMB_NONE);
    }
}

static void
the_first_name_of_the_first_choice_stands (void)
{
    g_autoptr (RhumbVocabularyBuilder) builder = rhumb_vocabulary_builder_new ();
    rhumb_vocabulary_builder_set_label (builder, "x", "réseau", FALSE);
    rhumb_vocabulary_builder_set_label (builder, "x", "network", TRUE);
    rhumb_vocabulary_builder_set_label (builder, "x", "net", TRUE);
    rhumb_vocabulary_builder_add_alternative (builder, "y", "only another name");
    rhumb_vocabulary_builder_set_label (builder, "z", " ", TRUE);
    g_autoptr (RhumbVocabulary) vocabulary = freeze (builder);
    g_assert_cmpuint (rhumb_vocabulary_get_n_entries (vocabulary), ==, 2);
    const RhumbVocabularyEntry *x = rhumb_vocabulary_get_entry (vocabulary, 0);
    g_assert_cmpstr (x->label, ==, "network");
    g_assert_cmpstr (x->alternatives[0], ==, "net");
    g_assert_cmpstr (x->alternatives[1], ==, "réseau");
    g_assert_cmpstr (rhumb_vocabulary_get_entry (vocabulary, 1)->label, ==, "only another name");
}

static void
united_ids_are_one_concept (void)
{
    g_autoptr (RhumbVocabularyBuilder) builder = rhumb_vocabulary_builder_new ();
    rhumb_vocabulary_builder_set_label (builder, "a", "ontology matching", TRUE);
    rhumb_vocabulary_builder_set_label (builder, "b", "ontology alignment", TRUE);
    rhumb_vocabulary_builder_set_label (builder, "c", "ontology mapping", TRUE);
    rhumb_vocabulary_builder_set_label (builder, "top", "ontologies", TRUE);
    rhumb_vocabulary_builder_unite (builder, "a", "c", FALSE);
    rhumb_vocabulary_builder_unite (builder, "a", "b", TRUE);
    rhumb_vocabulary_builder_add_broader (builder, "a", "top");
    rhumb_vocabulary_builder_add_broader (builder, "c", "top");
    rhumb_vocabulary_builder_add_broader (builder, "a", "b");
    g_autoptr (RhumbVocabulary) vocabulary = freeze (builder);
    g_assert_cmpuint (rhumb_vocabulary_get_n_entries (vocabulary), ==, 2);
    const RhumbVocabularyEntry *b = rhumb_vocabulary_get_entry (vocabulary, 0);
    g_assert_cmpstr (b->id, ==, "b");
    g_assert_cmpuint (g_strv_length ((GStrv)b->alternatives), ==, 2);
    g_assert_cmpuint (rhumb_network_get_n_edges (rhumb_vocabulary_get_broader (vocabulary)), ==, 1);
}

static void
an_empty_vocabulary_has_no_entries (void)
{
    g_autoptr (RhumbVocabularyBuilder) builder = rhumb_vocabulary_builder_new ();
    g_autoptr (RhumbVocabulary) vocabulary = freeze (builder);
    g_assert_cmpuint (rhumb_vocabulary_get_n_entries (vocabulary), ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/vocabulary/order-of-statements-changes-nothing",
                     order_of_statements_changes_nothing);
    g_test_add_func ("/vocabulary/the-first-name-of-the-first-choice-stands",
                     the_first_name_of_the_first_choice_stands);
    g_test_add_func ("/vocabulary/united-ids-are-one-concept", united_ids_are_one_concept);
    g_test_add_func ("/vocabulary/empty", an_empty_vocabulary_has_no_entries);
    return g_test_run ();
}
