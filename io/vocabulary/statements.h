/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/vocabulary.h"

G_BEGIN_DECLS

/* One statement of RDF: "subject predicate object". */
typedef struct {
    const char *subject;   /* an IRI */
    const char *predicate; /* an IRI */
    const char *object;    /* an IRI or a text */
    gboolean is_text;
    const char *language; /* (nullable): of a text */
} RhumbStatement;

void rhumb_vocabulary_take_statement (RhumbVocabularyBuilder *builder,
                                      const RhumbStatement *statement);

G_END_DECLS
