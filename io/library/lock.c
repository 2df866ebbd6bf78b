/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * One program at a time may change a library.
 *
 * A library is replaced by renaming, so a lock on the file itself would be a lock on the old one.
 * The lock is a file of its own beside it, ".NAME.lock", which goes when the lock does. Who has
 * waited for it looks whether it is still the file of that name. What killed programs left behind
 * is removed by the next that holds the lock.
 */
#include "io/library.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/pending.h"

struct _RhumbLibraryLock {
    char *path;
    int file;
    int pending; /* a program that is stopped removes the file too */
};

static void
lock_free (RhumbLibraryLock *lock)
{
    if (lock->file >= 0)
        close (lock->file);
    g_free (lock->path);
    g_free (lock);
}

static void
set_file_error (GError **error, const char *path, int number)
{
    g_set_error (error, G_FILE_ERROR, (int)g_file_error_from_errno (number), "%s: %s", path,
                 number == EWOULDBLOCK ? "another import is writing this library"
                                       : g_strerror (number));
}

static gboolean
is_same_file (int file, const char *path)
{
    struct stat held;
    struct stat named;
    return fstat (file, &held) == 0 && stat (path, &named) == 0 && held.st_ino == named.st_ino &&
           held.st_dev == named.st_dev;
}

static int
lock_file (int file, int how)
{
    int code;
    do
        code = flock (file, how);
    while (code != 0 && errno == EINTR);
    return code;
}

/* Makes the file and has it removed if the program is stopped, which cannot be between both: a
 * signal waits. FALSE with errno, %EWOULDBLOCK if another program has it. */
static gboolean
try_to_take (RhumbLibraryLock *lock)
{
    sigset_t all;
    sigset_t before;
    gboolean taken = FALSE;
    sigfillset (&all);
    pthread_sigmask (SIG_BLOCK, &all, &before);
    do {
        if (lock->file >= 0)
            close (lock->file);
        lock->file = open (lock->path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
        if (lock->file < 0 || lock_file (lock->file, LOCK_EX | LOCK_NB) != 0)
            break;
        taken = is_same_file (lock->file, lock->path);
    } while (!taken);
    const int number = errno;
    if (taken)
        lock->pending = rhumb_pending_add (lock->path);
    pthread_sigmask (SIG_SETMASK, &before, NULL);
    errno = number;
    return taken;
}

/* A file ".NAME.PID-N.tmp" whose process is gone will never be renamed. */
static gboolean
is_left_behind (const char *name, const char *prefix)
{
    if (!g_str_has_prefix (name, prefix) || !g_str_has_suffix (name, ".tmp"))
        return FALSE;
    char *end;
    const long process = strtol (name + strlen (prefix), &end, 10);
    return process > 0 && *end == '-' && kill ((pid_t)process, 0) != 0 && errno == ESRCH;
}

static void
remove_left_behind (const char *folder, const char *base)
{
    g_autofree char *prefix = g_strdup_printf (".%s.", base);
    g_autoptr (GDir) names = g_dir_open (folder, 0, NULL);
    for (const char *name = names != NULL ? g_dir_read_name (names) : NULL; name != NULL;
         name = g_dir_read_name (names)) {
        g_autofree char *path = g_build_filename (folder, name, NULL);
        if (is_left_behind (name, prefix))
            unlink (path);
    }
}

/**
 * rhumb_library_lock:
 * @path: path of a library, which need not be there yet
 * @wait: whether to wait while another program has the lock
 * @error: return location for an error
 *
 * Takes the right to change a library. It ends with rhumb_library_lock_free() or the program.
 *
 * Returns: (transfer full) (nullable): the lock; %NULL with a #GFileError, %G_FILE_ERROR_AGAIN if
 *   another program has it and @wait is %FALSE
 *
 * Since: 0.2
 */
RhumbLibraryLock *
rhumb_library_lock (const char *path, gboolean wait, GError **error)
{
    char *real = realpath (path, NULL);
    g_autofree char *folder = g_path_get_dirname (real != NULL ? real : path);
    g_autofree char *base = g_path_get_basename (real != NULL ? real : path);
    free (real);
    g_autofree char *name = g_strdup_printf (".%s.lock", base);
    RhumbLibraryLock *lock = g_new (RhumbLibraryLock, 1);
    *lock = (RhumbLibraryLock){g_build_filename (folder, name, NULL), -1, -1};
    while (!try_to_take (lock)) {
        /* Who has the file removes it: what is waited for here is no lock yet. */
        if (wait && errno == EWOULDBLOCK && lock_file (lock->file, LOCK_EX) == 0)
            continue;
        set_file_error (error, path, errno);
        lock_free (lock);
        return NULL;
    }
    remove_left_behind (folder, base);
    return lock;
}

/**
 * rhumb_library_lock_free:
 * @lock: (transfer full) (nullable): a lock
 *
 * Gives the right to change a library back.
 *
 * Since: 0.2
 */
void
rhumb_library_lock_free (RhumbLibraryLock *lock)
{
    if (lock == NULL)
        return;
    rhumb_pending_forget (lock->pending);
    unlink (lock->path);
    lock_free (lock);
}
