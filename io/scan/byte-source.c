/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The bytes of a file, pipe or memory, each read once, decompressed when their first ones say gzip
 * or zstd. What comes out is limited: a few kilobytes of gzip can hold terabytes of zeros.
 * Cost: that of reading; memory for one block.
 */
#include "io/scan/byte-source.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "graph/fault.h"
#include "io/scan/decompress.h"
#include "io/scan/magic.h"

#define BLOCK ((gsize)256 << 10)
#define MAGIC_LENGTH 6

struct _RhumbByteSource {
    char *name;
    int file;
    gboolean owns_file;
    const char *memory;
    gsize memory_left;
    guint64 max_bytes;
    guint64 n_bytes; /* given so far */
    RhumbDecompressor *decompressor;
    guint8 *block; /* as in the file */
    const guint8 *next;
    gsize n_left;
    gboolean at_end; /* of the file */
};

static gboolean
read_raw (RhumbByteSource *source, guint8 *to, gsize room, gsize *n_read, GError **error)
{
    if (source->file < 0) {
        *n_read = MIN (room, source->memory_left);
        if (*n_read > 0)
            memcpy (to, source->memory, *n_read);
        source->memory += *n_read;
        source->memory_left -= *n_read;
        return TRUE;
    }
    for (;;) {
        const gssize n = read (source->file, to, room);
        if (n >= 0) {
            *n_read = (gsize)n;
            return TRUE;
        }
        if (errno != EINTR) {
            g_set_error (error, G_FILE_ERROR, (int)g_file_error_from_errno (errno), "%s: %s",
                         source->name, g_strerror (errno));
            return FALSE;
        }
    }
}

/* Reads the file's next block behind what is left of the one before. */
static gboolean
refill (RhumbByteSource *source, GError **error)
{
    gsize n_read = 0;
    if (source->n_left > 0)
        memmove (source->block, source->next, source->n_left);
    source->next = source->block;
    if (!read_raw (source, source->block + source->n_left, BLOCK - source->n_left, &n_read, error))
        return FALSE;
    source->n_left += n_read;
    source->at_end = n_read == 0;
    return TRUE;
}

/* Reads the first bytes and tells from them whether the file is compressed. */
static gboolean
open_block (RhumbByteSource *source, GError **error)
{
    while (!source->at_end && source->n_left < MAGIC_LENGTH)
        if (!refill (source, error))
            return FALSE;
    const char *compression = rhumb_magic_compression ((const char *)source->next, source->n_left);
    if (compression == NULL)
        return TRUE;
    source->decompressor = rhumb_decompressor_new (compression);
    if (source->decompressor == NULL) {
        g_autofree char *found = g_strconcat ("compressed with ", compression, NULL);
        rhumb_set_fault (error, RHUMB_ERROR_UNSUPPORTED, source->name, 1, found,
                         "plain text, gzip or zstd; decompress it first");
    }
    return source->decompressor != NULL;
}

static RhumbByteSource *
new_source (const char *name, int file, const char *memory, gsize length, guint64 max_bytes,
            GError **error)
{
    g_autoptr (RhumbByteSource) source = g_new0 (RhumbByteSource, 1);
    source->name = g_strdup (name);
    source->file = file;
    source->owns_file = file > STDIN_FILENO;
    source->memory = memory;
    source->memory_left = length;
    source->max_bytes = max_bytes;
    source->block = g_malloc (BLOCK);
    return open_block (source, error) ? g_steal_pointer (&source) : NULL;
}

/* Opens a file. @path: path of a file or pipe, or "-" for standard input; @max_bytes: most bytes to
 * give, after decompression. Returns the source; %NULL with a #GFileError if it cannot be read (a
 * directory among others) or %RHUMB_ERROR_UNSUPPORTED if it is compressed with xz or bzip2. */
RhumbByteSource *
rhumb_byte_source_open (const char *path, guint64 max_bytes, GError **error)
{
    if (strcmp (path, "-") == 0)
        return new_source (path, STDIN_FILENO, NULL, 0, max_bytes, error);
    const int file = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (file < 0) {
        g_set_error (error, G_FILE_ERROR, (int)g_file_error_from_errno (errno), "%s: %s", path,
                     g_strerror (errno));
        return NULL;
    }
    return new_source (path, file, NULL, 0, max_bytes, error);
}

/* Makes a source of bytes in memory. @name: name for messages; @bytes: what a file would hold,
 * borrowed while the source lives; @length: how many bytes; @max_bytes: most bytes to give, after
 * decompression. Returns the source, %NULL on the errors of rhumb_byte_source_open(). */
RhumbByteSource *
rhumb_byte_source_new_for_memory (const char *name, const char *bytes, gsize length,
                                  guint64 max_bytes, GError **error)
{
    return new_source (name, -1, bytes, length, max_bytes, error);
}

/* rhumb_byte_source_free: closes and frees @source; nothing happens if it is %NULL. */
void
rhumb_byte_source_free (RhumbByteSource *source)
{
    if (source == NULL)
        return;
    if (source->owns_file)
        close (source->file);
    g_clear_pointer (&source->decompressor, rhumb_decompressor_free);
    g_free (source->block);
    g_free (source->name);
    g_free (source);
}

/* rhumb_byte_source_get_name: the path as given, for messages. */
const char *
rhumb_byte_source_get_name (const RhumbByteSource *source)
{
    return source->name;
}

/* rhumb_byte_source_is_plain_file: whether its name leads to the same bytes, again. */
gboolean
rhumb_byte_source_is_plain_file (const RhumbByteSource *source)
{
    struct stat status;
    return source->owns_file && source->decompressor == NULL &&
           fstat (source->file, &status) == 0 && S_ISREG (status.st_mode);
}

static gboolean
decompress (RhumbByteSource *source, guint8 *to, gsize room, gsize *n_read, GError **error)
{
    *n_read = 0;
    while (*n_read == 0) {
        if (source->n_left == 0 && !source->at_end && !refill (source, error))
            return FALSE;
        if (source->n_left == 0 && rhumb_decompressor_is_between (source->decompressor))
            return TRUE;
        const gsize n_before = source->n_left;
        g_autofree char *problem = rhumb_decompressor_step (source->decompressor, &source->next,
                                                            &source->n_left, to, room, n_read);
        if (problem != NULL) {
            rhumb_set_fault (error, RHUMB_ERROR_FORMAT, source->name, 1, problem, "a whole file");
            return FALSE;
        }
        if (*n_read == 0 && n_before == source->n_left && source->at_end) {
            rhumb_set_fault (error, RHUMB_ERROR_FORMAT, source->name, 1,
                             "the compressed data end in the middle", "a whole file");
            return FALSE;
        }
        if (*n_read == 0 && n_before == source->n_left && !refill (source, error))
            return FALSE;
    }
    return TRUE;
}

/* Reads some bytes. @to: where to put bytes; @room: how many fit there, at least 1; @n_read (out):
 * how many were put, 0 at the end. Returns %FALSE with a #GFileError, %RHUMB_ERROR_FORMAT if
 * compressed data are broken, or %RHUMB_ERROR_LIMIT if there is more than the limit. */
gboolean
rhumb_byte_source_read (RhumbByteSource *source, guint8 *to, gsize room, gsize *n_read,
                        GError **error)
{
    *n_read = 0;
    if (source->decompressor != NULL) {
        if (!decompress (source, to, room, n_read, error))
            return FALSE;
    } else if (source->n_left > 0) {
        *n_read = MIN (room, source->n_left);
        memcpy (to, source->next, *n_read);
        source->next += *n_read;
        source->n_left -= *n_read;
    } else if (!source->at_end && !read_raw (source, to, room, n_read, error)) {
        return FALSE;
    }
    source->n_bytes += *n_read;
    if (source->n_bytes <= source->max_bytes)
        return TRUE;
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT,
                 "%s:1: more than %" G_GUINT64_FORMAT
                 " bytes%s, expected no more (max_bytes raises the limit)",
                 source->name, source->max_bytes,
                 source->decompressor != NULL ? " after decompression" : "");
    return FALSE;
}
