/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/read/table.h"

G_BEGIN_DECLS

char *rhumb_table_fold_name (const char *name);
gboolean rhumb_table_names_agree (const char *folded, const char *name);
gboolean rhumb_table_is_title (const RhumbColumn *column);

G_END_DECLS
