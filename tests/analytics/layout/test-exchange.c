/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Nodes that exchange places.
 */
#include "analytics/layout/exchange.h"

#include <math.h>
#include <string.h>

#include "analytics/layout/energy.h"
#include "tests/oracle.h"

#define N 40
#define N_CLUSTERS 3

typedef struct {
    RhumbScene scene;
    RhumbSceneNode node[N];
    GArray *springs;
} Sample;

static void
sample_init (Sample *sample, guint64 seed)
{
    g_autofree guint32 *x = oracle_random_order (N, seed);
    g_autofree guint32 *y = oracle_random_order (N, seed + 1000);
    memset (sample, 0, sizeof *sample);
    sample->scene.node = sample->node;
    sample->scene.n_nodes = N;
    for (guint32 i = 0; i < N; i++) {
        sample->node[i].cluster = i % N_CLUSTERS;
        sample->node[i].place = (RhumbPoint){x[i], 1.7 * y[i]};
        sample->node[i].radius = x[i] % 2 == 0 ? 3.0 : 9.0;
    }
    sample->springs = g_array_new (FALSE, FALSE, sizeof (RhumbSpring));
    for (guint32 i = 0; i < N; i++) {
        for (guint32 j = 0; j < i; j++) {
            const RhumbSpring spring = {i, j, 1.0 + (x[i] + y[j]) % 5};
            if ((x[i] * y[j]) % 7 == 0)
                g_array_append_val (sample->springs, spring);
        }
    }
}

/* All links, by their definition. */
static double
measure (const Sample *sample)
{
    double sum = 0.0;
    for (guint e = 0; e < sample->springs->len; e++) {
        const RhumbSpring *spring = &g_array_index (sample->springs, RhumbSpring, e);
        const RhumbPoint a = sample->node[spring->from].place;
        const RhumbPoint b = sample->node[spring->to].place;
        sum += spring->weight * hypot (a.x - b.x, a.y - b.y);
    }
    return sum;
}

static void
exchange (Sample *sample, guint32 i, guint32 j)
{
    const RhumbPoint place = sample->node[i].place;
    sample->node[i].place = sample->node[j].place;
    sample->node[j].place = place;
}

static void
no_exchange_of_two_shortens_links_further (void)
{
    for (guint64 seed = 1; seed <= 5; seed++) {
        Sample sample;
        sample_init (&sample, seed);
        const double before = measure (&sample);
        g_assert_cmpuint (rhumb_exchange_places (&sample.scene, sample.springs), >, 0);
        const double after = measure (&sample);
        g_assert_cmpfloat (after, <, before);
        for (guint32 i = 0; i < N; i++) {
            for (guint32 j = 0; j < i; j++) {
                if (sample.node[i].cluster != sample.node[j].cluster ||
                    sample.node[i].radius != sample.node[j].radius)
                    continue;
                exchange (&sample, i, j);
                g_assert_cmpfloat (measure (&sample), >=, after - 1e-5);
                exchange (&sample, i, j);
            }
        }
        g_array_unref (sample.springs);
    }
}

/* Each place is still taken once, by a node of the same cluster and size. */
static void
places_stay_with_their_cluster_and_size (void)
{
    Sample first, sample;
    sample_init (&first, 3);
    sample_init (&sample, 3);
    rhumb_exchange_places (&sample.scene, sample.springs);
    for (guint32 i = 0; i < N; i++) {
        guint n_here = 0;
        for (guint32 j = 0; j < N; j++) {
            const RhumbPoint a = first.node[i].place;
            const RhumbPoint b = sample.node[j].place;
            n_here += a.x == b.x && a.y == b.y && first.node[i].cluster == sample.node[j].cluster &&
                      first.node[i].radius == sample.node[j].radius;
        }
        g_assert_cmpuint (n_here, ==, 1);
    }
    g_array_unref (first.springs);
    g_array_unref (sample.springs);
}

static void
nothing_moves_without_links (void)
{
    Sample sample;
    sample_init (&sample, 1);
    g_array_set_size (sample.springs, 0);
    g_assert_cmpuint (rhumb_exchange_places (&sample.scene, sample.springs), ==, 0);
    sample.scene.n_nodes = 0;
    g_assert_cmpuint (rhumb_exchange_places (&sample.scene, sample.springs), ==, 0);
    g_array_unref (sample.springs);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/exchange/no-exchange-of-two-shortens-links-further",
                     no_exchange_of_two_shortens_links_further);
    g_test_add_func ("/exchange/places-stay-with-their-cluster-and-size",
                     places_stay_with_their_cluster_and_size);
    g_test_add_func ("/exchange/nothing-moves-without-links", nothing_moves_without_links);
    return g_test_run ();
}
