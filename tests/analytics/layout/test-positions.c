/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Layouts that are turned to fill the page.
 */
#include "analytics/layout/positions.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analytics/layout/docking.h"
#include "analytics/layout/energy.h"
#include "graph/compare.h"
#include "graph/error.h"

#define N 60

typedef struct {
    RhumbScene scene;
    RhumbSceneNode node[N];
    RhumbSceneCluster cluster;
    RhumbMapOptions options;
    char id[N][8];
} Chain;

static void
make_chains (Chain *chain, RhumbBox frame, RhumbMapLayout layout, guint64 seed)
{
    const RhumbMapOptions defaults = RHUMB_MAP_DEFAULTS;
    memset (chain, 0, sizeof *chain);
    chain->options = defaults;
    chain->options.seed = seed;
    chain->options.layout = layout;
    chain->cluster.name = (char *)"chain";
    chain->scene.options = &chain->options;
    chain->scene.frame = frame;
    chain->scene.node = chain->node;
    chain->scene.n_nodes = N;
    chain->scene.cluster = &chain->cluster;
    chain->scene.n_clusters = 1;
}

/* Each node is linked with the next one only, so the layout is long and thin. */
static GArray *
link_chains (Chain *chain, guint n_chains)
{
    GArray *springs = g_array_new (FALSE, FALSE, sizeof (RhumbSpring));
    for (guint32 i = 0; i < N; i++) {
        const RhumbSpring spring = {i, i + 1, 1.0};
        g_snprintf (chain->id[i], sizeof chain->id[i], "n%u", i);
        chain->node[i].id = chain->id[i];
        if (i + 1 < N && (i + 1) % (N / n_chains) != 0)
            g_array_append_val (springs, spring);
    }
    return springs;
}

static void
place_chains (Chain *chain, guint n_chains, RhumbBox frame, RhumbMapLayout layout, guint64 seed)
{
    make_chains (chain, frame, layout, seed);
    g_autoptr (GArray) springs = link_chains (chain, n_chains);
    g_autoptr (GError) error = NULL;
    g_assert_true (rhumb_find_positions (&chain->scene, springs, &error));
    g_assert_no_error (error);
}

static void
place_chain (Chain *chain, RhumbBox frame, RhumbMapLayout layout, guint64 seed)
{
    place_chains (chain, 1, frame, layout, seed);
}

/* The widest empty band across the page, as a share of what is drawn. */
static double
widest_band (const Chain *chain, gboolean along)
{
    double place[N];
    double widest = 0.0;
    for (guint32 i = 0; i < N; i++)
        place[i] = along ? chain->node[i].place.y : chain->node[i].place.x;
    qsort (place, N, sizeof *place, rhumb_compare_doubles);
    for (guint32 i = 1; i < N; i++)
        widest = MAX (widest, place[i] - place[i - 1]);
    return widest / (place[N - 1] - place[0]);
}

/* What nothing links drifts apart as far as it can; sixty nodes leave no band of an eighth. */
static void
parts_do_not_leave_the_page_empty (void)
{
    static const RhumbBox frame = {40, 90, 1270, 1040};
    for (guint64 seed = 1; seed <= 5; seed++) {
        Chain chain;
        place_chains (&chain, 2, frame, RHUMB_MAP_LAYOUT_ATLAS, seed);
        g_assert_cmpfloat (widest_band (&chain, FALSE), <, 1 / sqrt (N) + 1e-3);
        g_assert_cmpfloat (widest_band (&chain, TRUE), <, 1 / sqrt (N) + 1e-3);
    }
}

static RhumbBox
find_extent (const Chain *chain)
{
    RhumbBox extent = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (guint32 i = 0; i < N; i++) {
        const RhumbPoint p = chain->node[i].place;
        extent = (RhumbBox){MIN (extent.left, p.x), MIN (extent.top, p.y), MAX (extent.right, p.x),
                            MAX (extent.bottom, p.y)};
    }
    return extent;
}

/* Kamada and Kawai know nothing of the page. 190 and 130 points stay for names. */
static void
what_is_long_lies_along_the_page (void)
{
    static const RhumbBox wide = {100, 50, 2100, 650};
    static const RhumbBox tall = {100, 50, 700, 2050};
    for (guint64 seed = 1; seed <= 5; seed++) {
        Chain chain;
        place_chain (&chain, wide, RHUMB_MAP_LAYOUT_KK, seed);
        const RhumbBox across = find_extent (&chain);
        g_assert_cmpfloat (across.right - across.left, >, 0.9 * (2000 - 190));
        place_chain (&chain, tall, RHUMB_MAP_LAYOUT_KK, seed);
        const RhumbBox along = find_extent (&chain);
        g_assert_cmpfloat (along.bottom - along.top, >, 0.9 * (2000 - 130));
    }
}

static void
what_is_placed_is_in_the_middle_and_in_the_frame (void)
{
    static const RhumbBox frame = {40, 90, 1270, 1040};
    for (guint64 seed = 1; seed <= 5; seed++) {
        Chain chain;
        place_chain (&chain, frame, RHUMB_MAP_LAYOUT_ATLAS, seed);
        const RhumbBox extent = find_extent (&chain);
        g_assert_true (rhumb_box_contains_box (frame, extent));
        g_assert_cmpfloat (fabs (extent.left + extent.right - frame.left - frame.right), <, 1e-6);
        g_assert_cmpfloat (fabs (extent.top + extent.bottom - frame.top - frame.bottom), <, 1e-6);
    }
}

/* Turning a layout keeps all distances in it but for the stretch to the page, at most 1.45. */
static void
neighbours_in_the_chain_stay_neighbours (void)
{
    static const RhumbBox wide = {0, 0, 2000, 600};
    Chain chain;
    place_chain (&chain, wide, RHUMB_MAP_LAYOUT_ATLAS, 1);
    double step = 0.0;
    double all = 0.0;
    for (guint32 i = 0; i < N; i++) {
        for (guint32 j = 0; j < i; j++) {
            const RhumbPoint a = chain.node[i].place;
            const RhumbPoint b = chain.node[j].place;
            const double far = hypot (a.x - b.x, a.y - b.y);
            step += i == j + 1 ? far / (N - 1) : 0.0;
            all += far / (N * (N - 1) / 2.0);
        }
    }
    g_assert_cmpfloat (step, <, all / 4);
}

/* A placer of the program's own: nodes in a row, or one of them nowhere. */
static gboolean
place_in_a_row (const RhumbNetwork *network, guint64 seed, double *place, gconstpointer data,
                GError **error)
{
    const gboolean *loses_one = data;
    (void)seed;
    (void)error;
    g_assert_cmpuint (rhumb_network_get_n_edges (network), ==, N - 1);
    for (guint32 i = 0; i < rhumb_network_get_n_from (network); i++) {
        place[2 * i] = *loses_one && i == 7 ? (double)NAN : (double)i;
        place[2 * i + 1] = i % 2;
    }
    return TRUE;
}

static void
a_placer_of_ones_own_is_asked (void)
{
    static const RhumbBox wide = {100, 50, 2100, 650};
    gboolean loses_one = FALSE;
    RhumbPlacer placer = {"row", "in a row", N, place_in_a_row, &loses_one};
    Chain chain;
    make_chains (&chain, wide, RHUMB_MAP_LAYOUT_ATLAS, 1);
    chain.options.placer = &placer;
    g_autoptr (GArray) springs = link_chains (&chain, 1);
    g_assert_true (rhumb_find_positions (&chain.scene, springs, NULL));
    const RhumbBox extent = find_extent (&chain);
    g_assert_true (rhumb_box_contains_box (wide, extent));
    for (guint32 i = 0; i + 1 < N; i++)
        g_assert_cmpfloat (chain.node[i].place.x, <, chain.node[i + 1].place.x);
    loses_one = TRUE;
    g_autoptr (GError) lost = NULL;
    g_assert_false (rhumb_find_positions (&chain.scene, springs, &lost));
    g_assert_error (lost, RHUMB_ERROR, RHUMB_ERROR_LIBRARY);
    placer.most_nodes = N - 1;
    g_autoptr (GError) many = NULL;
    g_assert_false (rhumb_find_positions (&chain.scene, springs, &many));
    g_assert_error (many, RHUMB_ERROR, RHUMB_ERROR_LIMIT);
}

static double
distance (const double *x, guint32 i, guint32 k)
{
    return hypot (x[2 * i] - x[2 * k], x[2 * i + 1] - x[2 * k + 1]);
}

/* Three triangles with sides of 1 in the corners of a page: they keep their shape and come near. */
static void
parts_come_near_and_keep_their_shape (void)
{
    static const double corner[][2] = {{0, 0}, {90, 10}, {20, 70}};
    static const double triangle[][2] = {{0, 0}, {1, 0}, {0.5, 0.8660254037844386}};
    double x[18];
    RhumbSpring spring[9];
    for (guint32 i = 0; i < 9; i++) {
        x[2 * i] = corner[i / 3][0] + triangle[i % 3][0];
        x[2 * i + 1] = corner[i / 3][1] + triangle[i % 3][1];
        spring[i] = (RhumbSpring){i, i / 3 * 3 + (i + 1) % 3, 1.0};
    }
    rhumb_dock_parts (x, 9, spring, 9);
    double nearest[3] = {INFINITY, INFINITY, INFINITY};
    for (guint32 i = 0; i < 9; i++) {
        for (guint32 k = 0; k < 9; k++) {
            if (i / 3 == k / 3 && i != k)
                g_assert_cmpfloat_with_epsilon (distance (x, i, k), 1.0, 1e-9);
            if (i / 3 != k / 3)
                nearest[i / 3] = MIN (nearest[i / 3], distance (x, i, k));
        }
    }
    for (guint part = 0; part < 3; part++) {
        g_assert_cmpfloat (nearest[part], >, 1.5);
        g_assert_cmpfloat (nearest[part], <, 2.5);
    }
    g_assert_cmpfloat (x[6], >, x[0]); /* still to the right */
    g_assert_cmpfloat (x[13], >, x[1]);
}

/* Pairs on a circle are more parts than nodes of each. */
static void
many_small_parts_stay_where_they_are (void)
{
    double x[40];
    double before[40];
    RhumbSpring spring[10];
    for (guint32 i = 0; i < 20; i++) {
        x[2 * i] = 50 * cos (0.3 * i);
        x[2 * i + 1] = 50 * sin (0.3 * i);
        spring[i / 2] = (RhumbSpring){i / 2 * 2, i / 2 * 2 + 1, 1.0};
    }
    memcpy (before, x, sizeof x);
    rhumb_dock_parts (x, 20, spring, 10);
    g_assert_cmpmem (x, sizeof x, before, sizeof before);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/positions/parts-do-not-leave-the-page-empty",
                     parts_do_not_leave_the_page_empty);
    g_test_add_func ("/positions/parts-come-near-and-keep-their-shape",
                     parts_come_near_and_keep_their_shape);
    g_test_add_func ("/positions/many-small-parts-stay-where-they-are",
                     many_small_parts_stay_where_they_are);
    g_test_add_func ("/positions/what-is-long-lies-along-the-page",
                     what_is_long_lies_along_the_page);
    g_test_add_func ("/positions/what-is-placed-is-in-the-middle-and-in-the-frame",
                     what_is_placed_is_in_the_middle_and_in_the_frame);
    g_test_add_func ("/positions/neighbours-in-the-chain-stay-neighbours",
                     neighbours_in_the_chain_stay_neighbours);
    g_test_add_func ("/positions/a-placer-of-ones-own-is-asked", a_placer_of_ones_own_is_asked);
    return g_test_run ();
}
