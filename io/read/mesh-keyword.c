/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Medical subject headings among plain keywords, as search engines export Medline: a star marks
 * what a paper is mainly about, a slash parts the heading from the aspect of it that is meant
 * ("*Smoke/ae [Adverse Effects]", "*Neoplasms/drug therapy").
 *
 * A slash alone is no sign: "TCP/IP" is one word.
 * Source: U.S. National Library of Medicine, MEDLINE/PubMed Data Element Descriptions, field MH;
 * the qualifiers' two letters are those of its list of topical qualifiers.
 * Cost: linear in the keyword.
 */
#include "io/read/mesh-keyword.h"

#include <string.h>

/* Whether @text is "ae [Adverse Effects]", perhaps starred: two letters and their meaning. */
static gboolean
is_short_qualifier (const char *text)
{
    text += *text == '*';
    return g_ascii_islower (text[0]) && g_ascii_islower (text[1]) && text[2] == ' ' &&
           text[3] == '[' && g_str_has_suffix (text, "]");
}

/*
 * rhumb_mesh_keyword_skip_star:
 * @keyword: a keyword
 *
 * Steps over the star of a main topic: one in front of a letter or digit ("*-algebra" has none).
 *
 * Returns: where the keyword itself begins
 */
const char *
rhumb_mesh_keyword_skip_star (const char *keyword)
{
    return keyword +
           (keyword[0] == '*' && g_unichar_isalnum (g_utf8_get_char_validated (keyword + 1, -1)));
}

/*
 * rhumb_mesh_keyword_parse:
 * @keyword: a keyword
 * @term: (out): where its heading begins
 * @length: (out): bytes of the heading
 *
 * Tells whether a keyword is a subject heading with a star or a qualifier.
 *
 * Returns: %FALSE for any other keyword, which is then its own term
 */
gboolean
rhumb_mesh_keyword_parse (const char *keyword, const char **term, gsize *length)
{
    const gboolean is_starred = rhumb_mesh_keyword_skip_star (keyword) != keyword;
    const char *slash = strchr (keyword, '/');
    while (slash != NULL && !is_starred && slash[1] != '*' && !is_short_qualifier (slash + 1))
        slash = strchr (slash + 1, '/');
    *term = keyword + is_starred;
    *length = slash != NULL ? (gsize)(slash - *term) : strlen (*term);
    if (*length > 0 && (is_starred || slash != NULL))
        return TRUE;
    *term = keyword;
    *length = strlen (keyword);
    return FALSE;
}
