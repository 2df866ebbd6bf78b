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

/* Steps over the star of a main topic: one in front of a letter or digit ("*-algebra" has none).
 * Returns where the keyword itself begins. */
const char *
rhumb_mesh_keyword_skip_star (const char *keyword)
{
    return keyword +
           (keyword[0] == '*' && g_unichar_isalnum (g_utf8_get_char_validated (keyword + 1, -1)));
}

/* Tells whether a keyword is a subject heading with a star or a qualifier. @term (out): where its
 * heading begins; @length (out): bytes of the heading. Returns %FALSE for any other keyword, which
 * is then its own term. */
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

static gboolean
has_text (const GPtrArray *texts, const char *text)
{
    for (guint i = 0; i < texts->len; i++)
        if (g_str_equal (texts->pdata[i], text))
            return TRUE;
    return FALSE;
}

/* Subject headings become keywords without star and qualifier, each once. @found (of strings):
 * keywords as they are written; @strings: where terms are kept; @keywords (of strings): where
 * keywords are added; @headings (of strings): where those that are subject headings are added as
 * they were. */
void
rhumb_mesh_keywords_take (const GPtrArray *found, GStringChunk *strings, GPtrArray *keywords,
                          GPtrArray *headings)
{
    for (guint i = 0; i < found->len; i++) {
        const char *term;
        gsize length;
        const char *keyword = found->pdata[i];
        if (rhumb_mesh_keyword_parse (keyword, &term, &length)) {
            g_ptr_array_add (headings, (gpointer)keyword);
            keyword = g_string_chunk_insert_len (strings, term, (gssize)length);
            if (has_text (keywords, keyword))
                continue;
        }
        g_ptr_array_add (keywords, (gpointer)keyword);
    }
}
