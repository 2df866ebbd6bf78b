/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What is near each of many papers: the lists of rhumb related, one after the other, for those who
 * show related work beside every paper. Lists are written as they are found, so that memory does
 * not depend on how many there are.
 */
#include "cli/related-each.h"

#include "cli/among.h"
#include "cli/choose-papers.h"
#include "cli/id-list.h"
#include "cli/index-answers.h"
#include "cli/neighbour-table.h"
#include "cli/progress.h"
#include "io/output.h"

/* Papers whose lists are found and written at once, and rows that these have at most. */
#define PAPERS_AT_ONCE 256
#define ROWS_AT_ONCE (1 << 20)

/* What nodes are called, in a graph or in an index. */
typedef struct {
    gpointer data;
    const char *(*get_id) (gpointer data, guint32 node);
    const char *(*get_label) (gpointer data, guint32 node);
    int (*get_year) (gpointer data, guint32 node);
} Names;

/* What is asked of each paper: for the nearest of these nodes. */
typedef struct {
    RhumbWalkers *walkers;
    guint32 first;
    guint32 n_nodes;
    guint n_best;
} Question;

static void
add_list (Table *table, const Names *names, guint32 paper, const GArray *list)
{
    for (guint i = 0; i < list->len; i++) {
        const RhumbNeighbour item = g_array_index (list, RhumbNeighbour, i);
        table_add_text (table, names->get_id (names->data, paper));
        neighbour_table_add_node (table, i + 1, names->get_id (names->data, item.node),
                                  names->get_label (names->data, item.node),
                                  names->get_year (names->data, item.node), item.score);
    }
}

static gboolean
write_rows (RhumbOutput *output, Table *table, GError **error)
{
    gsize length = 0;
    const char *text = table_get_text (table, &length);
    if (!g_output_stream_write_all (rhumb_output_get_stream (output), text, length, NULL, NULL,
                                    error))
        return FALSE;
    table_empty (table);
    return g_output_stream_flush (rhumb_output_get_stream (output), NULL, error);
}

/* Lists of @n papers from @paper on; those that are empty are added to @n_lonely. */
static gboolean
add_lists (Table *table, const Names *names, const Question *question, const guint32 *paper,
           guint n, guint *n_lonely, GError **error)
{
    g_autoptr (GPtrArray) lists =
        rhumb_walkers_list_best (question->walkers, paper, n, NULL, question->first,
                                 question->n_nodes, question->n_best, error);
    for (guint i = 0; lists != NULL && i < n; i++) {
        const GArray *list = lists->pdata[i];
        *n_lonely += list->len == 0;
        add_list (table, names, paper[i], list);
    }
    return lists != NULL;
}

static gboolean
write_lists (Run *run, const Names *names, const Question *question, const GArray *papers,
             GError **error)
{
    static const char *const COLUMNS[] = {"paper", "rank", "id", "title", "year", "score", NULL};
    const guint n_at_once = CLAMP (ROWS_AT_ONCE / question->n_best, 1, PAPERS_AT_ONCE);
    const guint32 *paper = (const guint32 *)(gpointer)papers->data;
    guint n_lonely = 0;
    g_autoptr (Table) table = table_new (COLUMNS, run->json);
    g_autoptr (RhumbOutput) output = rhumb_output_open (run->output, error);
    if (output == NULL)
        return FALSE;
    for (guint i = 0; i < papers->len; i += n_at_once) {
        const guint n = MIN (n_at_once, papers->len - i);
        progress_show (run, i, papers->len, "papers");
        if (!add_lists (table, names, question, paper + i, n, &n_lonely, error) ||
            !write_rows (output, table, error)) {
            progress_end (run);
            return FALSE;
        }
    }
    progress_end (run);
    run->found_nothing = table_is_empty (table);
    if (n_lonely > 0 && !run->found_nothing && !run->quiet)
        fprintf (stderr, "rhumb %s: nothing is near %u of %u papers\n", run->command->name,
                 n_lonely, papers->len);
    return write_rows (output, table, error) && rhumb_output_close (output, error);
}

/* Adds the papers that a file names to @papers, each once. Names that are not known are left out,
 * and told. */
static gboolean
add_named (const Run *run, const char *file, guint32 n_papers, FindPaper find, gpointer data,
           GArray *papers, GError **error)
{
    guint n_unknown = 0;
    g_auto (GStrv) ids = id_list_read (file, error);
    if (ids == NULL)
        return FALSE;
    g_autofree guint8 *has = g_new0 (guint8, (gsize)n_papers + 1);
    for (guint i = 0; i < papers->len; i++)
        has[g_array_index (papers, guint32, i)] = 1;
    for (guint i = 0; ids[i] != NULL; i++) {
        const guint32 paper = find (data, ids[i]);
        n_unknown += paper == RHUMB_NONE;
        if (paper != RHUMB_NONE && !has[paper]) {
            g_array_append_val (papers, paper);
            has[paper] = 1;
        }
    }
    if (n_unknown == g_strv_length (ids)) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_NOT_FOUND,
                     "%s: none of %u ids is known, expected ids of papers, one a line or in a "
                     "column “id”",
                     file, n_unknown);
        return FALSE;
    }
    if (n_unknown > 0 && !run->quiet)
        fprintf (stderr, "rhumb %s: %s: %u of %u ids are not known\n", run->command->name, file,
                 n_unknown, g_strv_length (ids));
    return TRUE;
}

/* Those named, or all; @named are the @n that --id names. */
static GArray *
list_papers (const Run *run, const EachOf *of, const guint32 *named, guint n, guint32 n_papers,
             FindPaper find, gpointer data, GError **error)
{
    g_autoptr (GArray) papers = g_array_new (FALSE, FALSE, sizeof (guint32));
    if (n > 0)
        g_array_append_vals (papers, named, n);
    if (of->file != NULL && !add_named (run, of->file, n_papers, find, data, papers, error))
        return NULL;
    for (guint32 v = 0; of->ids == NULL && of->file == NULL && v < n_papers; v++)
        g_array_append_val (papers, v);
    return g_steal_pointer (&papers);
}

static const char *
get_id_in_index (gpointer index, guint32 node)
{
    return rhumb_link_index_get_id (index, node);
}

static const char *
get_label_in_index (gpointer index, guint32 node)
{
    return rhumb_link_index_get_label (index, node);
}

static int
get_year_in_index (gpointer index, guint32 node)
{
    return rhumb_link_index_get_year (index, node);
}

gboolean
each_answer_from_index (Run *run, RhumbLinkIndex *index, const EachOf *of, GError **error)
{
    static char *none[] = {NULL};
    const Names names = {index, get_id_in_index, get_label_in_index, get_year_in_index};
    const guint32 n_papers = rhumb_link_index_get_n_papers (index);
    guint n = 0;
    g_autofree guint32 *named =
        index_find_papers (index, of->ids != NULL ? of->ids : none, &n, error);
    if (named == NULL)
        return FALSE;
    g_autoptr (GArray) papers =
        list_papers (run, of, named, n, n_papers, index_find_paper, index, error);
    g_autoptr (RhumbWalkers) walkers =
        papers != NULL ? rhumb_walkers_new_of_index (index, error) : NULL;
    if (walkers == NULL)
        return FALSE;
    const Question question = {walkers, 0, n_papers, neighbour_limit (run)};
    return write_lists (run, &names, &question, papers, error) &&
           rhumb_link_index_check (index, error);
}

static const char *
get_id_in_graph (gpointer graph, guint32 node)
{
    return rhumb_graph_get_node_id (graph, node);
}

static const char *
get_label_in_graph (gpointer graph, guint32 node)
{
    return rhumb_graph_get_node_label (graph, node);
}

static int
get_year_in_graph (gpointer graph, guint32 node)
{
    const RhumbCorpus *corpus = rhumb_graph_get_corpus (graph);
    return node < rhumb_corpus_get_n_papers (corpus) ? rhumb_corpus_get_paper (corpus, node)->year
                                                     : 0;
}

static guint32
find_in_corpus (gpointer corpus, const char *id)
{
    return find_paper_by_id (corpus, id);
}

gboolean
each_answer_from_graph (Run *run, const RhumbGraph *graph, const EachOf *of, const guint32 *named,
                        guint n, const RhumbLikenessOptions *links, RhumbNodeKind kind,
                        GError **error)
{
    const Names names = {(gpointer)graph, get_id_in_graph, get_label_in_graph, get_year_in_graph};
    const RhumbCorpus *corpus = rhumb_graph_get_corpus (graph);
    g_autoptr (GArray) papers = list_papers (run, of, named, n, rhumb_corpus_get_n_papers (corpus),
                                             find_in_corpus, (gpointer)corpus, error);
    g_autoptr (RhumbLikeness) likeness =
        papers != NULL ? rhumb_likeness_new (graph, links, error) : NULL;
    g_autoptr (RhumbWalkers) walkers =
        likeness != NULL ? rhumb_walkers_new (likeness->network, error) : NULL;
    if (walkers == NULL)
        return FALSE;
    const Question question = {walkers, rhumb_graph_get_first_node (graph, kind),
                               rhumb_graph_get_n_nodes_of_kind (graph, kind),
                               neighbour_limit (run)};
    return write_lists (run, &names, &question, papers, error);
}
