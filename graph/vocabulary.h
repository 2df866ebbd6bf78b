/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"

G_BEGIN_DECLS

#define RHUMB_TYPE_VOCABULARY (rhumb_vocabulary_get_type ())

/**
 * RhumbVocabulary:
 *
 * A controlled vocabulary: concepts that others have named, with all their names and which is a
 * kind of which; immutable. Entries are numbered by id.
 *
 * Since: 0.2
 */
typedef struct _RhumbVocabulary RhumbVocabulary;

/**
 * RhumbVocabularyEntry:
 * @id: the id that the vocabulary gives it
 * @label: its preferred name
 * @alternatives: (array zero-terminated=1): its other names, ascending
 *
 * One concept of a vocabulary; borrowed from it.
 *
 * Since: 0.2
 */
typedef struct {
    const char *id;
    const char *label;
    const char *const *alternatives;
} RhumbVocabularyEntry;

GType rhumb_vocabulary_get_type (void) G_GNUC_CONST;
RhumbVocabulary *rhumb_vocabulary_ref (RhumbVocabulary *vocabulary);
void rhumb_vocabulary_unref (RhumbVocabulary *vocabulary);
guint32 rhumb_vocabulary_get_n_entries (const RhumbVocabulary *vocabulary);
const RhumbVocabularyEntry *rhumb_vocabulary_get_entry (const RhumbVocabulary *vocabulary,
                                                        guint32 entry);
guint32 rhumb_vocabulary_find (const RhumbVocabulary *vocabulary, const char *id);
RhumbNetwork *rhumb_vocabulary_get_broader (const RhumbVocabulary *vocabulary);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbVocabulary, rhumb_vocabulary_unref)

/**
 * RhumbVocabularyBuilder:
 *
 * The way a vocabulary grows: statements about ids, in any order. Belongs to one thread.
 *
 * Since: 0.2
 */
typedef struct _RhumbVocabularyBuilder RhumbVocabularyBuilder;

RhumbVocabularyBuilder *rhumb_vocabulary_builder_new (void);
void rhumb_vocabulary_builder_free (RhumbVocabularyBuilder *builder);
void rhumb_vocabulary_builder_set_label (RhumbVocabularyBuilder *builder, const char *id,
                                         const char *label, gboolean is_first_choice);
void rhumb_vocabulary_builder_add_alternative (RhumbVocabularyBuilder *builder, const char *id,
                                               const char *label);
void rhumb_vocabulary_builder_add_broader (RhumbVocabularyBuilder *builder, const char *id,
                                           const char *broader_id);
void rhumb_vocabulary_builder_unite (RhumbVocabularyBuilder *builder, const char *id,
                                     const char *other_id, gboolean is_other_preferred);
RhumbVocabulary *rhumb_vocabulary_builder_freeze (RhumbVocabularyBuilder *builder, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbVocabularyBuilder, rhumb_vocabulary_builder_free)

G_END_DECLS
