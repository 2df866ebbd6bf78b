/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Small files that options name: lists of phrases, of ids, of labels. What editors and spreadsheets
 * leave in them, a byte order mark, bytes that are no UTF-8 and the ends of lines of other systems,
 * is the same for all.
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
static char *
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

/* The lines of a file, empty ones too; they end as on any system. */
GStrv
read_lines (const char *path, guint most_mib, GError **error)
{
    g_autofree char *text = read_text (path, most_mib, error);
    if (text == NULL)
        return NULL;
    char *to = text;
    for (const char *from = text; *from != '\0'; from++) {
        if (from[0] == '\r' && from[1] == '\n')
            continue;
        *to++ = *from != '\r' ? *from : '\n';
    }
    *to = '\0';
    return g_strsplit (text, "\n", -1);
}

/* Which column has a name, in letters of any case; G_MAXUINT if none has. */
guint
find_column (const char *const *names, const char *name)
{
    for (guint i = 0; names[i] != NULL; i++) {
        g_autofree char *own = g_strstrip (g_strdup (names[i]));
        if (g_ascii_strcasecmp (own, name) == 0)
            return i;
    }
    return G_MAXUINT;
}
