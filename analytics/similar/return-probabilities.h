/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"
#include "graph/vectors.h"

G_BEGIN_DECLS

#define RHUMB_RETURNS_MAX_STEPS 64
#define RHUMB_RETURNS_MAX_PROBES 4096

/**
 * RhumbReturnsOptions:
 * @n_steps: numbers in a row, 1 to %RHUMB_RETURNS_MAX_STEPS
 * @most_products: most multiplications that exact numbers may take
 * @n_probes: from how many random vectors they are estimated else, 1 to %RHUMB_RETURNS_MAX_PROBES
 * @seed: seed of these
 *
 * How return probabilities are found.
 *
 * Since: 0.2
 */
typedef struct {
    guint n_steps;
    guint64 most_products;
    guint n_probes;
    guint64 seed;
} RhumbReturnsOptions;

#define RHUMB_RETURNS_DEFAULTS                                                       \
    {                                                                                \
        .n_steps = 16, .most_products = (guint64)1 << 35, .n_probes = 256, .seed = 1 \
    }

gboolean rhumb_returns_are_exact (const RhumbNetwork *network, const RhumbReturnsOptions *options);
RhumbVectors *rhumb_find_returns (const RhumbNetwork *network, const guint64 *key, guint32 n_wanted,
                                  const RhumbReturnsOptions *options, GError **error);

G_END_DECLS
