/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/link-index.h"

G_BEGIN_DECLS

#define INDEX_MAGIC "RhumbIdx"
#define INDEX_VERSION 2
#define INDEX_ORDER 0x01020304u /* tells machines of the other byte order apart */

/* Parts of the bytes, in this order; each begins where a line of a processor's memory does. */
#define INDEX_ALIGNMENT 64

typedef enum {
    PART_ROW_START, /* guint64[n_nodes + 1]: where rows begin in PART_ROWS */
    PART_N_LINKS,   /* guint32[n_nodes] */
    PART_STRENGTH,  /* double[n_nodes]: sums of weights */
    PART_LENGTH,    /* float[n_papers]: lengths of rows whose words count word_factor times */
    PART_ROWS,      /* of each node: steps between its neighbours, then their weights */
    PART_CITES_START,
    PART_CITES, /* of each paper: steps between those that it cites */
    PART_NAMES_START,
    PART_NAMES,       /* between those that it names */
    PART_YEAR,        /* gint32[n_papers] */
    PART_ID_START,    /* guint64[n_papers + 1] */
    PART_IDS,         /* with a 0 behind each */
    PART_LABEL_START, /* guint64[n_nodes + 1] */
    PART_LABELS,
    PART_KEY_START, /* guint64[n_papers + 1] */
    PART_KEYS,      /* folded titles */
    PART_ID_HASHES, /* IndexedId[], ascending */
    PART_VECTORS,   /* of papers, as rhumb_hnsw_pack() gives them; may be empty */
    N_PARTS,
} IndexPart;

typedef struct {
    guint64 offset;
    guint64 length;
} IndexRange;

typedef struct {
    char magic[8];
    guint32 version;
    guint32 order;
    guint64 checksum; /* of what it was made from */
    guint32 n_papers;
    guint32 n_nodes;
    guint32 first_word; /* nodes from here on are words */
    guint32 most_links; /* of a node */
    double word_factor;
    double strength;     /* of all nodes */
    guint32 weight_base; /* bits of the smallest weight */
    guint32 unused;
    IndexRange part[N_PARTS];
    guint64 header_hash; /* of all before */
} IndexHeader;

typedef struct {
    guint64 hash;
    guint32 paper;
    guint32 unused;
} IndexedId;

struct _RhumbLinkIndex {
    GBytes *bytes;
    char *name;
    IndexHeader header;
    const guint8 *part[N_PARTS];
    char *damage; /* what was wrong first */
    int file;     /* that holds the bytes, while rows are read from it; -1 = they are not */
    guint n_read; /* rows read from the file */
    guint8 *room; /* for one of them */
};

/* Weights that are counted from here are finite. */
#define MAX_WEIGHT_BASE 0x6f000000u

void rhumb_link_index_set_file (RhumbLinkIndex *index, int file);
int rhumb_link_index_get_file (const RhumbLinkIndex *index, guint64 *vectors);
void rhumb_link_index_complain (RhumbLinkIndex *index, const char *what, guint32 node);
gboolean rhumb_link_index_find (RhumbLinkIndex *index, IndexPart starts, IndexPart part, guint32 i,
                                const guint8 **from, const guint8 **end);
guint64 rhumb_link_index_hash_header (const IndexHeader *header);

/* Weights have 16 bits: those of a 32-bit number without its last twelve, counted from a base, so
 * that 31 octaves fit and each is right by one in 4096. */
static inline double
unpack_weight (guint32 base, guint16 packed)
{
    const guint32 bits = base + ((guint32)packed << 12);
    float weight;
    G_STATIC_ASSERT (sizeof weight == sizeof bits);
    __builtin_memcpy (&weight, &bits, sizeof weight);
    return weight;
}

G_END_DECLS
