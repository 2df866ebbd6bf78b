/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GHashTable *rhumb_citation_counts_new (void);
void rhumb_citation_counts_add (GHashTable *counts, const char *source, int n_cited,
                                const char *extra);
char *rhumb_citation_counts_put (GHashTable *counts, const char *extra);

G_END_DECLS
