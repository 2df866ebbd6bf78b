/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

/* How a synthetic citation graph is made; see citation-model.c. */
typedef struct {
    guint32 n_papers;
    double n_references; /* a paper, on average */
    guint64 seed;
    guint32 topic_size; /* papers of a topic, on average */
    gboolean shuffled;  /* numbers do not tell the order of time */
    double back_share;  /* arrows from older to later papers, as a share of the references */
} CitationModel;

#define CITATION_MODEL_DEFAULTS                                               \
    {                                                                         \
        .n_papers = 100000, .n_references = 10, .seed = 1, .topic_size = 1000 \
    }

/* Arrows grouped by the citing paper; the cited ones of a paper ascend. */
typedef struct {
    guint32 n_papers;
    guint64 n_edges;
    guint32 *citing;
    guint32 *cited;
    guint32 *topic; /* of each paper: what the graph was made from */
    guint32 n_topics;
    guint32 n_fields;
} Citations;

Citations *citations_new (const CitationModel *model);
void citations_free (Citations *citations);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Citations, citations_free)
