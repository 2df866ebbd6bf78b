/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Themes and how they follow from each other.
 */
#include "analytics/time/evolution.h"

#include "graph/error.h"
#include "tests/graph/fixture.h"

#define N_PAPERS 24

static char names[N_PAPERS][8];

/* @text names for each paper "year concept concept …", separated by "|". */
static RhumbGraph *
make (const char *const *papers, guint n)
{
    FixtureRecord records[N_PAPERS] = {0};
    g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (FixtureLink));
    g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
    g_assert_cmpuint (n, <=, N_PAPERS);
    for (guint i = 0; i < n; i++) {
        g_auto (GStrv) part = g_strsplit (papers[i], " ", -1);
        g_snprintf (names[i], sizeof names[i], "p%02u", i);
        records[i] = (FixtureRecord){
            .id = names[i], .title = names[i], .year = (int)g_ascii_strtoll (part[0], NULL, 10)};
        for (guint k = 1; part[k] != NULL; k++) {
            char *word = g_strdup (part[k]);
            const FixtureLink link = {names[i], word, 1};
            g_ptr_array_add (words, word);
            g_array_append_val (links, link);
        }
    }
    return fixture_graph (records, n, (const FixtureLink *)(void *)links->data, links->len);
}

/* Period 1990: a b c together, x y z together. 1991: a b c d one theme; x y with u, z with v w. */
static const char *const PAPERS[] = {
    "1990 a b c", "1990 a b c", "1990 a b c", "1990 x y z", "1990 x y z",
    "1991 a b d", "1991 a b d", "1991 a b d", "1991 x y u", "1991 x y u",
    "1991 z v w", "1991 z v w", "1991 q r s", "1991 q r s",
};

static const RhumbTheme *
find_theme (const RhumbEvolution *evolution, guint32 period, const char *concept, guint32 *number)
{
    guint32 n;
    const RhumbTheme *theme = rhumb_evolution_get_themes (evolution, &n);
    const RhumbConcepts *concepts =
        rhumb_graph_get_concepts (rhumb_evolution_get_graph (evolution));
    for (guint32 t = 0; t < n; t++) {
        for (guint32 i = 0; theme[t].period == period && i < theme[t].n_concepts; i++) {
            *number = t;
            if (g_str_equal (rhumb_concepts_get_concept (concepts, theme[t].concepts[i])->label,
                             concept))
                return &theme[t];
        }
    }
    g_assert_not_reached ();
}

static double
get_strength (const RhumbEvolution *evolution, guint32 from, guint32 to, guint32 *shared)
{
    guint32 n;
    const RhumbThemeLink *link = rhumb_evolution_get_links (evolution, &n);
    for (guint32 i = 0; i < n; i++) {
        *shared = link[i].n_shared;
        if (link[i].from == from && link[i].to == to)
            return link[i].strength;
    }
    return 0;
}

static void
check_evolution (RhumbThemeLikeness likeness, double kept, double split)
{
    RhumbEvolutionOptions options = RHUMB_EVOLUTION_DEFAULTS;
    options.n_periods = 2;
    options.likeness = likeness;
    options.min_strength = 0.1;
    g_autoptr (RhumbGraph) graph = make (PAPERS, G_N_ELEMENTS (PAPERS));
    g_autoptr (RhumbEvolution) evolution = rhumb_follow_themes (graph, &options, NULL);
    guint32 n;
    const RhumbPeriod *period = rhumb_evolution_get_periods (evolution, &n);
    g_assert_cmpuint (n, ==, 2);
    g_assert_cmpuint (period[0].n_papers, ==, 5);
    g_assert_cmpuint (period[0].n_themes, ==, 2);
    g_assert_cmpuint (period[1].n_themes, ==, 4);
    guint32 a, b, x, y, z, q;
    guint32 shared = 0;
    const RhumbTheme *before = find_theme (evolution, 0, "a", &a);
    g_assert_cmpuint (before->n_papers, ==, 3);
    g_assert_cmpuint (before->n_after, ==, 1);
    g_assert_cmpuint (before->n_before, ==, 0);
    g_assert_cmpuint (find_theme (evolution, 0, "x", &x)->n_after, ==, 2);
    g_assert_cmpuint (find_theme (evolution, 1, "a", &b)->n_before, ==, 1);
    find_theme (evolution, 1, "x", &y);
    find_theme (evolution, 1, "z", &z);
    g_assert_cmpuint (find_theme (evolution, 1, "q", &q)->n_before, ==, 0);
    g_assert_cmpfloat_with_epsilon (get_strength (evolution, a, b, &shared), kept, 1e-12);
    g_assert_cmpuint (shared, ==, 2);
    g_assert_cmpfloat_with_epsilon (get_strength (evolution, x, y, &shared), kept, 1e-12);
    g_assert_cmpfloat_with_epsilon (get_strength (evolution, x, z, &shared), split, 1e-12);
    g_assert_cmpuint (shared, ==, 1);
    g_assert_cmpfloat (get_strength (evolution, a, y, &shared), ==, 0);
}

static void
themes_go_on_split_and_are_born (void)
{
    check_evolution (RHUMB_THEME_LIKENESS_INCLUSION, 2.0 / 3, 1.0 / 3);
    check_evolution (RHUMB_THEME_LIKENESS_JACCARD, 2.0 / 4, 1.0 / 5);
}

static void
weak_links_are_left_out (void)
{
    RhumbEvolutionOptions options = RHUMB_EVOLUTION_DEFAULTS;
    options.n_periods = 2;
    options.min_strength = 0.5;
    g_autoptr (RhumbGraph) graph = make (PAPERS, G_N_ELEMENTS (PAPERS));
    g_autoptr (RhumbEvolution) evolution = rhumb_follow_themes (graph, &options, NULL);
    guint32 n;
    rhumb_evolution_get_links (evolution, &n);
    g_assert_cmpuint (n, ==, 2);
}

static void
check_tags_are_no_themes (void)
{
    static const char *const papers[] = {
        "1990 human a b",  "1990 human a b",  "1990 human x y", "1990 human x y",
        "1991 Humans a b", "1991 Humans a b", "1991 human x y", "1991 human x y",
    };
    RhumbEvolutionOptions options = RHUMB_EVOLUTION_DEFAULTS;
    options.n_periods = 2;
    options.min_concepts = 2;
    g_autoptr (RhumbGraph) graph = make (papers, G_N_ELEMENTS (papers));
    g_autoptr (RhumbEvolution) evolution = rhumb_follow_themes (graph, &options, NULL);
    guint32 n;
    const RhumbTheme *theme = rhumb_evolution_get_themes (evolution, &n);
    g_assert_cmpuint (n, ==, 4);
    for (guint32 t = 0; t < n; t++) {
        g_assert_cmpuint (theme[t].n_concepts, ==, 2);
        g_assert_cmpuint (theme[t].n_papers, ==, 2);
    }
}

/* "Chile" shares most papers with the others, and a meta-analysis would tie all together. */
static void
themes_are_named_by_subjects (void)
{
    static const char *const papers[] = {
        "1990 meta-analysis Chile fire soil",
        "1990 meta-analysis Chile fire soil",
        "1990 meta-analysis Chile soil",
        "1990 meta-analysis x y",
        "1990 meta-analysis x y",
    };
    static const char *const EXPECTED[] = {"soil", "x"};
    RhumbEvolutionOptions options = RHUMB_EVOLUTION_DEFAULTS;
    options.n_periods = 1;
    options.min_concepts = 2;
    g_autoptr (RhumbGraph) graph = make (papers, G_N_ELEMENTS (papers));
    g_autoptr (RhumbEvolution) evolution = rhumb_follow_themes (graph, &options, NULL);
    guint32 n;
    const RhumbTheme *theme = rhumb_evolution_get_themes (evolution, &n);
    g_assert_cmpuint (n, ==, G_N_ELEMENTS (EXPECTED));
    for (guint32 t = 0; t < n; t++)
        g_assert_cmpstr (rhumb_evolution_get_label (evolution, t), ==, EXPECTED[t]);
    g_assert_cmpuint (theme[0].n_concepts, ==, 3);
}

static void
years_are_cut_where_papers_are_most_equal (void)
{
    /* 1, 1, 1, 3, 6 papers: 12 in two halves are 1990–1993 and 1994. */
    static const char *const MANY[] = {"1990", "1991", "1992", "1993", "1993", "1993",
                                       "1994", "1994", "1994", "1994", "1994", "1994"};
    RhumbEvolutionOptions options = RHUMB_EVOLUTION_DEFAULTS;
    options.n_periods = 2;
    g_autoptr (RhumbGraph) graph = make (MANY, G_N_ELEMENTS (MANY));
    g_autoptr (RhumbEvolution) evolution = rhumb_follow_themes (graph, &options, NULL);
    guint32 n;
    const RhumbPeriod *period = rhumb_evolution_get_periods (evolution, &n);
    g_assert_cmpuint (n, ==, 2);
    g_assert_cmpint (period[0].last_year, ==, 1993);
    g_assert_cmpint (period[1].first_year, ==, 1994);
    g_assert_cmpuint (period[1].n_papers, ==, 6);
    /* More periods than years: one a year. */
    options.n_periods = 50;
    g_autoptr (RhumbEvolution) fine = rhumb_follow_themes (graph, &options, NULL);
    rhumb_evolution_get_periods (fine, &n);
    g_assert_cmpuint (n, ==, 5);
}

static void
years_without_papers_are_in_no_period (void)
{
    static const char *const APART[] = {"1990", "1990", "1990", "1990", "2008", "2008", "2008"};
    g_autoptr (RhumbGraph) graph = make (APART, G_N_ELEMENTS (APART));
    g_autoptr (RhumbEvolution) evolution = rhumb_follow_themes (graph, NULL, NULL);
    guint32 n;
    const RhumbPeriod *period = rhumb_evolution_get_periods (evolution, &n);
    g_assert_cmpuint (n, ==, 2);
    g_assert_cmpint (period[0].last_year, ==, 1990);
    g_assert_cmpuint (period[0].n_papers, ==, 4);
    g_assert_cmpint (period[1].first_year, ==, 2008);
    g_assert_cmpuint (period[1].n_papers, ==, 3);
}

static void
periods_begin_with_given_years (void)
{
    static const int STARTS[] = {1991, 1993, 2050};
    static const int BACKWARDS[] = {1993, 1991};
    static const char *const FEW[] = {"1990", "1991", "1994"};
    RhumbEvolutionOptions options = RHUMB_EVOLUTION_DEFAULTS;
    options.starts = STARTS;
    options.n_starts = 3;
    g_autoptr (RhumbGraph) graph = make (FEW, 3);
    g_autoptr (RhumbEvolution) evolution = rhumb_follow_themes (graph, &options, NULL);
    guint32 n;
    const RhumbPeriod *period = rhumb_evolution_get_periods (evolution, &n);
    g_assert_cmpuint (n, ==, 3);
    g_assert_cmpint (period[1].first_year, ==, 1991);
    g_assert_cmpint (period[1].last_year, ==, 1991);
    g_assert_cmpint (period[2].first_year, ==, 1994);
    options.starts = BACKWARDS;
    options.n_starts = 2;
    g_autoptr (GError) error = NULL;
    g_assert_null (rhumb_follow_themes (graph, &options, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
}

static void
without_years_there_are_no_periods (void)
{
    static const char *const UNDATED[] = {"0 a b", "0 a b"};
    for (guint i = 0; i <= 2; i += 2) {
        g_autoptr (RhumbGraph) graph = make (UNDATED, i);
        g_autoptr (RhumbEvolution) evolution = rhumb_follow_themes (graph, NULL, NULL);
        guint32 n;
        rhumb_evolution_get_periods (evolution, &n);
        g_assert_cmpuint (n, ==, 0);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/evolution/themes-go-on-split-and-are-born", themes_go_on_split_and_are_born);
    g_test_add_func ("/evolution/weak-links-are-left-out", weak_links_are_left_out);
    g_test_add_func ("/evolution/check-tags-are-no-themes", check_tags_are_no_themes);
    g_test_add_func ("/evolution/themes-are-named-by-subjects", themes_are_named_by_subjects);
    g_test_add_func ("/evolution/years-are-cut-where-papers-are-most-equal",
                     years_are_cut_where_papers_are_most_equal);
    g_test_add_func ("/evolution/years-without-papers-are-in-no-period",
                     years_without_papers_are_in_no_period);
    g_test_add_func ("/evolution/periods-begin-with-given-years", periods_begin_with_given_years);
    g_test_add_func ("/evolution/without-years-there-are-no-periods",
                     without_years_there_are_no_periods);
    return g_test_run ();
}
