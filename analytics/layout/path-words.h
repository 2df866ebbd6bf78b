/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/path-lanes.h"

G_BEGIN_DECLS

/* Private to layout: what stands beside and above a path. */
char *rhumb_path_describe_paper (const RhumbCorpus *corpus, guint32 paper, const guint32 *n_citing);
char *rhumb_path_describe_page (const RhumbCorpus *corpus, const RhumbPathLanes *lanes,
                                const RhumbNetwork *path, gboolean has_citing);

G_END_DECLS
