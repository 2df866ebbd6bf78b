/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Themes drawn as they become others.
 */
#include "analytics/layout/evolution-map.h"

#include <string.h>

#include "graph/error.h"
#include "tests/analytics/layout/page-check.h"
#include "tests/graph/fixture.h"
#include "tests/oracle.h"

#define N_CONCEPTS 8
#define MAX_PERIODS 15
#define THEMES 16 /* a period; two more than are drawn */

static const FixtureRecord RECORDS[] = {{.id = "a", .title = "One", .year = 1990}};
static const FixtureLink LINKS[N_CONCEPTS] = {
    {"a", "map", 1},
    {"a", "analytic hierarchy process", 1},
    {"a", "a concept with so many words that it has no room on two lines of any column", 1},
    {"a", "donaudampfschifffahrtsgesellschaftskapitaen", 1},
    {"a", "graph neural network", 1},
    {"a", "x", 1},
    {"a", "incomplete pairwise comparison matrix", 1},
    {"a", "theme", 1},
};

/* Every period has all themes; each leads to up to three of the next period. */
static RhumbEvolution *
make (RhumbGraph *graph, guint32 n_periods, guint64 seed)
{
    static guint32 concept[MAX_PERIODS * THEMES];
    RhumbPeriod period[MAX_PERIODS];
    RhumbTheme theme[MAX_PERIODS * THEMES];
    g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (RhumbThemeLink));
    for (guint32 p = 0; p < n_periods; p++) {
        period[p] = (RhumbPeriod){1990 + (int)p, 1990 + (int)p, 500, p * THEMES, THEMES};
        for (guint32 i = 0; i < THEMES; i++) {
            const guint32 t = p * THEMES + i;
            concept[t] = oracle_random_below (N_CONCEPTS, seed, t);
            theme[t] = (RhumbTheme){.period = p,
                                    .concepts = &concept[t],
                                    .n_concepts = 1,
                                    .n_papers = 3000 / ((i + 1) * (i + 1)) + 1};
            for (guint32 k = 0; k < 3 && p + 1 < n_periods; k++) {
                const RhumbThemeLink link = {
                    t, (p + 1) * THEMES + 5 * k + oracle_random_below (5, seed, 1000 + 3 * t + k),
                    1, 0.2 + 0.8 * oracle_random (seed, 9000 + 3 * t + k)};
                g_array_append_val (links, link);
            }
        }
    }
    return rhumb_evolution_new (graph, period, n_periods, theme, n_periods * THEMES,
                                (const RhumbThemeLink *)(void *)links->data, links->len);
}

static void
words_have_room (void)
{
    static const guint32 SIZES[] = {1, 4, 14};
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, 1, LINKS, N_CONCEPTS);
    for (guint i = 0; i < G_N_ELEMENTS (SIZES); i++) {
        g_autoptr (RhumbEvolution) evolution = make (graph, SIZES[i], i);
        g_autoptr (RhumbMap) map = rhumb_draw_evolution (evolution, "Title", "made so", NULL);
        g_assert_nonnull (map);
        check_page (map);
    }
}

/* Bands are as wide, together, as the bars that they leave: no more is drawn than there is. */
static void
bands_stay_within_their_bars (void)
{
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, 1, LINKS, N_CONCEPTS);
    g_autoptr (RhumbEvolution) evolution = make (graph, 2, 7);
    g_autoptr (RhumbMap) map = rhumb_draw_evolution (evolution, "Title", NULL, NULL);
    guint32 n;
    const RhumbMapRegion *region = rhumb_map_get_regions (map, &n);
    double bands = 0;
    double bars = 0;
    double left = G_MAXDOUBLE;
    for (guint32 i = 0; i < n; i++)
        left = MIN (left, region[i].outline[0]);
    for (guint32 i = 0; i < n; i++) {
        const gboolean is_band = strstr (region[i].name, "shared") != NULL;
        /* The outline starts at the upper left corner; its lower left one is point 9. */
        const double height = region[i].outline[2 * 9 + 1] - region[i].outline[1];
        g_assert_cmpfloat (height, >, 0);
        bands += is_band ? height : 0;
        bars += !is_band && region[i].outline[0] <= left ? height : 0;
    }
    g_assert_cmpfloat (bands, >, 0);
    g_assert_cmpfloat (bands, <=, bars + 1e-6);
}

/* The outline of a bar, by its place among the themes: it starts at the upper left corner. */
static const double *
find_bar (const RhumbMap *map, guint32 number)
{
    guint32 n;
    const RhumbMapRegion *region = rhumb_map_get_regions (map, &n);
    for (guint32 i = 0; i < n; i++) {
        const gboolean is_band = strstr (region[i].name, "shared") != NULL;
        if (!is_band && number-- == 0)
            return region[i].outline;
    }
    g_assert_not_reached ();
}

/* A theme that follows the first and the last one lies, by their mean height, below one that
 * follows the second; above it fewer links cross. */
static void
links_cross_no_more_than_they_must (void)
{
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, 1, LINKS, N_CONCEPTS);
    static const guint32 concept[] = {0, 1, 2, 3, 4, 5};
    const RhumbPeriod period[] = {{1990, 1990, 90, 0, 4}, {1991, 1991, 90, 4, 2}};
    RhumbTheme theme[6];
    for (guint32 t = 0; t < G_N_ELEMENTS (theme); t++)
        theme[t] =
            (RhumbTheme){.period = t / 4, .concepts = &concept[t], .n_concepts = 1, .n_papers = 30};
    const RhumbThemeLink link[] = {{0, 5, 1, 0.6}, {1, 4, 1, 1.0}, {3, 5, 1, 0.4}};
    g_autoptr (RhumbEvolution) evolution = rhumb_evolution_new (
        graph, period, 2, theme, G_N_ELEMENTS (theme), link, G_N_ELEMENTS (link));
    g_autoptr (RhumbMap) map = rhumb_draw_evolution (evolution, "Title", NULL, NULL);
    g_assert_cmpfloat (find_bar (map, 5)[1], <, find_bar (map, 4)[1]);
}

static void
the_last_column_is_as_wide_as_its_words (void)
{
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, 1, LINKS, N_CONCEPTS);
    g_autoptr (RhumbEvolution) evolution = make (graph, 2, 7);
    g_autoptr (RhumbMap) map = rhumb_draw_evolution (evolution, "Title", NULL, NULL);
    guint32 n;
    const RhumbMapRegion *region = rhumb_map_get_regions (map, &n);
    double last = 0;
    for (guint32 i = 0; i < n; i++)
        last = MAX (last, region[i].outline[0]);
    g_assert_cmpfloat (rhumb_map_get_width (map) - last, <, rhumb_map_get_width (map) / 3);
}

/* Two periods without themes take no more than their headings need. */
static void
periods_without_themes_are_narrow (void)
{
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, 1, LINKS, N_CONCEPTS);
    static const guint32 concept[] = {0, 1};
    const RhumbPeriod period[] = {
        {1990, 1990, 9, 0, 0}, {1991, 1991, 9, 0, 0}, {1992, 1992, 9, 0, 1}, {1993, 1993, 9, 1, 1}};
    RhumbTheme theme[2];
    for (guint32 t = 0; t < G_N_ELEMENTS (theme); t++)
        theme[t] =
            (RhumbTheme){.period = 2 + t, .concepts = &concept[t], .n_concepts = 1, .n_papers = 5};
    g_autoptr (RhumbEvolution) evolution =
        rhumb_evolution_new (graph, period, 4, theme, G_N_ELEMENTS (theme), NULL, 0);
    g_autoptr (RhumbMap) map = rhumb_draw_evolution (evolution, "Title", NULL, NULL);
    check_page (map);
    g_assert_cmpfloat (find_bar (map, 0)[0], <, rhumb_map_get_width (map) / 3);
    g_assert_cmpfloat (find_bar (map, 1)[0] - find_bar (map, 0)[0], >,
                       rhumb_map_get_width (map) / 2);
}

static void
no_themes_and_too_many_periods_are_refused (void)
{
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, 1, LINKS, N_CONCEPTS);
    for (guint32 n = 0; n <= 15; n += 15) {
        g_autoptr (GError) error = NULL;
        g_autoptr (RhumbEvolution) evolution = make (graph, n, 1);
        g_assert_null (rhumb_draw_evolution (evolution, "Title", NULL, &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/evolution-map/words-have-room", words_have_room);
    g_test_add_func ("/evolution-map/bands-stay-within-their-bars", bands_stay_within_their_bars);
    g_test_add_func ("/evolution-map/links-cross-no-more-than-they-must",
                     links_cross_no_more_than_they_must);
    g_test_add_func ("/evolution-map/the-last-column-is-as-wide-as-its-words",
                     the_last_column_is_as_wide_as_its_words);
    g_test_add_func ("/evolution-map/periods-without-themes-are-narrow",
                     periods_without_themes_are_narrow);
    g_test_add_func ("/evolution-map/no-themes-and-too-many-periods-are-refused",
                     no_themes_and_too_many_periods_are_refused);
    return g_test_run ();
}
