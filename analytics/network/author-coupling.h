/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/network/product.h"

G_BEGIN_DECLS

/* Not installed: author-coupling is one of the networks of rhumb_derive_network(). */
RhumbNetwork *rhumb_couple_authors (const RhumbNetwork *wrote, const RhumbNetwork *works,
                                    const RhumbProductOptions *options, RhumbProductReport *report,
                                    GError **error);

G_END_DECLS
