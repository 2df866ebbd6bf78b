/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Addresses of authors as Web of Science writes them, brought into one form.
 *
 * In plain text (C1) and BibTeX (Affiliation) each address begins a line and ends with a full stop;
 * a file that was wrapped has several lines for one. Plain text puts the authors of an address in
 * brackets or leaves them out, BibTeX writes them in front of it without any mark: "Lee, A; Roe, B,
 * Univ X, City, Country." Both become the form of the tables: "[Lee, A; Roe, B] Univ X, City,
 * Country; Univ Y, City, Country". Behind the last semicolon a name has one comma of its own; a
 * lone name is told from an institution by the authors of the record.
 * Cost: linear in the text, for a lone name times the authors.
 */
#include "io/read/wos-addresses.h"

#include <string.h>

/* Whether every word of @words stands in the name of the author. */
static gboolean
has_words (char **words, char **name, char **plain_name)
{
    for (gsize i = 0; words[i] != NULL; i++)
        if (!g_strv_contains ((const char *const *)name, words[i]) &&
            !g_strv_contains ((const char *const *)plain_name, words[i]))
            return FALSE;
    return words[0] != NULL;
}

static gboolean
has_initial (char **words, char **name)
{
    for (gsize i = 0; words[0] != NULL && name[i] != NULL; i++)
        if (g_utf8_get_char (words[0]) == g_utf8_get_char (name[i]))
            return TRUE;
    return FALSE;
}

/* Whether "Family" and "Given" are one of the authors, in any order of the parts of the name. */
static gboolean
is_author (const char *family, const char *given, const GPtrArray *authors)
{
    g_auto (GStrv) first = g_str_tokenize_and_fold (family, "C", NULL);
    g_auto (GStrv) second = g_str_tokenize_and_fold (given, "C", NULL);
    for (guint i = 0; i < authors->len; i++) {
        g_auto (GStrv) plain = NULL;
        g_auto (GStrv) name = g_str_tokenize_and_fold (authors->pdata[i], "C", &plain);
        if (has_words (first, name, plain) && has_initial (second, name))
            return TRUE;
    }
    return FALSE;
}

/* The comma behind "Family, Given"; NULL if there is none. */
static const char *
find_second_comma (const char *text)
{
    const char *comma = strchr (text, ',');
    return comma != NULL ? strchr (comma + 1, ',') : NULL;
}

/* The comma between the authors in front of an address and the address; NULL if it names none. */
static const char *
find_end_of_authors (const char *address, const GPtrArray *authors)
{
    static const char *const marks[] = {"(corresponding author),", "(reprint author),"};
    g_autofree char *lower = g_ascii_strdown (address, -1);
    for (gsize i = 0; i < G_N_ELEMENTS (marks); i++) {
        const char *mark = g_strrstr (lower, marks[i]);
        if (mark != NULL)
            return address + (mark - lower) + strlen (marks[i]) - 1;
    }
    const char *semicolon = strrchr (address, ';');
    if (semicolon != NULL)
        return find_second_comma (semicolon);
    const char *second = find_second_comma (address);
    if (second == NULL)
        return NULL;
    const char *first = strchr (address, ',');
    g_autofree char *family = g_strndup (address, (gsize)(first - address));
    g_autofree char *given = g_strndup (first + 1, (gsize)(second - first - 1));
    return is_author (family, given, authors) ? second : NULL;
}

static void
add_address (GString *all, GString *address, const GPtrArray *authors)
{
    if (address->len > 0 && address->str[address->len - 1] == '.')
        g_string_truncate (address, address->len - 1);
    if (address->len == 0)
        return;
    const char *end = authors != NULL && address->str[0] != '['
                          ? find_end_of_authors (address->str, authors)
                          : NULL;
    g_string_append (all, all->len > 0 ? "; " : "");
    if (end != NULL) {
        const char *rest = end + 1 + strspn (end + 1, " ");
        g_string_append_printf (all, "[%.*s] %s", (int)(end - address->str), address->str, rest);
    } else {
        g_string_append (all, address->str);
    }
    g_string_truncate (address, 0);
}

/* Parts the addresses of a field. Where the field ends with a full stop, so does each address,
 * unless the next begins with a bracket; elsewhere each line is one. @lines (of strings): lines of
 * a field, without blanks around them; @authors (of strings): names of the record's authors if
 * addresses may begin with unmarked names; %NULL if they do not. Returns the addresses parted by ";
 * ", authors in brackets. */
char *
rhumb_wos_join_addresses (const GPtrArray *lines, const GPtrArray *authors)
{
    GString *all = g_string_new (NULL);
    g_autoptr (GString) address = g_string_new (NULL);
    const char *last = lines->len > 0 ? lines->pdata[lines->len - 1] : "";
    const gboolean has_stops = g_str_has_suffix (last, ".");
    for (guint i = 0; i < lines->len; i++) {
        const char *line = lines->pdata[i];
        const gboolean ended = address->len > 0 && address->str[address->len - 1] == '.';
        if (!has_stops || ended || *line == '[')
            add_address (all, address, authors);
        g_string_append (address, address->len > 0 ? " " : "");
        g_string_append (address, line);
    }
    add_address (all, address, authors);
    return g_string_free (all, FALSE);
}
