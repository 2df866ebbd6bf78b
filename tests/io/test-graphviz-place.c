/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "io/graphviz-place.h"

#include <math.h>
#include <string.h>

#include "graph/text.h"

#define MOST 64

static const RhumbPlacer *
find (const char *name)
{
    for (guint i = 0; i < rhumb_graphviz_get_n_placers (); i++) {
        if (g_str_equal (rhumb_graphviz_get_placer (i)->name, name))
            return rhumb_graphviz_get_placer (i);
    }
    g_assert_not_reached ();
}

static void
place (const RhumbPlacer *placer, const RhumbNetwork *network, guint64 seed, double *x)
{
    g_autoptr (GError) error = NULL;
    memset (x, 0xff, 2 * MOST * sizeof *x); /* not a number */
    const gboolean is_placed = placer->place (network, seed, x, placer->data, &error);
    g_assert_no_error (error);
    g_assert_true (is_placed);
    for (guint32 k = 0; k < 2 * rhumb_network_get_n_from (network); k++)
        g_assert_true (isfinite (x[k]));
}

static double
far_between (const double *x, guint32 i, guint32 k)
{
    return hypot (x[2 * i] - x[2 * k], x[2 * i + 1] - x[2 * k + 1]);
}

/* Two rings of sixteen that one edge joins. */
static RhumbNetwork *
make_rings (void)
{
    guint32 from[33];
    guint32 to[33];
    for (guint32 i = 0; i < 32; i++) {
        from[i] = i;
        to[i] = i / 16 * 16 + (i + 1) % 16;
    }
    from[32] = 3;
    to[32] = 20;
    return rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 32, 32, from, to, NULL, 33, NULL);
}

static void
linked_nodes_lie_nearer_than_others (void)
{
    g_autoptr (RhumbNetwork) rings = make_rings ();
    for (guint k = 0; k < rhumb_graphviz_get_n_placers (); k++) {
        double x[2 * MOST];
        double step = 0.0;
        double all = 0.0;
        place (rhumb_graphviz_get_placer (k), rings, 1, x);
        for (guint32 i = 0; i < 32; i++) {
            step += far_between (x, i, i / 16 * 16 + (i + 1) % 16) / 32;
            for (guint32 j = 0; j < i; j++) {
                g_assert_cmpfloat (far_between (x, i, j), >, 1e-3);
                all += far_between (x, i, j) / (32 * 31 / 2);
            }
        }
        g_assert_cmpfloat (step, <, all / 2);
    }
}

/* The stress of three nodes in a row is 0 where their distances are the lengths, 1 / weight. */
static void
what_weighs_more_is_nearer (void)
{
    static const guint32 from[] = {0, 1};
    static const guint32 to[] = {1, 2};
    static const double weight[] = {6.0, 2.0};
    g_autoptr (RhumbNetwork) row =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 3, 3, from, to, weight, 2, NULL);
    double x[2 * MOST];
    place (find ("neato"), row, 1, x);
    g_assert_cmpfloat_with_epsilon (far_between (x, 1, 2) / far_between (x, 0, 1), 3.0, 0.05);
    place (find ("sfdp"), row, 1, x);
    g_assert_cmpfloat (far_between (x, 1, 2), >, far_between (x, 0, 1));
}

/* Sixty nodes with four links each, of any weight. */
static RhumbNetwork *
make_tangle (void)
{
    guint32 from[240];
    guint32 to[240];
    double weight[240];
    for (guint32 i = 0; i < 240; i++) {
        const guint64 random = rhumb_hash_mix (1, i);
        from[i] = i / 4;
        to[i] = (from[i] + 1 + (guint32)(random % 59)) % 60;
        weight[i] = 0.1 + (double)(random >> 11) * 0x1p-53;
    }
    return rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 60, 60, from, to, weight, 240, NULL);
}

/* Also where memory is not as it was: what lies between the two is freed at random. */
static void
the_same_seed_gives_the_same_places (void)
{
    g_autoptr (RhumbNetwork) tangle = make_tangle ();
    g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_free);
    for (guint k = 0; k < rhumb_graphviz_get_n_placers (); k++) {
        const RhumbPlacer *placer = rhumb_graphviz_get_placer (k);
        double a[2 * MOST];
        double b[2 * MOST];
        place (placer, tangle, 5, a);
        place (placer, tangle, 6, b);
        const gboolean has_chance = memcmp (a, b, 120 * sizeof *a) != 0;
        for (guint i = 0; i < 500; i++)
            g_ptr_array_add (blocks, g_malloc (16 + rhumb_hash_mix (k, i) % 500));
        for (guint i = 0; i < 250; i++)
            g_ptr_array_remove_index_fast (blocks, (guint)(rhumb_hash_mix (i, k) % blocks->len));
        place (placer, tangle, 5, b);
        g_assert_cmpmem (a, 120 * sizeof *a, b, 120 * sizeof *b);
        if (g_str_equal (placer->name, "sfdp") || g_str_equal (placer->name, "neato"))
            g_assert_true (has_chance);
    }
}

/* No links; weights a billion times as large as others. */
static void
odd_networks_are_placed (void)
{
    static const guint32 from[] = {0, 1, 2};
    static const guint32 to[] = {1, 2, 3};
    static const double weight[] = {1e-200, 1.0, 1e200};
    g_autoptr (RhumbNetwork) bare =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 4, 4, from, to, NULL, 0, NULL);
    g_autoptr (RhumbNetwork) alone =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 1, 1, from, to, NULL, 0, NULL);
    g_autoptr (RhumbNetwork) uneven =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 4, 4, from, to, weight, 3, NULL);
    for (guint k = 0; k < rhumb_graphviz_get_n_placers (); k++) {
        double x[2 * MOST];
        place (rhumb_graphviz_get_placer (k), bare, 1, x);
        place (rhumb_graphviz_get_placer (k), alone, 1, x);
        place (rhumb_graphviz_get_placer (k), uneven, 1, x);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/graphviz-place/linked-nodes-lie-nearer-than-others",
                     linked_nodes_lie_nearer_than_others);
    g_test_add_func ("/graphviz-place/what-weighs-more-is-nearer", what_weighs_more_is_nearer);
    g_test_add_func ("/graphviz-place/the-same-seed-gives-the-same-places",
                     the_same_seed_gives_the_same_places);
    g_test_add_func ("/graphviz-place/odd-networks-are-placed", odd_networks_are_placed);
    return g_test_run ();
}
