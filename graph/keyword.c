/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What of a keyword names a subject.
 *
 * Lists of keywords in exports hold more than subjects: the heading of the list ("Palabras clave:
 * …"), what stood below it on the page ("… Copyrights", "© 2020 …") and codes of classifications
 * ("C61" of the Journal of Economic Literature, "62H30" of Mathematics Subject Classification,
 * "03.65.Ud" of PACS), which nobody reads as a subject. Papers keep them; maps and concepts do
 * without.
 *
 * Codes of MSC and PACS look like nothing else. Those of JEL look like a galaxy, a vitamin or a
 * fullerene (M31, B12, C60), so one is taken for a code only if the list names a classification,
 * or if it has others of other letters and the paper's title and abstract do not use it. A list
 * whose separators were lost, several keywords in one beside a heading or a classification, names
 * nothing either. Cost: the length of the keyword; of codes, the lengths of list, title and
 * abstract.
 */
#include "graph/keyword.h"

#include <string.h>

/* More words than that beside a heading or a classification are a list without separators. */
#define MOST_WORDS 5

static const char *const HEADINGS[] = {
    "keywords",        "keyword",        "key words",      "author keywords", "index terms",
    "palabras claves", "palabras clave", "palavras-chave", "palavras chave",  "mots-clés",
    "mots clés",       "mots-clefs",     "parole chiave",  "schlüsselwörter", "schlagwörter",
    "stichwörter",     "trefwoorden",    "słowa kluczowe", "ключевые слова",  "关键词",
    "關鍵詞",          "キーワード",     "주제어",
};

/* A part of a keyword: from where to where. */
typedef struct {
    const char *start;
    const char *end;
} Part;

static gboolean
is_letter (char c)
{
    return g_ascii_isalpha (c) || (guchar)c >= 0x80;
}

static gboolean
begins_with (Part part, const char *words)
{
    const gsize length = strlen (words);
    return (gsize)(part.end - part.start) >= length &&
           g_ascii_strncasecmp (part.start, words, length) == 0;
}

/* Without blanks and stops at both ends. */
static Part
trim (Part part)
{
    while (part.start < part.end && strchr (" .,;:", *part.start) != NULL)
        part.start++;
    while (part.end > part.start && strchr (" .,;:", part.end[-1]) != NULL)
        part.end--;
    return part;
}

/* The next word at or after a place; empty at the end. */
static Part
next_word (const char *from, const char *end)
{
    while (from < end && *from == ' ')
        from++;
    const char *to = from;
    while (to < end && *to != ' ')
        to++;
    return (Part){from, to};
}

static guint
count_words (Part part)
{
    guint n = 0;
    for (Part word = next_word (part.start, part.end); word.start < word.end;
         word = next_word (word.end, part.end))
        n++;
    return n;
}

static const char *
skip_separator (const char *text, const char *end)
{
    static const char *const separators[] = {":", "：", "—", "–", ". ", "- "};
    while (text < end && *text == ' ')
        text++;
    for (guint i = 0; i < G_N_ELEMENTS (separators); i++) {
        if (begins_with ((Part){text, end}, separators[i]))
            return text + strlen (separators[i]);
    }
    return text == end ? end : NULL;
}

/* "Palabras clave: bibliometría" → "bibliometría"; a heading alone leaves nothing. */
static Part
skip_heading (Part part)
{
    for (guint i = 0; i < G_N_ELEMENTS (HEADINGS); i++) {
        if (!begins_with (part, HEADINGS[i]))
            continue;
        const char *rest = skip_separator (part.start + strlen (HEADINGS[i]), part.end);
        if (rest != NULL)
            return trim ((Part){rest, part.end});
    }
    return part;
}

static gboolean
is_any (Part word, const char *const *known, guint n)
{
    for (guint i = 0; i < n; i++) {
        if (begins_with (word, known[i]))
            return TRUE;
    }
    return FALSE;
}

/* "JEL" and "MSC", "PACS", "AMS" where a number or the word itself says that they classify: MSC are
 * stem cells too. @after: what follows on the word. */
static gboolean
names_classification (Part word, Part after)
{
    static const char *const strict[] = {"MSC", "PACS", "AMS"};
    static const char *const marks[] = {"classif", "code", "subject", "number",
                                        "1991",    "2000", "2010",    "2020"};
    const gsize length = (gsize)(word.end - word.start);
    if (strncmp (word.start, "JEL", MIN (length, 3)) == 0 && length >= 3 &&
        (length == 3 || !is_letter (word.start[3])))
        return TRUE;
    for (guint i = 0; i < G_N_ELEMENTS (strict); i++) {
        const gsize n = strlen (strict[i]);
        if (length < n || strncmp (word.start, strict[i], n) != 0)
            continue;
        if (length == n ? is_any (after, marks, G_N_ELEMENTS (marks)) && after.start < after.end
                        : word.start[n] == ':' || g_ascii_isdigit (word.start[n]))
            return TRUE;
    }
    return begins_with (word, "Mathematics") && begins_with (after, "Subject");
}

/* Where a keyword begins to tell classes instead of a subject, "Clasificación JEL: M00"; its end if
 * it never does. */
static const char *
find_classification (Part part)
{
    Part before = {part.start, part.start};
    for (Part word = next_word (part.start, part.end); word.start < word.end;) {
        const Part after = next_word (word.end, part.end);
        if (names_classification (word, after)) {
            static const char *const leads[] = {"clasif", "classif", "klassif", "codes", "código"};
            return is_any (before, leads, G_N_ELEMENTS (leads)) ? before.start : word.start;
        }
        before = word;
        word = after;
    }
    return part.end;
}

/* Whether a part looks as a pattern says: A = a capital, 9 = a digit, x = a letter or a sign, and
 * what else itself. */
static gboolean
looks_like (Part part, const char *pattern)
{
    if ((gsize)(part.end - part.start) != strlen (pattern))
        return FALSE;
    for (const char *p = part.start; p < part.end; p++, pattern++) {
        const gboolean fits = *pattern == 'A'   ? g_ascii_isupper (*p)
                              : *pattern == '9' ? g_ascii_isdigit (*p)
                              : *pattern == 'x' ? g_ascii_isalpha (*p) || *p == '+' || *p == '-'
                                                : *p == *pattern;
        if (!fits)
            return FALSE;
    }
    return TRUE;
}

/* Whether "Copyright" at a word begins what stood below the list: followed by a year or an owner,
 * or with a capital behind small letters; "copyright law" and "Digital Copyright" are subjects. */
static gboolean
begins_notice (Part before, Part word, Part after)
{
    if (begins_with (word, "©"))
        return TRUE;
    if (begins_with (word, "all") && begins_with (after, "rights reserved"))
        return TRUE;
    if (!begins_with (word, "copyright"))
        return FALSE;
    static const char *const owners[] = {"©", "(c)", "by "};
    if (is_any (after, owners, G_N_ELEMENTS (owners)) ||
        looks_like (next_word (after.start, after.end), "9999"))
        return TRUE;
    return after.start == after.end && *word.start == 'C' && before.start < before.end &&
           g_ascii_islower (*before.start);
}

static const char *
find_notice (Part part)
{
    Part before = {part.start, part.start};
    for (Part word = next_word (part.start, part.end); word.start < word.end;) {
        const Part after = next_word (word.end, part.end);
        const Part rest = {after.start, after.start < after.end ? part.end : after.end};
        if (begins_notice (before, word, rest))
            return word.start;
        before = word;
        word = after;
    }
    return part.end;
}

static gboolean
looks_like_any (Part part, const char *const *patterns)
{
    for (guint i = 0; patterns[i] != NULL; i++) {
        if (looks_like (part, patterns[i]))
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_jel (Part part)
{
    static const char *const patterns[] = {"A9", "A99", NULL};
    return looks_like_any (part, patterns);
}

/* Codes of MSC and PACS. */
static gboolean
is_plain_code (Part part)
{
    static const char *const patterns[] = {"99A99",    "99Axx",    "99-XX",    "99-xx",
                                           "99.99.xx", "99.99.-x", "99.99.+x", NULL};
    return looks_like_any (part, patterns);
}

/* What is a code only beside the name of a classification. */
static gboolean
is_bare_code (Part part)
{
    static const char *const patterns[] = {"9999", "99-99", "99A", "A.9", "A.9.9", "A.99", NULL};
    return looks_like_any (part, patterns);
}

static Part
part_of (const char *keyword)
{
    return trim ((Part){keyword, keyword + strlen (keyword)});
}

static gboolean
list_names_classification (const RhumbPaper *paper)
{
    for (guint i = 0; paper->keywords[i] != NULL; i++) {
        const Part part = part_of (paper->keywords[i]);
        if (find_classification (part) < part.end)
            return TRUE;
    }
    return FALSE;
}

/* Whether a text has a part as a word of its own. */
static gboolean
text_has (const char *text, Part part)
{
    const gsize length = (gsize)(part.end - part.start);
    for (const char *p = text; p != NULL && *p != '\0'; p++) {
        if ((p == text || !g_ascii_isalnum (p[-1])) && strncmp (p, part.start, length) == 0 &&
            !g_ascii_isalnum (p[length]))
            return TRUE;
    }
    return FALSE;
}

/* Whether the list has another code of another letter. */
static gboolean
has_other_jel (const RhumbPaper *paper, Part code)
{
    for (guint i = 0; paper->keywords[i] != NULL; i++) {
        const Part other = part_of (paper->keywords[i]);
        if (is_jel (other) && *other.start != *code.start)
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_code (const RhumbPaper *paper, Part part)
{
    if (is_plain_code (part))
        return TRUE;
    if (!is_jel (part))
        return is_bare_code (part) && list_names_classification (paper);
    return list_names_classification (paper) ||
           (has_other_jel (paper, part) && !text_has (paper->title, part) &&
            !text_has (paper->abstract, part));
}

/* What of a keyword names a subject: without headings, notices of copyright and codes of
 * classifications. Returns where in @keyword it begins, @length bytes long; %NULL if it has none.
 */
const char *
rhumb_keyword_find_subject (const RhumbPaper *paper, const char *keyword, gsize *length)
{
    const Part whole = {keyword, keyword + strlen (keyword)};
    Part part = skip_heading (whole);
    const gboolean had_heading = part.start != whole.start;
    const char *classes = find_classification (part);
    const gboolean had_classes = classes < part.end;
    const char *notice = find_notice (part);
    if (had_classes || notice < part.end)
        part = trim ((Part){part.start, MIN (classes, notice)});
    *length = (gsize)(part.end - part.start);
    if (*length == 0 || ((had_heading || had_classes) && count_words (part) > MOST_WORDS) ||
        is_code (paper, trim (part)))
        return NULL;
    return part.start;
}
