/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "cli/run.h"

G_BEGIN_DECLS

GArray *find_by_vectors (const Run *run, RhumbHnsw *hnsw, const guint32 *paper, guint n,
                         const guint8 *allowed, guint n_best, GError **error);
RhumbHnsw *make_vectors (const Run *run, const RhumbGraph *graph, const RhumbLikeness *likeness,
                         guint32 min_rows, GError **error);

G_END_DECLS
