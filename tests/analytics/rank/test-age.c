/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * CiteRank against its series, rescaled and normalised scores by hand.
 */
#include "analytics/rank/age.h"

#include <math.h>

#include "graph/error.h"
#include "tests/oracle.h"

/* Adds up visits step by step, as the source defines them. */
static double *
add_visits (const OracleMatrix *cites, const int *year, int last, double alpha, double tau)
{
    const guint32 n = cites->n_rows;
    double *visits = g_new0 (double, n);
    g_autofree double *now = g_new (double, n);
    g_autofree double *next = g_new (double, n);
    for (guint32 v = 0; v < n; v++)
        now[v] = exp (-(last - year[v]) / tau);
    for (guint step = 0; step < 200; step++) {
        for (guint32 v = 0; v < n; v++) {
            visits[v] += now[v];
            next[v] = 0;
        }
        for (guint32 u = 0; u < n; u++) {
            double n_references = 0;
            for (guint32 v = 0; v < n; v++)
                n_references += oracle_matrix_get (cites, u, v);
            for (guint32 v = 0; v < n && n_references > 0; v++)
                next[v] += (1 - alpha) * now[u] * oracle_matrix_get (cites, u, v) / n_references;
        }
        for (guint32 v = 0; v < n; v++)
            now[v] = next[v];
    }
    double sum = 0;
    for (guint32 v = 0; v < n; v++)
        sum += visits[v];
    for (guint32 v = 0; v < n; v++)
        visits[v] /= sum;
    return visits;
}

static void
citerank_is_the_share_of_visits (void)
{
    for (guint64 seed = 0; seed < 30; seed++) {
        const guint32 n = 2 + oracle_random_below (40, seed, 900);
        g_autoptr (OracleEdges) edges = oracle_edges_new (
            RHUMB_NETWORK_DIRECTED, n, n, oracle_random_below (4 * n, seed, 901), FALSE, seed);
        g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
        g_autoptr (OracleMatrix) dense = oracle_edges_to_matrix (edges);
        g_autofree int *year = g_new (int, n);
        int last = 0;
        for (guint32 v = 0; v < n; v++) {
            year[v] = 1990 + (int)oracle_random_below (20, seed, 1000 + v);
            last = MAX (last, year[v]);
        }
        const RhumbCiterankOptions options = {.alpha = 0.48, .tau = 1.6};
        g_autofree double *expected = add_visits (dense, year, last, options.alpha, options.tau);
        g_autoptr (RhumbRanking) ranking = rhumb_citerank (network, year, &options, NULL);
        for (guint32 v = 0; v < n; v++)
            g_assert_cmpfloat_with_epsilon (rhumb_ranking_get_scores (ranking)[v], expected[v],
                                            1e-11);
    }
}

static void
citerank_needs_years_and_chances (void)
{
    static const struct {
        int year[2];
        RhumbCiterankOptions options;
    } BAD[] = {{{1990, 1991}, {0, 2}},
               {{1990, 1991}, {1, 2}},
               {{1990, 1991}, {0.5, 0}},
               {{1990, 1991}, {NAN, 2}}};
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, 2, 2, NULL, NULL, NULL, 0, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS (BAD); i++) {
        g_autoptr (GError) error = NULL;
        g_assert_null (rhumb_citerank (network, BAD[i].year, &BAD[i].options, &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    }
}

static void
citerank_finds_no_year (void)
{
    static const int YEAR[] = {0, 0};
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, 2, 2, NULL, NULL, NULL, 0, NULL);
    g_assert_null (rhumb_citerank (network, YEAR, NULL, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_NOT_FOUND);
}

/* Papers of no year are as old as the oldest. */
static void
without_links_citerank_is_the_chance_to_start (void)
{
    static const int YEAR[] = {2000, 2002, 0};
    const RhumbCiterankOptions options = {.alpha = 0.5, .tau = 2};
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, 3, 3, NULL, NULL, NULL, 0, NULL);
    g_autoptr (RhumbRanking) ranking = rhumb_citerank (network, YEAR, &options, NULL);
    const double sum = 1 + 2 * exp (-1);
    const double expected[] = {exp (-1) / sum, 1 / sum, exp (-1) / sum};
    for (guint32 v = 0; v < 3; v++)
        g_assert_cmpfloat_with_epsilon (rhumb_ranking_get_scores (ranking)[v], expected[v], 1e-14);
}

/* Windows of two: {0, 1}, {0, 1}, {1, 2}, {2, 3} by date; of two values one lies a standard
 * deviation above their mean and one below. Equal ones are 0; no year is 0. */
static void
rescaled_scores_compare_neighbours_in_time (void)
{
    static const int YEAR[] = {1990, 1991, 1992, 1993, 0};
    static const double EXPECTED[] = {-1, 1, 1, 0, 0};
    double *scores = g_new (double, 5);
    const double values[] = {1, 2, 5, 5, 100};
    for (guint i = 0; i < 5; i++)
        scores[i] = values[i];
    g_autoptr (RhumbRanking) plain = rhumb_ranking_new_take (5, scores, "x", "y", 0, 0);
    g_autoptr (RhumbRanking) ranking = rhumb_rescale_by_age (plain, YEAR, 2, NULL);
    g_assert_cmpstr (rhumb_ranking_get_name (ranking), ==, "rescaled x");
    for (guint32 v = 0; v < 5; v++)
        g_assert_cmpfloat_with_epsilon (rhumb_ranking_get_scores (ranking)[v], EXPECTED[v], 1e-14);
}

static void
one_dated_paper_cannot_be_compared (void)
{
    static const int YEAR[] = {1990, 0};
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbRanking) plain = rhumb_ranking_new_take (2, g_new0 (double, 2), "x", "y", 0, 0);
    g_assert_null (rhumb_rescale_by_age (plain, YEAR, 0, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_NOT_FOUND);
}

/* 1990: a has 2 citations, b 1, mean 1.5. 1991: c and d have none. */
static void
citations_are_over_the_mean_of_the_year (void)
{
    static const int YEAR[] = {1990, 1990, 1991, 1991};
    static const guint32 FROM[] = {2, 3, 3};
    static const guint32 TO[] = {0, 0, 1};
    static const double EXPECTED[] = {2 / 1.5, 1 / 1.5, 0, 0};
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, 4, 4, FROM, TO, NULL, 3, NULL);
    g_autoptr (RhumbRanking) ranking = rhumb_normalise_citations (network, YEAR);
    for (guint32 v = 0; v < 4; v++)
        g_assert_cmpfloat_with_epsilon (rhumb_ranking_get_scores (ranking)[v], EXPECTED[v], 1e-15);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/age/citerank-is-the-share-of-visits", citerank_is_the_share_of_visits);
    g_test_add_func ("/age/citerank-needs-years-and-chances", citerank_needs_years_and_chances);
    g_test_add_func ("/age/citerank-finds-no-year", citerank_finds_no_year);
    g_test_add_func ("/age/without-links-citerank-is-the-chance-to-start",
                     without_links_citerank_is_the_chance_to_start);
    g_test_add_func ("/age/rescaled-scores-compare-neighbours-in-time",
                     rescaled_scores_compare_neighbours_in_time);
    g_test_add_func ("/age/one-dated-paper-cannot-be-compared", one_dated_paper_cannot_be_compared);
    g_test_add_func ("/age/citations-are-over-the-mean-of-the-year",
                     citations_are_over_the_mean_of_the_year);
    return g_test_run ();
}
