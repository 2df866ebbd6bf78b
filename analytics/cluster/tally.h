/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Weights added up by cluster: a small open hash (linear probing) over the clusters that one row
 * meets, sized for that row so that it stays in the nearest cache. Keys are listed in the order in
 * which they were first met, which depends on the row alone. One for each thread. */
typedef struct {
    guint32 *place; /* key + 1, 0 = empty */
    guint32 *key;   /* the keys met, in order */
    guint32 *at;    /* where each of them is */
    double *value;  /* by place */
    guint32 *met;   /* room for as many more, for clusters that were looked up ahead */
    guint32 n_keys;
    guint32 mask;
    guint shift;
    guint32 capacity;
} Tally;

Tally *rhumb_tallies_new (guint32 n_tallies, guint32 max_keys);
void rhumb_tallies_free (Tally *tallies);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Tally, rhumb_tallies_free)

/* Empties the table and prepares it for at most @n_keys keys, no more than it was made for. */
static inline void
tally_begin (Tally *tally, gsize n_keys)
{
    for (guint32 i = 0; i < tally->n_keys; i++)
        tally->place[tally->at[i]] = 0;
    tally->n_keys = 0;
    guint bits = 4;
    while (((guint32)1 << bits) < tally->capacity && ((gsize)1 << bits) < 2 * n_keys)
        bits++;
    tally->mask = ((guint32)1 << bits) - 1;
    tally->shift = 32 - bits;
}

/* Adds @weight to the sum of @key; returns whether the key is new. */
static inline gboolean
tally_add (Tally *tally, guint32 key, double weight)
{
    guint32 at = (key * 2654435769u) >> tally->shift;
    while (tally->place[at] != 0) {
        if (tally->place[at] == key + 1) {
            tally->value[at] += weight;
            return FALSE;
        }
        at = (at + 1) & tally->mask;
    }
    tally->place[at] = key + 1;
    tally->value[at] = weight;
    tally->key[tally->n_keys] = key;
    tally->at[tally->n_keys++] = at;
    return TRUE;
}

/* The sum of the key that was met as number @i. */
static inline double
tally_get (const Tally *tally, guint32 i)
{
    return tally->value[tally->at[i]];
}

G_END_DECLS
