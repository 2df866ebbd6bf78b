/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The concepts of a corpus: a numbered list and the two-mode network paper → concept that says
 * how much each paper is about each of them. Concepts are sorted by id when they are frozen, so
 * their numbers do not depend on the order in which they were found.
 */
#include "graph/concepts.h"

#include <string.h>

#include "graph/text.h"

struct _RhumbConcepts {
    GStringChunk *strings;
    GPtrArray *lists;
    GArray *concepts;
    RhumbNetwork *about;
};

struct _RhumbConceptsBuilder {
    RhumbConcepts *concepts;
    guint32 n_papers;
    GArray *papers;
    GArray *links;
    GArray *weights;
};

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
 * rhumb_concepts_builder_new:
 * @n_papers: number of papers of the corpus
 *
 * Makes a builder without concepts.
 *
 * Returns: (transfer full): a builder
 *
 * Since: 0.1
 */
RhumbConceptsBuilder *
rhumb_concepts_builder_new (guint32 n_papers)
{
    RhumbConceptsBuilder *builder = g_new0 (RhumbConceptsBuilder, 1);
    builder->n_papers = n_papers;
    builder->concepts = g_atomic_rc_box_new0 (RhumbConcepts);
    builder->concepts->strings = g_string_chunk_new (1 << 14);
    builder->concepts->lists = g_ptr_array_new_with_free_func (g_free);
    builder->concepts->concepts = g_array_new (FALSE, TRUE, sizeof (RhumbConcept));
    builder->papers = g_array_new (FALSE, FALSE, sizeof (guint32));
    builder->links = g_array_new (FALSE, FALSE, sizeof (guint32));
    builder->weights = g_array_new (FALSE, FALSE, sizeof (double));
    return builder;
}

/**
 * rhumb_concepts_builder_free:
 * @builder: (transfer full): a builder
 *
 * Frees a builder, frozen or not.
 *
 * Since: 0.1
 */
void
rhumb_concepts_builder_free (RhumbConceptsBuilder *builder)
{
    g_clear_pointer (&builder->concepts, rhumb_concepts_unref);
    g_array_unref (builder->papers);
    g_array_unref (builder->links);
    g_array_unref (builder->weights);
    g_free (builder);
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
    return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static const char *const *
copy_variants (RhumbConcepts *concepts, const char *const *variants)
{
    GPtrArray *list = g_ptr_array_new ();
    for (guint i = 0; variants != NULL && variants[i] != NULL; i++)
        g_ptr_array_add (list, g_string_chunk_insert_const (concepts->strings, variants[i]));
    g_ptr_array_sort (list, compare_strings);
    g_ptr_array_add (list, NULL);
    gpointer *copy = g_ptr_array_free (list, FALSE);
    g_ptr_array_add (concepts->lists, copy);
    return (const char *const *)copy;
}

/**
 * rhumb_concepts_builder_add:
 * @builder: a builder
 * @label: its label, not empty; no two concepts may have labels that differ only in case, marks
 *   or punctuation
 * @acronym: (nullable): its short form
 * @variants: (array zero-terminated=1) (nullable): its surface forms
 *
 * Adds a concept.
 *
 * Returns: a number for rhumb_concepts_builder_link(); freezing numbers concepts anew
 *
 * Since: 0.1
 */
guint32
rhumb_concepts_builder_add (RhumbConceptsBuilder *builder, const char *label, const char *acronym,
                            const char *const *variants)
{
    g_return_val_if_fail (label != NULL && *label != '\0', G_MAXUINT32);
    RhumbConcepts *concepts = builder->concepts;
    g_autofree char *key = rhumb_text_title_key (label);
    g_autofree char *id = g_strconcat ("concept:", *key != '\0' ? key : label, NULL);
    const RhumbConcept concept = {
        .id = g_string_chunk_insert (concepts->strings, id),
        .label = g_string_chunk_insert (concepts->strings, label),
        .acronym = acronym != NULL ? g_string_chunk_insert (concepts->strings, acronym) : NULL,
        .variants = copy_variants (concepts, variants),
    };
    g_array_append_val (concepts->concepts, concept);
    return concepts->concepts->len - 1;
}

/**
 * rhumb_concepts_builder_link:
 * @builder: a builder
 * @paper: number of a paper
 * @concept: what rhumb_concepts_builder_add() gave
 * @weight: how much the paper is about it, in (0, 1]; once a pair
 *
 * Says that a paper is about a concept.
 *
 * Since: 0.1
 */
void
rhumb_concepts_builder_link (RhumbConceptsBuilder *builder, guint32 paper, guint32 concept,
                             double weight)
{
    g_return_if_fail (weight > 0 && weight <= 1);
    g_array_append_val (builder->papers, paper);
    g_array_append_val (builder->links, concept);
    g_array_append_val (builder->weights, weight);
}

static int
compare_concepts (gconstpointer a, gconstpointer b, gpointer user_data)
{
    const RhumbConcept *concepts = user_data;
    const guint32 first = *(const guint32 *)a;
    const guint32 second = *(const guint32 *)b;
    const int order = strcmp (concepts[first].id, concepts[second].id);
    return order != 0 ? order : strcmp (concepts[first].label, concepts[second].label);
}

/* Sorts concepts by id; @links are renumbered to follow. */
static void
sort_concepts (RhumbConceptsBuilder *builder)
{
    GArray *concepts = builder->concepts->concepts;
    g_autofree guint32 *order = g_new (guint32, concepts->len);
    for (guint32 i = 0; i < concepts->len; i++)
        order[i] = i;
    g_qsort_with_data (order, (int)concepts->len, sizeof (guint32), compare_concepts,
                       concepts->data);
    g_autofree guint32 *place = g_new (guint32, concepts->len);
    GArray *sorted = g_array_sized_new (FALSE, TRUE, sizeof (RhumbConcept), concepts->len);
    for (guint32 i = 0; i < concepts->len; i++) {
        place[order[i]] = i;
        g_array_append_val (sorted, g_array_index (concepts, RhumbConcept, order[i]));
    }
    g_array_unref (concepts);
    builder->concepts->concepts = sorted;
    for (guint i = 0; i < builder->links->len; i++) {
        guint32 *link = &g_array_index (builder->links, guint32, i);
        if (*link < sorted->len) /* others are refused when the network is built */
            *link = place[*link];
    }
}

/**
 * rhumb_concepts_builder_freeze:
 * @builder: a builder; it can only be freed after this
 * @error: return location for an error
 *
 * Sorts concepts by id, counts their papers and sums their weights.
 *
 * Returns: (transfer full): concepts, or %NULL with %RHUMB_ERROR_INVALID if a link names a paper
 *   or concept that does not exist
 *
 * Since: 0.1
 */
RhumbConcepts *
rhumb_concepts_builder_freeze (RhumbConceptsBuilder *builder, GError **error)
{
    g_return_val_if_fail (builder->concepts != NULL, NULL);
    sort_concepts (builder);
    RhumbConcepts *concepts = builder->concepts;
    concepts->about = rhumb_network_new (
        RHUMB_NETWORK_TWO_MODE, builder->n_papers, concepts->concepts->len,
        (const guint32 *)(gpointer)builder->papers->data,
        (const guint32 *)(gpointer)builder->links->data,
        (const double *)(gpointer)builder->weights->data, builder->links->len, error);
    if (concepts->about == NULL)
        return NULL;
    const RhumbRows rows = rhumb_network_get_in_rows (concepts->about);
    for (guint32 c = 0; c < rows.n_rows; c++) {
        RhumbConcept *concept = &g_array_index (concepts->concepts, RhumbConcept, c);
        concept->n_papers = (guint32)(rows.start[c + 1] - rows.start[c]);
        for (gsize i = rows.start[c]; i < rows.start[c + 1]; i++)
        concept->score += rows.weight[i];
    }
    return g_steal_pointer (&builder->concepts);
}
