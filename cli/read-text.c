/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Small files that options name: lists of phrases, of ids, of labels. What editors and spreadsheets
 * leave in them, a byte order mark and bytes that are no UTF-8, is the same for all.
 */
#include "cli/read-text.h"

#include "rhumb.h"

/* The whole file as UTF-8, for whose size @most_mib is the limit. */
char *
read_text (const char *path, guint most_mib, GError **error)
{
    g_autofree char *bytes = NULL;
    gsize length = 0;
    if (!g_file_get_contents (path, &bytes, &length, error))
        return NULL;
    if (length >> 20 >= most_mib) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT, "%s: longer than %u MiB", path,
                     most_mib);
        return NULL;
    }
    const gsize mark = g_str_has_prefix (bytes, "\xef\xbb\xbf") ? 3 : 0;
    return g_utf8_make_valid (bytes + mark, (gssize)(length - mark));
}
