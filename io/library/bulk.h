/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/sqlite-door.h"

G_BEGIN_DECLS

/* Many rows on their way into one table. */
typedef struct _RhumbBulk RhumbBulk;

RhumbBulk *rhumb_bulk_new (RhumbDatabase *database, const char *table, const char *columns,
                           guint n_at_once, GError **error);
void rhumb_bulk_free (RhumbBulk *bulk);
void rhumb_bulk_set_number (RhumbBulk *bulk, int column, gint64 number);
void rhumb_bulk_set_text (RhumbBulk *bulk, int column, const char *text);
void rhumb_bulk_set_null (RhumbBulk *bulk, int column);
gboolean rhumb_bulk_next (RhumbBulk *bulk, GError **error);
gboolean rhumb_bulk_finish (RhumbBulk *bulk, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbBulk, rhumb_bulk_free)

G_END_DECLS
