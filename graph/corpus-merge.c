/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which drafts are the same paper: those that share an id, or a DOI and the beginning of their
 * titles; groups are closed by union-find. Keys are visited sorted, each with its drafts sorted by
 * title, so the order of reading decides nothing. Every merge is an event.
 *
 * Cost: O(keys log keys).
 */
#include "graph/corpus-draft-private.h"

#include <string.h>

#include "graph/corpus-private.h"
#include "graph/text.h"

/* Drafts by number: @parent leads to the first one read of the same paper, @via says which key
 * joined a draft to it, @shared_doi is a DOI that papers of other titles have too. */
typedef struct {
    guint32 *parent;
    const char **via;
    const char **shared_doi;
} Groups;

/* A key and the draft that is known by it. */
typedef struct {
    const char *key;
    RhumbDraft *draft;
} Claim;

static guint32
find_root (guint32 *parent, guint32 i)
{
    while (parent[i] != i) {
        parent[i] = parent[parent[i]];
        i = parent[i];
    }
    return i;
}

static void
append_event (RhumbCorpus *corpus, RhumbEventKind kind, const RhumbDraft *draft, const char *found,
              const char *why)
{
    g_autofree char *shown = rhumb_text_shorten (found, 120);
    const RhumbEvent event = {kind, draft->paper.source, draft->paper.line,
                              g_string_chunk_insert (corpus->strings, shown),
                              g_string_chunk_insert (corpus->strings, why)};
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
report_groups (RhumbCorpus *corpus, const GPtrArray *drafts, const Groups *groups)
{
    for (guint32 i = 0; i < drafts->len; i++) {
        if (groups->shared_doi[i] != NULL)
            append_event (corpus, RHUMB_EVENT_NOTE, drafts->pdata[i], groups->shared_doi[i],
                          "this DOI also belongs to a paper of another title; kept apart");
        const guint32 root = find_root (groups->parent, i);
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
    return (first->draft->number > second->draft->number) -
           (first->draft->number < second->draft->number);
}

/* Every DOI, or every other key, with its drafts, sorted by key, then by title. */
static GArray *
list_claims (const GPtrArray *drafts, gboolean of_doi)
{
    GArray *claims = g_array_new (FALSE, FALSE, sizeof (Claim));
    for (guint32 i = 0; i < drafts->len; i++) {
        RhumbDraft *draft = drafts->pdata[i];
        for (guint k = 0; draft->keys[k] != NULL; k++) {
            const Claim claim = {draft->keys[k], draft};
            if (g_str_has_prefix (claim.key, "doi:") == of_doi)
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

static void
unite (Groups *groups, const RhumbDraft *a, const RhumbDraft *b, const char *key)
{
    const guint32 root_a = find_root (groups->parent, a->number);
    const guint32 root_b = find_root (groups->parent, b->number);
    if (root_a == root_b)
        return;
    groups->parent[MAX (root_a, root_b)] = MIN (root_a, root_b);
    groups->via[MAX (root_a, root_b)] = key;
}

/* Unites the drafts with one DOI whose titles begin alike: a subtitle may be missing. Sorted by
 * title, each title follows the one that begins it. Drafts without title agree among themselves
 * and with the only title, if there is one. Returns how many titles differ. */
static guint
unite_by_title (Groups *groups, const Claim *claims, guint n_claims, const char *key)
{
    const RhumbDraft *untitled = NULL;
    const RhumbDraft *titled = NULL;
    guint n_titles = 0;
    for (guint i = 0; i < n_claims; i++) {
        const RhumbDraft *draft = claims[i].draft;
        const gboolean has_title = *draft->title_key != '\0';
        const RhumbDraft **leader = has_title ? &titled : &untitled;
        if (*leader != NULL && g_str_has_prefix (draft->title_key, (*leader)->title_key)) {
            unite (groups, *leader, draft, key);
            continue;
        }
        *leader = draft;
        n_titles += has_title;
    }
    if (n_titles == 1 && untitled != NULL)
        unite (groups, untitled, titled, key);
    return n_titles;
}

/* A DOI of several titles names their container (a proceedings volume): it is no id of theirs,
 * and references to it lead to none of them. */
static void
group_by_doi (RhumbCorpus *corpus, const GPtrArray *drafts, Groups *groups)
{
    g_autoptr (GArray) claims = list_claims (drafts, TRUE);
    for (guint first = 0, end; first < claims->len; first = end) {
        end = find_run_end (claims, first);
        if (end == first + 1)
            continue;
        const Claim *run = &g_array_index (claims, Claim, first);
        const char *doi = g_string_chunk_insert_const (corpus->strings, run->key);
        if (unite_by_title (groups, run, end - first, doi) < 2)
            continue;
        for (guint i = 0; i < end - first; i++) {
            if (*run[i].draft->title_key == '\0')
                continue;
            groups->shared_doi[run[i].draft->number] = doi;
            rhumb_draft_disown_key (run[i].draft, doi, corpus->strings);
        }
    }
}

static void
group_by_other_keys (RhumbCorpus *corpus, const GPtrArray *drafts, Groups *groups)
{
    g_autoptr (GArray) claims = list_claims (drafts, FALSE);
    for (guint first = 0, end; first < claims->len; first = end) {
        end = find_run_end (claims, first);
        const Claim *run = &g_array_index (claims, Claim, first);
        const char *key =
            end > first + 1 ? g_string_chunk_insert_const (corpus->strings, run->key) : NULL;
        for (guint i = 1; i < end - first; i++)
            unite (groups, run[0].draft, run[i].draft, key);
    }
}

/**
 * rhumb_corpus_merge_drafts:
 * @corpus: the corpus they are for; the report is added to
 * @drafts: (element-type RhumbDraft): drafts in the order of reading; those that are merged into
 *   others vanish
 *
 * Merges the drafts that are the same paper.
 */
void
rhumb_corpus_merge_drafts (RhumbCorpus *corpus, GPtrArray *drafts)
{
    g_autofree guint32 *parent = g_new (guint32, drafts->len);
    g_autofree const char **via = g_new0 (const char *, drafts->len);
    g_autofree const char **shared_doi = g_new0 (const char *, drafts->len);
    Groups groups = {parent, via, shared_doi};
    for (guint32 i = 0; i < drafts->len; i++) {
        ((RhumbDraft *)drafts->pdata[i])->number = i;
        parent[i] = i;
    }
    group_by_doi (corpus, drafts, &groups);
    group_by_other_keys (corpus, drafts, &groups);
    report_groups (corpus, drafts, &groups);
    for (guint32 i = 0; i < drafts->len; i++) {
        const guint32 root = find_root (parent, i);
        if (root != i)
            rhumb_draft_merge (drafts->pdata[root], drafts->pdata[i]);
    }
    guint32 kept = 0;
    for (guint32 i = 0; i < drafts->len; i++) {
        if (parent[i] == i) {
            gpointer draft = drafts->pdata[kept];
            drafts->pdata[kept++] = drafts->pdata[i];
            drafts->pdata[i] = draft;
        }
    }
    g_ptr_array_set_size (drafts, (int)kept);
}
