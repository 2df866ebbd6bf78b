/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What papers do not say of the records they were made of: each record of a paper that was merged,
 * names in the spelling of the paper, and how much of the report was told by readers.
 *
 * Merging chooses a value for each field; which records belong together depends on all of them.
 * Who adds records later gets what reading all at once gives only by merging anew from the
 * records, so those that became one paper with others are kept as they were read. A paper of one
 * record is that record, but for names: people and venues have one spelling for all papers.
 * Cost: a copy of the lists of each merged record; strings are shared.
 */
#include "graph/corpus-provenance.h"

#include <string.h>

#include "graph/corpus-builder-private.h"
#include "graph/corpus-draft-private.h"
#include "graph/corpus-private.h"
#include "graph/error.h"
#include "graph/text.h"

/* Copies the array of a zero-terminated list; the strings are shared. */
static const char **
copy_list (RhumbPool *pool, const char *const *list)
{
    return rhumb_pool_add_list (pool, list, g_strv_length ((char **)list));
}

/* Keeps a draft as it was read. @corpus: a corpus in the making; @draft: a draft before it is
 * merged; @root: number of the draft that it is merged into, which may be itself. */
void
rhumb_corpus_keep_record (RhumbCorpus *corpus, const RhumbDraft *draft, guint32 root)
{
    RhumbPool *pool = corpus->pools->lasting;
    RhumbDraft *copy = RHUMB_POOL_NEW (pool, RhumbDraft, 1);
    *copy = *draft;
    copy->number = root;
    copy->paper.keywords = (const char *const *)copy_list (pool, draft->paper.keywords);
    copy->paper.references = (const char *const *)copy_list (pool, draft->paper.references);
    const gsize n = (gsize)draft->n_authors + 1;
    copy->authors = RHUMB_POOL_NEW (pool, const char *, 3 * n);
    copy->orcids = copy->authors + n;
    copy->author_ids = copy->orcids + n;
    memcpy (copy->authors, draft->authors, n * sizeof *copy->authors);
    memcpy (copy->orcids, draft->orcids, n * sizeof *copy->authors);
    memcpy (copy->author_ids, draft->author_ids, n * sizeof *copy->authors);
    copy->family = NULL;
    copy->keys = copy_list (pool, (const char *const *)draft->keys);
    copy->title_key = NULL;
    g_ptr_array_add (corpus->kept, copy);
}

static int
compare_kept (gconstpointer a, gconstpointer b)
{
    const RhumbDraft *first = *(const RhumbDraft *const *)a;
    const RhumbDraft *second = *(const RhumbDraft *const *)b;
    return (first->number > second->number) - (first->number < second->number);
}

/* Kept records get the number of their paper and stand in the order of papers. */
static void
number_kept (RhumbCorpus *corpus, const GPtrArray *drafts)
{
    g_autoptr (GHashTable) papers = g_hash_table_new (NULL, NULL);
    for (guint32 v = 0; corpus->kept->len > 0 && v < drafts->len; v++)
        g_hash_table_insert (papers,
                             GUINT_TO_POINTER (((const RhumbDraft *)drafts->pdata[v])->number),
                             GUINT_TO_POINTER (v));
    for (guint i = 0; i < corpus->kept->len; i++) {
        RhumbDraft *kept = corpus->kept->pdata[i];
        kept->number =
            GPOINTER_TO_UINT (g_hash_table_lookup (papers, GUINT_TO_POINTER (kept->number)));
    }
    g_ptr_array_sort (corpus->kept, compare_kept);
}

static void
keep_spelling (RhumbCorpus *corpus, guint32 paper, guint position, const char *written,
               const char *shown)
{
    if (strcmp (written, shown) == 0)
        return;
    const RhumbSpelling spelling = {paper, position,
                                    rhumb_pool_share (corpus->pools->lasting, written)};
    g_array_append_val (corpus->spellings, spelling);
}

/* Numbers the kept records and keeps the names that are spelled in another way elsewhere. @corpus:
 * a corpus whose people and venues are numbered; @drafts (of RhumbDraft): its papers, in their
 * order. */
void
rhumb_corpus_keep_provenance (RhumbCorpus *corpus, const GPtrArray *drafts)
{
    number_kept (corpus, drafts);
    for (guint32 v = 0; v < drafts->len; v++) {
        const RhumbDraft *draft = drafts->pdata[v];
        for (guint a = 0; a < draft->n_authors; a++)
            keep_spelling (
                corpus, v, a, draft->authors[a],
                g_array_index (corpus->people, RhumbPerson, draft->paper.people[a]).name);
        if (draft->paper.venue != RHUMB_NONE)
            keep_spelling (corpus, v, RHUMB_NONE, draft->venue,
                           g_array_index (corpus->venues, RhumbVenue, draft->paper.venue).name);
    }
}

/* rhumb_corpus_get_n_kept_records: how many records became papers together with others. */
guint
rhumb_corpus_get_n_kept_records (const RhumbCorpus *corpus)
{
    return corpus->kept->len;
}

/* Gets one of the records of a paper that was merged. @i: number of a kept record; they stand in
 * the order of papers, then of reading; @record (out): the record, borrowed from the corpus. */
void
rhumb_corpus_get_kept_record (const RhumbCorpus *corpus, guint i, RhumbKeptRecord *record)
{
    const RhumbDraft *draft = corpus->kept->pdata[i];
    *record = (RhumbKeptRecord){.paper = draft->number,
                                .fields = &draft->paper,
                                .ids = (const char *const *)draft->keys,
                                .authors = (const char *const *)draft->authors,
                                .orcids = (const char *const *)draft->orcids,
                                .author_ids = (const char *const *)draft->author_ids,
                                .venue = draft->venue};
}

/* rhumb_corpus_get_n_spellings: how many names are spelled otherwise than their node. */
guint
rhumb_corpus_get_n_spellings (const RhumbCorpus *corpus)
{
    return corpus->spellings->len;
}

/* rhumb_corpus_get_spelling: one of them, in the order of papers; the venue is a paper's last. */
const RhumbSpelling *
rhumb_corpus_get_spelling (const RhumbCorpus *corpus, guint i)
{
    return &g_array_index (corpus->spellings, RhumbSpelling, i);
}

/* rhumb_corpus_get_n_read_events: how many events come from reading; those after them, from
 * merging, come again whenever the same records are merged. */
guint
rhumb_corpus_get_n_read_events (const RhumbCorpus *corpus)
{
    return corpus->n_read_events;
}

/* Adds a source that was read earlier. What is added to the last source begun still is. @source: a
 * source with what was counted when it was read. Returns its number. */
guint
rhumb_corpus_builder_restore_source (RhumbCorpusBuilder *builder, const RhumbSource *source)
{
    rhumb_corpus_builder_begin_source (builder, source->name, source->format);
    GArray *sources = builder->corpus->sources;
    RhumbSource *restored = &g_array_index (sources, RhumbSource, sources->len - 1);
    restored->n_records = source->n_records;
    restored->n_lines_skipped = source->n_lines_skipped;
    restored->n_records_lost = source->n_records_lost;
    restored->n_outside_years = source->n_outside_years;
    return sources->len - 1;
}

/* Adds a line to the report: it is counted already and no error, however strict reading is. @event:
 * a line of the report of an earlier run, of a restored source. */
void
rhumb_corpus_builder_restore_event (RhumbCorpusBuilder *builder, const RhumbEvent *event)
{
    g_return_if_fail (event->source < builder->corpus->sources->len);
    g_autofree char *found = rhumb_text_clean (event->found, -1);
    g_autofree char *why = rhumb_text_clean (event->why, -1);
    RhumbEvent restored = *event;
    restored.found = rhumb_pool_add (builder->corpus->pools->lasting, found);
    restored.why = rhumb_pool_share (builder->corpus->pools->lasting, why);
    g_array_append_val (builder->corpus->events, restored);
}

/* Ids were normalised when the record was first read, and are not again: a percent code that is
 * decoded twice is another id. The DOI is an id of every record until merging takes it away. */
static void
restore_ids (RhumbDraft *draft, const RhumbRecord *record, RhumbPool *lasting)
{
    g_autoptr (GPtrArray) keys = g_ptr_array_new ();
    for (guint i = 0; i < record->ids->len; i++) {
        g_autofree char *id = rhumb_text_clean (record->ids->pdata[i], -1);
        if (*id != '\0')
            g_ptr_array_add (keys, (gpointer)rhumb_pool_add (lasting, id));
    }
    g_autofree char *doi = record->doi != NULL ? rhumb_text_clean (record->doi, -1) : NULL;
    draft->paper.doi = doi != NULL && *doi != '\0' ? rhumb_pool_add (lasting, doi) : NULL;
    g_autofree char *key =
        draft->paper.doi != NULL ? g_strconcat ("doi:", draft->paper.doi, NULL) : NULL;
    if (key != NULL && !g_ptr_array_find_with_equal_func (keys, key, g_str_equal, NULL))
        g_ptr_array_add (keys, (gpointer)rhumb_pool_add (lasting, key));
    if (keys->len == 0)
        return;
    draft->keys = rhumb_pool_add_list (lasting, (const char *const *)keys->pdata, keys->len);
    rhumb_draft_restore_id (draft);
}

/* Adds a record that was read and counted earlier. One outside the years is left out and counted.
 * @source: number of a restored source; @record: a record as it was kept; its id is the first of
 * @ids. Returns %FALSE with %RHUMB_ERROR_FORMAT if the record has neither id nor title, or with
 * %RHUMB_ERROR_LIMIT at 2^32 − 2 records. */
gboolean
rhumb_corpus_builder_restore_record (RhumbCorpusBuilder *builder, guint source,
                                     const RhumbRecord *record, GError **error)
{
    g_return_val_if_fail (source < builder->corpus->sources->len, FALSE);
    RhumbDraft *draft = rhumb_draft_new (record, builder->corpus->pools, source);
    if (draft == NULL || builder->drafts->len >= G_MAXUINT32 - 2) {
        g_set_error (error, RHUMB_ERROR, draft == NULL ? RHUMB_ERROR_FORMAT : RHUMB_ERROR_LIMIT,
                     "%s", draft == NULL ? "a record without id and title" : "too many records");
        return FALSE;
    }
    restore_ids (draft, record, builder->corpus->pools->lasting);
    rhumb_corpus_builder_count_gaps (&g_array_index (builder->corpus->sources, RhumbSource, source),
                                     draft);
    if (rhumb_corpus_builder_is_outside_years (builder, draft->paper.year))
        g_array_index (builder->corpus->sources, RhumbSource, source).n_outside_years++;
    else
        g_ptr_array_add (builder->drafts, draft);
    return TRUE;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
    const RhumbPaper *first = &(*(const RhumbDraft *const *)a)->paper;
    const RhumbPaper *second = &(*(const RhumbDraft *const *)b)->paper;
    if (first->source != second->source)
        return first->source < second->source ? -1 : 1;
    return (first->line > second->line) - (first->line < second->line);
}

/* Puts the records that were restored last into the order in which they were read: the first one of
 * a paper is the one that the report calls kept. @first_source: number of the first source that was
 * restored. */
void
rhumb_corpus_builder_sort_restored (RhumbCorpusBuilder *builder, guint first_source)
{
    guint first = builder->drafts->len;
    while (first > 0 &&
           ((const RhumbDraft *)builder->drafts->pdata[first - 1])->paper.source >= first_source)
        first--;
    g_autoptr (GPtrArray) restored = g_ptr_array_new ();
    for (guint i = first; i < builder->drafts->len; i++)
        g_ptr_array_add (restored, builder->drafts->pdata[i]);
    g_ptr_array_sort (restored, compare_places);
    for (guint i = 0; i < restored->len; i++)
        builder->drafts->pdata[first + i] = restored->pdata[i];
}
