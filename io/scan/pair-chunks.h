/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/scan/input.h"

G_BEGIN_DECLS

/* Pairs of one piece of a file, with numbers as they stand there. */
typedef struct {
    guint32 *from;
    guint32 *to;
    gsize n;
    gsize n_loops; /* pairs of a number with itself */
    guint32 largest;
    gboolean is_other; /* something else than pairs was found */
} RhumbPairChunk;

gboolean rhumb_scan_pairs (RhumbInput *input, guint n_threads, GPtrArray **chunks, GError **error);
guint rhumb_count_workers (guint n_threads);
void rhumb_work_together (guint n_workers, GThreadFunc work, gpointer data);

G_END_DECLS
