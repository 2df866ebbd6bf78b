/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/coverage.h"
#include "graph/concepts.h"

G_BEGIN_DECLS

RhumbConcepts *rhumb_build_concepts (const RhumbPaperSightings *paper, guint32 n_papers,
                                     const RhumbVocabulary *vocabulary, const RhumbTermUse *use,
                                     const gboolean *is_live, const RhumbAcronymTable *acronyms,
                                     guint min_papers, GError **error);

G_END_DECLS
