/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * One record on its way to become a paper: every string is cleaned here, once, and the ids under
 * which the paper is known are brought into one spelling. Merging two drafts of one paper is
 * commutative and associative, so the order of files does not matter: for each field the longer
 * value wins, between equally long ones the smaller in byte order. Of lists of authors that do not
 * name the same people one is kept; there the order counts, in which drafts are sorted.
 */
#include "graph/corpus-draft-private.h"

#include <string.h>

#include "graph/cited-reference.h"
#include "graph/extra-texts.h"
#include "graph/identifier.h"
#include "graph/person-name.h"
#include "graph/text.h"

/* The text itself if it is clean, else the clean one in @made, which is freed by the caller. %NULL
 * if nothing is left. */
static const char *
clean (const char *text, char **made)
{
    if (text == NULL || *text == '\0')
        return NULL;
    if (rhumb_text_is_clean (text, strlen (text)))
        return text;
    *made = rhumb_text_clean (text, -1);
    return **made != '\0' ? *made : NULL;
}

/* Cleans a text into the pool. */
static const char *
clean_into (RhumbPool *pool, const char *text)
{
    g_autofree char *made = NULL;
    const char *kept = clean (text, &made);
    return kept != NULL ? rhumb_pool_add (pool, kept) : NULL;
}

/* What many records share is kept once. */
static const char *
clean_shared (RhumbPool *pool, const char *text)
{
    g_autofree char *made = NULL;
    const char *kept = clean (text, &made);
    return kept != NULL ? rhumb_pool_share (pool, kept) : NULL;
}

/* Cleans a list; empty values vanish. */
static const char **
clean_list (RhumbPool *pool, const GPtrArray *values, gboolean is_shared, guint *n_values)
{
    const char **list = RHUMB_POOL_NEW (pool, const char *, (gsize)values->len + 1);
    guint n = 0;
    for (guint i = 0; i < values->len; i++) {
        const char *text = values->pdata[i];
        const char *kept = is_shared ? clean_shared (pool, text) : clean_into (pool, text);
        if (kept != NULL)
            list[n++] = kept;
    }
    *n_values = n;
    return list;
}

static const char *
get_item (const GPtrArray *items, guint i)
{
    return i < items->len ? items->pdata[i] : NULL;
}

static gboolean
has_letter (const char *name)
{
    for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
        if (g_ascii_isalnum (*p) || ((guchar)*p >= 0x80 && g_unichar_isalnum (g_utf8_get_char (p))))
            return TRUE;
    return FALSE;
}

/* A name without TeX's blanks, "Tommaso~Treu". */
static const char *
clean_name (RhumbPool *pool, const char *text)
{
    if (text == NULL || strchr (text, '~') == NULL)
        return clean_shared (pool, text);
    g_autofree char *parted = g_strdelimit (g_strdup (text), "~", ' ');
    return clean_shared (pool, parted);
}

/* Authors whose name is empty or has no letter (":" of a list, "NVIDIA, :, …") vanish together with
 * their ORCID. */
static void
clean_authors (RhumbDraft *draft, const RhumbRecord *record, const RhumbPools *pools)
{
    const guint n = record->author_names->len;
    /* One block for the three lists. */
    draft->authors = RHUMB_POOL_NEW (pools->drafts, const char *, 3 * ((gsize)n + 1));
    draft->orcids = draft->authors + n + 1;
    draft->author_ids = draft->orcids + n + 1;
    for (guint i = 0; i < n; i++) {
        const char *name = clean_name (pools->lasting, record->author_names->pdata[i]);
        if (name != NULL && !has_letter (name))
            draft->bad_author = name;
        if (name == NULL || !has_letter (name))
            continue;
        const char *id = clean_into (pools->lasting, get_item (record->author_ids, i));
        const char *orcid = get_item (record->author_orcids, i);
        g_autofree char *clean = orcid != NULL && !rhumb_text_is_clean (orcid, strlen (orcid))
                                     ? rhumb_text_clean (orcid, -1)
                                     : NULL;
        orcid = clean != NULL ? clean : orcid;
        const gboolean has_orcid = orcid != NULL && *orcid != '\0';
        g_autofree char *checked = has_orcid ? rhumb_identifier_parse_orcid (orcid) : NULL;
        draft->n_bad_orcids += has_orcid && checked == NULL;
        draft->authors[draft->n_authors] = name;
        draft->author_ids[draft->n_authors] = id != NULL ? id : "";
        draft->orcids[draft->n_authors++] =
            checked != NULL ? rhumb_pool_share (pools->lasting, checked) : "";
    }
    g_autofree char *family =
        draft->n_authors > 0 ? rhumb_cited_reference_fold_family (draft->authors[0]) : NULL;
    draft->family = family != NULL ? rhumb_pool_share (pools->matching, family) : "";
}

/* Cleans a record as a reader filled it. @source: its number. Returns a draft in the pools, or
 * %NULL if the record has neither id nor title. */
RhumbDraft *
rhumb_draft_new (const RhumbRecord *record, const RhumbPools *pools, guint source)
{
    RhumbPool *lasting = pools->lasting;
    const char *id = clean_into (lasting, record->id);
    const char *title = clean_into (lasting, record->title);
    if (id == NULL && title == NULL && record->doi == NULL && record->ids->len == 0)
        return NULL;
    RhumbDraft *draft = RHUMB_POOL_NEW (pools->drafts, RhumbDraft, 1);
    RhumbPaper *paper = &draft->paper;
    paper->title = title;
    paper->abstract = clean_into (lasting, record->abstract);
    paper->year = record->year >= 1000 && record->year <= 2999 ? record->year : 0;
    paper->date = clean_shared (lasting, record->date);
    paper->url = clean_into (lasting, record->url);
    paper->language = clean_shared (lasting, record->language);
    paper->type = clean_shared (lasting, record->type);
    paper->volume = clean_shared (lasting, record->volume);
    paper->issue = clean_shared (lasting, record->issue);
    paper->pages = clean_into (lasting, record->pages);
    paper->issn = clean_shared (lasting, record->issn);
    paper->venue_short = clean_shared (lasting, record->venue_short);
    paper->n_references_reported = record->n_references_reported;
    paper->extra = record->extra != NULL ? rhumb_pool_add (lasting, record->extra) : NULL;
    paper->n_cited_reported = record->n_cited_reported;
    paper->source = source;
    paper->line = record->line;
    guint n_keywords;
    paper->keywords = clean_list (lasting, record->keywords, TRUE, &n_keywords);
    /* Sharing cited works as well would save a tenth of all memory and cost a fifth of reading. */
    paper->references = clean_list (lasting, record->references, FALSE, &paper->n_references);
    draft->venue = clean_shared (lasting, record->venue);
    g_autofree char *title_key = rhumb_text_title_key (title != NULL ? title : "");
    draft->title_key = rhumb_pool_add (pools->matching, title_key);
    clean_authors (draft, record, pools);
    const char *doi_text = clean_into (lasting, record->doi);
    g_autofree char *doi = doi_text != NULL ? rhumb_identifier_parse_doi (doi_text) : NULL;
    if (doi == NULL && id != NULL && g_str_has_prefix (id, "doi:"))
        doi = rhumb_identifier_parse_doi (id);
    paper->doi = doi != NULL ? rhumb_pool_add (lasting, doi) : NULL;
    rhumb_draft_keep_bad_doi (draft, doi_text, lasting);
    if (paper->doi == NULL && id == NULL && title == NULL && record->ids->len == 0)
        return NULL;
    return rhumb_draft_find_keys (draft, id, record->ids, lasting) ? draft : NULL;
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

/* What makes two references or keywords one: an id in its one spelling, else the folded text. */
static char *
make_item_key (const char *item)
{
    g_autofree char *doi = rhumb_identifier_parse_doi (item);
    if (doi != NULL)
        return g_steal_pointer (&doi);
    g_autofree char *folded = rhumb_text_title_key (item);
    return *folded != '\0' ? g_steal_pointer (&folded) : g_strdup (item);
}

/* Appends the items of @more that @list does not have. %NULL if there are none. */
static const char *const *
unite_lists (RhumbPool *pool, const char *const *list, const char *const *more, guint *n_items)
{
    if (more[0] == NULL)
        return NULL;
    g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr (GPtrArray) items = g_ptr_array_new ();
    for (guint i = 0; list[i] != NULL; i++) {
        g_hash_table_add (seen, make_item_key (list[i]));
        g_ptr_array_add (items, (gpointer)list[i]);
    }
    const guint n_before = items->len;
    for (guint i = 0; more[i] != NULL; i++)
        if (g_hash_table_add (seen, make_item_key (more[i])))
            g_ptr_array_add (items, (gpointer)more[i]);
    if (items->len == n_before)
        return NULL;
    *n_items = items->len;
    return (const char *const *)rhumb_pool_add_list (pool, (const char *const *)items->pdata,
                                                     items->len);
}

static void
merge_lists (RhumbPaper *paper, const RhumbPaper *other, RhumbPool *lasting)
{
    guint n = 0;
    const char *const *keywords = unite_lists (lasting, paper->keywords, other->keywords, &n);
    if (keywords != NULL)
        paper->keywords = keywords;
    const char *const *references = unite_lists (lasting, paper->references, other->references, &n);
    if (references != NULL) {
        paper->references = references;
        paper->n_references = n;
    }
}

/* "k he" of "He, Kaiming" and "He K". */
static char *
make_short_name (const char *name)
{
    g_autofree char *spoken = rhumb_person_name_speak (name);
    g_autofree char *folded = rhumb_text_title_key (spoken != NULL ? spoken : name);
    g_autofree char *family = rhumb_cited_reference_fold_family (name);
    char initial[7] = "";
    g_utf8_strncpy (initial, folded, 1);
    return g_strconcat (initial, " ", family, NULL);
}

/* Whether two lists are the same people, one after the other. */
static gboolean
are_same_people (const RhumbDraft *a, const RhumbDraft *b)
{
    if (a->n_authors != b->n_authors)
        return FALSE;
    for (guint i = 0; i < a->n_authors; i++) {
        g_autofree char *first = make_short_name (a->authors[i]);
        g_autofree char *second = make_short_name (b->authors[i]);
        if (!g_str_equal (first, second))
            return FALSE;
    }
    return TRUE;
}

/* Of the same people each is kept as the source that tells most of them has it. */
static void
merge_authors (RhumbDraft *draft, RhumbDraft *other)
{
    if (are_same_people (draft, other)) {
        for (guint i = 0; i < draft->n_authors; i++) {
            keep_better (&draft->authors[i], other->authors[i]);
            keep_better (&draft->orcids[i], other->orcids[i]);
            keep_better (&draft->author_ids[i], other->author_ids[i]);
        }
        return;
    }
    if (is_better_list ((const char *const *)draft->authors, (const char *const *)other->authors)) {
        swap_pointers (&draft->authors, &other->authors);
        swap_pointers (&draft->orcids, &other->orcids);
        swap_pointers (&draft->author_ids, &other->author_ids);
        draft->n_authors = other->n_authors;
    }
}

static void
merge_extra (RhumbPaper *paper, const RhumbPaper *other, RhumbPool *lasting)
{
    if (paper->extra == NULL || other->extra == NULL) {
        keep_better (&paper->extra, other->extra);
        return;
    }
    const gboolean better = is_better (paper->extra, other->extra);
    g_autofree char *united = better ? rhumb_extra_unite (other->extra, paper->extra)
                                     : rhumb_extra_unite (paper->extra, other->extra);
    paper->extra = rhumb_pool_add (lasting, united);
}

/* rhumb_draft_compare: orders the drafts of one paper by what they hold, so that merging them in
 * that order gives the same paper whatever the order of reading: most references first. */
int
rhumb_draft_compare (const RhumbDraft *a, const RhumbDraft *b)
{
    const char *const texts[][2] = {{a->paper.id, b->paper.id},
                                    {a->paper.title, b->paper.title},
                                    {a->paper.abstract, b->paper.abstract},
                                    {a->paper.extra, b->paper.extra}};
    if (is_better_list (a->paper.references, b->paper.references))
        return 1;
    if (is_better_list (b->paper.references, a->paper.references))
        return -1;
    if (is_better_list (a->paper.keywords, b->paper.keywords))
        return 1;
    if (is_better_list (b->paper.keywords, a->paper.keywords))
        return -1;
    for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
        const int order = g_strcmp0 (texts[i][0], texts[i][1]);
        if (order != 0)
            return order;
    }
    return (a->number > b->number) - (a->number < b->number);
}

/* Merges two drafts of one paper field by field; what @draft does not need is left in @other. */
void
rhumb_draft_merge (RhumbDraft *draft, RhumbDraft *other, RhumbPool *lasting)
{
    RhumbPaper *a = &draft->paper;
    RhumbPaper *b = &other->paper;
    rhumb_draft_merge_keys (draft, other, lasting);
    if (is_better (a->title, b->title))
        swap_pointers (&draft->title_key, &other->title_key);
    keep_better (&a->title, b->title);
    keep_better (&a->abstract, b->abstract);
    keep_better (&a->date, b->date);
    keep_better (&a->doi, b->doi);
    keep_better (&a->url, b->url);
    keep_better (&a->language, b->language);
    keep_better (&a->type, b->type);
    keep_better (&a->volume, b->volume);
    keep_better (&a->issue, b->issue);
    keep_better (&a->pages, b->pages);
    keep_better (&a->issn, b->issn);
    keep_better (&a->venue_short, b->venue_short);
    keep_better (&draft->venue, other->venue);
    if (a->year == 0 || (b->year != 0 && b->year < a->year))
        a->year = b->year;
    a->n_cited_reported = MAX (a->n_cited_reported, b->n_cited_reported);
    a->n_references_reported = MAX (a->n_references_reported, b->n_references_reported);
    merge_lists (a, b, lasting);
    merge_extra (a, b, lasting);
    merge_authors (draft, other);
}
