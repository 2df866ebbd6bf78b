/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "cli/rank-network.h"

G_BEGIN_DECLS

/* What is listed: rankings side by side, ordered by the first. */
typedef struct {
    const Run *run;
    const RhumbGraph *graph; /* NULL = a network */
    const RankNetwork *network;
    RhumbNodeKind kind;
    GPtrArray *scores;   /* RankScore */
    GPtrArray *rankings; /* RhumbRanking, one a score */
    GPtrArray *columns;  /* NULL-terminated; named by rank_table_new(), whose table borrows them */
} RankListing;

Table *rank_table_new (RankListing *listing, guint32 n, const guint32 *topics, guint32 topic);
void rank_listing_clear (RankListing *listing);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RankListing, rank_listing_clear)

G_END_DECLS
