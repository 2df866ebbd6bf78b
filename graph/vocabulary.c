/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A controlled vocabulary, such as a thesaurus of a field or the subject headings of a library:
 * what its concepts are called, and which is a kind of which.
 *
 * Entries are sorted by id, so their numbers do not depend on the order of a file.
 */
#include "graph/vocabulary-private.h"

#include <string.h>

#include "graph/corpus.h"

G_DEFINE_BOXED_TYPE (RhumbVocabulary, rhumb_vocabulary, rhumb_vocabulary_ref,
                     rhumb_vocabulary_unref)

/**
 * rhumb_vocabulary_ref:
 * @vocabulary: a vocabulary
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @vocabulary
 *
 * Since: 0.2
 */
RhumbVocabulary *
rhumb_vocabulary_ref (RhumbVocabulary *vocabulary)
{
    return g_atomic_rc_box_acquire (vocabulary);
}

static void
clear (gpointer data)
{
    RhumbVocabulary *vocabulary = data;
    g_clear_pointer (&vocabulary->broader, rhumb_network_unref);
    g_array_unref (vocabulary->entries);
    g_ptr_array_unref (vocabulary->lists);
    g_string_chunk_free (vocabulary->strings);
}

/**
 * rhumb_vocabulary_unref:
 * @vocabulary: (transfer full): a vocabulary
 *
 * Gives a reference back.
 *
 * Since: 0.2
 */
void
rhumb_vocabulary_unref (RhumbVocabulary *vocabulary)
{
    g_atomic_rc_box_release_full (vocabulary, clear);
}

/**
 * rhumb_vocabulary_get_n_entries:
 * @vocabulary: a vocabulary
 *
 * Gets the number of concepts.
 *
 * Returns: how many
 *
 * Since: 0.2
 */
guint32
rhumb_vocabulary_get_n_entries (const RhumbVocabulary *vocabulary)
{
    return vocabulary->entries->len;
}

/**
 * rhumb_vocabulary_get_entry:
 * @vocabulary: a vocabulary
 * @entry: number of a concept, below rhumb_vocabulary_get_n_entries()
 *
 * Gets a concept.
 *
 * Returns: (transfer none): the concept
 *
 * Since: 0.2
 */
const RhumbVocabularyEntry *
rhumb_vocabulary_get_entry (const RhumbVocabulary *vocabulary, guint32 entry)
{
    g_return_val_if_fail (entry < vocabulary->entries->len, NULL);
    return &g_array_index (vocabulary->entries, RhumbVocabularyEntry, entry);
}

/* Orders entries by id. */
int
rhumb_vocabulary_entries_compare (gconstpointer a, gconstpointer b)
{
    return strcmp (((const RhumbVocabularyEntry *)a)->id, ((const RhumbVocabularyEntry *)b)->id);
}

/**
 * rhumb_vocabulary_find:
 * @vocabulary: a vocabulary
 * @id: an id
 *
 * Finds a concept by its id. O(log entries).
 *
 * Returns: its number, %RHUMB_NONE if there is none
 *
 * Since: 0.2
 */
guint32
rhumb_vocabulary_find (const RhumbVocabulary *vocabulary, const char *id)
{
    const RhumbVocabularyEntry wanted = {id, NULL, NULL};
    guint at;
    return g_array_binary_search (vocabulary->entries, &wanted, rhumb_vocabulary_entries_compare,
                                  &at)
               ? at
               : RHUMB_NONE;
}

/**
 * rhumb_vocabulary_get_broader:
 * @vocabulary: a vocabulary
 *
 * Gets which concepts are kinds of which.
 *
 * Returns: (transfer none): a directed network concept → broader concept, without weights
 *
 * Since: 0.2
 */
RhumbNetwork *
rhumb_vocabulary_get_broader (const RhumbVocabulary *vocabulary)
{
    return vocabulary->broader;
}
