/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/attributed-network.h"

G_BEGIN_DECLS

RhumbAttributeType rhumb_network_find_type (const char *name);
guint rhumb_network_get_column (RhumbAttributedNetwork *network, RhumbElement element,
                                const char *name, RhumbAttributeType type);
gboolean rhumb_network_set_value (RhumbAttributedNetwork *network, RhumbElement element,
                                  gsize number, guint column, const char *text);
gboolean rhumb_network_set_named (RhumbAttributedNetwork *network, RhumbElement element,
                                  gsize number, const char *name, RhumbAttributeType type,
                                  const char *text);

G_END_DECLS
