/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "cli/among.h"

G_BEGIN_DECLS

RhumbLinkIndex *index_open (Run *run);
guint32 index_find_paper (gpointer data, const char *name);
guint32 *index_find_papers (RhumbLinkIndex *index, char **ids, guint *n, GError **error);
gboolean index_check_papers (const Run *run, char **ids, GError **error);
gboolean index_answer_related (const Run *run, RhumbLinkIndex *index, char **ids,
                               const char *weights, Table **table, GError **error);
gboolean index_answer_similar (const Run *run, RhumbLinkIndex *index, char **ids,
                               gboolean by_vectors, const Among *among, Table **table,
                               GError **error);

G_END_DECLS
