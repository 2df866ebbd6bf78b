/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"
#include "graph/vectors.h"

G_BEGIN_DECLS

#define RHUMB_FASTRP_MAX_DIMENSIONS 4096
#define RHUMB_FASTRP_MAX_STEPS 16

/**
 * RhumbFastrpOptions:
 * @n_dimensions: numbers in a row, 1 to %RHUMB_FASTRP_MAX_DIMENSIONS
 * @n_steps: how many weights there are, 1 to %RHUMB_FASTRP_MAX_STEPS
 * @step_weight: how much what is met after 1, 2 … steps counts, finite
 * @strength_power: the power of a node's strength by which its random row is multiplied; below 0
 *   hubs count less; -4 to 4
 * @sparsity: one in so many entries of a random row is not 0, at least 1; 0 = the square root of
 *   the number of nodes
 * @seed: seed
 *
 * How nodes are given vectors.
 *
 * Since: 0.2
 */
typedef struct {
    guint n_dimensions;
    guint n_steps;
    double step_weight[RHUMB_FASTRP_MAX_STEPS];
    double strength_power;
    double sparsity;
    guint64 seed;
} RhumbFastrpOptions;

#define RHUMB_FASTRP_DEFAULTS                                              \
    {                                                                      \
        .n_dimensions = 128, .n_steps = 4, .step_weight = {0, 0, 1, 6.67}, \
        .strength_power = -0.64, .sparsity = 3, .seed = 1                  \
    }

/**
 * RhumbFastrpFeatures:
 * @links: what each node has, a two-mode network from all nodes, weights as they count
 * @key: (array): for each feature a number that stands for it for good
 * @share: how much of a node's start is that of its features, 0 to 1
 *
 * What is known of nodes beside their links, words for example.
 *
 * Since: 0.2
 */
typedef struct {
    const RhumbNetwork *links;
    const guint64 *key;
    double share;
} RhumbFastrpFeatures;

RhumbVectors *rhumb_fastrp_with_features (const RhumbNetwork *network, const guint64 *key,
                                          guint32 n_wanted, const RhumbFastrpFeatures *features,
                                          const RhumbFastrpOptions *options, GError **error);
RhumbVectors *rhumb_fastrp (const RhumbNetwork *network, const guint64 *key, guint32 n_wanted,
                            const RhumbFastrpOptions *options, GError **error);

G_END_DECLS
