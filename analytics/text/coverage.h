/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/generic.h"

G_BEGIN_DECLS

void rhumb_judge_places (const RhumbPaperSightings *paper, guint32 n_papers,
                         const RhumbTermUse *use, const gboolean *is_live);
void rhumb_drop_fragments (const RhumbPaperSightings *paper, guint32 n_papers, guint32 n_terms,
                           const RhumbTermUse *use, const RhumbTerms *terms, gboolean *is_live);

G_END_DECLS
