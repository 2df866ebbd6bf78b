/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A file that names papers: an id a line, or a table with a column "id", as most verbs write.
 */
#include "cli/id-list.h"

#include "cli/read-text.h"

#define MOST_MIB 1024

/* Where ids stand: the column "id" of the first line, else the first. */
static guint
find_column (const char *line, gboolean *is_header)
{
    g_auto (GStrv) cells = g_strsplit (line, "\t", -1);
    *is_header = FALSE;
    for (guint i = 0; cells[i] != NULL; i++) {
        *is_header = g_str_equal (cells[i], "id");
        if (*is_header)
            return i;
    }
    return 0;
}

/* The ids, in their order. */
GStrv
id_list_read (const char *path, GError **error)
{
    g_autofree char *text = read_text (path, MOST_MIB, error);
    if (text == NULL)
        return NULL;
    g_strdelimit (text, "\r", '\n');
    g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
    g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
    gboolean is_header = FALSE;
    const guint column = lines[0] != NULL ? find_column (lines[0], &is_header) : 0;
    for (guint i = is_header; lines[i] != NULL; i++) {
        g_auto (GStrv) cells = g_strsplit (lines[i], "\t", (int)column + 2);
        if (g_strv_length (cells) > column && cells[column][0] != '\0')
            g_strv_builder_add (ids, cells[column]);
    }
    return g_strv_builder_end (ids);
}
