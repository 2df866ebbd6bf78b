/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/ranking.h"
#include "graph/topics.h"

/* Topics made up for tests: papers that share concepts inside their topic and a few outside. */
typedef struct {
    guint32 n_papers;
    guint32 n_topics;
    guint32 n_concepts;  /* in each topic */
    gboolean are_alone;  /* each paper has concepts of its own only */
    const char *title;   /* of every paper; NULL = made up */
    const char *concept; /* begins every concept; NULL = made up */
    int n_years;         /* papers are of 2001, 2002, …, every tenth of none; 0 = all of 2020 */
} SampleShape;

typedef struct {
    RhumbTopics *topics;
    RhumbRanking *ranking;
} Sample;

void sample_make (Sample *sample, const SampleShape *shape);
void sample_clear (Sample *sample);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sample, sample_clear)
