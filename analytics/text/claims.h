/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/concept-table.h"

G_BEGIN_DECLS

/* That a paper is about a term, under one spelling, perhaps inside a sentence of its abstract;
 * flags as of RhumbLinkFlags. */
typedef struct {
    guint32 term;
    guint32 paper;
    double weight;
    const char *surface;
    guint flags;
    gboolean is_running;
} RhumbClaim;

GArray *rhumb_collect_claims (const RhumbTermTable *table, const RhumbVocabulary *vocabulary);
void rhumb_claims_sort (GArray *claims, guint32 n_terms);
int rhumb_claims_compare (gconstpointer a, gconstpointer b);

G_END_DECLS
