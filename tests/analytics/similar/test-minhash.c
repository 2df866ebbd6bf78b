/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Signatures against their formula, near pairs against all pairs.
 */
#include "analytics/similar/minhash.h"

#include <math.h>

#include "graph/text.h"
#include "tests/oracle.h"

/* Two sets of 200 with @n_common common items. */
static void
make_pair (guint64 seed, guint n_common, guint64 *a, guint64 *b)
{
    for (guint i = 0; i < 200; i++) {
        a[i] = rhumb_hash_mix (seed, i);
        b[i] = i < n_common ? a[i] : rhumb_hash_mix (seed, 1000 + i);
    }
}

/* By the definition, one by one. */
static void
signatures_are_the_smallest_hashes (void)
{
    static const guint N_HASHES[] = {1, 3, 4, 33, 70};
    static const guint N_ITEMS[] = {0, 1, 5, 200};
    guint64 item[200];
    for (guint i = 0; i < 200; i++)
        item[i] = i == 0 ? G_MAXUINT64 : rhumb_hash_mix (9, i) >> (i % 40);
    for (guint h = 0; h < G_N_ELEMENTS (N_HASHES); h++) {
        for (guint n = 0; n < G_N_ELEMENTS (N_ITEMS); n++) {
            guint32 signature[71] = {0};
            rhumb_minhash_sign (item, N_ITEMS[n], 3, N_HASHES[h], signature);
            g_assert_cmpuint (signature[N_HASHES[h]], ==, 0);
            for (guint k = 0; k < N_HASHES[h]; k++) {
                const guint64 a = rhumb_hash_mix (3, 2 * (guint64)k) | 1;
                const guint64 b = rhumb_hash_mix (3, 2 * (guint64)k + 1);
                guint64 least = G_MAXUINT32;
                for (guint i = 0; i < N_ITEMS[n]; i++)
                    least = MIN (least, (a * item[i] + b) >> 32);
                g_assert_cmpuint (signature[k], ==, least);
            }
        }
    }
}

static void
estimates_err_as_the_formula_says (void)
{
    static const guint COMMON[] = {20, 67, 120, 180};
    for (guint c = 0; c < G_N_ELEMENTS (COMMON); c++) {
        const double jaccard = COMMON[c] / (400.0 - COMMON[c]);
        double squares = 0;
        for (guint64 seed = 0; seed < 1000; seed++) {
            guint64 a[200];
            guint64 b[200];
            guint32 of_a[128];
            guint32 of_b[128];
            make_pair (seed, COMMON[c], a, b);
            rhumb_minhash_sign (a, 200, seed, 128, of_a);
            rhumb_minhash_sign (b, 200, seed, 128, of_b);
            const double error = rhumb_minhash_compare (of_a, of_b, 128) - jaccard;
            squares += error * error;
        }
        const double expected = sqrt (jaccard * (1 - jaccard) / 128);
        g_assert_cmpfloat (sqrt (squares / 1000), <=, 1.05 * expected);
        g_assert_cmpfloat (sqrt (squares / 1000), >=, 0.95 * expected);
    }
}

/* Sets in families of four, whose members share much or little. */
static void
near_pairs_are_those_of_all_pairs (void)
{
    guint n_found = 0;
    guint n_there = 0;
    for (guint64 seed = 0; seed < 10; seed++) {
        const guint32 n = 80;
        g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (guint64));
        gsize start[81] = {0};
        for (guint32 v = 0; v < n; v++) {
            for (guint i = 0; i < 60; i++) {
                const gboolean own = oracle_random (seed, 100 * v + i) < 0.02 * (v / 4);
                const guint64 item = 1000000ULL * i + (own ? 1000 + v : v / 4);
                g_array_append_val (items, item);
            }
            start[v + 1] = items->len;
        }
        const RhumbSets sets = {n, start, (const guint64 *)(gpointer)items->data};
        g_autoptr (GArray) near = rhumb_sets_find_near (&sets, 0.5, seed);
        for (guint32 a = 0; a < n; a++) {
            for (guint32 b = a + 1; b < n; b++)
                n_there += rhumb_sets_jaccard (&sets, a, b) >= 0.5;
        }
        for (guint i = 0; i < near->len; i++) {
            const RhumbNearPair pair = g_array_index (near, RhumbNearPair, i);
            guint common = 0;
            for (guint k = 0; k < 60; k++)
                common += sets.item[start[pair.a] + k] == sets.item[start[pair.b] + k];
            g_assert_cmpfloat (pair.jaccard, ==, common / (120.0 - common));
            g_assert_cmpfloat (pair.jaccard, >=, 0.5);
            g_assert_true (pair.a < pair.b);
        }
        n_found += near->len;
    }
    g_assert_cmpuint (n_there, >, 200);
    g_assert_cmpuint (n_found, <=, n_there);
    g_assert_cmpfloat (n_found, >=, 0.98 * n_there);
}

static void
empty_sets_are_near_none (void)
{
    const gsize start[] = {0, 0, 0};
    const RhumbSets sets = {2, start, NULL};
    const RhumbSets none = {0, start, NULL};
    g_autoptr (GArray) near = rhumb_sets_find_near (&sets, 0.1, 1);
    g_autoptr (GArray) nothing = rhumb_sets_find_near (&none, 0.1, 1);
    g_assert_cmpuint (near->len, ==, 0);
    g_assert_cmpuint (nothing->len, ==, 0);
    g_assert_cmpfloat (rhumb_sets_jaccard (&sets, 0, 1), ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/minhash/signatures-are-the-smallest-hashes",
                     signatures_are_the_smallest_hashes);
    g_test_add_func ("/minhash/estimates-err-as-the-formula-says",
                     estimates_err_as_the_formula_says);
    g_test_add_func ("/minhash/near-pairs-are-those-of-all-pairs",
                     near_pairs_are_those_of_all_pairs);
    g_test_add_func ("/minhash/empty-sets-are-near-none", empty_sets_are_near_none);
    return g_test_run ();
}
