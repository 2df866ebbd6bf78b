/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * rhumb eval: are the vectors, the topics and the guesses about links any good.
 */
#include <math.h>
#include <string.h>

#include "cli/choice.h"
#include "cli/methods.h"
#include "cli/neighbour-table.h"
#include "cli/read-labels.h"
#include "cli/run.h"
#include "graph/plural.h"

static int run_eval (const Command *command, int argc, char **argv);

const Command command_eval = {
    "eval",
    "is it any good: vectors, topics, guesses about links",
    "embedding|clusters|links FILE…",
    "embedding: how well labels that are hidden are told from vectors (rhumb embed) by logistic\n"
    "regression, learning from --train of the papers. The penalty is chosen on another fifth of them\n"
    "unless --penalty gives it; the rest is tested; a paper is guessed as many labels as it has.\n"
    "Accuracy (all labels of a paper right), micro and macro F1.\n"
    "clusters: how well topics, and k-means of the vectors with as many clusters as there are labels,\n"
    "agree with the labels of papers that have one: NMI, AMI (1 = the same, 0 = chance), ARI.\n"
    "links: one citation in ten is hidden with as many pairs that do not cite each other, and told\n"
    "from them by what is left: common neighbours, cosine of vectors, a regression over the products\n"
    "of their numbers: AUC, average precision. With --until YEAR later papers ask: one reference of\n"
    "each is hidden and looked for among all papers until then, from its other references: by\n"
    "co-citation, by a walk, by vectors; Hits@10, Hits@50, mean reciprocal rank (MRR).\n"
    "Vectors know nothing of what is hidden. --labels FILE is a table with the columns id and label;\n"
    "a paper with several labels has several lines.\n\n"
    "Columns: task, method, measure, value, deviation (between repeats), low and high (95 % of samples\n"
    "with replacement), cases.\n\n"
    "Example: rhumb eval links --dimensions 32 examples/citations.jsonl",
    run_eval,
};

#define MOST_REPEATS 1000
#define MOST_SAMPLES 100000
#define LAST_YEAR 9999

typedef struct {
    char *task;
    char *labels;
    char *links;
    int until;
    int n_dimensions;
    double train;
    double penalty;
    int n_repeats;
    int n_samples;
    RhumbLikenessOptions likeness;
} Choice;

static void
choice_clear (Choice *choice)
{
    g_free (choice->task);
    g_free (choice->labels);
    g_free (choice->links);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Choice, choice_clear)

static RhumbVectors *
make_vectors (const Run *run, const Results *results, const Choice *choice,
              const RhumbLikeness *likeness, const RhumbNetwork *network, GError **error)
{
    RhumbFastrpOptions options = RHUMB_FASTRP_DEFAULTS;
    options.n_dimensions = (guint)choice->n_dimensions;
    options.seed = (guint64)run->seed;
    g_autofree guint64 *key = rhumb_likeness_list_keys (likeness, results->graph);
    return rhumb_fastrp (network, key, rhumb_corpus_get_n_papers (results->corpus), &options,
                         error);
}

static RhumbNetwork *
load_labels (const Run *run, const Results *results, const Choice *choice, GError **error)
{
    guint n_unknown = 0;
    RhumbNetwork *labels = read_labels (choice->labels, results->corpus, &n_unknown, error);
    if (labels != NULL && n_unknown > 0 && !run->quiet)
        fprintf (stderr, "rhumb eval: %u %s not there\n", n_unknown,
                 rhumb_plural (n_unknown, "label is of a paper that is",
                               "labels are of papers that are"));
    return labels;
}

static GArray *
eval_embedding (const Run *run, const Results *results, const Choice *choice,
                const RhumbLikeness *likeness, GError **error)
{
    RhumbClassifyOptions options = RHUMB_CLASSIFY_DEFAULTS;
    options.train_share = choice->train;
    options.penalty = choice->penalty;
    options.n_repeats = (guint)choice->n_repeats;
    options.n_samples = (guint)choice->n_samples;
    options.seed = (guint64)run->seed;
    g_autoptr (RhumbNetwork) labels = load_labels (run, results, choice, error);
    g_autoptr (RhumbVectors) vectors =
        labels != NULL ? make_vectors (run, results, choice, likeness, likeness->network, error)
                       : NULL;
    g_autofree guint64 *key = rhumb_likeness_list_keys (likeness, results->graph);
    return vectors != NULL ? rhumb_classify (vectors, labels, key, &options, error) : NULL;
}

/* Papers with one label, and that label. */
static guint32
list_labelled (const Run *run, const RhumbNetwork *labels, guint32 *paper, guint32 *label)
{
    const RhumbRows rows = rhumb_network_get_out_rows (labels);
    guint32 n = 0;
    guint32 n_several = 0;
    for (guint32 v = 0; v < rows.n_rows; v++) {
        const gsize n_labels = rows.start[v + 1] - rows.start[v];
        n_several += n_labels > 1;
        if (n_labels != 1)
            continue;
        paper[n] = v;
        label[n++] = rows.node[rows.start[v]];
    }
    if (n_several > 0 && !run->quiet)
        fprintf (stderr, "rhumb eval: %u %s left out\n", n_several,
                 rhumb_plural (n_several, "paper with several labels is",
                               "papers with several labels are"));
    return n;
}

/* With one label any partition would agree with chance, and k-means with one cluster wholly. */
static gboolean
check_labels (const guint32 *label, guint32 n, const char *file, GError **error)
{
    for (guint32 i = 1; i < n; i++) {
        if (label[i] != label[0])
            return TRUE;
    }
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_NOT_FOUND,
                 "%s gives %u of these papers one label%s%s, expected two labels at least", file, n,
                 rhumb_plural (n, "", " each"), n > 1 ? ", always the same" : "");
    return FALSE;
}

static GArray *
compare_clusters (const Run *run, const Results *results, const Choice *choice,
                  const RhumbNetwork *labels, const RhumbVectors *vectors, GError **error)
{
    const guint32 n_papers = rhumb_corpus_get_n_papers (results->corpus);
    const guint d = rhumb_vectors_get_n_dimensions (vectors);
    g_autofree guint32 *paper = g_new (guint32, (gsize)n_papers + 1);
    g_autofree guint32 *label = g_new (guint32, (gsize)n_papers + 1);
    g_autofree guint32 *cluster = g_new (guint32, (gsize)n_papers + 1);
    g_autofree float *row = g_new (float, (gsize)n_papers *d + 1);
    const guint32 *topic =
        rhumb_partition_get_clusters (rhumb_topics_get_partition (results->topics));
    const guint32 n = list_labelled (run, labels, paper, label);
    if (!check_labels (label, n, choice->labels, error))
        return NULL;
    GArray *figures = g_array_new (FALSE, FALSE, sizeof (RhumbFigure));
    for (guint32 i = 0; i < n; i++) {
        cluster[i] = topic[paper[i]];
        memcpy (row + (gsize)i * d, rhumb_vectors_get_row (vectors, paper[i]), d * sizeof *row);
    }
    rhumb_test_clusters (figures, "topics", cluster, label, n, (guint)choice->n_samples,
                         (guint64)run->seed);
    rhumb_k_means (row, n, d, MAX (rhumb_network_get_n_to (labels), 1), 10, (guint64)run->seed,
                   cluster);
    rhumb_test_clusters (figures, "k-means", cluster, label, n, (guint)choice->n_samples,
                         (guint64)run->seed);
    return figures;
}

static GArray *
eval_clusters (Run *run, Results *results, const Choice *choice, const RhumbLikeness *likeness,
               GError **error)
{
    g_autoptr (RhumbNetwork) labels = load_labels (run, results, choice, error);
    if (labels == NULL || !run_rank_and_find_topics (run, results, error))
        return NULL;
    g_autoptr (RhumbVectors) vectors =
        make_vectors (run, results, choice, likeness, likeness->network, error);
    return vectors != NULL ? compare_clusters (run, results, choice, labels, vectors, error) : NULL;
}

static GArray *
eval_links (Run *run, Results *results, const Choice *choice, const RhumbLikeness *likeness,
            GError **error)
{
    const RhumbNetwork *cites = rhumb_graph_get_relation (results->graph, RHUMB_RELATION_CITES);
    g_autofree guint64 *key = rhumb_likeness_list_keys (likeness, results->graph);
    g_autoptr (RhumbLinkSplit) split =
        rhumb_split_links (cites, key, 0.1, 0.05, (guint64)run->seed, error);
    g_autoptr (RhumbNetwork) left =
        split != NULL ? rhumb_hold_out_links (split, likeness->network, error) : NULL;
    g_autoptr (RhumbVectors) vectors =
        left != NULL ? make_vectors (run, results, choice, likeness, left, error) : NULL;
    return vectors != NULL ? rhumb_test_links (split, left, vectors, (guint)choice->n_samples,
                                               (guint64)run->seed)
                           : NULL;
}

static GArray *
eval_references (Run *run, Results *results, const Choice *choice, const RhumbLikeness *likeness,
                 GError **error)
{
    const RhumbNetwork *cites = rhumb_graph_get_relation (results->graph, RHUMB_RELATION_CITES);
    const RhumbReferenceTestOptions options = {choice->until, 1000, (guint)choice->n_samples,
                                               (guint64)run->seed};
    g_autofree gboolean *later = rhumb_list_later_papers (results->corpus, choice->until);
    g_autoptr (RhumbNetwork) known = rhumb_hold_out_nodes (
        likeness->network, later, rhumb_corpus_get_n_papers (results->corpus), error);
    g_autoptr (RhumbVectors) vectors =
        known != NULL ? make_vectors (run, results, choice, likeness, known, error) : NULL;
    return vectors != NULL
               ? rhumb_test_references (results->corpus, cites, known, vectors, &options, error)
               : NULL;
}

static Method
find_method (const Choice *choice)
{
    if (g_str_equal (choice->task, "embedding"))
        return METHOD_REGRESSION;
    if (g_str_equal (choice->task, "clusters"))
        return METHOD_AGREEMENT;
    return choice->until > 0 ? METHOD_HIDDEN_REFERENCES : METHOD_HIDDEN_LINKS;
}

static GArray *
evaluate (Run *run, Results *results, const Choice *choice, GError **error)
{
    if (!run_load (run, results, error) || !run_build_graph (run, results, error))
        return NULL;
    g_autoptr (RhumbLikeness) likeness =
        rhumb_likeness_new (results->graph, &choice->likeness, error);
    if (likeness == NULL)
        return NULL;
    methods_add (run, METHOD_VECTORS);
    methods_add (run, find_method (choice));
    if (g_str_equal (choice->task, "embedding"))
        return eval_embedding (run, results, choice, likeness, error);
    if (g_str_equal (choice->task, "clusters"))
        return eval_clusters (run, results, choice, likeness, error);
    return choice->until > 0 ? eval_references (run, results, choice, likeness, error)
                             : eval_links (run, results, choice, likeness, error);
}

static void
add_value (Table *table, double value)
{
    if (isnan (value))
        table_add_null (table);
    else
        table_add_number (table, value);
}

static Table *
list_figures (const Run *run, const Choice *choice, const GArray *figures)
{
    static const char *const COLUMNS[] = {"task", "method", "measure", "value", "deviation",
                                          "low",  "high",   "cases",   NULL};
    Table *table = table_new (COLUMNS, run->json);
    for (guint i = 0; i < run_limit (run, figures->len); i++) {
        const RhumbFigure *figure = &g_array_index (figures, RhumbFigure, i);
        table_add_text (table, choice->task);
        table_add_text (table, figure->method);
        table_add_text (table, figure->measure);
        add_value (table, figure->value);
        add_value (table, figure->deviation);
        add_value (table, figure->low);
        add_value (table, figure->high);
        table_add_integer (table, figure->n_cases);
    }
    return table;
}

/* Takes the task off the inputs. */
static gboolean
find_task (Run *run, Choice *choice, GError **error)
{
    static const char *const TASKS[] = {"embedding", "clusters", "links", NULL};
    if (run->inputs[0] == NULL || !g_strv_contains (TASKS, run->inputs[0])) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                     "“%s” is nothing to evaluate, expected embedding, clusters or links",
                     run->inputs[0] != NULL ? run->inputs[0] : "");
        return FALSE;
    }
    choice->task = run->inputs[0];
    for (guint i = 0; run->inputs[i] != NULL; i++)
        run->inputs[i] = run->inputs[i + 1];
    return run_find_inputs (run, error);
}

/* Only the regression of embedding learns from a share of the papers. */
static gboolean
check_used (const Run *run, const Choice *choice, GError **error)
{
    static const char *const OF_REGRESSION[] = {"train", "penalty", "repeats"};
    const gboolean learns = g_str_equal (choice->task, "embedding");
    for (guint i = 0; i < G_N_ELEMENTS (OF_REGRESSION); i++) {
        if (!run_check_used (run, OF_REGRESSION[i], learns, "embedding", error))
            return FALSE;
    }
    return run_check_topics_used (run, g_str_equal (choice->task, "clusters"), "clusters", error);
}

static gboolean
check_choice (Run *run, Choice *choice, GError **error)
{
    if (!find_task (run, choice, error) ||
        (choice->links != NULL && !parse_link_weights (choice->links, &choice->likeness, error)))
        return FALSE;
    const gboolean of_links = g_str_equal (choice->task, "links");
    if (!choice_check_number ("dimensions", choice->n_dimensions, 1, RHUMB_FASTRP_MAX_DIMENSIONS,
                              error) ||
        !choice_check_number ("repeats", choice->n_repeats, 1, MOST_REPEATS, error) ||
        !choice_check_number ("samples", choice->n_samples, 0, MOST_SAMPLES, error) ||
        !choice_check_number ("until", choice->until, 0, LAST_YEAR, error))
        return FALSE;
    if ((of_links ? choice->labels == NULL : choice->labels != NULL) &&
        (of_links || choice->until == 0))
        return check_used (run, choice, error);
    g_set_error_literal (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                         of_links ? "--labels is not used by links, expected it for embedding or "
                                    "clusters"
                         : choice->labels == NULL
                             ? "nothing to compare with, expected --labels FILE"
                             : "--until is for links only, expected it there");
    return FALSE;
}

static int
run_eval (const Command *command, int argc, char **argv)
{
    g_auto (Choice) choice = {.n_dimensions = 128,
                              .train = 0.2,
                              .n_repeats = 5,
                              .n_samples = 200,
                              .likeness = RHUMB_LIKENESS_DEFAULTS};
    g_auto (Run) run = {0};
    g_auto (Results) results = {0};
    g_autoptr (GError) error = NULL;
    const GOptionEntry own[] = {
        {"labels", 0, 0, G_OPTION_ARG_FILENAME, &choice.labels,
         "Labels of papers: a table with the columns id and label", "FILE"},
        {"until", 0, 0, G_OPTION_ARG_INT, &choice.until,
         "Later papers ask for a hidden reference (links)", "YEAR"},
        {"train", 0, 0, G_OPTION_ARG_DOUBLE, &choice.train,
         "Share of papers to learn from (0.2; embedding)", "X"},
        {"penalty", 0, 0, G_OPTION_ARG_DOUBLE, &choice.penalty,
         "C of the regression (the best of five; embedding)", "C"},
        {"repeats", 0, 0, G_OPTION_ARG_INT, &choice.n_repeats, "Splits (5; embedding)", "N"},
        {"samples", 0, 0, G_OPTION_ARG_INT, &choice.n_samples,
         "Samples of an interval, 0 for none (200)", "N"},
        {"dimensions", 0, 0, G_OPTION_ARG_INT, &choice.n_dimensions, "Numbers of a vector (128)",
         "N"},
        {"links", 0, 0, G_OPTION_ARG_STRING, &choice.links,
         "Weights λ (citations=1,concepts=1,venues=0,years=0,people=0,words=0.1)", "KIND=X,…"},
        {NULL},
    };
    if (!run_parse (&run, command, RUN_READS | RUN_CONCEPTS | RUN_TOPICS | RUN_TABLE, own, argc,
                    argv, &error))
        return error != NULL ? command_fail (command, error) : EXIT_DONE;
    if (!check_choice (&run, &choice, &error))
        return command_fail (command, error);
    g_autoptr (GArray) figures = evaluate (&run, &results, &choice, &error);
    if (figures == NULL)
        return command_fail (command, error);
    g_autoptr (Table) table = list_figures (&run, &choice, figures);
    if (!run_write_table (&run, table, &error) || !run_finish (&run, &results, &error))
        return command_fail (command, error);
    return EXIT_DONE;
}
