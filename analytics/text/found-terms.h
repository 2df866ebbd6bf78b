/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/acronym-table.h"
#include "analytics/text/readers.h"

G_BEGIN_DECLS

/* A term as one paper has it; strings in a worker's arena that is soon forgotten. */
typedef struct {
    const char *key;
    const char *surface; /* of a given keyword, else NULL */
    guint32 length;
    gboolean is_strong;
    gboolean is_phrase;
    gboolean ends_chunk; /* more than a word, and once no noun of its chunk follows */
    gboolean begins_with_degree;
    gboolean begins_with_opening; /* with a degree that few terms begin with */
    gboolean is_bound_here;       /* the title has it, and what follows hardly stands without it */
    gboolean begins_name;         /* its first words are those of a name: "Great Depression" */
    guint32 first_length;         /* bytes of the key that are of this word, 0 = there is none */
    gboolean is_bare_approach;
    gboolean is_own_name;
    gboolean is_passing_name; /* of people or places, not in the title */
    gboolean is_titled;
    gboolean is_heading; /* of a given keyword: its paper has subject headings that are marked */
} RhumbFoundTerm;

/* Where terms are looked for: in what a worker read last. */
typedef struct {
    RhumbWorker *worker;
    const RhumbAcronymTable *acronyms;
} RhumbTermFinder;

gboolean rhumb_find_phrase_term (const RhumbTermFinder *finder, const RhumbPhrases *phrases,
                                 guint32 rank, RhumbFoundTerm *found);
gboolean rhumb_find_keyword_term (const RhumbTermFinder *finder, const RhumbPaper *paper,
                                  const char *keyword, RhumbFoundTerm *found);

G_END_DECLS
