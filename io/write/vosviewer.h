/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/format.h"

G_BEGIN_DECLS

gboolean rhumb_vosviewer_write_network (const RhumbAttributedNetwork *network,
                                        GOutputStream *stream, GError **error);
extern const RhumbNetworkPart rhumb_vosviewer_network_parts[RHUMB_NETWORK_PARTS];

G_END_DECLS
