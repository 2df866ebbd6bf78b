/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RhumbSets:
 * @n_sets: how many sets
 * @start: (array): n_sets + 1 offsets into @item; set v is start[v] … start[v + 1] − 1
 * @item: (array): hashes of the items, ascending within each set, none twice
 *
 * Sets of hashes, end to end; borrowed.
 *
 * Since: 0.2
 */
typedef struct {
    guint32 n_sets;
    const gsize *start;
    const guint64 *item;
} RhumbSets;

/**
 * RhumbNearPair:
 * @a: number of a set
 * @b: number of another one, above @a
 * @jaccard: items that both have over items that either has
 *
 * Two sets that are almost the same.
 *
 * Since: 0.2
 */
typedef struct {
    guint32 a;
    guint32 b;
    double jaccard;
} RhumbNearPair;

void rhumb_minhash_sign (const guint64 *item, gsize n_items, guint64 seed, guint n_hashes,
                         guint32 *signature);
double rhumb_minhash_compare (const guint32 *a, const guint32 *b, guint n_hashes);
double rhumb_sets_jaccard (const RhumbSets *sets, guint32 a, guint32 b);
GArray *rhumb_sets_find_near (const RhumbSets *sets, double least, guint64 seed);

G_END_DECLS
