/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/scan/input.h"

G_BEGIN_DECLS

/* The records of a table, one at a time; cells are writable and live until the next record. */
typedef struct _RhumbCsv RhumbCsv;

RhumbCsv *rhumb_csv_new (RhumbInput *input, char delimiter, gboolean has_quotes);
RhumbCsv *rhumb_csv_open (RhumbInput *input);
void rhumb_csv_free (RhumbCsv *csv);
gboolean rhumb_csv_read (RhumbCsv *csv, GError **error);
guint rhumb_csv_get_n_cells (const RhumbCsv *csv);
char *rhumb_csv_get_cell (const RhumbCsv *csv, guint cell);
guint64 rhumb_csv_get_line (const RhumbCsv *csv);
char rhumb_csv_find_delimiter (const char *header, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbCsv, rhumb_csv_free)

G_END_DECLS
