/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"

G_BEGIN_DECLS

/**
 * RhumbFingerprints:
 *
 * For each node of a network where some random walks from it went, so that walks from anywhere can
 * be finished from them. Immutable.
 *
 * Since: 0.2
 */
typedef struct _RhumbFingerprints RhumbFingerprints;

/**
 * RhumbFingerprintOptions:
 * @damping: probability of following a link instead of ending, above 0 and below 1
 * @n_walks: walks from each node, 1 to 10000
 * @seed: seed
 *
 * How fingerprints are taken.
 *
 * Since: 0.2
 */
typedef struct {
    double damping;
    guint n_walks;
    guint64 seed;
} RhumbFingerprintOptions;

#define RHUMB_FINGERPRINT_DEFAULTS                 \
    {                                              \
        .damping = 0.85, .n_walks = 100, .seed = 1 \
    }

RhumbFingerprints *rhumb_fingerprints_new (const RhumbNetwork *network, const guint64 *key,
                                           const RhumbFingerprintOptions *options, GError **error);
void rhumb_fingerprints_free (RhumbFingerprints *fingerprints);
gsize rhumb_fingerprints_get_n_bytes (const RhumbFingerprints *fingerprints);
guint64 rhumb_fingerprints_hash (const RhumbFingerprints *fingerprints);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbFingerprints, rhumb_fingerprints_free)

G_END_DECLS
