/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The files that a command names: none is written over one that is read or that another option
 * writes. Whoever names a file twice may lose the only copy of the papers. An option that takes the
 * name of a file reads it unless WRITTEN has it. What cannot be written is told before minutes of
 * work, not after.
 */
#include "cli/named-files.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const WRITTEN[] = {"output", "report", "manifest", "ids", "explain-duplicates",
                                      NULL};

/* One would be written over the other, however it is spelled; not so for pipes and devices. */
static gboolean
is_same_file (const char *a, const char *b)
{
    if (g_str_equal (a, "-") || g_str_equal (b, "-"))
        return FALSE;
    struct stat first;
    struct stat second;
    if (stat (a, &first) != 0 || stat (b, &second) != 0)
        return g_str_equal (a, b);
    return S_ISREG (first.st_mode) && first.st_dev == second.st_dev &&
           first.st_ino == second.st_ino;
}

/* The file that an option names; %NULL if it was not given or takes something else. */
static const char *
get_path (const GOptionEntry *option)
{
    return option->arg == G_OPTION_ARG_FILENAME ? *(char *const *)option->arg_data : NULL;
}

static gboolean
is_written (const GOptionEntry *option)
{
    return g_strv_contains (WRITTEN, option->long_name);
}

static gboolean
refuse (const GOptionEntry *option, const char *what, GError **error)
{
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                 "--%s is “%s”, which is %s, expected another file", option->long_name,
                 get_path (option), what);
    return FALSE;
}

static gboolean
check_inputs (const Run *run, const GOptionEntry *option, GError **error)
{
    for (gsize i = 0; run->inputs[i] != NULL; i++) {
        if (is_same_file (get_path (option), run->inputs[i]))
            return refuse (option, "read", error);
    }
    return TRUE;
}

/* @i: number of an option that writes a file. Of two such the later one is told of. */
static gboolean
check_others (const Run *run, guint i, GError **error)
{
    const GOptionEntry *option = &g_array_index (run->options, GOptionEntry, i);
    for (guint k = 0; k < run->options->len; k++) {
        const GOptionEntry *other = &g_array_index (run->options, GOptionEntry, k);
        const char *path = get_path (other);
        if (k == i || path == NULL || !is_same_file (get_path (option), path))
            continue;
        if (!is_written (other))
            return refuse (option, "read", error);
        return refuse (option, "written by another option", error);
    }
    return TRUE;
}

/* Whether a file can be put where an option wants it. */
static gboolean
check_place (const GOptionEntry *option, GError **error)
{
    const char *path = get_path (option);
    g_autofree char *folder = g_path_get_dirname (path);
    struct stat status;
    int problem = 0;
    if (g_str_equal (path, "-"))
        return TRUE;
    if (stat (path, &status) == 0 && S_ISDIR (status.st_mode))
        problem = EISDIR;
    else if (access (path, W_OK) != 0 && (errno != ENOENT || access (folder, W_OK | X_OK) != 0))
        problem = errno;
    if (problem != 0)
        g_set_error (error, G_FILE_ERROR, (int)g_file_error_from_errno (problem), "%s: %s", path,
                     g_strerror (problem));
    return problem == 0;
}

/* A list that is not there is told before papers are read. */
static gboolean
check_readable (const char *path, GError **error)
{
    if (g_str_equal (path, "-") || access (path, R_OK) == 0)
        return TRUE;
    const int problem = errno;
    g_set_error (error, G_FILE_ERROR, (int)g_file_error_from_errno (problem), "%s: %s", path,
                 g_strerror (problem));
    return FALSE;
}

/* Two texts in one stream are neither. @prints: whether results go there if nothing is said. */
static gboolean
check_standard_output (const Run *run, gboolean prints, GError **error)
{
    const char *first = prints && run->output == NULL ? "the result" : NULL;
    for (guint i = 0; i < run->options->len; i++) {
        const GOptionEntry *option = &g_array_index (run->options, GOptionEntry, i);
        const char *path = get_path (option);
        if (path == NULL || !is_written (option) || !g_str_equal (path, "-"))
            continue;
        if (first != NULL) {
            g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                         "--%s is “-”, standard output, where %s goes, expected a file%s",
                         option->long_name, first,
                         run->output == NULL && prints ? ", or -o FILE" : "");
            return FALSE;
        }
        first = "another option's text";
    }
    return TRUE;
}

/* What a command reads: its inputs as they were typed, then the files of options. Borrowed. */
GPtrArray *
named_files_list_read (const Run *run)
{
    GPtrArray *paths = g_ptr_array_new ();
    for (gsize i = 0; run->inputs[i] != NULL; i++)
        g_ptr_array_add (paths, run->inputs[i]);
    for (guint i = 0; i < run->options->len; i++) {
        const GOptionEntry *option = &g_array_index (run->options, GOptionEntry, i);
        const char *path = get_path (option);
        if (path != NULL && !is_written (option))
            g_ptr_array_add (paths, (gpointer)path);
    }
    return paths;
}

/* Whether all names are names, no file is written twice or read and written, and each can be
 * written or read; but what the output of RUN_ADDS holds stays in it. */
gboolean
named_files_check (const Run *run, RunParts parts, GError **error)
{
    for (guint i = 0; i < run->options->len; i++) {
        const GOptionEntry *option = &g_array_index (run->options, GOptionEntry, i);
        const char *path = get_path (option);
        if (path == NULL)
            continue;
        if (*path == '\0') {
            g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                         "--%s is empty, expected the name of a file", option->long_name);
            return FALSE;
        }
        if (!is_written (option) && !check_readable (path, error))
            return FALSE;
        const gboolean adds = (parts & RUN_ADDS) && g_str_equal (option->long_name, "output");
        if (is_written (option) && ((!adds && !check_inputs (run, option, error)) ||
                                    !check_others (run, i, error) || !check_place (option, error)))
            return FALSE;
    }
    return check_standard_output (run, !(parts & RUN_ADDS), error);
}
