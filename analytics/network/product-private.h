/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/network/normalisation-private.h"
#include "analytics/network/product.h"

G_BEGIN_DECLS

/* Nodes by ascending size, by number where sizes are equal. */
typedef struct {
    guint32 *node;    /* of each rank; NULL = nodes are not ranked */
    guint32 *rank;    /* of each node */
    double *size;     /* of each rank */
    guint32 *shared;  /* the ranks of the nodes that share, row by row */
    guint32 n_sizes;  /* different ones */
    double *distinct; /* those, ascending */
    guint32 *first;   /* the first rank of each, and how many ranks there are */
} RhumbRanks;

/* A product A Aᵀ under way: @nodes are the rows of A, @shared those of Aᵀ. */
typedef struct {
    RhumbRows nodes;
    RhumbRows shared;
    const RhumbProductOptions *options;
    RhumbNormaliser normaliser;
    RhumbRows counted; /* @shared, of ranks if nodes are ranked */
    RhumbRanks ranks;
    double *size;      /* of each node, for the normaliser; NULL = not needed */
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
RhumbCounted rhumb_product_count_ranks (const RhumbProduct *product, guint32 v,
                                        RhumbProductRoom *room);
guint32 rhumb_product_gather_again (const RhumbProduct *product, guint32 v, RhumbCounted n,
                                    RhumbProductRoom *room);
guint32 rhumb_product_gather_smallest (const RhumbProduct *product, guint32 v, RhumbCounted n,
                                       guint32 end, RhumbProductRoom *room);
guint32 rhumb_product_gather_between (const RhumbProduct *product, guint32 v, RhumbCounted n,
                                      guint32 first, guint32 end, RhumbProductRoom *room);
void rhumb_product_clear_counts (const RhumbProduct *product, RhumbCounted n,
                                 RhumbProductRoom *room);
void rhumb_product_rank_nodes (RhumbProduct *product);
guint32 rhumb_product_find_weaker (const RhumbProduct *product, guint32 v, double weight);
gboolean rhumb_product_has_ties (const RhumbProduct *product, guint32 v, guint32 rank);
void rhumb_ranks_clear (RhumbRanks *ranks);
guint32 rhumb_product_count_row (const RhumbProduct *product, guint32 v, RhumbProductRoom *room);

RhumbNetwork *rhumb_unite_lists (const RhumbLists *lists);

G_END_DECLS
