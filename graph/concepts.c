/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The concepts of a corpus: a numbered list and the two-mode network paper → concept that says
 * how much each paper is about each of them. Concepts are sorted by id when they are frozen, so
 * their numbers do not depend on the order in which they were found.
 */
#include "graph/concepts.h"

#include "graph/concepts-private.h"

G_DEFINE_BOXED_TYPE (RhumbConcepts, rhumb_concepts, rhumb_concepts_ref, rhumb_concepts_unref)

/**
 * rhumb_concepts_ref:
 * @concepts: concepts
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @concepts
 *
 * Since: 0.1
 */
RhumbConcepts *
rhumb_concepts_ref (RhumbConcepts *concepts)
{
    return g_atomic_rc_box_acquire (concepts);
}

static void
clear (gpointer data)
{
    RhumbConcepts *concepts = data;
    g_clear_pointer (&concepts->about, rhumb_network_unref);
    g_clear_pointer (&concepts->broader, rhumb_network_unref);
    g_array_unref (concepts->marks);
    g_array_unref (concepts->concepts);
    g_ptr_array_unref (concepts->lists);
    g_string_chunk_free (concepts->strings);
}

/**
 * rhumb_concepts_unref:
 * @concepts: (transfer full): concepts
 *
 * Gives a reference back.
 *
 * Since: 0.1
 */
void
rhumb_concepts_unref (RhumbConcepts *concepts)
{
    g_atomic_rc_box_release_full (concepts, clear);
}

/**
 * rhumb_concepts_get_n_concepts:
 * @concepts: concepts
 *
 * Gets the number of concepts.
 *
 * Returns: how many
 *
 * Since: 0.1
 */
guint32
rhumb_concepts_get_n_concepts (const RhumbConcepts *concepts)
{
    return concepts->concepts->len;
}

/**
 * rhumb_concepts_get_concept:
 * @concepts: concepts
 * @concept: number of a concept, below rhumb_concepts_get_n_concepts()
 *
 * Gets a concept.
 *
 * Returns: (transfer none): the concept
 *
 * Since: 0.1
 */
const RhumbConcept *
rhumb_concepts_get_concept (const RhumbConcepts *concepts, guint32 concept)
{
    g_return_val_if_fail (concept < concepts->concepts->len, NULL);
    return &g_array_index (concepts->concepts, RhumbConcept, concept);
}

/**
 * rhumb_concepts_get_about:
 * @concepts: concepts
 *
 * Gets which papers are about which concepts.
 *
 * Returns: (transfer none): a two-mode network papers → concepts, weights in (0, 1]
 *
 * Since: 0.1
 */
RhumbNetwork *
rhumb_concepts_get_about (const RhumbConcepts *concepts)
{
    return concepts->about;
}

/**
 * rhumb_concepts_get_broader:
 * @concepts: concepts
 *
 * Gets which concepts are kinds of which: "sparse mixture of experts" → "mixture of experts".
 *
 * Returns: (transfer none): a directed network concept → broader concept, without weights
 *
 * Since: 0.2
 */
RhumbNetwork *
rhumb_concepts_get_broader (const RhumbConcepts *concepts)
{
    return concepts->broader;
}

/**
 * rhumb_concepts_get_link:
 * @concepts: concepts
 * @paper: number of a paper
 * @concept: number of a concept
 *
 * Tells how it is known that a paper is about a concept. O(log marks).
 *
 * Returns: flags of #RhumbLinkFlags, 0 = from the text, or not linked at all
 *
 * Since: 0.2
 */
guint
rhumb_concepts_get_link (const RhumbConcepts *concepts, guint32 paper, guint32 concept)
{
    const RhumbConceptMark wanted = {paper, concept, 0};
    guint at;
    if (!g_array_binary_search (concepts->marks, &wanted, rhumb_concept_marks_compare, &at))
        return 0;
    return g_array_index (concepts->marks, RhumbConceptMark, at).flags;
}
