/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/layout/relaxation.h"

#include <math.h>
#include <string.h>
#ifdef _OPENMP
#include <omp.h>
#endif

#include "analytics/layout/descent.h"
#include "analytics/layout/lbfgs.h"
#include "graph/error.h"

#define GROUP 30

/* Groups of nodes, each node linked with three of its group and now and then with another. */
typedef struct {
    RhumbLoose loose;
    guint32 *cluster;
    guint64 *key;
    GArray *springs;
    double *x;
} Network;

static void
network_clear (Network *network)
{
    g_free (network->cluster);
    g_free (network->key);
    g_free (network->x);
    g_clear_pointer (&network->springs, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Network, network_clear)

static void
make (Network *network, guint32 n)
{
    const guint32 k = (n + GROUP - 1) / GROUP;
    GRand *rand = g_rand_new_with_seed (3);
    network->cluster = g_new (guint32, MAX (n, 1));
    network->key = g_new (guint64, MAX (n, 1));
    network->x = g_new (double, 2 * MAX ((gsize)n, 1));
    network->springs = g_array_new (FALSE, FALSE, sizeof (RhumbSpring));
    for (guint32 i = 0; i < n; i++) {
        network->cluster[i] = i / GROUP;
        network->key[i] = i;
        for (guint e = 0; n > 1 && e < 3; e++) {
            const guint32 inside = i / GROUP * GROUP + (guint32)g_rand_int_range (rand, 0, GROUP);
            const guint32 far = (guint32)g_rand_int_range (rand, 0, (gint32)n);
            const RhumbSpring link = {i, e == 0 && i % 5 == 0 ? far : MIN (inside, n - 1), 1.0};
            if (link.to != i)
                g_array_append_val (network->springs, link);
        }
    }
    g_rand_free (rand);
    network->loose = (RhumbLoose){.n_nodes = n,
                                  .spring = (RhumbSpring *)(void *)network->springs->data,
                                  .n_springs = network->springs->len,
                                  .cluster = network->cluster,
                                  .n_clusters = k,
                                  .key = network->key,
                                  .cluster_key = network->key,
                                  .aspect = 1.3,
                                  .seed = 1};
}

/* Both begin at the same places; the slower one sees every pair and has a line search. */
static void
descends_as_far_as_lbfgs (void)
{
    static const struct {
        RhumbPull pull;
        gboolean pushes_evenly;
    } energies[] = {{RHUMB_PULL_SPRING, FALSE},
                    {RHUMB_PULL_BETWEEN, FALSE},
                    {RHUMB_PULL_EVEN, FALSE},
                    {RHUMB_PULL_SPRING, TRUE}};
    const guint32 n = 420;
    for (guint k = 0; k < G_N_ELEMENTS (energies); k++) {
        g_auto (Network) network = {0};
        make (&network, n);
        double mass[420], row[420], x[840], y[840], unused[840];
        for (guint32 i = 0; i < n; i++)
            mass[i] = 1.0;
        RhumbEnergy energy = {.n_nodes = n,
                              .spring = network.loose.spring,
                              .n_springs = network.loose.n_springs,
                              .mass = mass,
                              .repulsion = 2.0 * (double)network.loose.n_springs / ((double)n * n),
                              .gravity = 0.09,
                              .aspect = 1.3,
                              .row_energy = row,
                              .pull = energies[k].pull,
                              .pushes_evenly = energies[k].pushes_evenly};
        for (guint32 i = 0; i < 2 * n; i++)
            x[i] = y[i] = 2 * sin (1.7 * i * i + 0.3);
        const double before = rhumb_energy (x, unused, 2 * n, &energy);
        rhumb_descend (&energy, x, 300);
        rhumb_minimise (rhumb_energy, &energy, y, 2 * n, 300, 1e-3);
        const double ours = rhumb_energy (x, unused, 2 * n, &energy);
        const double exact = rhumb_energy (y, unused, 2 * n, &energy);
        g_test_message ("from %g to %g, L-BFGS to %g", before, ours, exact);
        g_assert_cmpfloat (before - ours, >, 0.97 * (before - exact));
    }
}

/* Of the nearest nodes of each node, how many are of its cluster. */
static double
purity (const Network *network)
{
    guint32 n_pure = 0;
    const guint32 n = network->loose.n_nodes;
    for (guint32 i = 0; i < n; i++) {
        guint32 nearest = i == 0 ? 1 : 0;
        double least = INFINITY;
        for (guint32 j = 0; j < n; j++) {
            const double far = hypot (network->x[2 * i] - network->x[2 * j],
                                      network->x[2 * i + 1] - network->x[2 * j + 1]);
            if (j != i && far < least) {
                least = far;
                nearest = j;
            }
        }
        n_pure += network->cluster[nearest] == network->cluster[i];
    }
    return (double)n_pure / n;
}

static void
puts_clusters_together (void)
{
    for (guint32 n = 300; n <= 800; n += 500) {
        for (guint layout = 0; layout <= RHUMB_MAP_LAYOUT_UMAP; layout++) {
            g_auto (Network) network = {0};
            g_autoptr (GError) error = NULL;
            make (&network, n);
            g_assert_true (rhumb_relax (&network.loose, layout, network.x, &error));
            g_assert_no_error (error);
            const double share = purity (&network);
            g_test_message ("%s, %u nodes: %.2f", rhumb_map_layout_get_name (layout), n, share);
            g_assert_cmpfloat (share, >, layout == RHUMB_MAP_LAYOUT_ATLAS ? 0.9 : 0.1);
        }
    }
}

static void
takes_networks_without_links_and_without_nodes (void)
{
    for (guint layout = 0; layout <= RHUMB_MAP_LAYOUT_UMAP; layout++) {
        for (guint32 n = 0; n <= 1; n++) {
            g_auto (Network) network = {0};
            make (&network, n);
            g_assert_true (rhumb_relax (&network.loose, layout, network.x, NULL));
            g_assert_true (n == 0 || isfinite (network.x[0]));
        }
        g_auto (Network) network = {0};
        const guint32 n_alone = layout <= RHUMB_MAP_LAYOUT_VOS ? 800 : 100;
        make (&network, n_alone);
        network.loose.n_springs = 0;
        g_assert_true (rhumb_relax (&network.loose, layout, network.x, NULL));
        for (guint32 i = 0; i < 2 * n_alone; i++)
            g_assert_true (isfinite (network.x[i]));
    }
}

static void
leaves_out_links_without_weight_and_to_oneself (void)
{
    g_auto (Network) a = {0};
    g_auto (Network) b = {0};
    make (&a, 700);
    make (&b, 700);
    const RhumbSpring useless[] = {{5, 5, 1.0}, {5, 6, 0.0}, {5, 7, NAN}, {5, 8, -1.0}};
    g_array_append_vals (b.springs, useless, G_N_ELEMENTS (useless));
    b.loose.spring = (RhumbSpring *)(void *)b.springs->data;
    b.loose.n_springs = b.springs->len;
    g_assert_true (rhumb_relax (&a.loose, RHUMB_MAP_LAYOUT_ATLAS, a.x, NULL));
    g_assert_true (rhumb_relax (&b.loose, RHUMB_MAP_LAYOUT_ATLAS, b.x, NULL));
    g_assert_cmpint (memcmp (a.x, b.x, 1400 * sizeof *a.x), ==, 0);
}

static void
refuses_what_is_too_large (void)
{
    g_autoptr (GError) error = NULL;
    RhumbLoose loose = {.n_nodes = 200001};
    g_assert_false (rhumb_relax (&loose, RHUMB_MAP_LAYOUT_DRL, NULL, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT);
    g_clear_error (&error);
    g_auto (Network) network = {0};
    make (&network, 3001);
    g_assert_false (rhumb_relax (&network.loose, RHUMB_MAP_LAYOUT_KK, network.x, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT);
}

static void
has_the_same_bits_with_any_number_of_threads (void)
{
    g_autofree double *first = NULL;
    for (int threads = 1; threads <= 2; threads++) {
#ifdef _OPENMP
        omp_set_num_threads (threads);
#endif
        g_auto (Network) network = {0};
        make (&network, 4200);
        g_assert_true (rhumb_relax (&network.loose, RHUMB_MAP_LAYOUT_ATLAS, network.x, NULL));
        if (first == NULL)
            first = g_memdup2 (network.x, 8400 * sizeof *first);
        g_assert_cmpint (memcmp (first, network.x, 8400 * sizeof *first), ==, 0);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/relaxation/descends-as-far-as-lbfgs", descends_as_far_as_lbfgs);
    g_test_add_func ("/relaxation/puts-clusters-together", puts_clusters_together);
    g_test_add_func ("/relaxation/takes-networks-without-links-and-without-nodes",
                     takes_networks_without_links_and_without_nodes);
    g_test_add_func ("/relaxation/leaves-out-links-without-weight-and-to-oneself",
                     leaves_out_links_without_weight_and_to_oneself);
    g_test_add_func ("/relaxation/refuses-what-is-too-large", refuses_what_is_too_large);
    g_test_add_func ("/relaxation/has-the-same-bits-with-any-number-of-threads",
                     has_the_same_bits_with_any_number_of_threads);
    return g_test_run ();
}
