/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/library/values.h"

G_BEGIN_DECLS

/* Rows of a library on their way into a builder. */
typedef struct {
    RhumbValues values;
    guint first_source; /* of the library, in the builder */
    guint n_sources;
    RhumbRecord *record; /* of the present row */
} RhumbRestoring;

gboolean rhumb_restoring_fail (RhumbRestoring *restoring, const char *found, const char *expected);
void rhumb_restoring_begin_row (RhumbRestoring *restoring);
gboolean rhumb_restoring_take_record (RhumbRestoring *restoring, sqlite3_stmt *statement,
                                      int source_column);

G_END_DECLS
