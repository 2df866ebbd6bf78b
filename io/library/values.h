/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/corpus-builder.h"
#include "io/library/json-texts.h"
#include "io/sqlite-door.h"

G_BEGIN_DECLS

/* Rows of one statement, whose values may be of any type: those of a wrong one are reported once
 * per row and column, at the library as a source. */
typedef struct {
    RhumbDatabase *database;
    RhumbCorpusBuilder *builder;
    RhumbJsonTexts *texts; /* of the present row */
    GError **error;
    gboolean has_source; /* whether the library was begun as a source, to report at */
    guint64 row;
    gboolean is_part; /* one of several readers: what would be reported makes it fail */
    gboolean failed;
} RhumbValues;

void rhumb_values_report (RhumbValues *values, RhumbEventKind kind, const char *found,
                          const char *why);
const char *rhumb_values_get_text (RhumbValues *values, sqlite3_stmt *statement, int column);
gint64 rhumb_values_get_integer (RhumbValues *values, sqlite3_stmt *statement, int column,
                                 gint64 least, gint64 most, gint64 unknown);
void rhumb_values_get_list (RhumbValues *values, sqlite3_stmt *statement, int column,
                            GPtrArray *list);
void rhumb_values_get_fields (RhumbValues *values, sqlite3_stmt *statement, int first,
                              RhumbRecord *record);

G_END_DECLS
