/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Ids that mean something within one file only: nodes of a network are often called 1 to n, and
 * so are those of the next file.
 *
 * An id that a network gives and that stands for papers of different titles names none of them.
 * Each of those papers is then known by a hash of the id and its title, and the references of its
 * own source follow it. Papers without a title keep the id: nothing tells whose they are.
 * Cost: linear, and sorting of the ids that several drafts have, if a network has given ids.
 */
#include "graph/corpus-groups-private.h"

#include <string.h>

#include "graph/identifier.h"
#include "graph/repeats.h"

/* An id of a draft that a network gave, or may have given. */
typedef struct {
    const char *id;
    RhumbDraft *draft;
} Use;

static int
compare_uses (gconstpointer a, gconstpointer b)
{
    const Use *first = a;
    const Use *second = b;
    const int order = strcmp (first->id, second->id);
    return order != 0 ? order : rhumb_draft_compare (first->draft, second->draft);
}

/* The ids of networks that several drafts have. */
static GHashTable *
find_local_ids (const GPtrArray *drafts)
{
    g_auto (RhumbRepeats) repeats = {0};
    rhumb_repeats_init (&repeats, 2 * (gsize)drafts->len);
    for (guint32 i = 0; i < drafts->len; i++) {
        const RhumbDraft *draft = drafts->pdata[i];
        for (guint k = 0; draft->keys[k] != NULL; k++)
            rhumb_repeats_add (&repeats, draft->keys[k]);
    }
    GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);
    for (guint32 i = 0; i < drafts->len; i++) {
        const RhumbDraft *draft = drafts->pdata[i];
        if (draft->id_is_local && rhumb_repeats_has (&repeats, draft->given_id))
            g_hash_table_add (ids, (gpointer)draft->given_id);
    }
    return ids;
}

static GArray *
list_uses (const GPtrArray *drafts, GHashTable *ids)
{
    GArray *uses = g_array_new (FALSE, FALSE, sizeof (Use));
    for (guint32 i = 0; i < drafts->len; i++) {
        RhumbDraft *draft = drafts->pdata[i];
        for (guint k = 0; draft->keys[k] != NULL; k++) {
            const Use use = {draft->keys[k], draft};
            if (g_hash_table_contains (ids, use.id))
                g_array_append_val (uses, use);
        }
    }
    g_array_sort (uses, compare_uses);
    return uses;
}

static gboolean
are_alike (const RhumbDraft *a, const RhumbDraft *b)
{
    return g_str_has_prefix (a->title_key, b->title_key) ||
           g_str_has_prefix (b->title_key, a->title_key) || rhumb_groups_are_spellings (a, b);
}

/* Whether one id stands for several titles. */
static gboolean
is_ambiguous (const Use *uses, guint n)
{
    const RhumbDraft *first = NULL;
    for (guint i = 0; i < n; i++) {
        const RhumbDraft *draft = uses[i].draft;
        if (*draft->title_key == '\0')
            continue;
        if (first == NULL)
            first = draft;
        else if (!are_alike (first, draft))
            return TRUE;
    }
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
rename_uses (const Use *uses, guint n, GHashTable *aims, RhumbPool *lasting)
{
    for (guint i = 0; i < n; i++) {
        RhumbDraft *draft = uses[i].draft;
        if (*draft->title_key == '\0')
            continue;
        rhumb_draft_replace_local_id (draft, uses[i].id, lasting);
        char *place = make_place (draft->paper.source, uses[i].id);
        const char *aim = g_hash_table_lookup (aims, place);
        const gboolean clash = aim != NULL && !g_str_equal (aim, draft->paper.id);
        g_hash_table_replace (aims, place, (gpointer)(clash ? "" : draft->paper.id));
    }
}

static void
lead_references (const RhumbDraft *draft, GHashTable *aims)
{
    const char **references = (const char **)(gpointer)draft->paper.references;
    for (guint i = 0; i < draft->paper.n_references; i++) {
        g_autofree char *id = rhumb_identifier_normalise (references[i]);
        g_autofree char *place = make_place (draft->paper.source, id);
        const char *aim = g_hash_table_lookup (aims, place);
        if (aim != NULL && *aim != '\0')
            references[i] = aim;
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

/*
 * rhumb_groups_separate_local_ids:
 * @groups: groups of one draft each; which ids were taken from drafts is noted in them
 * @corpus: the corpus with its sources
 * @drafts: (element-type RhumbDraft): all drafts
 *
 * Takes from papers of different titles the id that networks call them by, and leads the
 * references of each source to its own papers.
 */
void
rhumb_groups_separate_local_ids (RhumbGroups *groups, const RhumbCorpus *corpus,
                                 const GPtrArray *drafts)
{
    g_autoptr (GHashTable) ids = find_local_ids (drafts);
    if (g_hash_table_size (ids) == 0)
        return;
    g_autoptr (GArray) uses = list_uses (drafts, ids);
    g_autoptr (GHashTable) aims = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    for (guint first = 0, end; first < uses->len; first = end) {
        const Use *run = &g_array_index (uses, Use, first);
        for (end = first + 1; end < uses->len; end++)
            if (strcmp (g_array_index (uses, Use, end).id, run->id) != 0)
                break;
        if (!is_ambiguous (run, end - first))
            continue;
        for (guint i = 0; i < end - first; i++)
            if (*run[i].draft->title_key != '\0')
                groups->shared_id[run[i].draft->number] = run->id;
        rename_uses (run, end - first, aims, corpus->pools->lasting);
    }
    if (g_hash_table_size (aims) == 0)
        return;
    g_autofree gboolean *is_changed = find_sources (corpus, drafts, groups->shared_id);
    for (guint32 i = 0; i < drafts->len; i++) {
        const RhumbDraft *draft = drafts->pdata[i];
        if (is_changed[draft->paper.source])
            lead_references (draft, aims);
    }
}
