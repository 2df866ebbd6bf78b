/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/concepts.h"

G_BEGIN_DECLS

/* How one link is known, where its text does not tell. */
typedef struct {
    guint32 paper;
    guint32 concept;
    guint flags;
} RhumbConceptMark;

struct _RhumbConcepts {
    GStringChunk *strings;
    GPtrArray *lists;
    GArray *concepts;
    RhumbNetwork *about;
    RhumbNetwork *broader;
    GArray *marks; /* of RhumbConceptMark, ascending */
};

void rhumb_concepts_builder_link_all (RhumbConceptsBuilder *builder, guint32 concept,
                                      const guint32 *paper, const double *weight, guint32 n);
int rhumb_concept_marks_compare (gconstpointer a, gconstpointer b);

G_END_DECLS
