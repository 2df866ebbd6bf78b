/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "rhumb.h"

G_BEGIN_DECLS

/* What a corpus holds, counted once. */
typedef struct {
    guint64 records, lost, skipped, merged, outside_years;
    guint64 references, resolved, inside, short_papers;
    guint32 papers, concepts, people, venues;
    guint32 no_title, no_abstract, no_year, no_authors, no_venue, no_references, no_doi;
    int first_year, last_year;
    GHashTable *languages; /* name -> papers */
    GHashTable *types;
    GHashTable *merged_by; /* what duplicates share: "doi", "title", … -> records */
} Counts;

Counts describe_count (const RhumbGraph *graph);
void describe_clear (Counts *counts);
char *describe_as_text (const RhumbCorpus *corpus, const Counts *counts);
char *describe_as_json (const RhumbCorpus *corpus, const Counts *counts);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Counts, describe_clear)

G_END_DECLS
