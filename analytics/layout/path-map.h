/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/map.h"

G_BEGIN_DECLS

RhumbMap *rhumb_draw_path (const RhumbCorpus *corpus, const RhumbNetwork *path,
                           const guint32 *papers, guint32 n_papers, const RhumbNetwork *cites,
                           const char *title, const char *provenance, GError **error);

G_END_DECLS
