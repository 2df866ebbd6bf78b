/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Concepts, and who names whose system, from the index of a library, for every verb that needs
 * them: the same that the texts give, without reading them. Only an index of the state in which the
 * library was read is asked, and only for concepts that no option changes.
 */
#include "cli/index-concepts.h"

#include "io/library.h"
#include "io/link-file.h"

/* Whether all papers of one library are read, and nothing else. */
gboolean
index_covers_papers (const Run *run)
{
    return run->inputs[0] != NULL && run->inputs[1] == NULL && run->from_year == 0 &&
           run->to_year == 0 && !run->strict && !run->separate_versions && !run->reverse_edges &&
           run->max_bytes == 0 && rhumb_library_is (run->inputs[0]);
}

/* Whether concepts are found as rhumb index finds them. */
gboolean
index_covers_concepts (const Run *run)
{
    return run->stopwords == NULL && run->thesaurus == NULL && run->vocabulary_file == NULL &&
           !run->only_vocabulary && run->min_papers == 1 && run->density == RHUMB_DENSITY_AUTOMATIC;
}

/* Says once why an index is not used: one of another state of the library, or damaged. That there
 * is none is no news. */
void
index_tell_unused (Run *run, const GError *error)
{
    if (error == NULL || run->quiet || run->index_is_told ||
        g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return;
    fprintf (stderr, "rhumb %s: %s; not used: rhumb index %s makes it anew\n", run->command->name,
             error->message, run->inputs[0]);
    run->index_is_told = TRUE;
}

/* Why no index is asked for concepts; NULL if one is, or no library is read that could have one. */
static const char *
find_obstacle (const Run *run, const Results *results)
{
    if (run->without_index || run->inputs[0] == NULL || !rhumb_library_is (run->inputs[0]))
        return NULL;
    return run->inputs[1] != NULL         ? "several files are read"
           : !results->is_library         ? "options change which papers are read"
           : !index_covers_concepts (run) ? "options change concepts"
                                          : NULL;
}

/* Remembers the state of the library before it is read. */
void
index_note_state (const Run *run, Results *results)
{
    results->is_library =
        index_covers_papers (run) && !run->without_index &&
        rhumb_library_get_checksum (run->inputs[0], &results->library_state, NULL);
}

/* The index of what was read; NULL, with an error if there is one that ought to be. */
static RhumbLinkIndex *
open_index (const Run *run, const Results *results, GError **error)
{
    if (!results->is_library)
        return NULL;
    g_autoptr (RhumbLinkIndex) index = rhumb_library_open_index (run->inputs[0], error);
    if (index == NULL ||
        (rhumb_link_index_get_checksum (index) == results->library_state &&
         rhumb_link_index_get_n_papers (index) == rhumb_corpus_get_n_papers (results->corpus)))
        return g_steal_pointer (&index);
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_NOT_FOUND,
                 "%s.index: of another state than the library had when it was read",
                 run->inputs[0]);
    return NULL;
}

/* NULL if they have to be found. */
RhumbConcepts *
index_take_concepts (Run *run, const Results *results)
{
    g_autoptr (GError) error = NULL;
    const char *obstacle = find_obstacle (run, results);
    if (obstacle != NULL) {
        run_say (run, "no index is asked for concepts: %s", obstacle);
        return NULL;
    }
    g_autoptr (RhumbLinkIndex) index = open_index (run, results, &error);
    RhumbConcepts *concepts = index != NULL ? rhumb_link_index_read_concepts (index, &error) : NULL;
    index_tell_unused (run, error);
    if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        run_say (run, "no index is asked for concepts: %s has none", run->inputs[0]);
    return concepts;
}

/* NULL if they have to be found. What is wrong with the index was told with the concepts. */
RhumbNetwork *
index_take_mentions (const Run *run, const Results *results)
{
    g_autoptr (RhumbLinkIndex) index = open_index (run, results, NULL);
    return index != NULL ? rhumb_link_index_read_mentions (index, NULL) : NULL;
}
