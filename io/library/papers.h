/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/library/restoring.h"

G_BEGIN_DECLS

/* Papers whose numbers follow each other. */
typedef struct {
    gboolean is_first;  /* whatever stands before it belongs to it as well */
    gint64 first;       /* the lowest number, if it is not the first stretch */
    gint64 end;         /* the numbers are below; G_MAXINT64 = it is the last one */
    gint64 identifiers; /* the row id of the first identifier, if it is not the first stretch */
} RhumbPaperStretch;

gboolean rhumb_papers_are_identifiers_sorted (RhumbDatabase *database, RhumbPaperStretch *stretches,
                                              guint n_stretches, gboolean *sorted, GError **error);
gboolean rhumb_papers_read (RhumbRestoring *restoring, const RhumbPaperStretch *stretch,
                            gboolean sorted, gboolean *has_orphans);

G_END_DECLS
