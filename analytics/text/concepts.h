/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/concepts.h"
#include "graph/corpus.h"
#include "graph/vocabulary.h"

G_BEGIN_DECLS

/**
 * RhumbConceptOptions:
 * @density: 0 = few concepts a paper, as authors name them … 1 = many, as indexers do;
 *   %RHUMB_DENSITY_AUTOMATIC = what suits
 * @min_papers: leave out concepts of fewer papers, at least 1
 * @stopwords: (array zero-terminated=1) (nullable): terms that are no concepts, in any spelling
 * @thesaurus_from: (array zero-terminated=1) (nullable): terms to be replaced, in any spelling
 * @thesaurus_to: (array zero-terminated=1) (nullable): what replaces them, as many; an empty
 *   string drops the term
 * @vocabulary: (nullable): a controlled vocabulary whose entries are concepts wherever a name of
 *   theirs stands
 * @only_vocabulary: whether nothing else is a concept
 *
 * How concepts are found.
 *
 * Since: 0.1
 */
typedef struct {
    double density;
    guint min_papers;
    const char *const *stopwords;
    const char *const *thesaurus_from;
    const char *const *thesaurus_to;
    const RhumbVocabulary *vocabulary;
    gboolean only_vocabulary;
} RhumbConceptOptions;

#define RHUMB_DENSITY_AUTOMATIC (-1.0)

#define RHUMB_CONCEPT_DEFAULTS                              \
    {                                                       \
        .density = RHUMB_DENSITY_AUTOMATIC, .min_papers = 1 \
    }

gboolean rhumb_concept_options_check (const RhumbConceptOptions *options, GError **error);

RhumbConcepts *rhumb_extract_concepts (const RhumbCorpus *corpus,
                                       const RhumbConceptOptions *options, GError **error);

G_END_DECLS
