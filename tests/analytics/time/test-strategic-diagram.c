/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Centrality and density, worked by hand.
 */
#include "analytics/time/strategic-diagram.h"

#include "graph/corpus.h"
#include "graph/error.h"
#include "tests/oracle.h"

/* Words 0 1 | 2 3 | 4, papers 4 2 4 5 2; pairs 0-1: 2, 2-3: 4, 1-2: 1, 0-4: 2, 3-4: 1. */
static const guint32 FROM[] = {0, 2, 1, 0, 3};
static const guint32 TO[] = {1, 3, 2, 4, 4};
static const double COUNT[] = {2, 4, 1, 2, 1};
static const double PAPERS[] = {4, 2, 4, 5, 2};
static const guint32 THEME[] = {0, 0, 1, 1, 2};

static RhumbThemePlace *
place (RhumbThemeMethod method, RhumbThemeCut cut)
{
    g_autoptr (RhumbNetwork) counts =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 5, 5, FROM, TO, COUNT, 5, NULL);
    RhumbThemePlace *found = rhumb_place_themes (counts, PAPERS, THEME, 3, method, cut, NULL);
    g_assert_nonnull (found);
    return found;
}

/* e: 0-1 4/8, 2-3 16/20, 1-2 1/8, 0-4 4/8, 3-4 1/10. */
static void
callon_is_what_a_hand_finds (void)
{
    static const double CENTRALITY[] = {10 * (0.125 + 0.5), 10 * (0.125 + 0.1), 10 * (0.5 + 0.1)};
    static const double DENSITY[] = {100 * 0.5 / 2, 100 * 0.8 / 2, 0};
    static const RhumbQuadrant QUADRANT[] = {RHUMB_QUADRANT_MOTOR, RHUMB_QUADRANT_NICHE,
                                             RHUMB_QUADRANT_BASIC};
    g_autofree RhumbThemePlace *found = place (RHUMB_THEME_METHOD_CALLON, RHUMB_THEME_CUT_MEDIAN);
    for (guint t = 0; t < 3; t++) {
        g_assert_cmpfloat_with_epsilon (found[t].centrality, CENTRALITY[t], 1e-12);
        g_assert_cmpfloat_with_epsilon (found[t].density, DENSITY[t], 1e-12);
        g_assert_cmpint (found[t].quadrant, ==, QUADRANT[t]);
    }
    g_assert_cmpuint (found[0].n_words, ==, 2);
    g_assert_cmpfloat (found[0].centrality_rank, ==, 3);
    g_assert_cmpfloat (found[1].density_rank, ==, 3);
}

/* With two themes at 0 the medians would be 2.25 and 0, and theme 1 central. */
static void
themes_without_words_move_no_cut (void)
{
    g_autoptr (RhumbNetwork) counts =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 5, 5, FROM, TO, COUNT, 5, NULL);
    static const RhumbThemeCut CUT[] = {RHUMB_THEME_CUT_MEDIAN, RHUMB_THEME_CUT_MEAN};
    for (guint i = 0; i < G_N_ELEMENTS (CUT); i++) {
        g_autofree RhumbThemePlace *three = place (RHUMB_THEME_METHOD_CALLON, CUT[i]);
        g_autofree RhumbThemePlace *five =
            rhumb_place_themes (counts, PAPERS, THEME, 5, RHUMB_THEME_METHOD_CALLON, CUT[i], NULL);
        for (guint t = 0; t < 3; t++)
            g_assert_cmpint (five[t].quadrant, ==, three[t].quadrant);
        g_assert_cmpint (five[4].quadrant, ==, RHUMB_QUADRANT_EMERGING);
    }
}

/* Means 4.83 and 21.67: word 4 alone is central and empty. */
static void
the_mean_cuts_elsewhere_than_the_median (void)
{
    g_autofree RhumbThemePlace *found = place (RHUMB_THEME_METHOD_CALLON, RHUMB_THEME_CUT_MEAN);
    g_assert_cmpint (found[0].quadrant, ==, RHUMB_QUADRANT_MOTOR);
    g_assert_cmpint (found[1].quadrant, ==, RHUMB_QUADRANT_NICHE);
    g_assert_cmpint (found[2].quadrant, ==, RHUMB_QUADRANT_BASIC);
}

/* s: 0-1 2/8, 2-3 4/20, 1-2 1/8, 0-4 2/8, 3-4 1/10, diagonal 1/4 1/2 1/4 1/5 1/2. An outside link
 * counts for the theme of its first word alone. */
static void
bmx_is_what_a_hand_finds (void)
{
    static const double CENTRALITY[] = {0.125 + 0.25, 0.1, 0};
    static const double DENSITY[] = {100 * (0.25 + 0.5 + 0.25) / 2, 100 * (0.25 + 0.2 + 0.2) / 2,
                                     100 * 0.5};
    g_autofree RhumbThemePlace *found = place (RHUMB_THEME_METHOD_BMX, RHUMB_THEME_CUT_MEDIAN);
    for (guint t = 0; t < 3; t++) {
        g_assert_cmpfloat_with_epsilon (found[t].centrality, CENTRALITY[t], 1e-12);
        g_assert_cmpfloat_with_epsilon (found[t].density, DENSITY[t], 1e-12);
    }
    /* Densities 50, 32.5, 50: two share the rank 2.5; the mean of ranks is 2. */
    g_assert_cmpfloat (found[0].density_rank, ==, 2.5);
    g_assert_cmpint (found[0].quadrant, ==, RHUMB_QUADRANT_MOTOR);
    g_assert_cmpint (found[1].quadrant, ==, RHUMB_QUADRANT_BASIC);
    g_assert_cmpint (found[2].quadrant, ==, RHUMB_QUADRANT_NICHE);
}

/* Pairs by turns of two strengths: half of the themes share one rank, half the other. Comparing all
 * themes with each other would take minutes. */
static void
many_themes_are_ranked_too (void)
{
    enum { N = 200000 };
    g_autofree guint32 *from = g_new (guint32, N);
    g_autofree guint32 *to = g_new (guint32, N);
    g_autofree guint32 *theme = g_new (guint32, 2 * N);
    g_autofree double *count = g_new (double, N);
    g_autofree double *papers = g_new (double, 2 * N);
    for (guint32 i = 0; i < N; i++) {
        from[i] = 2 * i;
        to[i] = 2 * i + 1;
        count[i] = 1 + i % 2;
        theme[2 * i] = theme[2 * i + 1] = i;
        papers[2 * i] = papers[2 * i + 1] = 2;
    }
    g_autoptr (RhumbNetwork) counts =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 2 * N, 2 * N, from, to, count, N, NULL);
    g_autofree RhumbThemePlace *found = rhumb_place_themes (
        counts, papers, theme, N, RHUMB_THEME_METHOD_CALLON, RHUMB_THEME_CUT_MEDIAN, NULL);
    g_assert_cmpfloat (found[0].density_rank, ==, (1 + N / 2) / 2.0);
    g_assert_cmpfloat (found[1].density_rank, ==, (N / 2 + 1 + N) / 2.0);
    g_assert_cmpfloat (found[7].centrality_rank, ==, (1 + N) / 2.0);
}

/* Turning the order of words round changes Callon's numbers nowhere and those of bmx somewhere. */
static void
only_bmx_depends_on_the_order_of_words (void)
{
    guint32 from[5];
    guint32 to[5];
    guint32 theme[5];
    double papers[5];
    for (guint i = 0; i < 5; i++) {
        from[i] = 4 - FROM[i];
        to[i] = 4 - TO[i];
        theme[4 - i] = THEME[i];
        papers[4 - i] = PAPERS[i];
    }
    g_autoptr (RhumbNetwork) counts =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 5, 5, from, to, COUNT, 5, NULL);
    for (guint method = 0; method < 2; method++) {
        g_autofree RhumbThemePlace *before =
            place ((RhumbThemeMethod)method, RHUMB_THEME_CUT_MEDIAN);
        g_autofree RhumbThemePlace *after = rhumb_place_themes (
            counts, papers, theme, 3, (RhumbThemeMethod)method, RHUMB_THEME_CUT_MEDIAN, NULL);
        const double change = ABS (before[0].centrality - after[0].centrality);
        g_assert_true ((change > 1e-9) == (method == RHUMB_THEME_METHOD_BMX));
        g_assert_cmpfloat_with_epsilon (before[0].density, after[0].density, 1e-9);
    }
}

/* Σ over themes of centrality = 20 × Σ of all outside links. */
static void
every_outside_link_counts_twice (void)
{
    g_autoptr (OracleEdges) edges =
        oracle_edges_new (RHUMB_NETWORK_UNDIRECTED, 30, 30, 120, FALSE, 7);
    double papers[30];
    guint32 theme[30];
    for (guint v = 0; v < 30; v++) {
        papers[v] = 40 + v;
        theme[v] = v % 4 == 3 ? RHUMB_NONE : v % 4;
    }
    g_autoptr (RhumbNetwork) counts = oracle_edges_to_network (edges);
    g_autoptr (OracleMatrix) matrix = oracle_edges_to_matrix (edges);
    double outside = 0;
    for (guint32 v = 0; v < 30; v++) {
        for (guint32 u = v + 1; u < 30; u++) {
            const double c = oracle_matrix_get (matrix, v, u);
            if (theme[v] != RHUMB_NONE && theme[u] != RHUMB_NONE && theme[u] != theme[v])
                outside += c * c / (papers[v] * papers[u]);
        }
    }
    g_autofree RhumbThemePlace *found = rhumb_place_themes (
        counts, papers, theme, 3, RHUMB_THEME_METHOD_CALLON, RHUMB_THEME_CUT_MEDIAN, NULL);
    g_assert_cmpfloat (outside, >, 0);
    g_assert_cmpfloat_with_epsilon (found[0].centrality + found[1].centrality + found[2].centrality,
                                    20 * outside, 1e-12);
}

static void
a_lone_theme_is_not_central_and_none_is_no_error (void)
{
    static const guint32 ALL[5] = {0};
    static const guint32 NOT_ONE[] = {RHUMB_NONE, RHUMB_NONE, RHUMB_NONE, RHUMB_NONE, RHUMB_NONE};
    g_autoptr (RhumbNetwork) counts =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 5, 5, FROM, TO, COUNT, 5, NULL);
    g_autofree RhumbThemePlace *one = rhumb_place_themes (
        counts, PAPERS, ALL, 1, RHUMB_THEME_METHOD_CALLON, RHUMB_THEME_CUT_MEDIAN, NULL);
    g_assert_cmpfloat (one[0].centrality, ==, 0);
    g_assert_cmpint (one[0].quadrant, ==, RHUMB_QUADRANT_NICHE);
    g_autofree RhumbThemePlace *none = rhumb_place_themes (
        counts, PAPERS, NOT_ONE, 0, RHUMB_THEME_METHOD_BMX, RHUMB_THEME_CUT_MEDIAN, NULL);
    g_assert_nonnull (none);
}

static void
more_papers_about_a_pair_than_about_a_word_are_refused (void)
{
    static const double FEW[] = {1, 2, 4, 5, 2};
    g_autoptr (RhumbNetwork) counts =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 5, 5, FROM, TO, COUNT, 5, NULL);
    g_autoptr (GError) error = NULL;
    g_assert_null (rhumb_place_themes (counts, FEW, THEME, 3, RHUMB_THEME_METHOD_CALLON,
                                       RHUMB_THEME_CUT_MEDIAN, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    g_autoptr (GError) again = NULL;
    g_assert_null (rhumb_compute_equivalences (counts, FEW, &again));
    g_assert_error (again, RHUMB_ERROR, RHUMB_ERROR_INVALID);
}

static void
equivalence_is_the_product_of_shares (void)
{
    g_autoptr (RhumbNetwork) counts =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 5, 5, FROM, TO, COUNT, 5, NULL);
    g_autoptr (RhumbNetwork) found = rhumb_compute_equivalences (counts, PAPERS, NULL);
    g_assert_cmpuint (rhumb_network_get_n_edges (found), ==, 5);
    g_assert_cmpfloat (rhumb_network_get_weight (found, 3, 2), ==, 0.8);
    g_assert_cmpfloat (rhumb_network_get_weight (found, 0, 4), ==, 0.5);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/strategic-diagram/many-themes-are-ranked-too", many_themes_are_ranked_too);
    g_test_add_func ("/strategic-diagram/callon-is-what-a-hand-finds", callon_is_what_a_hand_finds);
    g_test_add_func ("/strategic-diagram/the-mean-cuts-elsewhere-than-the-median",
                     the_mean_cuts_elsewhere_than_the_median);
    g_test_add_func ("/strategic-diagram/themes-without-words-move-no-cut",
                     themes_without_words_move_no_cut);
    g_test_add_func ("/strategic-diagram/bmx-is-what-a-hand-finds", bmx_is_what_a_hand_finds);
    g_test_add_func ("/strategic-diagram/only-bmx-depends-on-the-order-of-words",
                     only_bmx_depends_on_the_order_of_words);
    g_test_add_func ("/strategic-diagram/every-outside-link-counts-twice",
                     every_outside_link_counts_twice);
    g_test_add_func ("/strategic-diagram/a-lone-theme-is-not-central-and-none-is-no-error",
                     a_lone_theme_is_not_central_and_none_is_no_error);
    g_test_add_func ("/strategic-diagram/more-papers-about-a-pair-than-about-a-word-are-refused",
                     more_papers_about_a_pair_than_about_a_word_are_refused);
    g_test_add_func ("/strategic-diagram/equivalence-is-the-product-of-shares",
                     equivalence_is_the_product_of_shares);
    return g_test_run ();
}
