/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * rhumb related: what is near these papers or concepts, through whatever links them.
 */
#include "cli/choice.h"
#include "cli/index-answers.h"
#include "cli/methods.h"
#include "cli/graph-walk.h"
#include "cli/neighbour-table.h"
#include "cli/related-each.h"
#include "cli/run.h"

static int run_related (const Command *command, int argc, char **argv);

const Command command_related = {
    "related",
    "what is near these papers, through citations and concepts",
    "--id ID… FILE…  or  related --each FILE…",
    "A reader starts at the papers named by --id and the concepts named by --concept, follows links\n"
    "at random with probability 0.85 and else starts there again (personalised PageRank, Andersen,\n"
    "Chung and Lang 2006, doi:10.1109/FOCS.2006.44). Links are citations, and what papers share: a\n"
    "concept, and with --links a venue, a year or a person, each weighing λ ln(1 + n/n_f) / √n_f, n_f\n"
    "being the papers that share it. So it works without citations too.\n"
    "A paper is named by a DOI, an arXiv id, an id or a part of its title that no other has.\n\n"
    "Columns: rank, id, title, year, score (share of visits), why: through what most visits come,\n"
    "at most three: concepts by name, papers as \"cites\" or \"cited by\", else words.\n"
    "The surroundings of the start are searched in milliseconds; --exact solves for all nodes. All\n"
    "of FILE is read first, unless it is a library with an index (rhumb index).\n"
    "--each lists what is near each paper by itself: all papers, or those of --id and --ids-from.\n"
    "Columns then: paper, rank, id, title, year, score; the rows are those of related --id, written\n"
    "as they are found, --top for each paper.\n\n"
    "Example: rhumb related --id \"Multi-Head Adapter Routing\" examples/papers-page.txt",
    run_related,
};

typedef struct {
    char **ids;
    char **concepts;
    char *weights;
    char *direction;
    char *links;
    char *of;
    char *ids_from;
    gboolean exact;
    gboolean each;
} Choice;

static void
choice_clear (Choice *choice)
{
    g_strfreev (choice->ids);
    g_strfreev (choice->concepts);
    g_free (choice->weights);
    g_free (choice->direction);
    g_free (choice->links);
    g_free (choice->of);
    g_free (choice->ids_from);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Choice, choice_clear)

static gboolean
parse_direction (const char *text, RhumbDirection *direction, GError **error)
{
    static const char *const NAMES[] = {"both", "out", "in", NULL};
    guint found = RHUMB_DIRECTION_BOTH;
    const gboolean known = choice_find ("direction", text, NAMES, &found, error);
    *direction = (RhumbDirection)found;
    return known;
}

static Table *
find_related (const Run *run, const Results *results, const Choice *choice, const guint32 *paper,
              guint n, const RhumbLikenessOptions *links, RhumbNodeKind kind, GError **error)
{
    RhumbWalkOptions options = RHUMB_WALK_DEFAULTS;
    options.exact = choice->exact;
    g_autoptr (GArray) seeds = choose_start (results->graph, paper, n, choice->concepts, error);
    if (seeds == NULL)
        return NULL;
    g_autofree double *weight = parse_weights (choice->weights, seeds->len, error);
    if (weight == NULL)
        return NULL;
    g_auto (GraphWalk) walk = {0};
    if (!graph_walk_init (&walk, results->graph, links, error) ||
        !rhumb_walker_start (walk.walker, (const guint32 *)(gpointer)seeds->data, weight,
                             seeds->len, &options, error))
        return NULL;
    g_autoptr (GArray) found = rhumb_walker_list_best (
        walk.walker, rhumb_graph_get_first_node (results->graph, kind),
        rhumb_graph_get_n_nodes_of_kind (results->graph, kind), neighbour_limit (run));
    return neighbour_table (run, results->graph, found, graph_walk_why, &walk);
}

/* Writes the answer from the index of the library, if there is one and nothing is asked that it
 * cannot tell; else @answered stays FALSE. */
static gboolean
answer_from_index (Run *run, const Choice *choice, gboolean *answered, GError **error)
{
    if ((choice->ids == NULL && !choice->each) || choice->concepts != NULL ||
        choice->direction != NULL || choice->links != NULL || choice->of != NULL || choice->exact)
        return TRUE;
    g_autoptr (RhumbLinkIndex) index = index_open (run);
    if (index == NULL)
        return TRUE;
    const EachOf of = {choice->ids, choice->ids_from};
    *answered = TRUE;
    if (choice->each)
        return each_answer_from_index (run, index, &of, error);
    g_autoptr (Table) table = NULL;
    if (!index_answer_related (run, index, choice->ids, choice->weights, &table, error))
        return FALSE;
    *answered = table != NULL;
    return table == NULL || run_write_table (run, table, error);
}

/* The long way: all of the input is read first. */
static gboolean
answer_from_graph (Run *run, Results *results, const Choice *choice,
                   const RhumbLikenessOptions *links, RhumbNodeKind kind, GError **error)
{
    guint n = 0;
    const EachOf of = {choice->ids, choice->ids_from};
    g_autofree guint32 *paper = run_load_papers (run, results, choice->ids, &n, error);
    if (paper == NULL || !run_build_graph (run, results, error))
        return FALSE;
    if (choice->each)
        return each_answer_from_graph (run, results->graph, &of, paper, n, links, kind, error);
    g_autoptr (Table) table = find_related (run, results, choice, paper, n, links, kind, error);
    return table != NULL && run_write_table (run, table, error);
}

static gboolean
check_choice (const Run *run, const Choice *choice, RhumbLikenessOptions *links,
              RhumbNodeKind *kind, GError **error)
{
    static const char *const OF_ONE[] = {"concept", "weights", "exact"};
    if (choice->ids == NULL && choice->concepts == NULL && !choice->each) {
        g_set_error_literal (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                             "nowhere to start, expected --id, --concept or --each");
        return FALSE;
    }
    for (guint i = 0; i < G_N_ELEMENTS (OF_ONE); i++) {
        if (!run_check_used (run, OF_ONE[i], !choice->each, "no --each", error))
            return FALSE;
    }
    if (!run_check_used (run, "ids-from", choice->each, "--each", error))
        return FALSE;
    return parse_direction (choice->direction, &links->direction, error) &&
           choice_find_kind (choice->of, kind, error) &&
           (choice->links == NULL || parse_link_weights (choice->links, links, error));
}

/* Why nothing of a kind may be near, other than that the papers have none. */
static const char *
explain_nothing (const RhumbLikenessOptions *links, RhumbNodeKind kind)
{
    if (kind == RHUMB_NODE_PERSON && links->people <= 0)
        return "people have no links unless they weigh something, as with --links people=1";
    if (kind == RHUMB_NODE_VENUE && links->venues <= 0)
        return "venues have no links unless they weigh something, as with --links venues=1";
    if (kind == RHUMB_NODE_CONCEPT && links->concepts <= 0)
        return "concepts have no links, expected another weight in --links";
    return "no link of those that weigh something in --links leads from the start to any";
}

static int
run_related (const Command *command, int argc, char **argv)
{
    g_auto (Choice) choice = {0};
    g_auto (Run) run = {0};
    g_auto (Results) results = {0};
    g_autoptr (GError) error = NULL;
    RhumbLikenessOptions links = RHUMB_LIKENESS_DEFAULTS;
    RhumbNodeKind kind = RHUMB_NODE_PAPER;
    const GOptionEntry own[] = {
        {"id", 0, 0, G_OPTION_ARG_STRING_ARRAY, &choice.ids, "A paper to start from; repeatable",
         "ID"},
        {"concept", 0, 0, G_OPTION_ARG_STRING_ARRAY, &choice.concepts,
         "A concept to start from; repeatable", "LABEL"},
        {"weights", 0, 0, G_OPTION_ARG_STRING, &choice.weights,
         "How often to start at each, ids first (all alike)", "A,B"},
        {"direction", 0, 0, G_OPTION_ARG_STRING, &choice.direction,
         "Follow citations out, in or both ways (both)", "WAY"},
        {"links", 0, 0, G_OPTION_ARG_STRING, &choice.links,
         "Weights λ (citations=1,concepts=1,venues=0,years=0,people=0,words=0.1)", "KIND=X,…"},
        {"of", 0, 0, G_OPTION_ARG_STRING, &choice.of,
         "List papers, concepts, people or venues (papers)", "KIND"},
        {"exact", 0, 0, G_OPTION_ARG_NONE, &choice.exact, "Solve for all nodes", NULL},
        {"each", 0, 0, G_OPTION_ARG_NONE, &choice.each, "A list for each paper by itself", NULL},
        {"ids-from", 0, 0, G_OPTION_ARG_FILENAME, &choice.ids_from,
         "With --each: papers, an id a line or a column id (all)", "FILE"},
        {NULL},
    };
    if (!run_parse (&run, command, RUN_READS | RUN_CONCEPTS | RUN_TABLE, own, argc, argv, &error))
        return error != NULL ? command_fail (command, error) : EXIT_DONE;
    gboolean answered = FALSE;
    if (!check_choice (&run, &choice, &links, &kind, &error))
        return command_fail (command, error);
    run.why_nothing = explain_nothing (&links, kind);
    methods_add (&run, METHOD_WALK);
    if (!answer_from_index (&run, &choice, &answered, &error) ||
        (!answered && !answer_from_graph (&run, &results, &choice, &links, kind, &error)) ||
        !run_finish (&run, &results, &error))
        return command_fail (command, error);
    return EXIT_DONE;
}
