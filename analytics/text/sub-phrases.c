/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which concept is a kind of which, by their names: "sparse mixture of experts" is a mixture of
 * experts, "graph neural network" a neural network.
 *
 * What stands before a name narrows it as long as the name's head stays: words are taken off the
 * front, whole and at blanks only ("self-supervised learning" is no supervised learning), never
 * across a preposition ("mixture of experts" is no expert). The longest rest that names another
 * concept is the broader one. Cost: one look-up a word.
 */
#include "analytics/text/sub-phrases.h"

#include "analytics/text/variants.h"

#include <string.h>

static gboolean
is_joint (const char *word, gsize length)
{
    static const char *const joints[] = {"of",   "for",  "in",  "on",      "with", "and",
                                         "or",   "to",   "by",  "without", "from", "as",
                                         "with", "over", "via", "under"};
    for (gsize i = 0; i < G_N_ELEMENTS (joints); i++)
        if (strlen (joints[i]) == length && g_ascii_strncasecmp (word, joints[i], length) == 0)
            return TRUE;
    return FALSE;
}

static guint
find_key (GHashTable *number, const RhumbModel *model, const char *text, GString *key)
{
    g_string_truncate (key, 0);
    rhumb_append_fold (model, text, strlen (text), key);
    return GPOINTER_TO_UINT (g_hash_table_lookup (number, key->str));
}

static guint32
find_broader (GHashTable *number, const RhumbModel *model, const char *label, guint32 own,
              GString *key)
{
    for (const char *p = label; *p != '\0';) {
        const gsize n = strcspn (p, " ");
        if (is_joint (p, n))
            return RHUMB_NO_STRING;
        p += n;
        p += strspn (p, " ");
        const guint found =
            *p != '\0' && !is_joint (p, strcspn (p, " ")) ? find_key (number, model, p, key) : 0;
        if (found > 0 && found - 1 != own)
            return found - 1;
    }
    return RHUMB_NO_STRING;
}

/* Finds for each label the longest other one that its end is: the number of the concept
 * that it is a kind of, RHUMB_NO_STRING if there is none. @label: of @n concepts. */
guint32 *
rhumb_find_sub_phrases (const char *const *label, guint32 n, const RhumbModel *model)
{
    guint32 *broader = g_new (guint32, MAX (n, 1));
    g_autoptr (GHashTable) number = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr (GString) key = g_string_new (NULL);
    for (guint32 c = 0; c < n; c++)
        if (find_key (number, model, label[c], key) == 0 && key->len > 0)
            g_hash_table_insert (number, g_strdup (key->str), GUINT_TO_POINTER (c + 1));
    for (guint32 c = 0; c < n; c++)
        broader[c] = find_broader (number, model, label[c], c, key);
    return broader;
}
