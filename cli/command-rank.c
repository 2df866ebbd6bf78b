/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * rhumb rank: what matters?
 */
#include "cli/gaps.h"
#include "cli/run.h"

static int run_rank_verb (const Command *command, int argc, char **argv);

const Command command_rank = {
    "rank",
    "what matters: central papers, concepts, people, venues",
    "FILE…",
    "Columns: rank, id, label, year (papers), score.\n"
    "--by pagerank: share of a random reader's time on the knowledge graph, over nodes of all\n"
    "kinds (Brin and Page 1998, damping 0.85); citations: citing papers among these; degree: "
    "links.\n"
    "--within TOPIC: only members of a topic, named by its number or label in rhumb topics.\n\n"
    "Example: rhumb rank --of concepts --top 10 examples/papers-page.txt",
    run_rank_verb,
};

typedef struct {
    char *of;
    char *by;
    char *within;
} Choice;

static void
choice_clear (Choice *choice)
{
    g_free (choice->of);
    g_free (choice->by);
    g_free (choice->within);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Choice, choice_clear)

static gboolean
find_kind (const char *of, RhumbNodeKind *kind, GError **error)
{
    static const char *const NAMES[] = {"papers", "concepts", "people", "venues"};
    for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++) {
        if (of == NULL || g_str_equal (of, NAMES[i])) {
            *kind = (RhumbNodeKind)i;
            return TRUE;
        }
    }
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                 "--of is “%s”, expected papers, concepts, people or venues", of);
    return FALSE;
}

typedef enum {
    BY_PAGERANK,
    BY_CITATIONS,
    BY_DEGREE,
} Score;

static gboolean
find_score (const char *by, Score *score, GError **error)
{
    static const char *const NAMES[] = {"pagerank", "citations", "degree"};
    for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++) {
        if (by == NULL || g_str_equal (by, NAMES[i])) {
            *score = (Score)i;
            return TRUE;
        }
    }
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                 "--by is “%s”, expected pagerank, citations or degree", by);
    return FALSE;
}

static RhumbRanking *
compute (Run *run, Results *results, Score score, GError **error)
{
    if (score == BY_CITATIONS && !run->quiet)
        gaps_tell_uncited (run->command->name, results->corpus);
    if (score == BY_CITATIONS)
        return rhumb_count_citations (results->graph);
    if (score == BY_DEGREE)
        return rhumb_count_links (results->graph);
    if (results->ranking == NULL && !run_rank (run, results, error))
        return NULL;
    return rhumb_ranking_ref (results->ranking);
}

static gboolean
find_topic (const RhumbTopics *topics, const char *within, guint32 *topic, GError **error)
{
    const guint32 n = rhumb_topics_get_n_topics (topics);
    guint64 number = 0;
    if (g_ascii_string_to_unsigned (within, 10, 0, G_MAXUINT32, &number, NULL) && number < n) {
        *topic = (guint32)number;
        return TRUE;
    }
    for (guint32 t = 0; t < n; t++) {
        if (g_str_equal (rhumb_topics_get_topic (topics, t)->label, within)) {
            *topic = t;
            return TRUE;
        }
    }
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_NOT_FOUND,
                 "no topic “%s”, expected a number below %u or a label from rhumb topics", within,
                 n);
    return FALSE;
}

/* Which nodes --within leaves: %NULL for all. */
static gboolean
find_members (Run *run, Results *results, const char *within, RhumbNodeKind kind, guint32 *topic,
              GError **error)
{
    if (within == NULL)
        return TRUE;
    if (kind != RHUMB_NODE_PAPER && kind != RHUMB_NODE_CONCEPT) {
        g_set_error_literal (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                             "--within has papers and concepts, expected --of papers or concepts");
        return FALSE;
    }
    return run_rank (run, results, error) && run_find_topics (run, results, error) &&
           find_topic (results->topics, within, topic, error);
}

static Table *
list_nodes (const Run *run, const Results *results, const RhumbRanking *ranking, RhumbNodeKind kind,
            guint32 topic)
{
    static const char *const COLUMNS[] = {"rank", "id", "label", "year", "score", NULL};
    const RhumbGraph *graph = results->graph;
    const guint32 n = rhumb_graph_get_n_nodes_of_kind (graph, kind);
    g_autofree guint32 *order =
        rhumb_ranking_sort_nodes (ranking, rhumb_graph_get_first_node (graph, kind), n);
    const guint32 *topics =
        topic != RHUMB_NONE
            ? rhumb_partition_get_clusters (rhumb_topics_get_partition (results->topics))
            : NULL;
    Table *table = table_new (COLUMNS, run->json);
    guint rank = 0;
    for (guint32 i = 0; i < n && rank < run_limit (run, n); i++) {
        if (topics != NULL && topics[order[i]] != topic)
            continue;
        const int year =
            kind == RHUMB_NODE_PAPER ? rhumb_corpus_get_paper (results->corpus, order[i])->year : 0;
        table_add_integer (table, ++rank);
        table_add_text (table, rhumb_graph_get_node_id (graph, order[i]));
        table_add_text (table, rhumb_graph_get_node_label (graph, order[i]));
        if (year != 0)
            table_add_integer (table, year);
        else
            table_add_null (table);
        table_add_number (table, rhumb_ranking_get_scores (ranking)[order[i]]);
    }
    return table;
}

static int
run_rank_verb (const Command *command, int argc, char **argv)
{
    g_auto (Choice) choice = {0};
    const GOptionEntry own[] = {
        {"of", 0, 0, G_OPTION_ARG_STRING, &choice.of, "papers (default), concepts, people, venues",
         "KIND"},
        {"by", 0, 0, G_OPTION_ARG_STRING, &choice.by, "pagerank (default), citations, degree",
         "SCORE"},
        {"within", 0, 0, G_OPTION_ARG_STRING, &choice.within, "Only members of a topic", "TOPIC"},
        {NULL},
    };
    g_auto (Run) run = {0};
    g_auto (Results) results = {0};
    g_autoptr (GError) error = NULL;
    RhumbNodeKind kind = RHUMB_NODE_PAPER;
    Score score = BY_PAGERANK;
    guint32 topic = RHUMB_NONE;
    if (!run_parse (&run, command, RUN_READS | RUN_CONCEPTS | RUN_TOPICS | RUN_TABLE, own, argc,
                    argv, &error))
        return error != NULL ? command_fail (command, error) : EXIT_DONE;
    if (!find_kind (choice.of, &kind, &error) || !find_score (choice.by, &score, &error) ||
        !run_load (&run, &results, &error) || !run_build_graph (&run, &results, &error) ||
        !find_members (&run, &results, choice.within, kind, &topic, &error))
        return command_fail (command, error);
    g_autoptr (RhumbRanking) ranking = compute (&run, &results, score, &error);
    if (ranking == NULL)
        return command_fail (command, error);
    g_autoptr (Table) table = list_nodes (&run, &results, ranking, kind, topic);
    if (!run_write_table (&run, table, &error) || !run_finish (&run, &results, &error))
        return command_fail (command, error);
    return EXIT_DONE;
}
