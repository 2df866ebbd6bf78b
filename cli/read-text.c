/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Small files that options name: lists of phrases, of ids, of labels. What editors and spreadsheets
 * leave in them, a byte order mark and bytes that are no UTF-8, is the same for all.
 */
#include "cli/read-text.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "rhumb.h"

#define BLOCK (256 << 10)

static gboolean
fail (const char *path, int number, GError **error)
{
    g_set_error (error, G_FILE_ERROR, (int)g_file_error_from_errno (number), "%s: %s", path,
                 g_strerror (number));
    return FALSE;
}

/* Reads until the end or, of a device without one, beyond the limit. */
static gboolean
read_bytes (const char *path, int file, gsize most, GString *text, GError **error)
{
    g_autofree char *block = g_malloc (BLOCK);
    for (;;) {
        const gssize n = read (file, block, BLOCK);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return fail (path, errno, error);
        if (n == 0)
            return TRUE;
        g_string_append_len (text, block, n);
        if (text->len > most) {
            g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT,
                         "%s: longer than %" G_GSIZE_FORMAT " MiB, expected a list", path,
                         most >> 20);
            return FALSE;
        }
    }
}

/* The whole file as UTF-8, for whose size @most_mib is the limit. */
char *
read_text (const char *path, guint most_mib, GError **error)
{
    const int file = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (file < 0) {
        fail (path, errno, error);
        return NULL;
    }
    g_autoptr (GString) text = g_string_new (NULL);
    const gboolean was_read = read_bytes (path, file, (gsize)most_mib << 20, text, error);
    close (file);
    if (!was_read)
        return NULL;
    if (memchr (text->str, '\0', text->len) != NULL) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT,
                     "%s: some bytes are 0, expected text in UTF-8", path);
        return NULL;
    }
    const gsize mark = g_str_has_prefix (text->str, "\xef\xbb\xbf") ? 3 : 0;
    return g_utf8_make_valid (text->str + mark, (gssize)(text->len - mark));
}
