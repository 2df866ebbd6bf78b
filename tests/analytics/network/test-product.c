/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Links by what nodes share, against dense matrices, for every way of counting, normalising and
 * choosing, and the same bits for any number of threads.
 */
#include "analytics/network/product.h"

#include <math.h>
#include <string.h>

#ifdef _OPENMP
#include <omp.h>
#endif

#include "graph/error.h"
#include "tests/oracle.h"

/* What two nodes have in common through k, in full counting. */
static double
get_common (const OracleMatrix *nodes, guint32 v, guint32 u, guint32 k, gboolean weighted)
{
    const double a = oracle_matrix_get (nodes, v, k);
    const double b = oracle_matrix_get (nodes, u, k);
    if (weighted)
        return MIN (a, b);
    return a != 0 && b != 0 ? 1 : 0;
}

static guint
count_sharers (const OracleMatrix *nodes, guint32 k)
{
    guint n = 0;
    for (guint32 v = 0; v < nodes->n_rows; v++)
        n += oracle_matrix_get (nodes, v, k) != 0;
    return n;
}

static gboolean
is_hub (const OracleMatrix *nodes, guint32 k, guint cap)
{
    return cap > 0 && count_sharers (nodes, k) > cap;
}

static double
count_pair (const OracleMatrix *nodes, guint32 v, guint32 u, const RhumbProductOptions *options)
{
    double sum = 0;
    for (guint32 k = 0; k < nodes->n_columns; k++) {
        const guint n = count_sharers (nodes, k);
        if (n < 2 || is_hub (nodes, k, options->hub_cap))
            continue;
        const double share =
            options->counting == RHUMB_COUNTING_FRACTIONAL ? 1 / (double)(n - 1) : 1;
        sum += share * get_common (nodes, v, u, k, options->weighted);
    }
    return sum;
}

static double
get_occurrences (const OracleMatrix *nodes, guint32 v, const RhumbProductOptions *options)
{
    double sum = 0;
    for (guint32 k = 0; k < nodes->n_columns; k++) {
        const double weight = oracle_matrix_get (nodes, v, k);
        if (!is_hub (nodes, k, options->hub_cap))
            sum += options->weighted ? weight : weight != 0;
    }
    return sum;
}

static double
normalise (RhumbNormalisation how, double c, double a, double b, double total, guint32 n)
{
    switch (how) {
    case RHUMB_NORMALISATION_ASSOCIATION:
        return total * c / (a * b);
    case RHUMB_NORMALISATION_ASSOCIATION_OCCURRENCE:
        return c / (a * b);
    case RHUMB_NORMALISATION_JACCARD:
        return c / (a + b - c);
    case RHUMB_NORMALISATION_SALTON:
        return c / sqrt (a * b);
    case RHUMB_NORMALISATION_INCLUSION:
        return c / MIN (a, b);
    case RHUMB_NORMALISATION_EQUIVALENCE:
        return c * c / (a * b);
    case RHUMB_NORMALISATION_FRACTIONALISATION:
        return c * (n / a + n / b) / 2;
    case RHUMB_NORMALISATION_NONE:
    case RHUMB_N_NORMALISATIONS:
    default:
        return c;
    }
}

/* All links with their weights, nothing left out. */
static OracleMatrix *
link_all (const OracleMatrix *nodes, const RhumbProductOptions *options)
{
    const guint32 n = nodes->n_rows;
    const gboolean by_occurrence = rhumb_normalisation_needs_occurrences (options->normalisation);
    OracleMatrix *links = oracle_matrix_new (n, n);
    g_autofree double *size = g_new0 (double, n);
    double total = 0;
    for (guint32 v = 0; v < n; v++) {
        for (guint32 u = 0; u < n; u++) {
            if (u != v)
                oracle_matrix_set (links, v, u, count_pair (nodes, v, u, options));
            size[v] += oracle_matrix_get (links, v, u);
        }
        total += size[v];
        if (by_occurrence)
            size[v] = get_occurrences (nodes, v, options);
    }
    for (guint32 v = 0; v < n; v++)
        for (guint32 u = 0; u < n; u++) {
            const double c = oracle_matrix_get (links, v, u);
            if (c != 0)
                oracle_matrix_set (
                    links, v, u, normalise (options->normalisation, c, size[v], size[u], total, n));
        }
    return links;
}

/* How many links of @v are before that to @u. Weights nearer than rounding would make the order a
 * matter of luck; the tests use counts where it matters. */
static guint
rank_of (const OracleMatrix *links, guint32 v, guint32 u)
{
    const double own = oracle_matrix_get (links, v, u);
    guint rank = 0;
    for (guint32 w = 0; w < links->n_columns; w++) {
        const double other = oracle_matrix_get (links, v, w);
        rank += w != u && (other > own || (other == own && w < u));
    }
    return rank;
}

static OracleMatrix *
choose (const OracleMatrix *links, const RhumbProductOptions *options)
{
    OracleMatrix *kept = oracle_matrix_new (links->n_rows, links->n_rows);
    const guint top = options->top_links > 0 ? options->top_links : links->n_rows;
    for (guint32 v = 0; v < links->n_rows; v++)
        for (guint32 u = 0; u < links->n_rows; u++) {
            const double weight = oracle_matrix_get (links, v, u);
            if (weight >= options->min_weight &&
                (rank_of (links, v, u) < top || rank_of (links, u, v) < top))
                oracle_matrix_set (kept, v, u, weight);
        }
    return kept;
}

static OracleEdges *
make_edges (guint64 seed, gboolean weighted)
{
    OracleEdges *edges =
        oracle_edges_new (RHUMB_NETWORK_TWO_MODE, 1 + oracle_random_below (25, seed, 900),
                          1 + oracle_random_below (20, seed, 901),
                          oracle_random_below (150, seed, 902), weighted, seed);
    for (gsize e = 0; weighted && e < edges->n_edges; e++)
        edges->weight[e] = 1 + oracle_random_below (3, seed, 5000 + e);
    return edges;
}

static void
assert_product (const OracleEdges *edges, const RhumbProductOptions *options)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
    g_autoptr (OracleMatrix) dense = oracle_edges_to_matrix (edges);
    g_autoptr (OracleMatrix) turned = oracle_transpose (dense);
    for (guint end = 0; end < 2; end++) {
        g_autoptr (OracleMatrix) links = link_all (end == 0 ? dense : turned, options);
        g_autoptr (OracleMatrix) expected = choose (links, options);
        g_autoptr (RhumbNetwork) found = rhumb_link_by_shared (
            network, end == 0 ? RHUMB_END_FROM : RHUMB_END_TO, options, NULL, &error);
        g_assert_no_error (error);
        oracle_assert_rows (rhumb_network_get_out_rows (found), expected, 1e-9);
    }
}

static void
all_measures_match_dense_matrices (void)
{
    for (guint64 seed = 0; seed < 160; seed++) {
        RhumbProductOptions options = RHUMB_PRODUCT_DEFAULTS;
        options.normalisation = (RhumbNormalisation)(seed % RHUMB_N_NORMALISATIONS);
        options.counting = seed / 8 % 2 == 0 ? RHUMB_COUNTING_FULL : RHUMB_COUNTING_FRACTIONAL;
        options.weighted = seed / 16 % 2 == 1;
        options.hub_cap = seed % 3 == 0 ? 4 : 0;
        g_autoptr (OracleEdges) edges = make_edges (seed, options.weighted);
        assert_product (edges, &options);
    }
}

static void
chosen_links_match_dense_matrices (void)
{
    for (guint64 seed = 0; seed < 100; seed++) {
        RhumbProductOptions options = RHUMB_PRODUCT_DEFAULTS;
        options.top_links = 1 + (guint)(seed % 6);
        options.min_weight = (double)(seed % 4);
        options.hub_cap = seed % 5 == 0 ? 3 : 0;
        g_autoptr (OracleEdges) edges = make_edges (seed, FALSE);
        assert_product (edges, &options);
    }
}

/* Rows long enough for the dense array and for sorting by digits, at both kinds of choice. */
static void
long_rows_match_dense_matrices (void)
{
    for (guint top = 0; top <= 100; top += 100) {
        RhumbProductOptions options = RHUMB_PRODUCT_DEFAULTS;
        options.top_links = top;
        g_autoptr (OracleEdges) edges =
            oracle_edges_new (RHUMB_NETWORK_TWO_MODE, 300, 40, 4000, FALSE, 7);
        g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
        g_autoptr (OracleMatrix) dense = oracle_edges_to_matrix (edges);
        g_autoptr (OracleMatrix) links = oracle_matrix_new (300, 300);
        for (guint32 k = 0; k < 40; k++)
            for (guint32 v = 0; v < 300; v++)
                for (guint32 u = 0; oracle_matrix_get (dense, v, k) != 0 && u < 300; u++)
                    if (u != v && oracle_matrix_get (dense, u, k) != 0)
                        oracle_matrix_set (links, v, u, oracle_matrix_get (links, v, u) + 1);
        g_autoptr (OracleMatrix) expected = choose (links, &options);
        g_autoptr (RhumbNetwork) found =
            rhumb_link_by_shared (network, RHUMB_END_FROM, &options, NULL, NULL);
        oracle_assert_rows (rhumb_network_get_out_rows (found), expected, 0);
    }
}

static void
use_threads (int n)
{
#ifdef _OPENMP
    omp_set_num_threads (n);
#else
    (void)n;
#endif
}

static void
threads_change_no_bit (void)
{
    g_autoptr (OracleEdges) edges =
        oracle_edges_new (RHUMB_NETWORK_TWO_MODE, 3000, 800, 20000, FALSE, 3);
    g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
    for (guint top = 0; top <= 10; top += 10) {
        RhumbProductOptions options = RHUMB_PRODUCT_DEFAULTS;
        options.counting = RHUMB_COUNTING_FRACTIONAL;
        options.normalisation = RHUMB_NORMALISATION_ASSOCIATION;
        options.top_links = top;
        use_threads (1);
        g_autoptr (RhumbNetwork) one =
            rhumb_link_by_shared (network, RHUMB_END_FROM, &options, NULL, NULL);
        use_threads (4);
        g_autoptr (RhumbNetwork) four =
            rhumb_link_by_shared (network, RHUMB_END_FROM, &options, NULL, NULL);
        oracle_assert_same_network (one, four);
    }
}

/* 4,000,000 leaves on one hub would be 1.6 · 10^13 pairs. */
static void
a_hub_is_an_error_that_says_what_to_do (void)
{
    const guint32 n = 4000000;
    g_autoptr (GError) error = NULL;
    g_autofree guint32 *leaf = g_new (guint32, n);
    g_autofree guint32 *hub = g_new0 (guint32, n);
    for (guint32 v = 0; v < n; v++)
        leaf[v] = v;
    g_autoptr (RhumbNetwork) star =
        rhumb_network_new (RHUMB_NETWORK_TWO_MODE, n, 1, leaf, hub, NULL, n, NULL);
    RhumbProductOptions options = RHUMB_PRODUCT_DEFAULTS;
    options.top_links = 20;
    g_assert_null (rhumb_link_by_shared (star, RHUMB_END_FROM, &options, NULL, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT);
    g_assert_nonnull (strstr (error->message, "hub_cap"));
    g_clear_error (&error);
    RhumbProductReport report = {0};
    options.hub_cap = 1000;
    g_autoptr (RhumbNetwork) capped =
        rhumb_link_by_shared (star, RHUMB_END_FROM, &options, &report, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (report.n_hubs, ==, 1);
    g_assert_cmpuint (rhumb_network_get_n_edges (capped), ==, 0);
}

static void
too_much_memory_is_an_error_that_says_what_to_do (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (OracleEdges) edges =
        oracle_edges_new (RHUMB_NETWORK_TWO_MODE, 2000, 30, 20000, FALSE, 5);
    g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
    RhumbProductOptions options = RHUMB_PRODUCT_DEFAULTS;
    RhumbProductReport report = {0};
    options.max_bytes = 4 << 20;
    g_assert_null (rhumb_link_by_shared (network, RHUMB_END_FROM, &options, &report, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT);
    g_assert_nonnull (strstr (error->message, "top_links"));
    g_assert_cmpuint (report.n_bytes, >, options.max_bytes);
    g_clear_error (&error);
    options.top_links = 5;
    g_autoptr (RhumbNetwork) thin =
        rhumb_link_by_shared (network, RHUMB_END_FROM, &options, &report, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (rhumb_network_get_n_edges (thin), >, 0);
    g_assert_cmpuint (report.n_bytes, <=, options.max_bytes);
}

static void
empty_networks_stay_empty (void)
{
    RhumbProductOptions options = RHUMB_PRODUCT_DEFAULTS;
    for (guint32 n = 0; n < 2; n++) {
        for (options.top_links = 0; options.top_links < 2; options.top_links++) {
            g_autoptr (RhumbNetwork) network =
                rhumb_network_new (RHUMB_NETWORK_DIRECTED, n, n, NULL, NULL, NULL, 0, NULL);
            g_autoptr (RhumbNetwork) links =
                rhumb_link_by_shared (network, RHUMB_END_TO, &options, NULL, NULL);
            g_assert_cmpuint (rhumb_network_get_n_from (links), ==, n);
            g_assert_cmpuint (rhumb_network_get_n_edges (links), ==, 0);
        }
    }
}

/* Weights of 0 are edges without anything in common; a paper that cites itself shares itself. */
static void
zero_weights_and_self_loops_are_defined (void)
{
    static const guint32 FROM[] = {0, 1, 1};
    static const guint32 TO[] = {1, 1, 0};
    static const double ZERO[] = {0, 0, 0};
    RhumbProductOptions options = RHUMB_PRODUCT_DEFAULTS;
    g_autoptr (RhumbNetwork) loops =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, 2, 2, FROM, TO, NULL, 3, NULL);
    g_autoptr (RhumbNetwork) coupled =
        rhumb_link_by_shared (loops, RHUMB_END_FROM, &options, NULL, NULL);
    g_assert_cmpfloat (rhumb_network_get_weight (coupled, 0, 1), ==, 1);
    g_autoptr (RhumbNetwork) weightless =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, 2, 2, FROM, TO, ZERO, 3, NULL);
    options.weighted = TRUE;
    g_autoptr (RhumbNetwork) none =
        rhumb_link_by_shared (weightless, RHUMB_END_FROM, &options, NULL, NULL);
    g_assert_cmpuint (rhumb_network_get_n_edges (none), ==, 0);
}

static void
options_out_of_range_are_refused (void)
{
    static const double BAD[] = {-1, NAN, INFINITY};
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, 2, 2, NULL, NULL, NULL, 0, NULL);
    for (guint i = 0; i < G_N_ELEMENTS (BAD); i++) {
        g_autoptr (GError) error = NULL;
        RhumbProductOptions options = RHUMB_PRODUCT_DEFAULTS;
        options.min_weight = BAD[i];
        g_assert_null (rhumb_link_by_shared (network, RHUMB_END_TO, &options, NULL, &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/product/all-measures-match-dense-matrices",
                     all_measures_match_dense_matrices);
    g_test_add_func ("/product/chosen-links-match-dense-matrices",
                     chosen_links_match_dense_matrices);
    g_test_add_func ("/product/long-rows-match-dense-matrices", long_rows_match_dense_matrices);
    g_test_add_func ("/product/threads-change-no-bit", threads_change_no_bit);
    g_test_add_func ("/product/a-hub-is-an-error-that-says-what-to-do",
                     a_hub_is_an_error_that_says_what_to_do);
    g_test_add_func ("/product/too-much-memory-is-an-error-that-says-what-to-do",
                     too_much_memory_is_an_error_that_says_what_to_do);
    g_test_add_func ("/product/empty-networks-stay-empty", empty_networks_stay_empty);
    g_test_add_func ("/product/zero-weights-and-self-loops-are-defined",
                     zero_weights_and_self_loops_are_defined);
    g_test_add_func ("/product/options-out-of-range-are-refused", options_out_of_range_are_refused);
    return g_test_run ();
}
