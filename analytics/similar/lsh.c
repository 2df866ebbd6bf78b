/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * An index of sets that answers which of them are probably like one: papers by their references, by
 * who cites them or by both, texts by their words. What is probable is compared exactly then
 * (rhumb_overlap_list_among()).
 *
 * Source: Indyk and Motwani (1998), doi:10.1145/276698.276876, with Broder's minimum hashes; on
 * neighbourhoods of a network Chamberlain and others (2018), doi:10.1371/journal.pone.0188702;
 * short signatures: Li and König (2010), doi:10.1145/1772690.1772759.
 *
 * Method: sets that agree in a band of r minimum hashes (bands.c) share a bucket. Two with Jaccard
 * index J share one of b with probability 1 − (1 − Jʳ)ᵇ, so r = 1 or 2 is for neighbourhoods, of
 * which the most alike have J = 0.1 or less, r = 3 and more for texts that are nearly the same.
 * Buckets that hold one set only are not stored, nor are keys: a set knows its buckets.
 *
 * Of the first m of H hashes the low byte is kept. Two bytes of hashes that differ are the same by
 * chance in one case of 256, which estimates allow for; their standard deviation is √(P (1 − P) /
 * m) · 256/255 with P = J + (1 − J)/256, at J = 0.07 3 % above that of whole hashes.
 *
 * All is keyed by the seed and the hashes of the items, so neither numbers of papers nor the number
 * of threads matter to who is a candidate of whom.
 *
 * Cost: that of the bands to build; memory m bytes a set, 8 a set and bucket that it is in, 4 a
 * bucket.
 */
#include "analytics/similar/lsh.h"

#include "analytics/similar/bands-private.h"
#include "analytics/similar/lsh-private.h"
#include "graph/set-error.h"

G_DEFINE_BOXED_TYPE (RhumbLsh, rhumb_lsh, rhumb_lsh_ref, rhumb_lsh_unref)

/* Where those end that agree with the one at @first. */
static gsize
find_end (const Banded *banded, gsize first, gsize n)
{
    gsize end = first + 1;
    while (end < n && banded[end].key == banded[first].key)
        end++;
    return end;
}

/* Makes room for the buckets of a band. FALSE if there would be too many members. */
static gboolean
make_room (RhumbLsh *lsh, const Banded *banded, gsize n)
{
    gsize n_buckets = 0;
    gsize n_members = lsh->bucket_start[lsh->n_buckets];
    for (gsize i = 0, end = 0; i < n; i = end) {
        end = find_end (banded, i, n);
        n_buckets += end - i > 1;
        n_members += end - i > 1 ? end - i : 0;
    }
    if (n_members > G_MAXUINT32)
        return FALSE;
    lsh->bucket_start = g_renew (guint32, lsh->bucket_start, lsh->n_buckets + n_buckets + 1);
    lsh->member = g_renew (guint32, lsh->member, n_members + 1);
    return TRUE;
}

static void
append_buckets (RhumbLsh *lsh, const Banded *banded, gsize n)
{
    guint32 n_members = lsh->bucket_start[lsh->n_buckets];
    for (gsize i = 0, end = 0; i < n; i = end) {
        end = find_end (banded, i, n);
        if (end - i < 2)
            continue;
        for (gsize k = i; k < end; k++)
            lsh->member[n_members++] = banded[k].set;
        lsh->bucket_start[++lsh->n_buckets] = n_members;
    }
}

/* From the buckets with their sets to the sets with their buckets. */
static void
turn_over (RhumbLsh *lsh)
{
    const guint32 n_members = lsh->bucket_start[lsh->n_buckets];
    guint32 *start = g_new0 (guint32, (gsize)lsh->n_sets + 2);
    lsh->bucket = g_new (guint32, (gsize)n_members + 1);
    for (guint32 i = 0; i < n_members; i++)
        start[(gsize)lsh->member[i] + 2]++;
    for (gsize v = 0; v < lsh->n_sets; v++)
        start[v + 2] += start[v + 1];
    for (guint32 b = 0; b < lsh->n_buckets; b++) {
        for (guint32 i = lsh->bucket_start[b]; i < lsh->bucket_start[b + 1]; i++)
            lsh->bucket[start[(gsize)lsh->member[i] + 1]++] = b;
    }
    lsh->set_start = start;
}

static gboolean
check_options (const RhumbLshOptions *o, GError **error)
{
    if (o->n_hashes <= RHUMB_LSH_MAX_HASHES && o->n_bands <= RHUMB_LSH_MAX_HASHES &&
        rhumb_banding_is_possible (o->n_hashes, o->n_bands, o->n_rows) && o->n_kept >= 1 &&
        o->n_kept <= o->n_hashes)
        return TRUE;
    rhumb_set_error (error, RHUMB_ERROR_INVALID,
                     "%u bands of %u of %u hashes, of which %u are kept, expected 1 to %d hashes, "
                     "as many kept at most, and bands that share one hash at most",
                     o->n_bands, o->n_rows, o->n_hashes, o->n_kept, RHUMB_LSH_MAX_HASHES);
    return FALSE;
}

/**
 * rhumb_lsh_new:
 * @sets: sets; the items of one may stand in any order
 * @options: (nullable): options, %NULL = defaults, which are for neighbourhoods
 * @error: return location for an error
 *
 * Makes an index of sets.
 *
 * Source: Indyk and Motwani (1998), doi:10.1145/276698.276876.
 *
 * Returns: (transfer full): an index, or %NULL with %RHUMB_ERROR_INVALID, or %RHUMB_ERROR_LIMIT if
 *   buckets would hold 2^32 sets or more
 *
 * Since: 0.2
 */
RhumbLsh *
rhumb_lsh_new (const RhumbSets *sets, const RhumbLshOptions *options, GError **error)
{
    static const RhumbLshOptions DEFAULTS = RHUMB_LSH_DEFAULTS;
    const RhumbLshOptions *o = options != NULL ? options : &DEFAULTS;
    if (!check_options (o, error))
        return NULL;
    g_autoptr (RhumbLsh) lsh = g_atomic_rc_box_new0 (RhumbLsh);
    lsh->n_sets = sets->n_sets;
    lsh->n_kept = o->n_kept;
    lsh->signature = g_malloc ((gsize)sets->n_sets * o->n_kept + 1);
    lsh->bucket_start = g_new0 (guint32, 1);
    const Banding banding = {o->n_hashes, o->n_bands, o->n_rows,
                             o->seed,     o->n_kept,  lsh->signature};
    g_autoptr (Bands) bands = rhumb_bands_new (sets, &banding);
    for (guint n_now = rhumb_bands_sort_next (bands); n_now > 0;
         n_now = rhumb_bands_sort_next (bands)) {
        for (guint i = 0; i < n_now; i++) {
            gsize n = 0;
            const Banded *banded = rhumb_bands_get (bands, i, &n);
            if (!make_room (lsh, banded, n)) {
                rhumb_set_error (error, RHUMB_ERROR_LIMIT,
                                 "sets are in 2^32 buckets or more in all, expected fewer bands");
                return NULL;
            }
            append_buckets (lsh, banded, n);
        }
    }
    turn_over (lsh);
    return g_steal_pointer (&lsh);
}

/**
 * rhumb_lsh_new_of_network:
 * @features: a network nodes → features, of any mode; weights are not looked at
 * @key: (array): for each feature a number that stands for it for good
 * @options: (nullable): options, %NULL = defaults
 * @error: return location for an error
 *
 * Makes an index of the rows of a network: of papers by their references, if these are what it
 * leads to, or by who cites them, or, undirected, by both.
 *
 * Source: Chamberlain and others (2018), doi:10.1371/journal.pone.0188702.
 *
 * Returns: (transfer full): an index whose sets are the nodes; errors as of rhumb_lsh_new()
 *
 * Since: 0.2
 */
RhumbLsh *
rhumb_lsh_new_of_network (const RhumbNetwork *features, const guint64 *key,
                          const RhumbLshOptions *options, GError **error)
{
    const RhumbRows rows = rhumb_network_get_out_rows (features);
    const gsize n = rows.start[rows.n_rows];
    g_autofree guint64 *item = g_new (guint64, n + 1);
    for (gsize i = 0; i < n; i++)
        item[i] = rhumb_hash_mix (0, key[rows.node[i]]);
    const RhumbSets sets = {rows.n_rows, rows.start, item};
    return rhumb_lsh_new (&sets, options, error);
}

/**
 * rhumb_lsh_ref:
 * @lsh: an index
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @lsh
 *
 * Since: 0.2
 */
RhumbLsh *
rhumb_lsh_ref (RhumbLsh *lsh)
{
    return g_atomic_rc_box_acquire (lsh);
}

static void
clear (gpointer data)
{
    RhumbLsh *lsh = data;
    g_free (lsh->signature);
    g_free (lsh->bucket_start);
    g_free (lsh->member);
    g_free (lsh->set_start);
    g_free (lsh->bucket);
}

/**
 * rhumb_lsh_unref:
 * @lsh: (transfer full): an index
 *
 * Gives a reference back.
 *
 * Since: 0.2
 */
void
rhumb_lsh_unref (RhumbLsh *lsh)
{
    g_atomic_rc_box_release_full (lsh, clear);
}

/**
 * rhumb_lsh_get_n_bytes:
 * @lsh: an index
 *
 * Gets how much memory it takes.
 *
 * Returns: bytes
 *
 * Since: 0.2
 */
gsize
rhumb_lsh_get_n_bytes (const RhumbLsh *lsh)
{
    const gsize n_members = lsh->bucket_start[lsh->n_buckets];
    return (gsize)lsh->n_sets * lsh->n_kept +
           (2 * n_members + lsh->n_buckets + lsh->n_sets + 2) * sizeof (guint32);
}

/**
 * rhumb_lsh_hash:
 * @lsh: an index
 *
 * Mixes all of it into one number, to tell whether two are the same.
 *
 * Returns: 64 bits
 *
 * Since: 0.2
 */
guint64
rhumb_lsh_hash (const RhumbLsh *lsh)
{
    guint64 hash = lsh->n_kept;
    for (gsize i = 0; i < (gsize)lsh->n_sets * lsh->n_kept; i++)
        hash = rhumb_hash_mix (hash, lsh->signature[i]);
    for (guint32 b = 0; b < lsh->n_buckets; b++) {
        hash = rhumb_hash_mix (hash, lsh->bucket_start[b]);
        for (guint32 i = lsh->bucket_start[b]; i < lsh->bucket_start[b + 1]; i++)
            hash = rhumb_hash_mix (hash, lsh->member[i]);
    }
    return hash;
}
