/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/scan/bibtex-cursor.h"

G_BEGIN_DECLS

/* The macros of one file. */
typedef struct _RhumbBibtexMacros RhumbBibtexMacros;

RhumbBibtexMacros *rhumb_bibtex_macros_new (void);
void rhumb_bibtex_macros_free (RhumbBibtexMacros *macros);
gboolean rhumb_bibtex_macros_define (RhumbBibtexMacros *macros, RhumbBibtexCursor *cursor,
                                     const char *name, const char *text);
gboolean rhumb_bibtex_scan_value (RhumbBibtexMacros *macros, RhumbBibtexCursor *cursor,
                                  const char *field, GString *value);

G_END_DECLS
