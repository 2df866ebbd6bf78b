/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/sightings.h"

G_BEGIN_DECLS

/* What the papers of a corpus say of one term. */
typedef struct {
    guint32 n_papers;
    double mean;        /* log odds, averaged over its papers */
    double best;        /* log odds in the paper that it fits best */
    gboolean is_single; /* it is always one word */
    guint32 n_places;
    guint32 n_counted; /* places behind a number */
} RhumbTermUse;

RhumbTermUse *rhumb_count_term_uses (const RhumbPaperSightings *paper, guint32 n_papers,
                                     guint32 n_terms);
gsize rhumb_cut_general_head (const char *key);
gboolean rhumb_is_empty_check_tag (const char *keyword, gsize length);
gboolean rhumb_names_nothing (const RhumbClosedClass *closed, const char *label);
gboolean rhumb_is_generic (const RhumbTerm *term, const RhumbTermUse *use, const char *key,
                           guint32 n_papers, const RhumbModel *model,
                           const RhumbClosedClass *closed, RhumbStems *stems);

G_END_DECLS
