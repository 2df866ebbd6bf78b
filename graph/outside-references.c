/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What the papers of a corpus cite, whether it is in the corpus or not. References that mean no
 * paper of the corpus are one work if they name the same DOI or other id, else if their texts are
 * the same but for case, marks and spaces.
 *
 * Source: the auxiliary nodes of extended direct citation, Waltman, Boyack, Colavizza and van Eck
 * (2020), doi:10.1162/qss_a_00035.
 *
 * Cost: O(references), with a sort of the works outside.
 */
#include "graph/outside-references.h"

#include <string.h>

#include "graph/identifier.h"
#include "graph/reference-index-private.h"
#include "graph/text.h"

typedef struct {
    char *key;
    char *name;
    GArray *citing; /* paper numbers, ascending */
} Work;

static void
work_free (gpointer data)
{
    Work *work = data;
    g_free (work->key);
    g_free (work->name);
    g_array_unref (work->citing);
    g_free (work);
}

/* The DOI if there is one in the text, else its id, else its folded text. */
static char *
make_key (const char *reference)
{
    g_autofree char *doi = rhumb_identifier_parse_doi (reference);
    if (doi != NULL)
        return g_strconcat ("doi:", doi, NULL);
    if (rhumb_identifier_names_paper (reference))
        return rhumb_identifier_normalise (reference);
    return rhumb_text_title_key (reference);
}

static int
compare_works (gconstpointer a, gconstpointer b)
{
    return strcmp ((*(Work *const *)a)->key, (*(Work *const *)b)->key);
}

static void
add_reference (GHashTable *works, const char *reference, guint32 v)
{
    g_autofree char *key = make_key (reference);
    if (key == NULL || *key == '\0')
        return;
    Work *work = g_hash_table_lookup (works, key);
    if (work == NULL) {
        work = g_new (Work, 1);
        *work = (Work){g_strdup (key), g_strdup (reference),
                       g_array_new (FALSE, FALSE, sizeof (guint32))};
        g_hash_table_insert (works, work->key, work);
    }
    const GArray *citing = work->citing;
    if (citing->len == 0 || g_array_index (citing, guint32, citing->len - 1) != v)
        g_array_append_val (work->citing, v);
}

/* Works outside that at least @min_cited papers cite, by key. */
static GPtrArray *
gather_works (const RhumbCorpus *corpus, GHashTable *works, guint min_cited)
{
    g_autoptr (RhumbReferenceIndex) index = rhumb_reference_index_new (corpus);
    for (guint32 v = 0; v < rhumb_corpus_get_n_papers (corpus); v++) {
        const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, v);
        for (guint i = 0; i < paper->n_references; i++)
            if (rhumb_reference_index_find (index, paper->references[i]) == RHUMB_NONE)
                add_reference (works, paper->references[i], v);
    }
    GPtrArray *kept = g_ptr_array_new ();
    GHashTableIter iter;
    gpointer value = NULL;
    g_hash_table_iter_init (&iter, works);
    while (g_hash_table_iter_next (&iter, NULL, &value))
        if (((Work *)value)->citing->len >= min_cited)
            g_ptr_array_add (kept, value);
    g_ptr_array_sort (kept, compare_works);
    return kept;
}

/**
 * rhumb_list_cited_works:
 * @corpus: a corpus
 * @min_cited: papers that must cite a work outside the corpus, at least 1
 * @names: (out) (transfer full) (element-type utf8): the works outside, by DOI or text
 * @error: return location for an error
 *
 * Lists what papers cite: node u of the other end is paper u of the corpus, or, from the number of
 * papers on, a work outside.
 *
 * Returns: (transfer full): a two-mode network papers → works
 *
 * Since: 0.2
 */
RhumbNetwork *
rhumb_list_cited_works (const RhumbCorpus *corpus, guint min_cited, GPtrArray **names,
                        GError **error)
{
    const guint32 n_papers = rhumb_corpus_get_n_papers (corpus);
    g_autoptr (GHashTable) works = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, work_free);
    g_autoptr (GPtrArray) kept = gather_works (corpus, works, min_cited);
    g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint32 v = 0; v < n_papers; v++) {
        const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, v);
        for (guint i = 0; i < paper->n_cites; i++) {
            g_array_append_val (from, v);
            g_array_append_val (to, paper->cites[i]);
        }
    }
    g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
    for (guint w = 0; w < kept->len; w++) {
        const Work *work = kept->pdata[w];
        const guint32 node = n_papers + w;
        g_ptr_array_add (found, g_strdup (work->name));
        for (guint i = 0; i < work->citing->len; i++) {
            g_array_append_val (from, g_array_index (work->citing, guint32, i));
            g_array_append_val (to, node);
        }
    }
    RhumbNetwork *network =
        rhumb_network_new (RHUMB_NETWORK_TWO_MODE, n_papers, n_papers + kept->len,
                           (const guint32 *)(gpointer)from->data,
                           (const guint32 *)(gpointer)to->data, NULL, from->len, error);
    if (network != NULL)
        *names = g_steal_pointer (&found);
    return network;
}
