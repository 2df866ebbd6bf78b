/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/graph.h"

G_BEGIN_DECLS

gboolean choice_find (const char *option, const char *value, const char *const *names,
                      guint *choice, GError **error);
gboolean choice_find_kind (const char *value, RhumbNodeKind *kind, GError **error);
gboolean choice_check_number (const char *option, gint64 value, gint64 least, gint64 most,
                              GError **error);
gboolean choice_check_least (const char *option, gint64 value, gint64 least, GError **error);
gboolean choice_check_real (const char *option, double value, double least, double most,
                            GError **error);
char *choice_list (const char *const *names);

G_END_DECLS
