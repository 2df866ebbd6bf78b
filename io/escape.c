/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Writes untrusted words so that no reader takes them for anything but words.
 *
 * Titles come from anywhere. Text is made valid UTF-8; control characters, surrogates,
 * non-characters and marks that reorder text become spaces, a line break stays; then what has a
 * meaning in the target is escaped. Escaping happens here and nowhere else, once, on the way out.
 * Linear in the text.
 */
#include "io/escape.h"

#include <string.h>

#include "graph/text.h"

static gboolean
is_unwelcome (gunichar c)
{
    return c != '\n' && (c == 0x2028 || c == 0x2029 || rhumb_text_is_hidden (c));
}

/* Makes words harmless without escaping anything, for places that take plain UTF-8. @text: any
 * bytes up to a NUL. Returns valid UTF-8 without control characters but line breaks. */
char *
rhumb_escape_plain (const char *text)
{
    g_autofree char *valid = g_utf8_make_valid (text, -1);
    GString *result = g_string_sized_new (strlen (valid));
    for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p)) {
        const gunichar c = g_utf8_get_char (p);
        if (is_unwelcome (c))
            g_string_append_c (result, ' ');
        else
            g_string_append_len (result, p, g_utf8_next_char (p) - p);
    }
    return g_string_free (result, FALSE);
}

/* Appends words as XML character data or attribute value. @text: any bytes up to a NUL. */
void
rhumb_escape_xml (GString *out, const char *text)
{
    g_autofree char *harmless = rhumb_escape_plain (text);
    for (const char *p = harmless; *p != '\0'; p++) {
        switch (*p) {
        case '&':
            g_string_append (out, "&amp;");
            break;
        case '<':
            g_string_append (out, "&lt;");
            break;
        case '>':
            g_string_append (out, "&gt;");
            break;
        case '"':
            g_string_append (out, "&quot;");
            break;
        case '\'':
            g_string_append (out, "&#39;");
            break;
        case '\n':
            g_string_append (out, "&#10;");
            break;
        default:
            g_string_append_c (out, *p);
        }
    }
}

static void
append_for_graphviz (GString *out, const char *text, const char *backslash)
{
    g_autofree char *harmless = rhumb_escape_plain (text);
    for (const char *p = harmless; *p != '\0'; p++) {
        if (*p == '\\')
            g_string_append (out, backslash);
        else if (*p == '&')
            g_string_append (out, "&amp;");
        else if (*p == '\n')
            g_string_append (out, "\\n");
        else
            g_string_append_c (out, *p);
    }
}

/* Appends words as the value of a label of Graphviz, before quoting. Graphviz expands `\N`, `\G`
 * and the like, decodes entities, and drops lone backslashes: backslash and ampersand are written
 * so that each comes out once. Quotes stay; whoever writes DOT escapes them. @text: any bytes up to
 * a NUL. */
void
rhumb_escape_dot (GString *out, const char *text)
{
    append_for_graphviz (out, text, "\\\\");
}

/* Appends words as the value of a tooltip of Graphviz, before quoting. As rhumb_escape_dot(), but
 * tooltips are expanded twice on their way to a drawing, so a backslash is written four times.
 * @text: any bytes up to a NUL. */
void
rhumb_escape_dot_tooltip (GString *out, const char *text)
{
    append_for_graphviz (out, text, "\\\\\\\\");
}

/* Appends words as a string of an xdot drawing: their length in bytes, a hyphen, the bytes.
 * Backslashes become the look-alike U+2216, since xdot passes through a quoted string whose
 * backslashes Graphviz reads differently on each path; ampersands are written as entities. @text:
 * any bytes up to a NUL. */
void
rhumb_escape_xdot (GString *out, const char *text)
{
    g_autofree char *harmless = rhumb_escape_plain (text);
    g_autoptr (GString) words = g_string_new (NULL);
    for (const char *p = harmless; *p != '\0'; p++) {
        if (*p == '\\')
            g_string_append (words, "∖");
        else if (*p == '&')
            g_string_append (words, "&amp;");
        else
            g_string_append_c (words, *p == '\n' ? ' ' : *p);
    }
    g_string_append_printf (out, "%" G_GSIZE_FORMAT " -", words->len);
    g_string_append_len (out, words->str, (gssize)words->len);
}

/* Appends a web link with everything percent-encoded that RFC 3986 does not allow, safe in an XML
 * attribute after its ampersands are escaped and in a quoted DOT string. @url: any bytes up to a
 * NUL. Returns %FALSE, and nothing is appended, unless the link begins with http:// or https://. */
gboolean
rhumb_escape_url (GString *out, const char *url)
{
    if (g_ascii_strncasecmp (url, "http://", 7) != 0 &&
        g_ascii_strncasecmp (url, "https://", 8) != 0)
        return FALSE;
    for (const guchar *p = (const guchar *)url; *p != '\0'; p++) {
        if (g_ascii_isalnum ((char)*p) || strchr ("-._~:/?#@!$&()*+,;=%", *p) != NULL)
            g_string_append_c (out, (char)*p);
        else
            g_string_append_printf (out, "%%%02X", *p);
    }
    return TRUE;
}

/* Appends text as a JSON string with its quotes. What is not UTF-8 becomes U+FFFD; NUL ends the
 * text; control characters are written as \u00XX. @out: where to append; @text: any bytes. */
void
rhumb_escape_json (GString *out, const char *text)
{
    g_autofree char *valid = g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);
    g_string_append_c (out, '"');
    for (const char *p = valid != NULL ? valid : text; *p != '\0';) {
        const char *from = p;
        while ((guchar)*p >= 0x20 && *p != '"' && *p != '\\' && *p != 0x7f)
            p++;
        g_string_append_len (out, from, p - from);
        if (*p == '"' || *p == '\\')
            g_string_append_printf (out, "\\%c", *p++);
        else if (*p != '\0')
            g_string_append_printf (out, "\\u%04x", (guint)(guchar)*p++);
    }
    g_string_append_c (out, '"');
}

/* Writes a JSON string that may stand in a script element of a page: nothing in it ends the element
 * or begins a comment there. @out: appended to; @text: any bytes. */
void
rhumb_escape_script (GString *out, const char *text)
{
    g_autofree char *harmless = rhumb_escape_plain (text);
    const gsize from = out->len;
    rhumb_escape_json (out, harmless);
    if (strpbrk (out->str + from, "<>&") == NULL)
        return;
    g_autofree char *json = g_strdup (out->str + from);
    g_string_truncate (out, from);
    for (const char *p = json; *p != '\0'; p++) {
        if (strchr ("<>&", *p) != NULL)
            g_string_append_printf (out, "\\u%04x", (guint)(guchar)*p);
        else
            g_string_append_c (out, *p);
    }
}

/* Appends words as a cell of a table of comma-separated values, in quotes if they need them. @out:
 * where to append; @text: any bytes up to a NUL. */
void
rhumb_escape_csv (GString *out, const char *text)
{
    g_autofree char *harmless = rhumb_escape_plain (text);
    const gsize length = strlen (harmless);
    const gboolean quoted = strpbrk (harmless, ",;\t\"\r\n") != NULL ||
                            (length > 0 && (harmless[0] == ' ' || harmless[length - 1] == ' '));
    if (!quoted) {
        g_string_append_len (out, harmless, (gssize)length);
        return;
    }
    g_string_append_c (out, '"');
    for (const char *p = harmless; *p != '\0'; p++) {
        if (*p == '"')
            g_string_append_c (out, '"');
        g_string_append_c (out, *p);
    }
    g_string_append_c (out, '"');
}

/* Appends words as the inside of a GML string: ASCII, with entities for everything else. @out:
 * where to append; @text: any bytes up to a NUL. */
void
rhumb_escape_gml (GString *out, const char *text)
{
    g_autofree char *harmless = rhumb_escape_plain (text);
    for (const char *p = harmless; *p != '\0'; p = g_utf8_next_char (p)) {
        const gunichar c = g_utf8_get_char (p);
        if (c == '"')
            g_string_append (out, "&quot;");
        else if (c == '&')
            g_string_append (out, "&amp;");
        else if (c == '\n')
            g_string_append_c (out, ' ');
        else if (c < 0x7f)
            g_string_append_c (out, (char)c);
        else
            g_string_append_printf (out, "&#%u;", c);
    }
}
