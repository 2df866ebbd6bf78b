/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Runs a fuzz target over files, and over every beginning of the small ones, so that its samples
 * are tests without a fuzzing engine: TARGET FORMAT PATH… Folders are read in the order of names.
 */
#include <gio/gio.h>

#include "tests/fuzz/fuzz.h"

const char *fuzzed_format;

/* Files up to this many bytes are cut everywhere; beyond that the square is too much. */
#define CUT_LIMIT 2048

static gboolean
run_file (const char *path)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *bytes = NULL;
    gsize length;
    if (!g_file_get_contents (path, &bytes, &length, &error)) {
        g_printerr ("%s\n", error->message);
        return FALSE;
    }
    LLVMFuzzerTestOneInput ((const guint8 *)bytes, length);
    for (gsize i = 0; length <= CUT_LIMIT && i < length; i++)
        LLVMFuzzerTestOneInput ((const guint8 *)bytes, i);
    return TRUE;
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
    return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

/* How many files were run; 0 if one could not be read. */
static guint
run_folder (const char *path)
{
    g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
    if (folder == NULL)
        return run_file (path) ? 1 : 0;
    g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
    const char *name;
    while ((name = g_dir_read_name (folder)) != NULL)
        g_ptr_array_add (names, g_build_filename (path, name, NULL));
    g_ptr_array_sort (names, compare_names);
    for (guint i = 0; i < names->len; i++)
        if (!run_file (names->pdata[i]))
            return 0;
    return names->len;
}

int
main (int argc, char **argv)
{
    if (argc < 3)
        return 2;
    fuzzed_format = argv[1];
    for (int i = 2; i < argc; i++) {
        if (run_folder (argv[i]) == 0) {
            g_printerr ("%s: no sample was run\n", argv[i]);
            return 1;
        }
    }
    return 0;
}
