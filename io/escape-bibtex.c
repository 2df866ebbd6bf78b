/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Writes untrusted words into BibTeX, which LaTeX runs as a program.
 *
 * What LaTeX takes for a command or a bracket is escaped. Formulas between dollars stay as they
 * are, since titles are full of them, unless they hold a command that reads files, writes them,
 * runs programs or defines anything.
 * Linear in the text.
 */
#include "io/escape.h"

#include <string.h>

#define LONGEST_COMMAND 32

/* Commands that read, write or define: none of them belongs to the mathematics of a title. */
static gboolean
is_harmful_command (const char *text)
{
    static const char commands[] =
        " input include openin openout read write immediate special catcode csname def edef gdef "
        "xdef let futurelet loop newcommand usepackage begin end expandafter afterassignment ";
    gsize length = 0;
    while (length < LONGEST_COMMAND && g_ascii_isalpha (text[length]))
        length++;
    g_autofree char *word = g_strdup_printf (" %.*s ", (int)length, text);
    return length > 0 && strstr (commands, word) != NULL;
}

/* Where the mathematics that begins at a dollar ends: its closing dollar, near and with every
 * brace closed; %NULL if it is a price. Prices have a blank inside or a digit behind. */
static const char *
find_mathematics_end (const char *text)
{
    int level = 0;
    for (const char *p = text + 1; *p != '\0' && p - text < 500; p++) {
        /* "^^" spells any character. */
        if ((*p == '\\' && is_harmful_command (p + 1)) || strncmp (p, "^^", 2) == 0)
            return NULL;
        if (*p == '\\' && p[1] != '\0') {
            p++;
            continue;
        }
        level += (*p == '{') - (*p == '}');
        if (level < 0)
            return NULL;
        if (*p == '$')
            return level == 0 && p > text + 1 && text[1] != ' ' && p[-1] != ' ' &&
                           !g_ascii_isdigit (p[1])
                       ? p + 1
                       : NULL;
    }
    return NULL;
}

static const char *
find_bibtex_escape (const char *text)
{
    switch (*text) {
    case '&':
        return "\\&";
    case '%':
        return "\\%";
    case '$':
        return "\\$";
    case '#':
        return "\\#";
    case '_':
        return "\\_";
    case '{':
        return "\\{";
    case '}':
        return "\\}";
    case '~':
        return "\\textasciitilde{}";
    case '^':
        return "\\textasciicircum{}";
    case '\\':
        return "\\textbackslash{}";
    case '-':
    case '`':
    case '\'':
        /* A second one would make it a dash or a quotation mark. */
        return text[1] == *text ? (*text == '-' ? "-{}" : *text == '`' ? "`{}" : "'{}") : NULL;
    default:
        return NULL;
    }
}

/* Appends words as the value of a BibTeX field that LaTeX typesets. Mathematics between dollars
 * stays as it is. @out: where to append; @text: any bytes up to a NUL. */
void
rhumb_escape_bibtex (GString *out, const char *text)
{
    g_autofree char *harmless = rhumb_escape_plain (text);
    for (const char *p = harmless; *p != '\0';) {
        const char *mathematics = *p == '$' ? find_mathematics_end (p) : NULL;
        const char *escape = mathematics == NULL ? find_bibtex_escape (p) : NULL;
        const char *next = mathematics != NULL ? mathematics : p + 1;
        if (escape != NULL)
            g_string_append (out, escape);
        else
            g_string_append_len (out, p, next - p);
        p = next;
    }
}

/* Appends a link or id as the value of a BibTeX field that is not typeset: only braces and
 * backslashes are written as percent codes, which mean the same in a link. @out: where to append;
 * @text: any bytes up to a NUL. */
void
rhumb_escape_bibtex_verbatim (GString *out, const char *text)
{
    g_autofree char *harmless = rhumb_escape_plain (text);
    for (const char *p = harmless; *p != '\0'; p++) {
        if (strchr ("{}\\\n", *p) != NULL)
            g_string_append_printf (out, "%%%02X", (guint)(guchar)*p);
        else
            g_string_append_c (out, *p);
    }
}
