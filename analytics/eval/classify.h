/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/eval/figure.h"
#include "graph/network.h"
#include "graph/vectors.h"

G_BEGIN_DECLS

/**
 * RhumbClassifyOptions:
 * @train_share: share of labelled nodes to learn from, above 0
 * @validation_share: share by which the penalty is chosen, 0 if it is given; with @train_share
 * below 1: the rest is tested
 * @penalty: C, how much nodes count beside the penalty of weights; 0 = the best of 0.01, 0.1, 1, 10
 *   and 100 on the share for that
 * @ties_constant: whether the constant of a label, too, is held near 0 by the penalty; then labels
 *   that few nodes have are not told so rarely
 * @n_repeats: how many splits, 1 to 1000
 * @n_samples: samples of an interval, 0 to 100000; 0 = none
 * @seed: seed
 *
 * How vectors are tried on labels.
 *
 * Since: 0.2
 */
typedef struct {
    double train_share;
    double validation_share;
    double penalty;
    gboolean ties_constant;
    guint n_repeats;
    guint n_samples;
    guint64 seed;
} RhumbClassifyOptions;

#define RHUMB_CLASSIFY_DEFAULTS                                                             \
    {                                                                                       \
        .train_share = 0.2, .validation_share = 0.2, .ties_constant = TRUE, .n_repeats = 5, \
        .n_samples = 200, .seed = 1                                                         \
    }

GArray *rhumb_classify (const RhumbVectors *vectors, const RhumbNetwork *labels, const guint64 *key,
                        const RhumbClassifyOptions *options, GError **error);

G_END_DECLS
