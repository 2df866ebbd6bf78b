/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A hidden reference stands where pencil and paper put it.
 */
#include "analytics/eval/reference-test.h"

#include "analytics/eval/link-split.h"
#include "graph/error.h"
#include "tests/graph/fixture.h"

/* a and b are cited together by x, b and c by y; the later z cites a and b. */
static const FixtureRecord RECORDS[] = {
    {.id = "a", .title = "First", .year = 1990},
    {.id = "b", .title = "Second", .year = 1990},
    {.id = "c", .title = "Third", .year = 1991},
    {.id = "d", .title = "Fourth"},
    {.id = "x", .title = "Fifth", .year = 1995, .references = "a|b"},
    {.id = "y", .title = "Sixth", .year = 1996, .references = "b|c"},
    {.id = "z", .title = "Seventh", .year = 2001, .references = "a|b|w"},
    {.id = "w", .title = "Eighth", .year = 2002, .references = "a|z|w"},
};

static double
get_figure (const GArray *figures, const char *method, const char *measure)
{
    for (guint i = 0; i < figures->len; i++) {
        const RhumbFigure *figure = &g_array_index (figures, RhumbFigure, i);
        if (g_str_equal (figure->method, method) && g_str_equal (figure->measure, measure))
            return figure->value;
    }
    g_assert_not_reached ();
}

/* z alone asks: w cites one known paper. If a is hidden: x cites it with b, as y does c, so two
 * candidates have 1. If b is hidden: it is the only one that has 1. */
static void
places_are_those_on_paper (void)
{
    g_autoptr (RhumbCorpus) corpus = fixture_corpus (RECORDS, G_N_ELEMENTS (RECORDS), NULL);
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, G_N_ELEMENTS (RECORDS), NULL, 0);
    const RhumbNetwork *cites = rhumb_graph_get_relation (graph, RHUMB_RELATION_CITES);
    const guint32 n = rhumb_corpus_get_n_papers (corpus);
    g_autofree gboolean *later = rhumb_list_later_papers (corpus, 2000);
    g_autoptr (RhumbNetwork) known = rhumb_hold_out_nodes (cites, later, n, NULL);
    gboolean seen[2] = {FALSE};
    for (guint64 seed = 0; seed < 20; seed++) {
        const RhumbReferenceTestOptions options = {2000, 10, 5, seed};
        g_autoptr (GArray) figures =
            rhumb_test_references (corpus, cites, known, NULL, &options, NULL);
        const double mrr = get_figure (figures, "co-citation", "MRR");
        g_assert_cmpuint (figures->len, ==, 6);
        g_assert_cmpuint (g_array_index (figures, RhumbFigure, 0).n_cases, ==, 1);
        g_assert_true (mrr == 1 || mrr == 0.5);
        g_assert_cmpfloat (get_figure (figures, "co-citation", "Hits@10"), ==, 1);
        seen[mrr == 1] = TRUE;
    }
    g_assert_true (seen[0] && seen[1]);
}

/* Vectors of a and b are the same, all others point elsewhere. */
static void
vectors_that_know_find_it_first (void)
{
    g_autoptr (RhumbCorpus) corpus = fixture_corpus (RECORDS, G_N_ELEMENTS (RECORDS), NULL);
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, G_N_ELEMENTS (RECORDS), NULL, 0);
    RhumbNetwork *cites = rhumb_graph_get_relation (graph, RHUMB_RELATION_CITES);
    const RhumbReferenceTestOptions options = {2000, 10, 5, 1};
    g_autofree float *row = g_new0 (float, G_N_ELEMENTS (RECORDS) * 2);
    for (guint32 v = 0; v < G_N_ELEMENTS (RECORDS); v++) {
        const char *id = rhumb_corpus_get_paper (corpus, v)->id;
        row[2 * v + (g_str_equal (id, "a") || g_str_equal (id, "b"))] = 1;
    }
    g_autoptr (RhumbVectors) vectors =
        rhumb_vectors_new_take (G_N_ELEMENTS (RECORDS), 2, g_steal_pointer (&row));
    g_autoptr (GArray) figures =
        rhumb_test_references (corpus, cites, cites, vectors, &options, NULL);
    g_assert_cmpfloat (get_figure (figures, "vectors", "MRR"), ==, 1);
}

static void
nobody_asks_after_the_last_year (void)
{
    g_autoptr (RhumbCorpus) corpus = fixture_corpus (RECORDS, G_N_ELEMENTS (RECORDS), NULL);
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, G_N_ELEMENTS (RECORDS), NULL, 0);
    RhumbNetwork *cites = rhumb_graph_get_relation (graph, RHUMB_RELATION_CITES);
    const RhumbReferenceTestOptions options = {2002, 10, 5, 1};
    g_autoptr (GError) error = NULL;
    g_assert_null (rhumb_test_references (corpus, cites, cites, NULL, &options, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/reference-test/places-are-those-on-paper", places_are_those_on_paper);
    g_test_add_func ("/reference-test/vectors-that-know-find-it-first",
                     vectors_that_know_find_it_first);
    g_test_add_func ("/reference-test/nobody-asks-after-the-last-year",
                     nobody_asks_after_the_last_year);
    return g_test_run ();
}
