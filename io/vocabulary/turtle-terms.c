/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The words of Turtle: IRIs, names with a prefix, texts, blank nodes, numbers, directives.
 *
 * Everything is bounded by the end of the text, so any bytes can be given; what comes out is
 * UTF-8 if the text was. Cost: linear; a term is copied once.
 */
#include "io/vocabulary/turtle-terms.h"

#include <string.h>

struct _RhumbTurtle {
    const char *p;
    const char *end;
    guint64 line;
    GHashTable *prefix; /* with its colon -> IRI */
    char *base;
    guint64 n_blanks;
    char *problem;
};

/* Creates a reader at the beginning of a text, which is borrowed. */
RhumbTurtle *
rhumb_turtle_new (const char *text, gsize length)
{
    RhumbTurtle *turtle = g_new0 (RhumbTurtle, 1);
    turtle->p = text;
    turtle->end = text + length;
    turtle->line = 1;
    turtle->prefix = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    return turtle;
}

/* Frees the reader. */
void
rhumb_turtle_free (RhumbTurtle *turtle)
{
    g_hash_table_unref (turtle->prefix);
    g_free (turtle->base);
    g_free (turtle->problem);
    g_free (turtle);
}

/* Frees what a term holds. */
void
rhumb_turtle_term_clear (RhumbTurtleTerm *term)
{
    g_clear_pointer (&term->text, g_free);
    g_clear_pointer (&term->language, g_free);
}

/* Keeps the first problem. Always FALSE. */
gboolean
rhumb_turtle_fail (RhumbTurtle *turtle, const char *problem)
{
    if (turtle->problem == NULL)
        turtle->problem = g_strdup (problem);
    return FALSE;
}

/* What stopped the reader. */
const char *
rhumb_turtle_get_problem (const RhumbTurtle *turtle)
{
    return turtle->problem;
}

/* The line that is read, from 1. */
guint64
rhumb_turtle_get_line (const RhumbTurtle *turtle)
{
    return turtle->line;
}

static void
skip_blanks (RhumbTurtle *turtle)
{
    while (turtle->p < turtle->end && (g_ascii_isspace (*turtle->p) || *turtle->p == '#')) {
        if (*turtle->p == '#') {
            const char *stop = memchr (turtle->p, '\n', (gsize)(turtle->end - turtle->p));
            turtle->p = stop != NULL ? stop : turtle->end;
        } else {
            turtle->line += *turtle->p == '\n';
            turtle->p++;
        }
    }
}

/* Whether nothing is left. */
gboolean
rhumb_turtle_is_at_end (RhumbTurtle *turtle)
{
    skip_blanks (turtle);
    return turtle->p == turtle->end;
}

/* Whether a sign comes next. */
gboolean
rhumb_turtle_sees (RhumbTurtle *turtle, char sign)
{
    skip_blanks (turtle);
    return turtle->p < turtle->end && *turtle->p == sign;
}

/* Steps over a sign if it comes next. */
gboolean
rhumb_turtle_accept (RhumbTurtle *turtle, char sign)
{
    const gboolean sees = rhumb_turtle_sees (turtle, sign);
    turtle->p += sees;
    return sees;
}

static gboolean
fail_here (RhumbTurtle *turtle, const char *expected)
{
    if (turtle->p >= turtle->end) {
        g_autofree char *problem = g_strdup_printf ("the end, expected %s", expected);
        return rhumb_turtle_fail (turtle, problem);
    }
    const gsize n = MIN ((gsize)(turtle->end - turtle->p), 24);
    g_autofree char *here = g_utf8_make_valid (turtle->p, (gssize)n);
    here[strcspn (here, "\r\n")] = '\0';
    g_autofree char *problem = g_strdup_printf ("found “%s”, expected %s", here, expected);
    return rhumb_turtle_fail (turtle, problem);
}

/* Steps over a sign; a problem if it does not come next. */
gboolean
rhumb_turtle_expect (RhumbTurtle *turtle, char sign)
{
    const char expected[] = {sign, '\0'};
    return rhumb_turtle_accept (turtle, sign) || fail_here (turtle, expected);
}

/* Appends the character of "\uXXXX" or "\UXXXXXXXX" whose digits begin at the place. */
static gboolean
read_code (RhumbTurtle *turtle, guint n_digits, GString *text)
{
    gunichar code = 0;
    if ((gsize)(turtle->end - turtle->p) < n_digits)
        return fail_here (turtle, "the digits of a character");
    for (guint i = 0; i < n_digits; i++) {
        const int digit = g_ascii_xdigit_value (turtle->p[i]);
        if (digit < 0 || code > 0x10FFFF)
            return fail_here (turtle, "the digits of a character");
        code = code << 4 | (gunichar)digit;
    }
    turtle->p += n_digits;
    if (code == 0 || !g_unichar_validate (code))
        return rhumb_turtle_fail (turtle, "no character, expected one of Unicode");
    g_string_append_unichar (text, code);
    return TRUE;
}

static gboolean
read_escape (RhumbTurtle *turtle, GString *text)
{
    static const char from[] = "tbnrf\"'\\";
    static const char to[] = "\t\b\n\r\f\"'\\";
    if (turtle->p >= turtle->end)
        return fail_here (turtle, "an escape");
    const char sign = *turtle->p;
    const char *known = sign != '\0' ? strchr (from, sign) : NULL;
    if (known == NULL && sign != 'u' && sign != 'U')
        return fail_here (turtle, "an escape");
    turtle->p++;
    if (known == NULL)
        return read_code (turtle, sign == 'u' ? 4 : 8, text);
    g_string_append_c (text, to[known - from]);
    return TRUE;
}

static gboolean
read_iri (RhumbTurtle *turtle, RhumbTurtleTerm *term)
{
    g_autoptr (GString) iri = g_string_new (NULL);
    for (turtle->p++; turtle->p < turtle->end && *turtle->p != '>';) {
        if (*turtle->p == '\n' || *turtle->p == ' ')
            return fail_here (turtle, "> at the end of an IRI");
        if (*turtle->p == '\\') {
            turtle->p++;
            if (!read_escape (turtle, iri))
                return FALSE;
        } else {
            g_string_append_c (iri, *turtle->p++);
        }
    }
    if (turtle->p >= turtle->end)
        return fail_here (turtle, "> at the end of an IRI");
    turtle->p++;
    if (turtle->base != NULL && strchr (iri->str, ':') == NULL)
        g_string_prepend (iri, turtle->base);
    term->text = g_string_free (g_steal_pointer (&iri), FALSE);
    return TRUE;
}

/* Steps over "@en" or "^^xsd:string" behind a text. */
static gboolean
read_kind (RhumbTurtle *turtle, RhumbTurtleTerm *term)
{
    if (turtle->p < turtle->end && *turtle->p == '@') {
        const char *start = ++turtle->p;
        while (turtle->p < turtle->end && (g_ascii_isalnum (*turtle->p) || *turtle->p == '-'))
            turtle->p++;
        term->language = g_strndup (start, (gsize)(turtle->p - start));
        return *term->language != '\0' || fail_here (turtle, "a language behind @");
    }
    if (turtle->end - turtle->p < 2 || turtle->p[0] != '^' || turtle->p[1] != '^')
        return TRUE;
    turtle->p += 2;
    g_auto (RhumbTurtleTerm) type = {0};
    return rhumb_turtle_read_term (turtle, &type);
}

static gboolean
is_quotes (const RhumbTurtle *turtle, char quote, guint n)
{
    if ((gsize)(turtle->end - turtle->p) < n)
        return FALSE;
    for (guint i = 0; i < n; i++)
        if (turtle->p[i] != quote)
            return FALSE;
    return TRUE;
}

static gboolean
read_text (RhumbTurtle *turtle, RhumbTurtleTerm *term)
{
    const char quote = *turtle->p;
    const guint n_quotes = is_quotes (turtle, quote, 3) ? 3 : 1;
    g_autoptr (GString) text = g_string_new (NULL);
    turtle->p += n_quotes;
    while (!is_quotes (turtle, quote, n_quotes)) {
        if (turtle->p >= turtle->end || (n_quotes == 1 && *turtle->p == '\n'))
            return fail_here (turtle, "a quote at the end of a text");
        if (*turtle->p == '\\') {
            turtle->p++;
            if (!read_escape (turtle, text))
                return FALSE;
            continue;
        }
        turtle->line += *turtle->p == '\n';
        g_string_append_c (text, *turtle->p++);
    }
    turtle->p += n_quotes;
    term->text = g_string_free (g_steal_pointer (&text), FALSE);
    term->is_text = TRUE;
    return read_kind (turtle, term);
}

/* Whether a byte may stand in a name: not what parts terms, and a dot only before more. */
static gboolean
is_name_byte (const RhumbTurtle *turtle)
{
    const char c = *turtle->p;
    if (c == '.')
        return turtle->p + 1 < turtle->end && !g_ascii_isspace (turtle->p[1]) &&
               strchr ("<[(\"#;,)]", turtle->p[1]) == NULL;
    return c != '\0' && !g_ascii_isspace (c) && strchr ("<>\"'()[]{};,#^@", c) == NULL;
}

static gboolean
is_number_or_truth (const char *name)
{
    return g_ascii_isdigit (*name) || strchr ("+-", *name) != NULL || strcmp (name, "true") == 0 ||
           strcmp (name, "false") == 0;
}

/* A name that means an IRI: with a prefix, "a", or that of a blank node. */
static gboolean
expand_name (RhumbTurtle *turtle, const char *name, RhumbTurtleTerm *term)
{
    const char *colon = strchr (name, ':');
    if (strcmp (name, "a") == 0 || strncmp (name, "_:", 2) == 0) {
        term->text = g_strdup (strcmp (name, "a") == 0 ? "rdf:type" : name);
        return TRUE;
    }
    if (is_number_or_truth (name))
        return TRUE;
    g_autofree char *prefix =
        colon != NULL ? g_strndup (name, (gsize)(colon + 1 - name)) : g_strdup (name);
    const char *iri = g_hash_table_lookup (turtle->prefix, prefix);
    if (iri == NULL) {
        g_autofree char *problem =
            g_strdup_printf ("found “%.40s”, expected a prefix that is declared", name);
        return rhumb_turtle_fail (turtle, problem);
    }
    g_auto (GStrv) parts = g_strsplit (colon + 1, "\\", -1);
    g_autofree char *rest = g_strjoinv ("", parts);
    term->text = g_strconcat (iri, rest, NULL);
    return TRUE;
}

/* Reads an IRI, a name, a text or a number. */
gboolean
rhumb_turtle_read_term (RhumbTurtle *turtle, RhumbTurtleTerm *term)
{
    skip_blanks (turtle);
    if (turtle->p < turtle->end && *turtle->p == '<')
        return read_iri (turtle, term);
    if (turtle->p < turtle->end && (*turtle->p == '"' || *turtle->p == '\''))
        return read_text (turtle, term);
    const char *start = turtle->p;
    while (turtle->p < turtle->end && is_name_byte (turtle))
        turtle->p++;
    if (turtle->p == start)
        return fail_here (turtle, "an IRI, a name or a text");
    g_autofree char *name = g_strndup (start, (gsize)(turtle->p - start));
    return expand_name (turtle, name, term) && (term->text != NULL || read_kind (turtle, term));
}

static gboolean
accept_word (RhumbTurtle *turtle, const char *word)
{
    const gsize n = strlen (word);
    skip_blanks (turtle);
    if ((gsize)(turtle->end - turtle->p) <= n || g_ascii_strncasecmp (turtle->p, word, n) != 0 ||
        !(g_ascii_isspace (turtle->p[n]) || turtle->p[n] == '<'))
        return FALSE;
    turtle->p += n;
    return TRUE;
}

static gboolean
read_prefix (RhumbTurtle *turtle)
{
    skip_blanks (turtle);
    const char *start = turtle->p;
    while (turtle->p < turtle->end && *turtle->p != ':' && is_name_byte (turtle))
        turtle->p++;
    if (turtle->p >= turtle->end || *turtle->p != ':')
        return fail_here (turtle, "a prefix that ends with a colon");
    turtle->p++;
    g_autofree char *name = g_strndup (start, (gsize)(turtle->p - start));
    g_auto (RhumbTurtleTerm) iri = {0};
    skip_blanks (turtle);
    if (turtle->p >= turtle->end || *turtle->p != '<')
        return fail_here (turtle, "an IRI in <>");
    if (!read_iri (turtle, &iri))
        return FALSE;
    g_hash_table_replace (turtle->prefix, g_steal_pointer (&name), g_steal_pointer (&iri.text));
    return TRUE;
}

static gboolean
read_base (RhumbTurtle *turtle)
{
    g_auto (RhumbTurtleTerm) iri = {0};
    skip_blanks (turtle);
    if (turtle->p >= turtle->end || *turtle->p != '<')
        return fail_here (turtle, "an IRI in <>");
    if (!read_iri (turtle, &iri))
        return FALSE;
    g_free (turtle->base);
    turtle->base = g_steal_pointer (&iri.text);
    return TRUE;
}

/* Reads a declaration of a prefix or a base if one comes next. */
gboolean
rhumb_turtle_read_directive (RhumbTurtle *turtle, gboolean *was_directive)
{
    *was_directive = TRUE;
    if (accept_word (turtle, "@prefix"))
        return read_prefix (turtle) && rhumb_turtle_expect (turtle, '.');
    if (accept_word (turtle, "@base"))
        return read_base (turtle) && rhumb_turtle_expect (turtle, '.');
    if (accept_word (turtle, "PREFIX"))
        return read_prefix (turtle);
    if (accept_word (turtle, "BASE"))
        return read_base (turtle);
    *was_directive = FALSE;
    return TRUE;
}

/* A name for a blank node without one. */
char *
rhumb_turtle_name_blank (RhumbTurtle *turtle)
{
    return g_strdup_printf ("_:[%" G_GUINT64_FORMAT "]", ++turtle->n_blanks);
}
