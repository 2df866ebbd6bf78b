/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/concepts.h"

G_BEGIN_DECLS

/**
 * RhumbKeyphrase:
 * @label: how it is shown: as the concept, else as the paper spells it; a word for any means that
 *   the paper adds to the concept is kept ("dynamic programming algorithm")
 * @score: in (0, 1], estimated probability that it is a keyphrase of the paper; 1 = the source
 *   gave it as a keyword
 * @concept: number of the concept of the corpus that it is, or %RHUMB_NONE
 *
 * What a paper is about, in a word or a few; borrowed from its #RhumbKeyphrases.
 *
 * Since: 0.2
 */
typedef struct {
    const char *label;
    double score;
    guint32 concept;
} RhumbKeyphrase;

/**
 * RhumbKeyphrases:
 *
 * The keyphrases of each paper of a corpus, best first; immutable.
 *
 * Since: 0.2
 */
typedef struct _RhumbKeyphrases RhumbKeyphrases;

#define RHUMB_MOST_KEYPHRASES 15

RhumbKeyphrases *rhumb_rank_keyphrases (const RhumbCorpus *corpus, const RhumbConcepts *concepts,
                                        const RhumbConceptOptions *options, GError **error);
void rhumb_keyphrases_free (RhumbKeyphrases *keyphrases);
const RhumbKeyphrase *rhumb_keyphrases_get (const RhumbKeyphrases *keyphrases, guint32 paper,
                                            guint32 *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbKeyphrases, rhumb_keyphrases_free)

G_END_DECLS
