/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where an input gets its bytes: a file, a pipe or memory, decompressed if need be. */
typedef struct _RhumbByteSource RhumbByteSource;

RhumbByteSource *rhumb_byte_source_open (const char *path, guint64 max_bytes, GError **error);
RhumbByteSource *rhumb_byte_source_new_for_memory (const char *name, const char *bytes,
                                                   gsize length, guint64 max_bytes, GError **error);
void rhumb_byte_source_free (RhumbByteSource *source);
const char *rhumb_byte_source_get_name (const RhumbByteSource *source);
gboolean rhumb_byte_source_is_plain_file (const RhumbByteSource *source);
gboolean rhumb_byte_source_read (RhumbByteSource *source, guint8 *to, gsize room, gsize *n_read,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbByteSource, rhumb_byte_source_free)

G_END_DECLS
