/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The most cited papers and who of them cites whom.
 */
#include "analytics/time/historiograph.h"

#include "tests/oracle.h"

/* 0 is cited by 1, 2, 3; 1 by 2, 3; 2 by 3; 3 by nobody. */
static const guint32 FROM[] = {1, 2, 3, 2, 3, 3};
static const guint32 TO[] = {0, 0, 0, 1, 1, 2};

static RhumbNetwork *
make (gsize n_edges)
{
    return rhumb_network_new (RHUMB_NETWORK_DIRECTED, 4, 4, FROM, TO, NULL, n_edges, NULL);
}

static void
the_most_cited_keep_their_citations (void)
{
    g_autoptr (RhumbNetwork) cites = make (6);
    g_autofree guint32 *paper = NULL;
    guint32 n = 0;
    g_autoptr (RhumbNetwork) history = rhumb_build_historiograph (cites, 2, &paper, &n, NULL);
    g_assert_cmpuint (n, ==, 2);
    g_assert_cmpuint (paper[0], ==, 0);
    g_assert_cmpuint (paper[1], ==, 1);
    g_assert_cmpuint (rhumb_network_get_n_edges (history), ==, 1);
    g_assert_cmpfloat (rhumb_network_get_weight (history, 0, 1), ==, 3);
}

static void
uncited_papers_are_never_chosen (void)
{
    g_autoptr (RhumbNetwork) cites = make (6);
    g_autofree guint32 *paper = NULL;
    guint32 n = 0;
    g_autoptr (RhumbNetwork) history = rhumb_build_historiograph (cites, 9, &paper, &n, NULL);
    g_assert_cmpuint (n, ==, 3);
    g_assert_cmpuint (rhumb_network_get_n_edges (history), ==, 3);
}

static void
without_citations_there_is_no_history (void)
{
    g_autoptr (RhumbNetwork) cites = make (0);
    g_autofree guint32 *paper = NULL;
    guint32 n = 9;
    g_autoptr (RhumbNetwork) history = rhumb_build_historiograph (cites, 9, &paper, &n, NULL);
    g_assert_cmpuint (n, ==, 0);
    g_assert_cmpuint (rhumb_network_get_n_edges (history), ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/historiograph/the-most-cited-keep-their-citations",
                     the_most_cited_keep_their_citations);
    g_test_add_func ("/historiograph/uncited-papers-are-never-chosen",
                     uncited_papers_are_never_chosen);
    g_test_add_func ("/historiograph/without-citations-there-is-no-history",
                     without_citations_there_is_no_history);
    return g_test_run ();
}
