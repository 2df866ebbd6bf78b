/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * rhumb reading-list: what to read about a subject, in which order.
 */
#include "cli/choose-papers.h"
#include "cli/methods.h"
#include "cli/graph-walk.h"
#include "cli/neighbour-table.h"
#include "cli/run.h"

static int run_reading_list (const Command *command, int argc, char **argv);

const Command command_reading_list = {
    "reading-list",
    "what to read, in which order",
    "--id ID… | --concept LABEL… | --topic TOPIC FILE…",
    "Chosen are the papers by which a walk from the start comes most often (rhumb related), those\n"
    "named by --id among them; of a topic, only its own papers.\n"
    "Order: a paper comes after all papers of the list that it cites, but a survey need not, because\n"
    "it introduces them. Among those that may come next: surveys, then the higher score, then the\n"
    "earlier year, then the id. Papers that cite each other in a circle begin with the earliest.\n"
    "Without citations that is: surveys, then by score, then by year. A survey is what its source\n"
    "calls a review or its title survey, review, overview, tutorial, primer or introduction to.\n\n"
    "Columns: rank (in reading order), id, title, year, score (share of visits), why: survey, how\n"
    "many papers of the list it cites and is cited by, and through what the walk comes to it.\n"
    "All of FILE is read first.\n\n"
    "Example: rhumb reading-list --concept \"mixture of experts\" examples/papers-page.txt",
    run_reading_list,
};

typedef struct {
    GraphWalk walk;
    const GArray *seeds;
    const GArray *chosen;
} Reasons;

static guint
count_citations (const Reasons *reasons, guint32 node, gboolean citing)
{
    const RhumbNetwork *cites =
        rhumb_graph_get_relation (reasons->walk.graph, RHUMB_RELATION_CITES);
    guint n = 0;
    for (guint i = 0; i < reasons->chosen->len; i++) {
        const guint32 other = g_array_index (reasons->chosen, RhumbNeighbour, i).node;
        n += other != node &&
             rhumb_network_get_weight (cites, citing ? node : other, citing ? other : node) > 0;
    }
    return n;
}

static gboolean
is_seed (const GArray *seeds, guint32 node)
{
    gboolean found = FALSE;
    for (guint i = 0; i < seeds->len; i++)
        found = found || g_array_index (seeds, guint32, i) == node;
    return found;
}

static char *
give_reason (gconstpointer data, guint32 node)
{
    const Reasons *reasons = data;
    const RhumbCorpus *corpus = rhumb_graph_get_corpus (reasons->walk.graph);
    const guint citing = count_citations (reasons, node, TRUE);
    const guint cited = count_citations (reasons, node, FALSE);
    g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
    g_autofree char *after = g_strdup_printf ("cites %u of these", citing);
    g_autofree char *before = g_strdup_printf ("cited by %u of these", cited);
    g_autofree char *walk = graph_walk_why (&reasons->walk, node);
    if (is_seed (reasons->seeds, node))
        g_strv_builder_add (parts, "start");
    if (rhumb_paper_is_survey (rhumb_corpus_get_paper (corpus, node)))
        g_strv_builder_add (parts, "survey");
    if (cited > 0)
        g_strv_builder_add (parts, before);
    if (citing > 0)
        g_strv_builder_add (parts, after);
    if (*walk != '\0')
        g_strv_builder_add (parts, walk);
    g_auto (GStrv) list = g_strv_builder_end (parts);
    return g_strjoinv ("; ", list);
}

/* The papers to choose from by where the walk goes: all, or those of the topic. */
static GArray *
choose_best (RhumbWalker *walker, guint32 n_papers, const RhumbTopic *topic, guint n_best)
{
    GArray *list = rhumb_neighbours_new ();
    const guint32 n = topic != NULL ? topic->n_papers : n_papers;
    for (guint32 i = 0; i < n; i++) {
        const guint32 v = topic != NULL ? topic->papers[i] : i;
        const RhumbNeighbour item = {v, rhumb_walker_get_score (walker, v)};
        if (item.score > 0)
            g_array_append_val (list, item);
    }
    rhumb_neighbours_keep_best (list, n_best);
    return list;
}

static const RhumbTopic *
find_topic (Run *run, Results *results, const char *name, GError **error)
{
    if (!run_rank_and_find_topics (run, results, error))
        return NULL;
    const guint32 topic = choose_topic (results->topics, name, error);
    return topic != RHUMB_NONE ? rhumb_topics_get_topic (results->topics, topic) : NULL;
}

static Table *
list_papers (Run *run, Results *results, const Named *choice, const guint32 *paper, guint n,
             GError **error)
{
    const RhumbTopic *topic =
        choice->topic != NULL ? find_topic (run, results, choice->topic, error) : NULL;
    if (choice->topic != NULL && topic == NULL)
        return NULL;
    g_autoptr (GArray) seeds = choose_start (results->graph, paper, n, choice->concepts, error);
    if (seeds == NULL)
        return NULL;
    if (topic != NULL)
        g_array_append_vals (seeds, topic->papers, topic->n_papers);
    g_auto (GraphWalk) walk = {0};
    if (!graph_walk_init (&walk, results->graph, NULL, error) ||
        !rhumb_walker_start (walk.walker, (const guint32 *)(gpointer)seeds->data, NULL, seeds->len,
                             NULL, error))
        return NULL;
    methods_add (run, METHOD_WALK);
    g_autoptr (GArray) chosen = choose_best (
        walk.walker, rhumb_corpus_get_n_papers (results->corpus), topic, neighbour_limit (run));
    rhumb_order_for_reading (results->graph, chosen);
    g_autoptr (GArray) starts =
        topic == NULL ? g_array_ref (seeds) : g_array_new (FALSE, FALSE, sizeof (guint32));
    const Reasons reasons = {walk, starts, chosen};
    return neighbour_table (run, results->graph, chosen, give_reason, &reasons);
}

static int
run_reading_list (const Command *command, int argc, char **argv)
{
    g_auto (Named) choice = {0};
    g_auto (Run) run = {0};
    g_auto (Results) results = {0};
    g_autoptr (GError) error = NULL;
    const GOptionEntry own[] = {
        {"id", 0, 0, G_OPTION_ARG_STRING_ARRAY, &choice.ids, "A paper to start from; repeatable",
         "ID"},
        {"concept", 0, 0, G_OPTION_ARG_STRING_ARRAY, &choice.concepts,
         "A concept to read about; repeatable", "LABEL"},
        {"topic", 0, 0, G_OPTION_ARG_STRING, &choice.topic, "A topic, by number or label", "TOPIC"},
        {NULL},
    };
    if (!run_parse (&run, command, RUN_READS | RUN_CONCEPTS | RUN_TOPICS | RUN_TABLE, own, argc,
                    argv, &error))
        return error != NULL ? command_fail (command, error) : EXIT_DONE;
    if ((choice.topic != NULL) == (choice.ids != NULL || choice.concepts != NULL))
        g_set_error_literal (&error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                             "expected --id or --concept, or else --topic");
    if (error != NULL || !run_check_topics_used (&run, choice.topic != NULL, "--topic", &error))
        return command_fail (command, error);
    guint n = 0;
    g_autofree guint32 *paper = run_load_papers (&run, &results, choice.ids, &n, &error);
    if (paper == NULL || !run_build_graph (&run, &results, &error))
        return command_fail (command, error);
    g_autoptr (Table) table = list_papers (&run, &results, &choice, paper, n, &error);
    if (table == NULL || !run_write_table (&run, table, &error) ||
        !run_finish (&run, &results, &error))
        return command_fail (command, error);
    return EXIT_DONE;
}
