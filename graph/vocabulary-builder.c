/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How a vocabulary is collected. Files make statements about ids in any order, so the builder
 * takes them as they come. Freezing unites ids that are said to mean the same, names each concept
 * (by its first preferred label, else by its first other name), leaves out ids without any name,
 * and sorts by id. Cost: linear in the statements but for sorts.
 */
#include "graph/vocabulary-private.h"

#include <string.h>

#include "graph/corpus.h"
#include "graph/disjoint-sets.h"
#include "graph/text.h"

/* What is said of one id. */
typedef struct {
    const char *id;
    const char *label; /* NULL = none yet */
    gboolean is_first_choice;
    gboolean is_preferred; /* another id is only a synonym of it */
    GPtrArray *alternatives;
} Draft;

typedef struct {
    guint32 a;
    guint32 b;
} Pair;

struct _RhumbVocabularyBuilder {
    GStringChunk *strings;
    GHashTable *number; /* id -> draft + 1 */
    GArray *drafts;
    GArray *broader; /* of Pair: narrower, broader */
    GArray *same;    /* of Pair */
};

static void
clear_draft (gpointer data)
{
    g_ptr_array_unref (((Draft *)data)->alternatives);
}

/**
 * rhumb_vocabulary_builder_new:
 *
 * Makes a builder that knows nothing.
 *
 * Returns: (transfer full): a builder
 *
 * Since: 0.2
 */
RhumbVocabularyBuilder *
rhumb_vocabulary_builder_new (void)
{
    RhumbVocabularyBuilder *builder = g_new0 (RhumbVocabularyBuilder, 1);
    builder->strings = g_string_chunk_new (1 << 16);
    builder->number = g_hash_table_new (g_str_hash, g_str_equal);
    builder->drafts = g_array_new (FALSE, FALSE, sizeof (Draft));
    g_array_set_clear_func (builder->drafts, clear_draft);
    builder->broader = g_array_new (FALSE, FALSE, sizeof (Pair));
    builder->same = g_array_new (FALSE, FALSE, sizeof (Pair));
    return builder;
}

/**
 * rhumb_vocabulary_builder_free:
 * @builder: (transfer full) (nullable): a builder
 *
 * Frees a builder, frozen or not.
 *
 * Since: 0.2
 */
void
rhumb_vocabulary_builder_free (RhumbVocabularyBuilder *builder)
{
    if (builder == NULL)
        return;
    g_array_unref (builder->drafts);
    g_array_unref (builder->broader);
    g_array_unref (builder->same);
    g_hash_table_unref (builder->number);
    g_string_chunk_free (builder->strings);
    g_free (builder);
}

static guint32
find_draft (RhumbVocabularyBuilder *builder, const char *id)
{
    const guint known = GPOINTER_TO_UINT (g_hash_table_lookup (builder->number, id));
    if (known > 0)
        return known - 1;
    const Draft draft = {.id = g_string_chunk_insert (builder->strings, id),
                         .alternatives = g_ptr_array_new ()};
    g_array_append_val (builder->drafts, draft);
    g_hash_table_insert (builder->number, (gpointer)draft.id,
                         GUINT_TO_POINTER (builder->drafts->len));
    return builder->drafts->len - 1;
}

static Draft *
get_draft (RhumbVocabularyBuilder *builder, const char *id)
{
    const guint32 number = find_draft (builder, id); /* may move the drafts */
    return &g_array_index (builder->drafts, Draft, number);
}

static const char *
keep_clean (RhumbVocabularyBuilder *builder, const char *text)
{
    g_autofree char *clean = rhumb_text_clean (text, -1);
    return *clean != '\0' ? g_string_chunk_insert_const (builder->strings, clean) : NULL;
}

/**
 * rhumb_vocabulary_builder_set_label:
 * @builder: a builder
 * @id: an id, not empty
 * @label: what it is called
 * @is_first_choice: whether this name goes before others, as one in English
 *
 * Gives a concept its preferred name; of several the first of the first choice stands, the others
 * are alternatives. A name without letters is left out.
 *
 * Since: 0.2
 */
void
rhumb_vocabulary_builder_set_label (RhumbVocabularyBuilder *builder, const char *id,
                                    const char *label, gboolean is_first_choice)
{
    Draft *draft = get_draft (builder, id);
    const char *clean = keep_clean (builder, label);
    if (clean == NULL)
        return;
    if (draft->label != NULL && (draft->is_first_choice || !is_first_choice)) {
        g_ptr_array_add (draft->alternatives, (gpointer)clean);
        return;
    }
    if (draft->label != NULL)
        g_ptr_array_add (draft->alternatives, (gpointer)draft->label);
    draft->label = clean;
    draft->is_first_choice = is_first_choice;
}

/**
 * rhumb_vocabulary_builder_add_alternative:
 * @builder: a builder
 * @id: an id, not empty
 * @label: another name
 *
 * Gives a concept another name.
 *
 * Since: 0.2
 */
void
rhumb_vocabulary_builder_add_alternative (RhumbVocabularyBuilder *builder, const char *id,
                                          const char *label)
{
    Draft *draft = get_draft (builder, id);
    const char *clean = keep_clean (builder, label);
    if (clean != NULL)
        g_ptr_array_add (draft->alternatives, (gpointer)clean);
}

static void
add_pair (RhumbVocabularyBuilder *builder, GArray *pairs, const char *id, const char *other_id)
{
    const Pair pair = {find_draft (builder, id), find_draft (builder, other_id)};
    if (pair.a != pair.b)
        g_array_append_val (pairs, pair);
}

/**
 * rhumb_vocabulary_builder_add_broader:
 * @builder: a builder
 * @id: an id, not empty
 * @broader_id: the id of what it is a kind of
 *
 * Says that a concept is a kind of another.
 *
 * Since: 0.2
 */
void
rhumb_vocabulary_builder_add_broader (RhumbVocabularyBuilder *builder, const char *id,
                                      const char *broader_id)
{
    add_pair (builder, builder->broader, id, broader_id);
}

/**
 * rhumb_vocabulary_builder_unite:
 * @builder: a builder
 * @id: an id, not empty
 * @other_id: an id that means the same
 * @is_other_preferred: whether the second is the one to be used
 *
 * Says that two ids mean one concept. It goes by the preferred id, else by the smallest.
 *
 * Since: 0.2
 */
void
rhumb_vocabulary_builder_unite (RhumbVocabularyBuilder *builder, const char *id,
                                const char *other_id, gboolean is_other_preferred)
{
    add_pair (builder, builder->same, id, other_id);
    if (is_other_preferred)
        get_draft (builder, other_id)->is_preferred = TRUE;
}

static gboolean
has_name (const Draft *draft)
{
    return draft->label != NULL || draft->alternatives->len > 0;
}

/* Whether the first of two ids of one concept should be its id. */
static gboolean
is_better_id (const Draft *a, const Draft *b)
{
    if (has_name (a) != has_name (b))
        return has_name (a);
    if (a->is_preferred != b->is_preferred)
        return a->is_preferred;
    return strcmp (a->id, b->id) < 0;
}

/* For each draft the one that stands for it. */
static guint32 *
choose_ids (const RhumbVocabularyBuilder *builder)
{
    const guint32 n = builder->drafts->len;
    guint32 *set = rhumb_disjoint_sets_new (n);
    for (guint i = 0; i < builder->same->len; i++) {
        const Pair *pair = &g_array_index (builder->same, Pair, i);
        rhumb_disjoint_sets_unite (set, pair->a, pair->b);
    }
    g_autofree guint32 *best = g_new (guint32, MAX (n, 1));
    for (guint32 i = 0; i < n; i++) {
        const guint32 root = rhumb_disjoint_sets_find (set, i);
        const Draft *drafts = (const Draft *)(void *)builder->drafts->data;
        if (root == i || is_better_id (&drafts[i], &drafts[best[root]]))
            best[root] = i;
    }
    for (guint32 i = n; i-- > 0;)
        set[i] = best[rhumb_disjoint_sets_find (set, i)];
    return set;
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
    return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Moves all names of united ids to the one that stands for them. */
static void
gather_names (RhumbVocabularyBuilder *builder, const guint32 *chosen)
{
    for (guint32 i = 0; i < builder->drafts->len; i++) {
        Draft *from = &g_array_index (builder->drafts, Draft, i);
        Draft *to = &g_array_index (builder->drafts, Draft, chosen[i]);
        if (chosen[i] == i)
            continue;
        if (from->label != NULL)
            g_ptr_array_add (to->alternatives, (gpointer)from->label);
        g_ptr_array_extend (to->alternatives, from->alternatives, NULL, NULL);
    }
}

static void
add_entry (RhumbVocabulary *vocabulary, const Draft *draft)
{
    const char *label = draft->label != NULL ? draft->label : draft->alternatives->pdata[0];
    RhumbVocabularyEntry entry = {g_string_chunk_insert (vocabulary->strings, draft->id),
                                  g_string_chunk_insert_const (vocabulary->strings, label), NULL};
    g_ptr_array_sort (draft->alternatives, compare_strings);
    GPtrArray *list = g_ptr_array_new ();
    for (guint i = 0; i < draft->alternatives->len; i++) {
        const char *name = draft->alternatives->pdata[i];
        if (strcmp (name, label) != 0 &&
            (i == 0 || strcmp (name, draft->alternatives->pdata[i - 1]) != 0))
            g_ptr_array_add (list,
                             (gpointer)g_string_chunk_insert_const (vocabulary->strings, name));
    }
    g_ptr_array_add (list, NULL);
    gpointer *names = g_ptr_array_free (list, FALSE);
    g_ptr_array_add (vocabulary->lists, names);
    entry.alternatives = (const char *const *)names;
    g_array_append_val (vocabulary->entries, entry);
}

static RhumbNetwork *
link_entries (const RhumbVocabularyBuilder *builder, const RhumbVocabulary *vocabulary,
              const guint32 *chosen, GError **error)
{
    g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GHashTable) known =
        g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
    const Draft *drafts = (const Draft *)(void *)builder->drafts->data;
    for (guint i = 0; i < builder->broader->len; i++) {
        const Pair *pair = &g_array_index (builder->broader, Pair, i);
        const guint32 narrower = rhumb_vocabulary_find (vocabulary, drafts[chosen[pair->a]].id);
        const guint32 broader = rhumb_vocabulary_find (vocabulary, drafts[chosen[pair->b]].id);
        const gint64 both = (gint64)(((guint64)narrower << 32) | broader);
        if (narrower == RHUMB_NONE || broader == RHUMB_NONE || narrower == broader ||
            !g_hash_table_add (known, g_memdup2 (&both, sizeof both)))
            continue;
        g_array_append_val (from, narrower);
        g_array_append_val (to, broader);
    }
    return rhumb_network_new (RHUMB_NETWORK_DIRECTED, vocabulary->entries->len,
                              vocabulary->entries->len, (const guint32 *)(gpointer)from->data,
                              (const guint32 *)(gpointer)to->data, NULL, from->len, error);
}

/**
 * rhumb_vocabulary_builder_freeze:
 * @builder: a builder; it can only be freed after this
 * @error: return location for an error
 *
 * Makes the vocabulary of all that was said. Ids without a name are left out, and so is what was
 * said of them.
 *
 * Returns: (transfer full): a vocabulary, or %NULL with %RHUMB_ERROR_LIMIT
 *
 * Since: 0.2
 */
RhumbVocabulary *
rhumb_vocabulary_builder_freeze (RhumbVocabularyBuilder *builder, GError **error)
{
    g_autoptr (RhumbVocabulary) vocabulary = g_atomic_rc_box_new0 (RhumbVocabulary);
    vocabulary->strings = g_string_chunk_new (1 << 16);
    vocabulary->lists = g_ptr_array_new_with_free_func (g_free);
    vocabulary->entries = g_array_new (FALSE, FALSE, sizeof (RhumbVocabularyEntry));
    g_autofree guint32 *chosen = choose_ids (builder);
    gather_names (builder, chosen);
    for (guint32 i = 0; i < builder->drafts->len; i++) {
        const Draft *draft = &g_array_index (builder->drafts, Draft, i);
        if (chosen[i] == i && has_name (draft))
            add_entry (vocabulary, draft);
    }
    g_array_sort (vocabulary->entries, rhumb_vocabulary_entries_compare);
    vocabulary->broader = link_entries (builder, vocabulary, chosen, error);
    return vocabulary->broader != NULL ? g_steal_pointer (&vocabulary) : NULL;
}
