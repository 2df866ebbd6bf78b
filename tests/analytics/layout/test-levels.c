/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <math.h>
#include <string.h>
#ifdef _OPENMP
#include <omp.h>
#endif

#include "analytics/layout/descent.h"
#include "analytics/layout/grouping.h"
#include "analytics/layout/relaxation.h"
#include "graph/error.h"

#define N 4200
#define SIZE 30 /* nodes of a group */
#define N_GROUPS (N / SIZE)
#define N_LINKS (4 * N)

/* Groups of nodes, three of four links inside; ten groups are a cluster, half of the others in it.
 */
typedef struct {
    RhumbSpring spring[N_LINKS];
    guint32 group[N];
    guint32 cluster[N];
    guint64 key[N];
    double x[2 * N];
    RhumbLoose loose;
} Network;

static Network *
make (void)
{
    Network *network = g_new0 (Network, 1);
    GRand *rand = g_rand_new_with_seed (5);
    for (guint32 i = 0; i < N; i++) {
        network->group[i] = i / SIZE;
        network->cluster[i] = i / (10 * SIZE);
        network->key[i] = i;
    }
    for (guint32 e = 0; e < N_LINKS; e++) {
        const guint32 from = e % N;
        const gint32 span = e < 3 * N ? SIZE : from % 2 == 0 ? 10 * SIZE : N;
        const guint32 first = from / (guint32)span * (guint32)span;
        const guint32 to = first + (guint32)g_rand_int_range (rand, 0, span);
        network->spring[e] = (RhumbSpring){from, to, 0.5 + g_rand_double (rand)};
    }
    g_rand_free (rand);
    network->loose = (RhumbLoose){.n_nodes = N,
                                  .spring = network->spring,
                                  .n_springs = N_LINKS,
                                  .cluster = network->group,
                                  .n_clusters = N_GROUPS,
                                  .key = network->key,
                                  .cluster_key = network->key,
                                  .aspect = 1.3,
                                  .seed = 1,
                                  .n_at_once = 1000};
    return network;
}

static double
measure_square (const double *x, guint32 i, guint32 j)
{
    const double dx = x[2 * i] - x[2 * j];
    const double dy = x[2 * i + 1] - x[2 * j + 1];
    return dx * dx + dy * dy;
}

/* Of the links, those whose ends are among each other's eight nearest nodes or so. */
static double
measure_kept (const Network *network)
{
    guint n_kept = 0, n = 0;
    for (guint32 e = 0; e < N_LINKS; e += 20) {
        const RhumbSpring *link = &network->spring[e];
        const double length = measure_square (network->x, link->from, link->to);
        guint n_nearer = 0;
        for (guint32 j = 0; j < N; j++)
            n_nearer += measure_square (network->x, link->from, j) < length ? 1 : 0;
        n_kept += n_nearer <= 8 ? 1 : 0;
        n++;
    }
    return (double)n_kept / n;
}

/* Of the nodes, those that are nearer to the middle of their own set than to any other. */
static double
measure_at_home (const Network *network, const guint32 *set, guint32 n_sets)
{
    double middle[2 * N_GROUPS] = {0.0};
    guint32 size[N_GROUPS] = {0};
    for (guint32 i = 0; i < N; i++)
        size[set[i]]++;
    for (guint32 i = 0; i < 2 * N; i++)
        middle[2 * set[i / 2] + i % 2] += network->x[i] / size[set[i / 2]];
    guint32 n_home = 0;
    for (guint32 i = 0; i < N; i++) {
        guint32 nearest = 0;
        double least = INFINITY;
        for (guint32 s = 0; s < n_sets; s++) {
            const double far = hypot (network->x[2 * i] - middle[2 * s],
                                      network->x[2 * i + 1] - middle[2 * s + 1]);
            nearest = far < least ? s : nearest;
            least = MIN (least, far);
        }
        n_home += nearest == set[i] ? 1 : 0;
    }
    return (double)n_home / N;
}

static void
relax (Network *network, RhumbMapLayout layout)
{
    g_autoptr (GError) error = NULL;
    rhumb_relax (&network->loose, layout, network->x, &error);
    g_assert_no_error (error);
}

/* The same network placed as a whole is what levels must not be worse than: it is small enough for
 * that to be good. */
static void
keeps_as_many_neighbours_as_all_at_once (void)
{
    g_autofree Network *network = make ();
    relax (network, RHUMB_MAP_LAYOUT_ATLAS);
    const double by_levels = measure_kept (network);
    network->loose.n_at_once = N;
    relax (network, RHUMB_MAP_LAYOUT_ATLAS);
    const double at_once = measure_kept (network);
    g_test_message ("kept %.3f, at once %.3f", by_levels, at_once);
    g_assert_cmpfloat (by_levels, >=, at_once);
}

static void
keeps_nodes_in_their_groups (void)
{
    for (guint layout = 0; layout <= RHUMB_MAP_LAYOUT_VOS; layout++) {
        g_autofree Network *network = make ();
        relax (network, layout);
        const double home = measure_at_home (network, network->group, N_GROUPS);
        g_test_message ("%s: at home %.3f", rhumb_map_layout_get_name (layout), home);
        g_assert_cmpfloat (home, >, 0.9);
    }
}

/* Clusters above groups of 30 are found; large ones are divided into groups. */
static void
divides_large_clusters_and_joins_small_ones (void)
{
    g_autofree Network *network = make ();
    network->loose.n_at_once = 60; /* three levels */
    relax (network, RHUMB_MAP_LAYOUT_ATLAS);
    g_assert_cmpfloat (measure_at_home (network, network->group, N_GROUPS), >, 0.9);
    g_assert_cmpfloat (measure_at_home (network, network->cluster, N_GROUPS / 10), >, 0.6);
    const guint32 n_clusters[] = {0, 2};
    for (guint k = 0; k < G_N_ELEMENTS (n_clusters); k++) {
        for (guint32 i = 0; i < N; i++)
            network->cluster[i] = i / (N / 2);
        network->loose.cluster = network->cluster;
        network->loose.n_clusters = n_clusters[k];
        relax (network, RHUMB_MAP_LAYOUT_ATLAS);
        const double home = measure_at_home (network, network->group, N_GROUPS);
        g_test_message ("%u clusters: at home %.3f", n_clusters[k], home);
        g_assert_cmpfloat (home, >, 0.7);
    }
}

/* Half of the nodes are in one cluster, the others in many small ones. */
static void
divides_one_large_cluster_among_small_ones (void)
{
    g_autofree Network *network = make ();
    for (guint32 i = 0; i < N; i++)
        network->cluster[i] = i < N / 2 ? 0 : network->group[i] - N_GROUPS / 2 + 1;
    network->loose.cluster = network->cluster;
    network->loose.n_clusters = N_GROUPS / 2 + 1;
    relax (network, RHUMB_MAP_LAYOUT_ATLAS);
    const double home = measure_at_home (network, network->group, N_GROUPS);
    g_test_message ("at home %.3f", home);
    g_assert_cmpfloat (home, >, 0.9); /* undivided .77 */
}

static void
groups_lie_inside_clusters_and_hold_all_links (void)
{
    g_autofree Network *network = make ();
    g_auto (RhumbGrouping) grouping = {0};
    GArray *inside = g_array_new (FALSE, FALSE, sizeof (RhumbSpring));
    double sum = 0.0;
    for (guint32 e = 0; e < N_LINKS; e++) {
        const RhumbSpring link = network->spring[e];
        sum += link.weight;
        if (network->cluster[link.from] == network->cluster[link.to] && link.from >= SIZE)
            g_array_append_val (inside, link); /* nodes of the first group may have none */
    }
    g_autofree guint32 *self = g_new (guint32, N);
    for (guint32 i = 0; i < N; i++)
        self[i] = i;
    g_autoptr (RhumbNetwork) links =
        rhumb_link_groups ((RhumbSpring *)(void *)inside->data, inside->len, self, N, NULL);
    g_assert_true (rhumb_group_nodes (&grouping, links, network->cluster, network->key, 1, NULL));
    g_assert_cmpuint (grouping.n_groups, >, N / (10 * SIZE));
    g_assert_cmpuint (grouping.n_groups, <, N / 5 + N / (10 * SIZE));
    for (guint32 i = 0; i < N; i++)
        g_assert_cmpuint (grouping.parent[grouping.group[i]], ==, network->cluster[i]);
    g_autoptr (RhumbNetwork) groups =
        rhumb_link_groups (network->spring, N_LINKS, grouping.group, grouping.n_groups, NULL);
    for (guint32 g = 0; g < grouping.n_groups; g++) {
        for (guint32 h = g; h < grouping.n_groups; h++)
            sum -= rhumb_network_get_weight (groups, g, h);
    }
    g_assert_cmpfloat_with_epsilon (sum, 0.0, 1e-6);
    g_array_unref (inside);
}

static void
keeps_the_middle_of_a_group (void)
{
    g_autofree Network *network = make ();
    double place[2 * N_GROUPS], mass[N], middle[2 * N_GROUPS] = {0.0};
    for (guint32 g = 0; g < 2 * N_GROUPS; g++)
        place[g] = g % 2 == 0 ? g / 2 % 10 : g / 20;
    for (guint32 i = 0; i < 2 * N; i++) {
        mass[i / 2] = 1.0;
        network->x[i] = place[2 * network->group[i / 2] + i % 2] + sin (1.7 * i * i);
    }
    const RhumbEnergy energy = {.n_nodes = N,
                                .spring = network->spring,
                                .n_springs = N_LINKS,
                                .mass = mass,
                                .repulsion = 0.05,
                                .aspect = 1.0};
    const RhumbParents parents = {network->group, N_GROUPS, place, 2.0, 1.0, 0.1};
    rhumb_descend_within (&energy, &parents, network->x, 3);
    for (guint32 i = 0; i < 2 * N; i++)
        middle[2 * network->group[i / 2] + i % 2] += network->x[i] / SIZE;
    for (guint32 g = 0; g < 2 * N_GROUPS; g++)
        g_assert_cmpfloat_with_epsilon (middle[g], place[g], 1e-9);
}

static void
places_nodes_without_links_too (void)
{
    g_autofree Network *network = make ();
    for (guint k = 0; k < 2; k++) {
        network->loose.n_springs = 0;
        network->loose.n_clusters = k == 0 ? 0 : N_GROUPS;
        relax (network, RHUMB_MAP_LAYOUT_ATLAS);
        for (guint32 i = 0; i < 2 * N; i++)
            g_assert_true (isfinite (network->x[i]));
        g_assert_cmpfloat (measure_square (network->x, 0, 1), >, 0.0);
    }
}

static void
has_the_same_bits_by_levels_with_any_number_of_threads (void)
{
    g_autofree double *first = NULL;
    for (int threads = 1; threads <= 2; threads++) {
#ifdef _OPENMP
        omp_set_num_threads (threads);
#endif
        g_autofree Network *network = make ();
        network->loose.n_clusters = 0;
        relax (network, RHUMB_MAP_LAYOUT_ATLAS);
        if (first == NULL)
            first = g_memdup2 (network->x, sizeof network->x);
        g_assert_cmpint (memcmp (first, network->x, sizeof network->x), ==, 0);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/levels/keeps-as-many-neighbours-as-all-at-once",
                     keeps_as_many_neighbours_as_all_at_once);
    g_test_add_func ("/levels/keeps-nodes-in-their-groups", keeps_nodes_in_their_groups);
    g_test_add_func ("/levels/divides-large-clusters-and-joins-small-ones",
                     divides_large_clusters_and_joins_small_ones);
    g_test_add_func ("/levels/divides-one-large-cluster-among-small-ones",
                     divides_one_large_cluster_among_small_ones);
    g_test_add_func ("/levels/groups-lie-inside-clusters-and-hold-all-links",
                     groups_lie_inside_clusters_and_hold_all_links);
    g_test_add_func ("/levels/keeps-the-middle-of-a-group", keeps_the_middle_of_a_group);
    g_test_add_func ("/levels/places-nodes-without-links-too", places_nodes_without_links_too);
    g_test_add_func ("/levels/has-the-same-bits-by-levels-with-any-number-of-threads",
                     has_the_same_bits_by_levels_with_any_number_of_threads);
    return g_test_run ();
}
