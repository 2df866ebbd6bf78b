/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/network/product.h"
#include "graph/derived-network.h"

G_BEGIN_DECLS

/**
 * RhumbDeriveOptions:
 * @product: how links are counted, normalised and chosen
 * @text_share: for the hybrid network: how much of a link the text decides, in [0, 1]; the rest is
 *   that of citations
 *
 * How a network is derived.
 *
 * Since: 0.2
 */
typedef struct {
    RhumbProductOptions product;
    double text_share;
} RhumbDeriveOptions;

#define RHUMB_DERIVE_DEFAULTS                                \
    {                                                        \
        .product = RHUMB_PRODUCT_DEFAULTS, .text_share = 0.5 \
    }

/**
 * RHUMB_DERIVE_MIN_CITED:
 *
 * How many papers must cite a work outside of the corpus before it is a node.
 *
 * Since: 0.2
 */
#define RHUMB_DERIVE_MIN_CITED 2

guint rhumb_derivation_get_n (void);
const char *rhumb_derivation_get_name (guint derivation);
const char *rhumb_derivation_get_summary (guint derivation);
RhumbDerivedNetwork *rhumb_derive_network (const RhumbGraph *graph, const char *name,
                                           const RhumbDeriveOptions *options,
                                           RhumbProductReport *report, GError **error);

G_END_DECLS
