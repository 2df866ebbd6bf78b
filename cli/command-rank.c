/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * rhumb rank: what matters?
 */
#include "cli/choice.h"
#include "cli/choose-papers.h"
#include "cli/rank-network.h"
#include "cli/rank-scores.h"
#include "cli/rank-table.h"
#include "cli/run.h"

static int run_rank_verb (const Command *command, int argc, char **argv);

const Command command_rank = {
    "rank",
    "what matters: central papers, concepts, people, venues",
    "FILE…",
    "Columns: rank, id, label, year (of papers, else empty), score (of the first name in --by), a\n"
    "column more for each name after it.\n"
    "Of all kinds:\n"
    "  pagerank     share of a random reader's time, who begins at any paper and goes on to\n"
    "               what it cites, to its concepts, people and venue and back, damping 0.85;\n"
    "               sums to 1 over nodes of all kinds (Brin and Page 1998). A concept weighs\n"
    "               as much as the paper is about it, a citation 1, the people of a paper 1 in\n"
    "               all, a venue 0.5\n"
    "  citations    citing papers among these; of people, venues, concepts: of all their papers\n"
    "  degree       links to nodes of all kinds\n"
    "Of people, venues and concepts:\n"
    "  papers       papers\n"
    "  h            papers with at least as many citations (Hirsch 2005)\n"
    "Of papers, by citations alone:\n"
    "  citation-pagerank  pagerank of a reader who goes from paper to cited paper only\n"
    "  citerank     share of the visits of readers who begin at recent papers, chances\n"
    "               exp(-age / 2.6 years), and stop with probability 0.5 (Walker et al. 2007);\n"
    "               papers without a year are as old as the oldest\n"
    "  rescaled     standard deviations of citation-pagerank above the tenth of the papers, at\n"
    "               most 1000, nearest in time (Mariani et al. 2016); 0 without a year\n"
    "  ncs          citations over the mean of the year; 1 = as often as the mean;\n"
    "               papers without a year are compared with each other\n"
    "  hits, hubs   authority, cited by good hubs; hub, citing good authorities; largest is 1\n"
    "               (Kleinberg 1999)\n"
    "  betweenness  share of shortest paths between others that lead here (Freeman 1977)\n"
    "  core         links within the densest part that holds the paper (Seidman 1983)\n"
    "  disruption   1: who cites it forgets its references, or it has none here; -1: nobody does;\n"
    "               0 if nobody cites it (Wu et al. 2019)\n"
    "--within TOPIC: only members of a topic, named by its number or label in rhumb topics.\n"
    "--restart TOPIC: the reader of pagerank begins at the papers of a topic instead of anywhere,\n"
    "so that it ranks what matters to that topic.\n"
    "Files of a network (GraphML, GEXF, GML, Pajek, DOT, VOSviewer, lists of edges) are ranked as\n"
    "they are, with weights, by the scores that need edges alone; pagerank then sums to 1 over\n"
    "their nodes. Options and scores that need papers make papers of the nodes, and references\n"
    "of the edges.\n\n"
    "Example: rhumb rank --of concepts --top 10 examples/papers-page.txt",
    run_rank_verb,
};

typedef struct {
    char *of;
    char *by;
    char *within;
    char *restart;
} Choice;

static void
choice_clear (Choice *choice)
{
    g_free (choice->of);
    g_free (choice->by);
    g_free (choice->within);
    g_free (choice->restart);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Choice, choice_clear)

static gboolean
check_restart (const Choice *choice, const GPtrArray *scores, GError **error)
{
    for (guint i = 0; choice->restart != NULL && i < scores->len; i++) {
        const RankScore *score = g_ptr_array_index (scores, i);
        if (g_str_equal (score->name, "pagerank"))
            return TRUE;
    }
    if (choice->restart != NULL)
        g_set_error_literal (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                             "--restart is for pagerank, expected it in --by");
    return choice->restart == NULL;
}

static gboolean
check_within (const Choice *choice, RhumbNodeKind kind, GError **error)
{
    if (choice->within == NULL || kind == RHUMB_NODE_PAPER || kind == RHUMB_NODE_CONCEPT)
        return TRUE;
    g_set_error_literal (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                         "--within has papers and concepts, expected --of papers or concepts");
    return FALSE;
}

/* Which nodes --within leaves: all if it is not given. */
static gboolean
find_members (const Results *results, const char *within, guint32 *topic, GError **error)
{
    if (within == NULL)
        return TRUE;
    *topic = choose_topic (results->topics, within, error);
    return *topic != RHUMB_NONE;
}

/* PageRank of readers who begin at the papers of a topic, all of them alike. */
static gboolean
restart_at (Results *results, const char *restart, GError **error)
{
    if (restart == NULL)
        return TRUE;
    const guint32 topic = choose_topic (results->topics, restart, error);
    if (topic == RHUMB_NONE)
        return FALSE;
    const RhumbGraph *graph = results->graph;
    const guint32 *topics =
        rhumb_partition_get_clusters (rhumb_topics_get_partition (results->topics));
    const guint32 first = rhumb_graph_get_first_node (graph, RHUMB_NODE_PAPER);
    const guint32 n = rhumb_graph_get_n_nodes_of_kind (graph, RHUMB_NODE_PAPER);
    g_autofree double *start = g_new0 (double, (gsize)n + 1);
    for (guint32 v = 0; v < n; v++)
        start[v] = topics[first + v] == topic;
    g_autoptr (RhumbNetwork) walk = rhumb_build_walk_network (graph, error);
    RhumbRanking *ranking =
        walk != NULL ? rhumb_pagerank_of_graph (graph, walk, start, error) : NULL;
    if (ranking == NULL)
        return FALSE;
    rhumb_ranking_unref (results->ranking);
    results->ranking = ranking;
    return TRUE;
}

/* Topics are found if something is said of one. */
static gboolean
choose_topics (Run *run, Results *results, const Choice *choice, guint32 *topic, GError **error)
{
    if (choice->within == NULL && choice->restart == NULL)
        return TRUE;
    return run_rank_and_find_topics (run, results, error) &&
           find_members (results, choice->within, topic, error) &&
           restart_at (results, choice->restart, error);
}

static gboolean
compute (RankListing *listing, const RankSource *source, GError **error)
{
    listing->rankings = g_ptr_array_new_with_free_func ((GDestroyNotify)rhumb_ranking_unref);
    for (guint i = 0; i < listing->scores->len; i++) {
        const RankScore *score = g_ptr_array_index (listing->scores, i);
        RhumbRanking *ranking = score->compute (source, error);
        if (ranking == NULL)
            return FALSE;
        g_ptr_array_add (listing->rankings, ranking);
    }
    return TRUE;
}

/* Whether nothing is asked for that needs papers. */
static gboolean
may_rank_network (const Run *run, const Choice *choice, const RankListing *listing)
{
    if (choice->within != NULL || choice->restart != NULL || choice->of != NULL ||
        run->from_year > 0 || run->to_year > 0)
        return FALSE;
    for (guint i = 0; i < listing->scores->len; i++) {
        const RankScore *score = g_ptr_array_index (listing->scores, i);
        if (!score->of_network)
            return FALSE;
    }
    return TRUE;
}

static gboolean
check_directions (const RankListing *listing, const RhumbNetwork *rows, GError **error)
{
    for (guint i = 0; i < listing->scores->len; i++) {
        const RankScore *score = g_ptr_array_index (listing->scores, i);
        if (score->needs_directions && rhumb_network_get_mode (rows) != RHUMB_NETWORK_DIRECTED) {
            g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                         "--by %s is for networks whose edges have a direction, these have none",
                         score->name);
            return FALSE;
        }
    }
    return TRUE;
}

static gboolean
rank_network (Run *run, Results *results, const RankNetwork *network, RankListing *listing,
              GError **error)
{
    const RankSource source = {run, NULL, network->rows, NULL};
    listing->network = network;
    if (!check_directions (listing, network->rows, error) || !compute (listing, &source, error))
        return FALSE;
    g_autoptr (Table) table =
        rank_table_new (listing, rhumb_network_get_n_from (network->rows), NULL, RHUMB_NONE);
    return run_write_table (run, table, error) && run_finish (run, results, error);
}

static int *
get_years (const RhumbCorpus *corpus)
{
    const guint32 n = rhumb_corpus_get_n_papers (corpus);
    int *year = g_new (int, n);
    for (guint32 v = 0; v < n; v++)
        year[v] = rhumb_corpus_get_paper (corpus, v)->year;
    return year;
}

/* Whether it matters what papers are about; else none is asked, which takes most of the time. */
static gboolean
needs_concepts (const Choice *choice, const RankListing *listing)
{
    gboolean needed =
        choice->within != NULL || choice->restart != NULL || listing->kind == RHUMB_NODE_CONCEPT;
    for (guint i = 0; i < listing->scores->len; i++)
        needed |= ((const RankScore *)g_ptr_array_index (listing->scores, i))->needs_concepts;
    return needed;
}

static gboolean
rank_graph (Run *run, Results *results, const Choice *choice, RankListing *listing, GError **error)
{
    guint32 topic = RHUMB_NONE;
    if (!run_load (run, results, error) ||
        !(needs_concepts (choice, listing)
              ? run_build_graph (run, results, error)
              : run_build_graph_without_concepts (run, results, error)) ||
        !choose_topics (run, results, choice, &topic, error))
        return FALSE;
    listing->graph = results->graph;
    g_autofree int *year = get_years (results->corpus);
    const RankSource source = {
        run, results, rhumb_graph_get_relation (results->graph, RHUMB_RELATION_CITES), year};
    if (!compute (listing, &source, error))
        return FALSE;
    const guint32 *topics =
        topic != RHUMB_NONE
            ? rhumb_partition_get_clusters (rhumb_topics_get_partition (results->topics))
            : NULL;
    g_autoptr (Table) table = rank_table_new (
        listing, rhumb_graph_get_n_nodes_of_kind (results->graph, listing->kind), topics, topic);
    return run_write_table (run, table, error) && run_finish (run, results, error);
}

static int
run_rank_verb (const Command *command, int argc, char **argv)
{
    g_auto (Choice) choice = {0};
    const GOptionEntry own[] = {
        {"of", 0, 0, G_OPTION_ARG_STRING, &choice.of, "papers (default), concepts, people, venues",
         "KIND"},
        {"by", 0, 0, G_OPTION_ARG_STRING, &choice.by,
         "pagerank (default), citations, degree …, side by side", "SCORE,…"},
        {"within", 0, 0, G_OPTION_ARG_STRING, &choice.within, "Only members of a topic", "TOPIC"},
        {"restart", 0, 0, G_OPTION_ARG_STRING, &choice.restart,
         "Readers of pagerank begin at the papers of a topic", "TOPIC"},
        {NULL},
    };
    g_auto (Run) run = {0};
    g_auto (Results) results = {0};
    g_auto (RankListing) listing = {.run = &run, .kind = RHUMB_NODE_PAPER};
    g_auto (RankNetwork) network = {0};
    g_autoptr (GError) error = NULL;
    if (!run_parse (&run, command, RUN_READS | RUN_CONCEPTS | RUN_TOPICS | RUN_TABLE, own, argc,
                    argv, &error))
        return error != NULL ? command_fail (command, error) : EXIT_DONE;
    if (!choice_find_kind (choice.of, &listing.kind, &error) ||
        (listing.scores = rank_scores_parse (choice.by, listing.kind, &error)) == NULL ||
        !check_restart (&choice, listing.scores, &error) ||
        !check_within (&choice, listing.kind, &error) ||
        !run_check_concepts_used (&run, needs_concepts (&choice, &listing),
                                  "pagerank or degree in --by, --of concepts or a topic", &error) ||
        !run_check_topics_used (&run, choice.within != NULL || choice.restart != NULL,
                                "--within or --restart", &error))
        return command_fail (command, error);
    if (may_rank_network (&run, &choice, &listing) &&
        !rank_network_read (&run, &results, &network, &error))
        return command_fail (command, error);
    if (!(network.rows != NULL ? rank_network (&run, &results, &network, &listing, &error)
                               : rank_graph (&run, &results, &choice, &listing, &error)))
        return command_fail (command, error);
    return EXIT_DONE;
}
