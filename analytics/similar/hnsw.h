/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/neighbour.h"
#include "graph/vectors.h"

G_BEGIN_DECLS

/* Below so many rows all are compared unless options say otherwise: that takes under a millisecond.
 */
#define RHUMB_HNSW_MIN_ROWS 20000

/**
 * RhumbHnsw:
 *
 * Vectors in a network of neighbours, so that those nearest to another one are found without
 * comparing all. Searching is for one thread at a time: it is not shared between threads, nor
 * counted by reference.
 *
 * Since: 0.2
 */
typedef struct _RhumbHnsw RhumbHnsw;

/**
 * RhumbHnswOptions:
 * @n_links: M, links that a row makes on each level, 2 to 64; on the lowest level it keeps twice as
 *   many
 * @width: rows looked at while a row is linked (efConstruction), at least @n_links, at most 10000
 * @min_rows: with fewer rows nothing is built and all are compared
 * @seed: seed
 *
 * How vectors are linked.
 *
 * Since: 0.2
 */
typedef struct {
    guint n_links;
    guint width;
    guint32 min_rows;
    guint64 seed;
} RhumbHnswOptions;

#define RHUMB_HNSW_DEFAULTS                                                     \
    {                                                                           \
        .n_links = 16, .width = 200, .min_rows = RHUMB_HNSW_MIN_ROWS, .seed = 1 \
    }

RhumbHnsw *rhumb_hnsw_new (const RhumbVectors *vectors, const guint64 *key,
                           const RhumbHnswOptions *options, GError **error);
void rhumb_hnsw_free (RhumbHnsw *hnsw);
gboolean rhumb_hnsw_is_exact (const RhumbHnsw *hnsw);
gboolean rhumb_hnsw_extend (RhumbHnsw *hnsw, const RhumbVectors *vectors, const guint64 *key,
                            GError **error);
void rhumb_hnsw_remove (RhumbHnsw *hnsw, guint32 row);
void rhumb_hnsw_restore (RhumbHnsw *hnsw, guint32 row);
guint32 rhumb_hnsw_get_n_rows (const RhumbHnsw *hnsw);
guint rhumb_hnsw_get_n_dimensions (const RhumbHnsw *hnsw);
gboolean rhumb_hnsw_get_vector (const RhumbHnsw *hnsw, guint32 row, float *vector);
guint64 rhumb_hnsw_hash (RhumbHnsw *hnsw);
GBytes *rhumb_hnsw_pack (const RhumbHnsw *hnsw);
RhumbHnsw *rhumb_hnsw_new_of_bytes (GBytes *bytes, const char *name, GError **error);
gboolean rhumb_hnsw_check (const RhumbHnsw *hnsw, GError **error);
gboolean rhumb_hnsw_searches_all (const RhumbHnsw *hnsw, guint width, const guint8 *allowed);
GArray *rhumb_hnsw_search (RhumbHnsw *hnsw, const float *query, guint n_best, guint width,
                           const guint8 *allowed);
gsize rhumb_hnsw_get_n_compared (const RhumbHnsw *hnsw);
GArray *rhumb_hnsw_scan (const RhumbHnsw *hnsw, const float *query, guint n_best,
                         const guint8 *allowed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbHnsw, rhumb_hnsw_free)

G_END_DECLS
