/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/layout/spreading.h"

#include <math.h>
#include <string.h>

#include "analytics/layout/outline.h"
#include "graph/text.h"

#define N 4000
#define N_FIXED 1
#define REACH 200.0

/* One piece of land, about 260 by 260 points, and nodes heaped up left of its middle; in the middle
 * stands a disc. */
typedef struct {
    guint32 cluster[N];
    guint64 key[N];
    double radius[N];
    RhumbPoint place[N];
    RhumbPoint began[N];
    RhumbTerritories *land;
    RhumbGround *ground;
} Heap;

static void
heap_free (Heap *heap)
{
    rhumb_territories_free (heap->land);
    rhumb_ground_free (heap->ground);
    g_free (heap);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Heap, heap_free)

static double
uniform (guint64 a, guint64 b)
{
    return (double)(rhumb_hash_mix (a, b) >> 11) * 0x1p-53;
}

static Heap *
make (void)
{
    Heap *heap = g_new0 (Heap, 1);
    RhumbClaim claims[36];
    const RhumbBox frame = {0, 0, 400, 400};
    for (guint32 k = 0; k < 36; k++) {
        const RhumbPoint centre = {75 + 50 * (k % 6), 75 + 50 * (k / 6)};
        claims[k] = (RhumbClaim){centre, 1.0, 50.0, 10.0, 0};
    }
    heap->land = rhumb_territories_new (claims, G_N_ELEMENTS (claims), 1, frame);
    heap->ground = rhumb_ground_new (heap->land, 1, frame);
    for (guint32 i = 0; i < N; i++) {
        heap->key[i] = rhumb_hash_mix (7, i);
        heap->radius[i] = i < N_FIXED ? 30.0 : 0.5;
        heap->place[i] = (RhumbPoint){80 + 100 * uniform (i, 1), 100 + 200 * uniform (i, 2)};
    }
    heap->place[0] = (RhumbPoint){200, 200};
    memcpy (heap->began, heap->place, sizeof heap->place);
    return heap;
}

static void
spread (Heap *heap)
{
    RhumbCrowd crowd = {.n_nodes = N,
                        .n_fixed = N_FIXED,
                        .cluster = heap->cluster,
                        .key = heap->key,
                        .radius = heap->radius,
                        .place = heap->place};
    rhumb_spread_crowd (&crowd, heap->ground, 1, REACH);
}

static guint
count_between (const Heap *heap, double left, double right)
{
    guint n = 0;
    for (guint32 i = N_FIXED; i < N; i++)
        n += heap->place[i].x >= left && heap->place[i].x < right ? 1 : 0;
    return n;
}

static void
a_heap_flows_over_all_ground (void)
{
    g_autoptr (Heap) heap = make ();
    g_assert_cmpuint (count_between (heap, 220, 400), ==, 0);
    spread (heap);
    const guint left = count_between (heap, 0, 160);
    const guint right = count_between (heap, 240, 400);
    g_test_message ("%u on the left, %u on the right", left, right);
    g_assert_cmpuint (right, >, left * 7 / 10);
    g_assert_cmpuint (left, >, right * 7 / 10);
    guint32 n_astray = 0; /* farther outside than a few cells */
    for (guint32 i = 0; i < N; i++) {
        const RhumbPoint kept = rhumb_ground_keep (heap->ground, 0, heap->key[i], heap->place[i]);
        n_astray += hypot (kept.x - heap->place[i].x, kept.y - heap->place[i].y) > 20 ? 1 : 0;
        /* Once kept, all stand inside the outline as it is drawn. */
        g_assert_cmpfloat (rhumb_ground_get_distance (heap->ground, 0, kept), <, 6.5);
    }
    g_test_message ("%u astray", n_astray);
    g_assert_cmpuint (n_astray, <, N / 50);
}

static void
what_stands_keeps_its_place_and_its_room (void)
{
    g_autoptr (Heap) heap = make ();
    spread (heap);
    g_assert_true (heap->place[0].x == 200 && heap->place[0].y == 200);
    guint n_inside = 0;
    for (guint32 i = N_FIXED; i < N; i++)
        n_inside += hypot (heap->place[i].x - 200, heap->place[i].y - 200) < 24 ? 1 : 0;
    g_test_message ("%u under the disc", n_inside);
    /* By its area it would hold a hundred of them. */
    g_assert_cmpuint (n_inside, <, 40);
}

/* A heap in a corner of a page, as large as it needs room. */
static void
places_flow_over_the_whole_page (void)
{
    enum { N_PLACES = 400 };
    const RhumbBox page = {100, 50, 1300, 950};
    RhumbPoint place[N_PLACES];
    double size[N_PLACES];
    for (guint32 i = 0; i < N_PLACES; i++) {
        size[i] = i % 2 == 0 ? 900.0 : 100.0;
        place[i] = (RhumbPoint){150 + 300 * uniform (i, 1), 100 + 250 * uniform (i, 2)};
    }
    rhumb_spread_over_page (place, size, N_PLACES, page, 0.6);
    double quarter[4] = {0};
    double all = 0.0;
    for (guint32 i = 0; i < N_PLACES; i++) {
        g_assert_true (place[i].x >= page.left && place[i].x <= page.right);
        g_assert_true (place[i].y >= page.top && place[i].y <= page.bottom);
        quarter[(place[i].x > 700 ? 1 : 0) + (place[i].y > 500 ? 2 : 0)] += size[i];
        all += size[i];
    }
    for (guint k = 0; k < G_N_ELEMENTS (quarter); k++) {
        g_test_message ("%.0f %%", 100 * quarter[k] / all);
        g_assert_cmpfloat (quarter[k] / all, >, 0.15);
        g_assert_cmpfloat (quarter[k] / all, <, 0.35);
    }
}

/* Of each tenth node the nearest one at the beginning: how much farther than others it is now. */
static void
who_was_near_stays_near (void)
{
    g_autoptr (Heap) heap = make ();
    spread (heap);
    guint n_kept = 0, n = 0;
    for (guint32 i = N_FIXED; i < N; i += 10) {
        guint32 nearest = i == N_FIXED ? N_FIXED + 1 : N_FIXED;
        for (guint32 j = N_FIXED; j < N; j++) {
            const double far =
                hypot (heap->began[j].x - heap->began[i].x, heap->began[j].y - heap->began[i].y);
            if (j != i && far < hypot (heap->began[nearest].x - heap->began[i].x,
                                       heap->began[nearest].y - heap->began[i].y))
                nearest = j;
        }
        guint n_nearer = 0;
        const double now = hypot (heap->place[nearest].x - heap->place[i].x,
                                  heap->place[nearest].y - heap->place[i].y);
        for (guint32 j = N_FIXED; j < N; j++)
            n_nearer += j != i && hypot (heap->place[j].x - heap->place[i].x,
                                         heap->place[j].y - heap->place[i].y) < now
                            ? 1
                            : 0;
        n_kept += n_nearer < 10 ? 1 : 0;
        n++;
    }
    g_test_message ("%u of %u among the ten nearest", n_kept, n);
    g_assert_cmpuint (n_kept, >, n * 8 / 10);
}

static double
distance_from_outline (const RhumbPoint *point, gsize n_points, RhumbPoint p)
{
    double least = INFINITY;
    for (gsize i = 0; i < n_points; i++)
        least = MIN (least, hypot (point[i].x - p.x, point[i].y - p.y));
    return least;
}

/* What is brought back from outside stands along the outline as it is drawn, not in steps. */
static void
the_rim_is_as_smooth_as_the_outline (void)
{
    g_autoptr (Heap) heap = make ();
    gsize n_border, n_points;
    guint32 n_segments;
    g_autofree RhumbPoint *border = rhumb_territories_trace (heap->land, 0, &n_border);
    g_autofree double *outline =
        rhumb_outline_smooth (border, n_border, RHUMB_OUTLINE_CALM, &n_segments);
    g_autofree RhumbPoint *point = rhumb_outline_flatten (outline, n_segments, &n_points);
    double least = INFINITY;
    double most = 0.0;
    for (gsize i = 0; i < n_points; i++) {
        const RhumbPoint out = {point[i].x + 0.05 * (point[i].x - 200),
                                point[i].y + 0.05 * (point[i].y - 200)};
        const RhumbPoint kept = rhumb_ground_keep (heap->ground, 0, 1, out);
        const double depth = distance_from_outline (point, n_points, kept);
        g_assert_true (rhumb_polygon_contains (point, n_points, kept));
        least = MIN (least, depth);
        most = MAX (most, depth);
    }
    g_test_message ("%.2f to %.2f points deep", least, most);
    g_assert_cmpfloat (most - least, <, 3);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/spreading/the-rim-is-as-smooth-as-the-outline",
                     the_rim_is_as_smooth_as_the_outline);
    g_test_add_func ("/spreading/a-heap-flows-over-all-ground", a_heap_flows_over_all_ground);
    g_test_add_func ("/spreading/what-stands-keeps-its-place-and-its-room",
                     what_stands_keeps_its_place_and_its_room);
    g_test_add_func ("/spreading/places-flow-over-the-whole-page", places_flow_over_the_whole_page);
    g_test_add_func ("/spreading/who-was-near-stays-near", who_was_near_stays_near);
    return g_test_run ();
}
