/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The door to librsvg and cairo. They bring some thirty libraries along; so all that needs them is
 * in a library of its own, librhumb-paint, which is opened when the first picture is painted.
 *
 * Cost: some milliseconds, once.
 */
#include "io/paint-door.h"

#include <string.h>

#include "graph/by-need.h"

typedef gboolean (*PaintFunction) (const RhumbMap *map, GOutputStream *stream, GError **error);

gboolean
rhumb_paint_door_call (const char *function, const RhumbMap *map, GOutputStream *stream,
                       GError **error)
{
    gpointer symbol = rhumb_open_by_need ("librhumb-paint.so.0", function, error);
    PaintFunction paint;
    if (symbol == NULL)
        return FALSE;
    memcpy (&paint, &symbol, sizeof paint);
    return paint (map, stream, error);
}
