/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/format.h"

G_BEGIN_DECLS

#define RHUMB_LINE_LIMIT ((gsize)8 << 20)
#define RHUMB_INPUT_LIMIT ((guint64)16 << 30)
#define RHUMB_HEAD_LENGTH ((gsize)64 << 10)

/* One line without its end: UTF-8 without NUL, borrowed until the next line is read. */
typedef struct {
    const char *text;
    gsize length;
    guint64 number;
} RhumbLine;

/* What had to be repaired in an input; a line is 0 if nothing was. */
typedef struct {
    guint64 first_windows_1252_line;
    guint64 n_windows_1252_lines;
    guint64 first_nul_line;
    guint64 n_nul_lines;
    guint n_broken_utf16;
} RhumbRepairs;

RhumbInput *rhumb_input_open (const char *path, guint64 max_bytes, GError **error);
RhumbInput *rhumb_input_new_for_memory (const char *name, const char *bytes, gsize length,
                                        GError **error);
void rhumb_input_free (RhumbInput *input);
const char *rhumb_input_get_name (const RhumbInput *input);
gboolean rhumb_input_is_plain_file (const RhumbInput *input);
const char *rhumb_input_get_head (const RhumbInput *input, gsize *length);
const RhumbRepairs *rhumb_input_get_repairs (const RhumbInput *input);
gboolean rhumb_input_read_line (RhumbInput *input, RhumbLine *line, GError **error);
gboolean rhumb_input_read_bytes (RhumbInput *input, char *to, gsize room, gsize *n_read,
                                 GError **error);
gboolean rhumb_input_read_rest (RhumbInput *input, GString *text, gsize limit, GError **error);
GString *rhumb_input_read_all (RhumbInput *input, gsize limit, GError **error);
gboolean rhumb_input_is_converted (const RhumbInput *input);
void rhumb_input_set_error (const RhumbInput *input, GError **error, int code, guint64 line,
                            const char *expected, const char *format, ...) G_GNUC_PRINTF (6, 7);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbInput, rhumb_input_free)

G_END_DECLS
