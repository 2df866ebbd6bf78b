/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/eval/figure.h"
#include "graph/corpus.h"
#include "graph/network.h"
#include "graph/vectors.h"

G_BEGIN_DECLS

/**
 * RhumbReferenceTestOptions:
 * @until: last year that is known; later papers ask
 * @n_questions: most papers that ask, at least 1
 * @n_samples: samples of an interval; 0 = none
 * @seed: seed
 *
 * How guesses of references are tried.
 *
 * Since: 0.2
 */
typedef struct {
    int until;
    guint n_questions;
    guint n_samples;
    guint64 seed;
} RhumbReferenceTestOptions;

gboolean *rhumb_list_later_papers (const RhumbCorpus *corpus, int until);
GArray *rhumb_test_references (const RhumbCorpus *corpus, const RhumbNetwork *cites,
                               RhumbNetwork *known, const RhumbVectors *vectors,
                               const RhumbReferenceTestOptions *options, GError **error);

G_END_DECLS
