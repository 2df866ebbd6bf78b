/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Where random walks from each node of a network went: fingerprints. A walk that was followed for a
 * few steps only is finished from those of the nodes where it stands, so that it comes much nearer
 * to exact scores than by what it did itself; for this memory is paid.
 *
 * Source: PowerWalk, Liu, Li, Lui and Cheng (2016), doi:10.1145/2983323.2983713; Monte Carlo walks
 * counted along their full path, Avrachenkov, Litvak, Nemirovsky and Osipova (2007),
 * doi:10.1137/050643799.
 *
 * Method: a walk starts at its node, goes on with the probability of damping to a neighbour chosen
 * by weight, and ends otherwise, or at a node without links. Every node that it comes by counts,
 * each time, the first too. We depart from the source, which lets walks return from nodes without
 * links when fingerprints are taken, but not when they are used: a walk ends there in both, as
 * those of push.c do. Each walk is drawn from the seed, the key of its node and its number, and the
 * fingerprint of a node is taken by one thread: the same bytes for any number of threads, and for a
 * node whose surroundings do not change. Walks are taken twice, first to find how many bytes they
 * need: to remember them in between would take more memory than they do.
 *
 * Cost: walks × 2 / (1 − damping) steps a node; three bytes for each node that was come by.
 */
#include "analytics/similar/fingerprints.h"

#include <string.h>

#include "analytics/similar/fingerprints-private.h"
#include "graph/set-error.h"
#include "graph/text.h"
#include "graph/threads-private.h"

#define MAX_WALKS 10000
#define MAX_STEPS 1000

/* Room of one thread. */
typedef struct {
    guint32 *count; /* of each node; 0 between nodes */
    guint32 *met;   /* nodes that were come by */
    guint32 n_met;
} Room;

typedef struct {
    RhumbRows rows;
    const double *sum; /* of weights of a row up to an entry; NULL = all weights are 1 */
    const guint64 *key;
    const RhumbFingerprintOptions *options;
} Walks;

static double
draw (guint64 walk, guint step)
{
    return (double)(rhumb_hash_mix (walk, step) >> 11) * 0x1p-53;
}

/* The first entry of a row up to which the weights sum to more than a share of all. */
static gsize
choose_link (const Walks *walks, gsize first, gsize end, double share)
{
    if (walks->sum == NULL)
        return first + (gsize)(share * (double)(end - first));
    const double wanted = share * walks->sum[end - 1];
    gsize low = first;
    gsize high = end - 1;
    while (low < high) {
        const gsize middle = low + (high - low) / 2;
        if (walks->sum[middle] > wanted)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

static void
walk_from (const Walks *walks, guint32 node, guint number, Room *room)
{
    const guint64 walk =
        rhumb_hash_mix (rhumb_hash_mix (walks->options->seed, walks->key[node]), number);
    for (guint step = 0;; step++) {
        const gsize first = walks->rows.start[node];
        const gsize end = walks->rows.start[node + 1];
        if (room->count[node]++ == 0)
            room->met[room->n_met++] = node;
        if (step == MAX_STEPS || first == end || draw (walk, 2 * step) >= walks->options->damping)
            return;
        if (walks->sum != NULL && !(walks->sum[end - 1] > 0))
            return;
        node = walks->rows.node[choose_link (walks, first, end, draw (walk, 2 * step + 1))];
    }
}

/* Shell's sort: it needs no memory. */
static void
sort (guint32 *node, guint32 n)
{
    static const guint32 GAPS[] = {29524, 9841, 3280, 1093, 364, 121, 40, 13, 4, 1};
    for (guint g = 0; g < G_N_ELEMENTS (GAPS); g++) {
        for (guint32 i = GAPS[g]; i < n; i++) {
            const guint32 moved = node[i];
            guint32 at = i;
            for (; at >= GAPS[g] && node[at - GAPS[g]] > moved; at -= GAPS[g])
                node[at] = node[at - GAPS[g]];
            node[at] = moved;
        }
    }
}

/* Writes an entry unless @to is NULL. */
static gsize
write_entry (guint32 step, guint32 count, guint8 *to)
{
    const guint8 bytes[ENTRY_BYTES] = {(guint8)(step & 0xff), (guint8)(step >> 8), (guint8)count};
    if (to != NULL)
        memcpy (to, bytes, ENTRY_BYTES);
    return ENTRY_BYTES;
}

static gsize
write_node (guint32 step, guint32 count, guint8 *to)
{
    gsize n = step >> 16 > 0 ? write_entry (step >> 16, 0, to) : 0;
    for (step &= 0xffff; count > 0; step = 0) {
        const guint32 part = MIN (count, 255);
        n += write_entry (step, part, to != NULL ? to + n : NULL);
        count -= part;
    }
    return n;
}

/* Takes the fingerprint of a node; writes it unless @to is NULL. Returns its bytes. */
static gsize
take (const Walks *walks, guint32 node, Room *room, guint8 *to)
{
    gsize n = 0;
    room->n_met = 0;
    for (guint i = 0; i < walks->options->n_walks; i++)
        walk_from (walks, node, i, room);
    sort (room->met, room->n_met);
    for (guint32 i = 0; i < room->n_met; i++) {
        const guint32 met = room->met[i];
        n += write_node (met - (i > 0 ? room->met[i - 1] : 0), room->count[met],
                         to != NULL ? to + n : NULL);
        room->count[met] = 0;
    }
    return n;
}

/* All fingerprints; only their lengths, at the places behind them, if there is no room yet. */
static void
take_all (RhumbFingerprints *fingerprints, const Walks *walks, Room *rooms, guint n_threads)
{
    (void)n_threads; /* without OpenMP */
#pragma omp parallel for schedule(dynamic, 64) num_threads(n_threads)
    for (guint32 v = 0; v < walks->rows.n_rows; v++) {
        Room *room = &rooms[rhumb_get_thread ()];
        if (fingerprints->bytes != NULL)
            take (walks, v, room, fingerprints->bytes + fingerprints->start[v]);
        else
            fingerprints->start[v + 1] = take (walks, v, room, NULL);
    }
}

static double *
add_weights (RhumbRows rows)
{
    const gsize n = rows.start[rows.n_rows];
    double *sum = rows.weight != NULL ? g_new (double, n + 1) : NULL;
    for (guint32 v = 0; sum != NULL && v < rows.n_rows; v++) {
        double all = 0;
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++)
            sum[i] = all += rows.weight[i];
    }
    return sum;
}

/**
 * rhumb_fingerprints_new:
 * @network: a directed or undirected network
 * @key: (array): for each node a number that stands for it for good
 * @options: (nullable): options, %NULL = defaults
 * @error: return location for an error
 *
 * Takes the fingerprints of all nodes.
 *
 * Source: Liu, Li, Lui and Cheng (2016), doi:10.1145/2983323.2983713.
 *
 * Returns: (transfer full): fingerprints, or %NULL with %RHUMB_ERROR_INVALID
 *
 * Since: 0.2
 */
RhumbFingerprints *
rhumb_fingerprints_new (const RhumbNetwork *network, const guint64 *key,
                        const RhumbFingerprintOptions *options, GError **error)
{
    static const RhumbFingerprintOptions DEFAULTS = RHUMB_FINGERPRINT_DEFAULTS;
    const RhumbFingerprintOptions *o = options != NULL ? options : &DEFAULTS;
    g_return_val_if_fail (rhumb_network_get_mode (network) != RHUMB_NETWORK_TWO_MODE, NULL);
    if (!(o->damping > 0 && o->damping < 1) || o->n_walks < 1 || o->n_walks > MAX_WALKS) {
        rhumb_set_error (error, RHUMB_ERROR_INVALID,
                         "damping %g, %u walks, expected damping between 0 and 1, 1 to %d walks",
                         o->damping, o->n_walks, MAX_WALKS);
        return NULL;
    }
    const guint n_threads = rhumb_get_n_threads ();
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    const gsize n = (gsize)rows.n_rows + 1;
    g_autofree double *sum = add_weights (rows);
    const Walks walks = {rows, sum, key, o};
    RhumbFingerprints *fingerprints = g_new0 (RhumbFingerprints, 1);
    g_autofree Room *rooms = g_new0 (Room, n_threads);
    g_autofree guint32 *room = g_new0 (guint32, n * 2 * n_threads);
    for (guint i = 0; i < n_threads; i++)
        rooms[i] = (Room){room + n * 2 * i, room + n * (2 * i + 1), 0};
    fingerprints->n_nodes = rows.n_rows;
    fingerprints->n_walks = o->n_walks;
    fingerprints->damping = o->damping;
    fingerprints->start = g_new0 (gsize, n);
    take_all (fingerprints, &walks, rooms, n_threads);
    for (guint32 v = 0; v < rows.n_rows; v++)
        fingerprints->start[v + 1] += fingerprints->start[v];
    fingerprints->bytes = g_malloc (fingerprints->start[rows.n_rows] + 1);
    take_all (fingerprints, &walks, rooms, n_threads);
    return fingerprints;
}

/**
 * rhumb_fingerprints_free:
 * @fingerprints: (transfer full) (nullable): fingerprints
 *
 * Frees them.
 *
 * Since: 0.2
 */
void
rhumb_fingerprints_free (RhumbFingerprints *fingerprints)
{
    if (fingerprints == NULL)
        return;
    g_free (fingerprints->start);
    g_free (fingerprints->bytes);
    g_free (fingerprints);
}

/**
 * rhumb_fingerprints_get_n_bytes:
 * @fingerprints: fingerprints
 *
 * Gets how much memory they take.
 *
 * Returns: bytes
 *
 * Since: 0.2
 */
gsize
rhumb_fingerprints_get_n_bytes (const RhumbFingerprints *fingerprints)
{
    return ((gsize)fingerprints->n_nodes + 1) * sizeof (gsize) +
           fingerprints->start[fingerprints->n_nodes];
}

/**
 * rhumb_fingerprints_hash:
 * @fingerprints: fingerprints
 *
 * Mixes all of them into one number, to tell whether two are the same.
 *
 * Returns: 64 bits
 *
 * Since: 0.2
 */
guint64
rhumb_fingerprints_hash (const RhumbFingerprints *fingerprints)
{
    guint64 hash = fingerprints->n_walks;
    for (gsize i = 0; i < fingerprints->start[fingerprints->n_nodes]; i++)
        hash = rhumb_hash_mix (hash, fingerprints->bytes[i]);
    return hash;
}
