/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The text of a web page as a browser shows it: a line for each block, blank lines between.
 *
 * Only what parts or hides text is looked at. An element that is not known to run on inside a line
 * (a link, italics, a subscript) parts what is before from what is behind it; scripts, styles,
 * menus and forms are left out; blanks of any kind count as one. Elements that are never closed
 * and names that do not exist need no rule so.
 * Source: HTML Living Standard, WHATWG, 13.2.5 (tags, comments) and 15.3 (display).
 * Cost: one pass.
 */
#include "io/scan/html-text.h"

#include <string.h>

#include "io/scan/entity.h"

#define MOST_NAME 15

/* What runs on inside a line. Ascending. */
static const char *const inline_names[] = {
    "a",     "abbr", "acronym", "b",      "bdi", "bdo", "big",  "cite", "code", "data", "del",
    "dfn",   "em",   "font",    "i",      "img", "ins", "kbd",  "mark", "q",    "s",    "samp",
    "small", "span", "strike",  "strong", "sub", "sup", "time", "tt",   "u",    "var",  "wbr",
};

/* What a reader of the page does not see, or is no part of its text. Ascending. */
static const char *const hidden_names[] = {
    "button", "head", "nav", "noscript", "script", "select", "style", "svg", "template", "textarea",
};

/* A page being read. */
typedef struct {
    const char *at;
    const char *end;
    guint64 line;       /* of @at */
    guint64 first_line; /* of the block; 0 = it is empty */
    GString *block;
    GString *text;
    GArray *lines;
    /* Which hidden elements have no end tag any more: the rest is not searched for it again. */
    gboolean never_ends[G_N_ELEMENTS (hidden_names)];
} Page;

static int
compare_names (gconstpointer a, gconstpointer b)
{
    return strcmp (a, *(const char *const *)b);
}

/* The place of a name in a list, %NULL if it is not there. */
#define FIND(list, name)                                                              \
    ((const char *const *)bsearch (name, list, G_N_ELEMENTS (list), sizeof (list)[0], \
                                   compare_names))

/* Goes on to @to, counting lines. */
static void
move_to (Page *page, const char *to)
{
    for (; page->at < to; page->at++)
        page->line += *page->at == '\n';
}

static void
end_block (Page *page)
{
    g_autofree char *plain = rhumb_entity_decode (page->block->str);
    g_strstrip (g_strdelimit (plain, "\r\n", ' ')); /* "&#10;" is no new block */
    if (*plain != '\0') {
        const guint64 lines[] = {page->first_line, page->first_line};
        g_string_append (page->text, plain);
        g_string_append (page->text, "\n\n");
        if (page->lines != NULL)
            g_array_append_vals (page->lines, lines, 2);
    }
    g_string_truncate (page->block, 0);
    page->first_line = 0;
}

static void
add_text (Page *page, const char *end)
{
    for (; page->at < end; move_to (page, page->at + 1)) {
        const gboolean is_blank = g_ascii_isspace (*page->at) || *page->at == '\0';
        const gsize length = page->block->len;
        if (!is_blank)
            g_string_append_c (page->block, *page->at);
        else if (length > 0 && page->block->str[length - 1] != ' ')
            g_string_append_c (page->block, ' ');
        if (!is_blank && page->first_line == 0)
            page->first_line = page->line;
    }
}

/* The end of a tag that begins at @p: behind the ">" that stands in no value. */
static const char *
find_tag_end (const char *p, const char *end)
{
    char quote = '\0';
    for (; p < end; p++) {
        if (quote != '\0')
            quote = *p == quote ? '\0' : quote;
        else if (*p == '>')
            return p + 1;
        else if ((*p == '"' || *p == '\'') && p[-1] == '=')
            quote = *p;
    }
    return end;
}

/* Reads a name of at most MOST_NAME letters in small letters. */
static void
read_name (const char *p, const char *end, char *name)
{
    gsize n = 0;
    for (; p < end && (g_ascii_isalnum (*p) || *p == '-') && n < MOST_NAME; p++)
        name[n++] = g_ascii_tolower (*p);
    name[n] = '\0';
}

static const char *
find (const char *p, const char *end, const char *what)
{
    const char *found = p < end ? memmem (p, (gsize)(end - p), what, strlen (what)) : NULL;
    return found != NULL ? found + strlen (what) : end;
}

/* Behind the end tag of a hidden element that begins before @start; a page that never closes it
 * goes on there. */
static const char *
find_end_of (Page *page, const char *const *hidden, const char *start)
{
    char other[MOST_NAME + 1];
    gboolean *never_ends = &page->never_ends[hidden - hidden_names];
    for (const char *p = start; p < page->end && !*never_ends; p++) {
        p = memmem (p, (gsize)(page->end - p), "</", 2);
        if (p == NULL)
            break;
        read_name (p + 2, page->end, other);
        if (strcmp (other, *hidden) == 0)
            return find_tag_end (p + 2, page->end);
    }
    *never_ends = TRUE;
    return start;
}

/* Goes behind the mark-up at "<"; FALSE if it is none ("p < 0.05"). */
static gboolean
take_tag (Page *page)
{
    const char *next = page->at + 1;
    char name[MOST_NAME + 1];
    if (next == page->end)
        return FALSE;
    if (*next == '!' || *next == '?') {
        const gboolean is_comment = page->end - next > 2 && memcmp (next, "!--", 3) == 0;
        move_to (page, find (next, page->end, is_comment ? "-->" : ">"));
        return TRUE;
    }
    const gboolean is_end = *next == '/';
    if (next + is_end == page->end || !g_ascii_isalpha (next[is_end]))
        return FALSE;
    read_name (next + is_end, page->end, name);
    const char *end = find_tag_end (next, page->end);
    if (FIND (inline_names, name) == NULL)
        end_block (page);
    const char *const *hidden = is_end ? NULL : FIND (hidden_names, name);
    if (hidden != NULL)
        end = find_end_of (page, hidden, end);
    move_to (page, end);
    return TRUE;
}

/* @head: the beginning of a text; @length: its bytes. Returns whether it is a web page, behind
 * blanks, comments and a declaration of XML. */
gboolean
rhumb_html_is (const char *head, gsize length)
{
    const char *end = head + length;
    const char *p = head;
    for (;;) {
        while (p < end && g_ascii_isspace (*p))
            p++;
        if (end - p > 4 && memcmp (p, "<!--", 4) == 0)
            p = find (p, end, "-->");
        else if (end - p > 2 && memcmp (p, "<?", 2) == 0)
            p = find (p, end, ">");
        else
            break;
    }
    return (end - p >= 14 && g_ascii_strncasecmp (p, "<!doctype html", 14) == 0) ||
           (end - p >= 6 && g_ascii_strncasecmp (p, "<html", 5) == 0 &&
            (p[5] == '>' || g_ascii_isspace (p[5])));
}

/* Gives the text of a page, entities decoded. @html: a web page, UTF-8; @length: its bytes; @lines
 * (of guint64, or %NULL): the line of the page of each line of the text is added. Returns the text.
 */
GString *
rhumb_html_to_text (const char *html, gsize length, GArray *lines)
{
    g_autoptr (GString) block = g_string_new (NULL);
    Page page = {.at = html,
                 .end = html + length,
                 .line = 1,
                 .block = block,
                 .text = g_string_new (NULL),
                 .lines = lines};
    while (page.at < page.end) {
        if (*page.at == '<' && take_tag (&page))
            continue;
        const gsize left = (gsize)(page.end - page.at) - 1;
        const char *next = memchr (page.at + 1, '<', left);
        add_text (&page, next != NULL ? next : page.end);
    }
    end_block (&page);
    return page.text;
}
