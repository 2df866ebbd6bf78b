/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <math.h>
#include <string.h>
#ifdef _OPENMP
#include <omp.h>
#endif

#include "analytics/layout/outline.h"
#include "rhumb.h"
#include "tests/analytics/layout/sample.h"

#define ALL 50000 /* more nodes than there are */

static const SampleShape shape = {.n_papers = 3000, .n_topics = 7, .n_concepts = 120};

/* Most tests look at these two: the map, and the map with all nodes around it. */
static RhumbMap *atlas;
static RhumbMap *whole;

static RhumbMap *
draw (guint32 n_nodes, gboolean concepts, gboolean papers)
{
    g_auto (Sample) sample = {0};
    g_autoptr (GError) error = NULL;
    sample_make (&sample, &shape);
    RhumbMapOptions options = RHUMB_MAP_DEFAULTS;
    options.n_nodes = n_nodes;
    options.show_concepts = concepts;
    options.show_papers = papers;
    RhumbMap *map = rhumb_draw_topics (sample.topics, sample.ranking, &options, &error);
    g_assert_no_error (error);
    return map;
}

static void
nodes_of_the_atlas_stay_where_they_are (void)
{
    const RhumbMap *map = whole;
    guint32 n_few, n_all, n_outlines, n_same;
    const RhumbMapItem *few = rhumb_map_get_items (atlas, &n_few);
    const RhumbMapItem *all = rhumb_map_get_items (map, &n_all);
    g_assert_cmpuint (n_all, >, 3000);
    for (guint32 i = 0; i < n_few; i++) {
        g_assert_cmpuint (few[i].node, ==, all[i].node);
        g_assert_true (few[i].x == all[i].x && few[i].y == all[i].y);
        g_assert_true (few[i].radius == all[i].radius && few[i].fill == all[i].fill);
    }
    const RhumbMapRegion *before = rhumb_map_get_regions (atlas, &n_outlines);
    const RhumbMapRegion *after = rhumb_map_get_regions (map, &n_same);
    g_assert_cmpuint (n_outlines, ==, n_same);
    for (guint32 c = 0; c < n_outlines; c++) {
        g_assert_cmpuint (before[c].n_segments, ==, after[c].n_segments);
        const gsize n_bytes = (2 + 6 * (gsize)before[c].n_segments) * sizeof (double);
        g_assert_cmpint (memcmp (before[c].outline, after[c].outline, n_bytes), ==, 0);
    }
}

/* Items by id, to see that each is there once. */
static void
all_are_there_up_to_the_number (void)
{
    g_auto (Sample) sample = {0};
    sample_make (&sample, &shape);
    guint32 n_concepts = 0;
    for (guint32 t = 0; t < 7; t++)
        n_concepts += rhumb_topics_get_topic (sample.topics, t)->n_concepts;
    const guint32 numbers[] = {ALL, 1500, 100};
    for (guint k = 0; k < G_N_ELEMENTS (numbers); k++) {
        g_autoptr (RhumbMap) map = k == 0 ? rhumb_map_ref (whole) : draw (numbers[k], TRUE, TRUE);
        guint32 n;
        const RhumbMapItem *item = rhumb_map_get_items (map, &n);
        g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
        for (guint32 i = 0; i < n; i++)
            g_assert_true (g_hash_table_add (ids, (gpointer)item[i].id));
        g_assert_cmpuint (n, ==, CLAMP (numbers[k], 500, 3000 + n_concepts));
    }
}

static void
each_stands_in_its_region (void)
{
    const RhumbMap *map = whole;
    guint32 n, n_regions, n_outside = 0;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n);
    const RhumbMapRegion *region = rhumb_map_get_regions (map, &n_regions);
    for (guint32 c = 0; c < n_regions; c++) {
        gsize n_points;
        g_autofree RhumbPoint *point =
            rhumb_outline_flatten (region[c].outline, region[c].n_segments, &n_points);
        for (guint32 i = 0; i < n; i++)
            n_outside +=
                item[i].cluster == region[c].cluster &&
                !rhumb_polygon_contains (point, n_points, (RhumbPoint){item[i].x, item[i].y});
    }
    g_test_message ("%u of %u outside", n_outside, n);
    g_assert_cmpuint (n_outside, <, n / 100);
}

static double
gap_between (const RhumbMapItem *a, const RhumbMapItem *b)
{
    return hypot (a->x - b->x, a->y - b->y) - a->radius - b->radius;
}

/* Deep: by more than half of the smaller disc's radius. */
static void
few_lie_on_others (void)
{
    const RhumbMap *map = whole;
    guint32 n, n_deep = 0;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n);
    for (guint32 i = 500; i < n; i++) {
        gboolean is_deep = FALSE;
        for (guint32 j = 0; j < n && !is_deep; j++)
            is_deep = j != i && gap_between (&item[i], &item[j]) < -0.5 * item[i].radius;
        n_deep += is_deep;
    }
    g_test_message ("%u of %u lie on others", n_deep, n);
    g_assert_cmpuint (n_deep, <, n / 50);
}

/* Paper and concept of a link are nearer than two nodes of one topic that are drawn by lot. */
static void
links_are_few_and_short (void)
{
    const RhumbMap *map = whole;
    guint32 n, n_links, n_before, n_others = 0;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n);
    const RhumbMapLink *link = rhumb_map_get_links (map, &n_links);
    rhumb_map_get_links (atlas, &n_before);
    double linked = 0.0, others = 0.0;
    g_assert_cmpuint (n_links, >, n);
    g_assert_cmpuint (n_links, <=, n_before + 3 * n);
    for (guint32 e = 0; e < n_links; e++) {
        const RhumbMapItem *a = &item[link[e].from];
        const RhumbMapItem *b = &item[link[e].to];
        g_assert_true (a != b);
        linked += hypot (a->x - b->x, a->y - b->y) / n_links;
    }
    for (guint32 i = 500; i + 7 < n; i++) {
        const guint32 j = i + 7;
        if (item[i].cluster != item[j].cluster)
            continue;
        others += hypot (item[i].x - item[j].x, item[i].y - item[j].y);
        n_others++;
    }
    g_test_message ("linked %.1f, others %.1f", linked, others / n_others);
    g_assert_cmpfloat (linked, <, 0.8 * others / n_others);
}

static void
draws_one_kind_alone (void)
{
    g_autoptr (RhumbMap) concepts = draw (ALL, TRUE, FALSE);
    g_autoptr (RhumbMap) papers = draw (ALL, FALSE, TRUE);
    guint32 n, n_links;
    const RhumbMapItem *item = rhumb_map_get_items (concepts, &n);
    g_assert_cmpuint (n, >, 100);
    for (guint32 i = 0; i < n; i++)
        g_assert_cmpint (item[i].kind, ==, RHUMB_NODE_CONCEPT);
    item = rhumb_map_get_items (papers, &n);
    g_assert_cmpuint (n, ==, 3000);
    for (guint32 i = 0; i < n; i++)
        g_assert_cmpint (item[i].kind, ==, RHUMB_NODE_PAPER);
    rhumb_map_get_links (papers, &n_links);
    g_assert_cmpuint (n_links, >, 2000);
}

static void
has_the_same_bits_with_any_number_of_threads (void)
{
    const SampleShape large = {.n_papers = 4500, .n_topics = 5, .n_concepts = 100};
    g_autofree double *first = NULL;
    for (int threads = 1; threads <= 2; threads++) {
#ifdef _OPENMP
        omp_set_num_threads (threads);
#endif
        g_auto (Sample) sample = {0};
        sample_make (&sample, &large);
        RhumbMapOptions options = RHUMB_MAP_DEFAULTS;
        options.n_nodes = ALL;
        g_autoptr (RhumbMap) map =
            rhumb_draw_topics (sample.topics, sample.ranking, &options, NULL);
        guint32 n;
        const RhumbMapItem *item = rhumb_map_get_items (map, &n);
        g_autofree double *place = g_new (double, 2 * n);
        for (guint32 i = 0; i < n; i++) {
            place[2 * i] = item[i].x;
            place[2 * i + 1] = item[i].y;
        }
        if (first == NULL)
            first = g_steal_pointer (&place);
        else
            g_assert_cmpint (memcmp (first, place, 2 * n * sizeof *place), ==, 0);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    atlas = draw (0, TRUE, TRUE);
    whole = draw (ALL, TRUE, TRUE);
    g_test_add_func ("/crowd/nodes-of-the-atlas-stay-where-they-are",
                     nodes_of_the_atlas_stay_where_they_are);
    g_test_add_func ("/crowd/all-are-there-up-to-the-number", all_are_there_up_to_the_number);
    g_test_add_func ("/crowd/each-stands-in-its-region", each_stands_in_its_region);
    g_test_add_func ("/crowd/few-lie-on-others", few_lie_on_others);
    g_test_add_func ("/crowd/links-are-few-and-short", links_are_few_and_short);
    g_test_add_func ("/crowd/draws-one-kind-alone", draws_one_kind_alone);
    g_test_add_func ("/crowd/has-the-same-bits-with-any-number-of-threads",
                     has_the_same_bits_with_any_number_of_threads);
    const int code = g_test_run ();
    rhumb_map_unref (atlas);
    rhumb_map_unref (whole);
    return code;
}
