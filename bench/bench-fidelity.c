/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What survives of a corpus when it is laid out on a page.
 *
 *   bench-fidelity FILE [SEEDS [LAYOUT,…]]
 *
 * Prints for each layout that maps have, or those named, tab-separated, means and standard
 * deviations over SEEDS seeds (8):
 * neighbourhood preservation of the map of concepts and of that of papers and concepts (mean
 * Jaccard index of a node's neighbours and as many nearest nodes), and of the latter the share of a
 * paper's five nearest abstracts (cosine of tf-idf of words) among its five nearest papers:
 * abstracts know nothing of concepts, links or topics. Then the same three when nodes have been
 * moved to make room for names and land for topics, which is what is drawn. Last comes what chance
 * gives. circo takes twenty seconds a map.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analytics/cluster/topics.h"
#include "analytics/layout/drawing.h"
#include "analytics/layout/label-placement.h"
#include "analytics/layout/positions.h"
#include "analytics/layout/scattering.h"
#include "analytics/layout/springs.h"
#include "analytics/network/walk.h"
#include "analytics/rank/graph-pagerank.h"
#include "analytics/text/concepts.h"
#include "bench/input.h"
#include "io/format.h"
#include "io/graphviz-place.h"

#define NEAREST 5
#define N_OWN (RHUMB_MAP_LAYOUT_UMAP + 1)
#define LEAST_LETTERS 3
#define FIGURES 3

typedef struct {
    RhumbTopics *topics;
    RhumbRanking *ranking;
    double *likeness; /* of abstracts, papers × papers */
    guint32 n_papers;
} Corpus;

static RhumbGraph *
read_graph (const char *path, GError **error)
{
    const char *const paths[] = {path, NULL};
    g_autoptr (RhumbCorpus) corpus = rhumb_corpus_load (paths, NULL, error);
    g_autoptr (RhumbConcepts) concepts =
        corpus != NULL ? rhumb_extract_concepts (corpus, NULL, error) : NULL;
    return concepts != NULL ? rhumb_graph_new (corpus, concepts, NULL, error) : NULL;
}

/* Words of an abstract, counted. */
static GHashTable *
count_words (const char *text)
{
    GHashTable *count = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autofree char *small = g_ascii_strdown (text != NULL ? text : "", -1);
    for (char *p = small; *p != '\0'; p++)
        *p = g_ascii_isalpha (*p) ? *p : ' ';
    g_auto (GStrv) word = g_strsplit (small, " ", -1);
    for (guint k = 0; word[k] != NULL; k++) {
        if (strlen (word[k]) < LEAST_LETTERS)
            continue;
        const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (count, word[k]));
        g_hash_table_insert (count, g_strdup (word[k]), GUINT_TO_POINTER (n + 1));
    }
    return count;
}

static double
multiply (GHashTable *a, GHashTable *b, GHashTable *df, guint32 n)
{
    GHashTableIter iter;
    gpointer word, count;
    double sum = 0.0;
    g_hash_table_iter_init (&iter, a);
    while (g_hash_table_iter_next (&iter, &word, &count)) {
        const guint other = GPOINTER_TO_UINT (g_hash_table_lookup (b, word));
        if (other == 0)
            continue;
        const double idf = log ((double)n / GPOINTER_TO_UINT (g_hash_table_lookup (df, word)));
        sum += (1 + log (GPOINTER_TO_UINT (count))) * (1 + log (other)) * idf * idf;
    }
    return sum;
}

static double *
compare_abstracts (const RhumbCorpus *corpus)
{
    const guint32 n = rhumb_corpus_get_n_papers (corpus);
    g_autoptr (GHashTable) df = g_hash_table_new (g_str_hash, g_str_equal);
    g_autoptr (GPtrArray) words =
        g_ptr_array_new_with_free_func ((GDestroyNotify)g_hash_table_unref);
    for (guint32 p = 0; p < n; p++) {
        g_ptr_array_add (words, count_words (rhumb_corpus_get_paper (corpus, p)->abstract));
        GHashTableIter iter;
        gpointer word;
        g_hash_table_iter_init (&iter, words->pdata[p]);
        while (g_hash_table_iter_next (&iter, &word, NULL))
            g_hash_table_insert (
                df, word, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (df, word)) + 1));
    }
    double *likeness = g_new0 (double, (gsize)n *n + 1);
    for (guint32 p = 0; p < n; p++) {
        for (guint32 q = 0; q < n; q++)
            likeness[(gsize)p * n + q] = multiply (words->pdata[p], words->pdata[q], df, n);
    }
    g_autofree double *length = g_new (double, n + 1);
    for (guint32 p = 0; p < n; p++)
        length[p] = sqrt (MAX (likeness[(gsize)p * n + p], 1e-300));
    for (guint32 p = 0; p < n; p++) {
        for (guint32 q = 0; q < n; q++)
            likeness[(gsize)p * n + q] =
                p == q ? -INFINITY : likeness[(gsize)p * n + q] / length[p] / length[q];
    }
    return likeness;
}

static int
compare_doubles (const void *a, const void *b)
{
    const double x = *(const double *)a;
    const double y = *(const double *)b;
    return (x < y) - (x > y);
}

/* Marks the k greatest of n values, ties by place. */
static void
mark_greatest (const double *value, guint32 n, guint32 k, guint8 *mark)
{
    g_autofree double *sorted = g_memdup2 (value, n * sizeof *value);
    qsort (sorted, n, sizeof *sorted, compare_doubles);
    guint32 n_marked = 0;
    for (guint32 i = 0; i < n; i++) {
        mark[i] = n_marked < k && value[i] >= sorted[k - 1];
        n_marked += mark[i];
    }
}

static double
far_between (const RhumbScene *scene, guint32 i, guint32 j)
{
    const RhumbPoint a = scene->node[i].place;
    const RhumbPoint b = scene->node[j].place;
    return i == j ? INFINITY : hypot (a.x - b.x, a.y - b.y);
}

static double
preserve_neighbours (const RhumbScene *scene, const GArray *springs)
{
    const guint32 n = scene->n_nodes;
    g_autofree guint8 *linked = g_new0 (guint8, (gsize)n * n + 1);
    g_autofree double *near = g_new (double, n + 1);
    g_autofree guint8 *is_near = g_new (guint8, n + 1);
    for (guint e = 0; e < springs->len; e++) {
        const RhumbSpring link = g_array_index (springs, RhumbSpring, e);
        linked[(gsize)link.from * n + link.to] = linked[(gsize)link.to * n + link.from] = 1;
    }
    double sum = 0.0;
    guint32 n_linked = 0;
    for (guint32 i = 0; i < n; i++) {
        guint32 degree = 0, shared = 0;
        for (guint32 j = 0; j < n; j++) {
            near[j] = -far_between (scene, i, j);
            degree += linked[(gsize)i * n + j];
        }
        if (degree == 0)
            continue;
        mark_greatest (near, n, degree, is_near);
        for (guint32 j = 0; j < n; j++)
            shared += linked[(gsize)i * n + j] && is_near[j];
        sum += shared / (2.0 * degree - shared);
        n_linked++;
    }
    return sum / MAX (n_linked, 1);
}

static double
preserve_abstracts (const RhumbScene *scene, const Corpus *corpus)
{
    const guint32 n = corpus->n_papers;
    g_autofree double *near = g_new (double, n + 1);
    g_autofree guint8 *is_near = g_new (guint8, n + 1);
    g_autofree guint8 *is_alike = g_new (guint8, n + 1);
    guint32 shared = 0, n_drawn = 0;
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        if (scene->node[i].kind != RHUMB_NODE_PAPER)
            continue;
        for (guint32 p = 0; p < n; p++)
            near[p] = -INFINITY;
        for (guint32 j = 0; j < scene->n_nodes; j++) {
            if (scene->node[j].kind == RHUMB_NODE_PAPER)
                near[scene->node[j].node] = -far_between (scene, i, j);
        }
        mark_greatest (near, n, NEAREST, is_near);
        mark_greatest (corpus->likeness + (gsize)scene->node[i].node * n, n, NEAREST, is_alike);
        for (guint32 p = 0; p < n; p++)
            shared += is_near[p] && is_alike[p];
        n_drawn++;
    }
    return (double)shared / (NEAREST * (double)MAX (n_drawn, 1));
}

/* All that moves nodes until they are drawn. */
static void
arrange (RhumbScene *scene, const GArray *springs)
{
    g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (RhumbBox));
    g_autoptr (RhumbTerritories) land = rhumb_drawing_divide (scene, springs, taken);
    rhumb_place_labels (scene, land, taken);
    rhumb_scatter_rings (scene, land, taken);
}

static const char *
name_layout (guint layout)
{
    return layout < N_OWN ? rhumb_map_layout_get_name ((RhumbMapLayout)layout)
                          : rhumb_graphviz_get_placer (layout - N_OWN)->name;
}

/* The layouts that are named, or all. */
static GArray *
choose_layouts (const char *names)
{
    const guint n = N_OWN + rhumb_graphviz_get_n_placers ();
    GArray *chosen = g_array_new (FALSE, FALSE, sizeof (guint));
    g_auto (GStrv) name = g_strsplit (names != NULL ? names : "", ",", -1);
    for (guint layout = 0; layout < n; layout++) {
        if (names == NULL || g_strv_contains ((const char *const *)name, name_layout (layout)))
            g_array_append_val (chosen, layout);
    }
    if (names == NULL || chosen->len == g_strv_length (name))
        return chosen;
    g_printerr ("bench-fidelity: LAYOUT is “%s”, expected names of layouts, each once\n", names);
    exit (2);
}

static void
measure (const Corpus *corpus, guint layout, guint64 seed, double *value)
{
    const RhumbBox frame = {0, 86, 1270, 1060};
    for (guint both = 0; both < 2; both++) {
        RhumbMapOptions options = RHUMB_MAP_DEFAULTS;
        if (layout < N_OWN)
            options.layout = (RhumbMapLayout)layout;
        else
            options.placer = rhumb_graphviz_get_placer (layout - N_OWN);
        options.seed = seed;
        options.show_papers = both == 1;
        g_autoptr (RhumbScene) scene =
            rhumb_scene_new (corpus->topics, corpus->ranking, &options, frame);
        g_autoptr (GArray) springs = rhumb_springs_new (scene);
        g_autoptr (GArray) tethered = g_array_copy (springs);
        rhumb_springs_tether (scene, tethered);
        g_autoptr (GError) error = NULL;
        if (!rhumb_find_positions (scene, tethered, &error))
            g_error ("%s", error->message);
        for (guint drawn = 0; drawn < 2; drawn++) {
            if (drawn == 1)
                arrange (scene, springs);
            value[FIGURES * drawn + both] = preserve_neighbours (scene, springs);
            if (both == 1)
                value[FIGURES * drawn + 2] = preserve_abstracts (scene, corpus);
        }
    }
}

static void
print_layout (const Corpus *corpus, guint layout, guint n_seeds)
{
    double sum[2 * FIGURES] = {0}, squares[2 * FIGURES] = {0};
    for (guint seed = 1; seed <= n_seeds; seed++) {
        double value[2 * FIGURES];
        measure (corpus, layout, seed, value);
        for (guint k = 0; k < 2 * FIGURES; k++) {
            sum[k] += value[k] / n_seeds;
            squares[k] += value[k] * value[k] / n_seeds;
        }
    }
    g_print ("%s", name_layout (layout));
    for (guint k = 0; k < 2 * FIGURES; k++)
        g_print ("\t%.3f\t%.3f", sum[k], sqrt (MAX (squares[k] - sum[k] * sum[k], 0.0)));
    g_print ("\n");
}

int
main (int argc, char **argv)
{
    g_autoptr (GError) error = NULL;
    if (argc < 2 || argc > 4) {
        g_printerr ("usage: bench-fidelity FILE [SEEDS [LAYOUT,…]]\n");
        return 2;
    }
    g_autoptr (GArray) layouts = choose_layouts (argc > 3 ? argv[3] : NULL);
    const guint n_seeds = argc > 2 ? (guint)input_read_number ("SEEDS", argv[2], 1, 1000) : 8;
    g_autoptr (RhumbGraph) graph = read_graph (argv[1], &error);
    g_autoptr (RhumbNetwork) walk = graph != NULL ? rhumb_build_walk_network (graph, &error) : NULL;
    g_autoptr (RhumbRanking) ranking =
        walk != NULL ? rhumb_pagerank_of_graph (graph, walk, NULL, &error) : NULL;
    g_autoptr (RhumbTopics) topics =
        ranking != NULL ? rhumb_find_topics (graph, ranking, NULL, &error) : NULL;
    if (topics == NULL) {
        g_printerr ("bench-fidelity: %s\n", error->message);
        return 1;
    }
    g_autofree double *likeness = compare_abstracts (rhumb_graph_get_corpus (graph));
    const Corpus corpus = {topics, ranking, likeness,
                           rhumb_graph_get_n_nodes_of_kind (graph, RHUMB_NODE_PAPER)};
    g_print ("layout\tconcepts\tsd\tboth\tsd\tabstracts\tsd\tdrawn_concepts\tsd\tdrawn_both\tsd\t"
             "drawn_abstracts\tsd\n");
    for (guint k = 0; k < layouts->len; k++)
        print_layout (&corpus, g_array_index (layouts, guint, k), n_seeds);
    g_print ("chance\t\t\t\t\t%.3f\t\n", (double)NEAREST / MAX (corpus.n_papers - 1, 1));
    return 0;
}
