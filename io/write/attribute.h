/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <gio/gio.h>

#include "graph/attributed-network.h"

G_BEGIN_DECLS

#define RHUMB_WRITE_BLOCK ((gsize)64 << 10)

char *rhumb_attribute_format (const RhumbAttributedNetwork *network, RhumbElement element,
                              gsize number, guint attribute);
char *rhumb_attribute_make_name (const char *name, const char *const *own);
gboolean rhumb_attribute_flush (GString *out, gsize at_least, GOutputStream *stream,
                                GError **error);

G_END_DECLS
