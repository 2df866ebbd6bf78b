/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/scores.h"

G_BEGIN_DECLS

/* Candidates of one text that wait for the trees of one style. */
typedef struct {
    const RhumbStyle *style;
    const RhumbRivals *rivals;
    RhumbCandidate *candidate; /* all of the text */
    double share;              /* of what the trees say in a candidate's score */
    RhumbForestRow *room;
    const float *row[RHUMB_FOREST_BLOCK]; /* features of those that wait */
    float own[RHUMB_FOREST_BLOCK][RHUMB_N_FEATURES];
    guint32 waiting[RHUMB_FOREST_BLOCK];
    guint n;
    /* begins a line of memory, or what reads sixteen at once reads two of them */
    _Alignas(64) float value[RHUMB_N_COLUMNS][RHUMB_FOREST_BLOCK];
} RhumbTreeQueue;

void rhumb_round_features (const double *feature, float *rounded);
void rhumb_tree_queue_init (RhumbTreeQueue *queue, const RhumbStyle *style,
                            const RhumbRivals *rivals, RhumbCandidate *candidate, double share,
                            RhumbArena *arena);
float *rhumb_tree_queue_get_room (RhumbTreeQueue *queue);
void rhumb_tree_queue_add (RhumbTreeQueue *queue, guint32 candidate, const float *feature);
void rhumb_tree_queue_ask (RhumbTreeQueue *queue);

G_END_DECLS
