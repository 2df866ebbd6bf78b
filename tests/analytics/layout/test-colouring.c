/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/layout/colour.h"
#include "tests/analytics/layout/sample.h"
#include "rhumb.h"

static RhumbMap *
draw (RhumbMapColouring colouring, int n_years, RhumbMapTheme theme)
{
    const SampleShape shape = {.n_papers = 60, .n_topics = 5, .n_concepts = 12, .n_years = n_years};
    g_auto (Sample) sample = {0};
    sample_make (&sample, &shape);
    RhumbMapOptions options = RHUMB_MAP_DEFAULTS;
    options.colouring = colouring;
    options.theme = theme;
    g_autoptr (GError) error = NULL;
    RhumbMap *map = rhumb_draw_topics (sample.topics, sample.ranking, &options, &error);
    g_assert_no_error (error);
    return map;
}

static double
lightness (guint32 colour)
{
    return rhumb_colour_difference_in_grey (colour, 0x000000ff);
}

static gboolean
is_grey (guint32 colour)
{
    return (colour >> 24) == (colour >> 16 & 0xff) && (colour >> 24) == (colour >> 8 & 0xff);
}

static void
later_papers_are_lighter_and_undated_ones_grey (void)
{
    g_autoptr (RhumbMap) map = draw (RHUMB_MAP_COLOUR_YEAR, 8, RHUMB_MAP_THEME_LIGHT);
    const RhumbCorpus *corpus = rhumb_graph_get_corpus (rhumb_map_get_graph (map));
    guint32 n;
    guint n_grey = 0;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n);
    for (guint32 i = 0; i < n; i++) {
        if (item[i].kind != RHUMB_NODE_PAPER)
            continue;
        const int year = rhumb_corpus_get_paper (corpus, item[i].node)->year;
        n_grey += year == 0;
        g_assert_cmpint (is_grey (item[i].fill), ==, year == 0);
        for (guint32 j = 0; j < i; j++) {
            if (item[j].kind != RHUMB_NODE_PAPER || year == 0 || is_grey (item[j].fill))
                continue;
            const int other = rhumb_corpus_get_paper (corpus, item[j].node)->year;
            if (other == year)
                g_assert_cmphex (item[i].fill, ==, item[j].fill);
            else
                g_assert_true ((lightness (item[i].fill) > lightness (item[j].fill)) ==
                               (year > other));
        }
    }
    g_assert_cmpuint (n_grey, ==, 6);
}

static void
the_highest_score_of_each_kind_is_lightest (void)
{
    g_autoptr (RhumbMap) map = draw (RHUMB_MAP_COLOUR_SCORE, 0, RHUMB_MAP_THEME_LIGHT);
    guint32 n;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n);
    for (guint32 i = 0; i < n; i++) {
        for (guint32 j = 0; j < n; j++) {
            if (item[i].kind == item[j].kind && item[i].score > item[j].score)
                g_assert_cmpfloat (lightness (item[i].fill), >=, lightness (item[j].fill) - 0.5);
        }
    }
}

static guint
count_legend (const RhumbMap *map, const char *prefix)
{
    guint32 n;
    guint found = 0;
    const RhumbMapText *text = rhumb_map_get_texts (map, &n);
    for (guint32 i = 0; i < n; i++)
        found +=
            text[i].role == RHUMB_MAP_TEXT_LEGEND && g_str_has_prefix (text[i].lines[0], prefix);
    return found;
}

static void
a_bar_tells_what_colours_mean (void)
{
    g_autoptr (RhumbMap) by_topic = draw (RHUMB_MAP_COLOUR_TOPIC, 8, RHUMB_MAP_THEME_LIGHT);
    g_autoptr (RhumbMap) by_year = draw (RHUMB_MAP_COLOUR_YEAR, 8, RHUMB_MAP_THEME_LIGHT);
    g_assert_cmpuint (count_legend (by_topic, "Colour:"), ==, 0);
    g_assert_cmpuint (count_legend (by_year, "Colour: year (mean of its papers); grey: unknown"),
                      ==, 1);
    g_assert_cmpuint (count_legend (by_year, "2001"), ==, 1);
    g_assert_cmpuint (count_legend (by_year, "2008"), ==, 1);
    g_assert_cmpuint (count_legend (by_year, "2004"), ==, 1);
    g_assert_cmpuint (count_legend (by_year, "2006"), ==, 1);
    g_autoptr (RhumbMap) of_one_year = draw (RHUMB_MAP_COLOUR_YEAR, 1, RHUMB_MAP_THEME_LIGHT);
    g_assert_cmpuint (count_legend (of_one_year, "2001"), ==, 1);
}

static void
discs_stand_out_on_dark_pages (void)
{
    g_autoptr (RhumbMap) map = draw (RHUMB_MAP_COLOUR_YEAR, 8, RHUMB_MAP_THEME_DARK);
    guint32 n;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n);
    for (guint32 i = 0; i < n; i++)
        g_assert_cmpfloat (rhumb_colour_contrast (item[i].fill, rhumb_map_get_paper_colour (map)),
                           >=, 2.5);
}

/* Land in colours would be mistaken for values. */
static void
land_is_grey_beside_values (void)
{
    static const RhumbMapTheme themes[] = {RHUMB_MAP_THEME_LIGHT, RHUMB_MAP_THEME_DARK,
                                           RHUMB_MAP_THEME_PRINT};
    for (guint k = 0; k < G_N_ELEMENTS (themes); k++) {
        g_autoptr (RhumbMap) map = draw (RHUMB_MAP_COLOUR_YEAR, 8, themes[k]);
        guint32 n_regions, n_texts;
        const RhumbMapRegion *region = rhumb_map_get_regions (map, &n_regions);
        const RhumbMapText *text = rhumb_map_get_texts (map, &n_texts);
        for (guint32 r = 0; r < n_regions; r++) {
            g_assert_cmphex (region[r].fill, ==, region[0].fill);
            g_assert_true (r == 0 || region[r].colour != region[0].colour);
        }
        for (guint32 i = 0; i < n_texts; i++)
            g_assert_cmpfloat (rhumb_colour_contrast (text[i].colour, region[0].fill), >=,
                               text[i].role <= RHUMB_MAP_TEXT_TOPIC ? 4.5 : 0);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/colouring/later-papers-are-lighter-and-undated-ones-grey",
                     later_papers_are_lighter_and_undated_ones_grey);
    g_test_add_func ("/colouring/the-highest-score-of-each-kind-is-lightest",
                     the_highest_score_of_each_kind_is_lightest);
    g_test_add_func ("/colouring/a-bar-tells-what-colours-mean", a_bar_tells_what_colours_mean);
    g_test_add_func ("/colouring/discs-stand-out-on-dark-pages", discs_stand_out_on_dark_pages);
    g_test_add_func ("/colouring/land-is-grey-beside-values", land_is_grey_beside_values);
    return g_test_run ();
}
