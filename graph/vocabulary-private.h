/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/vocabulary.h"

G_BEGIN_DECLS

struct _RhumbVocabulary {
    GStringChunk *strings;
    GPtrArray *lists;
    GArray *entries; /* of RhumbVocabularyEntry, ascending by id */
    RhumbNetwork *broader;
};

int rhumb_vocabulary_entries_compare (gconstpointer a, gconstpointer b);

G_END_DECLS
