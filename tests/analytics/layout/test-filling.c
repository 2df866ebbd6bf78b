/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/layout/filling.h"

#include <math.h>
#include <string.h>
#ifdef _OPENMP
#include <omp.h>
#endif

#include "graph/text.h"

#define N 4800
#define SIZE 40 /* nodes of a group; groups of even numbers are one cluster */
#define N_FIXED 2
#define N_LINKS (3 * N)

/* Nodes on two pieces of land; three of four links are inside a group. */
typedef struct {
    RhumbSpring spring[N_LINKS];
    guint32 cluster[N];
    guint64 key[N];
    double radius[N];
    RhumbPoint place[N];
    RhumbTerritories *land;
    RhumbGround *ground;
} Field;

static void
field_free (Field *field)
{
    rhumb_territories_free (field->land);
    rhumb_ground_free (field->ground);
    g_free (field);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Field, field_free)

static Field *
make (void)
{
    Field *field = g_new0 (Field, 1);
    RhumbClaim claims[2 * 36];
    const RhumbBox frame = {0, 0, 700, 400};
    for (guint32 k = 0; k < 72; k++) {
        const RhumbPoint centre = {60 + 300 * (k / 36) + 50 * (k % 6), 60 + 50 * (k % 36 / 6)};
        claims[k] = (RhumbClaim){centre, 1.0, 50.0, 10.0, k / 36};
    }
    field->land = rhumb_territories_new (claims, G_N_ELEMENTS (claims), 2, frame);
    field->ground = rhumb_ground_new (field->land, 2, frame);
    GRand *rand = g_rand_new_with_seed (4);
    for (guint32 i = 0; i < N; i++) {
        field->cluster[i] = i / SIZE % 2;
        field->key[i] = rhumb_hash_mix (7, i);
        field->radius[i] = 1.0;
    }
    for (guint32 i = 0; i < N_FIXED; i++)
        field->place[i] = claims[15].centre;
    for (guint32 e = 0; e < N_LINKS; e++) {
        const guint32 from = e % N;
        const gint32 span = e % 4 > 0 ? SIZE : N;
        const guint32 first = from / (guint32)span * (guint32)span;
        const guint32 to = first + (guint32)g_rand_int_range (rand, 0, span);
        field->spring[e] = (RhumbSpring){from, to == from ? (to + 1) % N : to, 1.0};
    }
    g_rand_free (rand);
    return field;
}

static void
fill (Field *field, guint32 n_at_once)
{
    RhumbCrowd crowd = {.n_nodes = N,
                        .n_fixed = N_FIXED,
                        .cluster = field->cluster,
                        .key = field->key,
                        .radius = field->radius,
                        .place = field->place,
                        .spring = field->spring,
                        .n_springs = N_LINKS,
                        .n_at_once = n_at_once};
    rhumb_settle_crowd (&crowd, field->ground, 2);
}

/* Of the links, those whose ends are among the ten nearest nodes. */
static double
measure_kept (const Field *field)
{
    guint n_kept = 0, n = 0;
    for (guint32 e = 0; e < N_LINKS; e += 8) {
        const RhumbPoint p = field->place[field->spring[e].from];
        const RhumbPoint q = field->place[field->spring[e].to];
        guint n_nearer = 0;
        for (guint32 j = 0; j < N; j++)
            n_nearer += hypot (field->place[j].x - p.x, field->place[j].y - p.y) <
                                hypot (q.x - p.x, q.y - p.y)
                            ? 1
                            : 0;
        n_kept += n_nearer <= 10 ? 1 : 0;
        n++;
    }
    return (double)n_kept / n;
}

static guint32
count_astray (const Field *field)
{
    guint32 n_astray = 0;
    for (guint32 i = N_FIXED; i < N; i++)
        n_astray +=
            rhumb_territories_get_owner (field->land, field->place[i]) != field->cluster[i] ? 1 : 0;
    return n_astray;
}

static void
keeps_more_neighbours_level_by_level (void)
{
    g_autoptr (Field) field = make ();
    fill (field, N);
    const double at_once = measure_kept (field);
    fill (field, 1000);
    const double by_levels = measure_kept (field);
    g_test_message ("kept %.3f, at once %.3f", by_levels, at_once);
    g_assert_cmpfloat (by_levels, >, 2 * at_once);
    g_assert_cmpuint (count_astray (field), <, N / 100);
}

/* The same places, dealt out by lot to the nodes of each cluster: as even, and nobody's. */
static void
keeps_many_more_neighbours_than_chance (void)
{
    g_autoptr (Field) field = make ();
    fill (field, 1000);
    const double kept = measure_kept (field);
    g_autoptr (GRand) rand = g_rand_new_with_seed (8);
    for (guint32 i = N - 1; i > N_FIXED; i--) {
        const guint32 j = (guint32)g_rand_int_range (rand, N_FIXED, (gint32)i + 1);
        if (field->cluster[i] != field->cluster[j])
            continue;
        const RhumbPoint place = field->place[i];
        field->place[i] = field->place[j];
        field->place[j] = place;
    }
    const double by_lot = measure_kept (field);
    g_test_message ("kept %.3f, by lot %.3f", kept, by_lot);
    g_assert_cmpfloat (by_lot, <, 0.02);
    g_assert_cmpfloat (kept, >, 4 * by_lot);
}

/* How unevenly nodes stand: the variance of their counts on squares that lie wholly on land, over
 * the mean, which is 1 for places that are drawn by lot. */
static double
measure_unevenness (const Field *field)
{
    double sum = 0.0, squares = 0.0;
    guint n_squares = 0;
    const double side = 20.0;
    for (guint k = 0; k < 128; k++) {
        const double left = 80 + 300 * (k / 64) + side * (k % 8);
        const double top = 80 + side * (k % 64 / 8);
        guint n = 0;
        for (guint32 i = N_FIXED; i < N; i++)
            n += field->place[i].x >= left && field->place[i].x < left + side &&
                         field->place[i].y >= top && field->place[i].y < top + side
                     ? 1
                     : 0;
        sum += n;
        squares += (double)n * n;
        n_squares++;
    }
    const double mean = sum / n_squares;
    return (squares / n_squares - mean * mean) / mean;
}

static void
spreads_nodes_evenly (void)
{
    g_autoptr (Field) field = make ();
    fill (field, 1000);
    const double unevenness = measure_unevenness (field);
    g_test_message ("variance over mean %.2f", unevenness);
    g_assert_cmpfloat (unevenness, <, 0.6);
}

static void
has_the_same_bits_by_levels_with_any_number_of_threads (void)
{
    RhumbPoint *first = NULL;
    for (int threads = 1; threads <= 2; threads++) {
#ifdef _OPENMP
        omp_set_num_threads (threads);
#endif
        g_autoptr (Field) field = make ();
        fill (field, 1000);
        if (first == NULL)
            first = g_memdup2 (field->place, sizeof field->place);
        g_assert_cmpint (memcmp (first, field->place, sizeof field->place), ==, 0);
    }
    g_free (first);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/filling/keeps-more-neighbours-level-by-level",
                     keeps_more_neighbours_level_by_level);
    g_test_add_func ("/filling/keeps-many-more-neighbours-than-chance",
                     keeps_many_more_neighbours_than_chance);
    g_test_add_func ("/filling/spreads-nodes-evenly", spreads_nodes_evenly);
    g_test_add_func ("/filling/has-the-same-bits-by-levels-with-any-number-of-threads",
                     has_the_same_bits_by_levels_with_any_number_of_threads);
    return g_test_run ();
}
