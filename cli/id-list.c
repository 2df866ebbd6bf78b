/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A file that names papers: an id a line, or a table with a column "id", as most verbs write.
 */
#include "cli/id-list.h"

#include "cli/read-text.h"

#define MOST_MIB 1024

/* The ids, in their order: in the column "id" if the first line names one, else in the first. */
GStrv
id_list_read (const char *path, GError **error)
{
    g_auto (GStrv) lines = read_lines (path, MOST_MIB, error);
    if (lines == NULL)
        return NULL;
    g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
    g_auto (GStrv) names = g_strsplit (lines[0] != NULL ? lines[0] : "", "\t", -1);
    const guint named = find_column ((const char *const *)names, "id");
    const guint column = named != G_MAXUINT ? named : 0;
    for (guint i = named != G_MAXUINT ? 1 : 0; lines[0] != NULL && lines[i] != NULL; i++) {
        g_auto (GStrv) cells = g_strsplit (lines[i], "\t", (int)column + 2);
        if (g_strv_length (cells) > column && cells[column][0] != '\0')
            g_strv_builder_add (ids, cells[column]);
    }
    return g_strv_builder_end (ids);
}
