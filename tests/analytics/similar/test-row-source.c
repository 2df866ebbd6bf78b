/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Walks and comparisons on an index against those on the network that it was packed from.
 */
#include "analytics/similar/row-source.h"

#include <math.h>
#include <string.h>

#include "analytics/similar/likeness.h"
#include "analytics/similar/overlap.h"
#include "analytics/similar/push.h"
#include "tests/graph/fixture.h"
#include "tests/oracle.h"

#define N 120
#define WORDS_TIMES 4.0

/* Papers with concepts, words and citations at random. */
static RhumbGraph *
make_graph (void)
{
    static const char *const WORDS[] = {"harbour", "compass", "lantern", "tiller", "anchor",
                                        "cordage", "rigging", "ballast", "keel",   "rudder"};
    g_autoptr (GPtrArray) pool = g_ptr_array_new_with_free_func (g_free);
    FixtureRecord records[N] = {{0}};
    FixtureLink links[2 * N];
    for (guint v = 0; v < N; v++) {
        g_autoptr (GString) title = g_string_new (NULL);
        g_autoptr (GString) references = g_string_new (NULL);
        for (guint k = 0; k < 4; k++)
            g_string_append_printf (title, "%s ", WORDS[oracle_random_below (10, v, k)]);
        g_string_append_printf (title, "number%u", v);
        for (guint k = 0; v > 0 && k < 3; k++)
            g_string_append_printf (references, "%sp%u", k > 0 ? "|" : "",
                                    oracle_random_below (v, v, 10 + k));
        records[v].id = g_strdup_printf ("p%u", v);
        records[v].title = g_strdup (title->str);
        records[v].references = g_strdup (references->str);
        records[v].year = 1990 + (int)(v / 10);
        g_ptr_array_add (pool, (char *)records[v].id);
        g_ptr_array_add (pool, (char *)records[v].title);
        g_ptr_array_add (pool, (char *)records[v].references);
        for (guint k = 0; k < 2; k++)
            links[2 * v + k] =
                (FixtureLink){records[v].id, WORDS[oracle_random_below (6, v, 20 + k) + k * 2],
                              0.25 + oracle_random (v, 30 + k) / 2};
    }
    return fixture_graph (records, N, links, 2 * N);
}

static RhumbLinkIndex *
pack (const RhumbGraph *graph, const RhumbLikeness *likeness)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes =
        rhumb_link_index_pack (graph, likeness->network, likeness->n_known + likeness->n_years,
                               likeness->names, WORDS_TIMES, NULL, 7, &error);
    g_assert_no_error (error);
    RhumbLinkIndex *index = rhumb_link_index_new (bytes, "test.index", &error);
    g_assert_no_error (error);
    return index;
}

static void
assert_near (GArray *found, GArray *expected)
{
    g_assert_cmpuint (found->len, ==, expected->len);
    for (guint i = 0; i < found->len; i++) {
        const RhumbNeighbour a = g_array_index (found, RhumbNeighbour, i);
        const RhumbNeighbour b = g_array_index (expected, RhumbNeighbour, i);
        g_assert_cmpfloat_with_epsilon (a.score, b.score, 1e-3 * b.score);
    }
}

static void
walks_on_an_index_are_those_on_its_network (void)
{
    g_autoptr (RhumbGraph) graph = make_graph ();
    g_autoptr (RhumbLikeness) likeness = rhumb_likeness_new (graph, NULL, NULL);
    g_autoptr (RhumbLinkIndex) index = pack (graph, likeness);
    g_autoptr (RhumbWalker) packed = rhumb_walker_new_of_index (index);
    g_autoptr (RhumbWalker) plain = rhumb_walker_new (likeness->network, NULL);
    for (guint32 v = 0; v < N; v += 7) {
        const guint32 seed[] = {v, (v + 5) % N};
        g_assert_true (rhumb_walker_start (packed, seed, NULL, 2, NULL, NULL));
        g_assert_true (rhumb_walker_start (plain, seed, NULL, 2, NULL, NULL));
        g_autoptr (GArray) a = rhumb_walker_list_best (packed, 0, N, 20);
        g_autoptr (GArray) b = rhumb_walker_list_best (plain, 0, N, 20);
        assert_near (a, b);
        const guint32 best = g_array_index (a, RhumbNeighbour, 0).node;
        g_autoptr (GArray) carriers = rhumb_walker_list_carriers (packed, best, 5);
        g_autoptr (GArray) expected = rhumb_walker_list_carriers (plain, best, 5);
        assert_near (carriers, expected);
    }
    g_assert_true (rhumb_link_index_check (index, NULL));
}

static void
comparisons_on_an_index_count_words_more (void)
{
    RhumbLikenessOptions options = RHUMB_LIKENESS_DEFAULTS;
    g_autoptr (RhumbGraph) graph = make_graph ();
    g_autoptr (RhumbLikeness) likeness = rhumb_likeness_new (graph, &options, NULL);
    options.words *= WORDS_TIMES;
    g_autoptr (RhumbLikeness) wordy = rhumb_likeness_new (graph, &options, NULL);
    g_autoptr (RhumbLinkIndex) index = pack (graph, likeness);
    g_autoptr (RhumbOverlap) packed = rhumb_overlap_new_of_index (index);
    g_autoptr (RhumbOverlap) plain =
        rhumb_overlap_new (wordy->network, N, RHUMB_OVERLAP_COSINE, NULL);
    for (guint32 v = 0; v < N; v += 5) {
        g_autoptr (GArray) a = rhumb_overlap_list_alike (packed, v, 20, NULL);
        g_autoptr (GArray) b = rhumb_overlap_list_alike (plain, v, 20, NULL);
        assert_near (a, b);
        g_autoptr (GArray) shared =
            rhumb_overlap_list_shared (packed, v, g_array_index (a, RhumbNeighbour, 0).node, 9);
        g_autoptr (GArray) expected =
            rhumb_overlap_list_shared (plain, v, g_array_index (a, RhumbNeighbour, 0).node, 9);
        assert_near (shared, expected);
    }
    g_assert_true (rhumb_link_index_check (index, NULL));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/row-source/walks-on-an-index-are-those-on-its-network",
                     walks_on_an_index_are_those_on_its_network);
    g_test_add_func ("/row-source/comparisons-on-an-index-count-words-more",
                     comparisons_on_an_index_count_words_more);
    return g_test_run ();
}
