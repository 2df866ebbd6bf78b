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
 * @id: "concept:" and the folded label, or the id that a vocabulary gives it
 * @label: the commonest surface form
 * @acronym: (nullable): the short form, if papers define one
 * @variants: (array zero-terminated=1): all surface forms folded into this concept, ascending
 * @n_papers: papers about it
 * @score: sum of its weights over its papers
 * @n_given: papers to which a source gave it as a keyword
 * @n_inferred: papers that name only concepts below it
 * @is_from_vocabulary: whether a vocabulary of the user has it; @id is then the vocabulary's
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
    guint32 n_given;
    guint32 n_inferred;
    gboolean is_from_vocabulary;
} RhumbConcept;

/**
 * RhumbLinkFlags:
 * @RHUMB_LINK_GIVEN: a source gave the concept to the paper as a keyword
 * @RHUMB_LINK_INFERRED: the paper names only concepts below this one
 *
 * How it is known that a paper is about a concept; none of them: its text names it.
 *
 * Since: 0.2
 */
typedef enum {
    RHUMB_LINK_GIVEN = 1 << 0,
    RHUMB_LINK_INFERRED = 1 << 1,
} RhumbLinkFlags;

GType rhumb_concepts_get_type (void) G_GNUC_CONST;
RhumbConcepts *rhumb_concepts_ref (RhumbConcepts *concepts);
void rhumb_concepts_unref (RhumbConcepts *concepts);
guint32 rhumb_concepts_get_n_concepts (const RhumbConcepts *concepts);
const RhumbConcept *rhumb_concepts_get_concept (const RhumbConcepts *concepts, guint32 concept);
RhumbNetwork *rhumb_concepts_get_about (const RhumbConcepts *concepts);
RhumbNetwork *rhumb_concepts_get_broader (const RhumbConcepts *concepts);
guint rhumb_concepts_get_link (const RhumbConcepts *concepts, guint32 paper, guint32 concept);

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
void rhumb_concepts_builder_set_id (RhumbConceptsBuilder *builder, guint32 concept, const char *id);
void rhumb_concepts_builder_mark (RhumbConceptsBuilder *builder, guint32 paper, guint32 concept,
                                  guint flags);
void rhumb_concepts_builder_add_broader (RhumbConceptsBuilder *builder, guint32 narrower,
                                         guint32 broader);
RhumbConcepts *rhumb_concepts_builder_freeze (RhumbConceptsBuilder *builder, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbConceptsBuilder, rhumb_concepts_builder_free)

G_END_DECLS
