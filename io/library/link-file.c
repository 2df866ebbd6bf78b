/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The index of links beside a library: LIBRARY.index, mapped into memory, so that a question reads
 * what it needs and nothing else.
 *
 * It belongs to one state of its library. That is told by a hash of the library's size, its first
 * page, in which SQLite counts changes, and pages at even distances: rhumb always writes a library
 * anew, which changes many of them, and another program that writes into it changes the first.
 * Reading all of it would take longer than the answer.
 *
 * rhumb writes an index anew and puts it in the place of the old one, which whoever reads it keeps.
 * Another program that cut off a mapped file would kill its readers (SIGBUS). So it is held by a
 * lease of Linux's for reading, fcntl (F_SETLEASE): whoever wants to write into it or to cut it off
 * waits until it is let go, at most 45 seconds (/proc/sys/fs/lease-break-time). Where there is no
 * lease, as for files of other people, it is read into memory.
 *
 * Cost: opening O(1); without a lease O(bytes).
 */
#include "io/link-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "graph/error.h"
#include "graph/link-index-private.h"
#include "graph/text.h"
#include "io/output.h"

#define PAGE 4096
#define N_PAGES 64

static char *
get_path (const char *library)
{
    return g_strconcat (library, ".index", NULL);
}

static guint64
hash_page (guint64 hash, const guint8 *page, gsize n)
{
    for (gsize i = 0; i + sizeof (guint64) <= n; i += sizeof (guint64)) {
        guint64 word;
        memcpy (&word, page + i, sizeof word);
        hash = rhumb_hash_mix (hash, word);
    }
    return rhumb_hash_mix (hash, n);
}

static gboolean
hash_file (int file, guint64 *checksum)
{
    struct stat status;
    guint8 page[PAGE] = {0};
    if (fstat (file, &status) != 0)
        return FALSE;
    const guint64 n_pages = ((guint64)status.st_size + PAGE - 1) / PAGE;
    const guint64 n = MIN (n_pages, N_PAGES);
    guint64 hash = rhumb_hash_mix (1, (guint64)status.st_size);
    for (guint64 i = 0; i < n; i++) {
        const guint64 place = i * n_pages / n;
        const gssize n_read = pread (file, page, sizeof page, (off_t)(place * PAGE));
        if (n_read < 0)
            return FALSE;
        hash = hash_page (hash, page, (gsize)n_read);
    }
    *checksum = hash;
    return TRUE;
}

/**
 * rhumb_library_get_checksum:
 * @library: path of a library
 * @checksum: (out): 64 bits that stand for its present state
 * @error: return location for an error
 *
 * Tells states of a library apart, by its size and a sample of its pages.
 *
 * Returns: %FALSE with a #GFileError
 *
 * Since: 0.2
 */
gboolean
rhumb_library_get_checksum (const char *library, guint64 *checksum, GError **error)
{
    const int file = g_open (library, O_RDONLY | O_CLOEXEC, 0);
    const gboolean ok = file >= 0 && hash_file (file, checksum);
    const int problem = errno;
    if (file >= 0)
        close (file);
    if (!ok)
        g_set_error (error, G_FILE_ERROR, (int)g_file_error_from_errno (problem), "%s: %s", library,
                     g_strerror (problem));
    return ok;
}

/**
 * rhumb_library_save_index:
 * @library: path of a library
 * @index: what rhumb_link_index_pack() gave for it, with its checksum
 * @error: return location for an error
 *
 * Writes the index of links beside a library. It appears whole or not at all.
 *
 * Returns: %FALSE with an error of rhumb_output_write()
 *
 * Since: 0.2
 */
gboolean
rhumb_library_save_index (const char *library, GBytes *index, GError **error)
{
    gsize size = 0;
    const void *data = g_bytes_get_data (index, &size);
    g_autofree char *path = get_path (library);
    return rhumb_output_write (path, data, size, error);
}

typedef struct {
    GMappedFile *mapped;
    int file; /* holds the lease */
} Held;

static void
let_go (gpointer data)
{
    Held *held = data;
    g_mapped_file_unref (held->mapped);
    close (held->file);
    g_free (held);
}

/* Asks that nobody changes a file as long as it is open. No signal tells that somebody wants to. */
static gboolean
hold (int file)
{
#ifdef F_SETLEASE
    return fcntl (file, F_SETSIG, SIGURG) == 0 && fcntl (file, F_SETLEASE, F_RDLCK) == 0 &&
           fcntl (file, F_SETOWN, 0) == 0;
#else
    (void)file;
    return FALSE;
#endif
}

/* @held_file: the file, open as long as the bytes are there; -1 if they are a copy */
static GBytes *
map_or_read (const char *path, int *held_file, GError **error)
{
    const int file = g_open (path, O_RDONLY | O_CLOEXEC, 0);
    if (file < 0) {
        const int problem = errno;
        g_set_error (error, G_FILE_ERROR, (int)g_file_error_from_errno (problem), "%s: %s", path,
                     g_strerror (problem));
        return NULL;
    }
    if (!hold (file)) {
        char *contents = NULL;
        gsize length = 0;
        close (file);
        return g_file_get_contents (path, &contents, &length, error)
                   ? g_bytes_new_take (contents, length)
                   : NULL;
    }
    GMappedFile *mapped = g_mapped_file_new_from_fd (file, FALSE, error);
    if (mapped == NULL) {
        close (file);
        return NULL;
    }
    Held *held = g_new (Held, 1);
    *held = (Held){mapped, file};
    *held_file = file;
    return g_bytes_new_with_free_func (g_mapped_file_get_contents (mapped),
                                       g_mapped_file_get_length (mapped), let_go, held);
}

/**
 * rhumb_library_open_index:
 * @library: path of a library
 * @error: return location for an error
 *
 * Maps the index of links of a library into memory. Until it is freed who wants to change the file
 * waits; to put another in its place is free.
 *
 * Returns: (transfer full): an index; or %NULL with %G_FILE_ERROR_NOENT if there is none,
 *   %RHUMB_ERROR_NOT_FOUND if it is of another state of the library, %RHUMB_ERROR_FORMAT if it is
 *   damaged, or another #GFileError
 *
 * Since: 0.2
 */
RhumbLinkIndex *
rhumb_library_open_index (const char *library, GError **error)
{
    guint64 checksum = 0;
    int file = -1;
    g_autofree char *path = get_path (library);
    g_autoptr (GBytes) bytes = map_or_read (path, &file, error);
    if (bytes == NULL || !rhumb_library_get_checksum (library, &checksum, error))
        return NULL;
    g_autoptr (RhumbLinkIndex) index = rhumb_link_index_new (bytes, path, error);
    if (index == NULL)
        return NULL;
    rhumb_link_index_set_file (index, file);
    if (rhumb_link_index_get_checksum (index) == checksum)
        return g_steal_pointer (&index);
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_NOT_FOUND,
                 "%s: of another state of the library, expected one made after the last change",
                 path);
    return NULL;
}
