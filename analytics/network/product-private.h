/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/network/normalisation-private.h"
#include "analytics/network/product.h"

G_BEGIN_DECLS

/* Class 0 are nodes without size; sizes of others are told apart by an eighth of an octave. */
#define RHUMB_N_CLASSES 256

/* A product A Aᵀ under way: @nodes are the rows of A, @shared those of Aᵀ. */
typedef struct {
    RhumbRows nodes;
    RhumbRows shared;
    const RhumbProductOptions *options;
    RhumbNormaliser normaliser;
    double *size;      /* of each node, for the normaliser; NULL = not needed */
    guint8 *class;     /* of each node by its size; NULL = not needed */
    double *least;     /* of each class: the smallest size of its nodes and of those above it */
    double *share;     /* of each shared node: what it adds to a pair, 0 = left out */
    guint32 *bound;    /* of each node: it cannot have more links than this */
    gboolean is_half;  /* all links are wanted, so a pair is found from its lower node alone */
    gboolean is_whole; /* shared nodes add 1 to a pair */
    guint32 n_hubs;
    guint64 n_pairs;
} RhumbProduct;

/* Links of one node; borrowed or owned as said where it is used. */
typedef struct {
    guint32 *node;
    double *weight;
} RhumbLinks;

/* Room of one thread; sums are all zero and the table is empty between rows. */
typedef struct {
    double *sum;         /* of each node */
    guint32 *table_node; /* hash table; G_MAXUINT32 = free place */
    double *table_sum;
    guint32 *touched; /* places of the table, or nodes */
    guint8 *few;      /* whole counts of each node, up to 255 */
    guint32 *more;    /* and what goes beyond */
    guint32 *again;   /* nodes that were counted twice */
    RhumbLinks found;
    RhumbLinks spare;
    RhumbLinks heap;
} RhumbProductRoom;

/* How many nodes of the room were counted. */
typedef struct {
    guint32 first; /* those of room->touched */
    guint32 again; /* and those of room->again, which were counted twice */
} RhumbCounted;

/* Where it has been looked for the strongest links among counted nodes. */
typedef struct {
    RhumbCounted n;
    guint32 next_again;
    guint32 next_first;
} RhumbChoice;

/* Ascending lists of some links of each node. */
typedef struct {
    guint32 n_rows;
    gsize *start;
    guint32 *node;
    double *weight;
} RhumbLists;

void rhumb_product_init (RhumbProduct *product, RhumbRows nodes, RhumbRows shared,
                         const RhumbProductOptions *options);
void rhumb_product_prepare (RhumbProduct *product);
void rhumb_product_clear (RhumbProduct *product);
void rhumb_product_room_init (RhumbProductRoom *room, const RhumbProduct *product);
void rhumb_product_room_clear (RhumbProductRoom *room);
guint32 rhumb_product_multiply_row (const RhumbProduct *product, guint32 v, RhumbProductRoom *room,
                                    guint32 *node, double *weight);
guint32 rhumb_product_gather_counts (const RhumbProduct *product, guint32 v,
                                     RhumbProductRoom *room);
gboolean rhumb_product_is_chosen_by_weight (const RhumbProduct *product);
void rhumb_product_begin_choice (const RhumbProduct *product, guint32 v, RhumbProductRoom *room,
                                 RhumbChoice *choice);
guint32 rhumb_product_go_on_choosing (const RhumbProduct *product, guint32 v, guint cut,
                                      RhumbProductRoom *room, RhumbChoice *choice);
void rhumb_product_end_choice (const RhumbProduct *product, RhumbProductRoom *room,
                               const RhumbChoice *choice);
guint32 rhumb_product_count_row (const RhumbProduct *product, guint32 v, RhumbProductRoom *room);

RhumbNetwork *rhumb_unite_lists (const RhumbLists *lists);

G_END_DECLS
