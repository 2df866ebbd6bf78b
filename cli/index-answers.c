/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Answers of rhumb similar and rhumb related from the index of links of a library, without reading
 * the library: the same lists, scores rounded where the index rounds weights. What the index cannot
 * tell (options that change concepts or links) is left to the long way. A name that it does not
 * know is of no paper of the library.
 */
#include "cli/index-answers.h"

#include <string.h>

#include "analytics/similar/hnsw-rows.h"
#include "cli/choose-papers.h"
#include "cli/compare.h"
#include "cli/index-concepts.h"
#include "cli/neighbour-table.h"
#include "cli/reasons.h"
#include "cli/vector-answers.h"
#include "graph/link-index-private.h"
#include "io/link-file.h"

/* Whether nothing changes what is read or which concepts there are, and nobody wants to know how it
 * was read. */
static gboolean
is_plain (const Run *run)
{
    return index_covers_papers (run) && index_covers_concepts (run) && run->report == NULL &&
           run->manifest == NULL;
}

/* The index of the library that is asked, if there is one that answers; else %NULL, with an error
 * unless it would not be asked. */
static RhumbLinkIndex *
open_plain (const Run *run, GError **error)
{
    return is_plain (run) ? rhumb_library_open_index (run->inputs[0], error) : NULL;
}

/* The same. One that is of another state of the library, or damaged, is told of. */
RhumbLinkIndex *
index_open (Run *run)
{
    g_autoptr (GError) error = NULL;
    RhumbLinkIndex *index = open_plain (run, &error);
    index_tell_unused (run, error);
    if (index != NULL)
        run_say (run, "opened %s.index", run->inputs[0]);
    return index;
}

static guint32
find_by_id (const RhumbLinkIndex *index, const char *name, const char *clean)
{
    g_autofree char *id = rhumb_identifier_normalise (clean);
    g_autofree char *number = rhumb_identifier_parse_arxiv (clean);
    g_autofree char *arxiv = number != NULL ? g_strconcat ("arxiv:", number, NULL) : NULL;
    const char *const SPELLINGS[] = {name, id, arxiv};
    for (guint i = 0; i < G_N_ELEMENTS (SPELLINGS); i++) {
        const guint32 paper =
            SPELLINGS[i] != NULL ? rhumb_link_index_find_id (index, SPELLINGS[i]) : RHUMB_NONE;
        if (paper != RHUMB_NONE)
            return paper;
    }
    return RHUMB_NONE;
}

static void
describe_paper (gconstpointer data, guint32 paper, GString *line)
{
    RhumbLinkIndex *index = (gpointer)data;
    const int year = rhumb_link_index_get_year (index, paper);
    g_string_append_printf (line, "%s\t", rhumb_link_index_get_id (index, paper));
    if (year != 0)
        g_string_append_printf (line, "%d\t", year);
    g_string_append (line, rhumb_link_index_get_label (index, paper));
}

/* By an id or a part of its title; RHUMB_NONE with an error if it is not known, or not alone. */
static guint32
find_paper (RhumbLinkIndex *index, const char *name, GError **error)
{
    g_autofree char *clean = rhumb_text_clean (name, -1);
    const guint32 paper = find_by_id (index, name, clean);
    if (paper != RHUMB_NONE)
        return paper;
    g_autofree char *key = rhumb_text_title_key (clean);
    g_autoptr (GArray) found = rhumb_link_index_find_title (index, key);
    if (found->len == 1)
        return g_array_index (found, guint32, 0);
    if (rhumb_link_index_check (index, error))
        fail_with_papers (name, found, describe_paper, index, error);
    return RHUMB_NONE;
}

/* The same without a word. */
guint32
index_find_paper (gpointer data, const char *name)
{
    return find_paper (data, name, NULL);
}

/* Papers that --id names, each once; %NULL with an error if one is not known, or not alone. */
guint32 *
index_find_papers (RhumbLinkIndex *index, char **ids, guint *n, GError **error)
{
    g_autofree guint32 *paper = g_new (guint32, g_strv_length (ids) + 1);
    *n = 0;
    for (guint i = 0; ids[i] != NULL; i++) {
        gboolean known = FALSE;
        const guint32 found = find_paper (index, ids[i], error);
        if (found == RHUMB_NONE)
            return NULL;
        for (guint k = 0; k < *n; k++)
            known = known || paper[k] == found;
        if (!known)
            paper[(*n)++] = found;
    }
    return g_steal_pointer (&paper);
}

/* FALSE with an error if the library that is asked has an index, and that does not know a paper of
 * --id: then nothing need be read. */
gboolean
index_check_papers (const Run *run, char **ids, GError **error)
{
    guint n = 0;
    g_autoptr (RhumbLinkIndex) index = ids != NULL ? open_plain (run, NULL) : NULL;
    g_autofree guint32 *paper = index != NULL ? index_find_papers (index, ids, &n, error) : NULL;
    return index == NULL || paper != NULL;
}

static char *
name_carrier (gconstpointer data, guint32 node, guint32 carrier)
{
    RhumbLinkIndex *index = *(RhumbLinkIndex *const *)data;
    const guint32 n_papers = rhumb_link_index_get_n_papers (index);
    const char *name = rhumb_link_index_get_label (index, carrier);
    if (carrier >= rhumb_link_index_get_first_word (index))
        return g_strdup_printf ("word “%s”", name);
    if (node >= n_papers || carrier >= n_papers)
        return g_strdup (name);
    g_autofree char *title = rhumb_text_shorten (name, REASON_LETTERS);
    const char *how = rhumb_link_index_has_citation (index, node, carrier, FALSE)   ? "cites"
                      : rhumb_link_index_has_citation (index, carrier, node, FALSE) ? "cited by"
                      : rhumb_link_index_has_citation (index, node, carrier, TRUE)  ? "names"
                                                                                    : "named by";
    return g_strdup_printf ("%s “%s”", how, title);
}

static char *
name_feature (gconstpointer data, guint32 node, guint32 feature)
{
    (void)node;
    RhumbLinkIndex *index = *(RhumbLinkIndex *const *)data;
    const char *name = rhumb_link_index_get_label (index, feature);
    if (feature >= rhumb_link_index_get_first_word (index))
        return g_strdup_printf ("word “%s”", name);
    if (feature >= rhumb_link_index_get_n_papers (index))
        return g_strdup (name);
    g_autofree char *title = rhumb_text_shorten (name, REASON_LETTERS);
    return g_strdup_printf ("both linked with “%s”", title);
}

static NodeNames
make_naming (RhumbLinkIndex *const *index, NameFunction name)
{
    return (NodeNames){rhumb_link_index_get_first_word (*index), name, index};
}

static void
add_row (Table *table, RhumbLinkIndex *index, guint rank, RhumbNeighbour item, const char *why)
{
    neighbour_table_add (table, rank, rhumb_link_index_get_id (index, item.node),
                         rhumb_link_index_get_label (index, item.node),
                         rhumb_link_index_get_year (index, item.node), item.score, why);
}

/* Fills @table, or leaves it NULL if the index does not know anything near the papers. FALSE with
 * an error if it does not know them, or is damaged. */
gboolean
index_answer_related (const Run *run, RhumbLinkIndex *index, char **ids, const char *weights,
                      Table **table, GError **error)
{
    guint n = 0;
    g_autofree guint32 *paper = index_find_papers (index, ids, &n, error);
    if (paper == NULL)
        return FALSE;
    g_autofree double *weight = parse_weights (weights, n, error);
    g_autoptr (RhumbWalker) walker = rhumb_walker_new_of_index (index);
    if (weight == NULL || !rhumb_walker_start (walker, paper, weight, n, NULL, error))
        return FALSE;
    const NodeNames naming = make_naming (&index, name_carrier);
    g_autoptr (GArray) found = rhumb_walker_list_best (
        walker, 0, rhumb_link_index_get_n_papers (index), neighbour_limit (run));
    g_autoptr (Table) rows = neighbour_table_new (run);
    for (guint i = 0; i < found->len; i++) {
        const RhumbNeighbour item = g_array_index (found, RhumbNeighbour, i);
        g_autofree char *why = reason_of_walk (walker, item.node, &naming);
        add_row (rows, index, i + 1, item, why);
    }
    if (!rhumb_link_index_check (index, error))
        return FALSE;
    if (found->len > 0)
        *table = g_steal_pointer (&rows);
    return TRUE;
}

static int
get_year (gpointer data, guint32 paper)
{
    return rhumb_link_index_get_year (data, paper);
}

/* NULL without an error if the index has no vectors that the options ask for. */
static GArray *
find_vectors (const Run *run, RhumbLinkIndex *index, const guint32 *paper, guint n,
              const guint8 *allowed, GError **error)
{
    g_autoptr (GBytes) bytes = rhumb_link_index_get_vectors (index);
    if (bytes == NULL || run->seed != 1) {
        if (!run->quiet)
            fprintf (stderr, "rhumb %s: the index has no vectors%s; all of %s is read\n",
                     run->command->name, bytes != NULL ? " of this seed" : "", run->inputs[0]);
        return NULL;
    }
    g_autoptr (RhumbHnsw) hnsw = rhumb_hnsw_new_of_bytes (bytes, run->inputs[0], error);
    if (hnsw == NULL)
        return NULL;
    guint64 offset = 0;
    const int file = rhumb_link_index_get_file (index, &offset);
    rhumb_hnsw_set_file (hnsw, file, offset);
    if (rhumb_hnsw_get_n_rows (hnsw) == rhumb_link_index_get_n_papers (index))
        return find_by_vectors (run, hnsw, paper, n, allowed, neighbour_limit (run), error);
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT,
                 "%s: damaged: an index with %u papers and %u vectors", run->inputs[0],
                 rhumb_link_index_get_n_papers (index), rhumb_hnsw_get_n_rows (hnsw));
    return NULL;
}

gboolean
index_answer_similar (const Run *run, RhumbLinkIndex *index, char **ids, gboolean by_vectors,
                      const Among *among, Table **table, GError **error)
{
    guint n = 0;
    g_autofree guint8 *allowed = NULL;
    g_autofree guint32 *paper = index_find_papers (index, ids, &n, error);
    const guint32 n_papers = rhumb_link_index_get_n_papers (index);
    if (paper == NULL)
        return FALSE;
    if (!among_list (among, run, n_papers, index_find_paper, get_year, index, &allowed, error))
        return FALSE;
    g_autoptr (RhumbOverlap) overlap = rhumb_overlap_new_of_index (index);
    const NodeNames naming = make_naming (&index, name_feature);
    g_autoptr (GError) cause = NULL;
    g_autoptr (GArray) found =
        by_vectors
            ? find_vectors (run, index, paper, n, allowed, &cause)
            : comparison_find_similar (overlap, n_papers, paper, n, allowed, neighbour_limit (run));
    if (found == NULL) {
        if (cause != NULL)
            g_propagate_error (error, g_steal_pointer (&cause));
        return error == NULL || *error == NULL;
    }
    g_autoptr (Table) rows = neighbour_table_new (run);
    for (guint i = 0; i < found->len; i++) {
        const RhumbNeighbour item = g_array_index (found, RhumbNeighbour, i);
        g_autofree char *why = reason_of_overlap (overlap, item.node, paper, n, &naming);
        add_row (rows, index, i + 1, item, why);
    }
    if (!rhumb_link_index_check (index, error))
        return FALSE;
    if (found->len > 0)
        *table = g_steal_pointer (&rows);
    return TRUE;
}
