/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * RhumbOutput:
 *
 * A file being written that appears whole or not at all.
 *
 * Since: 0.1
 */
typedef struct _RhumbOutput RhumbOutput;

RhumbOutput *rhumb_output_open (const char *path, GError **error);
const char *rhumb_output_get_temporary (const RhumbOutput *output);
GOutputStream *rhumb_output_get_stream (RhumbOutput *output);
gboolean rhumb_output_close (RhumbOutput *output, GError **error);
void rhumb_output_free (RhumbOutput *output);
gboolean rhumb_output_write (const char *path, const char *text, gsize length, GError **error);
void rhumb_output_remove_pending (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbOutput, rhumb_output_free)

G_END_DECLS
