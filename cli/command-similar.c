/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * rhumb similar: the papers most like one, by what they have in common.
 */
#include <string.h>

#include "cli/choose-papers.h"
#include "cli/compare.h"
#include "cli/index-answers.h"
#include "cli/neighbour-table.h"
#include "cli/run.h"

static int run_similar (const Command *command, int argc, char **argv);
static int run_expand (const Command *command, int argc, char **argv);

const Command command_similar = {
    "similar",
    "papers like this one, by what they share",
    "--id ID… FILE…",
    COMPARISON_HELP
    "Of several --id the mean likeness to all of them counts. A paper is named by a DOI, an arXiv\n"
    "id, an id or a part of its title that no other has.\n\n"
    "Columns: rank, id, title, year, score (from 0 to 1), why: what is shared, most telling "
    "first.\n"
    "Every paper that shares anything is compared, none is left out by sampling. All of FILE is\n"
    "read first, unless it is a library with an index (rhumb index).\n\n"
    "Example: rhumb similar --id \"Multi-Head Adapter Routing\" examples/papers-page.txt",
    run_similar,
};

const Command command_expand = {
    "expand",
    "grow a topic from a few papers",
    "--id ID… FILE…",
    "Again and again the paper that is most like the set, on average over all its members, joins "
    "it\n"
    "(Chamberlain, Levy-Kramer, Humby and Deisenroth 2018, "
    "doi:10.1371/journal.pone.0188702).\n" COMPARISON_HELP
    "walk: a reader starts at these papers, as in rhumb related; papers join that he comes by "
    "most\n"
    "often for their strength (Andersen, Chung and Lang 2006, doi:10.1109/FOCS.2006.44); score is "
    "how\n"
    "many times more often than starting anywhere. Finds more of a set than comparing does.\n"
    "Ends early when no paper shares anything with the set. A paper is named by a DOI, an arXiv "
    "id,\n"
    "an id or a part of its title that no other has.\n\n"
    "Columns: rank (in the order of joining), id, title, year, score (mean likeness to the "
    "members\n"
    "at that time, from 0 to 1), why: what is shared with them. All of FILE is read first.\n\n"
    "Example: rhumb expand --id \"Glider\" --id \"Multi-Head Adapter\" --size 10 "
    "examples/papers-page.txt",
    run_expand,
};

typedef struct {
    const RhumbGraph *graph;
    const Comparison *comparison;
    const guint32 *papers;
    guint n_papers;
} Reasons;

static char *
give_reason (gconstpointer data, guint32 node)
{
    const Reasons *reasons = data;
    return comparison_why (reasons->comparison, reasons->graph, node, reasons->papers,
                           reasons->n_papers);
}

typedef struct {
    const RhumbGraph *graph;
    const RhumbLikeness *likeness;
    RhumbWalker *walker;
} Walk;

static char *
give_walk_reason (gconstpointer data, guint32 node)
{
    const Walk *walk = data;
    return walk_why (walk->graph, walk->likeness, walk->walker, node);
}

static gboolean
answer_by_walk (Run *run, Results *results, char **ids, int size, GError **error)
{
    guint n = 0;
    if (!run_load (run, results, error) || !run_build_graph (run, results, error))
        return FALSE;
    g_autofree guint32 *paper =
        choose_papers (results->corpus, (const char *const *)ids, &n, error);
    g_autoptr (RhumbLikeness) likeness =
        paper != NULL ? rhumb_likeness_new (results->graph, NULL, error) : NULL;
    g_autoptr (RhumbWalker) walker =
        likeness != NULL ? rhumb_walker_new (likeness->network, error) : NULL;
    if (walker == NULL || !rhumb_walker_start (walker, paper, NULL, n, NULL, error))
        return FALSE;
    g_autoptr (GArray) found = rhumb_walker_list_swept (
        walker, 0, rhumb_corpus_get_n_papers (results->corpus), (guint)size);
    const Walk walk = {results->graph, likeness, walker};
    g_autoptr (Table) table = neighbour_table (run, results->graph, found, give_walk_reason, &walk);
    return run_write_table (run, table, error) && run_finish (run, results, error);
}

static gboolean
answer (Run *run, Results *results, char **ids, const char *by, int size, GError **error)
{
    g_auto (Comparison) comparison = {0};
    guint n = 0;
    if (!run_load (run, results, error) || !run_build_graph (run, results, error))
        return FALSE;
    g_autofree guint32 *paper =
        choose_papers (results->corpus, (const char *const *)ids, &n, error);
    if (paper == NULL || !comparison_prepare (&comparison, results->graph, by, error))
        return FALSE;
    g_autoptr (GArray) found =
        size > 0 ? rhumb_overlap_expand (comparison.overlap, paper, n, (guint)size)
                 : comparison_find_similar (comparison.overlap,
                                            rhumb_corpus_get_n_papers (results->corpus), paper, n,
                                            neighbour_limit (run));
    g_autofree guint32 *members = g_new (guint32, n + found->len);
    memcpy (members, paper, n * sizeof *paper);
    const Reasons reasons = {results->graph, &comparison, members, n};
    g_autoptr (Table) table = neighbour_table (run, results->graph, found, give_reason, &reasons);
    return run_write_table (run, table, error) && run_finish (run, results, error);
}

/* @answered: whether there is an index that knows. */
static gboolean
answer_from_index (Run *run, const Results *results, char **ids, gboolean *answered, GError **error)
{
    g_autoptr (RhumbLinkIndex) index = index_open (run);
    g_autoptr (Table) table = NULL;
    if (index == NULL)
        return TRUE;
    if (!index_answer_similar (run, index, ids, &table, error))
        return FALSE;
    *answered = table != NULL;
    return table == NULL ||
           (run_write_table (run, table, error) && run_finish (run, results, error));
}

static gboolean
check (char **ids, const char *by, gboolean expands, int size, GError **error)
{
    if (ids != NULL && size > 0)
        return (expands && g_str_equal (by, "walk")) || comparison_check (by, error);
    g_set_error_literal (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                         ids == NULL ? "no paper to start from, expected --id"
                                     : "--size is below 1, expected 1 or more");
    return FALSE;
}

static int
run_either (const Command *command, gboolean expands, int argc, char **argv)
{
    g_auto (Run) run = {0};
    g_auto (Results) results = {0};
    g_auto (GStrv) ids = NULL;
    g_autofree char *by = NULL;
    int size = DEFAULT_NEIGHBOURS;
    g_autoptr (GError) error = NULL;
    const GOptionEntry own[] = {
        {"id", 0, 0, G_OPTION_ARG_STRING_ARRAY, &ids, "A paper; repeatable", "ID"},
        {"by", 0, 0, G_OPTION_ARG_STRING, &by,
         expands ? "Compare all, text, links or refs, or walk (all)"
                 : "Compare all, text, links or refs (all)",
         "WHAT"},
        {expands ? "size" : NULL, 0, 0, G_OPTION_ARG_INT, &size, "How many papers to add (20)",
         "N"},
        {NULL},
    };
    if (!run_parse (&run, command, RUN_READS | RUN_CONCEPTS | RUN_TABLE, own, argc, argv, &error))
        return error != NULL ? command_fail (command, error) : EXIT_DONE;
    const char *what = by != NULL ? by : "all";
    gboolean answered = FALSE;
    if (expands && run.top > 0)
        size = run.top;
    if (!check (ids, what, expands, size, &error) ||
        (!expands && g_str_equal (what, "all") &&
         !answer_from_index (&run, &results, ids, &answered, &error)))
        return command_fail (command, error);
    if (answered)
        return EXIT_DONE;
    if (expands && g_str_equal (what, "walk")
            ? !answer_by_walk (&run, &results, ids, size, &error)
            : !answer (&run, &results, ids, what, expands ? size : 0, &error))
        return command_fail (command, error);
    return EXIT_DONE;
}

static int
run_similar (const Command *command, int argc, char **argv)
{
    return run_either (command, FALSE, argc, argv);
}

static int
run_expand (const Command *command, int argc, char **argv)
{
    return run_either (command, TRUE, argc, argv);
}
