/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Names of fields in BibTeX, which are one whatever their case, and what the reader and the writer
 * agree on about fields that BibTeX does not have. Cost: linear.
 */
#include "io/bibtex-marks.h"

#include <string.h>

#include "io/read/extra.h"

#define NAME_CHARACTERS "abcdefghijklmnopqrstuvwxyz0123456789_-"

/* Names of one place of a paper, the first that an entry has counts. */
static const char *const groups[][4] = {
    {"author"},
    {"title"},
    {"subtitle"},
    {"abstract"},
    {"date", "year"},
    {"journal", "journaltitle", "booktitle"},
    {"abbrev_source_title", "shortjournal", "journal-iso"},
    {"volume"},
    {"number", "issue"},
    {"pages", "art_number", "article-number"},
    {"issn", "isbn"},
    {"language", "langid"},
    {"author_keywords", "keywords", "keyword"},
    {"cited-references", "references"},
    {"pmid", "pubmed_id"},
    {"url"},
    {"times-cited"},
    {"number-of-cited-references"},
    {"identifiers"},
    {"archiveprefix", "eprinttype"},
    {RHUMB_BIBTEX_ORCIDS},
    {RHUMB_BIBTEX_AUTHOR_IDS},
    {RHUMB_BIBTEX_MARKS},
};

/* Fields that readers keep under "NAME field" because BibTeX's own has another meaning, or none. */
static const char *const kept_aside[] = {
    "id", "doi", "type", "ids", "venue", "year", "cited_by", "authors", "reference_count", NULL};

/* Makes a name that BibTeX can read. @name: any name. Returns a name of small letters, digits, "_"
 * and "-". */
char *
rhumb_bibtex_make_name (const char *name)
{
    g_autofree char *lower = g_ascii_strdown (name, -1);
    if (g_str_has_suffix (lower, " field")) {
        g_autofree char *bare = g_strndup (lower, strlen (lower) - strlen (" field"));
        if (g_strv_contains (kept_aside, bare))
            return g_steal_pointer (&bare);
    }
    for (char *p = lower; *p != '\0'; p++)
        if (strchr (NAME_CHARACTERS, *p) == NULL)
            *p = '-';
    const gboolean is_odd = !g_ascii_isalpha (lower[0]);
    return g_strconcat (is_odd ? "field-" : "", lower, NULL);
}

/* rhumb_bibtex_name_when_read: the name that a field has in the extra when it is read. */
char *
rhumb_bibtex_name_when_read (const char *name)
{
    return rhumb_extra_is_of_schema (name) ? g_strconcat (name, " field", NULL) : g_strdup (name);
}

/* Tells whether a field of that name would be taken for one of the paper's: there is no other of
 * its place that comes first. @names: those that the entry has. */
gboolean
rhumb_bibtex_name_is_taken (const char *name, GHashTable *names)
{
    for (gsize g = 0; g < G_N_ELEMENTS (groups); g++) {
        gboolean is_later = FALSE;
        for (gsize i = 0; i < G_N_ELEMENTS (groups[g]) && groups[g][i] != NULL; i++) {
            if (g_str_equal (groups[g][i], name))
                return !is_later;
            is_later = is_later || g_hash_table_contains (names, groups[g][i]);
        }
    }
    return FALSE;
}

/* rhumb_bibtex_name_is_verbatim: whether values of that name are typed as they are. */
gboolean
rhumb_bibtex_name_is_verbatim (const char *name)
{
    return g_str_equal (name, "file") || g_str_equal (name, "eprint") ||
           g_str_equal (name, "doi") || g_str_has_suffix (name, "url");
}

/* The name of the field at the end of an item, "original=name"; NULL if there is none. */
static char *
find_written (const char *item)
{
    char *equals = strrchr (item, '=');
    if (equals == NULL || equals[1] == '\0')
        return NULL;
    return equals[1 + strspn (equals + 1, NAME_CHARACTERS)] == '\0' ? equals : NULL;
}

static gboolean
cut_suffix (char *text, const char *suffix)
{
    if (!g_str_has_suffix (text, suffix))
        return FALSE;
    text[strlen (text) - strlen (suffix)] = '\0';
    return TRUE;
}

/* Reads what fields were before they were written. @items (of strings): items of the field
 * #RHUMB_BIBTEX_MARKS. Returns marks by the name of their field. */
GHashTable *
rhumb_bibtex_parse_marks (const GPtrArray *items)
{
    GHashTable *marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < items->len; i++) {
        g_autofree char *name = g_strdup (items->pdata[i]);
        char *equals = find_written (name);
        g_autofree char *written = equals != NULL ? g_strdup (equals + 1) : NULL;
        if (equals != NULL)
            *equals = '\0';
        const char kind = cut_suffix (name, "[]") ? 'l' : cut_suffix (name, "()") ? 'j' : 't';
        if (written == NULL)
            written = rhumb_bibtex_make_name (name);
        /* A name that comes twice, or that has a place of its own, would break the object. */
        if (*name == '\0' || rhumb_extra_is_of_schema (name) ||
            !g_hash_table_add (names, g_strdup (name)))
            continue;
        const gsize size = strlen (name) + 1;
        RhumbBibtexMark *mark = g_malloc (sizeof *mark + size);
        *mark = (RhumbBibtexMark){memcpy (mark + 1, name, size), kind};
        g_hash_table_replace (marks, g_steal_pointer (&written), mark);
    }
    return marks;
}
