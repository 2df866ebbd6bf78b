/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Weights of edge lists.
 */
#include "graph/error.h"
#include "tests/io/read/networks.h"

static RhumbAttributedNetwork *
read_lines (const char *text, RhumbCorpus **report)
{
    g_autoptr (GError) error = NULL;
    RhumbAttributedNetwork *network = test_read_network ("edge-list", text, report, &error);
    g_assert_no_error (error);
    return network;
}

/* 0 and below are kept; where there is no number there is no weight. */
static void
weights_are_kept_as_they_are (void)
{
    static const double WEIGHTS[] = {2.5, 0, -1, 1e-3};
    g_autoptr (RhumbCorpus) report = NULL;
    g_autoptr (RhumbAttributedNetwork) network =
        read_lines ("a b 2.5\nb c 0\nc d -1\nd e 1e-3\ne f\n", &report);
    const guint column =
        rhumb_attributed_network_find_attribute (network, RHUMB_ELEMENT_EDGE, "weight");
    g_assert_cmpuint (rhumb_attributed_network_get_n_edges (network), ==, 5);
    for (gsize e = 0; e < G_N_ELEMENTS (WEIGHTS); e++)
        g_assert_cmpfloat (
            rhumb_attributed_network_get_real (network, RHUMB_ELEMENT_EDGE, e, column), ==,
            WEIGHTS[e]);
    g_assert_false (rhumb_attributed_network_has_value (network, RHUMB_ELEMENT_EDGE, 4, column));
    g_assert_cmpuint (rhumb_corpus_get_source (report, 0)->n_records_lost, ==, 0);
}

static void
weights_that_are_not_finite_lose_their_lines (void)
{
    g_autoptr (RhumbCorpus) report = NULL;
    g_autoptr (RhumbAttributedNetwork) network =
        read_lines ("a b 1\nb c nan\nc d inf\nd e -inf\ne f 1e999\n", &report);
    g_assert_cmpuint (rhumb_attributed_network_get_n_edges (network), ==, 1);
    g_assert_cmpuint (rhumb_attributed_network_get_n_nodes (network), ==, 2);
    g_assert_cmpuint (rhumb_corpus_get_source (report, 0)->n_records_lost, ==, 4);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/edge-list/weights-are-kept-as-they-are", weights_are_kept_as_they_are);
    g_test_add_func ("/edge-list/weights-that-are-not-finite-lose-their-lines",
                     weights_that_are_not_finite_lose_their_lines);
    return g_test_run ();
}
