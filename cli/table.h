/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Results as rows: tab-separated values with a header line, or JSON Lines with the same names. */
typedef struct _Table Table;

Table *table_new (const char *const *columns, gboolean json);
Table *table_new_part (const Table *table);
void table_take_part (Table *table, Table *part);
void table_free (Table *table);
gboolean table_is_empty (const Table *table);
void table_add_text (Table *table, const char *text);
void table_add_integer (Table *table, gint64 value);
void table_add_number (Table *table, double value);
void table_add_list (Table *table, const char *const *values);
void table_add_json (Table *table, const char *json);
void table_add_null (Table *table);
void table_empty (Table *table);
const char *table_get_text (const Table *table, gsize *length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Table, table_free)

char *json_quote (const char *text);
char *format_number (double value);

G_END_DECLS
