/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/scan/bibtex-scan.h"

G_BEGIN_DECLS

/* Where the scanner stands in its input, and what it is inside of, for messages. */
typedef struct {
    RhumbInput *input;
    RhumbLine line;
    const char *at; /* in line.text; NULL before the first line and after the last */
    GError *failure;
    GQueue events;      /* of RhumbBibtexEvent */
    const char *inside; /* "entry", "@string"; NULL = between entries */
    GString *key;
    guint64 begun_on;
    char closer;          /* what ends the innermost group */
    gsize length;         /* bytes kept of what the cursor is inside of */
    RhumbEventKind loses; /* what a syntax error costs */
} RhumbBibtexCursor;

gboolean rhumb_bibtex_cursor_next_line (RhumbBibtexCursor *cursor);
gboolean rhumb_bibtex_cursor_continue (RhumbBibtexCursor *cursor);
gboolean rhumb_bibtex_cursor_skip_blanks (RhumbBibtexCursor *cursor);
gboolean rhumb_bibtex_cursor_is_at_line_start (const RhumbBibtexCursor *cursor);
gboolean rhumb_bibtex_cursor_keep (RhumbBibtexCursor *cursor, GString *to, const char *text,
                                   gsize length);
gboolean rhumb_bibtex_cursor_spoil (RhumbBibtexCursor *cursor, const char *format, ...)
    G_GNUC_PRINTF (2, 3);
void rhumb_bibtex_cursor_report (RhumbBibtexCursor *cursor, RhumbEventKind kind, guint64 line,
                                 char *found, char *why);
gsize rhumb_bibtex_name_length (const char *text);
void rhumb_bibtex_event_free (RhumbBibtexEvent *event);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbBibtexEvent, rhumb_bibtex_event_free)

G_END_DECLS
