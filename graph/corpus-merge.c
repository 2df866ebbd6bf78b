/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which drafts are the same paper: those that share an id, or a DOI and the beginning of their
 * titles, or a title, year and author (corpus-match.c); groups are closed by union-find. Keys are
 * visited sorted, each with its drafts sorted by title, so the order of reading decides nothing.
 * Every merge is an event.
 *
 * Cost: linear, and sorting of the keys that several drafts have.
 */
#include "graph/corpus-groups-private.h"

#include <string.h>

#include "graph/citation-counts.h"
#include "graph/disjoint-sets.h"
#include "graph/repeats.h"
#include "graph/text.h"

/* A key and the draft that is known by it. */
typedef struct {
    const char *key;
    RhumbDraft *draft;
} Claim;

static void
append_event (RhumbCorpus *corpus, RhumbEventKind kind, const RhumbDraft *draft, const char *found,
              const char *why)
{
    g_autofree char *shown = rhumb_text_shorten (found, 120);
    const RhumbEvent event = {kind, draft->paper.source, draft->paper.line,
                              rhumb_pool_add (corpus->pools->lasting, shown),
                              rhumb_pool_add (corpus->pools->lasting, why)};
    g_array_append_val (corpus->events, event);
}

static void
report_merge (RhumbCorpus *corpus, const RhumbDraft *draft, const RhumbDraft *first,
              const char *key)
{
    const RhumbSource *source = &g_array_index (corpus->sources, RhumbSource, first->paper.source);
    g_autofree char *why =
        g_strdup_printf ("same %s as %s:%" G_GUINT64_FORMAT, key, source->name, first->paper.line);
    append_event (corpus, RHUMB_EVENT_MERGED, draft,
                  draft->paper.title != NULL ? draft->paper.title : draft->paper.id, why);
    g_array_index (corpus->sources, RhumbSource, draft->paper.source).n_merged++;
}

/* Tells in the order of reading what became of each draft that is not a paper of its own. */
static void
report_groups (RhumbCorpus *corpus, const GPtrArray *drafts, const RhumbGroups *groups)
{
    for (guint32 i = 0; i < drafts->len; i++) {
        if (groups->shared_doi[i] != NULL)
            append_event (corpus, RHUMB_EVENT_NOTE, drafts->pdata[i], groups->shared_doi[i],
                          "this DOI also belongs to a paper of another title; kept apart");
        if (groups->shared_id[i] != NULL) {
            const RhumbDraft *draft = drafts->pdata[i];
            g_array_index (corpus->sources, RhumbSource, draft->paper.source).n_shared_ids++;
            append_event (corpus, RHUMB_EVENT_NOTE, drafts->pdata[i], groups->shared_id[i],
                          "papers of other titles have this id too; kept apart, each known by the "
                          "id with a hash of the title");
        }
        const guint32 root = rhumb_disjoint_sets_find (groups->parent, i);
        if (groups->refused[i] != NULL)
            append_event (corpus, RHUMB_EVENT_NOTE, drafts->pdata[i], groups->refused[i],
                          "shared by papers of different DOIs or versions; kept apart");
        if (root != i)
            report_merge (corpus, drafts->pdata[i], drafts->pdata[root], groups->via[i]);
    }
}

static int
compare_claims (gconstpointer a, gconstpointer b)
{
    const Claim *first = a;
    const Claim *second = b;
    const int by_key = strcmp (first->key, second->key);
    const int order =
        by_key != 0 ? by_key : strcmp (first->draft->title_key, second->draft->title_key);
    if (order != 0)
        return order;
    return rhumb_draft_compare (first->draft, second->draft);
}

/* Counts every DOI, or every other key. */
static void
count_keys (RhumbRepeats *repeats, const GPtrArray *drafts, gboolean of_doi)
{
    rhumb_repeats_init (repeats, 2 * (gsize)drafts->len);
    for (guint32 i = 0; i < drafts->len; i++) {
        const RhumbDraft *draft = drafts->pdata[i];
        for (guint k = 0; draft->keys[k] != NULL; k++)
            if (g_str_has_prefix (draft->keys[k], "doi:") == of_doi)
                rhumb_repeats_add (repeats, draft->keys[k]);
    }
}

/* Every DOI, or every other key, with its drafts, sorted by key, then by title. Most keys that only
 * one draft has are left out: they unite nothing. */
static GArray *
list_claims (const GPtrArray *drafts, gboolean of_doi)
{
    g_auto (RhumbRepeats) repeats = {0};
    count_keys (&repeats, drafts, of_doi);
    GArray *claims = g_array_new (FALSE, FALSE, sizeof (Claim));
    for (guint32 i = 0; i < drafts->len; i++) {
        RhumbDraft *draft = drafts->pdata[i];
        for (guint k = 0; draft->keys[k] != NULL; k++) {
            const Claim claim = {draft->keys[k], draft};
            if (g_str_has_prefix (claim.key, "doi:") == of_doi &&
                rhumb_repeats_has (&repeats, claim.key))
                g_array_append_val (claims, claim);
        }
    }
    g_array_sort (claims, compare_claims);
    return claims;
}

static guint
find_run_end (const GArray *claims, guint first)
{
    guint end = first + 1;
    while (end < claims->len && g_str_equal (g_array_index (claims, Claim, end).key,
                                             g_array_index (claims, Claim, first).key))
        end++;
    return end;
}

/* More titles than these under one DOI are not compared in pairs: it names a volume. */
#define MOST_TITLES 8

/* Unites those titles that are spellings of one. Returns how many are left. */
static guint
unite_spellings (RhumbGroups *groups, const GPtrArray *titled, const char *key)
{
    guint n_left = titled->len;
    for (guint i = 1; titled->len <= MOST_TITLES && i < titled->len; i++)
        for (guint k = 0; k < i; k++) {
            const RhumbDraft *a = titled->pdata[k];
            const RhumbDraft *b = titled->pdata[i];
            const gboolean known = rhumb_disjoint_sets_find (groups->parent, a->number) ==
                                   rhumb_disjoint_sets_find (groups->parent, b->number);
            n_left -= !known && rhumb_groups_are_spellings (a, b) &&
                      rhumb_groups_unite (groups, a, b, key, FALSE);
        }
    return n_left;
}

/* Unites the drafts with one DOI whose titles begin alike, since a subtitle may be missing, or are
 * spellings of one. Sorted by title, each title follows the one that begins it. Drafts without
 * title agree among themselves and with the only title, if there is one. Returns how many titles
 * differ. */
static guint
unite_by_title (RhumbGroups *groups, const Claim *claims, guint n_claims, const char *key)
{
    const RhumbDraft *untitled = NULL;
    g_autoptr (GPtrArray) titled = g_ptr_array_new ();
    for (guint i = 0; i < n_claims; i++) {
        const RhumbDraft *draft = claims[i].draft;
        const gboolean has_title = *draft->title_key != '\0';
        const RhumbDraft *leader = !has_title        ? untitled
                                   : titled->len > 0 ? titled->pdata[titled->len - 1]
                                                     : NULL;
        if (leader != NULL && g_str_has_prefix (draft->title_key, leader->title_key))
            rhumb_groups_unite (groups, leader, draft, key, FALSE);
        else if (has_title)
            g_ptr_array_add (titled, (gpointer)draft);
        else
            untitled = draft;
    }
    const guint n_titles = unite_spellings (groups, titled, key);
    if (n_titles == 1 && untitled != NULL)
        rhumb_groups_unite (groups, untitled, titled->pdata[0], key, FALSE);
    return n_titles;
}

/* A DOI of several titles names their container (a proceedings volume): it is no id of theirs,
 * and references to it lead to none of them. */
static void
group_by_doi (RhumbCorpus *corpus, const GPtrArray *drafts, RhumbGroups *groups)
{
    g_autoptr (GArray) claims = list_claims (drafts, TRUE);
    for (guint first = 0, end; first < claims->len; first = end) {
        end = find_run_end (claims, first);
        if (end == first + 1)
            continue;
        const Claim *run = &g_array_index (claims, Claim, first);
        const char *doi = rhumb_pool_share (corpus->pools->lasting, run->key);
        if (unite_by_title (groups, run, end - first, doi) < 2)
            continue;
        for (guint i = 0; i < end - first; i++) {
            if (*run[i].draft->title_key == '\0')
                continue;
            groups->shared_doi[run[i].draft->number] = doi;
            rhumb_draft_disown_key (run[i].draft, doi, corpus->pools->lasting);
        }
    }
}

static void
group_by_other_keys (RhumbCorpus *corpus, const GPtrArray *drafts, RhumbGroups *groups)
{
    g_autoptr (GArray) claims = list_claims (drafts, FALSE);
    for (guint first = 0, end; first < claims->len; first = end) {
        end = find_run_end (claims, first);
        const Claim *run = &g_array_index (claims, Claim, first);
        const char *key =
            end > first + 1 ? rhumb_pool_share (corpus->pools->lasting, run->key) : NULL;
        for (guint i = 1; i < end - first; i++)
            rhumb_groups_unite (groups, run[0].draft, run[i].draft, key, FALSE);
    }
}

static void
groups_clear (RhumbGroups *groups)
{
    g_free (groups->parent);
    g_free ((gpointer)groups->via);
    g_free ((gpointer)groups->shared_doi);
    g_free ((gpointer)groups->shared_id);
    g_free ((gpointer)groups->article_doi);
    g_free ((gpointer)groups->refused);
    g_free (groups->is_preprint);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RhumbGroups, groups_clear)

static void
groups_init (RhumbGroups *groups, const GPtrArray *drafts, gboolean merge_versions)
{
    const gsize n = (gsize)drafts->len + 1;
    *groups = (RhumbGroups){.parent = rhumb_disjoint_sets_new (drafts->len),
                            .via = g_new0 (const char *, n),
                            .shared_doi = g_new0 (const char *, n),
                            .shared_id = g_new0 (const char *, n),
                            .article_doi = g_new0 (const char *, n),
                            .refused = g_new0 (const char *, n),
                            .is_preprint = g_new0 (gboolean, n),
                            .merge_versions = merge_versions};
    for (guint32 i = 0; i < drafts->len; i++) {
        RhumbDraft *draft = drafts->pdata[i];
        const char *doi = draft->paper.doi;
        const gboolean of_preprint = doi != NULL && rhumb_groups_is_preprint_doi (doi);
        draft->number = i;
        groups->article_doi[i] = of_preprint ? NULL : doi;
        groups->is_preprint[i] = of_preprint;
        for (guint k = 0; doi == NULL && draft->keys[k] != NULL; k++)
            groups->is_preprint[i] |= g_str_has_prefix (draft->keys[k], "arxiv:");
    }
}

/* What was merged for the audit; the paper's id is known when all of its drafts are one. */
static void
record_merge (RhumbCorpus *corpus, const RhumbDraft *kept, const RhumbDraft *merged,
              const char *key)
{
    const char *colon = strchr (key, ':');
    g_autofree char *rule = colon != NULL ? g_strndup (key, (gsize)(colon - key)) : NULL;
    const RhumbMerge merge = {
        .paper_id = kept->paper.id,
        .kept_source = kept->paper.source,
        .kept_line = kept->paper.line,
        .merged_source = merged->paper.source,
        .merged_line = merged->paper.line,
        .rule = rhumb_pool_share (corpus->pools->lasting, rule != NULL ? rule : "id"),
        .key = key};
    g_array_append_val (corpus->merges, merge);
}

static int
compare_members (gconstpointer a, gconstpointer b)
{
    return rhumb_draft_compare (*(const RhumbDraft *const *)a, *(const RhumbDraft *const *)b);
}

/* Keeps the counts of citations of all sources in @first, which is the paper now. */
static void
keep_counts (RhumbCorpus *corpus, RhumbDraft *first, GHashTable *counts)
{
    g_autofree char *extra = rhumb_citation_counts_put (counts, first->paper.extra);
    if (extra != NULL)
        first->paper.extra = rhumb_pool_add (corpus->pools->lasting, extra);
}

/* One draft of all that are one paper: the members in the order of what they hold, merged into the
 * first; that one takes the place of the first that was read. */
static void
merge_members (RhumbCorpus *corpus, const RhumbGroups *groups, GPtrArray *members)
{
    RhumbDraft *read_first = members->pdata[0];
    const guint n_before = corpus->merges->len;
    for (guint i = 1; i < members->len; i++) {
        const RhumbDraft *merged = members->pdata[i];
        const char *via = groups->via[merged->number];
        record_merge (corpus, read_first, merged, via != NULL ? via : "id");
    }
    g_autoptr (GPtrArray) in_order_read = g_ptr_array_copy (members, NULL, NULL);
    g_ptr_array_sort (members, compare_members);
    RhumbDraft *first = members->pdata[0];
    const RhumbPaper place = read_first->paper;
    for (guint i = 0; i < in_order_read->len; i++)
        rhumb_corpus_keep_record (corpus, in_order_read->pdata[i], first->number);
    g_autoptr (GHashTable) counts = rhumb_citation_counts_new ();
    for (guint i = 0; i < members->len; i++) {
        const RhumbPaper *paper = &((const RhumbDraft *)members->pdata[i])->paper;
        rhumb_citation_counts_add (
            counts, g_array_index (corpus->sources, RhumbSource, paper->source).format,
            paper->n_cited_reported, paper->extra);
    }
    for (guint i = 1; i < members->len; i++)
        rhumb_draft_merge (first, members->pdata[i], corpus->pools->lasting);
    keep_counts (corpus, first, counts);
    first->paper.source = place.source;
    first->paper.line = place.line;
    for (guint i = n_before; i < corpus->merges->len; i++)
        g_array_index (corpus->merges, RhumbMerge, i).paper_id = first->paper.id;
}

/* Merges every group; the drafts that are left keep the order of reading. */
static void
merge_groups (RhumbCorpus *corpus, RhumbGroups *groups, GPtrArray *drafts)
{
    g_autofree GPtrArray **members = g_new0 (GPtrArray *, (gsize)drafts->len + 1);
    for (guint32 i = 0; i < drafts->len; i++) {
        const guint32 root = rhumb_disjoint_sets_find (groups->parent, i);
        if (root == i)
            continue;
        if (members[root] == NULL) {
            members[root] = g_ptr_array_new ();
            g_ptr_array_add (members[root], drafts->pdata[root]);
        }
        g_ptr_array_add (members[root], drafts->pdata[i]);
    }
    guint n_kept = 0;
    for (guint32 i = 0; i < drafts->len; i++) {
        if (rhumb_disjoint_sets_find (groups->parent, i) != i)
            continue;
        if (members[i] == NULL) {
            drafts->pdata[n_kept++] = drafts->pdata[i];
            continue;
        }
        merge_members (corpus, groups, members[i]);
        drafts->pdata[n_kept++] = members[i]->pdata[0];
        g_ptr_array_unref (members[i]);
    }
    g_ptr_array_set_size (drafts, (int)n_kept);
}

/* Merges the drafts that are the same paper and reports it to @corpus. @drafts: in the order of
 * reading; those that are merged into others vanish; @merge_versions: as for
 * rhumb_corpus_take_drafts(). */
void
rhumb_corpus_merge_drafts (RhumbCorpus *corpus, GPtrArray *drafts, gboolean merge_versions)
{
    g_auto (RhumbGroups) groups = {0};
    groups_init (&groups, drafts, merge_versions);
    rhumb_groups_separate_local_ids (&groups, corpus, drafts);
    group_by_doi (corpus, drafts, &groups);
    group_by_other_keys (corpus, drafts, &groups);
    rhumb_groups_match_titles (&groups, drafts, corpus->pools->lasting);
    report_groups (corpus, drafts, &groups);
    merge_groups (corpus, &groups, drafts);
}
