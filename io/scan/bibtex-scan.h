/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/scan/bibtex-entry.h"
#include "io/scan/input.h"

G_BEGIN_DECLS

/* The text of one entry, and of all @string together, in bytes after macros are put in. */
#define RHUMB_BIBTEX_TEXT_LIMIT ((gsize)16 << 20)

/* One line for the report. */
typedef struct {
    RhumbEventKind kind;
    guint64 line;
    char *found;
    char *why;
} RhumbBibtexEvent;

/* What the scanner has come upon. */
typedef enum {
    RHUMB_BIBTEX_END,    /* the end of the file */
    RHUMB_BIBTEX_ENTRY,  /* an entry to steal */
    RHUMB_BIBTEX_EVENT,  /* a line for the report */
    RHUMB_BIBTEX_FAILED, /* the error is set */
} RhumbBibtexItem;

typedef struct _RhumbBibtexScanner RhumbBibtexScanner;

RhumbBibtexScanner *rhumb_bibtex_scanner_new (RhumbInput *input);
void rhumb_bibtex_scanner_free (RhumbBibtexScanner *scanner);
RhumbBibtexItem rhumb_bibtex_scanner_next (RhumbBibtexScanner *scanner, GError **error);
RhumbBibtexEntry *rhumb_bibtex_scanner_steal_entry (RhumbBibtexScanner *scanner);
const RhumbBibtexEvent *rhumb_bibtex_scanner_get_event (const RhumbBibtexScanner *scanner);
guint64 rhumb_bibtex_scanner_get_n_begun (const RhumbBibtexScanner *scanner);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbBibtexScanner, rhumb_bibtex_scanner_free)

G_END_DECLS
