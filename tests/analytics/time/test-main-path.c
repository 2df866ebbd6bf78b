/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Main paths, against all paths of small networks, one by one.
 */
#include "analytics/time/main-path.h"

#include <math.h>

#include "graph/error.h"
#include "tests/oracle.h"

#define MAX_NODES 12

/* All paths from first to last papers along cited → citing. */
typedef struct {
    guint32 n;
    gboolean arc[MAX_NODES][MAX_NODES]; /* [cited][citing] */
    guint32 path[MAX_NODES];
    guint n_paths;
    double use[MAX_NODES][MAX_NODES];
    guint longest_through[MAX_NODES][MAX_NODES];
    guint longest;
    double best_sum; /* second pass: of shares */
    gboolean second;
} Paths;

static void
end_path (Paths *paths, guint length)
{
    double sum = 0;
    for (guint i = 0; i < length; i++) {
        const guint32 u = paths->path[i];
        const guint32 v = paths->path[i + 1];
        if (paths->second) {
            sum += paths->use[u][v] / paths->n_paths;
            continue;
        }
        paths->use[u][v]++;
        paths->longest_through[u][v] = MAX (paths->longest_through[u][v], length);
    }
    paths->best_sum = MAX (paths->best_sum, sum);
    paths->longest = MAX (paths->longest, length);
    paths->n_paths += !paths->second;
}

static void
walk (Paths *paths, guint32 v, guint length)
{
    gboolean last = TRUE;
    paths->path[length] = v;
    for (guint32 u = 0; u < paths->n; u++) {
        if (!paths->arc[v][u])
            continue;
        last = FALSE;
        walk (paths, u, length + 1);
    }
    if (last && length > 0)
        end_path (paths, length);
}

static void
walk_all (Paths *paths)
{
    for (guint pass = 0; pass < 2; pass++) {
        paths->second = pass == 1;
        for (guint32 v = 0; v < paths->n; v++) {
            gboolean first = TRUE;
            for (guint32 u = 0; u < paths->n; u++)
                first = first && !paths->arc[u][v];
            if (first)
                walk (paths, v, 0);
        }
    }
}

/* A random network without cycles: papers cite papers with smaller numbers. */
static RhumbNetwork *
make_random (guint64 seed, Paths *paths)
{
    guint32 from[MAX_NODES * MAX_NODES];
    guint32 to[MAX_NODES * MAX_NODES];
    gsize n_edges = 0;
    *paths = (Paths){.n = 3 + oracle_random_below (MAX_NODES - 2, seed, 0)};
    const double share = 0.15 + 0.5 * oracle_random (seed, 1);
    for (guint32 v = 0; v < paths->n; v++) {
        for (guint32 u = 0; u < v; u++) {
            if (oracle_random (seed, 10 + v * MAX_NODES + u) > share)
                continue;
            from[n_edges] = v;
            to[n_edges++] = u;
            paths->arc[u][v] = TRUE;
        }
    }
    walk_all (paths);
    return rhumb_network_new (RHUMB_NETWORK_DIRECTED, paths->n, paths->n, from, to, NULL, n_edges,
                              NULL);
}

static RhumbNetwork *
find (const RhumbNetwork *cites, RhumbMainPathSearch search, guint n_routes, guint slack,
      RhumbMainPathCounts *counts)
{
    const RhumbMainPathOptions options = {search, n_routes, slack};
    RhumbNetwork *path = rhumb_find_main_path (cites, NULL, &options, counts, NULL);
    g_assert_nonnull (path);
    return path;
}

static gboolean
has_arc (const RhumbNetwork *path, guint32 u, guint32 v)
{
    return rhumb_network_get_weight (path, u, v) > 0;
}

/* With as many routes as arcs, every arc is there, with its share. */
static void
weights_are_shares_of_all_paths (void)
{
    for (guint64 seed = 0; seed < 200; seed++) {
        Paths paths;
        RhumbMainPathCounts counts;
        g_autoptr (RhumbNetwork) cites = make_random (seed, &paths);
        g_autoptr (RhumbNetwork) path =
            find (cites, RHUMB_MAIN_PATH_KEY_ROUTE, MAX_NODES * MAX_NODES, 0, &counts);
        g_assert_cmpuint (rhumb_network_get_n_edges (path), ==, rhumb_network_get_n_edges (cites));
        g_assert_cmpuint (counts.longest, ==, paths.longest);
        if (paths.n_paths > 0)
            g_assert_cmpfloat_with_epsilon (exp (counts.log_n_paths), paths.n_paths, 1e-6);
        for (guint32 u = 0; u < paths.n; u++) {
            for (guint32 v = 0; v < paths.n; v++)
                g_assert_cmpfloat_with_epsilon (
                    rhumb_network_get_weight (path, u, v),
                    paths.arc[u][v] ? paths.use[u][v] / paths.n_paths : 0, 1e-12);
        }
    }
}

static void
no_path_has_a_larger_sum_than_the_global_one (void)
{
    for (guint64 seed = 0; seed < 200; seed++) {
        Paths paths;
        g_autoptr (RhumbNetwork) cites = make_random (seed, &paths);
        g_autoptr (RhumbNetwork) path = find (cites, RHUMB_MAIN_PATH_GLOBAL, 1, 0, NULL);
        const RhumbRows rows = rhumb_network_get_out_rows (path);
        double sum = 0;
        for (gsize i = 0; i < rows.start[rows.n_rows]; i++)
            sum += rows.weight[i];
        g_assert_cmpfloat_with_epsilon (sum, paths.best_sum, 1e-9);
        /* One path: no paper is left twice. */
        for (guint32 v = 0; v < rows.n_rows; v++)
            g_assert_cmpuint (rows.start[v + 1] - rows.start[v], <=, 1);
    }
}

/* The search as one would do it on paper, with the counts of the enumeration. */
static void
local_search_always_takes_the_heaviest (void)
{
    for (guint64 seed = 0; seed < 200; seed++) {
        Paths paths;
        g_autoptr (RhumbNetwork) cites = make_random (seed, &paths);
        g_autoptr (RhumbNetwork) path = find (cites, RHUMB_MAIN_PATH_LOCAL, 1, 0, NULL);
        gboolean on_path[MAX_NODES] = {FALSE};
        double best = 0;
        for (guint32 v = 0; v < paths.n; v++) {
            gboolean first = TRUE;
            for (guint32 u = 0; u < paths.n; u++)
                first = first && !paths.arc[u][v];
            for (guint32 u = 0; first && u < paths.n; u++) {
                if (paths.use[v][u] > best)
                    memset (on_path, 0, sizeof on_path);
                best = MAX (best, paths.use[v][u]);
                if (paths.arc[v][u] && paths.use[v][u] == best)
                    on_path[v] = TRUE;
            }
        }
        for (guint32 v = 0; v < paths.n; v++) {
            double most = 0;
            for (guint32 u = 0; u < paths.n; u++)
                most = MAX (most, paths.use[v][u]);
            for (guint32 u = v + 1; u < paths.n; u++) {
                const gboolean taken = on_path[v] && paths.arc[v][u] && paths.use[v][u] == most;
                on_path[u] = on_path[u] || taken;
                g_assert_cmpint (has_arc (path, v, u), ==, taken);
            }
        }
    }
}

static void
longest_paths_are_all_there (void)
{
    for (guint64 seed = 0; seed < 200; seed++) {
        Paths paths;
        g_autoptr (RhumbNetwork) cites = make_random (seed, &paths);
        for (guint slack = 0; slack < 3; slack++) {
            g_autoptr (RhumbNetwork) path = find (cites, RHUMB_MAIN_PATH_LONGEST, 1, slack, NULL);
            for (guint32 u = 0; u < paths.n; u++) {
                for (guint32 v = 0; v < paths.n; v++) {
                    const guint length = paths.longest_through[u][v];
                    const gboolean kept = paths.arc[u][v] && length + slack >= paths.longest;
                    g_assert_cmpfloat (rhumb_network_get_weight (path, u, v), ==,
                                       kept ? length : 0);
                }
            }
        }
    }
}

/* 0 ← 1 ← 3, 0 ← 2 ← 3, 3 ← 4: two paths, the last arc on both. */
static void
a_key_route_reaches_both_ends (void)
{
    static const guint32 FROM[] = {1, 2, 3, 3, 4};
    static const guint32 TO[] = {0, 0, 1, 2, 3};
    g_autoptr (RhumbNetwork) cites =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, 5, 5, FROM, TO, NULL, 5, NULL);
    g_autoptr (RhumbNetwork) path = find (cites, RHUMB_MAIN_PATH_KEY_ROUTE, 1, 0, NULL);
    g_assert_cmpuint (rhumb_network_get_n_edges (path), ==, 5);
    g_assert_cmpfloat_with_epsilon (rhumb_network_get_weight (path, 3, 4), 1, 1e-12);
    g_assert_cmpfloat_with_epsilon (rhumb_network_get_weight (path, 0, 1), 0.5, 1e-12);
}

/* A ladder of 3000 diamonds has 2^3000 paths. */
static void
counts_larger_than_any_number_are_no_trouble (void)
{
    const guint32 n = 9001;
    g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint32 v = 0; v + 3 < n; v += 3) {
        const guint32 citing[] = {v + 1, v + 2, v + 3, v + 3};
        const guint32 cited[] = {v, v, v + 1, v + 2};
        g_array_append_vals (from, citing, 4);
        g_array_append_vals (to, cited, 4);
    }
    g_autoptr (RhumbNetwork) cites =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, n, n, (const guint32 *)(void *)from->data,
                           (const guint32 *)(void *)to->data, NULL, from->len, NULL);
    RhumbMainPathCounts counts;
    g_autoptr (RhumbNetwork) path = find (cites, RHUMB_MAIN_PATH_GLOBAL, 1, 0, &counts);
    g_assert_cmpfloat_with_epsilon (counts.log_n_paths, 3000 * log (2), 1e-6);
    g_assert_cmpuint (counts.longest, ==, 6000);
    g_assert_cmpuint (rhumb_network_get_n_edges (path), ==, 6000);
    g_assert_cmpfloat_with_epsilon (rhumb_network_get_weight (path, 0, 1), 0.5, 1e-9);
}

/* 0 ← 1, 1 ↔ 2 in one year, 2 ← 3; and 0 cites 3, against the date. */
static void
circles_count_once_and_are_crossed (void)
{
    static const guint32 FROM[] = {1, 1, 2, 3, 0};
    static const guint32 TO[] = {0, 2, 1, 2, 3};
    static const int YEAR[] = {1990, 1991, 1991, 1992};
    RhumbMainPathCounts counts;
    g_autoptr (RhumbNetwork) cites =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, 4, 4, FROM, TO, NULL, 5, NULL);
    const RhumbMainPathOptions options = {RHUMB_MAIN_PATH_GLOBAL, 1, 0};
    g_autoptr (RhumbNetwork) path = rhumb_find_main_path (cites, YEAR, &options, &counts, NULL);
    g_assert_cmpuint (counts.n_against_date, ==, 1);
    g_assert_cmpuint (counts.n_in_cycles, ==, 2);
    g_assert_cmpuint (counts.longest, ==, 2);
    g_assert_cmpuint (rhumb_network_get_n_edges (path), ==, 3);
    g_assert_true (has_arc (path, 0, 1) && has_arc (path, 1, 2) && has_arc (path, 2, 3));
    /* Without years all four are one circle and no path is left. */
    g_autoptr (RhumbNetwork) none = rhumb_find_main_path (cites, NULL, &options, &counts, NULL);
    g_assert_cmpuint (counts.n_in_cycles, ==, 4);
    g_assert_cmpuint (rhumb_network_get_n_edges (none), ==, 0);
}

static void
nothing_comes_of_nothing (void)
{
    static const guint32 SELF[] = {0};
    for (guint32 n = 0; n <= 1; n++) {
        g_autoptr (RhumbNetwork) cites =
            rhumb_network_new (RHUMB_NETWORK_DIRECTED, n, n, SELF, SELF, NULL, n, NULL);
        for (guint search = 0; search < 4; search++) {
            RhumbMainPathCounts counts;
            g_autoptr (RhumbNetwork) path =
                find (cites, (RhumbMainPathSearch)search, 3, 0, &counts);
            g_assert_cmpuint (rhumb_network_get_n_edges (path), ==, 0);
            g_assert_cmpuint (counts.longest, ==, 0);
        }
        const RhumbMainPathOptions options = {RHUMB_MAIN_PATH_KEY_ROUTE, 0, 0};
        g_autoptr (GError) error = NULL;
        g_assert_null (rhumb_find_main_path (cites, NULL, &options, NULL, &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/main-path/weights-are-shares-of-all-paths", weights_are_shares_of_all_paths);
    g_test_add_func ("/main-path/no-path-has-a-larger-sum-than-the-global-one",
                     no_path_has_a_larger_sum_than_the_global_one);
    g_test_add_func ("/main-path/local-search-always-takes-the-heaviest",
                     local_search_always_takes_the_heaviest);
    g_test_add_func ("/main-path/longest-paths-are-all-there", longest_paths_are_all_there);
    g_test_add_func ("/main-path/a-key-route-reaches-both-ends", a_key_route_reaches_both_ends);
    g_test_add_func ("/main-path/counts-larger-than-any-number-are-no-trouble",
                     counts_larger_than_any_number_are_no_trouble);
    g_test_add_func ("/main-path/circles-count-once-and-are-crossed",
                     circles_count_once_and_are_crossed);
    g_test_add_func ("/main-path/nothing-comes-of-nothing", nothing_comes_of_nothing);
    return g_test_run ();
}
