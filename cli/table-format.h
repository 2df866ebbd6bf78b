/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "rhumb.h"

G_BEGIN_DECLS

/* What the suffix of -o FILE makes of a table. */
typedef enum {
    TABLE_TABS,
    TABLE_COMMAS,
    TABLE_JSON_LINES,
    TABLE_UNKNOWN, /* the suffix is that of something else */
} TableFormat;

TableFormat table_format_for_path (const char *path);
gboolean table_format_check (const char *path, GError **error);
char *table_part_with_commas (const char *text, gsize *length);

G_END_DECLS
