/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"

G_BEGIN_DECLS

guint64 input_read_number (const char *name, const char *text, guint64 least, guint64 most);
GArray *input_read_pairs (const char *path);
RhumbNetwork *input_read_citations (const char *path, RhumbNetworkMode mode, GError **error);

G_END_DECLS
