/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/network/product.h"

G_BEGIN_DECLS

RhumbNetwork *rhumb_count_cooccurrences (const RhumbNetwork *incidence, RhumbCounting counting,
                                         GError **error);

G_END_DECLS
