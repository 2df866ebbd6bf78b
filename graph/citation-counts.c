/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How often a paper is cited, as each source counts: databases cover different journals and years,
 * so their counts differ and none is wrong. A paper made of records of several
 * sources shows the largest count and keeps all of them in its extra,
 *
 *   "cited_by_source": {"openalex": 12, "scopus": 9}
 *
 * by the name of the format, of several records of one source the largest. A record that has such
 * a field already, since it was written by rhumb, adds what it says and not its own count again.
 * Source: Martin-Martin et al. 2021, doi:10.1007/s11192-020-03690-4, on how far counts differ.
 * Cost: linear in the extra of the records, but for the sorting of the few names.
 */
#include "graph/citation-counts.h"

#include <string.h>

#include "graph/extra-texts.h"

#define FIELD "cited_by_source"

/* rhumb_citation_counts_new: no counts; names stand for themselves in JSON. */
GHashTable *
rhumb_citation_counts_new (void)
{
    return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* Takes @source over. */
static void
keep_largest (GHashTable *counts, char *source, guint64 n_cited)
{
    gpointer known;
    if (g_hash_table_lookup_extended (counts, source, NULL, &known) &&
        GPOINTER_TO_UINT (known) >= n_cited)
        g_free (source);
    else
        g_hash_table_insert (counts, source, GUINT_TO_POINTER ((guint)n_cited));
}

/* The object of counts in an extra, if there is one. */
static gboolean
find_object (const char *extra, RhumbExtraMember *member)
{
    return rhumb_extra_find_member (extra, FIELD, member) && *member->value == '{' &&
           member->end != NULL;
}

/* Adds the counts of an object. What is no count is left out. */
static void
add_object (GHashTable *counts, const char *object)
{
    RhumbExtraMember member;
    for (const char *at = object; rhumb_extra_next_member (at, &member); at = member.end) {
        const gsize n_digits = strspn (member.value, "0123456789");
        const char *after = member.value + n_digits;
        const guint64 n_cited = g_ascii_strtoull (member.value, NULL, 10);
        if (n_digits > 0 && n_cited <= G_MAXINT && after + strspn (after, " ") == member.end)
            keep_largest (counts,
                          g_strndup (member.name + 1,
                                     (gsize)(member.name_end - member.name) - strlen ("\"\"")),
                          n_cited);
    }
}

/* Adds the counts of a record. @counts: counts; @source: the source of a record, letters and
 * dashes; @n_cited: its count, -1 = unknown; @extra (or %NULL): what the record has beyond the
 * schema, JSON. */
void
rhumb_citation_counts_add (GHashTable *counts, const char *source, int n_cited, const char *extra)
{
    RhumbExtraMember member;
    if (find_object (extra, &member))
        add_object (counts, member.value);
    else if (n_cited >= 0)
        keep_largest (counts, g_strdup (source), (guint64)n_cited);
}

static void
append_object (GString *json, GHashTable *counts)
{
    GList *names = g_list_sort (g_hash_table_get_keys (counts), (GCompareFunc)strcmp);
    for (const GList *at = names; at != NULL; at = at->next)
        g_string_append_printf (json, "%s\"%s\":%u", at == names ? "{" : ",",
                                (const char *)at->data,
                                GPOINTER_TO_UINT (g_hash_table_lookup (counts, at->data)));
    g_string_append_c (json, '}');
    g_list_free (names);
}

/* Puts the counts of two sources or more at the end of the extra, in place of those that are there.
 * A field of that name which is no object is somebody else's and stays. @counts: the counts of all
 * records of a paper; @extra (or %NULL): what the paper has beyond the schema, JSON. Returns the
 * new extra, %NULL if it stays as it is. */
char *
rhumb_citation_counts_put (GHashTable *counts, const char *extra)
{
    RhumbExtraMember member;
    const gboolean found = rhumb_extra_find_member (extra, FIELD, &member);
    const char *close = extra != NULL ? strrchr (extra, '}') : NULL;
    if (g_hash_table_size (counts) < 2 || (found && !find_object (extra, &member)) ||
        (extra != NULL && close == NULL))
        return NULL;
    g_autoptr (GString) json = g_string_new (NULL);
    if (close != NULL)
        g_string_append_len (json, extra, close - extra);
    if (found) {
        const gsize from = (gsize)(member.name - extra);
        const gboolean is_last = *member.end != ',';
        g_string_erase (json, (gssize)from, member.end - member.name + !is_last);
    }
    while (json->len > 0 && strchr (" ,", json->str[json->len - 1]) != NULL)
        g_string_truncate (json, json->len - 1);
    if (json->len == 0)
        g_string_append_c (json, '{');
    g_string_append (json, json->str[json->len - 1] == '{' ? "\"" FIELD "\":" : ",\"" FIELD "\":");
    append_object (json, counts);
    g_string_append_c (json, '}');
    return g_strdup (json->str);
}
