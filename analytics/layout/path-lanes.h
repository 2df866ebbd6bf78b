/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/corpus.h"
#include "graph/network.h"

G_BEGIN_DECLS

/* Private to layout: the papers of a path in rows, oldest first, and lanes. */
typedef struct {
    guint32 n_rows;
    guint32 *paper; /* of each row */
    guint32 *row;   /* of each paper; RHUMB_NONE = not on the path */
    guint32 *chain; /* of each row: papers of one chain follow each other in one lane */
    guint32 *lane;  /* of each chain */
    guint32 n_chains;
    guint32 n_lanes;
} RhumbPathLanes;

RhumbPathLanes *rhumb_path_lanes_new (const RhumbCorpus *corpus, const RhumbNetwork *path,
                                      const guint32 *papers, guint32 n_papers);
void rhumb_path_lanes_free (RhumbPathLanes *lanes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbPathLanes, rhumb_path_lanes_free)

G_END_DECLS
