/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A web page of papers, saved as text: a title, its abstract, again and again.
 *
 * Reading lists are often nothing but such a page. No mark tells a title; its shape and its
 * neighbours do: the nearest paragraph of a title's shape above running text is its title. A
 * title without an abstract is a paper if it stands among papers or is plainly capitalised like
 * one. All other short lines are furniture of the page (menus, dates, slogans), reported with the
 * reason; running text without a title is a record lost. Commands of TeX and entities of HTML
 * that the page left in its text are decoded. A page tells neither authors nor years: they stay
 * unknown.
 * Cost: linear; at most 64 paragraphs wait for a decision.
 */
#include "io/formats.h"

#include "io/scan/entity.h"
#include "io/scan/latex.h"
#include "io/scan/paragraph.h"
#include "io/scan/prose.h"

#define MOST_WAITING 64

typedef struct {
    char *text;
    guint64 line;
    RhumbShape shape;
    const char *reason;
} Waiting;

typedef struct {
    RhumbCorpusBuilder *builder; /* NULL while sniffing */
    GArray *waiting;
    guint n_papers;
    guint n_with_abstract;
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

static char *
to_plain (const char *text)
{
    g_autofree char *decoded = rhumb_entity_decode (text);
    return rhumb_latex_decode (decoded, RHUMB_LATEX_PROSE);
}

static gboolean
add_paper (Page *page, const Waiting *title, const char *abstract, GError **error)
{
    page->n_papers++;
    page->n_with_abstract += abstract != NULL;
    if (page->builder == NULL)
        return TRUE;
    g_autofree char *plain_title = to_plain (title->text);
    g_autofree char *plain_abstract = abstract != NULL ? to_plain (abstract) : NULL;
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

/* Decides on one paragraph that no abstract follows. */
static gboolean
settle (Page *page, const Waiting *waiting, gboolean more_papers_follow, GError **error)
{
    if (waiting->shape == RHUMB_SHAPE_FURNITURE)
        return report (page, RHUMB_EVENT_LINE_SKIPPED, waiting->line, waiting->text,
                       waiting->reason, error);
    const gboolean between = more_papers_follow && page->n_papers > 0;
    if (rhumb_prose_is_title_alone (waiting->text, between))
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
    return shape == RHUMB_SHAPE_TITLE || shape == RHUMB_SHAPE_SENTENCE;
}

/* Number of the waiting paragraph that is the title of a text below all of them, or how many wait
 * if none is. A list of people may stand between a title and its abstract. */
static guint
find_title (const Page *page)
{
    guint i = page->waiting->len;
    while (i > 0 && !may_be_title (page, i - 1))
        i--;
    if (i == 0)
        return page->waiting->len;
    const gboolean names =
        rhumb_prose_is_name_list (g_array_index (page->waiting, Waiting, i - 1).text);
    return names && i > 1 && may_be_title (page, i - 2) ? i - 2 : i - 1;
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
read_papers_page (RhumbInput *input, RhumbCorpusBuilder *builder, GError **error)
{
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
    .summary = "a web page saved as text: titles and abstracts in turn",
    .sniff = sniff,
    .read = read_papers_page,
};
