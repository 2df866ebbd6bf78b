/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What FastRP's vectors are good for on well known graphs, beside the figures of others.
 *
 * Usage: bench-eval [--repeats N] [--text X] ROW PREFIX
 *
 * PREFIX.edges, PREFIX.labels and, for rows with text, PREFIX.features are tables of two numbers a
 * line, as bench/graph-tables.py writes them. ROW is one of those below, or a pattern of several.
 *
 *     bench/graph-tables.py shchur_cora.npz cora
 *     bench-eval cora cora
 *     bench-eval 'cora-*' cora
 *     bench/graph-tables.py blogcatalog.mat blog
 *     bench-eval blog-512-10 blog
 *
 * Prints TSV: row, measure, value, deviation, low, high (as rhumb eval), reference (of the authors'
 * program, or of a prototype on their protocol), seconds of processor time for vectors.
 *
 * In rows …-own each node has a link with itself besides, so its own words count and not just those
 * around it: hidden links are guessed much better. Rows …-far walk more steps, those with text as
 * many as without: labels are guessed better, hidden links a little worse.
 *
 * k-means is the best of 50 starts: of ten, the sum of squares is often one that others undercut,
 * and NMI is that of the start and not of the vectors.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/cost.h"
#include "bench/input.h"
#include "rhumb.h"

typedef struct {
    const char *name;
    RhumbFastrpOptions fastrp;
    double text;    /* weight of features as nodes, 0 = left out */
    double share;   /* of features in a node's start, 0 = left out */
    double train;   /* share; the same to choose by if there is no penalty */
    double penalty; /* 0 = chosen */
    double accuracy;
    double micro;
    double macro;
    double nmi;
    double auc; /* of hidden links; 0 = none are hidden */
    double own; /* weight of a link of each node with itself, 0 = none */
} Row;

/* clang-format off */
static const Row ROWS[] = {
    {"cora", {256, 7, {0, 1, 1, 1, 1, 1, 1}, -0.3, 0, 1}, 0, 0, 0.2, 0, .760, NAN, NAN, .338, .834},
    {"cora-text", {256, 4, {0, 1, 1, 1}, -0.3, 0, 1}, 0.3, 0, 0.2, 0, .812, NAN, NAN, .472, .847},
    {"cora-words", {256, 4, {0, 1, 1, 1}, -0.3, 0, 1}, 0, 0.5, 0.2, 0, .812, NAN, NAN, .472, .847},
    {"cora-words-own", {256, 4, {0, 1, 1, 1}, -0.3, 0, 1}, 0, 0.8, 0.2, 0, .812, NAN, NAN, .472, .847, 1},
    {"cora-words-far", {256, 7, {0, 1, 1, 1, 1, 1, 1}, -0.3, 0, 1}, 0, 0.8, 0.2, 0, .812, NAN, NAN, .472, .847, 1},
    {"citeseer", {256, 7, {0, 1, 1, 1, 1, 1, 1}, -0.3, 0, 1}, 0, 0, 0.2, 0, .509, NAN, NAN, NAN, NAN},
    {"citeseer-text", {256, 4, {0, 1, 1, 1}, -0.3, 0, 1}, 0.3, 0, 0.2, 0, .657, NAN, NAN, .296, .730},
    {"citeseer-words", {256, 4, {0, 1, 1, 1}, -0.3, 0, 1}, 0, 0.5, 0.2, 0, .657, NAN, NAN, .296, .730},
    {"citeseer-words-own", {256, 4, {0, 1, 1, 1}, -0.3, 0, 1}, 0, 0.8, 0.2, 0, .657, NAN, NAN, .296, .730, 1},
    {"citeseer-words-far", {256, 7, {0, 1, 1, 1, 1, 1, 1}, -0.3, 0, 1}, 0, 0.8, 0.2, 0, .657, NAN, NAN, .296, .730, 1},
    {"blog-512-10", {512, 4, {0, 0, 1, 6.67}, -0.64, 0, 1}, 0, 0, 0.1, 0.1, NAN, .3723, .2281, NAN, 0},
    {"blog-512-10-sparse", {512, 4, {0, 0, 1, 6.67}, -0.64, 3, 1}, 0, 0, 0.1, 0.1, NAN, .3723, .2281, NAN, 0},
    {"blog-512-10-best", {512, 4, {0, 0, 7.81, 45.28}, -0.64, 0, 1}, 0, 0, 0.1, 0.1, NAN, .3758, .2315, NAN, 0},
    {"blog-512-10-far", {512, 5, {0, 0, 1, 6.67, 6.67}, -0.64, 0, 1}, 0, 0, 0.1, 0.1, NAN, .3758, .2315, NAN, 0},
    {"blog-512-50", {512, 4, {0, 0, 1, 6.67}, -0.64, 0, 1}, 0, 0, 0.5, 0.1, NAN, .4122, .2753, NAN, 0},
    {"blog-512-90", {512, 4, {0, 0, 1, 6.67}, -0.64, 0, 1}, 0, 0, 0.9, 0.1, NAN, .4257, .2801, NAN, 0},
    {"blog-128-10", {128, 4, {0, 0, 1, 6.67}, -0.64, 0, 1}, 0, 0, 0.1, 0.1, NAN, .3513, .1937, NAN, 0},
};
/* clang-format on */

/* Of k-means. */
#define N_STARTS 50

static int n_repeats = 5;
static double text_weight = -1;

/* Numbers of a table of two columns. */
static void
read_table (const char *prefix, const char *suffix, GArray *first, GArray *second)
{
    g_autofree char *path = g_strconcat (prefix, suffix, NULL);
    g_autoptr (GArray) pairs = input_read_pairs (path);
    for (guint i = 0; i < pairs->len; i += 2) {
        g_array_append_val (first, g_array_index (pairs, guint32, i));
        g_array_append_val (second, g_array_index (pairs, guint32, i + 1));
    }
}

static guint32
get_end (const GArray *numbers)
{
    guint32 end = 0;
    for (guint i = 0; i < numbers->len; i++)
        end = MAX (end, g_array_index (numbers, guint32, i) + 1);
    return end;
}

static RhumbNetwork *
read_labels (const char *prefix)
{
    g_autoptr (GArray) node = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) label = g_array_new (FALSE, FALSE, sizeof (guint32));
    read_table (prefix, ".labels", node, label);
    return rhumb_network_new (RHUMB_NETWORK_TWO_MODE, get_end (node), get_end (label),
                              (const guint32 *)(gpointer)node->data,
                              (const guint32 *)(gpointer)label->data, NULL, node->len, NULL);
}

/* Adds features as nodes, weighed as in analytics/similar/likeness.c. */
static void
add_features (const char *prefix, guint32 n, double lambda, GArray *from, GArray *to,
              GArray *weight)
{
    g_autoptr (GArray) node = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) feature = g_array_new (FALSE, FALSE, sizeof (guint32));
    read_table (prefix, ".features", node, feature);
    g_autofree double *size = g_new0 (double, get_end (feature) + 1);
    for (guint i = 0; i < feature->len; i++)
        size[g_array_index (feature, guint32, i)]++;
    for (guint i = 0; i < feature->len; i++) {
        const guint32 f = g_array_index (feature, guint32, i);
        const guint32 end = n + f;
        const double w = lambda * log (1 + n / size[f]) / sqrt (size[f]);
        if (size[f] < 2)
            continue;
        g_array_append_val (from, g_array_index (node, guint32, i));
        g_array_append_val (to, end);
        g_array_append_val (weight, w);
    }
}

static RhumbNetwork *
read_network (const char *prefix, guint32 n, double lambda, double own)
{
    g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) weight = g_array_new (FALSE, FALSE, sizeof (double));
    read_table (prefix, ".edges", from, to);
    for (guint i = 0; i < from->len; i++) {
        const double one = 1;
        g_array_append_val (weight, one);
    }
    for (guint32 v = 0; own > 0 && v < n; v++) {
        g_array_append_val (from, v);
        g_array_append_val (to, v);
        g_array_append_val (weight, own);
    }
    if (lambda > 0)
        add_features (prefix, n, lambda, from, to, weight);
    const guint32 n_all = MAX (n, MAX (get_end (from), get_end (to)));
    return rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, n_all, n_all,
                              (const guint32 *)(gpointer)from->data,
                              (const guint32 *)(gpointer)to->data,
                              (const double *)(gpointer)weight->data, from->len, NULL);
}

/* Who has which feature. */
static RhumbNetwork *
read_features (const char *prefix, guint32 n)
{
    g_autoptr (GArray) node = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) feature = g_array_new (FALSE, FALSE, sizeof (guint32));
    read_table (prefix, ".features", node, feature);
    return rhumb_network_new (RHUMB_NETWORK_TWO_MODE, n, get_end (feature),
                              (const guint32 *)(gpointer)node->data,
                              (const guint32 *)(gpointer)feature->data, NULL, node->len, NULL);
}

static RhumbVectors *
make_vectors (const Row *row, const char *prefix, const RhumbNetwork *network, guint32 n,
              double *seconds)
{
    g_autoptr (RhumbNetwork) links = row->share > 0 ? read_features (prefix, n) : NULL;
    const guint32 n_features = links != NULL ? rhumb_network_get_n_to (links) : 0;
    g_autofree guint64 *feature_key = g_new (guint64, (gsize)n_features + 1);
    for (guint32 f = 0; f < n_features; f++)
        feature_key[f] = rhumb_hash_mix (21, f);
    const RhumbFastrpFeatures features = {links, feature_key, row->share};
    const guint32 n_all = rhumb_network_get_n_from (network);
    g_autofree guint64 *key = g_new (guint64, (gsize)n_all + 1);
    for (guint32 v = 0; v < n_all; v++)
        key[v] = rhumb_hash_mix (20, v);
    const double began = count_processor_seconds ();
    RhumbVectors *vectors = rhumb_fastrp_with_features (
        network, key, n, links != NULL ? &features : NULL, &row->fastrp, NULL);
    *seconds = count_processor_seconds () - began;
    return vectors;
}

static void
print_figures (const Row *row, const GArray *figures, double seconds)
{
    for (guint i = 0; figures != NULL && i < figures->len; i++) {
        const RhumbFigure *f = &g_array_index (figures, RhumbFigure, i);
        const double reference = g_str_equal (f->measure, "accuracy")   ? row->accuracy
                                 : g_str_equal (f->measure, "micro F1") ? row->micro
                                 : g_str_equal (f->measure, "macro F1") ? row->macro
                                 : g_str_equal (f->measure, "NMI")      ? row->nmi
                                 : g_str_equal (f->measure, "AUC")      ? row->auc
                                                                        : NAN;
        printf ("%s\t%s, %s\t%.4f\t%.4f\t%.4f\t%.4f\t%.4f\t%.2f\n", row->name, f->method,
                f->measure, f->value, f->deviation, f->low, f->high, reference, seconds);
    }
    fflush (stdout);
}

/* k-means of all nodes with one label. */
static GArray *
cluster (const RhumbVectors *vectors, const RhumbNetwork *labels)
{
    const RhumbRows rows = rhumb_network_get_out_rows (labels);
    g_autofree guint32 *label = g_new (guint32, rows.n_rows);
    g_autofree guint32 *found = g_new (guint32, rows.n_rows);
    GArray *figures = g_array_new (FALSE, FALSE, sizeof (RhumbFigure));
    for (guint32 v = 0; v < rows.n_rows; v++)
        label[v] = rows.node[rows.start[v]];
    rhumb_k_means (rhumb_vectors_get_row (vectors, 0), rows.n_rows,
                   rhumb_vectors_get_n_dimensions (vectors), rhumb_network_get_n_to (labels),
                   N_STARTS, 1, found);
    rhumb_test_clusters (figures, "k-means", found, label, rows.n_rows, 200, 1);
    return figures;
}

static GArray *
hide_links (const Row *row, const char *prefix, const RhumbNetwork *network, guint32 n)
{
    double seconds = 0;
    g_autoptr (RhumbNetwork) edges = read_network (prefix, n, 0, 0);
    g_autofree guint64 *key = g_new (guint64, (gsize)n + 1);
    for (guint32 v = 0; v < n; v++)
        key[v] = rhumb_hash_mix (20, v);
    g_autoptr (RhumbLinkSplit) split = rhumb_split_links (edges, key, 0.1, 0.05, 1, NULL);
    g_autoptr (RhumbNetwork) left = rhumb_hold_out_links (split, network, NULL);
    g_autoptr (RhumbVectors) vectors = make_vectors (row, prefix, left, n, &seconds);
    return rhumb_test_links (split, left, vectors, 200, 1);
}

static void
run_row (const Row *row, const char *prefix)
{
    double seconds = 0;
    g_autoptr (RhumbNetwork) labels = read_labels (prefix);
    const guint32 n = rhumb_network_get_n_from (labels);
    const double lambda = row->text > 0 && text_weight >= 0 ? text_weight : row->text;
    g_autoptr (RhumbNetwork) network = read_network (prefix, n, lambda, row->own);
    g_autoptr (RhumbVectors) vectors = make_vectors (row, prefix, network, n, &seconds);
    RhumbClassifyOptions options = RHUMB_CLASSIFY_DEFAULTS;
    g_autofree guint64 *key = g_new (guint64, (gsize)n + 1);
    for (guint32 v = 0; v < n; v++)
        key[v] = rhumb_hash_mix (20, v);
    options.train_share = row->train;
    options.penalty = row->penalty;
    options.n_repeats = (guint)n_repeats;
    g_autoptr (GArray) classes = rhumb_classify (vectors, labels, key, &options, NULL);
    print_figures (row, classes, seconds);
    if (row->auc <= 0)
        return;
    g_autoptr (GArray) clusters = cluster (vectors, labels);
    print_figures (row, clusters, seconds);
    g_autoptr (GArray) links = hide_links (row, prefix, network, n);
    print_figures (row, links, seconds);
}

int
main (int argc, char **argv)
{
    const GOptionEntry entries[] = {
        {"repeats", 0, 0, G_OPTION_ARG_INT, &n_repeats, "Splits (5)", "N"},
        {"text", 0, 0, G_OPTION_ARG_DOUBLE, &text_weight,
         "Weight of features as nodes (that of the row)", "X"},
        {NULL},
    };
    g_autoptr (GError) error = NULL;
    g_autoptr (GOptionContext) context = g_option_context_new ("ROW PREFIX");
    g_option_context_add_main_entries (context, entries, NULL);
    if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 3 || n_repeats < 1) {
        fputs ("bench-eval: expected ROW PREFIX\n", stderr);
        return EXIT_FAILURE;
    }
    guint n_rows = 0;
    for (guint i = 0; i < G_N_ELEMENTS (ROWS); i++) {
        if (!g_pattern_match_simple (argv[1], ROWS[i].name))
            continue;
        if (n_rows++ == 0)
            puts ("row\tmeasure\tvalue\tdeviation\tlow\thigh\treference\tseconds");
        run_row (&ROWS[i], argv[2]);
    }
    if (n_rows == 0)
        fprintf (stderr, "bench-eval: there is no row %s\n", argv[1]);
    return n_rows > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
