/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RHUMB_TREE_DEPTH 4
#define RHUMB_TREE_LEAVES (1 << RHUMB_TREE_DEPTH)

/* A tree that asks the same question on all nodes of a level, so that its leaf is the number whose
 * binary digits are the answers: the first question's is the lowest. */
typedef struct {
    guint8 column[RHUMB_TREE_DEPTH];
    float threshold[RHUMB_TREE_DEPTH];
    float leaf[RHUMB_TREE_LEAVES];
} RhumbTree;

/* So many phrases are scored at a time. */
#define RHUMB_FOREST_BLOCK 16

/* A byte a phrase of a block. */
typedef guint8 RhumbForestRow[RHUMB_FOREST_BLOCK];

/* Trees made ready to score phrases in blocks; immutable. */
typedef struct _RhumbForest RhumbForest;

double rhumb_forest_score (const RhumbTree *tree, guint n_trees, const float *value);
RhumbForest *rhumb_forest_new (const RhumbTree *tree, guint n_trees);
void rhumb_forest_free (RhumbForest *forest);
guint rhumb_forest_get_n_trees (const RhumbForest *forest);
guint rhumb_forest_get_n_rows (const RhumbForest *forest);
void rhumb_forest_score_block (const RhumbForest *forest, const float (*value)[RHUMB_FOREST_BLOCK],
                               RhumbForestRow *room, double *sum);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbForest, rhumb_forest_free)

G_END_DECLS
