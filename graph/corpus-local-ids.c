/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Ids that mean something within one file only: rows of a table and nodes of a network are often
 * called 1 to n, and so are those of the next file.
 *
 * An id of no database that is known, and that stands for papers of different titles, names none
 * of them. Each of those papers is then known by the id with a hash of its title, and the
 * references of its own source follow it. Papers without a title keep the id: nothing tells whose
 * they are. Titles that begin alike, or are spellings of one, stay one paper. Once an id was found
 * to be such, it stays one: a paper in a library tells it by its hash.
 * Cost: linear, and sorting of the ids that several drafts have.
 */
#include "graph/corpus-groups-private.h"

#include <string.h>

#include "graph/disjoint-sets.h"
#include "graph/identifier.h"
#include "graph/repeats.h"

/* More titles than these under one id are not compared in pairs. */
#define MOST_TITLES 8

/* A draft that is known by an id of its file. */
typedef struct {
    const char *id;
    const char *key; /* the id, or what stands for it */
    RhumbDraft *draft;
    guint title; /* number of the title among those of the id, RHUMB_NONE = none */
} Use;

static int
compare_uses (gconstpointer a, gconstpointer b)
{
    const Use *first = a;
    const Use *second = b;
    const int by_id = strcmp (first->id, second->id);
    const int order =
        by_id != 0 ? by_id : strcmp (first->draft->title_key, second->draft->title_key);
    return order != 0 ? order : rhumb_draft_compare (first->draft, second->draft);
}

/* The id that a key is made of, in @scratch if it is not the whole key. */
static const char *
get_id (const char *key, GString *scratch)
{
    const gsize length = rhumb_key_get_local_length (key);
    if (key[length] == '\0')
        return key;
    g_string_truncate (scratch, 0);
    g_string_append_len (scratch, key, (gssize)length);
    return scratch->str;
}

/* The uses of ids of a file that several drafts have, sorted by id, then by title. */
static GArray *
list_uses (const GPtrArray *drafts, GStringChunk *ids)
{
    g_auto (RhumbRepeats) repeats = {0};
    g_autoptr (GString) scratch = g_string_new (NULL);
    rhumb_repeats_init (&repeats, 2 * (gsize)drafts->len);
    for (guint32 i = 0; i < drafts->len; i++) {
        const RhumbDraft *draft = drafts->pdata[i];
        for (guint k = 0; draft->keys[k] != NULL; k++)
            rhumb_repeats_add (&repeats, get_id (draft->keys[k], scratch));
    }
    GArray *uses = g_array_new (FALSE, FALSE, sizeof (Use));
    for (guint32 i = 0; i < drafts->len; i++) {
        RhumbDraft *draft = drafts->pdata[i];
        for (guint k = 0; draft->keys[k] != NULL; k++) {
            const char *id = get_id (draft->keys[k], scratch);
            if (!rhumb_repeats_has (&repeats, id) || !rhumb_key_is_local (id))
                continue;
            const Use use = {g_string_chunk_insert_const (ids, id), draft->keys[k], draft,
                             RHUMB_NONE};
            g_array_append_val (uses, use);
        }
    }
    g_array_sort (uses, compare_uses);
    return uses;
}

/* Ids of one file say less than a DOI: where titles differ, author and year must come with pages.
 */
static gboolean
are_spellings (const RhumbDraft *a, const RhumbDraft *b)
{
    return rhumb_groups_read_alike (a, b) ||
           (a->paper.pages != NULL && b->paper.pages != NULL && rhumb_groups_are_spellings (a, b));
}

/* Gives the title @other the number of the title @first. */
static void
unite_titles (Use *uses, guint n, guint first, guint other)
{
    for (guint i = 0; i < n; i++)
        if (uses[i].title == other)
            uses[i].title = first;
}

/* Numbers the titles of one id. Sorted, each title follows the one that begins it. Returns how many
 * there are. */
static guint
number_titles (Use *uses, guint n)
{
    g_autoptr (GArray) leaders = g_array_new (FALSE, FALSE, sizeof (guint));
    for (guint i = 0; i < n; i++) {
        const char *title = uses[i].draft->title_key;
        if (*title == '\0')
            continue;
        const guint last =
            leaders->len > 0 ? g_array_index (leaders, guint, leaders->len - 1) : RHUMB_NONE;
        const gboolean follows =
            last != RHUMB_NONE && g_str_has_prefix (title, uses[last].draft->title_key);
        uses[i].title = follows ? last : i;
        if (!follows)
            g_array_append_val (leaders, i);
    }
    guint n_titles = leaders->len;
    for (guint i = 1; leaders->len <= MOST_TITLES && i < leaders->len; i++)
        for (guint k = 0; k < i; k++) {
            const Use *a = &uses[g_array_index (leaders, guint, k)];
            const Use *b = &uses[g_array_index (leaders, guint, i)];
            if (a->title == b->title || !are_spellings (a->draft, b->draft))
                continue;
            unite_titles (uses, n, MIN (a->title, b->title), MAX (a->title, b->title));
            n_titles--;
        }
    return n_titles;
}

static gboolean
is_known_as_shared (const Use *uses, guint n)
{
    for (guint i = 0; i < n; i++)
        if (uses[i].key[strlen (uses[i].id)] != '\0')
            return TRUE;
    return FALSE;
}

/* Where references of a source that name an id lead to. */
static char *
make_place (guint source, const char *id)
{
    return g_strdup_printf ("%u %s", source, id);
}

/* Two papers of one source that share an id leave references to it without an aim. */
static void
lead_to (GHashTable *aims, const RhumbGroups *groups, const Use *use)
{
    char *place = make_place (use->draft->paper.source, use->id);
    gpointer known = NULL;
    const gboolean found = g_hash_table_lookup_extended (aims, place, NULL, &known);
    const RhumbDraft *aim = known;
    const gboolean clash =
        found && (aim == NULL || rhumb_disjoint_sets_find (groups->parent, aim->number) !=
                                     rhumb_disjoint_sets_find (groups->parent, use->draft->number));
    if (found && !clash)
        g_free (place);
    else
        g_hash_table_replace (aims, place, clash ? NULL : use->draft);
}

/* Takes an id from the papers of different titles that share it; those of one title are one. */
static void
part (RhumbGroups *groups, const RhumbCorpus *corpus, Use *uses, guint n, GHashTable *aims)
{
    const char *id = rhumb_pool_share (corpus->pools->lasting, uses[0].id);
    for (guint i = 0; i < n; i++) {
        if (uses[i].title == RHUMB_NONE)
            continue;
        RhumbDraft *draft = uses[i].draft;
        groups->shared_id[draft->number] = id;
        rhumb_draft_replace_local_id (draft, uses[i].key, corpus->pools->lasting);
        if (uses[i].title != i)
            rhumb_groups_unite (groups, uses[uses[i].title].draft, draft, id, FALSE);
    }
    for (guint i = 0; i < n; i++)
        if (uses[i].title != RHUMB_NONE)
            lead_to (aims, groups, &uses[i]);
}

static void
lead_references (const RhumbDraft *draft, GHashTable *aims)
{
    const char **references = (const char **)(gpointer)draft->paper.references;
    for (guint i = 0; i < draft->paper.n_references; i++) {
        g_autofree char *id = rhumb_identifier_normalise (references[i]);
        g_autofree char *place = make_place (draft->paper.source, id);
        const RhumbDraft *aim = g_hash_table_lookup (aims, place);
        if (aim != NULL)
            references[i] = aim->paper.id;
    }
}

/* The sources in which an id was replaced. */
static gboolean *
find_sources (const RhumbCorpus *corpus, const GPtrArray *drafts, const char *const *shared)
{
    gboolean *is_changed = g_new0 (gboolean, (gsize)corpus->sources->len + 1);
    for (guint32 i = 0; i < drafts->len; i++) {
        const RhumbDraft *draft = drafts->pdata[i];
        is_changed[draft->paper.source] |= shared[draft->number] != NULL;
    }
    return is_changed;
}

/* Takes from papers of different titles the id that files call them by, and leads the references of
 * each source to its own papers. @groups: groups of one draft each; which ids were taken from
 * drafts is noted in them; @corpus: the corpus with its sources; @drafts (of RhumbDraft): all
 * drafts. */
void
rhumb_groups_separate_local_ids (RhumbGroups *groups, const RhumbCorpus *corpus,
                                 const GPtrArray *drafts)
{
    GStringChunk *ids = g_string_chunk_new (1 << 12);
    g_autoptr (GArray) uses = list_uses (drafts, ids);
    g_autoptr (GHashTable) aims = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    for (guint first = 0, end; first < uses->len; first = end) {
        Use *run = &g_array_index (uses, Use, first);
        for (end = first + 1; end < uses->len; end++)
            if (strcmp (g_array_index (uses, Use, end).id, run->id) != 0)
                break;
        if (number_titles (run, end - first) > 1 || is_known_as_shared (run, end - first))
            part (groups, corpus, run, end - first, aims);
    }
    g_string_chunk_free (ids);
    if (g_hash_table_size (aims) == 0)
        return;
    g_autofree gboolean *is_changed = find_sources (corpus, drafts, groups->shared_id);
    for (guint32 i = 0; i < drafts->len; i++) {
        const RhumbDraft *draft = drafts->pdata[i];
        if (is_changed[draft->paper.source])
            lead_references (draft, aims);
    }
}
