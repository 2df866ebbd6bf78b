/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Writes a map as Portable Network Graphics. It is painted by
 * librhumb-paint: io/write/paint-png.c.
 */
#include "io/write/png.h"

#include "io/paint-door.h"

static gboolean
write_png (const RhumbMap *map, GOutputStream *stream, GError **error)
{
    return rhumb_paint_door_call ("rhumb_paint_png", map, stream, error);
}

static const char *const suffixes[] = {"png", NULL};

const RhumbFormat rhumb_format_png = {
    .name = "png",
    .suffixes = suffixes,
    .summary = "drawing as pixels (Portable Network Graphics)",
    .write_map = write_png,
};
