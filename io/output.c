/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * An output that appears whole or not at all.
 *
 * Bytes go to a hidden file beside the target, which is synchronised and renamed over it at the
 * end; until then the target is what it was. A device or pipe cannot be renamed over and is
 * written directly, as is standard output. The names of unfinished files stand in a fixed table,
 * the one global of this room, because a signal handler may neither allocate nor take a lock.
 * Cost: one buffered pass.
 */
#include "io/pending.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_PENDING 16
#define MAX_TRIES 100
#define LONGEST_SHOWN 100

struct _RhumbOutput {
    char *path;      /* as given; in messages */
    char *target;    /* what is renamed over, links followed; NULL if written directly */
    char *temporary; /* NULL if written directly */
    int slot;
    int file;
    GOutputStream *stream;
};

static char *_Atomic pending[MAX_PENDING];

static void
set_file_error (GError **error, const char *path, int number)
{
    g_set_error (error, G_FILE_ERROR, (int)g_file_error_from_errno (number), "%s: %s", path,
                 g_strerror (number));
}

/* Has a file removed if the program is stopped. @temporary: its path, which stays until it is
 * forgotten. Returns its place; -1 if the table is full: then only a killed program leaves it. */
int
rhumb_pending_add (char *temporary)
{
    for (int i = 0; i < MAX_PENDING; i++) {
        char *expected = NULL;
        if (atomic_compare_exchange_strong (&pending[i], &expected, temporary))
            return i;
    }
    return -1;
}

/* rhumb_pending_forget: @place: of a file that stays, or is gone already. */
void
rhumb_pending_forget (int place)
{
    if (place >= 0)
        atomic_store (&pending[place], NULL);
}

static void
forget_pending (RhumbOutput *output)
{
    rhumb_pending_forget (output->slot);
    output->slot = -1;
}

/**
 * rhumb_output_remove_pending:
 *
 * Removes the temporary files of all outputs that are not closed, and locks. May be called in a
 * signal handler; the program is expected to end then.
 *
 * Since: 0.1
 */
void
rhumb_output_remove_pending (void)
{
    const int saved = errno;
    for (int i = 0; i < MAX_PENDING; i++) {
        const char *temporary = atomic_load (&pending[i]);
        if (temporary != NULL)
            unlink (temporary);
    }
    errno = saved;
}

static gboolean
open_temporary (RhumbOutput *output, mode_t mode, GError **error)
{
    g_autofree char *folder = g_path_get_dirname (output->target);
    g_autofree char *base = g_path_get_basename (output->target);
    for (guint i = 0; i < MAX_TRIES; i++) {
        g_autofree char *name =
            g_strdup_printf (".%.*s.%ld-%u.tmp", LONGEST_SHOWN, base, (long)getpid (), i);
        g_autofree char *temporary = g_build_filename (folder, name, NULL);
        /* The name is that of this process alone: it may be removed before the file is there. */
        output->slot = rhumb_pending_add (temporary);
        output->file = open (temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (output->file >= 0) {
            output->temporary = g_steal_pointer (&temporary);
            /* Some file systems know no modes; the file is written all the same. */
            if (mode != 0)
                (void)!fchmod (output->file, mode);
            return TRUE;
        }
        const int number = errno;
        forget_pending (output);
        errno = number;
        if (number != EEXIST)
            break;
    }
    set_file_error (error, output->path, errno);
    return FALSE;
}

static gboolean
open_file (RhumbOutput *output, GError **error)
{
    struct stat status;
    const gboolean exists = stat (output->path, &status) == 0;
    if (exists && S_ISDIR (status.st_mode)) {
        set_file_error (error, output->path, EISDIR);
        return FALSE;
    }
    if (exists && access (output->path, W_OK) != 0) {
        set_file_error (error, output->path, errno);
        return FALSE;
    }
    if (exists && !S_ISREG (status.st_mode)) {
        output->file = open (output->path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
        if (output->file < 0)
            set_file_error (error, output->path, errno);
        return output->file >= 0;
    }
    g_autofree char *real = exists ? realpath (output->path, NULL) : NULL;
    output->target = g_strdup (real != NULL ? real : output->path);
    return open_temporary (output, exists ? status.st_mode & 07777 : 0, error);
}

/**
 * rhumb_output_open:
 * @path: (nullable): path of the file; "-" or %NULL = standard output
 * @error: return location for an error
 *
 * Begins an output.
 *
 * Returns: (transfer full) (nullable): the output, %NULL with a #GFileError whose message begins
 *   with the path
 *
 * Since: 0.1
 */
RhumbOutput *
rhumb_output_open (const char *path, GError **error)
{
    g_autoptr (RhumbOutput) output = g_new0 (RhumbOutput, 1);
    const gboolean standard = path == NULL || strcmp (path, "-") == 0;
    output->path = g_strdup (standard ? "standard output" : path);
    output->slot = -1;
    output->file = STDOUT_FILENO;
    if (!standard && !open_file (output, error))
        return NULL;
    g_autoptr (GOutputStream) raw = g_unix_output_stream_new (output->file, FALSE);
    output->stream = g_buffered_output_stream_new_sized (raw, 1 << 16);
    return g_steal_pointer (&output);
}

/**
 * rhumb_output_get_stream:
 * @output: an output
 *
 * Gets the stream to write to.
 *
 * Returns: (transfer none): a buffered stream
 *
 * Since: 0.1
 */
GOutputStream *
rhumb_output_get_stream (RhumbOutput *output)
{
    return output->stream;
}

/**
 * rhumb_output_get_temporary:
 * @output: an output
 *
 * Gets the file that will be renamed, for libraries that open files by themselves. Nothing is
 * written to the stream then.
 *
 * Returns: (transfer none) (nullable): path of an empty file; %NULL if the output is a device, a
 *   pipe or standard output, which are written directly
 *
 * Since: 0.2
 */
const char *
rhumb_output_get_temporary (const RhumbOutput *output)
{
    return output->temporary;
}

/* The new name is on the disk when its folder is. A file system that cannot do that has done
 * what it can. */
static void
synchronise_folder (const char *path)
{
    g_autofree char *folder = g_path_get_dirname (path);
    const int file = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0)
        return;
    (void)fsync (file);
    close (file);
}

static gboolean
publish (RhumbOutput *output, GError **error)
{
    if (output->temporary == NULL)
        return TRUE;
    if (fsync (output->file) != 0 || rename (output->temporary, output->target) != 0) {
        set_file_error (error, output->path, errno);
        return FALSE;
    }
    synchronise_folder (output->target);
    forget_pending (output);
    g_clear_pointer (&output->temporary, g_free);
    return TRUE;
}

/**
 * rhumb_output_close:
 * @output: an output; it can only be freed after this
 * @error: return location for an error
 *
 * Writes what is buffered and lets the file appear under its name.
 *
 * Returns: %FALSE with a #GIOError or #GFileError whose message begins with the path, e.g. if the
 *   disk is full; the target is then what it was
 *
 * Since: 0.1
 */
gboolean
rhumb_output_close (RhumbOutput *output, GError **error)
{
    if (!g_output_stream_close (output->stream, NULL, error)) {
        g_prefix_error (error, "%s: ", output->path);
        return FALSE;
    }
    return publish (output, error);
}

/**
 * rhumb_output_free:
 * @output: (transfer full) (nullable): an output
 *
 * Frees an output; one that was not closed leaves nothing behind.
 *
 * Since: 0.1
 */
void
rhumb_output_free (RhumbOutput *output)
{
    if (output == NULL)
        return;
    g_clear_object (&output->stream);
    if (output->file > STDERR_FILENO)
        close (output->file);
    if (output->temporary != NULL)
        unlink (output->temporary);
    forget_pending (output);
    g_free (output->temporary);
    g_free (output->target);
    g_free (output->path);
    g_free (output);
}

/**
 * rhumb_output_write:
 * @path: (nullable): path of the file; "-" or %NULL = standard output
 * @text: (array length=length): bytes
 * @length: how many
 * @error: return location for an error
 *
 * Writes a whole file, or to standard output.
 *
 * Returns: %FALSE with a #GIOError or #GFileError whose message begins with the path
 *
 * Since: 0.1
 */
gboolean
rhumb_output_write (const char *path, const char *text, gsize length, GError **error)
{
    g_autoptr (RhumbOutput) output = rhumb_output_open (path, error);
    if (output == NULL)
        return FALSE;
    if (g_output_stream_write_all (output->stream, text, length, NULL, NULL, error))
        return rhumb_output_close (output, error);
    g_prefix_error (error, "%s: ", output->path);
    return FALSE;
}
