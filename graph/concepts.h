/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"

G_BEGIN_DECLS

#define RHUMB_TYPE_CONCEPTS (rhumb_concepts_get_type ())

/**
 * RhumbConcepts:
 *
 * The concepts of a corpus and which papers are about them, immutable.
 *
 * Concepts are numbered by id.
 *
 * Since: 0.1
 */
typedef struct _RhumbConcepts RhumbConcepts;

/**
 * RhumbConcept:
 * @id: "concept:" and the folded label
 * @label: the commonest surface form
 * @acronym: (nullable): the short form, if papers define one
 * @variants: (array zero-terminated=1): all surface forms folded into this concept, ascending
 * @n_papers: papers about it
 * @score: sum of its weights over its papers
 *
 * One topic or term; borrowed from its #RhumbConcepts.
 *
 * Since: 0.1
 */
typedef struct {
    const char *id;
    const char *label;
    const char *acronym;
    const char *const *variants;
    guint32 n_papers;
    double score;
} RhumbConcept;

GType rhumb_concepts_get_type (void) G_GNUC_CONST;
RhumbConcepts *rhumb_concepts_ref (RhumbConcepts *concepts);
void rhumb_concepts_unref (RhumbConcepts *concepts);
guint32 rhumb_concepts_get_n_concepts (const RhumbConcepts *concepts);
const RhumbConcept *rhumb_concepts_get_concept (const RhumbConcepts *concepts, guint32 concept);
RhumbNetwork *rhumb_concepts_get_about (const RhumbConcepts *concepts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbConcepts, rhumb_concepts_unref)

/**
 * RhumbConceptsBuilder:
 *
 * The way concepts are collected before they are frozen. Belongs to one thread.
 *
 * Since: 0.1
 */
typedef struct _RhumbConceptsBuilder RhumbConceptsBuilder;

RhumbConceptsBuilder *rhumb_concepts_builder_new (guint32 n_papers);
void rhumb_concepts_builder_free (RhumbConceptsBuilder *builder);
guint32 rhumb_concepts_builder_add (RhumbConceptsBuilder *builder, const char *label,
                                    const char *acronym, const char *const *variants);
void rhumb_concepts_builder_link (RhumbConceptsBuilder *builder, guint32 paper, guint32 concept,
                                  double weight);
RhumbConcepts *rhumb_concepts_builder_freeze (RhumbConceptsBuilder *builder, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbConceptsBuilder, rhumb_concepts_builder_free)

G_END_DECLS
