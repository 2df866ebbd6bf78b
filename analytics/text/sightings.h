/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/terms.h"

G_BEGIN_DECLS

#define RHUMB_PLACE_FREE G_MAXUINT32       /* inside none, on its own */
#define RHUMB_PLACE_LOST (G_MAXUINT32 - 1) /* across the border of a stronger term */

/* A term at one place of one paper: tokens start … end − 1, spelled as @surface, with the log
 * odds that the paper gives the phrase; whether a number or its unit stands before it,
 * whether it is inside a sentence of the abstract, and whether it is one word that no sign joins.
 */
typedef struct {
    guint32 term;
    guint32 start;
    guint32 end;
    guint32 inside; /* the longer term it lies in, as judged last (coverage.h), or one of these */
    double score;
    const char *surface;
    guint8 is_counted;
    guint8 is_running;
    guint8 is_single;
} RhumbSighting;

/* All terms seen in one paper, by place. */
typedef struct {
    RhumbSighting *sighting;
    guint32 n_sightings;
} RhumbPaperSightings;

RhumbPaperSightings *rhumb_find_sightings (RhumbReaders *readers, const RhumbCorpus *corpus,
                                           const RhumbAcronymTable *acronyms,
                                           const RhumbTerms *terms, const RhumbLabelIndex *index);

G_END_DECLS
