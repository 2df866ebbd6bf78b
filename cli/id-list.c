/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A file that names papers: an id a line, or a table with a column "id", as most verbs write.
 */
#include "cli/id-list.h"

#include "cli/list-file.h"

#define COLUMN "id"

typedef struct {
    GStrvBuilder *ids;
    guint column;
    guint n_rows;
} Ids;

/* Where ids stand: the column "id" of the first line, else the first. */
static gboolean
take_header (Ids *ids, const RhumbCsv *row)
{
    for (guint i = 0; i < rhumb_csv_get_n_cells (row); i++) {
        ids->column = i;
        if (g_ascii_strcasecmp (g_strstrip (rhumb_csv_get_cell (row, i)), COLUMN) == 0)
            return TRUE;
    }
    ids->column = 0;
    return FALSE;
}

static gboolean
take_row (gpointer data, const RhumbCsv *row, GError **error G_GNUC_UNUSED)
{
    Ids *ids = data;
    if (ids->n_rows++ == 0 && take_header (ids, row))
        return TRUE;
    const char *id = g_strstrip (rhumb_csv_get_cell (row, ids->column));
    if (*id != '\0')
        g_strv_builder_add (ids->ids, id);
    return TRUE;
}

/* The ids, in their order. */
GStrv
id_list_read (const char *path, GError **error)
{
    g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
    Ids ids = {builder, 0, 0};
    return list_read (path, COLUMN, take_row, &ids, error) ? g_strv_builder_end (builder) : NULL;
}
