/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Where the names of a controlled vocabulary stand in a text, whatever their capitals, hyphens,
 * plurals and British spelling (variants.h).
 *
 * From each token on, the longest run of words whose key is that of a name is found; the search
 * goes on behind it, so of "deep neural network" only the longest name counts. Short forms that a
 * paper of the corpus defines are read as what they stand for. A name of capitals ("IT") wants
 * capitals in the text. Cost: one look-up for each token and each length up to that of the longest
 * name; memory linear in the names.
 */
#include "analytics/text/label-index.h"

#include "analytics/text/letters.h"
#include "analytics/text/variants.h"

#include <string.h>

#define MAX_NAME_TOKENS 16

typedef struct {
    guint32 key;
    guint32 entry;
} Name;

struct _RhumbLabelIndex {
    RhumbStrings *key;
    GArray *wants_capitals; /* of guint8, one a key */
    guint32 *start;         /* n_keys + 1 */
    guint32 *entry;
    gsize longest; /* bytes of the longest key */
};

/* "NLP", but not "Nlp" or "NLP methods". */
static gboolean
is_all_capitals (const char *name)
{
    guint n = 0;
    for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p)) {
        const gunichar c = g_utf8_get_char (p);
        n += rhumb_letter_is_upper (c);
        if (c == ' ' || (rhumb_letter_is_alpha (c) && !rhumb_letter_is_upper (c)))
            return FALSE;
    }
    return n > 1;
}

static void
add_name (RhumbLabelIndex *index, const RhumbModel *model, const char *text, guint32 entry,
          GString *key, GArray *names)
{
    g_string_truncate (key, 0);
    rhumb_append_fold (model, text, strlen (text), key);
    if (key->len < 2)
        return;
    const Name name = {rhumb_strings_add (index->key, key->str, key->len), entry};
    const guint8 capitals = is_all_capitals (text) ? 1 : 0;
    if (name.key == index->wants_capitals->len)
        g_array_append_val (index->wants_capitals, capitals);
    else if (!capitals)
        g_array_index (index->wants_capitals, guint8, name.key) = FALSE;
    g_array_append_val (names, name);
    index->longest = MAX (index->longest, key->len);
}

/* A name that is turned around is one of the other order too, as keywords are read. */
static void
add_both_ways (RhumbLabelIndex *index, const RhumbModel *model, const char *text, guint32 entry,
               GString *key, GArray *names)
{
    g_autofree char *turned = rhumb_turn_around (text);
    add_name (index, model, text, entry, key, names);
    if (turned != NULL)
        add_name (index, model, turned, entry, key, names);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
    const Name *x = a;
    const Name *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return (x->entry > y->entry) - (x->entry < y->entry);
}

/* Lays the entries of each key side by side, each once. */
static void
arrange (RhumbLabelIndex *index, GArray *names)
{
    g_array_sort (names, compare_names);
    const guint32 n_keys = rhumb_strings_get_n (index->key);
    index->start = g_new0 (guint32, (gsize)n_keys + 1);
    index->entry = g_new (guint32, MAX (names->len, 1));
    guint32 n = 0;
    for (guint i = 0; i < names->len; i++) {
        const Name *name = &g_array_index (names, Name, i);
        if (i == 0 || compare_names (name - 1, name) != 0)
            index->entry[n++] = name->entry;
        index->start[name->key + 1] = n;
    }
}

/* Indexes all names of a vocabulary. */
RhumbLabelIndex *
rhumb_label_index_new (const RhumbVocabulary *vocabulary, const RhumbModel *model)
{
    RhumbLabelIndex *index = g_new0 (RhumbLabelIndex, 1);
    index->key = rhumb_strings_new ();
    index->wants_capitals = g_array_new (FALSE, FALSE, sizeof (guint8));
    g_autoptr (GString) key = g_string_new (NULL);
    g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Name));
    for (guint32 e = 0; e < rhumb_vocabulary_get_n_entries (vocabulary); e++) {
        const RhumbVocabularyEntry *entry = rhumb_vocabulary_get_entry (vocabulary, e);
        add_both_ways (index, model, entry->label, e, key, names);
        for (gsize i = 0; entry->alternatives[i] != NULL; i++)
            add_both_ways (index, model, entry->alternatives[i], e, key, names);
    }
    arrange (index, names);
    return index;
}

/* Frees the index. */
void
rhumb_label_index_free (RhumbLabelIndex *index)
{
    rhumb_strings_free (index->key);
    g_array_unref (index->wants_capitals);
    g_free (index->start);
    g_free (index->entry);
    g_free (index);
}

/* How many keys there are. */
guint32
rhumb_label_index_get_n_keys (const RhumbLabelIndex *index)
{
    return rhumb_strings_get_n (index->key);
}

/* A key. */
const char *
rhumb_label_index_get_key (const RhumbLabelIndex *index, guint32 key, gsize *length)
{
    *length = rhumb_strings_get_length (index->key, key);
    return rhumb_strings_get (index->key, key);
}

/* The entries that a key may mean, ascending. */
const guint32 *
rhumb_label_index_get_entries (const RhumbLabelIndex *index, guint32 key, guint32 *n)
{
    *n = index->start[key + 1] - index->start[key];
    return index->entry + index->start[key];
}

/* The entries that the key of a phrase may mean, ascending; NULL if it means none. */
const guint32 *
rhumb_label_index_find (const RhumbLabelIndex *index, const char *key, gsize length, guint32 *n)
{
    const guint32 k = rhumb_strings_find (index->key, key, length);
    *n = 0;
    return k == RHUMB_NO_STRING ? NULL : rhumb_label_index_get_entries (index, k, n);
}

/* Whether a run of tokens with key @k may be a name: capitals where they are wanted, and no mere
 * word of grammar. */
static gboolean
may_be_name (const RhumbLabelIndex *index, guint32 k, const RhumbSpelling *first, gboolean is_alone)
{
    if (!is_alone || first->n_capitals > 1)
        return TRUE;
    return !g_array_index (index->wants_capitals, guint8, k) && !first->lower->role.is_break;
}

/* The end of the longest name that begins at token @i, 0 if none does. */
static guint32
find_longest (const RhumbLabelIndex *index, const RhumbAcronymTable *acronyms,
              const RhumbTokens *tokens, guint32 i, guint32 stop, GString *key)
{
    guint32 longest = 0;
    g_string_truncate (key, 0);
    for (guint32 j = i; j < MIN (stop, i + MAX_NAME_TOKENS) && tokens->token[j]->is_word; j++) {
        rhumb_acronym_table_append_key (acronyms, tokens, j, j + 1, key);
        if (key->len > index->longest)
            break;
        const guint32 k = rhumb_strings_find (index->key, key->str, key->len);
        if (k != RHUMB_NO_STRING && may_be_name (index, k, tokens->token[i], j == i))
            longest = j + 1;
    }
    return longest;
}

/* Finds the names in a text. @key: room. @end: one a token: where the name that begins there ends,
 * 0 if none does. */
void
rhumb_label_index_match (const RhumbLabelIndex *index, const RhumbAcronymTable *acronyms,
                         const RhumbTokens *tokens, GString *key, guint32 *end)
{
    memset (end, 0, tokens->n_tokens * sizeof end[0]);
    for (guint32 s = 0; s < tokens->n_sentences; s++)
        for (guint32 i = tokens->start[s]; i < tokens->start[s + 1];) {
            end[i] = find_longest (index, acronyms, tokens, i, tokens->start[s + 1], key);
            i = end[i] > 0 ? end[i] : i + 1;
        }
}
