/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/format.h"
#include "io/read/extra.h"
#include "io/scan/csv.h"

G_BEGIN_DECLS

/* Papers in the rows of a table: each dialect names its columns and what becomes of each. */
typedef struct _RhumbTable RhumbTable;
typedef struct _RhumbColumn RhumbColumn;

/* Puts a cell, which is not blank and may be written into, where it belongs. Returns whether it
 * was taken; otherwise the cell is kept in the extra under the column's name. */
typedef gboolean (*RhumbTake) (RhumbTable *table, char *cell, const RhumbColumn *column);

/* A column in the dialect's own order: of two for one place the first that is not blank counts. */
struct _RhumbColumn {
    const char *name; /* as in the header, in any case */
    RhumbTake take;
    gsize offset;         /* of the member of the record that is filled */
    const char *argument; /* separator of a list, scheme of an id, name in the extra */
};

typedef struct {
    const RhumbColumn *columns;
    gsize n_columns;
    gboolean has_quotes;
    gboolean (*is_header) (const char *line); /* NULL = the first row is the header */
    void (*finish) (RhumbTable *table);       /* NULL, or what is left to do for a record */
    gboolean folds_names; /* whether names agree without accents, "Pub_Year" with "pub year" */
} RhumbDialect;

/* For takers. Strings live until the record is added. */
struct _RhumbTable {
    RhumbCorpusBuilder *builder;
    RhumbRecord *record;
    RhumbExtra *extra;
    GStringChunk *strings;
    guint64 line;
    const char *first_page;
    const char *last_page;
    const char *bad; /* what could not be used, for the report */
    const char *wanted;
};

gboolean rhumb_table_read (RhumbInput *input, RhumbCorpusBuilder *builder,
                           const RhumbDialect *dialect, GError **error);
gboolean rhumb_table_knows_columns (const char *line, const RhumbDialect *dialect, guint *n_known);
gboolean rhumb_table_has_columns (const char *head, gsize length, const char *const *names);

gboolean rhumb_take_text (RhumbTable *table, char *cell, const RhumbColumn *column);
gboolean rhumb_take_year (RhumbTable *table, char *cell, const RhumbColumn *column);
gboolean rhumb_take_count (RhumbTable *table, char *cell, const RhumbColumn *column);
gboolean rhumb_take_list (RhumbTable *table, char *cell, const RhumbColumn *column);
gboolean rhumb_take_keywords (RhumbTable *table, char *cell, const RhumbColumn *column);
gboolean rhumb_take_extra_list (RhumbTable *table, char *cell, const RhumbColumn *column);
gboolean rhumb_take_id (RhumbTable *table, char *cell, const RhumbColumn *column);
gboolean rhumb_take_first_page (RhumbTable *table, char *cell, const RhumbColumn *column);
gboolean rhumb_take_last_page (RhumbTable *table, char *cell, const RhumbColumn *column);
gboolean rhumb_take_nothing (RhumbTable *table, char *cell, const RhumbColumn *column);
const char *rhumb_table_keep (RhumbTable *table, const char *scheme, const char *value);
char *rhumb_table_next_item (char **rest, const char *separator);

G_END_DECLS
