/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which names are taken, and which contain one another word by word. Every run of words of a name
 * is kept, so that neither question has to look at all names.
 *
 * Cost: O(words²) for each name, whatever the number of names.
 */
#include "analytics/cluster/taken-names.h"

#include <string.h>

void
rhumb_taken_names_init (TakenNames *taken)
{
    taken->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    taken->members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    taken->phrases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
rhumb_taken_names_clear (TakenNames *taken)
{
    g_hash_table_unref (taken->names);
    g_hash_table_unref (taken->members);
    g_hash_table_unref (taken->phrases);
}

/* Every run of words of a padded name, spaces around it, with its group before it. */
static GPtrArray *
list_phrases (guint32 group, const char *name)
{
    GPtrArray *phrases = g_ptr_array_new_with_free_func (g_free);
    for (const char *first = strchr (name, ' '); first != NULL; first = strchr (first + 1, ' '))
        for (const char *end = strchr (first + 1, ' '); end != NULL; end = strchr (end + 1, ' '))
            g_ptr_array_add (phrases,
                             g_strdup_printf ("%u%.*s", group, (int)(end - first) + 1, first));
    return phrases;
}

void
rhumb_taken_names_add (TakenNames *taken, guint32 group, const char *name)
{
    g_hash_table_add (taken->names, g_strdup (name));
    g_hash_table_add (taken->members, g_strdup_printf ("%u%s", group, name));
    g_autoptr (GPtrArray) phrases = list_phrases (group, name);
    for (guint i = 0; i < phrases->len; i++)
        g_hash_table_add (taken->phrases, g_strdup (g_ptr_array_index (phrases, i)));
}

/* A title is long: it may contain other names, and they its words. */
void
rhumb_taken_names_add_title (TakenNames *taken, const char *title)
{
    g_hash_table_add (taken->names, g_strdup (title));
}

gboolean
rhumb_taken_names_has (const TakenNames *taken, const char *name)
{
    return g_hash_table_contains (taken->names, name);
}

/* Whether a name is neither part nor whole of another of its group; titles do not count. */
gboolean
rhumb_taken_names_is_apart (const TakenNames *taken, guint32 group, const char *name)
{
    g_autoptr (GPtrArray) phrases = list_phrases (group, name);
    for (guint i = 0; i < phrases->len; i++)
        if (g_hash_table_contains (taken->members, g_ptr_array_index (phrases, i)))
            return FALSE;
    g_autofree char *whole = g_strdup_printf ("%u%s", group, name);
    return !g_hash_table_contains (taken->phrases, whole);
}
