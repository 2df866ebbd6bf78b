/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which papers may be listed: those of some years, those of a set that a file names. What may not
 * be listed still counts for what the others have in common.
 */
#include "cli/among.h"

#include <string.h>

#include "cli/id-list.h"
#include "graph/plural.h"

gboolean
among_check (const Among *among, GError **error)
{
    if (among->since >= 0 && among->until >= 0 &&
        (among->until == 0 || among->since <= among->until))
        return TRUE;
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                 "--since %d and --until %d, expected years, the earlier one first", among->since,
                 among->until);
    return FALSE;
}

gboolean
among_is_given (const Among *among)
{
    return among->since != 0 || among->until != 0 || among->file != NULL;
}

static gboolean
read_set (const Among *among, const Run *run, guint32 n_papers, FindPaper find, gpointer data,
          guint8 *allowed, GError **error)
{
    guint n_known = 0;
    guint n_unknown = 0;
    g_auto (GStrv) ids = id_list_read (among->file, error);
    if (ids == NULL)
        return FALSE;
    memset (allowed, 0, n_papers);
    for (guint i = 0; ids[i] != NULL; i++) {
        const guint32 paper = find (data, ids[i]);
        if (paper != RHUMB_NONE)
            allowed[paper] = 1;
        n_known += paper != RHUMB_NONE;
        n_unknown += paper == RHUMB_NONE;
    }
    if (n_known == 0) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_NOT_FOUND,
                     "%s: of %u %s none is known, expected ids of papers, one a line or in a "
                     "column “id”",
                     among->file, n_unknown, rhumb_plural (n_unknown, "id", "ids"));
        return FALSE;
    }
    if (n_unknown > 0 && !run->quiet)
        fprintf (stderr, "rhumb %s: %s: %u of %u ids %s not known\n", run->command->name,
                 among->file, n_unknown, n_known + n_unknown,
                 rhumb_plural (n_unknown, "is", "are"));
    return TRUE;
}

/* @allowed: for each paper whether it may be listed; NULL if all may. A paper of no known year is
 * of none of some years. */
gboolean
among_list (const Among *among, const Run *run, guint32 n_papers, FindPaper find, GetYear get_year,
            gpointer data, guint8 **allowed, GError **error)
{
    g_autofree guint8 *list = NULL;
    *allowed = NULL;
    if (!among_is_given (among))
        return TRUE;
    list = g_malloc ((gsize)n_papers + 1);
    memset (list, 1, (gsize)n_papers + 1);
    if (among->file != NULL && !read_set (among, run, n_papers, find, data, list, error))
        return FALSE;
    for (guint32 v = 0; (among->since != 0 || among->until != 0) && v < n_papers; v++) {
        const int year = get_year (data, v);
        if (year == 0 || year < among->since || (among->until != 0 && year > among->until))
            list[v] = 0;
    }
    *allowed = g_steal_pointer (&list);
    return TRUE;
}

void
among_clear (Among *among)
{
    g_free (among->file);
}
