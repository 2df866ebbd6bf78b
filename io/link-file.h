/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/link-index.h"

G_BEGIN_DECLS

gboolean rhumb_library_get_checksum (const char *library, guint64 *checksum, GError **error);
gboolean rhumb_library_save_index (const char *library, GBytes *index, GError **error);
RhumbLinkIndex *rhumb_library_open_index (const char *library, GError **error);

G_END_DECLS
