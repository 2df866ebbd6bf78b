/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What two sources know of one paper beyond the schema, in one JSON object.
 *
 * Each field of either is there; of two values the longer one, of equally long ones the smaller in
 * byte order, as everywhere when records are merged. Fields stand in the order of their names, so
 * that it does not matter which objects come together first.
 * Cost: linear in the texts.
 */
#include "graph/extra-texts.h"

#include <string.h>

/* Names of fields are compared as they are written, with their quotes. */
static char *
copy_name (const RhumbExtraMember *member)
{
    return g_strndup (member->name, (gsize)(member->name_end - member->name));
}

static gsize
get_length (const RhumbExtraMember *member)
{
    return (gsize)(member->end - member->value);
}

static gboolean
is_better_value (const RhumbExtraMember *a, const RhumbExtraMember *b)
{
    const gsize length_a = get_length (a);
    const gsize length_b = get_length (b);
    return length_b > length_a ||
           (length_b == length_a && memcmp (b->value, a->value, length_a) < 0);
}

/* The fields of an object, by name. FALSE if it is broken. */
static gboolean
collect (const char *extra, GHashTable *fields)
{
    RhumbExtraMember member = {0};
    const char *at = extra;
    for (; rhumb_extra_next_member (at, &member); at = member.end) {
        if (member.end == NULL)
            return FALSE;
        char *name = copy_name (&member);
        const RhumbExtraMember *known = g_hash_table_lookup (fields, name);
        if (known != NULL && !is_better_value (known, &member)) {
            g_free (name);
            continue;
        }
        g_hash_table_replace (fields, name, g_memdup2 (&member, sizeof member));
    }
    return *extra == '{' && *at != '\0';
}

/* Puts the fields of two objects into one. @better: a JSON object; @other: another. Returns the
 * object; that of @better if one is broken. */
char *
rhumb_extra_unite (const char *better, const char *other)
{
    g_autoptr (GHashTable) fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    if (!collect (better, fields) || !collect (other, fields))
        return g_strdup (better);
    g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (fields), (GCompareFunc)strcmp);
    g_autoptr (GString) json = g_string_new ("{");
    for (const GList *at = names; at != NULL; at = at->next) {
        const RhumbExtraMember *member = g_hash_table_lookup (fields, at->data);
        g_string_append_printf (json, "%s%s:", at != names ? "," : "", (const char *)at->data);
        g_string_append_len (json, member->value, (gssize)get_length (member));
    }
    g_string_append_c (json, '}');
    return g_strdup (json->str);
}
