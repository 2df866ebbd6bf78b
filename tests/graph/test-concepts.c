/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Concepts are numbered by id, whatever order they were found in.
 */
#include "graph/concepts.h"

#include "graph/error.h"

static RhumbConcepts *
make_concepts (gboolean backwards)
{
    static const char *const LABELS[] = {"Graph layout", "citation analysis", "PageRank"};
    static const double WEIGHTS[] = {0.25, 0.5, 1};
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbConceptsBuilder) builder = rhumb_concepts_builder_new (2);
    for (guint i = 0; i < 3; i++) {
        const guint k = backwards ? 2 - i : i;
        const guint32 c = rhumb_concepts_builder_add (builder, LABELS[k], NULL, NULL);
        rhumb_concepts_builder_link (builder, k % 2, c, WEIGHTS[k]);
        if (k == 0)
            rhumb_concepts_builder_link (builder, 1, c, 0.5);
    }
    RhumbConcepts *concepts = rhumb_concepts_builder_freeze (builder, &error);
    g_assert_no_error (error);
    return concepts;
}

static void
concepts_are_numbered_by_id (void)
{
    for (guint backwards = 0; backwards < 2; backwards++) {
        g_autoptr (RhumbConcepts) concepts = make_concepts (backwards);
        g_assert_cmpuint (rhumb_concepts_get_n_concepts (concepts), ==, 3);
        const RhumbConcept *first = rhumb_concepts_get_concept (concepts, 0);
        const RhumbConcept *layout = rhumb_concepts_get_concept (concepts, 1);
        g_assert_cmpstr (first->id, ==, "concept:citationanalysis");
        g_assert_cmpstr (first->label, ==, "citation analysis");
        g_assert_cmpstr (layout->id, ==, "concept:graphlayout");
        g_assert_cmpstr (rhumb_concepts_get_concept (concepts, 2)->id, ==, "concept:pagerank");
        g_assert_cmpuint (layout->n_papers, ==, 2);
        g_assert_cmpfloat (layout->score, ==, 0.75);
        RhumbNetwork *about = rhumb_concepts_get_about (concepts);
        g_assert_cmpfloat (rhumb_network_get_weight (about, 0, 1), ==, 0.25);
        g_assert_cmpfloat (rhumb_network_get_weight (about, 1, 1), ==, 0.5);
        g_assert_cmpfloat (rhumb_network_get_weight (about, 1, 0), ==, 0.5);
        g_assert_cmpfloat (rhumb_network_get_weight (about, 0, 2), ==, 1);
    }
}

static void
surface_forms_are_kept_in_order (void)
{
    static const char *const VARIANTS[] = {"neural nets", "Neural Network", "neural networks",
                                           NULL};
    static const char *const EXPECTED[] = {"Neural Network", "neural nets", "neural networks",
                                           NULL};
    g_autoptr (RhumbConceptsBuilder) builder = rhumb_concepts_builder_new (1);
    rhumb_concepts_builder_add (builder, "neural network", "NN", VARIANTS);
    g_autoptr (RhumbConcepts) concepts = rhumb_concepts_builder_freeze (builder, NULL);
    const RhumbConcept *concept = rhumb_concepts_get_concept (concepts, 0);
    g_assert_cmpstr (concept->acronym, ==, "NN");
    g_assert_cmpstrv ((char **)concept->variants, (char **)EXPECTED);
    g_assert_cmpuint (concept->n_papers, ==, 0);
    g_assert_cmpfloat (concept->score, ==, 0);
}

static void
links_to_nothing_are_refused (void)
{
    static const guint32 ENDS[][2] = {{2, 0}, {0, 1}, {0, 1000000}, {G_MAXUINT32, G_MAXUINT32}};
    for (gsize i = 0; i < G_N_ELEMENTS (ENDS); i++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (RhumbConceptsBuilder) builder = rhumb_concepts_builder_new (2);
        rhumb_concepts_builder_add (builder, "layout", NULL, NULL);
        rhumb_concepts_builder_link (builder, ENDS[i][0], ENDS[i][1], 1);
        g_assert_null (rhumb_concepts_builder_freeze (builder, &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    }
}

static void
no_concepts_are_fine (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbConceptsBuilder) builder = rhumb_concepts_builder_new (0);
    g_autoptr (RhumbConcepts) concepts = rhumb_concepts_builder_freeze (builder, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (rhumb_concepts_get_n_concepts (concepts), ==, 0);
    g_assert_cmpuint (rhumb_network_get_n_edges (rhumb_concepts_get_about (concepts)), ==, 0);
}

static void
a_label_of_signs_keeps_its_own_id (void)
{
    g_autoptr (RhumbConceptsBuilder) builder = rhumb_concepts_builder_new (0);
    rhumb_concepts_builder_add (builder, "++", NULL, NULL);
    g_autoptr (RhumbConcepts) concepts = rhumb_concepts_builder_freeze (builder, NULL);
    g_assert_cmpstr (rhumb_concepts_get_concept (concepts, 0)->id, ==, "concept:++");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/concepts/concepts-are-numbered-by-id", concepts_are_numbered_by_id);
    g_test_add_func ("/concepts/surface-forms-are-kept-in-order", surface_forms_are_kept_in_order);
    g_test_add_func ("/concepts/links-to-nothing-are-refused", links_to_nothing_are_refused);
    g_test_add_func ("/concepts/no-concepts-are-fine", no_concepts_are_fine);
    g_test_add_func ("/concepts/a-label-of-signs-keeps-its-own-id",
                     a_label_of_signs_keeps_its_own_id);
    return g_test_run ();
}
