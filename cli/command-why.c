/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * rhumb why: the papers behind a node, an edge, a label, a rank.
 */
#include "cli/choice.h"
#include "cli/choose-papers.h"
#include "cli/run.h"

static int run_why (const Command *command, int argc, char **argv);

const Command command_why = {
    "why",
    "the papers behind a node, an edge, a label, a rank",
    "FILE…",
    "Columns: kind, id, title, year, weight, why.\n"
    "--id X: where the PageRank of a paper comes from: each node u that leads to it with its share of\n"
    "the score, 0.85 x_u w / s_u / x, and the share of readers who start anywhere; shares sum to 1\n"
    "(Brin and Page 1998, doi:10.1016/S0169-7552(98)00110-X).\n"
    "--id X --by citations: the papers that cite it, weights adding up to their number.\n"
    "--id X --id Y: what links two papers: citations, works that both cite and papers that cite both\n"
    "(weight 1 / (n - 1), n being the papers that cite the work, or the works that the paper cites),\n"
    "shared concepts (product of weights), people, venue.\n"
    "--concept A: papers about a concept, weight from 0 to 1, and the words in which they name it;\n"
    "--concept A --concept B: papers about both; --concept A --id X: what makes X be about A.\n"
    "--person P, --venue V: their papers, weight the citations of each among these papers; those of\n"
    "kind h make the h-index up, which is their number (Hirsch 2005, doi:10.1073/pnas.0507655102).\n"
    "A burst that rhumb trend found: --concept A or --id X --by citations, with the first and last\n"
    "year of the burst in --from and --to.\n"
    "--topic T: papers of a topic (number or label) that support its label, and its others.\n"
    "A paper is named by a DOI, an arXiv id, an id or a part of its title that no other has.\n\n"
    "Example: rhumb why --concept \"graph neural network\" examples/papers-page.txt",
    run_why,
};

static guint
count (char **list)
{
    return list != NULL ? g_strv_length (list) : 0;
}

static gboolean
check_choice (const Named *choice, GError **error)
{
    const guint n_ids = count (choice->ids);
    const guint n_concepts = count (choice->concepts);
    const guint n_alone =
        (choice->topic != NULL) + (choice->person != NULL) + (choice->venue != NULL);
    const guint n = n_ids + n_concepts;
    if ((n_alone == 0 && (n == 1 || n == 2)) || (n_alone == 1 && n == 0))
        return TRUE;
    g_set_error_literal (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                         "expected one or two of --id and --concept together, or one of --topic, "
                         "--person and --venue");
    return FALSE;
}

/* --by says which score of one paper is meant. */
static gboolean
check_score (const Named *choice, const char *by, GError **error)
{
    static const char *const SCORES[] = {"pagerank", "citations", NULL};
    guint unread = 0;
    if (!choice_find ("by", by, SCORES, &unread, error))
        return FALSE;
    if (by == NULL || (count (choice->concepts) == 0 && count (choice->ids) == 1))
        return TRUE;
    g_set_error_literal (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                         "--by is for the score of one paper, expected one --id alone");
    return FALSE;
}

static RhumbEvidence *
explain_papers (Run *run, Results *results, const guint32 *paper, guint n, const char *by,
                GError **error)
{
    if (n == 2)
        return rhumb_explain_paper_link (results->graph, paper[0], paper[1]);
    if (g_strcmp0 (by, "citations") == 0)
        return rhumb_explain_citations (results->graph, paper[0]);
    const RhumbPagerankOptions defaults = RHUMB_PAGERANK_DEFAULTS;
    g_autoptr (RhumbNetwork) walk = rhumb_build_walk_network (results->graph, error);
    if (walk == NULL || !run_rank (run, results, error))
        return NULL;
    return rhumb_explain_pagerank (results->graph, walk, results->ranking, defaults.damping,
                                   paper[0]);
}

static RhumbEvidence *
explain_concepts (const Results *results, const Named *choice, const guint32 *paper, GError **error)
{
    const RhumbConcepts *concepts = rhumb_graph_get_concepts (results->graph);
    const guint32 first = choose_concept (concepts, choice->concepts[0], error);
    if (first == RHUMB_NONE)
        return NULL;
    if (count (choice->concepts) == 2) {
        const guint32 second = choose_concept (concepts, choice->concepts[1], error);
        return second != RHUMB_NONE ? rhumb_explain_concept_link (results->graph, first, second)
                                    : NULL;
    }
    return rhumb_explain_concept (results->graph, first,
                                  choice->ids != NULL ? paper[0] : RHUMB_NONE);
}

static RhumbEvidence *
explain_holder (const Results *results, const Named *choice, GError **error)
{
    const gboolean is_person = choice->person != NULL;
    const guint32 node =
        choose_node (results->graph, is_person ? RHUMB_NODE_PERSON : RHUMB_NODE_VENUE,
                     is_person ? choice->person : choice->venue, error);
    return node != RHUMB_NONE ? rhumb_explain_h_index (results->graph, node) : NULL;
}

/* @paper: the @n that --id names */
static RhumbEvidence *
explain (Run *run, Results *results, const Named *choice, const guint32 *paper, guint n,
         const char *by, GError **error)
{
    if (choice->person != NULL || choice->venue != NULL)
        return explain_holder (results, choice, error);
    if (choice->topic == NULL)
        return choice->concepts != NULL ? explain_concepts (results, choice, paper, error)
                                        : explain_papers (run, results, paper, n, by, error);
    if (!run_rank_and_find_topics (run, results, error))
        return NULL;
    const guint32 topic = choose_topic (results->topics, choice->topic, error);
    return topic != RHUMB_NONE ? rhumb_explain_topic_label (results->topics, topic) : NULL;
}

static void
add_node (Table *table, const Results *results, guint32 node)
{
    const gboolean is_paper =
        node != RHUMB_NONE && rhumb_graph_get_node_kind (results->graph, node) == RHUMB_NODE_PAPER;
    const int year = is_paper ? rhumb_corpus_get_paper (results->corpus, node)->year : 0;
    if (node == RHUMB_NONE) {
        table_add_null (table);
        table_add_null (table);
    } else {
        table_add_text (table, rhumb_graph_get_node_id (results->graph, node));
        table_add_text (table, rhumb_graph_get_node_label (results->graph, node));
    }
    if (year != 0)
        table_add_integer (table, year);
    else
        table_add_null (table);
}

static Table *
list_evidence (const Run *run, const Results *results, const RhumbEvidence *evidence)
{
    static const char *const COLUMNS[] = {"kind", "id", "title", "year", "weight", "why", NULL};
    Table *table = table_new (COLUMNS, run->json);
    for (guint i = 0; i < run_limit (run, rhumb_evidence_get_n_rows (evidence)); i++) {
        const RhumbEvidenceRow *row = rhumb_evidence_get_row (evidence, i);
        table_add_text (table, row->kind);
        add_node (table, results, row->node);
        table_add_number (table, row->weight);
        table_add_text (table, row->why);
    }
    return table;
}

static int
run_why (const Command *command, int argc, char **argv)
{
    g_auto (Named) choice = {0};
    g_auto (Run) run = {0};
    g_auto (Results) results = {0};
    g_autoptr (GError) error = NULL;
    g_autofree char *by = NULL;
    const GOptionEntry own[] = {
        {"id", 0, 0, G_OPTION_ARG_STRING_ARRAY, &choice.ids, "A paper; twice for a link", "ID"},
        {"concept", 0, 0, G_OPTION_ARG_STRING_ARRAY, &choice.concepts,
         "A concept; twice for a link", "LABEL"},
        {"person", 0, 0, G_OPTION_ARG_STRING, &choice.person, "A person, by id or name", "NAME"},
        {"venue", 0, 0, G_OPTION_ARG_STRING, &choice.venue, "A venue, by id or name", "NAME"},
        {"topic", 0, 0, G_OPTION_ARG_STRING, &choice.topic, "A topic, by number or label", "TOPIC"},
        {"by", 0, 0, G_OPTION_ARG_STRING, &by, "The score of one paper: pagerank or citations",
         "SCORE"},
        {NULL},
    };
    if (!run_parse (&run, command, RUN_READS | RUN_CONCEPTS | RUN_TOPICS | RUN_TABLE, own, argc,
                    argv, &error))
        return error != NULL ? command_fail (command, error) : EXIT_DONE;
    if (!check_choice (&choice, &error) || !check_score (&choice, by, &error) ||
        !run_check_topics_used (&run, choice.topic != NULL, "--topic", &error))
        return command_fail (command, error);
    guint n = 0;
    g_autofree guint32 *paper = run_load_papers (&run, &results, choice.ids, &n, &error);
    if (paper == NULL || !run_build_graph (&run, &results, &error))
        return command_fail (command, error);
    g_autoptr (RhumbEvidence) evidence = explain (&run, &results, &choice, paper, n, by, &error);
    if (evidence == NULL)
        return command_fail (command, error);
    run.why_nothing = by != NULL ? "no paper here cites it" : "nothing links them";
    g_autoptr (Table) table = list_evidence (&run, &results, evidence);
    if (!run_write_table (&run, table, &error) || !run_finish (&run, &results, &error))
        return command_fail (command, error);
    return EXIT_DONE;
}
