/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Labels that somebody gave papers: a table with a header line that has the columns "id" and
 * "label", parted by tabs, as `rhumb topics --members` writes it. A paper with several labels has
 * several lines.
 */
#include "cli/read-labels.h"

#include <string.h>

#include "cli/read-text.h"
#include "graph/plural.h"

#define MOST_MIB 1024

typedef struct {
    const char *path;
    const RhumbCorpus *corpus;
    guint id_column;
    guint label_column;
    GHashTable *numbers; /* label → its number + 1 */
    GArray *paper;
    GArray *label;
    guint n_unknown;
} Labels;

static gboolean
read_header (Labels *labels, const char *line, GError **error)
{
    g_auto (GStrv) cells = g_strsplit (line, "\t", -1);
    labels->id_column = find_column ((const char *const *)cells, "id");
    labels->label_column = find_column ((const char *const *)cells, "label");
    if (labels->id_column != G_MAXUINT && labels->label_column != G_MAXUINT)
        return TRUE;
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT,
                 "%s:1: columns “id” and “label” are not both there, expected a table parted by "
                 "tabs with both",
                 labels->path);
    return FALSE;
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
read_row (Labels *labels, const char *line, guint number, GError **error)
{
    g_auto (GStrv) cells = g_strsplit (line, "\t", -1);
    const guint n = g_strv_length (cells);
    if (labels->id_column >= n || labels->label_column >= n) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT,
                     "%s:%u: %u %s, expected as many as the header has", labels->path, number, n,
                     rhumb_plural (n, "column", "columns"));
        return FALSE;
    }
    g_autofree char *id = rhumb_text_clean (cells[labels->id_column], -1);
    g_autofree char *label = rhumb_text_clean (cells[labels->label_column], -1);
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

static gboolean
read_rows (Labels *labels, const char *const *lines, GError **error)
{
    if (!read_header (labels, lines[0] != NULL ? lines[0] : "", error))
        return FALSE;
    for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++) {
        if (lines[i][0] != '\0' && !read_row (labels, lines[i], i + 1, error))
            return FALSE;
    }
    return TRUE;
}

/* A two-mode network from papers to labels, numbered as they come. @n_unknown: lines whose id no
 * paper has. */
RhumbNetwork *
read_labels (const char *path, const RhumbCorpus *corpus, guint *n_unknown, GError **error)
{
    g_auto (GStrv) lines = read_lines (path, MOST_MIB, error);
    if (lines == NULL)
        return NULL;
    g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr (GArray) paper = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) label = g_array_new (FALSE, FALSE, sizeof (guint32));
    Labels labels = {path, corpus, 0, 0, numbers, paper, label, 0};
    if (!read_rows (&labels, (const char *const *)lines, error))
        return NULL;
    *n_unknown = labels.n_unknown;
    return rhumb_network_new (RHUMB_NETWORK_TWO_MODE, rhumb_corpus_get_n_papers (corpus),
                              g_hash_table_size (numbers), (const guint32 *)(gpointer)paper->data,
                              (const guint32 *)(gpointer)label->data, NULL, paper->len, error);
}
