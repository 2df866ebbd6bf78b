/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Bursts of citations of single papers.
 */
#include "analytics/time/citation-bursts.h"

#include "tests/graph/fixture.h"

#define N_CITING 24

/* The old paper is cited once in 1991, 1995 and 1999 and seven times each in 2001 to 2003; nobody
 * cites the others; one citing paper has no year. */
static RhumbGraph *
make (guint n_citing)
{
    static char id[N_CITING][8];
    static const int SLOW[] = {1991, 1995, 1999};
    FixtureRecord record[N_CITING + 2] = {
        {.id = "old", .title = "Old", .year = 1990},
        {.id = "undated", .title = "Undated", .references = "old"},
    };
    for (guint i = 0; i < n_citing; i++) {
        g_snprintf (id[i], sizeof id[i], "c%02u", i);
        record[i + 2] = (FixtureRecord){.id = id[i],
                                        .title = id[i],
                                        .year = i < 3 ? SLOW[i] : 2001 + ((int)i - 3) / 7,
                                        .references = "old"};
    }
    return fixture_graph (record, n_citing + 2, NULL, 0);
}

static void
a_paper_bursts_while_it_is_cited_most (void)
{
    g_autoptr (RhumbGraph) graph = make (N_CITING);
    gsize n = 0;
    g_autofree RhumbBurst *burst = rhumb_find_citation_bursts (graph, NULL, &n, NULL);
    g_assert_cmpuint (n, ==, 1);
    g_assert_cmpuint (burst[0].row, ==,
                      rhumb_corpus_find_paper (rhumb_graph_get_corpus (graph), "old"));
    g_assert_cmpint (burst[0].first_year, ==, 2001);
    g_assert_cmpint (burst[0].last_year, ==, 2003);
    g_assert_cmpfloat (burst[0].weight, >, 0);
}

/* Citations of one year are spread over it: the same number each year is steady. */
static void
steady_citations_do_not_burst (void)
{
    g_autoptr (RhumbGraph) graph = make (3);
    gsize n = 1;
    g_autofree RhumbBurst *burst = rhumb_find_citation_bursts (graph, NULL, &n, NULL);
    g_assert_nonnull (burst);
    g_assert_cmpuint (n, ==, 0);
}

static void
an_empty_graph_has_no_bursts (void)
{
    g_autoptr (RhumbGraph) graph = fixture_graph (NULL, 0, NULL, 0);
    gsize n = 1;
    g_autofree RhumbBurst *burst = rhumb_find_citation_bursts (graph, NULL, &n, NULL);
    g_assert_nonnull (burst);
    g_assert_cmpuint (n, ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/citation-bursts/a-paper-bursts-while-it-is-cited-most",
                     a_paper_bursts_while_it_is_cited_most);
    g_test_add_func ("/citation-bursts/steady-citations-do-not-burst",
                     steady_citations_do_not_burst);
    g_test_add_func ("/citation-bursts/an-empty-graph-has-no-bursts", an_empty_graph_has_no_bursts);
    return g_test_run ();
}
