/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How concepts are collected: added with their labels, linked with papers and with one another,
 * then frozen, which sorts them by id and counts. Cost: linear but for the sort.
 */
#include "graph/concepts-private.h"

#include <string.h>

#include "graph/text.h"

struct _RhumbConceptsBuilder {
    RhumbConcepts *concepts;
    guint32 n_papers;
    GArray *papers;
    GArray *links;
    GArray *weights;
    GArray *narrower;
    GArray *broader;
};

/* Orders marks by paper, then concept. */
int
rhumb_concept_marks_compare (gconstpointer a, gconstpointer b)
{
    const RhumbConceptMark *x = a;
    const RhumbConceptMark *y = b;
    if (x->paper != y->paper)
        return x->paper < y->paper ? -1 : 1;
    return (x->concept > y->concept) - (x->concept < y->concept);
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
    builder->concepts->marks = g_array_new (FALSE, FALSE, sizeof (RhumbConceptMark));
    builder->narrower = g_array_new (FALSE, FALSE, sizeof (guint32));
    builder->broader = g_array_new (FALSE, FALSE, sizeof (guint32));
    builder->papers = g_array_new (FALSE, FALSE, sizeof (guint32));
    builder->links = g_array_new (FALSE, FALSE, sizeof (guint32));
    builder->weights = g_array_new (FALSE, FALSE, sizeof (double));
    return builder;
}

/**
 * rhumb_concepts_builder_free:
 * @builder: (transfer full) (nullable): a builder
 *
 * Frees a builder, frozen or not.
 *
 * Since: 0.1
 */
void
rhumb_concepts_builder_free (RhumbConceptsBuilder *builder)
{
    if (builder == NULL)
        return;
    g_clear_pointer (&builder->concepts, rhumb_concepts_unref);
    g_array_unref (builder->narrower);
    g_array_unref (builder->broader);
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

/* rhumb_concepts_builder_link_all: the same for @n papers of a concept. */
void
rhumb_concepts_builder_link_all (RhumbConceptsBuilder *builder, guint32 concept,
                                 const guint32 *paper, const double *weight, guint32 n)
{
    const guint first = builder->links->len;
    g_array_append_vals (builder->papers, paper, n);
    g_array_append_vals (builder->weights, weight, n);
    g_array_set_size (builder->links, first + n);
    for (guint32 i = 0; i < n; i++)
        g_array_index (builder->links, guint32, first + i) = concept;
}

/**
 * rhumb_concepts_builder_set_id:
 * @builder: a builder
 * @concept: what rhumb_concepts_builder_add() gave
 * @id: the id that a vocabulary gives it
 *
 * Says that a concept is one of a vocabulary.
 *
 * Since: 0.2
 */
void
rhumb_concepts_builder_set_id (RhumbConceptsBuilder *builder, guint32 concept, const char *id)
{
    g_return_if_fail (concept < builder->concepts->concepts->len);
    RhumbConcept *own = &g_array_index (builder->concepts->concepts, RhumbConcept, concept);
    own->id = g_string_chunk_insert (builder->concepts->strings, id);
    own->is_from_vocabulary = TRUE;
}

/**
 * rhumb_concepts_builder_mark:
 * @builder: a builder
 * @paper: number of a paper
 * @concept: what rhumb_concepts_builder_add() gave
 * @flags: of #RhumbLinkFlags, not 0; once a pair
 *
 * Says how it is known that a paper is about a concept.
 *
 * Since: 0.2
 */
void
rhumb_concepts_builder_mark (RhumbConceptsBuilder *builder, guint32 paper, guint32 concept,
                             guint flags)
{
    g_return_if_fail (concept < builder->concepts->concepts->len && flags != 0);
    const RhumbConceptMark mark = {paper, concept, flags};
    g_array_append_val (builder->concepts->marks, mark);
}

/**
 * rhumb_concepts_builder_add_broader:
 * @builder: a builder
 * @narrower: what rhumb_concepts_builder_add() gave
 * @broader: another such number
 *
 * Says that a concept is a kind of another.
 *
 * Since: 0.2
 */
void
rhumb_concepts_builder_add_broader (RhumbConceptsBuilder *builder, guint32 narrower,
                                    guint32 broader)
{
    const guint n = builder->concepts->concepts->len;
    g_return_if_fail (narrower < n && broader < n && narrower != broader);
    g_array_append_val (builder->narrower, narrower);
    g_array_append_val (builder->broader, broader);
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

/* Numbers that are out of range are refused when the network is built. */
static void
renumber (GArray *numbers, const guint32 *place, guint n)
{
    for (guint i = 0; i < numbers->len; i++) {
        guint32 *number = &g_array_index (numbers, guint32, i);
        *number = *number < n ? place[*number] : *number;
    }
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
    renumber (builder->links, place, sorted->len);
    renumber (builder->narrower, place, sorted->len);
    renumber (builder->broader, place, sorted->len);
    GArray *marks = builder->concepts->marks;
    for (guint i = 0; i < marks->len; i++)
        g_array_index (marks, RhumbConceptMark, i).concept =
            place[g_array_index (marks, RhumbConceptMark, i).concept];
    g_array_sort (marks, rhumb_concept_marks_compare);
}

/* Counts papers, sums weights. */
static void
count_links (RhumbConcepts *concepts)
{
    const RhumbRows rows = rhumb_network_get_in_rows (concepts->about);
    for (guint32 c = 0; c < rows.n_rows; c++) {
        RhumbConcept *concept = &g_array_index (concepts->concepts, RhumbConcept, c);
        concept->n_papers = (guint32)(rows.start[c + 1] - rows.start[c]);
        for (gsize i = rows.start[c]; i < rows.start[c + 1]; i++)
            concept->score += rows.weight[i];
    }
    for (guint i = 0; i < concepts->marks->len; i++) {
        const RhumbConceptMark *mark = &g_array_index (concepts->marks, RhumbConceptMark, i);
        RhumbConcept *concept = &g_array_index (concepts->concepts, RhumbConcept, mark->concept);
        concept->n_given += (mark->flags & RHUMB_LINK_GIVEN) != 0;
        concept->n_inferred += (mark->flags & RHUMB_LINK_INFERRED) != 0;
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
    const guint32 n = concepts->concepts->len;
    concepts->broader = rhumb_network_new (
        RHUMB_NETWORK_DIRECTED, n, n, (const guint32 *)(gpointer)builder->narrower->data,
        (const guint32 *)(gpointer)builder->broader->data, NULL, builder->narrower->len, error);
    if (concepts->broader == NULL)
        return NULL;
    count_links (concepts);
    return g_steal_pointer (&builder->concepts);
}
