/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Sets that agree in a whole band of minimum hashes, side by side.
 *
 * Source: bands: Leskovec, Rajaraman and Ullman, Mining of Massive Datasets (2014),
 * doi:10.1017/CBO9781139924801.
 *
 * Method: H minimum hashes are cut into b bands of r. Two sets with Jaccard index J agree in a
 * band with probability J^r, so in any of them with 1 − (1 − J^r)^b. Bands may share hashes: then
 * each begins at the next one, and in each round through all its rows lie one farther apart, so no
 * two bands have more than one hash in common, and b can be a multiple of H. What a set has in a
 * band is mixed into one key; sets are thrown by the first bits of their keys into as many bins as
 * there are sets, in the order of their numbers, and those of a bin are sorted. A few bands are
 * done at a time, sets signed and bands sorted by several threads, each its own: the same for any
 * number.
 *
 * Cost: O(items × H), times the rounds where bands share hashes, and a pass over all sets a band;
 * memory 32 bytes a set and band of those done at a time.
 */
#include "analytics/similar/bands-private.h"
#include "graph/threads-private.h"

#define BANDS_AT_ONCE 8

struct _Bands {
    const RhumbSets *sets;
    const Banding *banding;
    guint first;    /* band of those at hand */
    guint n;        /* of them */
    guint n_hashes; /* that they are made of … */
    guint *place;   /* … which these are, each once */
    guint *row;     /* of the bands at hand, row by row, which of them it is */
    gsize n_full;   /* sets that are not empty */
    guint n_bits;   /* of the number of bins */
    guint n_threads;
    HashFunction *function; /* of the hashes at hand */
    guint32 *least;         /* of each thread: smallest hashes of a set by them */
    guint64 *key;           /* of each band at hand, set by set */
    guint32 *bin;           /* the same: where bins begin */
    Banded *banded;         /* the same: what was sorted */
};

/* Whether so many bands can be put together without using a pair of hashes twice. */
gboolean
rhumb_banding_is_possible (guint n_hashes, guint n_bands, guint n_rows)
{
    const guint64 n_rounds = n_hashes > 0 ? ((guint64)n_bands + n_hashes - 1) / n_hashes : 0;
    if (n_hashes == 0 || n_bands == 0 || n_rows == 0)
        return FALSE;
    return (guint64)n_bands * n_rows <= n_hashes ||
           (n_rows == 1 ? n_rounds == 1 : 2 * (n_rows - 1) * n_rounds < n_hashes);
}

/* Which hash a row of a band is. */
guint
rhumb_banding_get_hash (const Banding *banding, guint band, guint row)
{
    if ((guint64)banding->n_bands * banding->n_rows <= banding->n_hashes)
        return band * banding->n_rows + row;
    return (band + row * (1 + band / banding->n_hashes)) % banding->n_hashes;
}

/* Prepares. Both arguments must stay as long as the bands. */
Bands *
rhumb_bands_new (const RhumbSets *sets, const Banding *banding)
{
    const gsize n = sets->n_sets;
    Bands *bands = g_new0 (Bands, 1);
    bands->sets = sets;
    bands->banding = banding;
    for (gsize v = 0; v < n; v++)
        bands->n_full += sets->start[v] < sets->start[v + 1];
    bands->n_bits = MAX (g_bit_storage (n), 1);
    bands->n_threads = rhumb_get_n_threads ();
    const gsize n_rows = (gsize)BANDS_AT_ONCE * banding->n_rows;
    bands->place = g_new (guint, n_rows);
    bands->row = g_new (guint, n_rows);
    bands->function = g_new (HashFunction, n_rows);
    bands->least = g_new (guint32, bands->n_threads * n_rows);
    bands->key = g_new (guint64, n * BANDS_AT_ONCE + 1);
    bands->bin = g_new (guint32, (((gsize)1 << bands->n_bits) + 1) * BANDS_AT_ONCE);
    bands->banded = g_new (Banded, bands->n_full * BANDS_AT_ONCE + 1);
    return bands;
}

void
rhumb_bands_free (Bands *bands)
{
    g_free (bands->place);
    g_free (bands->row);
    g_free (bands->function);
    g_free (bands->least);
    g_free (bands->key);
    g_free (bands->bin);
    g_free (bands->banded);
    g_free (bands);
}

/* The keys of a set in the bands at hand. @least has room for their hashes. */
static void
sign (Bands *bands, gsize set, guint32 *least)
{
    const Banding *banding = bands->banding;
    const gsize n_items = bands->sets->start[set + 1] - bands->sets->start[set];
    const guint64 *item = n_items > 0 ? bands->sets->item + bands->sets->start[set] : NULL;
    rhumb_minhash_find_least (bands->function, bands->n_hashes, item, n_items, least);
    for (guint k = 0; k < bands->n_hashes; k++) {
        if (bands->place[k] < banding->n_kept)
            banding->byte[set * banding->n_kept + bands->place[k]] = (guint8)(least[k] & 0xff);
    }
    for (guint band = 0; band < bands->n; band++) {
        guint64 key = bands->first + band;
        for (guint row = 0; row < banding->n_rows; row++)
            key = rhumb_hash_mix (key, least[bands->row[band * banding->n_rows + row]]);
        bands->key[(gsize)band * bands->sets->n_sets + set] = key;
    }
}

static gboolean
is_after (Banded a, Banded b)
{
    return a.key != b.key ? a.key > b.key : a.set > b.set;
}

/* Shell's sort, for few as a rule: it needs no memory. */
static void
sort (Banded *banded, gsize n)
{
    static const gsize GAPS[] = {88573, 29524, 9841, 3280, 1093, 364, 121, 40, 13, 4, 1};
    for (guint g = 0; g < G_N_ELEMENTS (GAPS); g++) {
        for (gsize i = GAPS[g]; i < n; i++) {
            const Banded moved = banded[i];
            gsize at = i;
            for (; at >= GAPS[g] && is_after (banded[at - GAPS[g]], moved); at -= GAPS[g])
                banded[at] = banded[at - GAPS[g]];
            banded[at] = moved;
        }
    }
}

/* Sorts the sets of a band by key, those of a key by number. */
static void
sort_band (Bands *bands, guint band)
{
    const gsize *start = bands->sets->start;
    const gsize n = bands->sets->n_sets;
    const guint64 *key = bands->key + band * n;
    const guint shift = 64 - bands->n_bits;
    const gsize n_bins = (gsize)1 << bands->n_bits;
    guint32 *bin = bands->bin + band * (n_bins + 1);
    Banded *banded = bands->banded + band * bands->n_full;
    for (gsize k = 0; k <= n_bins; k++)
        bin[k] = 0;
    for (gsize v = 0; v < n; v++)
        bin[(key[v] >> shift) + 1] += start[v] < start[v + 1];
    for (gsize k = 0; k < n_bins; k++)
        bin[k + 1] += bin[k];
    for (gsize v = 0; v < n; v++) {
        if (start[v] < start[v + 1])
            banded[bin[key[v] >> shift]++] = (Banded){key[v], (guint32)v};
    }
    for (gsize k = 0; k < n_bins; k++) { /* where a bin began is where the one before ends now */
        const gsize first = k > 0 ? bin[k - 1] : 0;
        if (bin[k] - first > 1)
            sort (banded + first, bin[k] - first);
    }
}

/* Lists the hashes that the bands at hand are made of. */
static void
list_hashes (Bands *bands)
{
    const Banding *banding = bands->banding;
    bands->n_hashes = 0;
    for (guint i = 0; i < bands->n * banding->n_rows; i++) {
        const guint place = rhumb_banding_get_hash (banding, bands->first + i / banding->n_rows,
                                                    i % banding->n_rows);
        guint k = 0;
        while (k < bands->n_hashes && bands->place[k] != place)
            k++;
        bands->row[i] = k;
        if (k < bands->n_hashes)
            continue;
        bands->place[k] = place;
        bands->function[k] = minhash_get_function (banding->seed, place);
        bands->n_hashes++;
    }
}

/* Goes on to the next few bands. Returns how many there are; 0 = none is left. */
guint
rhumb_bands_sort_next (Bands *bands)
{
    const Banding *banding = bands->banding;
    bands->first += bands->n;
    bands->n = MIN (banding->n_bands - bands->first, BANDS_AT_ONCE);
    const guint n_threads = bands->n_threads;
    (void)n_threads; /* without OpenMP */
    list_hashes (bands);
#pragma omp parallel for schedule(dynamic, 256) num_threads(n_threads)
    for (gsize v = 0; v < bands->sets->n_sets; v++)
        sign (bands, v, bands->least + (gsize)rhumb_get_thread () * bands->n_hashes);
#pragma omp parallel for schedule(dynamic, 1)
    for (guint i = 0; i < bands->n; i++)
        sort_band (bands, i);
    return bands->n;
}

/* Band @i of those at hand: sets that are not empty, those that agree in it side by side,
 * ascending. */
const Banded *
rhumb_bands_get (const Bands *bands, guint i, gsize *n)
{
    *n = bands->n_full;
    return bands->banded + i * bands->n_full;
}
