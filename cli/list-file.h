/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/scan/csv.h"

G_BEGIN_DECLS

/* Takes a row that is not blank; its cells may be written into. Returns FALSE with an error. */
typedef gboolean (*ListTake) (gpointer data, const RhumbCsv *row, GError **error);

gboolean list_read (const char *path, const char *column, ListTake take, gpointer data,
                    GError **error);

G_END_DECLS
