/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Candidates against all pairs of signatures, what is found against all pairs of sets.
 */
#include "analytics/similar/lsh.h"

#include <math.h>
#include <string.h>

#include "analytics/similar/overlap.h"
#include "graph/error.h"
#include "graph/text.h"
#include "graph/threads.h"
#include "tests/oracle.h"

#define N_SETS 150
#define N_ITEMS 300

/* Sets of up to 40 items from the surroundings of their numbers; one in ten is empty. */
static RhumbNetwork *
make_network (guint64 seed)
{
    g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint32 v = 0; v < N_SETS; v++) {
        const guint n = v % 10 == 0 ? 0 : 1 + oracle_random_below (40, seed, v);
        for (guint i = 0; i < n; i++) {
            const guint32 item = 2 * v + oracle_random_below (60, seed + 1, 100 * v + i);
            const guint32 feature = item % N_ITEMS;
            g_array_append_val (from, v);
            g_array_append_val (to, feature);
        }
    }
    return rhumb_network_new (RHUMB_NETWORK_TWO_MODE, N_SETS, N_ITEMS,
                              (guint32 *)(gpointer)from->data, (guint32 *)(gpointer)to->data, NULL,
                              from->len, NULL);
}

static guint64 *
make_keys (void)
{
    guint64 *key = g_new (guint64, N_ITEMS);
    for (guint32 f = 0; f < N_ITEMS; f++)
        key[f] = 1000 + f;
    return key;
}

static RhumbLsh *
make_index (const RhumbNetwork *network, const guint64 *key, const RhumbLshOptions *options)
{
    g_autoptr (GError) error = NULL;
    RhumbLsh *lsh = rhumb_lsh_new_of_network (network, key, options, &error);
    g_assert_no_error (error);
    return lsh;
}

/* Whole signatures of all rows. */
static guint32 *
sign_all (const RhumbNetwork *network, const guint64 *key, const RhumbLshOptions *o)
{
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    const guint n_hashes = o->n_hashes;
    guint32 *signature = g_new (guint32, (gsize)N_SETS * n_hashes);
    for (guint32 v = 0; v < N_SETS; v++) {
        guint64 item[N_ITEMS];
        gsize n = 0;
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++)
            item[n++] = rhumb_hash_mix (0, key[rows.node[i]]);
        rhumb_minhash_sign (item, n, o->seed, n_hashes, signature + (gsize)v * n_hashes);
    }
    return signature;
}

/* Whether two signatures agree in a band: those that share no hashes stand side by side, the others
 * lie one hash farther apart in each round. */
static gboolean
agree (const guint32 *a, const guint32 *b, const RhumbLshOptions *o)
{
    const gboolean are_apart = o->n_hashes >= o->n_bands * o->n_rows;
    for (guint band = 0; band < o->n_bands; band++) {
        guint place = are_apart ? band * o->n_rows : band % o->n_hashes;
        guint n_same = 0;
        for (guint row = 0; row < o->n_rows; row++) {
            n_same += a[place] == b[place];
            place = (place + (are_apart ? 1 : 1 + band / o->n_hashes)) % o->n_hashes;
        }
        if (n_same == o->n_rows)
            return TRUE;
    }
    return FALSE;
}

static double
estimate (const guint32 *a, const guint32 *b, guint n_kept)
{
    guint same = 0;
    for (guint k = 0; k < n_kept; k++)
        same += a[k] % 256 == b[k] % 256;
    const double share = (double)same / n_kept;
    return MAX ((share - 1 / 256.0) / (1 - 1 / 256.0), 0);
}

static void
candidates_agree_in_a_band (void)
{
    static const RhumbLshOptions OPTIONS[] = {{1, 1, 1, 1, 1},     {20, 20, 1, 20, 2},
                                              {100, 50, 2, 77, 3}, {126, 42, 3, 126, 4},
                                              {50, 75, 2, 50, 5},  {40, 70, 3, 33, 6}};
    for (guint o = 0; o < G_N_ELEMENTS (OPTIONS); o++) {
        const RhumbLshOptions *options = &OPTIONS[o];
        const gsize n_hashes = options->n_hashes;
        g_autoptr (RhumbNetwork) network = make_network (o);
        const RhumbRows rows = rhumb_network_get_out_rows (network);
        g_autofree guint64 *key = make_keys ();
        g_autofree guint32 *signature = sign_all (network, key, options);
        g_autoptr (RhumbLsh) lsh = make_index (network, key, options);
        for (guint32 v = 0; v < N_SETS; v++) {
            g_autoptr (GArray) list = rhumb_lsh_list_candidates (lsh, v, N_SETS);
            g_autoptr (GArray) few = rhumb_lsh_list_candidates (lsh, v, 3);
            g_autoptr (GArray) expected = rhumb_neighbours_new ();
            for (guint32 u = 0; u < N_SETS; u++) {
                const RhumbNeighbour item = {
                    u,
                    estimate (signature + v * n_hashes, signature + u * n_hashes, options->n_kept)};
                const gboolean empty =
                    rows.start[v] == rows.start[v + 1] || rows.start[u] == rows.start[u + 1];
                if (u != v && !empty &&
                    agree (signature + v * n_hashes, signature + u * n_hashes, options))
                    g_array_append_val (expected, item);
            }
            rhumb_neighbours_keep_best (expected, N_SETS);
            g_assert_cmpuint (list->len, ==, expected->len);
            g_assert_cmpuint (few->len, ==, MIN (expected->len, 3));
            for (guint i = 0; i < list->len; i++) {
                const RhumbNeighbour a = g_array_index (list, RhumbNeighbour, i);
                const RhumbNeighbour b = g_array_index (expected, RhumbNeighbour, i);
                g_assert_cmpuint (a.node, ==, b.node);
                g_assert_cmpfloat_with_epsilon (a.score, b.score, 1e-12);
                g_assert_true (i >= 3 || g_array_index (few, RhumbNeighbour, i).node == a.node);
            }
        }
    }
}

/* As many of all pairs become candidates as the formula says, and estimates err as it says; what is
 * found among candidates is what comparing all finds, where it is a candidate. */
static void
recall_and_errors_are_those_of_the_formulas (void)
{
    static const RhumbLshOptions OPTIONS[] = {
        {64, 64, 1, 64, 1}, {300, 150, 2, 300, 1}, {300, 600, 2, 300, 1}};
    for (guint o = 0; o < G_N_ELEMENTS (OPTIONS); o++) {
        const RhumbLshOptions *options = &OPTIONS[o];
        double n_expected = 0;
        double n_found = 0;
        double error = 0;
        double variance = 0;
        for (guint64 seed = 0; seed < 3; seed++) {
            g_autoptr (RhumbNetwork) network = make_network (seed);
            g_autofree guint64 *key = make_keys ();
            RhumbLshOptions seeded = *options;
            seeded.seed = seed;
            g_autoptr (RhumbLsh) lsh = make_index (network, key, &seeded);
            g_autoptr (RhumbOverlap) overlap =
                rhumb_overlap_new (network, N_SETS, RHUMB_OVERLAP_JACCARD, NULL);
            for (guint32 v = 0; v < N_SETS; v++) {
                g_autoptr (GArray) all = rhumb_overlap_list_alike (overlap, v, N_SETS, NULL);
                g_autoptr (GArray) list = rhumb_lsh_list_candidates (lsh, v, N_SETS);
                g_autoptr (GArray) found = rhumb_overlap_list_among (overlap, v, list, N_SETS);
                g_assert_cmpuint (found->len, ==, list->len);
                n_found += found->len;
                for (guint i = 0; i < all->len; i++) {
                    const RhumbNeighbour item = g_array_index (all, RhumbNeighbour, i);
                    const double off = rhumb_lsh_estimate (lsh, v, item.node) - item.score;
                    const double by_chance = item.score + (1 - item.score) / 256;
                    n_expected += 1 - pow (1 - pow (item.score, options->n_rows), options->n_bands);
                    error += off * off;
                    variance += by_chance * (1 - by_chance) / options->n_kept;
                }
            }
        }
        g_assert_cmpfloat_with_epsilon (n_found / n_expected, 1, 0.03);
        g_assert_cmpfloat (sqrt (error / variance), <=, 1.05);
        g_assert_cmpfloat (sqrt (error / variance), >=, 0.95);
    }
}

/* Papers and features numbered anew: the same candidates, by their new numbers; more threads: the
 * same bytes. */
static void
neither_numbers_nor_threads_matter (void)
{
    static const RhumbLshOptions OPTIONS = {110, 160, 2, 100, 5};
    g_autoptr (RhumbNetwork) network = make_network (3);
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    g_autofree guint64 *key = make_keys ();
    g_autofree guint32 *order = oracle_random_order (N_SETS, 1);
    g_autofree guint32 *feature_order = oracle_random_order (N_ITEMS, 2);
    g_autofree guint64 *moved_key = g_new (guint64, N_ITEMS);
    g_autofree guint32 *from = g_new (guint32, rows.start[N_SETS]);
    g_autofree guint32 *to = g_new (guint32, rows.start[N_SETS]);
    for (guint32 f = 0; f < N_ITEMS; f++)
        moved_key[feature_order[f]] = key[f];
    for (guint32 v = 0; v < N_SETS; v++) {
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
            from[i] = order[v];
            to[i] = feature_order[rows.node[i]];
        }
    }
    g_autoptr (RhumbNetwork) moved = rhumb_network_new (RHUMB_NETWORK_TWO_MODE, N_SETS, N_ITEMS,
                                                        from, to, NULL, rows.start[N_SETS], NULL);
    const guint n_threads = rhumb_get_n_threads ();
    rhumb_set_n_threads (1);
    g_autoptr (RhumbLsh) lsh = make_index (network, key, &OPTIONS);
    rhumb_set_n_threads (3);
    g_autoptr (RhumbLsh) same = make_index (network, key, &OPTIONS);
    g_autoptr (RhumbLsh) of_moved = make_index (moved, moved_key, &OPTIONS);
    rhumb_set_n_threads (n_threads);
    g_assert_cmpuint (rhumb_lsh_hash (lsh), ==, rhumb_lsh_hash (same));
    g_assert_cmpuint (rhumb_lsh_get_n_bytes (lsh), ==, rhumb_lsh_get_n_bytes (same));
    for (guint32 v = 0; v < N_SETS; v++) {
        g_autoptr (GArray) a = rhumb_lsh_list_candidates (lsh, v, N_SETS);
        g_autoptr (GArray) b = rhumb_lsh_list_candidates (of_moved, order[v], N_SETS);
        g_assert_cmpuint (a->len, ==, b->len);
        for (guint i = 0; i < a->len; i++)
            g_array_index (a, RhumbNeighbour, i).node =
                order[g_array_index (a, RhumbNeighbour, i).node];
        rhumb_neighbours_keep_best (a, N_SETS);
        for (guint i = 0; i < a->len; i++) {
            const RhumbNeighbour of_a = g_array_index (a, RhumbNeighbour, i);
            const RhumbNeighbour of_b = g_array_index (b, RhumbNeighbour, i);
            g_assert_cmpuint (of_a.node, ==, of_b.node);
            g_assert_cmpfloat (of_a.score, ==, of_b.score);
        }
    }
}

/* All sets are the same but for the last two, which share a second item: their bucket is small and
 * looked into first, and of the large ones no more than 65,536 members are. */
static void
large_buckets_are_looked_into_last (void)
{
    enum { N = 70000 };
    static const RhumbLshOptions OPTIONS = {16, 16, 1, 16, 1};
    g_autofree gsize *start = g_new (gsize, N + 1);
    g_autofree guint64 *item = g_new (guint64, N + 2);
    for (gsize v = 0; v < N; v++) {
        start[v] = MIN (v, N - 2) + (v >= N - 2 ? 2 * (v - (N - 2)) : 0);
        item[v] = rhumb_hash_mix (1, 1);
    }
    start[N] = N + 2;
    for (gsize i = N - 2; i < N + 2; i++)
        item[i] = rhumb_hash_mix (1, 1 + i % 2);
    const RhumbSets sets = {N, start, item};
    g_autoptr (RhumbLsh) lsh = rhumb_lsh_new (&sets, &OPTIONS, NULL);
    g_autoptr (GArray) of_first = rhumb_lsh_list_candidates (lsh, 0, N);
    g_autoptr (GArray) of_last = rhumb_lsh_list_candidates (lsh, N - 1, N);
    g_assert_cmpuint (of_first->len, ==, 65535);
    g_assert_cmpuint (of_last->len, <=, 65536);
    g_assert_cmpuint (g_array_index (of_last, RhumbNeighbour, 0).node, ==, N - 2);
    g_assert_cmpfloat (g_array_index (of_last, RhumbNeighbour, 0).score, ==, 1);
}

static void
empty_sets_have_no_candidates (void)
{
    const gsize start[] = {0, 0, 0};
    const RhumbSets sets = {2, start, NULL};
    const RhumbSets none = {0, start, NULL};
    g_autoptr (RhumbLsh) lsh = rhumb_lsh_new (&sets, NULL, NULL);
    g_autoptr (RhumbLsh) of_none = rhumb_lsh_new (&none, NULL, NULL);
    g_autoptr (RhumbLsh) again = rhumb_lsh_ref (lsh);
    g_autoptr (GArray) list = rhumb_lsh_list_candidates (again, 0, 5);
    g_assert_cmpuint (list->len, ==, 0);
    g_assert_nonnull (of_none);
}

static void
hashes_out_of_range_are_refused (void)
{
    static const RhumbLshOptions OPTIONS[] = {
        {1, 0, 1, 1, 1},     {1, 1, 0, 1, 1},    {0, 1, 1, 1, 1},
        {20, 10, 2, 0, 1},   {20, 10, 2, 21, 1}, {10001, 1, 1, 1, 1},
        {9, 10001, 2, 1, 1}, {10, 11, 1, 1, 1},  {10, 41, 2, 1, 1}};
    const gsize start[] = {0};
    const RhumbSets none = {0, start, NULL};
    for (guint i = 0; i < G_N_ELEMENTS (OPTIONS); i++) {
        g_autoptr (GError) error = NULL;
        g_assert_null (rhumb_lsh_new (&none, &OPTIONS[i], &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/lsh/candidates-agree-in-a-band", candidates_agree_in_a_band);
    g_test_add_func ("/lsh/recall-and-errors-are-those-of-the-formulas",
                     recall_and_errors_are_those_of_the_formulas);
    g_test_add_func ("/lsh/neither-numbers-nor-threads-matter", neither_numbers_nor_threads_matter);
    g_test_add_func ("/lsh/large-buckets-are-looked-into-last", large_buckets_are_looked_into_last);
    g_test_add_func ("/lsh/empty-sets-have-no-candidates", empty_sets_have_no_candidates);
    g_test_add_func ("/lsh/hashes-out-of-range-are-refused", hashes_out_of_range_are_refused);
    return g_test_run ();
}
