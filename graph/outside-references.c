/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What the papers of a corpus cite, whether it is in the corpus or not. References that mean no
 * paper of the corpus are one work if they name the same DOI or other id, else if they agree in the
 * family name of the first author, year, volume and first page, else if their texts are the same
 * but for case, marks and spaces. Works of different DOIs stay apart where their places agree.
 *
 * Source: the auxiliary nodes of extended direct citation, Waltman, Boyack, Colavizza and van Eck
 * (2020), doi:10.1162/qss_a_00035.
 *
 * Cost: O(references), with a sort of the works outside.
 */
#include "graph/outside-references.h"

#include <string.h>

#include "graph/cited-reference.h"
#include "graph/identifier.h"
#include "graph/number-set.h"
#include "graph/reference-index-private.h"
#include "graph/text.h"

typedef struct {
    char *key;
    char *name;
    char *place;       /* first author, year, volume and page, NULL = not all known */
    gboolean is_named; /* whether the key is a DOI or another id */
    GArray *citing;    /* paper numbers, ascending */
} Work;

static void
work_free (gpointer data)
{
    Work *work = data;
    g_free (work->key);
    g_free (work->name);
    g_free (work->place);
    g_array_unref (work->citing);
    g_free (work);
}

/* The DOI if there is one in the text, else its id, else its folded text. */
static char *
make_key (const char *reference, gboolean *is_named)
{
    g_autofree char *doi = rhumb_identifier_parse_doi (reference);
    *is_named = doi != NULL || rhumb_identifier_names_paper (reference);
    if (doi != NULL)
        return g_strconcat ("doi:", doi, NULL);
    return *is_named ? rhumb_identifier_normalise (reference) : rhumb_text_title_key (reference);
}

/* What names a work in all spellings of its title, journal and author. */
static char *
make_place (const char *reference)
{
    g_auto (RhumbCitedReference) cited = {0};
    rhumb_cited_reference_parse (&cited, reference);
    if (*cited.family == '\0' || cited.year == 0 || *cited.volume == '\0' || *cited.page == '\0')
        return NULL;
    return g_strdup_printf ("%s %d %s %s", cited.family, cited.year, cited.volume, cited.page);
}

/* By place; within one those with an id first, then those that most papers cite. */
static int
compare_places (gconstpointer a, gconstpointer b)
{
    const Work *first = *(Work *const *)a;
    const Work *second = *(Work *const *)b;
    int order = strcmp (first->place, second->place);
    if (order == 0)
        order = (int)second->is_named - (int)first->is_named;
    if (order == 0)
        order =
            (first->citing->len < second->citing->len) - (first->citing->len > second->citing->len);
    return order != 0 ? order : strcmp (first->key, second->key);
}

/* Adds those who cite @other to those who cite @work; @other is cited by none then. */
static void
unite (Work *work, Work *other)
{
    g_array_append_vals (work->citing, other->citing->data, other->citing->len);
    g_array_set_size (other->citing, 0);
    rhumb_number_set_make (work->citing);
}

/* Unites works of one place. Where several have ids, those without do not say which they mean. */
static void
unite_places (GHashTable *works)
{
    g_autoptr (GPtrArray) placed = g_ptr_array_new ();
    GHashTableIter iter;
    gpointer value = NULL;
    g_hash_table_iter_init (&iter, works);
    while (g_hash_table_iter_next (&iter, NULL, &value))
        if (((Work *)value)->place != NULL)
            g_ptr_array_add (placed, value);
    g_ptr_array_sort (placed, compare_places);
    for (guint first = 0, end; first < placed->len; first = end) {
        Work *const *run = (Work *const *)placed->pdata + first;
        guint n_named = 0;
        for (end = first; end < placed->len; end++) {
            if (strcmp (run[end - first]->place, run[0]->place) != 0)
                break;
            n_named += run[end - first]->is_named != FALSE;
        }
        const guint leader = n_named > 1 ? n_named : 0;
        for (guint i = leader + 1; i < end - first; i++)
            unite (run[leader], run[i]);
    }
}

static int
compare_works (gconstpointer a, gconstpointer b)
{
    return strcmp ((*(Work *const *)a)->key, (*(Work *const *)b)->key);
}

static void
add_reference (GHashTable *works, const char *reference, guint32 v)
{
    gboolean is_named;
    g_autofree char *key = make_key (reference, &is_named);
    if (key == NULL || *key == '\0')
        return;
    Work *work = g_hash_table_lookup (works, key);
    if (work == NULL) {
        work = g_new (Work, 1);
        *work = (Work){g_strdup (key), g_strdup (reference), make_place (reference), is_named,
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
    unite_places (works);
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

/* What papers cite, as a two-mode network papers → works: node u of the other end is paper u of the
 * corpus, or, from the number of papers on, a work outside. @min_cited: papers that must cite a
 * work outside, at least 1; @names: the works outside, by DOI or text. */
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
