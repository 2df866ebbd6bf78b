/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/graph.h"

G_BEGIN_DECLS

#define RHUMB_TYPE_EVIDENCE (rhumb_evidence_get_type ())

/**
 * RhumbEvidence:
 *
 * What a link, label or rank of the knowledge graph rests on: nodes with weights and reasons, most
 * telling first within each kind; immutable.
 *
 * Since: 0.2
 */
typedef struct _RhumbEvidence RhumbEvidence;

/**
 * RhumbEvidenceRow:
 * @kind: what the node has to do with it, e.g. "cites", "both cite", "about", "shared concept"
 * @node: node of the graph; %RHUMB_NONE = none
 * @weight: how much it tells; what it measures depends on @kind
 * @why: the reason in words
 *
 * One piece of evidence.
 *
 * Since: 0.2
 */
typedef struct {
    const char *kind;
    guint32 node;
    double weight;
    const char *why;
} RhumbEvidenceRow;

GType rhumb_evidence_get_type (void) G_GNUC_CONST;
RhumbEvidence *rhumb_evidence_ref (RhumbEvidence *evidence);
void rhumb_evidence_unref (RhumbEvidence *evidence);
guint rhumb_evidence_get_n_rows (const RhumbEvidence *evidence);
const RhumbEvidenceRow *rhumb_evidence_get_row (const RhumbEvidence *evidence, guint row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbEvidence, rhumb_evidence_unref)

/**
 * RhumbEvidenceBuilder:
 *
 * The way evidence is collected. Belongs to one thread.
 *
 * Since: 0.2
 */
typedef struct _RhumbEvidenceBuilder RhumbEvidenceBuilder;

RhumbEvidenceBuilder *rhumb_evidence_builder_new (void);
void rhumb_evidence_builder_free (RhumbEvidenceBuilder *builder);
void rhumb_evidence_builder_add (RhumbEvidenceBuilder *builder, const char *kind, guint32 node,
                                 double weight, const char *why);
RhumbEvidence *rhumb_evidence_builder_freeze (RhumbEvidenceBuilder *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbEvidenceBuilder, rhumb_evidence_builder_free)

G_END_DECLS
