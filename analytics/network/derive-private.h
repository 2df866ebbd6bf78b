/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/network/derive.h"

G_BEGIN_DECLS

gboolean rhumb_derivation_needs_concepts (const char *name);
gboolean rhumb_derivation_check (const char *name, const RhumbDeriveOptions *options,
                                 GError **error);

G_END_DECLS
