/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network-private.h"

G_BEGIN_DECLS

/* Private to words. */

/* A stem of a paper, and how often the paper has it. */
typedef struct {
    guint32 stem;
    guint32 count;
} RhumbStemCount;

/* The stems of all papers; borrowed. */
typedef struct {
    guint32 n_papers;
    const gsize *start; /* one more than papers: where the entries of each begin */
    const RhumbStemCount *entry;
    guint32 n_stems;
    const guint32 *n_having; /* of each stem: papers that have it */
    const double *factor;    /* likewise: what its weights are multiplied by */
    const guint32 *column;   /* likewise: its place among columns, RHUMB_NONE = it has none */
} RhumbStemCounts;

void rhumb_weigh_stems (const RhumbStemCounts *counts, RhumbOwnRows *rows);

G_END_DECLS
