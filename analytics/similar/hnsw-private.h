/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/similar/hnsw.h"

G_BEGIN_DECLS

#define MAX_LEVEL 30
#define MAX_LINKS 64
/* A list so long finds every row by its own vector. */
#define FOUND_WIDTH 20
/* In n_link0 the low byte counts links, the high one bridges behind them. */
#define ONE_BRIDGE 256
/* What numbers of vectors are whole parts of. No sum of products of two vectors of length 1 is over
 * 2^31 then. */
#define HNSW_ONE 32767
/* Bytes of a step, and of the most links that a row has on level 0 with their two counts. */
#define MOST_STEP 5
#define MOST_PACKED (2 + 2 * MAX_LINKS * MOST_STEP)

/* Why a row is not given. One without a vector is not linked either. */
enum {
    NO_VECTOR = 1,
    REMOVED = 2,
};

/* A row and how far it is from what is looked for: 1 − cosine. */
typedef struct {
    float distance;
    guint32 row;
} Near;

/* What packed vectors begin with; the hash is of all before it. */
typedef struct {
    char magic[8];
    guint32 version;
    guint32 order;
    guint32 n;
    guint32 d;
    guint32 m;
    guint32 width;
    guint32 min_rows;
    guint32 n_linked;
    guint32 n_blocks;
    guint32 entry;
    guint32 top;
    guint32 exact;
    guint64 n_packed; /* bytes of links of level 0 */
    guint64 seed;
    guint64 hash;
} HnswHeader;

/* What follows the header, in this order; an exact index has only the first two. */
typedef enum {
    HNSW_VALUES,  /* gint16[n × d]: vectors */
    HNSW_HIDDEN,  /* guint8[n]: why a row is not given */
    HNSW_START_0, /* guint32[n + 1]: where a row begins in … */
    HNSW_LINKS_0, /* of each row on level 0: how many links, how many bridges, and steps between
                   * the ones and between the others */
    HNSW_LEVELS,  /* guint8[n]: highest level of a row */
    HNSW_BLOCKS,  /* guint32[n]: the block of a row's level 1 */
    HNSW_LINKS,   /* guint32[n_blocks × m]: links of higher levels */
    HNSW_N_LINKS, /* guint16[n_blocks] */
    HNSW_N_PARTS,
} HnswPart;

typedef struct {
    gsize offset;
    gsize length;
} HnswRange;

/* Room of one thread. @pool holds the nearest rows found so far, nearest first. */
typedef struct {
    guint8 *seen; /* stamp of the search that came by a row, of one of the last 255 */
    guint8 stamp;
    guint32 n_seen; /* rows of seen */
    Near *pool;
    guint8 *opened;
    gsize n_compared; /* rows, since the search began */
    guint n_pool;
    guint n_room; /* of pool and opened */
} SearchRoom;

struct _RhumbHnsw {
    GBytes *bytes;    /* NULL if it was made here */
    char *name;       /* of the bytes */
    int file;         /* the bytes are mapped from, while rows are read from it; else -1 */
    guint64 offset;   /* of the bytes in the file */
    gsize n_read;     /* rows */
    gint16 *row_room; /* for one of them */
    guint32 link_room[2 * MAX_LINKS];
    gint16 *value;    /* of vectors, n × d, in parts of HNSW_ONE */
    gsize value_size; /* bytes of it, 0 if it was packed */
    guint32 n;
    guint32 n_linked; /* rows from here on are compared one by one */
    guint d;
    guint m;
    guint width;
    guint32 min_rows;
    guint64 seed;
    gboolean exact;
    guint8 *level;
    guint32 *link0;        /* n × 2m; NULL if they are packed, as in … */
    gsize link0_size;      /* bytes of it */
    guint16 *n_link0;      /* how many of them are there */
    const guint32 *start0; /* where a row begins in … */
    const guint8 *packed0;
    guint64 n_packed;
    guint32 *upper; /* where the levels above 0 of a row begin, in blocks of m */
    guint32 *link;
    guint16 *n_link;
    guint32 n_blocks;
    guint32 entry;
    guint top; /* level of the entry */
    guint8 *hidden;
    guint32 n_hidden;
    gboolean damaged; /* something that was read made no sense */
    SearchRoom room;
};

static inline const gint16 *
hnsw_get_row (const RhumbHnsw *hnsw, guint32 row)
{
    return hnsw->value + (gsize)row * hnsw->d;
}

/* Links on level 0, bridges among them. */
static inline guint
hnsw_count_links (guint16 n_link0)
{
    return n_link0 % ONE_BRIDGE + n_link0 / ONE_BRIDGE;
}

float rhumb_hnsw_get_distance (const gint16 *a, const gint16 *b, guint d);
const gint16 *rhumb_hnsw_take_row (RhumbHnsw *hnsw, guint32 row);
gboolean rhumb_hnsw_unpack_links (RhumbHnsw *hnsw, guint32 row, guint32 *link, guint16 *n_links);
void rhumb_hnsw_pack_links (const RhumbHnsw *hnsw, guint32 *start, GByteArray *packed);
void rhumb_hnsw_get_distances (RhumbHnsw *hnsw, const gint16 *query, const guint32 *row, guint n,
                               float *distance);
gpointer rhumb_hnsw_grow (gpointer pages, gsize *size, gsize new_size);
void rhumb_hnsw_round (const float *vector, gsize n, gint16 *rounded);
guint32 *rhumb_hnsw_get_links (const RhumbHnsw *hnsw, guint32 row, guint level, guint16 **n_links);
const guint32 *rhumb_hnsw_read_links (RhumbHnsw *hnsw, guint32 row, guint level, guint *n_links);
guint rhumb_hnsw_get_most (const RhumbHnsw *hnsw, guint level);
gboolean rhumb_hnsw_scale (const float *query, guint d, gint16 *unit);
void rhumb_hnsw_room_init (SearchRoom *room, guint32 n, guint width);
void rhumb_hnsw_room_clear (SearchRoom *room);
gboolean rhumb_hnsw_open_next (RhumbHnsw *hnsw, const gint16 *query, guint level, guint width,
                               SearchRoom *room, guint *next);
void rhumb_hnsw_look (RhumbHnsw *hnsw, const gint16 *query, guint level, guint width,
                      SearchRoom *room);
Near rhumb_hnsw_descend (RhumbHnsw *hnsw, const gint16 *query, guint level, SearchRoom *room);
void rhumb_hnsw_begin (SearchRoom *room, Near start);
guint rhumb_hnsw_keep (SearchRoom *room, Near near, guint width);
guint64 rhumb_hnsw_hash_header (const HnswHeader *header);
gsize rhumb_hnsw_lay_out (const HnswHeader *h, HnswRange *part);
gboolean rhumb_hnsw_unmap (RhumbHnsw *hnsw, GError **error);
void rhumb_hnsw_build (RhumbHnsw *hnsw);
void rhumb_hnsw_mend (RhumbHnsw *hnsw);
void rhumb_hnsw_unmend (RhumbHnsw *hnsw);
void rhumb_hnsw_draw_levels (RhumbHnsw *hnsw, const guint64 *key, guint32 first);

G_END_DECLS
