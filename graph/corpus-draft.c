/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * One record on its way to become a paper: every string is cleaned here, once, and the ids under
 * which the paper is known are brought into one spelling. Merging two drafts of one paper is
 * commutative and associative, so the order of files does not matter: for each field the longer
 * value wins, between equally long ones the smaller in byte order.
 */
#include "graph/corpus-draft-private.h"

#include <string.h>

#include "graph/identifier.h"
#include "graph/text.h"

#define TITLE_ID_PREFIX "key:"

static const char *
clean_into (GStringChunk *strings, const char *text)
{
    if (text == NULL)
        return NULL;
    g_autofree char *clean = rhumb_text_clean (text, -1);
    return *clean != '\0' ? g_string_chunk_insert (strings, clean) : NULL;
}

/* Cleans a list; empty values vanish. */
static const char **
clean_list (GStringChunk *strings, const GPtrArray *values, guint *n_values)
{
    const char **list = g_new (const char *, (gsize)values->len + 1);
    guint n = 0;
    for (guint i = 0; i < values->len; i++) {
        const char *clean = clean_into (strings, values->pdata[i]);
        if (clean != NULL)
            list[n++] = clean;
    }
    list[n] = NULL;
    if (n_values != NULL)
        *n_values = n;
    return list;
}

/* Authors whose name is empty vanish together with their ORCID. */
static void
clean_authors (RhumbDraft *draft, const RhumbRecord *record)
{
    const guint n = record->author_names->len;
    draft->authors = g_new0 (char *, (gsize)n + 1);
    draft->orcids = g_new0 (char *, (gsize)n + 1);
    for (guint i = 0; i < n; i++) {
        g_autofree char *name = rhumb_text_clean (record->author_names->pdata[i], -1);
        if (*name == '\0')
            continue;
        const char *orcid = i < record->author_orcids->len ? record->author_orcids->pdata[i] : NULL;
        g_autofree char *clean = rhumb_text_clean (orcid != NULL ? orcid : "", -1);
        const char *slash = strrchr (clean, '/');
        draft->authors[draft->n_authors] = g_steal_pointer (&name);
        draft->orcids[draft->n_authors++] = g_ascii_strup (slash != NULL ? slash + 1 : clean, -1);
    }
}

/* A paper without an id of its own is known by a hash of its title and year. */
static char *
make_title_id (const RhumbDraft *draft)
{
    const char *name = *draft->title_key != '\0' ? draft->title_key : draft->paper.title;
    return g_strdup_printf (TITLE_ID_PREFIX "%016" G_GINT64_MODIFIER "x",
                            rhumb_hash_mix (rhumb_text_hash (name), (guint64)draft->paper.year));
}

/* The id of the source comes first, then the DOI: what a user wrote is what a user gets back. */
static void
find_keys (RhumbDraft *draft, const char *id, GStringChunk *strings)
{
    g_autoptr (GPtrArray) keys = g_ptr_array_new ();
    if (id != NULL)
        g_ptr_array_add (keys, rhumb_identifier_normalise (id));
    if (draft->paper.doi != NULL) {
        char *key = g_strconcat ("doi:", draft->paper.doi, NULL);
        if (keys->len == 0 || !g_str_equal (keys->pdata[0], key))
            g_ptr_array_add (keys, key);
        else
            g_free (key);
    }
    if (keys->len == 0)
        g_ptr_array_add (keys, make_title_id (draft));
    draft->paper.id = g_string_chunk_insert (strings, keys->pdata[0]);
    g_ptr_array_add (keys, NULL);
    draft->keys = (char **)g_ptr_array_steal (keys, NULL);
}

/**
 * rhumb_draft_new:
 * @record: a record as a reader filled it
 * @strings: pool of the corpus
 * @source: number of the source
 *
 * Cleans a record.
 *
 * Returns: (transfer full) (nullable): a draft, or %NULL if the record has neither id nor title
 */
RhumbDraft *
rhumb_draft_new (const RhumbRecord *record, GStringChunk *strings, guint source)
{
    const char *id = clean_into (strings, record->id);
    const char *title = clean_into (strings, record->title);
    if (id == NULL && title == NULL && record->doi == NULL)
        return NULL;
    RhumbDraft *draft = g_new0 (RhumbDraft, 1);
    RhumbPaper *paper = &draft->paper;
    paper->title = title;
    paper->abstract = clean_into (strings, record->abstract);
    paper->year = record->year >= 1000 && record->year <= 2999 ? record->year : 0;
    paper->date = clean_into (strings, record->date);
    paper->url = clean_into (strings, record->url);
    paper->language = clean_into (strings, record->language);
    paper->extra = record->extra != NULL ? g_string_chunk_insert (strings, record->extra) : NULL;
    paper->n_cited_reported = record->n_cited_reported;
    paper->source = source;
    paper->line = record->line;
    paper->keywords = clean_list (strings, record->keywords, NULL);
    paper->references = clean_list (strings, record->references, &paper->n_references);
    draft->venue = clean_into (strings, record->venue);
    draft->title_key = rhumb_text_title_key (title != NULL ? title : "");
    clean_authors (draft, record);
    const char *doi_text = clean_into (strings, record->doi);
    g_autofree char *doi = doi_text != NULL ? rhumb_identifier_parse_doi (doi_text) : NULL;
    if (doi == NULL && id != NULL && g_str_has_prefix (id, "doi:"))
        doi = rhumb_identifier_parse_doi (id);
    paper->doi = doi != NULL ? g_string_chunk_insert (strings, doi) : NULL;
    if (paper->doi == NULL && id == NULL && title == NULL)
        g_clear_pointer (&draft, rhumb_draft_free);
    else
        find_keys (draft, id, strings);
    return draft;
}

/**
 * rhumb_draft_free:
 * @draft: (transfer full): a draft
 *
 * Frees a draft with the lists that no paper has taken.
 */
void
rhumb_draft_free (RhumbDraft *draft)
{
    g_free ((gpointer)draft->paper.keywords);
    g_free ((gpointer)draft->paper.references);
    g_strfreev (draft->authors);
    g_strfreev (draft->orcids);
    g_strfreev (draft->keys);
    g_free (draft->title_key);
    g_free (draft);
}

/* Whether @b should replace @a: longer, or as long and smaller. */
static gboolean
is_better (const char *a, const char *b)
{
    if (a == NULL || b == NULL)
        return a == NULL;
    const gsize length_a = strlen (a);
    const gsize length_b = strlen (b);
    return length_b > length_a || (length_b == length_a && strcmp (b, a) < 0);
}

static void
keep_better (const char **a, const char *b)
{
    if (is_better (*a, b))
        *a = b;
}

static gboolean
is_better_list (const char *const *a, const char *const *b)
{
    const guint n_a = g_strv_length ((char **)a);
    const guint n_b = g_strv_length ((char **)b);
    if (n_a != n_b)
        return n_b > n_a;
    for (guint i = 0; i < n_a; i++) {
        const int order = strcmp (a[i], b[i]);
        if (order != 0)
            return order > 0;
    }
    return FALSE;
}

static void
swap_pointers (gpointer a, gpointer b)
{
    gpointer *first = a;
    gpointer *second = b;
    gpointer kept = *first;
    *first = *second;
    *second = kept;
}

static void
merge_lists (RhumbDraft *draft, RhumbDraft *other)
{
    if (is_better_list (draft->paper.keywords, other->paper.keywords))
        swap_pointers (&draft->paper.keywords, &other->paper.keywords);
    if (is_better_list (draft->paper.references, other->paper.references)) {
        swap_pointers (&draft->paper.references, &other->paper.references);
        draft->paper.n_references = other->paper.n_references;
    }
    if (is_better_list ((const char *const *)draft->authors, (const char *const *)other->authors)) {
        swap_pointers (&draft->authors, &other->authors);
        swap_pointers (&draft->orcids, &other->orcids);
        draft->n_authors = other->n_authors;
    } else if (g_strv_equal ((const char *const *)draft->authors,
                             (const char *const *)other->authors)) {
        for (guint i = 0; i < draft->n_authors; i++) {
            if (is_better (draft->orcids[i], other->orcids[i]))
                swap_pointers (&draft->orcids[i], &other->orcids[i]);
        }
    }
}

/**
 * rhumb_draft_disown_key:
 * @draft: a draft with a title
 * @key: one of its keys, which names something larger than the paper
 * @strings: pool of the corpus
 *
 * Takes a key from a draft. One without other keys is then known by its title.
 */
void
rhumb_draft_disown_key (RhumbDraft *draft, const char *key, GStringChunk *strings)
{
    g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
    for (guint i = 0; draft->keys[i] != NULL; i++) {
        if (!g_str_equal (draft->keys[i], key))
            g_strv_builder_add (keys, draft->keys[i]);
    }
    g_strfreev (draft->keys);
    draft->keys = g_strv_builder_end (keys);
    if (draft->keys[0] == NULL) {
        g_free (draft->keys);
        draft->keys = g_new0 (char *, 2);
        draft->keys[0] = make_title_id (draft);
    }
    draft->paper.id = g_string_chunk_insert_const (strings, draft->keys[0]);
}

/* Unites the keys; the smallest key that is not made from the title becomes the id. */
static void
merge_keys (RhumbDraft *draft, const RhumbDraft *other)
{
    g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
    g_strv_builder_addv (keys, (const char **)draft->keys);
    for (guint i = 0; other->keys[i] != NULL; i++) {
        if (!g_strv_contains ((const char *const *)draft->keys, other->keys[i]))
            g_strv_builder_add (keys, other->keys[i]);
    }
    g_strfreev (draft->keys);
    draft->keys = g_strv_builder_end (keys);
    const int of_title = g_str_has_prefix (draft->paper.id, TITLE_ID_PREFIX) -
                         g_str_has_prefix (other->paper.id, TITLE_ID_PREFIX);
    if (of_title > 0 || (of_title == 0 && strcmp (other->paper.id, draft->paper.id) < 0))
        draft->paper.id = other->paper.id;
}

/**
 * rhumb_draft_merge:
 * @draft: a draft
 * @other: another draft of the same paper; what @draft does not need is left in it
 *
 * Merges two drafts field by field.
 */
void
rhumb_draft_merge (RhumbDraft *draft, RhumbDraft *other)
{
    RhumbPaper *a = &draft->paper;
    RhumbPaper *b = &other->paper;
    merge_keys (draft, other);
    if (is_better (a->title, b->title))
        swap_pointers (&draft->title_key, &other->title_key);
    keep_better (&a->title, b->title);
    keep_better (&a->abstract, b->abstract);
    keep_better (&a->date, b->date);
    keep_better (&a->doi, b->doi);
    keep_better (&a->url, b->url);
    keep_better (&a->language, b->language);
    keep_better (&a->extra, b->extra);
    keep_better (&draft->venue, other->venue);
    if (a->year == 0 || (b->year != 0 && b->year < a->year))
        a->year = b->year;
    a->n_cited_reported = MAX (a->n_cited_reported, b->n_cited_reported);
    merge_lists (draft, other);
}
