/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The door to librsvg and cairo. They bring some thirty libraries along, whose loading takes longer
 * than most answers; so all that needs them is in a library of its own, librhumb-paint, which is
 * opened when the first picture is painted. It lies beside librhumb, or where the system looks.
 *
 * Cost: some milliseconds, once.
 */
#include "io/paint-door.h"

#include <dlfcn.h>
#include <gmodule.h>
#include <string.h>

#include "graph/error.h"

#define PAINT_LIBRARY "librhumb-paint.so.0"

typedef gboolean (*PaintFunction) (const RhumbMap *map, GOutputStream *stream, GError **error);

/* It stays open to the end: libraries with types of GLib cannot be closed. */
static gpointer
open_library (gpointer data)
{
    Dl_info own = {0};
    GModule *module = NULL;
    (void)data;
    if (dladdr (PAINT_LIBRARY, &own) != 0 && own.dli_fname != NULL) {
        g_autofree char *folder = g_path_get_dirname (own.dli_fname);
        g_autofree char *path = g_build_filename (folder, PAINT_LIBRARY, NULL);
        module = g_module_open (path, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);
    }
    if (module == NULL)
        module = g_module_open (PAINT_LIBRARY, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);
    if (module != NULL)
        g_module_make_resident (module);
    return module;
}

gboolean
rhumb_paint_door_call (const char *function, const RhumbMap *map, GOutputStream *stream,
                       GError **error)
{
    static GOnce once = G_ONCE_INIT;
    GModule *module = g_once (&once, open_library, NULL);
    gpointer symbol = NULL;
    if (module == NULL || !g_module_symbol (module, function, &symbol)) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIBRARY,
                     "%s: cannot be opened (%s), expected it where librhumb is", PAINT_LIBRARY,
                     g_module_error ());
        return FALSE;
    }
    PaintFunction paint;
    memcpy (&paint, &symbol, sizeof paint);
    return paint (map, stream, error);
}
