/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "cli/run.h"

G_BEGIN_DECLS

/* Verbs that give a table, or a drawing where -o or --format names a format for drawings. */
gboolean drawing_is_wanted (const Run *run, gboolean *wanted, GError **error);
void drawing_begin_digest (Results *results);
char *drawing_get_provenance (const Run *run, Results *results, const char *method);

G_END_DECLS
