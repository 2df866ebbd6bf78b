/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * rhumb topics: what belongs together, and what is it called?
 */
#include <math.h>

#include "cli/choice.h"
#include "cli/drawing.h"
#include "cli/methods.h"
#include "cli/run.h"
#include "cli/scan-table.h"

static int run_topics (const Command *command, int argc, char **argv);

const Command command_topics = {
    "topics",
    "what belongs together, and what is it called",
    "FILE…",
    "Columns: topic (from 0, largest first), size (papers), label, its concepts (those that name\n"
    "it, then the most telling ones), its most central papers. --members: id, title, topic, label of every paper.\n"
    "--tree: depth (0 = all papers), node (a topic's number, or a higher one for topics joined),\n"
    "parent, size, similarity (paris: link weight relative to what strengths make likely), label;\n"
    "each node stands before its parts; with -o FILE.svg (.pdf, .png, .dot) it is drawn.\n"
    "--levels N: level (1 = the coarsest), topic (its number in the level), parent (in the level\n"
    "above), size, label, concepts. No name comes twice in a level, and only that of unlinked\n"
    "papers in a branch.\n"
    "--scan: a row for each of 33 resolutions: resolution, clusters, largest (papers of the largest),\n"
    "small (papers in clusters below three), modularity, cpm (both qualities), agreement with the\n"
    "row before: mutual_information, adjusted_rand (1 = the same clusters), variation (in nats, 0 =\n"
    "the same); plateau: clusters that stay over an octave of resolutions or more.\n"
    "--stability N adds stability (mean Jaccard index with the most similar topic of N resamples of\n"
    "the papers) and core (papers that stay in 80 % of them), to --members stays (share of resamples\n"
    "with the paper in which it stays in its topic).\n"
    "Papers are related by words, concepts and citations and clustered by the Leiden algorithm\n"
    "(Traag, Waltman and van Eck 2019); a label is a concept of at least two of the papers;\n"
    "papers that nothing links are one topic, which is labelled “unlinked papers”.\n\n"
    "Example: rhumb topics --clusters 12 examples/papers-page.txt",
    run_topics,
};

#define N_CONCEPTS_SHOWN 8
#define N_PAPERS_SHOWN 3
#define MAX_LEVELS 20
#define MAX_RESAMPLES 10000

static gboolean
contains (const guint32 *numbers, guint32 n, guint32 number)
{
    guint32 i = 0;
    while (i < n && numbers[i] != number)
        i++;
    return i < n;
}

/* Those that the topic is named after first, then the most telling ones. */
static void
add_concepts (Table *table, const RhumbGraph *graph, const guint32 *naming, guint32 n_naming,
              const guint32 *telling, guint32 n_telling)
{
    const RhumbConcepts *concepts = rhumb_graph_get_concepts (graph);
    const char *labels[N_CONCEPTS_SHOWN + 1] = {NULL};
    guint n_shown = 0;
    for (guint32 i = 0; i < n_naming && n_shown < N_CONCEPTS_SHOWN; i++)
        labels[n_shown++] = rhumb_concepts_get_concept (concepts, naming[i])->label;
    for (guint32 i = 0; i < n_telling && n_shown < N_CONCEPTS_SHOWN; i++) {
        if (!contains (naming, n_naming, telling[i]))
            labels[n_shown++] = rhumb_concepts_get_concept (concepts, telling[i])->label;
    }
    table_add_list (table, labels);
}

static void
add_papers (Table *table, const RhumbGraph *graph, const RhumbTopic *topic)
{
    const char *titles[N_PAPERS_SHOWN + 1] = {NULL};
    for (guint32 i = 0; i < MIN (topic->n_papers, N_PAPERS_SHOWN); i++)
        titles[i] = rhumb_graph_get_node_label (graph, topic->papers[i]);
    table_add_list (table, titles);
}

/* How topics withstand that papers are drawn anew, if that was asked for. */
typedef struct {
    GArray *of_topic; /* NULL = not asked for */
    double *of_paper;
} Stability;

static void
clear_stability (Stability *stability)
{
    g_clear_pointer (&stability->of_topic, g_array_unref);
    g_free (stability->of_paper);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Stability, clear_stability)

/* What no resample told is null. */
static void
add_share (Table *table, double share)
{
    if (isnan (share))
        table_add_null (table);
    else
        table_add_number (table, share);
}

static Table *
list_topics (const Run *run, const RhumbTopics *topics, const Stability *stability)
{
    static const char *const PLAIN[] = {"topic", "size", "label", "concepts", "papers", NULL};
    static const char *const STABLE[] = {"topic",  "size",      "label", "concepts",
                                         "papers", "stability", "core",  NULL};
    const RhumbGraph *graph = rhumb_topics_get_graph (topics);
    Table *table = table_new (stability->of_topic != NULL ? STABLE : PLAIN, run->json);
    for (guint32 t = 0; t < run_limit (run, rhumb_topics_get_n_topics (topics)); t++) {
        const RhumbTopic *topic = rhumb_topics_get_topic (topics, t);
        table_add_integer (table, t);
        table_add_integer (table, topic->n_papers);
        table_add_text (table, topic->label);
        add_concepts (table, graph, topic->label_concepts, topic->n_label_concepts, topic->concepts,
                      topic->n_concepts);
        add_papers (table, graph, topic);
        if (stability->of_topic == NULL)
            continue;
        const RhumbClusterStability *one =
            &g_array_index (stability->of_topic, RhumbClusterStability, t);
        add_share (table, one->similarity);
        table_add_integer (table, one->n_core);
    }
    return table;
}

static Table *
list_members (const Run *run, const RhumbTopics *topics, const Stability *stability)
{
    static const char *const PLAIN[] = {"id", "title", "topic", "label", NULL};
    static const char *const STABLE[] = {"id", "title", "topic", "label", "stays", NULL};
    const RhumbCorpus *corpus = rhumb_graph_get_corpus (rhumb_topics_get_graph (topics));
    Table *table = table_new (stability->of_topic != NULL ? STABLE : PLAIN, run->json);
    guint left = run_limit (run, rhumb_corpus_get_n_papers (corpus));
    for (guint32 t = 0; t < rhumb_topics_get_n_topics (topics); t++) {
        const RhumbTopic *topic = rhumb_topics_get_topic (topics, t);
        for (guint32 i = 0; i < topic->n_papers && left > 0; i++, left--) {
            const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, topic->papers[i]);
            table_add_text (table, paper->id);
            table_add_text (table, paper->title != NULL ? paper->title : "");
            table_add_integer (table, t);
            table_add_text (table, topic->label);
            if (stability->of_topic != NULL)
                add_share (table, stability->of_paper[topic->papers[i]]);
        }
    }
    return table;
}

static void
add_node (Table *table, const RhumbHierarchy *hierarchy, char **labels, guint32 node, guint depth)
{
    const guint32 parent = rhumb_hierarchy_get_parents (hierarchy)[node];
    table_add_integer (table, depth);
    table_add_integer (table, node);
    if (parent == RHUMB_NONE)
        table_add_null (table);
    else
        table_add_integer (table, parent);
    table_add_integer (table, rhumb_hierarchy_get_sizes (hierarchy)[node]);
    if (node < rhumb_hierarchy_get_n_leaves (hierarchy))
        table_add_null (table);
    else
        table_add_number (table, rhumb_hierarchy_get_similarities (hierarchy)[node]);
    table_add_text (table, labels[node]);
}

static Table *
list_tree (const Run *run, const RhumbTopics *topics, GError **error)
{
    static const char *const COLUMNS[] = {"depth",      "node",  "parent", "size",
                                          "similarity", "label", NULL};
    g_autoptr (RhumbHierarchy) hierarchy = rhumb_link_topics (topics, RHUMB_LINKAGE_PARIS, error);
    if (hierarchy == NULL)
        return NULL;
    g_auto (GStrv) labels = rhumb_label_hierarchy (topics, hierarchy);
    Table *table = table_new (COLUMNS, run->json);
    const guint32 n_nodes = rhumb_hierarchy_get_n_nodes (hierarchy);
    const guint32 *parent = rhumb_hierarchy_get_parents (hierarchy);
    g_autofree guint32 *nodes = rhumb_hierarchy_list_downwards (hierarchy);
    g_autofree guint *depth = g_new0 (guint, n_nodes);
    for (guint32 i = 0; i < run_limit (run, n_nodes); i++) {
        const guint32 node = nodes[i];
        depth[node] = parent[node] == RHUMB_NONE ? 0 : depth[parent[node]] + 1;
        add_node (table, hierarchy, labels, node, depth[node]);
    }
    return table;
}

static Table *
list_levels (const Run *run, const RhumbTopics *topics, guint n_levels, GError **error)
{
    static const char *const COLUMNS[] = {"level", "topic",    "parent", "size",
                                          "label", "concepts", NULL};
    g_autoptr (RhumbHierarchy) hierarchy = rhumb_link_topics (topics, RHUMB_LINKAGE_PARIS, error);
    if (hierarchy == NULL)
        return NULL;
    g_autoptr (GArray) rows = rhumb_find_topic_levels (topics, hierarchy, n_levels);
    Table *table = table_new (COLUMNS, run->json);
    for (guint i = 0; i < run_limit (run, rows->len); i++) {
        const RhumbSubtopic *row = &g_array_index (rows, RhumbSubtopic, i);
        table_add_integer (table, row->level);
        table_add_integer (table, row->number);
        if (row->parent == RHUMB_NONE)
            table_add_null (table);
        else
            table_add_integer (table, row->parent);
        table_add_integer (table, row->n_papers);
        table_add_text (table, row->label);
        add_concepts (table, rhumb_topics_get_graph (topics),
                      (const guint32 *)(gpointer)row->label_concepts->data,
                      row->label_concepts->len, (const guint32 *)(gpointer)row->concepts->data,
                      row->concepts->len);
    }
    return table;
}

/* What is asked of topics. */
typedef struct {
    gboolean members;
    gboolean tree;
    gboolean scan;
    int n_levels;    /* 0 = not asked for */
    int n_resamples; /* 0 = not asked for */
} Wanted;

static gboolean
refuse (const char *message, GError **error)
{
    g_set_error_literal (error, RHUMB_ERROR, RHUMB_ERROR_INVALID, message);
    return FALSE;
}

static gboolean
check_wanted (const Run *run, const Wanted *wanted, GError **error)
{
    const gboolean levels = run_was_given (run, "levels");
    const gboolean stability = run_was_given (run, "stability");
    if (wanted->members + wanted->tree + wanted->scan + levels > 1)
        return refuse ("--members, --tree, --levels and --scan are tables of their own, expected "
                       "one of them",
                       error);
    if (levels && !choice_check_number ("levels", wanted->n_levels, 1, MAX_LEVELS, error))
        return FALSE;
    if (wanted->scan && (run->resolution > 0 || run->n_topics > 0))
        return refuse ("--scan takes no --resolution and no --clusters: it tries all", error);
    if (wanted->scan && run->algorithm != RHUMB_CLUSTERING_LEIDEN)
        return refuse ("--scan is for --algorithm leiden alone", error);
    if (stability && (wanted->tree || wanted->scan || levels))
        return refuse ("--stability tells of topics and of --members alone", error);
    return !stability ||
           choice_check_number ("stability", wanted->n_resamples, 1, MAX_RESAMPLES, error);
}

static Table *
make_table (Run *run, const Wanted *wanted, Results *results, GError **error)
{
    if (wanted->scan)
        return scan_table_new (run, results->graph, error);
    if (wanted->n_levels > 0 && run->n_topics == 0 && run->resolution == 0 &&
        rhumb_clustering_takes_resolution (run->algorithm))
        run->n_topics = (int)rhumb_choose_n_subtopics (rhumb_corpus_get_n_papers (results->corpus),
                                                       (guint)wanted->n_levels);
    if (!run_rank_and_find_topics (run, results, error))
        return NULL;
    if (wanted->n_levels > 0)
        return list_levels (run, results->topics, (guint)wanted->n_levels, error);
    if (wanted->tree)
        return list_tree (run, results->topics, error);
    g_auto (Stability) stability = {0};
    const RhumbTopicOptions options = run_get_topic_options (run);
    if (wanted->n_resamples > 0) {
        stability.of_topic = rhumb_measure_topic_stability (
            results->topics, &options, (guint)wanted->n_resamples, &stability.of_paper, error);
        if (stability.of_topic == NULL)
            return NULL;
    }
    return wanted->members ? list_members (run, results->topics, &stability)
                           : list_topics (run, results->topics, &stability);
}

static gboolean
draw_tree (const Run *run, Results *results, GError **error)
{
    g_autoptr (RhumbHierarchy) hierarchy =
        rhumb_link_topics (results->topics, RHUMB_LINKAGE_PARIS, error);
    if (hierarchy == NULL)
        return FALSE;
    g_auto (GStrv) labels = rhumb_label_hierarchy (results->topics, hierarchy);
    g_autofree char *provenance = drawing_get_provenance (run, results, "joined by Paris linkage");
    g_autoptr (RhumbMap) map =
        rhumb_draw_tree (results->topics, hierarchy, (const char *const *)labels,
                         "Hierarchy of topics", provenance, error);
    return map != NULL && rhumb_map_save (map, run->output, run->format, error);
}

/* Of the tables only the tree is drawn. */
static gboolean
check_drawing (const Wanted *wanted, gboolean drawn, GError **error)
{
    if (wanted->tree || !drawn)
        return TRUE;
    g_set_error_literal (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                         "only --tree is drawn, rhumb map draws topics");
    return FALSE;
}

static void
add_methods (Run *run, const Wanted *wanted)
{
    if (wanted->tree || wanted->n_levels > 0)
        methods_add (run, METHOD_TREE);
    if (wanted->scan)
        methods_add (run, METHOD_RESOLUTION_SCAN);
    if (wanted->n_resamples > 0)
        methods_add (run, METHOD_STABILITY);
}

static gboolean
write_result (Run *run, const Wanted *wanted, Results *results, gboolean drawn, GError **error)
{
    add_methods (run, wanted);
    if (drawn)
        return run_rank_and_find_topics (run, results, error) && draw_tree (run, results, error);
    g_autoptr (Table) table = make_table (run, wanted, results, error);
    return table != NULL && run_write_table (run, table, error);
}

static int
run_topics (const Command *command, int argc, char **argv)
{
    Wanted wanted = {0};
    gboolean drawn = FALSE;
    g_auto (Run) run = {0};
    const GOptionEntry own[] = {
        {"members", 0, 0, G_OPTION_ARG_NONE, &wanted.members, "Every paper with its topic", NULL},
        {"tree", 0, 0, G_OPTION_ARG_NONE, &wanted.tree, "Topics of topics, from all papers down",
         NULL},
        {"levels", 0, 0, G_OPTION_ARG_INT, &wanted.n_levels,
         "Topics at N nested levels, coarsest first", "N"},
        {"scan", 0, 0, G_OPTION_ARG_NONE, &wanted.scan,
         "How clusters change with the resolution, and where they stay", NULL},
        {"stability", 0, 0, G_OPTION_ARG_INT, &wanted.n_resamples,
         "How topics and members withstand N resamples of the papers", "N"},
        {"format", 0, 0, G_OPTION_ARG_STRING, &run.format, "Format of the drawing of --tree",
         "NAME"},
        {NULL},
    };
    g_auto (Results) results = {0};
    g_autoptr (GError) error = NULL;
    if (!run_parse (&run, command, RUN_READS | RUN_CONCEPTS | RUN_TOPICS | RUN_TABLE, own, argc,
                    argv, &error))
        return error != NULL ? command_fail (command, error) : EXIT_DONE;
    if (!check_wanted (&run, &wanted, &error) || !drawing_is_wanted (&run, &drawn, &error) ||
        !check_drawing (&wanted, drawn, &error) || !run_load (&run, &results, &error) ||
        !run_build_graph (&run, &results, &error))
        return command_fail (command, error);
    if (!write_result (&run, &wanted, &results, drawn, &error) ||
        !run_finish (&run, &results, &error))
        return command_fail (command, error);
    return EXIT_DONE;
}
