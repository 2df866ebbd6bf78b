/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * ORCIDs of Web of Science: "Family, Given/0000-…", matched to the authors by the whole name.
 * Cost: pairs times authors.
 */
#include "io/read/wos-orcids.h"

#include <string.h>

/* Gives each author the ORCID that stands with the same name. @pairs (of strings): names and
 * ORCIDs; borrowed by @record; @record: a record that has its authors; @extra: where pairs of other
 * people are kept. */
void
rhumb_wos_take_orcids (const GPtrArray *pairs, RhumbRecord *record, RhumbExtra *extra)
{
    const GPtrArray *names = record->author_names;
    g_ptr_array_set_size (record->author_orcids, (int)names->len);
    g_autoptr (GPtrArray) unmatched = g_ptr_array_new ();
    for (guint i = 0; i < pairs->len; i++) {
        const char *slash = strrchr (pairs->pdata[i], '/');
        gboolean found = FALSE;
        for (guint a = 0; slash != NULL && a < names->len; a++) {
            const char *name = names->pdata[a];
            const gsize length = (gsize)(slash - (const char *)pairs->pdata[i]);
            if (strlen (name) != length || g_ascii_strncasecmp (name, pairs->pdata[i], length) != 0)
                continue;
            record->author_orcids->pdata[a] = (gpointer)(slash + 1);
            found = TRUE;
        }
        if (!found)
            g_ptr_array_add (unmatched, pairs->pdata[i]);
    }
    rhumb_extra_add_texts (extra, "orcids", (const char *const *)unmatched->pdata, unmatched->len);
}
