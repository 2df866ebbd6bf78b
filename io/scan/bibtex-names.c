/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Names of people as BibTeX writes them, with the family name first where it is told.
 *
 * A list is split at the word "and" and at semicolons, a name at commas, all outside of braces
 * only, so a firm "{Barnes and Noble, Inc.}" stays whole. "von Family, Given" stays so, "von
 * Family, Jr, Given" (O. Patashnik, BibTeXing, 1988, section 4) becomes "von Family, Given, Jr" as
 * in RIS, and so does biblatex's "family=…, given=…, prefix=…, suffix=…". "Given von Family" stays
 * as typed: BibTeX takes its last word for the family, which is wrong of most names of two. A part
 * that holds a comma itself, or a suffix that is none, would not be told apart any more: then the
 * name is written as it is spoken. With three commas or more nobody can tell the parts: the name
 * stays as typed and is told. Cost: linear in the text.
 */
#include "io/scan/bibtex-names.h"

#include <string.h>

#include "graph/person-name.h"
#include "graph/text.h"
#include "io/author-list.h"
#include "io/scan/latex.h"

/* Turns TeX into clean text. @text: value of a field. Returns the text. */
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

/* Whether a semicolon parts names, as hand-made files have it; not that of "&uuml;". */
static gboolean
is_between (const char *text, const char *at)
{
    const char *start = at;
    while (start > text && (g_ascii_isalnum (start[-1]) || start[-1] == '#'))
        start--;
    return *at == ';' && (start == text || start[-1] != '&');
}

/* The next ',', or the next semicolon or word "and", outside of braces; the end if there is none.
 */
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
        else if (level == 0 && (comma               ? c == ','
                                : (c | 0x20) == 'a' ? is_and (text, at)
                                                    : is_between (text, at)))
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
append_part (GString *name, const char *separator, const char *part)
{
    if (*part == '\0')
        return;
    g_string_append (name, name->len > 0 ? separator : "");
    g_string_append (name, part);
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

/* A name by its parts, each of which may be empty. */
static char *
compose (const char *family, const char *suffix, const char *given)
{
    GString *name = g_string_new (NULL);
    const gboolean has_suffix = *suffix != '\0';
    const gboolean is_told =
        strpbrk (family, ",") == NULL && strpbrk (given, ",") == NULL &&
        (!has_suffix || (*given != '\0' && rhumb_person_name_is_suffix (suffix, strlen (suffix))));
    append_part (name, "", is_told ? family : given);
    append_part (name, is_told ? ", " : " ", is_told ? given : family);
    append_part (name, ", ", suffix);
    return g_string_free (name, FALSE);
}

static char *
join_parts (const GPtrArray *parts)
{
    static const char *const order[] = {"prefix", "family", "suffix", "given"};
    g_autoptr (GString) family = g_string_new (NULL);
    char *decoded[G_N_ELEMENTS (order)];
    for (gsize i = 0; i < G_N_ELEMENTS (order); i++) {
        g_autofree char *part = get_part (parts, order[i]);
        decoded[i] = rhumb_bibtex_decode (part);
    }
    append_part (family, "", decoded[0]);
    append_part (family, " ", decoded[1]);
    char *name = compose (family->str, decoded[2], decoded[3]);
    for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
        g_free (decoded[i]);
    return name;
}

/* "Family, Given" or "Family, Jr, Given". */
static char *
turn_parts (const GPtrArray *parts)
{
    const gboolean has_suffix = parts->len == 3;
    g_autofree char *family = rhumb_bibtex_decode (parts->pdata[0]);
    g_autofree char *suffix = rhumb_bibtex_decode (has_suffix ? parts->pdata[1] : "");
    g_autofree char *given = rhumb_bibtex_decode (parts->pdata[parts->len - 1]);
    return compose (family, suffix, given);
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
keep_plain_name (const char *text, const char *end)
{
    const char *comma = find_plain_comma (text, end);
    const char *given = comma != NULL ? comma + 1 : end;
    while (given < end && g_ascii_isspace (*given))
        given++;
    /* With a part that is missing there is no comma to keep. */
    if (given == end || comma == text || g_ascii_isspace (comma[-1]))
        return NULL;
    g_autofree char *name =
        g_strdup_printf ("%.*s, %.*s", (int)(comma - text), text, (int)(end - given), given);
    const gsize length = strlen (name);
    return rhumb_text_is_clean (name, length) ? g_steal_pointer (&name)
                                              : rhumb_text_clean (name, (gssize)length);
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
    return turn_parts (parts);
}

static RhumbBibtexNames *
parse_list (const char *field)
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
        g_autofree char *name = keep_plain_name (field, end);
        if (name == NULL)
            name = make_odd_name (names, field, (gsize)(end - field));
        if (*name != '\0')
            g_ptr_array_add (names->names, g_steal_pointer (&name));
        if (is_last)
            return names;
        field = separator + (*separator == ';' ? 1 : strlen ("and"));
    }
}

/* Reads a list of names. Empty names are left out. @field: value of a field of names. Where that is
 * no list of BibTeX's, it may be one of people's: "Li, C., Wu, D. & Roe, A.". Returns the names in
 * their order. */
RhumbBibtexNames *
rhumb_bibtex_names_parse (const char *field)
{
    RhumbBibtexNames *names = parse_list (field);
    if ((names->odd == NULL && strchr (field, '&') == NULL) || strpbrk (field, "{;") != NULL)
        return names;
    g_autofree char *decoded = rhumb_bibtex_decode (field);
    if (!rhumb_author_list_is (decoded))
        return names;
    rhumb_author_list_part (decoded);
    rhumb_bibtex_names_free (names);
    return parse_list (decoded);
}

/* rhumb_bibtex_names_free: frees @names. */
void
rhumb_bibtex_names_free (RhumbBibtexNames *names)
{
    g_ptr_array_unref (names->names);
    g_free (names->odd);
    g_free (names);
}
