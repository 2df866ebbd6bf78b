/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Labels that somebody gave papers: a table with a header line that has the columns "id" and
 * "label", as `rhumb topics --members` writes it. A paper with several labels has several lines.
 */
#include "cli/read-labels.h"

#include "cli/list-file.h"
#include "graph/plural.h"

typedef struct {
    const char *path;
    const RhumbCorpus *corpus;
    guint id_column;
    guint label_column;
    GHashTable *numbers; /* label → its number + 1 */
    GArray *paper;
    GArray *label;
    guint n_unknown;
    guint n_rows;
} Labels;

static gboolean
lack_columns (const char *path, GError **error)
{
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT,
                 "%s:1: columns “id” and “label” are not both there, expected a table parted by "
                 "tabs or commas with both",
                 path);
    return FALSE;
}

static gboolean
read_header (Labels *labels, const RhumbCsv *row, GError **error)
{
    labels->id_column = labels->label_column = G_MAXUINT;
    for (guint i = 0; i < rhumb_csv_get_n_cells (row); i++) {
        const char *name = g_strstrip (rhumb_csv_get_cell (row, i));
        if (g_ascii_strcasecmp (name, "id") == 0)
            labels->id_column = i;
        else if (g_ascii_strcasecmp (name, "label") == 0)
            labels->label_column = i;
    }
    if (labels->id_column != G_MAXUINT && labels->label_column != G_MAXUINT)
        return TRUE;
    return lack_columns (labels->path, error);
}

static guint32
find_paper (const RhumbCorpus *corpus, const char *name)
{
    const guint32 paper = rhumb_corpus_find_paper (corpus, name);
    if (paper != RHUMB_NONE)
        return paper;
    g_autofree char *id = rhumb_identifier_normalise (name);
    return rhumb_corpus_find_paper (corpus, id);
}

static gboolean
take_row (gpointer data, const RhumbCsv *row, GError **error)
{
    Labels *labels = data;
    if (labels->n_rows++ == 0)
        return read_header (labels, row, error);
    const guint n = rhumb_csv_get_n_cells (row);
    if (labels->id_column >= n || labels->label_column >= n) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT,
                     "%s:%" G_GUINT64_FORMAT ": %u %s, expected as many as the header has",
                     labels->path, rhumb_csv_get_line (row), n,
                     rhumb_plural (n, "column", "columns"));
        return FALSE;
    }
    g_autofree char *id = rhumb_text_clean (rhumb_csv_get_cell (row, labels->id_column), -1);
    g_autofree char *label = rhumb_text_clean (rhumb_csv_get_cell (row, labels->label_column), -1);
    const guint32 paper = find_paper (labels->corpus, id);
    if (*label == '\0')
        return TRUE;
    if (paper == RHUMB_NONE) {
        labels->n_unknown++;
        return TRUE;
    }
    guint known = GPOINTER_TO_UINT (g_hash_table_lookup (labels->numbers, label));
    if (known == 0) {
        known = g_hash_table_size (labels->numbers) + 1;
        g_hash_table_insert (labels->numbers, g_steal_pointer (&label), GUINT_TO_POINTER (known));
    }
    const guint32 column = known - 1;
    g_array_append_val (labels->paper, paper);
    g_array_append_val (labels->label, column);
    return TRUE;
}

/* A two-mode network from papers to labels, numbered as they come. @n_unknown: lines whose id no
 * paper has. */
RhumbNetwork *
read_labels (const char *path, const RhumbCorpus *corpus, guint *n_unknown, GError **error)
{
    g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr (GArray) paper = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) label = g_array_new (FALSE, FALSE, sizeof (guint32));
    Labels labels = {path, corpus, G_MAXUINT, G_MAXUINT, numbers, paper, label, 0, 0};
    if (!list_read (path, "id", take_row, &labels, error) ||
        (labels.n_rows == 0 && !lack_columns (path, error)))
        return NULL;
    *n_unknown = labels.n_unknown;
    return rhumb_network_new (RHUMB_NETWORK_TWO_MODE, rhumb_corpus_get_n_papers (corpus),
                              g_hash_table_size (numbers), (const guint32 *)(gpointer)paper->data,
                              (const guint32 *)(gpointer)label->data, NULL, paper->len, error);
}
