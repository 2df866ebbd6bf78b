/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Names of people as BibTeX writes them, as they are read aloud.
 *
 * A list is split at the word "and", a name at commas, both outside of braces only, so a firm
 * "{Barnes and Noble, Inc.}" stays whole. "Family, Given", "Family, Jr, Given" and "Given von
 * Family" (O. Patashnik, BibTeXing, 1988, section 4) all become "Given von Family, Jr", and so does
 * biblatex's "family=…, given=…, prefix=…, suffix=…". With three commas or more nobody can tell
 * the parts: the name stays as typed and is told.
 * Cost: linear in the text.
 */
#include "io/scan/bibtex-names.h"

#include <string.h>

#include "graph/text.h"
#include "io/scan/latex.h"

/*
 * rhumb_bibtex_decode:
 * @text: value of a field
 *
 * Turns TeX into clean text.
 *
 * Returns: (transfer full): the text
 */
char *
rhumb_bibtex_decode (const char *text)
{
    /* Most values hold nothing of TeX: they are spared a pass. */
    if (text[strcspn (text, RHUMB_LATEX_SPECIAL)] == '\0')
        return rhumb_text_clean (text, -1);
    g_autofree char *decoded = rhumb_latex_decode (text, RHUMB_LATEX_FIELD);
    return rhumb_text_clean (decoded != NULL ? decoded : text, -1);
}

/* Whether the word "and" stands at @at, behind a blank and before one or the end. */
static gboolean
is_and (const char *text, const char *at)
{
    return at > text && g_ascii_isspace (at[-1]) && g_ascii_strncasecmp (at, "and", 3) == 0 &&
           (at[3] == '\0' || g_ascii_isspace (at[3]));
}

/* The next ',' or word "and" outside of braces; the end if there is none. */
static const char *
find_separator (const char *text, gboolean comma)
{
    guint level = 0;
    for (const char *at = text;; at++) {
        const char c = *at;
        if (c == '\0')
            return at;
        if (c == '{')
            level++;
        else if (c == '}')
            level -= level > 0;
        else if (level == 0 && (comma ? c == ',' : (c | 0x20) == 'a' && is_and (text, at)))
            return at;
    }
}

/* The parts of a name between its commas. */
static GPtrArray *
split (const char *text)
{
    GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
    for (;;) {
        const char *end = find_separator (text, TRUE);
        g_ptr_array_add (parts, g_strstrip (g_strndup (text, (gsize)(end - text))));
        if (*end == '\0')
            return parts;
        text = end + 1;
    }
}

static void
append_word (GString *name, const char *separator, const char *part)
{
    g_autofree char *clean = rhumb_bibtex_decode (part);
    if (*clean == '\0')
        return;
    if (name->len > 0)
        g_string_append (name, separator);
    g_string_append (name, clean);
}

/* The value of "key=value" among the parts of a name, without its quotes. */
static char *
get_part (const GPtrArray *parts, const char *key)
{
    const gsize length = strlen (key);
    for (guint i = 0; i < parts->len; i++) {
        const char *part = parts->pdata[i];
        if (g_ascii_strncasecmp (part, key, length) != 0)
            continue;
        g_autofree char *value = g_strstrip (g_strdup (part + length));
        if (*value != '=')
            continue;
        g_strstrip (memmove (value, value + 1, strlen (value)));
        const gsize end = strlen (value);
        const gboolean quoted = end >= 2 && value[0] == '"' && value[end - 1] == '"';
        return quoted ? g_strndup (value + 1, end - 2) : g_steal_pointer (&value);
    }
    return g_strdup ("");
}

/* Whether a name is written part by part, or is an option of the list. */
static gboolean
is_by_parts (const char *part)
{
    const gsize length = strspn (part, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-");
    return length > 0 && part[length + strspn (part + length, " \t\n")] == '=';
}

static char *
join_parts (const GPtrArray *parts)
{
    static const char *const order[] = {"given", "prefix", "family"};
    GString *name = g_string_new (NULL);
    for (gsize i = 0; i < G_N_ELEMENTS (order); i++) {
        g_autofree char *part = get_part (parts, order[i]);
        append_word (name, " ", part);
    }
    g_autofree char *suffix = get_part (parts, "suffix");
    if (name->len > 0)
        append_word (name, ", ", suffix);
    return g_string_free (name, FALSE);
}

/* The comma of "Family, Given", as most names are, without anything that asks for more care; NULL
 * of all others. */
static const char *
find_plain_comma (const char *text, const char *end)
{
    const char *comma = NULL;
    for (; text < end; text++) {
        if (g_ascii_isalnum (*text) || *text == ' ')
            continue;
        if (*text == ',' && comma != NULL)
            return NULL;
        if (*text == ',')
            comma = text;
        else if (strchr ("\\{}$~`'=", *text) != NULL || (*text == '-' && text[1] == '-'))
            return NULL;
    }
    return comma;
}

static char *
turn_plain_name (const char *text, const char *end)
{
    const char *comma = find_plain_comma (text, end);
    if (comma == NULL)
        return NULL;
    const char *given = comma + 1;
    while (given < end && g_ascii_isspace (*given))
        given++;
    const gsize n_given = (gsize)(end - given);
    const gsize n_family = (gsize)(comma - text);
    const gsize length = n_given + 1 + n_family;
    g_autofree char *turned = g_malloc (length + 1);
    memcpy (turned, given, n_given);
    turned[n_given] = ' ';
    memcpy (turned + n_given + 1, text, n_family);
    turned[length] = '\0';
    return rhumb_text_is_clean (turned, length) ? g_steal_pointer (&turned)
                                                : rhumb_text_clean (turned, (gssize)length);
}

static char *
make_odd_name (RhumbBibtexNames *names, const char *from, gsize length)
{
    g_autofree char *text = g_strndup (from, length);
    g_autoptr (GPtrArray) parts = split (text);
    if (is_by_parts (parts->pdata[0]))
        return join_parts (parts);
    if (parts->len > 3 && names->odd == NULL)
        names->odd = rhumb_text_clean (text, -1);
    if (parts->len == 1 || parts->len > 3)
        return rhumb_bibtex_decode (text);
    GString *name = g_string_new (NULL);
    append_word (name, " ", parts->pdata[parts->len - 1]);
    append_word (name, " ", parts->pdata[0]);
    if (parts->len == 3)
        append_word (name, ", ", parts->pdata[1]);
    return g_string_free (name, FALSE);
}

/*
 * rhumb_bibtex_names_parse:
 * @field: value of a field of names
 *
 * Reads a list of names. Empty names are left out.
 *
 * Returns: (transfer full): the names in their order
 */
RhumbBibtexNames *
rhumb_bibtex_names_parse (const char *field)
{
    RhumbBibtexNames *names = g_new0 (RhumbBibtexNames, 1);
    names->names = g_ptr_array_new_with_free_func (g_free);
    for (gboolean is_first = TRUE;; is_first = FALSE) {
        const char *separator = find_separator (field, FALSE);
        const gboolean is_last = *separator == '\0';
        const char *end = separator;
        while (field < end && g_ascii_isspace (*field))
            field++;
        while (end > field && g_ascii_isspace (end[-1]))
            end--;
        if (!is_first && is_last && end - field == (gssize)strlen ("others") &&
            g_ascii_strncasecmp (field, "others", strlen ("others")) == 0) {
            names->has_others = TRUE;
            return names;
        }
        g_autofree char *name = turn_plain_name (field, end);
        if (name == NULL)
            name = make_odd_name (names, field, (gsize)(end - field));
        if (*name != '\0')
            g_ptr_array_add (names->names, g_steal_pointer (&name));
        if (is_last)
            return names;
        field = separator + strlen ("and");
    }
}

/* rhumb_bibtex_names_free: frees @names. */
void
rhumb_bibtex_names_free (RhumbBibtexNames *names)
{
    g_ptr_array_unref (names->names);
    g_free (names->odd);
    g_free (names);
}
