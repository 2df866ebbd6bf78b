/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/vocabulary.h"
#include "io/scan/input.h"

G_BEGIN_DECLS

/* A form in which vocabularies are kept. @sniff: how surely the first bytes of a file are it, 0
 * (not) to 100. @read: adds what an input says to the builder. */
typedef struct {
    const char *name;
    guint (*sniff) (const char *head, gsize length);
    gboolean (*read) (RhumbInput *input, RhumbVocabularyBuilder *builder, GError **error);
} RhumbVocabularyFormat;

extern const RhumbVocabularyFormat rhumb_vocabulary_mesh;
extern const RhumbVocabularyFormat rhumb_vocabulary_rdf_xml;
extern const RhumbVocabularyFormat rhumb_vocabulary_table;
extern const RhumbVocabularyFormat rhumb_vocabulary_turtle;

const RhumbVocabularyFormat *const *rhumb_vocabulary_list_formats (void);
RhumbVocabulary *rhumb_vocabulary_read (RhumbInput *input, GError **error);

G_END_DECLS
