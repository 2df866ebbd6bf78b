/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/error.h"

G_BEGIN_DECLS

/* What is wrong with an input. */
typedef struct {
    guint64 line;
    char *found;
    char *expected; /* NULL = the fault says all */
} RhumbFault;

void rhumb_set_fault (GError **error, RhumbError code, const char *name, guint64 line,
                      const char *found, const char *expected);
const RhumbFault *rhumb_get_fault (const GError *error);

G_END_DECLS
