/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The bands that are drawn, against the sum over all items at the place itself.
 */
#include "analytics/layout/density.h"

#include <math.h>
#include <string.h>

#include "analytics/layout/outline.h"
#include "analytics/layout/ramp.h"
#include "graph/error.h"
#include "tests/analytics/layout/sample.h"

static RhumbMap *
draw (const SampleShape *shape, RhumbMapTheme theme)
{
    g_auto (Sample) sample = {0};
    sample_make (&sample, shape);
    RhumbMapOptions options = RHUMB_MAP_DEFAULTS;
    options.view = RHUMB_MAP_VIEW_DENSITY;
    options.theme = theme;
    g_autoptr (GError) error = NULL;
    RhumbMap *map = rhumb_draw_topics (sample.topics, sample.ranking, &options, &error);
    g_assert_no_error (error);
    return map;
}

static double
mean_distance (const RhumbMapItem *item, guint32 n)
{
    double sum = 0.0;
    for (guint32 i = 0; i < n; i++)
        for (guint32 j = 0; j < n; j++)
            sum += hypot (item[i].x - item[j].x, item[i].y - item[j].y);
    return sum / ((double)n * (n - 1));
}

static double
density (const RhumbMapItem *item, guint32 n, double reach, RhumbPoint p)
{
    double sum = 0.0;
    for (guint32 i = 0; i < n; i++)
        sum += item[i].weight *
               exp (-(pow (item[i].x - p.x, 2) + pow (item[i].y - p.y, 2)) / (reach * reach));
    return sum;
}

static guint32
colour_seen_at (const RhumbMap *map, RhumbPoint p)
{
    guint32 n;
    guint32 colour = rhumb_map_get_paper_colour (map);
    const RhumbMapRegion *region = rhumb_map_get_regions (map, &n);
    for (guint32 i = 0; i < n; i++) {
        gsize n_points;
        g_autofree RhumbPoint *point =
            rhumb_outline_flatten (region[i].outline, region[i].n_segments, &n_points);
        if (rhumb_polygon_contains (point, n_points, p))
            colour = region[i].fill;
    }
    return colour;
}

/* Places are compared where the density is not within a twentieth of a step of a line. */
static void
every_place_has_the_colour_of_its_density (void)
{
    const SampleShape shape = {70, 8, 24, FALSE, NULL, NULL};
    g_autoptr (RhumbMap) map = draw (&shape, RHUMB_MAP_THEME_LIGHT);
    guint32 n;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n);
    const double reach = mean_distance (item, n) / 8;
    double greatest = 0.0;
    for (double y = 120; y < 1040; y += 4)
        for (double x = 40; x < 1230; x += 4)
            greatest = MAX (greatest, density (item, n, reach, (RhumbPoint){x, y}));
    guint32 colour[RHUMB_DENSITY_STEPS];
    rhumb_ramp_fill (rhumb_theme_get (RHUMB_MAP_THEME_LIGHT), colour, RHUMB_DENSITY_STEPS);
    guint n_compared = 0;
    guint n_wrong = 0;
    for (double y = 125; y < 1040; y += 23) {
        for (double x = 45; x < 1230; x += 19) {
            const RhumbPoint p = {x, y};
            const double at = density (item, n, reach, p) / greatest * RHUMB_DENSITY_STEPS;
            if (fabs (at - round (at)) < 0.15)
                continue;
            n_compared++;
            n_wrong +=
                colour_seen_at (map, p) != colour[MIN ((guint)at, (guint)RHUMB_DENSITY_STEPS - 1)];
        }
    }
    g_test_message ("%u of %u places differ", n_wrong, n_compared);
    g_assert_cmpuint (n_compared, >, 1000);
    g_assert_cmpuint (n_wrong * 200, <, n_compared); /* curves are smoothed */
}

static void
words_have_no_halo_and_the_ink_of_the_theme (void)
{
    for (guint t = 0; t < 3; t++) {
        const SampleShape shape = {70, 8, 24, FALSE, NULL, NULL};
        g_autoptr (RhumbMap) map = draw (&shape, (RhumbMapTheme)t);
        guint32 n;
        guint n_labels = 0;
        const RhumbMapText *text = rhumb_map_get_texts (map, &n);
        for (guint32 i = 0; i < n; i++) {
            if (text[i].role != RHUMB_MAP_TEXT_LABEL && text[i].role != RHUMB_MAP_TEXT_TOPIC)
                continue;
            n_labels++;
            g_assert_cmphex (text[i].colour, ==, rhumb_theme_get ((RhumbMapTheme)t)->ink);
        }
        g_assert_cmpuint (n_labels, >, 60);
        rhumb_map_get_links (map, &n);
        g_assert_cmpuint (n, ==, 0);
    }
}

static void
all_bands_stay_on_the_map (void)
{
    const SampleShape shape = {300, 12, 40, FALSE, NULL, NULL};
    g_autoptr (RhumbMap) map = draw (&shape, RHUMB_MAP_THEME_DARK);
    guint32 n;
    const RhumbMapRegion *region = rhumb_map_get_regions (map, &n);
    g_assert_cmpuint (n, >=, RHUMB_DENSITY_STEPS - 1);
    for (guint32 i = 0; i < n; i++) {
        for (guint k = 0; k < 1 + 3 * region[i].n_segments; k++) {
            g_assert_cmpfloat (region[i].outline[2 * k], >=, 0);
            g_assert_cmpfloat (region[i].outline[2 * k], <=, 1270);
            g_assert_cmpfloat (region[i].outline[2 * k + 1], >=, 86);
            g_assert_cmpfloat (region[i].outline[2 * k + 1], <=, 1076);
        }
    }
}

static void
draws_one_paper_and_none (void)
{
    const SampleShape one = {1, 1, 1, FALSE, NULL, NULL};
    g_autoptr (RhumbMap) map = draw (&one, RHUMB_MAP_THEME_LIGHT);
    guint32 n;
    rhumb_map_get_regions (map, &n);
    g_assert_cmpuint (n, >=, RHUMB_DENSITY_STEPS - 1);
    const SampleShape none = {0, 0, 0, FALSE, NULL, NULL};
    g_autoptr (RhumbMap) empty = draw (&none, RHUMB_MAP_THEME_LIGHT);
    rhumb_map_get_regions (empty, &n);
    g_assert_cmpuint (n, ==, 0);
}

static void
refuses_what_does_not_go_together (void)
{
    g_auto (Sample) sample = {0};
    const SampleShape shape = {10, 2, 4, FALSE, NULL, NULL};
    sample_make (&sample, &shape);
    RhumbMapOptions wrong[] = {RHUMB_MAP_DEFAULTS, RHUMB_MAP_DEFAULTS, RHUMB_MAP_DEFAULTS,
                               RHUMB_MAP_DEFAULTS, RHUMB_MAP_DEFAULTS};
    for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
        wrong[i].view = RHUMB_MAP_VIEW_DENSITY;
    wrong[0].level = RHUMB_MAP_LEVEL_OVERVIEW;
    wrong[1].topic = 0;
    wrong[2].colouring = RHUMB_MAP_COLOUR_YEAR;
    wrong[3].n_nodes = 1000;
    wrong[4].view = (RhumbMapView)7;
    for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
        g_autoptr (GError) error = NULL;
        g_assert_null (rhumb_draw_topics (sample.topics, sample.ranking, &wrong[i], &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/density/every-place-has-the-colour-of-its-density",
                     every_place_has_the_colour_of_its_density);
    g_test_add_func ("/density/words-have-no-halo-and-the-ink-of-the-theme",
                     words_have_no_halo_and_the_ink_of_the_theme);
    g_test_add_func ("/density/all-bands-stay-on-the-map", all_bands_stay_on_the_map);
    g_test_add_func ("/density/draws-one-paper-and-none", draws_one_paper_and_none);
    g_test_add_func ("/density/refuses-what-does-not-go-together",
                     refuses_what_does_not_go_together);
    return g_test_run ();
}
