/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which concepts may be one and the same under names that differ in more than spelling, for a
 * person to confirm.
 *
 * Stems unite too much to be trusted with nodes of a graph: pairs with the same stems in the same
 * order may mean different things ("universality", "university"), and more so those in another
 * order ("computer security", "secure computation"). So pairs are suggested and never merged.
 * Function words do not count. Papers that are about both speak for one author who tells them
 * apart, or for one who varies the words: their number is told.
 *
 * Stems: M. F. Porter, An algorithm for suffix stripping, Program 14 (1980) 130–137,
 * doi:10.1108/eb046814. Cost: a sort of the concepts by their stems.
 */
#include "analytics/text/synonyms.h"

#include <string.h>

#include "analytics/text/closed-class.h"
#include "analytics/text/letters.h"
#include "analytics/text/stems.h"

/* A concept with its stems, in order and as a bag. */
typedef struct {
    guint32 concept;
    char *order;
    char *bag;
} Stemmed;

static void
clear_stemmed (gpointer data)
{
    g_free (((Stemmed *)data)->order);
    g_free (((Stemmed *)data)->bag);
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
    return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static char *
join (GPtrArray *words)
{
    GString *text = g_string_new (NULL);
    for (guint i = 0; i < words->len; i++)
        g_string_append_printf (text, "%s ", (const char *)words->pdata[i]);
    return g_string_free (text, FALSE);
}

static Stemmed
stem_label (const RhumbConcepts *concepts, guint32 c, RhumbStems *stems,
            const RhumbClosedClass *closed)
{
    const char *label = rhumb_concepts_get_concept (concepts, c)->label;
    gsize length;
    gsize n;
    g_autofree char *lower = rhumb_letters_to_lower (label, strlen (label), &length);
    g_autoptr (GPtrArray) found = g_ptr_array_new ();
    const char *p = lower;
    const char *word;
    while (rhumb_stems_next_word (&p, lower + length, &word, &n))
        if (!rhumb_closed_class_find (closed, word, n).is_break)
            g_ptr_array_add (
                found, (gpointer)rhumb_stems_get (stems, rhumb_stems_add_word (stems, word, n)));
    Stemmed stemmed = {c, join (found), NULL};
    g_ptr_array_sort (found, compare_strings);
    stemmed.bag = join (found);
    return stemmed;
}

/* Those that may be one side by side, the concept of most papers first. */
static int
compare_stemmed (gconstpointer a, gconstpointer b, gpointer data)
{
    const Stemmed *x = a;
    const Stemmed *y = b;
    const RhumbConcept *first = rhumb_concepts_get_concept (data, x->concept);
    const RhumbConcept *second = rhumb_concepts_get_concept (data, y->concept);
    const int order = strcmp (x->bag, y->bag);
    if (order != 0)
        return order;
    if (first->n_papers != second->n_papers)
        return first->n_papers > second->n_papers ? -1 : 1;
    return strcmp (first->id, second->id);
}

static guint32
count_shared (RhumbRows papers, guint32 a, guint32 b)
{
    guint32 n = 0;
    gsize i = papers.start[a];
    gsize j = papers.start[b];
    while (i < papers.start[a + 1] && j < papers.start[b + 1]) {
        const guint32 x = papers.node[i];
        const guint32 y = papers.node[j];
        n += x == y;
        i += x <= y;
        j += y <= x;
    }
    return n;
}

static int
compare_synonyms (gconstpointer a, gconstpointer b)
{
    const RhumbSynonym *x = a;
    const RhumbSynonym *y = b;
    if (x->tier != y->tier)
        return x->tier < y->tier ? -1 : 1;
    if (x->into != y->into)
        return x->into < y->into ? -1 : 1;
    return (x->concept > y->concept) - (x->concept < y->concept);
}

/**
 * rhumb_suggest_synonyms:
 * @concepts: concepts
 *
 * Lists pairs of concepts whose names have the same stems.
 *
 * Returns: (transfer full) (element-type RhumbSynonym): pairs, same order of stems first, then by
 *   the concept that would stay
 *
 * Since: 0.2
 */
GArray *
rhumb_suggest_synonyms (const RhumbConcepts *concepts)
{
    const guint32 n = rhumb_concepts_get_n_concepts (concepts);
    g_autoptr (RhumbStems) stems = rhumb_stems_new ();
    g_autoptr (RhumbClosedClass) closed = rhumb_closed_class_new ();
    g_autoptr (GArray) all = g_array_sized_new (FALSE, FALSE, sizeof (Stemmed), n);
    g_array_set_clear_func (all, clear_stemmed);
    for (guint32 c = 0; c < n; c++) {
        const Stemmed stemmed = stem_label (concepts, c, stems, closed);
        g_array_append_val (all, stemmed);
    }
    g_array_sort_with_data (all, compare_stemmed, (gpointer)concepts);
    const RhumbRows papers = rhumb_network_get_in_rows (rhumb_concepts_get_about (concepts));
    GArray *synonyms = g_array_new (FALSE, FALSE, sizeof (RhumbSynonym));
    guint32 first = 0;
    for (guint32 i = 1; i < n; i++) {
        const Stemmed *stays = &g_array_index (all, Stemmed, first);
        const Stemmed *goes = &g_array_index (all, Stemmed, i);
        if (strcmp (stays->bag, goes->bag) != 0 || *goes->bag == '\0') {
            first = i;
            continue;
        }
        const RhumbSynonym synonym = {
            goes->concept, stays->concept, count_shared (papers, goes->concept, stays->concept),
            strcmp (stays->order, goes->order) == 0 ? RHUMB_SYNONYM_STEMS : RHUMB_SYNONYM_BAG};
        g_array_append_val (synonyms, synonym);
    }
    g_array_sort (synonyms, compare_synonyms);
    return synonyms;
}
