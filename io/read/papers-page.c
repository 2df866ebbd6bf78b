/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A web page of papers, saved as it is or as text: a title, its abstract, again and again.
 *
 * Reading lists are often nothing but such a page. No mark tells a title; its shape and its
 * neighbours do: the nearest paragraph of a title's shape above running text is its title. A
 * title without an abstract is a paper if it stands among papers or is plainly capitalised like
 * one. All other short lines are furniture of the page (menus, dates, slogans), reported with the
 * reason; running text without a title is a record lost. Commands of TeX and entities of HTML
 * that the page left in its text are decoded. Of HTML the blocks are paragraphs (html-text.c). A
 * page tells neither authors nor years: they stay unknown. Cost: linear; at most 64 paragraphs wait
 * for a decision.
 */
#include "io/formats.h"

#include <string.h>

#include "graph/error.h"
#include "io/scan/entity.h"
#include "io/scan/html-text.h"
#include "io/scan/latex.h"
#include "io/scan/paragraph.h"
#include "io/scan/prose.h"

#define MOST_WAITING 64
#define TITLE_FIELD "Title:"
#define HTML_LIMIT ((gsize)256 << 20)
#define SURE_OF_HTML 90 /* styles may fill the head before any paper */

typedef struct {
    char *text;
    guint64 line;
    RhumbShape shape;
    const char *reason;
} Waiting;

typedef struct {
    RhumbCorpusBuilder *builder; /* NULL while sniffing */
    GArray *waiting;
    const GArray *lines;   /* of the HTML, for each line of its text; NULL = it is text */
    gboolean marks_titles; /* with "Title:" */
    guint n_papers;
    guint n_with_abstract;
    guint n_with_people; /* of these, a list of people stands between title and abstract */
    guint n_lost;
    guint n_furniture;
} Page;

static void
clear_waiting (gpointer data)
{
    g_free (((Waiting *)data)->text);
}

static void
clear_page (Page *page)
{
    g_array_unref (page->waiting);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Page, clear_page)

/* The text behind the name of its field; lists have "Title: …". */
static const char *
skip_field (const char *text, const char *name)
{
    const gsize length = strlen (name);
    return g_ascii_strncasecmp (text, name, length) == 0
               ? text + length + strspn (text + length, " ")
               : text;
}

/* The entities of HTML are decoded with the page. */
static char *
to_plain (const Page *page, const char *text)
{
    g_autofree char *decoded = page->lines == NULL ? rhumb_entity_decode (text) : NULL;
    return rhumb_latex_decode (decoded != NULL ? decoded : text, RHUMB_LATEX_PROSE);
}

static gboolean
add_paper (Page *page, const Waiting *title, const char *abstract, GError **error)
{
    page->n_papers++;
    page->n_with_abstract += abstract != NULL;
    if (page->builder == NULL)
        return TRUE;
    g_autofree char *plain_title = to_plain (page, skip_field (title->text, TITLE_FIELD));
    g_autofree char *plain_abstract =
        abstract != NULL ? to_plain (page, skip_field (abstract, "Abstract:")) : NULL;
    g_autoptr (RhumbRecord) record = rhumb_record_new ();
    record->title = plain_title;
    record->abstract = plain_abstract;
    record->line = title->line;
    return rhumb_corpus_builder_add (page->builder, record, error);
}

static gboolean
report (Page *page, RhumbEventKind kind, guint64 line, const char *found, const char *why,
        GError **error)
{
    page->n_furniture += kind == RHUMB_EVENT_LINE_SKIPPED;
    page->n_lost += kind == RHUMB_EVENT_RECORD_LOST;
    return page->builder == NULL ||
           rhumb_corpus_builder_report (page->builder, kind, line, found, why, error);
}

static gboolean
is_marked_title (const char *text)
{
    return g_ascii_strncasecmp (text, TITLE_FIELD, strlen (TITLE_FIELD)) == 0;
}

/* Decides on one paragraph that no abstract follows. */
static gboolean
settle (Page *page, const Waiting *waiting, gboolean more_papers_follow, GError **error)
{
    if (waiting->shape == RHUMB_SHAPE_FURNITURE)
        return report (page, RHUMB_EVENT_LINE_SKIPPED, waiting->line, waiting->text,
                       waiting->reason, error);
    const gboolean is_marked = is_marked_title (waiting->text);
    if (page->marks_titles && !is_marked)
        return report (page, RHUMB_EVENT_LINE_SKIPPED, waiting->line, waiting->text,
                       "it does not begin with \"Title:\" as titles of this page do", error);
    const gboolean between = more_papers_follow && page->n_papers > 0;
    if (is_marked || rhumb_prose_is_title_alone (waiting->text, between))
        return add_paper (page, waiting, NULL, error);
    return report (page, RHUMB_EVENT_LINE_SKIPPED, waiting->line, waiting->text,
                   "no abstract follows and it is not worded like a title", error);
}

static gboolean
settle_first (Page *page, guint n, gboolean more_papers_follow, GError **error)
{
    for (guint i = 0; i < n; i++)
        if (!settle (page, &g_array_index (page->waiting, Waiting, i), more_papers_follow, error))
            return FALSE;
    if (n > 0)
        g_array_remove_range (page->waiting, 0, n);
    return TRUE;
}

static gboolean
may_be_title (const Page *page, guint i)
{
    const RhumbShape shape = g_array_index (page->waiting, Waiting, i).shape;
    if (page->marks_titles)
        return is_marked_title (g_array_index (page->waiting, Waiting, i).text);
    return shape == RHUMB_SHAPE_TITLE || shape == RHUMB_SHAPE_SENTENCE;
}

/* Whether a paragraph right below what may be a title tells who wrote it: several people, or one
 * where most papers of the page have people there. */
static gboolean
names_people (const Page *page, guint i)
{
    const char *text = g_array_index (page->waiting, Waiting, i).text;
    if (i == 0 || !may_be_title (page, i - 1))
        return FALSE;
    return rhumb_prose_is_name_list (text) ||
           (page->n_with_people * 2 > page->n_with_abstract && rhumb_prose_is_name (text));
}

/* Number of the waiting paragraph that is the title of a text below all of them, or how many wait
 * if none is. People may stand between a title and its abstract. */
static guint
find_title (const Page *page)
{
    guint i = page->waiting->len;
    while (i > 0 && !may_be_title (page, i - 1))
        i--;
    if (i == 0)
        return page->waiting->len;
    return names_people (page, i - 1) ? i - 2 : i - 1;
}

static gboolean
take_text (Page *page, const char *text, guint64 line, GError **error)
{
    const guint title = find_title (page);
    if (!settle_first (page, title, TRUE, error))
        return FALSE;
    if (page->waiting->len == 0)
        return report (page, RHUMB_EVENT_RECORD_LOST, line, text,
                       "a paragraph without a title, expected one above it", error);
    if (!add_paper (page, &g_array_index (page->waiting, Waiting, 0), text, error))
        return FALSE;
    if (page->waiting->len > 1 &&
        rhumb_prose_is_name_list (g_array_index (page->waiting, Waiting, 1).text))
        page->n_with_people++;
    for (guint i = 1; i < page->waiting->len; i++) {
        const Waiting *between = &g_array_index (page->waiting, Waiting, i);
        const char *why = between->reason != NULL ? between->reason : "looks like a list of people";
        if (!report (page, RHUMB_EVENT_LINE_SKIPPED, between->line, between->text, why, error))
            return FALSE;
    }
    g_array_set_size (page->waiting, 0);
    return TRUE;
}

static gboolean
take_paragraph (Page *page, const char *text, guint64 line, GError **error)
{
    Waiting waiting = {.line = line};
    waiting.shape = rhumb_prose_tell_shape (text, &waiting.reason);
    if (is_marked_title (text)) {
        waiting.shape = RHUMB_SHAPE_TITLE;
        page->marks_titles = TRUE;
    }
    const guint n = page->waiting->len;
    const gboolean after_title =
        n > 0 && g_array_index (page->waiting, Waiting, n - 1).shape == RHUMB_SHAPE_TITLE;
    if (waiting.shape == RHUMB_SHAPE_TEXT || (waiting.shape == RHUMB_SHAPE_SENTENCE && after_title))
        return take_text (page, text, line, error);
    waiting.text = g_strdup (text);
    g_array_append_val (page->waiting, waiting);
    return n < MOST_WAITING || settle_first (page, 1, FALSE, error);
}

static gboolean
read_page (Page *page, RhumbInput *input, GError **error)
{
    g_autoptr (RhumbParagraphs) paragraphs = rhumb_paragraphs_new (input);
    GError *problem = NULL;
    for (;;) {
        g_autofree char *text = NULL;
        guint64 line;
        if (!rhumb_paragraphs_next (paragraphs, &text, &line, &problem))
            break;
        if (page->lines != NULL)
            line = g_array_index (page->lines, guint64, line - 1);
        if (!take_paragraph (page, text, line, error))
            return FALSE;
    }
    if (problem != NULL) {
        g_propagate_error (error, problem);
        return FALSE;
    }
    return settle_first (page, page->waiting->len, FALSE, error);
}

static void
init_page (Page *page, RhumbCorpusBuilder *builder)
{
    *page = (Page){.builder = builder};
    page->waiting = g_array_new (FALSE, FALSE, sizeof (Waiting));
    g_array_set_clear_func (page->waiting, clear_waiting);
}

static gboolean
read_html (RhumbInput *input, RhumbCorpusBuilder *builder, GError **error)
{
    g_autoptr (GString) html = rhumb_input_read_all (input, HTML_LIMIT, error);
    if (html == NULL)
        return FALSE;
    g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint64));
    g_autoptr (GString) text = rhumb_html_to_text (html->str, html->len, lines);
    g_autoptr (RhumbInput) blocks =
        rhumb_input_new_for_memory (rhumb_input_get_name (input), text->str, text->len, error);
    g_auto (Page) page = {0};
    init_page (&page, builder);
    page.lines = lines;
    if (blocks == NULL || !read_page (&page, blocks, error))
        return FALSE;
    if (page.n_papers > 0)
        return TRUE;
    rhumb_input_set_error (input, error, RHUMB_ERROR_FORMAT, 1,
                           "titles and abstracts; pages that load them later are saved as text",
                           "a web page in which no abstract stands below a title");
    return FALSE;
}

static gboolean
read_papers_page (RhumbInput *input, RhumbCorpusBuilder *builder, GError **error)
{
    gsize length;
    const char *head = rhumb_input_get_head (input, &length);
    if (rhumb_html_is (head, length))
        return read_html (input, builder, error);
    g_auto (Page) page = {0};
    init_page (&page, builder);
    return read_page (&page, input, error);
}

/* Text of another kind: markup, tables, tagged exports, source. */
static gboolean
is_marked_up (const char *head, gsize length)
{
    gsize n_odd = 0;
    for (gsize i = 0; i < length; i++)
        n_odd += head[i] == '\t' || head[i] == '<' || head[i] == '|' || head[i] == ';';
    const gboolean markup = head[0] == '<' || head[0] == '{' || head[0] == '[' || head[0] == '@';
    return markup || n_odd * 60 > length || g_strstr_len (head, (gssize)length, "\nER") != NULL ||
           g_strstr_len (head, (gssize)length, "\nPMID") != NULL;
}

/* How surely titles and abstracts alternate: at most 60, for other formats have plainer signs. */
static guint
sniff (const char *head, gsize length)
{
    if (rhumb_html_is (head, length))
        return SURE_OF_HTML;
    if (is_marked_up (head, length))
        return 0;
    g_autoptr (RhumbInput) input = rhumb_input_new_for_memory ("", head, length, NULL);
    g_auto (Page) page = {0};
    init_page (&page, NULL);
    if (input == NULL || !read_page (&page, input, NULL) || page.n_with_abstract == 0)
        return 0;
    const guint good = page.n_with_abstract * 2;
    return 60 * good / (good + page.n_lost + page.n_furniture / 6);
}

static const char *const suffixes[] = {"txt", NULL};

const RhumbFormat rhumb_format_papers_page = {
    .name = "papers-page",
    .suffixes = suffixes,
    .summary = "a web page, or its text: titles and abstracts in turn",
    .sniff = sniff,
    .read = read_papers_page,
};
