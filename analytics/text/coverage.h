/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/generic.h"

G_BEGIN_DECLS

/* How a term stands at one place among the others. */
typedef enum {
    RHUMB_PLACE_FREE,   /* on its own */
    RHUMB_PLACE_NESTED, /* inside a longer term */
    RHUMB_PLACE_LOST,   /* across the border of a stronger term */
} RhumbPlace;

RhumbPlace rhumb_judge_place (const RhumbPaperSightings *paper, guint32 sighting,
                              const RhumbTermUse *use, const gboolean *is_live, guint32 *container);
void rhumb_drop_fragments (const RhumbPaperSightings *paper, guint32 n_papers, guint32 n_terms,
                           const RhumbTermUse *use, const RhumbTerms *terms, gboolean *is_live);

G_END_DECLS
