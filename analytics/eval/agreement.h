/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/partition.h"

G_BEGIN_DECLS

/**
 * RhumbAgreement:
 * @mutual_information: normalised mutual information 2 I(A, B) / (H(A) + H(B)), in [0, 1]; 1 for
 *   the same clusters
 * @adjusted_rand: adjusted Rand index, at most 1; 1 for the same clusters, 0 on average by chance
 * @variation: variation of information H(A) + H(B) − 2 I(A, B) in nats; 0 for the same clusters,
 *   at most ln n
 *
 * How far two partitions of the same nodes agree.
 *
 * Since: 0.2
 */
typedef struct {
    double mutual_information;
    double adjusted_rand;
    double variation;
} RhumbAgreement;

void rhumb_measure_agreement (const RhumbPartition *a, const RhumbPartition *b,
                              RhumbAgreement *agreement);

G_END_DECLS
