/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * From drafts to a corpus: same papers are merged (corpus-merge.c), papers numbered, people and
 * venues gathered, references resolved.
 */
#include "graph/corpus-draft-private.h"

#include <string.h>

#include "graph/corpus-private.h"
#include "graph/identifier.h"
#include "graph/reference-index-private.h"
#include "graph/text.h"

static int
compare_drafts (gconstpointer a, gconstpointer b)
{
    const RhumbDraft *first = *(const RhumbDraft *const *)a;
    const RhumbDraft *second = *(const RhumbDraft *const *)b;
    if (first->paper.year != second->paper.year)
        return first->paper.year < second->paper.year ? -1 : 1;
    return strcmp (first->paper.id, second->paper.id);
}

/* Names in order of their ids: the first spelling in byte order names an id. */
typedef struct {
    char *id;
    const char *name;
    const char *orcid;
} Name;

static void
name_free (gpointer data)
{
    Name *name = data;
    g_free (name->id);
    g_free (name);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
    return strcmp ((*(const Name *const *)a)->id, (*(const Name *const *)b)->id);
}

static Name *
add_name (GHashTable *by_id, char *id, const char *name, const char *orcid)
{
    Name *known = g_hash_table_lookup (by_id, id);
    if (known == NULL) {
        known = g_new0 (Name, 1);
        *known = (Name){id, name, orcid};
        g_hash_table_insert (by_id, id, known);
        return known;
    }
    if (strcmp (name, known->name) < 0)
        known->name = name;
    g_free (id);
    return known;
}

static char *
make_name_id (const char *prefix, const char *name)
{
    g_autofree char *key = rhumb_text_title_key (name);
    return g_strconcat (prefix, *key != '\0' ? key : name, NULL);
}

static char *
make_person_id (const RhumbDraft *draft, guint author)
{
    const char *name = draft->authors[author];
    const char *comma = strchr (name, ',');
    if (*draft->orcids[author] != '\0')
        return g_strconcat ("orcid:", draft->orcids[author], NULL);
    if (*draft->author_ids[author] != '\0')
        return g_strdup (draft->author_ids[author]);
    if (comma == NULL || strchr (comma + 1, ',') != NULL)
        return make_name_id ("name:", name);
    /* "Family, Given" and "Given Family" are one person. */
    g_autofree char *family = g_strndup (name, (gsize)(comma - name));
    g_autofree char *spoken = g_strconcat (comma + 1, " ", family, NULL);
    return make_name_id ("name:", spoken);
}

/* Sorts the names by id and gives each its number; returns id → number. */
static GHashTable *
number_names (GHashTable *by_id, GPtrArray **sorted)
{
    GHashTableIter iter;
    gpointer name;
    *sorted = g_ptr_array_new ();
    g_hash_table_iter_init (&iter, by_id);
    while (g_hash_table_iter_next (&iter, NULL, &name))
        g_ptr_array_add (*sorted, name);
    g_ptr_array_sort (*sorted, compare_names);
    GHashTable *numbers = g_hash_table_new (g_str_hash, g_str_equal);
    for (guint i = 0; i < (*sorted)->len; i++)
        g_hash_table_insert (numbers, ((Name *)(*sorted)->pdata[i])->id, GUINT_TO_POINTER (i));
    return numbers;
}

static void
take_people (RhumbCorpus *corpus, GPtrArray *drafts)
{
    g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, name_free);
    for (guint32 i = 0; i < drafts->len; i++) {
        const RhumbDraft *draft = drafts->pdata[i];
        for (guint a = 0; a < draft->n_authors; a++)
            add_name (by_id, make_person_id (draft, a), draft->authors[a],
                      *draft->orcids[a] != '\0' ? draft->orcids[a] : NULL);
    }
    g_autoptr (GPtrArray) sorted = NULL;
    g_autoptr (GHashTable) numbers = number_names (by_id, &sorted);
    for (guint i = 0; i < sorted->len; i++) {
        const Name *name = sorted->pdata[i];
        const RhumbPerson person = {
            .id = g_string_chunk_insert (corpus->strings, name->id),
            .name = g_string_chunk_insert (corpus->strings, name->name),
            .orcid =
                name->orcid != NULL ? g_string_chunk_insert (corpus->strings, name->orcid) : NULL};
        g_array_append_val (corpus->people, person);
    }
    for (guint32 i = 0; i < drafts->len; i++) {
        RhumbDraft *draft = drafts->pdata[i];
        guint32 *people = g_new (guint32, (gsize)draft->n_authors + 1);
        g_ptr_array_add (corpus->lists, people);
        for (guint a = 0; a < draft->n_authors; a++) {
            g_autofree char *id = make_person_id (draft, a);
            people[a] = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, id));
        }
        draft->paper.people = people;
        draft->paper.n_people = draft->n_authors;
    }
}

static void
take_venues (RhumbCorpus *corpus, GPtrArray *drafts)
{
    g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, name_free);
    for (guint32 i = 0; i < drafts->len; i++) {
        const RhumbDraft *draft = drafts->pdata[i];
        if (draft->venue != NULL)
            add_name (by_id, make_name_id ("venue:", draft->venue), draft->venue, NULL);
    }
    g_autoptr (GPtrArray) sorted = NULL;
    g_autoptr (GHashTable) numbers = number_names (by_id, &sorted);
    for (guint i = 0; i < sorted->len; i++) {
        const Name *name = sorted->pdata[i];
        const RhumbVenue venue = {.id = g_string_chunk_insert (corpus->strings, name->id),
                                  .name = name->name};
        g_array_append_val (corpus->venues, venue);
    }
    for (guint32 i = 0; i < drafts->len; i++) {
        RhumbDraft *draft = drafts->pdata[i];
        g_autofree char *id = draft->venue != NULL ? make_name_id ("venue:", draft->venue) : NULL;
        draft->paper.venue =
            id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (numbers, id)) : RHUMB_NONE;
    }
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
    const guint32 first = *(const guint32 *)a;
    const guint32 second = *(const guint32 *)b;
    return (first > second) - (first < second);
}

static void
resolve_references (RhumbCorpus *corpus)
{
    g_autoptr (RhumbReferenceIndex) index = rhumb_reference_index_new (corpus);
    for (guint32 v = 0; v < corpus->papers->len; v++) {
        RhumbPaper *paper = &g_array_index (corpus->papers, RhumbPaper, v);
        g_autoptr (GArray) cites = g_array_new (FALSE, FALSE, sizeof (guint32));
        RhumbSource *source = &g_array_index (corpus->sources, RhumbSource, paper->source);
        source->n_references += paper->n_references;
        for (guint i = 0; i < paper->n_references; i++) {
            const char *reference = paper->references[i];
            const guint32 cited = rhumb_reference_index_find (index, reference);
            source->n_references_inside += cited != RHUMB_NONE;
            source->n_references_resolved +=
                cited != RHUMB_NONE || rhumb_identifier_names_paper (reference);
            if (cited != RHUMB_NONE && cited != v)
                g_array_append_val (cites, cited);
        }
        g_array_sort (cites, compare_numbers);
        guint n = 0;
        for (guint i = 0; i < cites->len; i++) {
            guint32 *list = (guint32 *)(gpointer)cites->data;
            if (n == 0 || list[n - 1] != list[i])
                list[n++] = list[i];
        }
        paper->n_cites = n;
        paper->cites = g_memdup2 (cites->data, sizeof (guint32) * n);
        g_ptr_array_add (corpus->lists, (gpointer)paper->cites);
    }
}

static const char **
take_ids (RhumbCorpus *corpus, const RhumbDraft *draft)
{
    const guint n = g_strv_length (draft->keys);
    const char **ids = g_new0 (const char *, (gsize)n + 1);
    for (guint i = 0; i < n; i++)
        ids[i] = g_string_chunk_insert_const (corpus->strings, draft->keys[i]);
    g_ptr_array_add (corpus->lists, ids);
    return ids;
}

/**
 * rhumb_corpus_take_drafts:
 * @corpus: a corpus with sources and events, without papers
 * @drafts: (element-type RhumbDraft): drafts; emptied of what papers need
 * @merge_versions: whether a preprint and its published version are one paper
 *
 * Fills a corpus.
 */
void
rhumb_corpus_take_drafts (RhumbCorpus *corpus, GPtrArray *drafts, gboolean merge_versions)
{
    rhumb_corpus_merge_drafts (corpus, drafts, merge_versions);
    g_ptr_array_sort (drafts, compare_drafts);
    take_people (corpus, drafts);
    take_venues (corpus, drafts);
    rhumb_corpus_keep_provenance (corpus, drafts);
    for (guint32 v = 0; v < drafts->len; v++) {
        RhumbDraft *draft = drafts->pdata[v];
        g_ptr_array_add (corpus->lists, (gpointer)draft->paper.keywords);
        g_ptr_array_add (corpus->lists, (gpointer)draft->paper.references);
        draft->paper.ids = (const char *const *)take_ids (corpus, draft);
        g_array_append_val (corpus->papers, draft->paper);
        for (guint k = 0; draft->keys[k] != NULL; k++) {
            const char *key = g_string_chunk_insert_const (corpus->strings, draft->keys[k]);
            if (!g_hash_table_contains (corpus->paper_by_id, key))
                g_hash_table_insert (corpus->paper_by_id, (gpointer)key, GUINT_TO_POINTER (v));
        }
        draft->paper.keywords = NULL;
        draft->paper.references = NULL;
    }
    resolve_references (corpus);
}
