/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "cli/run.h"

G_BEGIN_DECLS

/* Of which papers related --each tells what is near: those that --id and --ids-from name, or all
 * if these are NULL. */
typedef struct {
    char **ids;
    char *file;
} EachOf;

gboolean each_answer_from_index (Run *run, RhumbLinkIndex *index, const EachOf *of, GError **error);
gboolean each_answer_from_graph (Run *run, const RhumbGraph *graph, const EachOf *of,
                                 const guint32 *named, guint n, const RhumbLikenessOptions *links,
                                 RhumbNodeKind kind, GError **error);

G_END_DECLS
