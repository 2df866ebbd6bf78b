/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "cli/run.h"

G_BEGIN_DECLS

/* What scores are computed from. */
typedef struct {
    Run *run;
    Results *results;    /* NULL = a network without papers */
    RhumbNetwork *cites; /* citing → cited */
    const int *year;     /* of each paper, 0 = unknown */
} RankSource;

/* One score that --by names. */
typedef struct {
    const char *name;
    guint kinds;         /* bit k: nodes of kind k have it */
    gboolean of_network; /* needs nothing but edges */
    gboolean needs_directions;
    gboolean needs_concepts; /* counts or follows what papers are about */
    RhumbRanking *(*compute) (const RankSource *source, GError **error);
} RankScore;

GPtrArray *rank_scores_parse (const char *by, RhumbNodeKind kind, GError **error);

G_END_DECLS
