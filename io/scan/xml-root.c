/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What kind of XML is this? The name of the outermost element tells, and it comes after a
 * declaration, comments, instructions and a document type, none of which need a parser.
 * Source: XML 1.0, productions 22 to 28. Cost: linear in the head.
 */
#include "io/scan/xml-root.h"

#include <string.h>

static const char *
skip_past (const char *from, const char *end, const char *what)
{
    const char *found = g_strstr_len (from, end - from, what);
    return found != NULL ? found + strlen (what) : end;
}

/* Skips "<!DOCTYPE …>" with its own declarations in brackets. */
static const char *
skip_document_type (const char *from, const char *end)
{
    gboolean inside = FALSE;
    char quote = '\0';
    for (; from < end; from++) {
        if (quote != '\0')
            quote = *from == quote ? '\0' : quote;
        else if (g_str_has_prefix (from, "<!--") && end - from >= 4)
            from = skip_past (from, end, "-->") - 1;
        else if (*from == '"' || *from == '\'')
            quote = *from;
        else if (*from == '[' || *from == ']')
            inside = *from == '[';
        else if (*from == '>' && !inside)
            return from + 1;
    }
    return end;
}

static char *
take_name (const char *from, const char *end)
{
    const char *start = from;
    while (from < end && !g_ascii_isspace (*from) && *from != '>' && *from != '/' && *from != '<') {
        start = *from == ':' ? from + 1 : start;
        from++;
    }
    return from > start ? g_strndup (start, (gsize)(from - start)) : NULL;
}

/* Finds the name of the outermost element. @head: first bytes of a file; @length: how many. Returns
 * its name without prefix, %NULL if this is no XML. */
char *
rhumb_xml_find_root (const char *head, gsize length)
{
    g_autofree char *copy = g_strndup (head, length);
    const char *end = copy + strlen (copy);
    const char *p = copy;
    while (p < end) {
        if (g_ascii_isspace (*p))
            p++;
        else if (g_str_has_prefix (p, "<?"))
            p = skip_past (p, end, "?>");
        else if (g_str_has_prefix (p, "<!--"))
            p = skip_past (p, end, "-->");
        else if (g_str_has_prefix (p, "<!DOCTYPE"))
            p = skip_document_type (p + strlen ("<!DOCTYPE"), end);
        else
            return *p == '<' ? take_name (p + 1, end) : NULL;
    }
    return NULL;
}

/* rhumb_xml_head_has: whether the head holds @what anywhere. */
gboolean
rhumb_xml_head_has (const char *head, gsize length, const char *what)
{
    return g_strstr_len (head, (gssize)length, what) != NULL;
}
