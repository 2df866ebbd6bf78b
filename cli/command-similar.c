/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * rhumb similar: the papers most like one, by what they have in common.
 */
#include <string.h>

#include "cli/among.h"
#include "cli/choice.h"
#include "cli/choose-papers.h"
#include "cli/compare.h"
#include "cli/index-answers.h"
#include "cli/methods.h"
#include "cli/graph-walk.h"
#include "cli/neighbour-table.h"
#include "cli/run.h"
#include "cli/vector-answers.h"

static int run_similar (const Command *command, int argc, char **argv);
static int run_expand (const Command *command, int argc, char **argv);

const Command command_similar = {
    "similar",
    "papers like this one, by what they share",
    "--id ID… FILE…",
    COMPARISON_HELP
    "vectors: cosine of the vectors of rhumb embed, so papers may be alike that share nothing themselves;\n"
    "all are compared, but in an index of over 20000 papers, where nearly all of the nearest are found\n"
    "through links between vectors (Malkov and Yashunin 2020, doi:10.1109/TPAMI.2018.2889473); a\n"
    "message says which.\n"
    "--since, --until and --among list papers of some years, or of a set: FILE has an id a line, or a\n"
    "column “id”, as rhumb topics --members writes.\n"
    "Of several --id the mean likeness to all of them counts. A paper is named by a DOI, an arXiv\n"
    "id, an id or a part of its title that no other has.\n\n"
    "Columns: rank, id, title, year, score (from 0 to 1), why: what is shared, most telling first.\n"
    "But for vectors every paper that shares anything is compared. All of FILE is read first,\n"
    "unless it is a library with an index (rhumb index).\n\n"
    "Example: rhumb similar --id \"Multi-Head Adapter Routing\" examples/papers-page.txt",
    run_similar,
};

const Command command_expand = {
    "expand",
    "grow a topic from a few papers",
    "--id ID… FILE…",
    "Again and again the paper joins that has most in common with the set beyond chance (sets grown\n"
    "from seeds: Chamberlain, Levy-Kramer, Humby and Deisenroth 2018,\n"
    "doi:10.1371/journal.pone.0188702); who joins with doubts draws in others less. Ends early when\n"
    "no paper has more in common with the set than chance gives.\n"
    "--by all: concepts, citations and words, as rhumb related weighs; text: concepts and words\n"
    "alone; links: papers that cite or are cited; refs: all cited works, also those outside FILE\n"
    "(bibliographic coupling). What many papers have counts less.\n"
    "walk: a reader starts at these papers, as in rhumb related; papers join that he comes by most\n"
    "often for their strength (Andersen, Chung and Lang 2006, doi:10.1109/FOCS.2006.44); score is\n"
    "how many times more often than starting anywhere.\n"
    "A paper is named by a DOI, an arXiv id, an id or a part of its title that no other has.\n\n"
    "Columns: rank (in the order of joining), id, title, year, score (at that time: what it has in\n"
    "common with members less what chance gives, over the root of the latter; above 0), why: what\n"
    "is shared with the papers of --id, or else with some that joined before. All of FILE is read\n"
    "first.\n\n"
    "Example: rhumb expand --id \"Glider\" --id \"Multi-Head Adapter\" --size 10 examples/papers-page.txt",
    run_expand,
};

typedef struct {
    char **ids;
    char *by;
    Among among;
    int size; /* how many papers to add; 0 = similar is asked, which adds none */
} Choice;

static void
choice_clear (Choice *choice)
{
    g_strfreev (choice->ids);
    g_free (choice->by);
    among_clear (&choice->among);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Choice, choice_clear)

static gboolean
is_by (const Choice *choice, const char *what)
{
    return g_str_equal (choice->by, what);
}

typedef struct {
    const RhumbGraph *graph;
    const Comparison *comparison;
    const guint32 *papers; /* those asked about, then those found */
    guint n_papers;        /* that are asked about */
    guint n_all;
} Reasons;

static char *
give_reason (gconstpointer data, guint32 node)
{
    const Reasons *reasons = data;
    g_autofree char *why = comparison_why (reasons->comparison, reasons->graph, node,
                                           reasons->papers, reasons->n_papers);
    if (*why != '\0')
        return g_steal_pointer (&why);
    /* Only with some that joined before it. */
    guint n = reasons->n_papers;
    while (n < reasons->n_all && reasons->papers[n] != node)
        n++;
    return comparison_why (reasons->comparison, reasons->graph, node, reasons->papers, n);
}

static gboolean
answer_by_walk (Run *run, Results *results, char **ids, int size, GError **error)
{
    guint n = 0;
    g_autofree guint32 *paper = run_load_papers (run, results, ids, &n, error);
    if (paper == NULL || !run_build_graph (run, results, error))
        return FALSE;
    g_auto (GraphWalk) walk = {0};
    if (!graph_walk_init (&walk, results->graph, NULL, error) ||
        !rhumb_walker_start (walk.walker, paper, NULL, n, NULL, error))
        return FALSE;
    g_autoptr (GArray) found = rhumb_walker_list_swept (
        walk.walker, 0, rhumb_corpus_get_n_papers (results->corpus), (guint)size);
    g_autoptr (Table) table = neighbour_table (run, results->graph, found, graph_walk_why, &walk);
    return run_write_table (run, table, error) && run_finish (run, results, error);
}

static guint32
find_id (gpointer data, const char *id)
{
    return find_paper_by_id (data, id);
}

static int
get_year (gpointer data, guint32 paper)
{
    return rhumb_corpus_get_paper (data, paper)->year;
}

static GArray *
find_similar (const Run *run, const Results *results, const Comparison *comparison,
              const Choice *choice, const guint32 *paper, guint n, GError **error)
{
    g_autofree guint8 *allowed = NULL;
    const guint32 n_papers = rhumb_corpus_get_n_papers (results->corpus);
    if (choice->size > 0)
        return rhumb_grow_set (comparison->features, n_papers, paper, n, (guint)choice->size,
                               error);
    if (!among_list (&choice->among, run, n_papers, find_id, get_year, results->corpus, &allowed,
                     error))
        return NULL;
    if (!is_by (choice, "vectors"))
        return comparison_find_similar (comparison->overlap, n_papers, paper, n, allowed,
                                        neighbour_limit (run));
    /* To link them for one question takes longer than to compare all. */
    g_autoptr (RhumbLikeness) likeness = rhumb_likeness_new (results->graph, NULL, error);
    if (likeness == NULL)
        return NULL;
    g_autoptr (RhumbHnsw) hnsw = make_vectors (run, results->graph, likeness, G_MAXUINT32, error);
    return hnsw != NULL
               ? find_by_vectors (run, hnsw, paper, n, allowed, neighbour_limit (run), error)
               : NULL;
}

static gboolean
is_by_citations (const Choice *choice)
{
    return is_by (choice, "refs") || is_by (choice, "links");
}

static gboolean
build_graph (Run *run, Results *results, const Choice *choice, GError **error)
{
    return is_by_citations (choice) ? run_build_graph_without_concepts (run, results, error)
                                    : run_build_graph (run, results, error);
}

static gboolean
answer (Run *run, Results *results, const Choice *choice, GError **error)
{
    g_auto (Comparison) comparison = {0};
    guint n = 0;
    g_autofree guint32 *paper = run_load_papers (run, results, choice->ids, &n, error);
    if (paper == NULL || !build_graph (run, results, choice, error) ||
        !comparison_prepare (&comparison, results->graph,
                             is_by (choice, "vectors") ? "all" : choice->by, choice->size > 0,
                             error))
        return FALSE;
    g_autoptr (GArray) found = find_similar (run, results, &comparison, choice, paper, n, error);
    if (found == NULL)
        return FALSE;
    g_autofree guint32 *members = g_new (guint32, n + found->len);
    memcpy (members, paper, n * sizeof *paper);
    for (guint i = 0; i < found->len; i++)
        members[n + i] = g_array_index (found, RhumbNeighbour, i).node;
    const Reasons reasons = {results->graph, &comparison, members, n, n + found->len};
    g_autoptr (Table) table = neighbour_table (run, results->graph, found, give_reason, &reasons);
    return run_write_table (run, table, error) && run_finish (run, results, error);
}

/* @answered: whether there is an index that knows. */
static gboolean
answer_from_index (Run *run, const Results *results, const Choice *choice, gboolean *answered,
                   GError **error)
{
    if (choice->size > 0 || !(is_by (choice, "all") || is_by (choice, "vectors")))
        return TRUE;
    g_autoptr (RhumbLinkIndex) index = index_open (run);
    g_autoptr (Table) table = NULL;
    if (index == NULL)
        return TRUE;
    if (!index_answer_similar (run, index, choice->ids, is_by (choice, "vectors"), &choice->among,
                               &table, error))
        return FALSE;
    *answered = table != NULL;
    return table == NULL ||
           (run_write_table (run, table, error) && run_finish (run, results, error));
}

static gboolean
check (const Run *run, const Choice *choice, GError **error)
{
    if (choice->ids == NULL) {
        g_set_error_literal (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                             "no paper to start from, expected --id");
        return FALSE;
    }
    if ((run_was_given (run, "size") && !choice_check_least ("size", choice->size, 1, error)) ||
        !among_check (&choice->among, error) ||
        !run_check_concepts_used (run, !is_by_citations (choice), "another --by", error))
        return FALSE;
    return comparison_check (choice->by, choice->size > 0 ? "walk" : "vectors", error);
}

static void
add_methods (Run *run, const Choice *choice)
{
    if (is_by (choice, "walk"))
        methods_add (run, METHOD_WALK);
    else if (choice->size > 0)
        methods_add (run, METHOD_GROWTH);
    else if (is_by (choice, "vectors"))
        methods_add (run, METHOD_VECTORS);
    else
        methods_add (run, is_by (choice, "refs") || is_by (choice, "links") ? METHOD_JACCARD
                                                                            : METHOD_COSINE);
}

static gboolean
find_answer (Run *run, Results *results, const Choice *choice, GError **error)
{
    gboolean answered = FALSE;
    add_methods (run, choice);
    if (!answer_from_index (run, results, choice, &answered, error))
        return FALSE;
    if (answered)
        return TRUE;
    run->why_nothing = "no other paper that may be listed shares anything with these";
    return is_by (choice, "walk") ? answer_by_walk (run, results, choice->ids, choice->size, error)
                                  : answer (run, results, choice, error);
}

static int
run_similar (const Command *command, int argc, char **argv)
{
    g_auto (Run) run = {0};
    g_auto (Results) results = {0};
    g_auto (Choice) choice = {0};
    g_autoptr (GError) error = NULL;
    const GOptionEntry own[] = {
        {"id", 0, 0, G_OPTION_ARG_STRING_ARRAY, &choice.ids, "A paper; repeatable", "ID"},
        {"by", 0, 0, G_OPTION_ARG_STRING, &choice.by,
         "Compare all, text, links, refs or vectors (all)", "WHAT"},
        {"since", 0, 0, G_OPTION_ARG_INT, &choice.among.since, "List none before YEAR", "YEAR"},
        {"until", 0, 0, G_OPTION_ARG_INT, &choice.among.until, "List none after YEAR", "YEAR"},
        {"among", 0, 0, G_OPTION_ARG_FILENAME, &choice.among.file, "List only papers of FILE",
         "FILE"},
        {NULL},
    };
    if (!run_parse (&run, command, RUN_READS | RUN_CONCEPTS | RUN_TABLE, own, argc, argv, &error))
        return error != NULL ? command_fail (command, error) : EXIT_DONE;
    if (choice.by == NULL)
        choice.by = g_strdup ("all");
    if (!check (&run, &choice, &error) || !find_answer (&run, &results, &choice, &error))
        return command_fail (command, error);
    return EXIT_DONE;
}

static int
run_expand (const Command *command, int argc, char **argv)
{
    g_auto (Run) run = {0};
    g_auto (Results) results = {0};
    g_auto (Choice) choice = {.size = DEFAULT_NEIGHBOURS};
    g_autoptr (GError) error = NULL;
    const GOptionEntry own[] = {
        {"id", 0, 0, G_OPTION_ARG_STRING_ARRAY, &choice.ids, "A paper; repeatable", "ID"},
        {"by", 0, 0, G_OPTION_ARG_STRING, &choice.by,
         "Compare all, text, links, refs or walk (all)", "WHAT"},
        {"size", 0, 0, G_OPTION_ARG_INT, &choice.size, "How many papers to add (20)", "N"},
        {NULL},
    };
    if (!run_parse (&run, command, RUN_READS | RUN_CONCEPTS | RUN_TABLE, own, argc, argv, &error))
        return error != NULL ? command_fail (command, error) : EXIT_DONE;
    if (choice.by == NULL)
        choice.by = g_strdup ("all");
    if (run.top > 0)
        choice.size = run_was_given (&run, "size") ? MIN (choice.size, run.top) : run.top;
    if (!check (&run, &choice, &error) || !find_answer (&run, &results, &choice, &error))
        return command_fail (command, error);
    return EXIT_DONE;
}
