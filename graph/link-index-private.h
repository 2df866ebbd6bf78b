/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/link-index.h"
#include "graph/steps-private.h"

G_BEGIN_DECLS

#define INDEX_MAGIC "RhumbIdx"
/* Goes up when what is packed changes, or what concepts are found in the same papers. */
#define INDEX_VERSION 6
#define INDEX_ORDER 0x01020304u /* tells machines of the other byte order apart */

/* Parts of the bytes, in this order; each begins where a line of a processor's memory does. */
#define INDEX_ALIGNMENT 64

/* Folded titles are searched from one end to the other; which paper has one is counted from here.
 */
#define KEY_BLOCK 16

typedef enum {
    PART_ROW_START, /* guint32[n_nodes + 1]: where rows begin in PART_ROWS */
    PART_N_LINKS,   /* guint32[n_nodes] */
    PART_STRENGTH,  /* double[n_nodes]: sums of weights */
    PART_LENGTH,    /* float[n_papers]: lengths of rows whose words count word_factor times */
    PART_ROWS,      /* of each node: steps between its neighbours; how many weights at the beginning
                     * are alike, one of them, and the others */
    PART_CITES_START, /* guint32[n_papers + 1] */
    PART_CITES, /* of each paper: how many it cites, steps between these, and between those that it
                 * names */
    PART_YEAR,  /* gint16[n_papers] */
    PART_LABEL_START, /* guint32[n_nodes + 1] */
    PART_LABELS,      /* with a 0 behind each; of a paper its id goes before */
    PART_KEY_START,   /* guint32[]: where those of every KEY_BLOCK-th paper begin */
    PART_KEYS,        /* folded titles, with a 0 behind each */
    PART_ID_HASHES,   /* guint64[], ascending */
    PART_ID_PAPERS,   /* guint32[], as many */
    PART_CONCEPTS,    /* of each concept: concepts-pack.c */
    PART_WEIGHTS,     /* of papers' concepts: weight_width bytes each */
    PART_VECTORS,     /* of papers, as rhumb_hnsw_pack() gives them; may be empty */
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
    double strength;      /* of all nodes */
    guint32 weight_base;  /* bits of the smallest weight */
    guint32 n_concepts;   /* nodes after papers */
    guint64 weight_width; /* bytes of a weight of PART_WEIGHTS */
    guint64 maker;        /* hash of the version of rhumb that found the concepts */
    IndexRange part[N_PARTS];
    guint64 header_hash; /* of all before */
} IndexHeader;

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

/* What PART_CONCEPTS says of a concept at its beginning. */
typedef enum {
    PACKED_ID = 1 << 0,        /* an id follows: that of a vocabulary */
    PACKED_ACRONYM = 1 << 1,   /* its short form follows */
    PACKED_AS_LABEL = 1 << 2,  /* its label is one of its variants, which leave it out */
    PACKED_IN_ROW = 1 << 3,    /* its papers are all that its node is linked with */
    PACKED_CONCEPT_FLAGS = 15, /* all of these */
} PackedConceptFlags;

/* Beside the flags of a link: its weight is 1 and not given. */
#define PACKED_WHOLE 0x80u

/* Weights of papers' concepts are kept to the last bit, as what their bits lack to those of 1. */
#define BITS_OF_ONE G_GUINT64_CONSTANT (0x3ff0000000000000)

/* Weights that are counted from here are finite. */
#define MAX_WEIGHT_BASE 0x6f000000u

void rhumb_link_index_set_file (RhumbLinkIndex *index, int file);
int rhumb_link_index_get_file (const RhumbLinkIndex *index, guint64 *vectors);
void rhumb_link_index_complain (RhumbLinkIndex *index, const char *what, guint32 node);
gboolean rhumb_link_index_find (RhumbLinkIndex *index, IndexPart starts, IndexPart part, guint32 i,
                                const guint8 **from, const guint8 **end);
guint64 rhumb_link_index_hash_header (const IndexHeader *header);
void rhumb_concepts_pack (const RhumbConcepts *concepts, RhumbRows linked, GByteArray *bytes,
                          GByteArray *weights, guint64 *weight_width);
guint64 rhumb_get_maker (void);

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
