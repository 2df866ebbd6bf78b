/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/scan/input.h"

G_BEGIN_DECLS

typedef enum {
    RHUMB_GML_END,
    RHUMB_GML_KEY,
    RHUMB_GML_INTEGER,
    RHUMB_GML_REAL,
    RHUMB_GML_TEXT,
    RHUMB_GML_OPEN,
    RHUMB_GML_CLOSE,
} RhumbGmlKind;

/* A token; the text lives until the next one is read. Entities of texts are not decoded. */
typedef struct {
    RhumbGmlKind kind;
    const char *text;
    guint64 line;
} RhumbGmlToken;

/* The tokens of a GML file, one after the other. */
typedef struct _RhumbGmlScanner RhumbGmlScanner;

RhumbGmlScanner *rhumb_gml_scanner_new (RhumbInput *input);
void rhumb_gml_scanner_free (RhumbGmlScanner *scanner);
gboolean rhumb_gml_scanner_read (RhumbGmlScanner *scanner, RhumbGmlToken *token, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbGmlScanner, rhumb_gml_scanner_free)

G_END_DECLS
