/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * rhumb predict-links: what a paper might have cited, and does not.
 */
#include "cli/choose-papers.h"
#include "cli/methods.h"
#include "cli/graph-walk.h"
#include "cli/neighbour-table.h"
#include "cli/run.h"

static int run_predict_links (const Command *command, int argc, char **argv);

const Command command_predict_links = {
    "predict-links",
    "references that a paper may have missed",
    "--id ID… FILE…",
    "A reader starts at the papers named by --id and at all that they cite, as in rhumb related, and the\n"
    "papers that he comes by most often are listed, but for those that are cited already, that cite one\n"
    "of the named, or that appeared after all of these. How often such a list has a reference that was\n"
    "hidden: rhumb eval links --until YEAR (there the method is called walk).\n"
    "A paper is named by a DOI, an arXiv id, an id or a part of its title that no other has.\n\n"
    "Columns: rank, id, title, year, score (share of visits), why: through what most visits come. All\n"
    "of FILE is read first.\n\n"
    "Example: rhumb predict-links --id n09 examples/citations.jsonl",
    run_predict_links,
};

/* The papers and all that they cite, each once; marks these and what cites the papers. */
static GArray *
list_start (const RhumbNetwork *cites, const guint32 *paper, guint n, guint8 *known)
{
    const RhumbRows out = rhumb_network_get_out_rows (cites);
    const RhumbRows in = rhumb_network_get_in_rows (cites);
    GArray *start = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint i = 0; i < n; i++) {
        known[paper[i]] = 1;
        g_array_append_val (start, paper[i]);
    }
    for (guint i = 0; i < n; i++) {
        for (gsize e = out.start[paper[i]]; e < out.start[paper[i] + 1]; e++) {
            if (!known[out.node[e]])
                g_array_append_val (start, out.node[e]);
            known[out.node[e]] = 1;
        }
    }
    for (guint i = 0; i < n; i++) {
        for (gsize e = in.start[paper[i]]; e < in.start[paper[i] + 1]; e++)
            known[in.node[e]] = 1;
    }
    return start;
}

/* The last year of the papers; 0 if one has none, for then nothing is known to be later. */
static int
get_last_year (const RhumbCorpus *corpus, const guint32 *paper, guint n)
{
    int last = 0;
    for (guint i = 0; i < n; i++) {
        const int year = rhumb_corpus_get_paper (corpus, paper[i])->year;
        if (year == 0)
            return 0;
        last = MAX (last, year);
    }
    return last;
}

static GArray *
list_missed (const RhumbCorpus *corpus, RhumbWalker *walker, const guint8 *known, int last_year,
             guint n_best)
{
    g_autoptr (GArray) near =
        rhumb_walker_list_best (walker, 0, rhumb_corpus_get_n_papers (corpus), G_MAXUINT);
    GArray *missed = rhumb_neighbours_new ();
    for (guint i = 0; i < near->len && missed->len < n_best; i++) {
        const RhumbNeighbour item = g_array_index (near, RhumbNeighbour, i);
        const int year = rhumb_corpus_get_paper (corpus, item.node)->year;
        if (!known[item.node] && (last_year == 0 || year <= last_year))
            g_array_append_val (missed, item);
    }
    return missed;
}

static gboolean
predict (Run *run, Results *results, char **ids, const RhumbLikenessOptions *links, GError **error)
{
    g_auto (GraphWalk) walk = {0};
    guint n = 0;
    g_autofree guint32 *paper = run_load_papers (run, results, ids, &n, error);
    if (paper == NULL || !run_build_graph (run, results, error) ||
        !graph_walk_init (&walk, results->graph, links, error))
        return FALSE;
    g_autofree guint8 *known =
        g_new0 (guint8, (gsize)rhumb_corpus_get_n_papers (results->corpus) + 1);
    g_autoptr (GArray) start = list_start (
        rhumb_graph_get_relation (results->graph, RHUMB_RELATION_CITES), paper, n, known);
    if (!rhumb_walker_start (walk.walker, (const guint32 *)(gpointer)start->data, NULL, start->len,
                             NULL, error))
        return FALSE;
    g_autoptr (GArray) missed =
        list_missed (results->corpus, walk.walker, known, get_last_year (results->corpus, paper, n),
                     neighbour_limit (run));
    methods_add (run, METHOD_WALK);
    run->why_nothing = "all that a walk comes by is cited already, cites it or is younger";
    g_autoptr (Table) table = neighbour_table (run, results->graph, missed, graph_walk_why, &walk);
    return run_write_table (run, table, error) && run_finish (run, results, error);
}

static int
run_predict_links (const Command *command, int argc, char **argv)
{
    g_auto (Run) run = {0};
    g_auto (Results) results = {0};
    g_auto (GStrv) ids = NULL;
    g_autofree char *links_text = NULL;
    RhumbLikenessOptions links = RHUMB_LIKENESS_DEFAULTS;
    g_autoptr (GError) error = NULL;
    const GOptionEntry own[] = {
        {"id", 0, 0, G_OPTION_ARG_STRING_ARRAY, &ids, "A paper; repeatable", "ID"},
        {"links", 0, 0, G_OPTION_ARG_STRING, &links_text,
         "Weights λ (citations=1,concepts=1,venues=0,years=0,people=0,words=0.1)", "KIND=X,…"},
        {NULL},
    };
    if (!run_parse (&run, command, RUN_READS | RUN_CONCEPTS | RUN_TABLE, own, argc, argv, &error))
        return error != NULL ? command_fail (command, error) : EXIT_DONE;
    if (ids == NULL)
        g_set_error_literal (&error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                             "no paper to look at, expected --id");
    if (error != NULL || (links_text != NULL && !parse_link_weights (links_text, &links, &error)) ||
        !predict (&run, &results, ids, &links, &error))
        return command_fail (command, error);
    return EXIT_DONE;
}
