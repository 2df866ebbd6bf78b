/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Writes a map as a Portable Document Format page. It is painted by
 * librhumb-paint: io/write/paint-pdf.c.
 */
#include "io/write/pdf.h"

#include "io/paint-door.h"

static gboolean
write_pdf (const RhumbMap *map, GOutputStream *stream, GError **error)
{
    return rhumb_paint_door_call ("rhumb_paint_pdf", map, stream, error);
}

static const char *const suffixes[] = {"pdf", NULL};

const RhumbFormat rhumb_format_pdf = {
    .name = "pdf",
    .suffixes = suffixes,
    .summary = "drawing for print, with real text (Portable Document Format)",
    .write_map = write_pdf,
};
