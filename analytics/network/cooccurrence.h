/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"

G_BEGIN_DECLS

/**
 * RhumbCounting:
 * @RHUMB_COUNTING_FULL: every paper counts 1 for each pair of its items
 * @RHUMB_COUNTING_FRACTIONAL: a paper with n items counts 1 / (n − 1) for each pair
 *
 * How much a paper adds to a link.
 *
 * Since: 0.1
 */
typedef enum {
    RHUMB_COUNTING_FULL,
    RHUMB_COUNTING_FRACTIONAL,
} RhumbCounting;

RhumbNetwork *rhumb_count_cooccurrences (const RhumbNetwork *incidence, RhumbCounting counting,
                                         GError **error);

G_END_DECLS
