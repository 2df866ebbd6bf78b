/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * From drafts to a corpus: same papers are merged (corpus-merge.c), papers numbered, people and
 * venues gathered, references resolved (corpus-resolve.c).
 */
#include "graph/corpus-draft-private.h"

#include <string.h>

#include "graph/corpus-private.h"
#include "graph/identifier.h"
#include "graph/large-array.h"
#include "graph/same-people.h"
#include "graph/text-order.h"
#include "graph/text.h"

#define N_YEARS 3000 /* 0 is unknown */

/* Sorts drafts by year, then id: by id first, then each to the place of its year. */
static void
sort_drafts (GPtrArray *drafts)
{
    g_autofree RhumbOrdered *ids = g_new (RhumbOrdered, (gsize)drafts->len + 1);
    g_autofree gpointer *sorted = g_new (gpointer, (gsize)drafts->len + 1);
    guint32 start[N_YEARS + 1] = {0};
    for (guint32 i = 0; i < drafts->len; i++) {
        const RhumbPaper *paper = &((const RhumbDraft *)drafts->pdata[i])->paper;
        ids[i] = (RhumbOrdered){.text = paper->id, .number = i};
        start[paper->year + 1]++;
    }
    for (guint year = 1; year <= N_YEARS; year++)
        start[year] += start[year - 1];
    rhumb_text_order_sort (ids, drafts->len);
    for (guint32 i = 0; i < drafts->len; i++) {
        RhumbDraft *draft = drafts->pdata[ids[i].number];
        sorted[start[draft->paper.year]++] = draft;
    }
    if (drafts->len > 0)
        memcpy (drafts->pdata, sorted, drafts->len * sizeof *sorted);
}

/* A person or a venue; the first spelling in byte order names it, of a person known by name the
 * first that says which is the family name. */
typedef struct {
    const char *id;
    const char *name;
    const char *orcid;
} Name;

/* Names by id, each once. */
typedef struct {
    RhumbPool *lasting;
    GArray *names;       /* of Name */
    GHashTable *number;  /* id -> number + 1 */
    GHashTable *by_text; /* name, which is kept once, known by itself -> number + 1 */
} Names;

static void
names_init (Names *names, RhumbPool *lasting)
{
    names->lasting = lasting;
    names->names = g_array_new (FALSE, FALSE, sizeof (Name));
    names->number = g_hash_table_new (g_str_hash, g_str_equal);
    names->by_text = g_hash_table_new (NULL, NULL);
}

static void
names_clear (Names *names)
{
    g_array_unref (names->names);
    g_hash_table_unref (names->number);
    g_hash_table_unref (names->by_text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Names, names_clear)

static gboolean
is_better_name (const char *id, const char *name, const char *old)
{
    if (name == old || strcmp (name, old) == 0)
        return FALSE;
    const gboolean says_family = strchr (name, ',') != NULL;
    const gboolean is_alike = says_family == (strchr (old, ',') != NULL);
    return !is_alike && g_str_has_prefix (id, "name:") ? says_family : strcmp (name, old) < 0;
}

/* Adds a name. @id is copied if it is new and @is_lasting is not set. Returns its number in the
 * order of adding. */
static guint32
add_name (Names *names, const char *id, gboolean is_lasting, const char *name, const char *orcid)
{
    const guint known = GPOINTER_TO_UINT (g_hash_table_lookup (names->number, id));
    if (known > 0) {
        Name *old = &g_array_index (names->names, Name, known - 1);
        if (is_better_name (id, name, old->name))
            old->name = name;
        return known - 1;
    }
    const char *kept = is_lasting ? id : rhumb_pool_add (names->lasting, id);
    const Name fresh = {kept, name, orcid};
    g_array_append_val (names->names, fresh);
    g_hash_table_insert (names->number, (gpointer)kept, GUINT_TO_POINTER (names->names->len));
    return names->names->len - 1;
}

/* Sorts the names by id. Returns the new number of each in the order of adding. */
static guint32 *
sort_names (Names *names)
{
    const gsize n = names->names->len;
    guint32 *number = g_new (guint32, MAX (n, 1));
    g_autofree RhumbOrdered *ids = g_new (RhumbOrdered, MAX (n, 1));
    GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (Name), (guint)n);
    for (guint32 i = 0; i < n; i++)
        ids[i] = (RhumbOrdered){.text = g_array_index (names->names, Name, i).id, .number = i};
    rhumb_text_order_sort (ids, n);
    for (guint32 i = 0; i < n; i++) {
        g_array_append_val (sorted, g_array_index (names->names, Name, ids[i].number));
        number[ids[i].number] = i;
    }
    g_array_unref (names->names);
    names->names = sorted;
    return number;
}

static char *
make_venue_id (const char *name)
{
    g_autofree char *key = rhumb_text_title_key (name);
    return g_strconcat ("venue:", *key != '\0' ? key : name, NULL);
}

/* The number of a name that is known by itself: its id is made once. */
static guint32
add_by_text (Names *names, const char *name, char *(*make_id) (const char *name))
{
    gpointer known = g_hash_table_lookup (names->by_text, name);
    if (known == NULL) {
        g_autofree char *id = make_id (name);
        known = GUINT_TO_POINTER (add_name (names, id, FALSE, name, NULL) + 1);
        g_hash_table_insert (names->by_text, (gpointer)name, known);
    }
    return GPOINTER_TO_UINT (known) - 1;
}

static guint32
add_person (Names *people, const RhumbDraft *draft, guint author)
{
    const char *name = draft->authors[author];
    const char *orcid = draft->orcids[author];
    const char *own = draft->author_ids[author];
    if (*orcid != '\0') {
        g_autofree char *id = g_strconcat ("orcid:", orcid, NULL);
        return add_name (people, id, FALSE, name, orcid);
    }
    if (*own != '\0')
        return add_name (people, own, TRUE, name, NULL);
    return add_by_text (people, name, rhumb_person_make_name_id);
}

static void
report_same_person (RhumbCorpus *corpus, const RhumbDraft *draft, const char *name, const char *id)
{
    g_autofree char *why =
        g_strdup_printf ("taken as %s, who has this name and a co-author in common", id);
    const RhumbEvent event = {RHUMB_EVENT_NOTE, draft->paper.source, draft->paper.line,
                              rhumb_pool_add (corpus->pools->lasting, name),
                              rhumb_pool_add (corpus->pools->lasting, why)};
    g_array_append_val (corpus->events, event);
}

/* Gives the papers of a name that is another person's to that one, and leaves the name out. */
static void
unite_people (RhumbCorpus *corpus, GPtrArray *drafts, Names *people)
{
    g_autofree guint32 *same = rhumb_find_same_people (drafts, people->number, people->names->len);
    if (same == NULL)
        return;
    Name *names = &g_array_index (people->names, Name, 0);
    g_autofree guint32 *number = g_new (guint32, people->names->len);
    guint32 n = 0;
    for (guint32 i = 0; i < people->names->len; i++) {
        Name *kept = &names[same[i]];
        if (is_better_name (kept->id, names[i].name, kept->name))
            kept->name = names[i].name;
    }
    for (guint32 v = 0; v < drafts->len; v++) {
        const RhumbDraft *draft = drafts->pdata[v];
        for (guint a = 0; a < draft->n_authors; a++) {
            guint32 *person = &((guint32 *)draft->paper.people)[a];
            if (same[*person] != *person)
                report_same_person (corpus, draft, draft->authors[a], names[same[*person]].id);
            *person = same[*person];
        }
    }
    for (guint32 i = 0; i < people->names->len; i++) {
        number[i] = n;
        if (same[i] == i)
            names[n++] = names[i];
    }
    g_array_set_size (people->names, n);
    for (guint32 v = 0; v < drafts->len; v++) {
        const RhumbDraft *draft = drafts->pdata[v];
        for (guint a = 0; a < draft->n_authors; a++)
            ((guint32 *)draft->paper.people)[a] = number[draft->paper.people[a]];
    }
}

static void
take_people (RhumbCorpus *corpus, GPtrArray *drafts)
{
    g_auto (Names) people = {0};
    gsize n_authors = 0;
    names_init (&people, corpus->pools->lasting);
    for (guint32 i = 0; i < drafts->len; i++)
        n_authors += ((const RhumbDraft *)drafts->pdata[i])->n_authors;
    /* One block for the lists of all papers. */
    guint32 *list = g_new (guint32, MAX (n_authors, 1));
    g_ptr_array_add (corpus->lists, list);
    for (guint32 i = 0; i < drafts->len; i++) {
        RhumbDraft *draft = drafts->pdata[i];
        for (guint a = 0; a < draft->n_authors; a++)
            list[a] = add_person (&people, draft, a);
        draft->paper.people = list;
        draft->paper.n_people = draft->n_authors;
        list += draft->n_authors;
    }
    unite_people (corpus, drafts, &people);
    g_autofree guint32 *number = sort_names (&people);
    for (guint32 i = 0; i < drafts->len; i++) {
        const RhumbDraft *draft = drafts->pdata[i];
        for (guint a = 0; a < draft->n_authors; a++)
            ((guint32 *)draft->paper.people)[a] = number[draft->paper.people[a]];
    }
    g_array_set_size (corpus->people, people.names->len);
    for (guint i = 0; i < people.names->len; i++) {
        const Name *name = &g_array_index (people.names, Name, i);
        g_array_index (corpus->people, RhumbPerson, i) =
            (RhumbPerson){.id = name->id, .name = name->name, .orcid = name->orcid};
    }
}

static void
take_venues (RhumbCorpus *corpus, GPtrArray *drafts)
{
    g_auto (Names) venues = {0};
    names_init (&venues, corpus->pools->lasting);
    for (guint32 i = 0; i < drafts->len; i++) {
        RhumbDraft *draft = drafts->pdata[i];
        draft->paper.venue =
            draft->venue != NULL ? add_by_text (&venues, draft->venue, make_venue_id) : RHUMB_NONE;
    }
    g_autofree guint32 *number = sort_names (&venues);
    for (guint32 i = 0; i < drafts->len; i++) {
        RhumbPaper *paper = &((RhumbDraft *)drafts->pdata[i])->paper;
        paper->venue = paper->venue != RHUMB_NONE ? number[paper->venue] : RHUMB_NONE;
    }
    for (guint i = 0; i < venues.names->len; i++) {
        const Name *name = &g_array_index (venues.names, Name, i);
        const RhumbVenue venue = {.id = name->id, .name = name->name};
        g_array_append_val (corpus->venues, venue);
    }
}

static void
drop_matching (RhumbCorpus *corpus)
{
    for (guint i = 0; i < corpus->more_pools->len; i++)
        g_clear_pointer (&((RhumbPools *)corpus->more_pools->pdata[i])->matching, rhumb_pool_free);
    g_clear_pointer (&corpus->pools->matching, rhumb_pool_free);
    rhumb_return_memory ();
}

static void
drop_drafts (RhumbCorpus *corpus)
{
    for (guint i = 0; i < corpus->more_pools->len; i++) {
        RhumbPools *pools = corpus->more_pools->pdata[i];
        g_clear_pointer (&pools->drafts, rhumb_pool_free);
        rhumb_pool_forget_shared (pools->lasting);
    }
    g_clear_pointer (&corpus->pools->drafts, rhumb_pool_free);
    rhumb_pool_forget_shared (corpus->pools->lasting);
    rhumb_return_memory ();
}

/* Fills a corpus that has sources and events, but no papers. @drafts: emptied; @merge_versions:
 * whether a preprint and its published version are one paper. */
void
rhumb_corpus_take_drafts (RhumbCorpus *corpus, GPtrArray *drafts, gboolean merge_versions)
{
    rhumb_corpus_merge_drafts (corpus, drafts, merge_versions);
    drop_matching (corpus);
    sort_drafts (drafts);
    take_people (corpus, drafts);
    take_venues (corpus, drafts);
    rhumb_return_memory ();
    rhumb_corpus_keep_provenance (corpus, drafts);
    g_array_set_size (corpus->papers, drafts->len);
    for (guint32 v = 0; v < drafts->len; v++) {
        const RhumbDraft *draft = drafts->pdata[v];
        RhumbPaper *paper = &g_array_index (corpus->papers, RhumbPaper, v);
        *paper = draft->paper;
        paper->ids = draft->keys;
    }
    g_ptr_array_set_size (drafts, 0);
    drop_drafts (corpus);
    rhumb_corpus_index_ids (corpus);
    rhumb_corpus_resolve_references (corpus);
}
