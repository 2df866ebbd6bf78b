/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/similar/minhash.h"
#include "graph/text.h"

G_BEGIN_DECLS

/* A hash of numbers: the upper half of a x + b. */
typedef struct {
    guint64 a;
    guint64 b;
} HashFunction;

static inline HashFunction
minhash_get_function (guint64 seed, guint64 place)
{
    return (HashFunction){rhumb_hash_mix (seed, 2 * place) | 1,
                          rhumb_hash_mix (seed, 2 * place + 1)};
}

void rhumb_minhash_find_least (const HashFunction *function, guint n_functions, const guint64 *item,
                               gsize n_items, guint32 *least);

/* How minimum hashes are put together to bands. */
typedef struct {
    guint n_hashes; /* H; where they are fewer than n_bands × n_rows, bands share them */
    guint n_bands;
    guint n_rows;
    guint64 seed;
    guint n_kept; /* of the first so many hashes the low byte is kept … */
    guint8 *byte; /* … here, set after set */
} Banding;

gboolean rhumb_banding_is_possible (guint n_hashes, guint n_bands, guint n_rows);
guint rhumb_banding_get_hash (const Banding *banding, guint band, guint row);

/* A set in a band. */
typedef struct {
    guint64 key;
    guint32 set;
} Banded;

/* The same sets in some bands at a time. */
typedef struct _Bands Bands;

Bands *rhumb_bands_new (const RhumbSets *sets, const Banding *banding);
void rhumb_bands_free (Bands *bands);
guint rhumb_bands_sort_next (Bands *bands);
const Banded *rhumb_bands_get (const Bands *bands, guint i, gsize *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Bands, rhumb_bands_free)

G_END_DECLS
