/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/similar/minhash.h"
#include "graph/neighbour.h"
#include "graph/network.h"

G_BEGIN_DECLS

#define RHUMB_TYPE_LSH (rhumb_lsh_get_type ())

/* Hashes of a set, and bands, at most. */
#define RHUMB_LSH_MAX_HASHES 10000

/**
 * RhumbLsh:
 *
 * Sets by what they agree in (locality-sensitive hashing): for each the others that are probably
 * like it, and how much about. Immutable.
 *
 * Since: 0.2
 */
typedef struct _RhumbLsh RhumbLsh;

/**
 * RhumbLshOptions:
 * @n_hashes: H, minimum hashes of each set, at most %RHUMB_LSH_MAX_HASHES; bands share them where
 *   they are fewer than @n_bands × @n_rows
 * @n_bands: b, bands of hashes, at least 1, at most %RHUMB_LSH_MAX_HASHES; so many that no two need
 *   share more than one hash: of bands of two, a quarter of H² at most
 * @n_rows: r, hashes of a band, at least 1
 * @n_kept: m, bytes kept of each set to estimate from, 1 to @n_hashes
 * @seed: seed
 *
 * How sets are hashed. Two with Jaccard index J become candidates with probability
 * 1 − (1 − Jʳ)ᵇ; estimates have a standard deviation of about √(J (1 − J) / m).
 *
 * Since: 0.2
 */
typedef struct {
    guint n_hashes;
    guint n_bands;
    guint n_rows;
    guint n_kept;
    guint64 seed;
} RhumbLshOptions;

#define RHUMB_LSH_DEFAULTS                                                       \
    {                                                                            \
        .n_hashes = 4000, .n_bands = 2000, .n_rows = 2, .n_kept = 512, .seed = 1 \
    }

GType rhumb_lsh_get_type (void) G_GNUC_CONST;
RhumbLsh *rhumb_lsh_new (const RhumbSets *sets, const RhumbLshOptions *options, GError **error);
RhumbLsh *rhumb_lsh_new_of_network (const RhumbNetwork *features, const guint64 *key,
                                    const RhumbLshOptions *options, GError **error);
RhumbLsh *rhumb_lsh_ref (RhumbLsh *lsh);
void rhumb_lsh_unref (RhumbLsh *lsh);
GArray *rhumb_lsh_list_candidates (const RhumbLsh *lsh, guint32 set, guint n_most);
double rhumb_lsh_estimate (const RhumbLsh *lsh, guint32 a, guint32 b);
gsize rhumb_lsh_get_n_bytes (const RhumbLsh *lsh);
guint64 rhumb_lsh_hash (const RhumbLsh *lsh);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbLsh, rhumb_lsh_unref)

G_END_DECLS
