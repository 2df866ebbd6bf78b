/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Libraries that are opened when they are needed first. Some bring many others along, whose loading
 * takes longer than most answers. What needs such a library is in a small one of our own, librhumb-
 * and its name, which is linked with it as usual and exports one symbol; it lies beside librhumb,
 * or where the system looks.
 *
 * Cost: some milliseconds, once.
 */
#include "graph/by-need.h"

#include <dlfcn.h>
#include <gmodule.h>

#include "graph/error.h"

/* Where librhumb is; %NULL if that is not known. */
static char *
find_folder (void)
{
    static const char here;
    Dl_info own = {0};
    return dladdr (&here, &own) != 0 && own.dli_fname != NULL ? g_path_get_dirname (own.dli_fname)
                                                              : NULL;
}

/* Opens a library, if it is not open yet. It stays open to the end: who has its symbol keeps it,
 * and libraries with types of GLib cannot be closed. @library: file name of a library of ours;
 * @symbol: what it exports. Returns what the symbol names, %NULL with %RHUMB_ERROR_LIBRARY. */
gpointer
rhumb_open_by_need (const char *library, const char *symbol, GError **error)
{
    gpointer found = NULL;
    GModule *module = NULL;
    g_autofree char *folder = find_folder ();
    g_autofree char *path = folder != NULL ? g_build_filename (folder, library, NULL) : NULL;
    /* One that is there and does not open lacks something: what it lacks is to be told. */
    if (path != NULL && g_file_test (path, G_FILE_TEST_EXISTS))
        module = g_module_open (path, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);
    else
        module = g_module_open (library, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);
    if (module != NULL)
        g_module_make_resident (module);
    if (module != NULL && g_module_symbol (module, symbol, &found) && found != NULL)
        return found;
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIBRARY,
                 "%s: cannot be opened (%s), expected it where librhumb is", library,
                 g_module_error ());
    return NULL;
}
