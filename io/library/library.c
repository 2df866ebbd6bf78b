/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The library file: papers kept, with everything that is known of where they came from.
 *
 * An SQLite database that any program can query; docs/data-model.md shows its tables. It is always
 * written as a new file beside the old one, without a journal, synchronised and renamed: whatever
 * stops the program, the name leads to the old content or to the new one. Writing in place with a
 * write-ahead log would keep as much, but leaves two files beside a library that was not closed,
 * and is slower, because everything is written twice.
 * Cost: linear, but for the sorting of two indexes.
 */
#include "io/library.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "graph/error.h"
#include "io/formats.h"
#include "io/library/indexing.h"
#include "io/library/read.h"
#include "io/library/rows.h"
#include "io/library/schema.h"
#include "io/output.h"
#include "io/scan/input.h"

#define COPY_BLOCK ((gsize)1 << 20)

static gboolean
fill (RhumbDatabase *database, const RhumbCorpus *corpus, GError **error)
{
    g_autoptr (RhumbIndexing) indexing = rhumb_indexing_new (corpus, database->name, error);
    return indexing != NULL && rhumb_library_migrate (database, &rhumb_library_migrations, error) &&
           rhumb_database_run (database, "BEGIN", error) &&
           rhumb_library_write_rows (database, corpus, error) &&
           rhumb_database_run (database, rhumb_library_indexes, error) &&
           rhumb_indexing_finish (indexing, database, error) &&
           rhumb_database_run (database, "COMMIT", error);
}

/**
 * rhumb_library_save:
 * @corpus: a corpus
 * @path: path of the library
 * @error: return location for an error
 *
 * Writes a library, in place of one that is there. The file appears whole or not at all, even if
 * the program is killed.
 *
 * Returns: %FALSE with a #GFileError, or with %RHUMB_ERROR_LIBRARY "path: SQLite: …"; what was
 *   there is then as it was
 *
 * Since: 0.2
 */
gboolean
rhumb_library_save (const RhumbCorpus *corpus, const char *path, GError **error)
{
    g_autoptr (RhumbOutput) output = rhumb_output_open (path, error);
    if (output == NULL)
        return FALSE;
    const char *temporary = rhumb_output_get_temporary (output);
    if (temporary == NULL) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_UNSUPPORTED,
                     "%s: a device or pipe, expected the name of a file: a library is no stream",
                     path);
        return FALSE;
    }
    g_autoptr (RhumbDatabase) database = rhumb_database_create (temporary, path, error);
    if (database == NULL || !fill (database, corpus, error))
        return FALSE;
    g_clear_pointer (&database, rhumb_database_free);
    return rhumb_output_close (output, error);
}

/**
 * rhumb_library_is:
 * @path: path of a file
 *
 * Tells whether a file is a library, by its first bytes.
 *
 * Returns: %FALSE also if it cannot be read
 *
 * Since: 0.2
 */
gboolean
rhumb_library_is (const char *path)
{
    char head[100];
    if (strcmp (path, "-") == 0 || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return FALSE;
    const int file = g_open (path, O_RDONLY | O_CLOEXEC, 0);
    if (file < 0)
        return FALSE;
    const gssize n = read (file, head, sizeof head);
    close (file);
    return n == (gssize)sizeof head && rhumb_library_is_head (head, sizeof head);
}

/**
 * rhumb_library_get_n_sources:
 * @path: path of a library
 * @n_sources: (out): how many sources it holds; they are the first of a corpus that is read from it
 * @error: return location for an error
 *
 * Counts the sources of a library.
 *
 * Returns: %FALSE with the errors of reading a library
 *
 * Since: 0.2
 */
gboolean
rhumb_library_get_n_sources (const char *path, guint *n_sources, GError **error)
{
    gint64 n;
    g_autoptr (RhumbDatabase) database =
        rhumb_library_open (path, path, &rhumb_library_migrations, error);
    if (database == NULL ||
        !rhumb_database_get_integer (database, "SELECT count(*) FROM sources", &n, error))
        return FALSE;
    *n_sources = (guint)n;
    return TRUE;
}

static guint
sniff (const char *head, gsize length)
{
    return rhumb_library_is_head (head, length) ? 100 : 0;
}

/* SQLite opens files only: what comes from a pipe, or compressed, becomes one for a while. */
static gboolean
copy_to_file (RhumbInput *input, int file, GError **error)
{
    g_autofree char *block = g_malloc (COPY_BLOCK);
    for (;;) {
        gsize n_read = 0;
        if (!rhumb_input_read_bytes (input, block, COPY_BLOCK, &n_read, error))
            return FALSE;
        for (gsize done = 0; done < n_read;) {
            const gssize n = write (file, block + done, n_read - done);
            if (n < 0 && errno != EINTR) {
                g_set_error (error, G_FILE_ERROR, (int)g_file_error_from_errno (errno),
                             "%s: copying it to a temporary file: %s", rhumb_input_get_name (input),
                             g_strerror (errno));
                return FALSE;
            }
            done += n > 0 ? (gsize)n : 0;
        }
        if (n_read == 0)
            return TRUE;
    }
}

static gboolean
read_file (const char *path, const char *name, RhumbCorpusBuilder *builder, GError **error)
{
    g_autoptr (RhumbDatabase) database =
        rhumb_library_open (path, name, &rhumb_library_migrations, error);
    return database != NULL && rhumb_library_read (database, builder, error);
}

static gboolean
read_library (RhumbInput *input, RhumbCorpusBuilder *builder, GError **error)
{
    const char *name = rhumb_input_get_name (input);
    if (rhumb_input_is_plain_file (input))
        return read_file (name, name, builder, error);
    g_autofree char *path = NULL;
    const int file = g_file_open_tmp ("rhumb-XXXXXX", &path, error);
    if (file < 0)
        return FALSE;
    const gboolean copied = copy_to_file (input, file, error);
    close (file);
    const gboolean read = copied && read_file (path, name, builder, error);
    g_unlink (path);
    return read;
}

static const char *const suffixes[] = {"rhumb", NULL};

const RhumbFormat rhumb_format_library = {
    .name = "library",
    .suffixes = suffixes,
    .summary = "SQLite database of papers, made by rhumb import",
    .is_library = TRUE,
    .sniff = sniff,
    .read = read_library,
    .save = rhumb_library_save,
};
