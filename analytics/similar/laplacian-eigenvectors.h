/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"
#include "graph/vectors.h"

G_BEGIN_DECLS

#define RHUMB_LAPLACIAN_MAX_DIMENSIONS 256

/**
 * RhumbLaplacianOptions:
 * @n_dimensions: eigenvectors, 1 to %RHUMB_LAPLACIAN_MAX_DIMENSIONS
 * @tolerance: most length of what an eigenvector lacks, │Lx − λx│, above 0
 * @max_rounds: how often eigenvectors are improved at most
 * @seed: seed of the start
 *
 * How eigenvectors of a network are found.
 *
 * Since: 0.2
 */
typedef struct {
    guint n_dimensions;
    double tolerance;
    guint max_rounds;
    guint64 seed;
} RhumbLaplacianOptions;

#define RHUMB_LAPLACIAN_DEFAULTS                                           \
    {                                                                      \
        .n_dimensions = 8, .tolerance = 1e-7, .max_rounds = 300, .seed = 1 \
    }

RhumbVectors *rhumb_find_laplacian_eigenvectors (RhumbNetwork *network, const guint64 *key,
                                                 guint32 n_wanted,
                                                 const RhumbLaplacianOptions *options,
                                                 double *eigenvalue, GError **error);

G_END_DECLS
