/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"

G_BEGIN_DECLS

gboolean rhumb_network_load_pairs (const char *path, guint64 max_bytes, guint n_threads,
                                   RhumbNetwork **network, guint64 **number, GError **error);

G_END_DECLS
