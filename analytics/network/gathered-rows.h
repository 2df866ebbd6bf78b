/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network-private.h"

G_BEGIN_DECLS

/* Which entries of a row are meant: all, or those that lead to smaller or to larger numbers. */
typedef enum {
    RHUMB_PIECE_WHOLE,
    RHUMB_PIECE_BEFORE,
    RHUMB_PIECE_BEHIND,
} RhumbPiecePart;

/* What other rows bring to rows @first_row and following: row r to row @first_row + r. */
typedef struct {
    RhumbRows rows;
    guint32 first_row;
    guint32 offset; /* added to its nodes */
    double factor;  /* that its weights are multiplied by */
    RhumbPiecePart part;
} RhumbRowPiece;

void rhumb_gather_rows (const RhumbRowPiece *pieces, guint n_pieces, guint32 n_rows,
                        RhumbOwnRows *result);

G_END_DECLS
