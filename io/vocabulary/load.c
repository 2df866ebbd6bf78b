/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Controlled vocabularies from files: SKOS and other RDF as Turtle, N-Triples or RDF/XML, tables
 * (our own columns, the Computer Science Ontology's triples, OpenAlex's topics), and the Medical
 * Subject Headings in ASCII. The form is told by content; .gz and .zst are read through.
 */
#include "io/vocabulary/vocabulary.h"

#include "graph/error.h"
#include "io/vocabulary/readers.h"

/* The forms, NULL at the end. */
const RhumbVocabularyFormat *const *
rhumb_vocabulary_list_formats (void)
{
    static const RhumbVocabularyFormat *const formats[] = {
        &rhumb_vocabulary_mesh, &rhumb_vocabulary_rdf_xml, &rhumb_vocabulary_table,
        &rhumb_vocabulary_turtle, NULL};
    return formats;
}

static const RhumbVocabularyFormat *
tell_format (RhumbInput *input)
{
    gsize length;
    const char *head = rhumb_input_get_head (input, &length);
    const RhumbVocabularyFormat *best = NULL;
    guint best_score = 0;
    for (const RhumbVocabularyFormat *const *f = rhumb_vocabulary_list_formats (); *f; f++) {
        const guint score = (*f)->sniff (head, length);
        if (score > best_score) {
            best_score = score;
            best = *f;
        }
    }
    return best;
}

/* Reads a vocabulary of any form. NULL with an error that names the file and the line. */
RhumbVocabulary *
rhumb_vocabulary_read (RhumbInput *input, GError **error)
{
    const RhumbVocabularyFormat *format = tell_format (input);
    if (format == NULL) {
        rhumb_input_set_error (input, error, RHUMB_ERROR_FORMAT, 1,
                               "SKOS (Turtle, N-Triples, RDF/XML), a table with a column “label”, "
                               "triples of the CSO, topics of OpenAlex or MeSH in ASCII",
                               "no vocabulary");
        return NULL;
    }
    g_autoptr (RhumbVocabularyBuilder) builder = rhumb_vocabulary_builder_new ();
    if (!format->read (input, builder, error))
        return NULL;
    g_autoptr (RhumbVocabulary) vocabulary = rhumb_vocabulary_builder_freeze (builder, error);
    if (vocabulary == NULL)
        return NULL;
    if (rhumb_vocabulary_get_n_entries (vocabulary) == 0) {
        rhumb_input_set_error (input, error, RHUMB_ERROR_FORMAT, 1, "at least one label",
                               "a vocabulary without a concept");
        return NULL;
    }
    return g_steal_pointer (&vocabulary);
}

/**
 * rhumb_vocabulary_load:
 * @path: a file
 * @error: return location for an error
 *
 * Reads a controlled vocabulary: SKOS as Turtle, N-Triples or RDF/XML; a table with the columns
 * id, label, alternatives and broader (several parted by |); the triples of the CSO; the topics of
 * OpenAlex; MeSH in ASCII. Told by content.
 *
 * Returns: (transfer full): the vocabulary, with at least one concept; or %NULL with a
 *   #GFileError or %RHUMB_ERROR_FORMAT "file:line: found, expected"
 *
 * Since: 0.2
 */
RhumbVocabulary *
rhumb_vocabulary_load (const char *path, GError **error)
{
    g_autoptr (RhumbInput) input = rhumb_input_open (path, 0, error);
    return input != NULL ? rhumb_vocabulary_read (input, error) : NULL;
}
