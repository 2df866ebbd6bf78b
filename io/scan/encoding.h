/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How the bytes of a file stand for characters; UTF-8 unless a byte order mark says else. */
typedef enum {
    RHUMB_ENCODING_UTF8,
    RHUMB_ENCODING_UTF16LE,
    RHUMB_ENCODING_UTF16BE,
} RhumbEncoding;

RhumbEncoding rhumb_encoding_of_mark (const guint8 *bytes, gsize length, gsize *mark_length);
gsize rhumb_encoding_append_utf16 (GByteArray *out, const guint8 *bytes, gsize length,
                                   RhumbEncoding encoding, gboolean at_end, guint *n_broken);
void rhumb_encoding_append_windows_1252 (GString *out, const char *bytes, gsize length);
gboolean rhumb_encoding_is_utf8 (const char *text, gsize length);

G_END_DECLS
