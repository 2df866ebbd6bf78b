/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Evidence in its order.
 */
#include "graph/evidence.h"

static void
assert_row (const RhumbEvidence *evidence, guint i, const char *kind, guint32 node, double weight)
{
    const RhumbEvidenceRow *row = rhumb_evidence_get_row (evidence, i);
    g_assert_cmpstr (row->kind, ==, kind);
    g_assert_cmpuint (row->node, ==, node);
    g_assert_cmpfloat (row->weight, ==, weight);
}

static void
kinds_keep_their_order_and_weights_fall (void)
{
    g_autoptr (RhumbEvidenceBuilder) builder = rhumb_evidence_builder_new ();
    rhumb_evidence_builder_add (builder, "late", 5, 0.5, "five");
    rhumb_evidence_builder_add (builder, "early", 1, 9, "one");
    rhumb_evidence_builder_add (builder, "late", 4, 0.5, "four");
    rhumb_evidence_builder_add (builder, "late", 6, 0.75, "six");
    g_autoptr (RhumbEvidence) evidence = rhumb_evidence_builder_freeze (builder);
    g_assert_cmpuint (rhumb_evidence_get_n_rows (evidence), ==, 4);
    assert_row (evidence, 0, "late", 6, 0.75);
    assert_row (evidence, 1, "late", 4, 0.5);
    assert_row (evidence, 2, "late", 5, 0.5);
    assert_row (evidence, 3, "early", 1, 9);
    g_assert_cmpstr (rhumb_evidence_get_row (evidence, 2)->why, ==, "five");
}

static void
no_rows_are_no_error (void)
{
    g_autoptr (RhumbEvidenceBuilder) unused = rhumb_evidence_builder_new ();
    rhumb_evidence_builder_add (unused, "kind", 0, 1, "never frozen");
    g_autoptr (RhumbEvidenceBuilder) builder = rhumb_evidence_builder_new ();
    g_autoptr (RhumbEvidence) evidence = rhumb_evidence_builder_freeze (builder);
    g_autoptr (RhumbEvidence) again = rhumb_evidence_ref (evidence);
    g_assert_cmpuint (rhumb_evidence_get_n_rows (again), ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/evidence/kinds-keep-their-order-and-weights-fall",
                     kinds_keep_their_order_and_weights_fall);
    g_test_add_func ("/evidence/no-rows-are-no-error", no_rows_are_no_error);
    return g_test_run ();
}
