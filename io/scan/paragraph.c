/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Lines of plain text as paragraphs, whether or not they were wrapped.
 *
 * In text that was never wrapped every line is a paragraph. In wrapped text a line is broken
 * because the next word did not fit, so a line on which that word would have fitted ends its
 * paragraph. The width is told from the head, if most
 * narrow lines that stand together nearly reach one. Where blank lines part titles from
 * paragraphs, only a clearly short line ends one before a blank line does, since some programs
 * wrap raggedly. Where they do not, a change from Title Case to running text is a border too,
 * because a full line may be the end of a title by accident.
 * Cost: one pass; memory for one paragraph and the head.
 */
#include "io/scan/paragraph.h"

#include <string.h>

#include "io/scan/prose.h"

#define WIDEST 132 /* characters; a longer line was not wrapped */
#define NARROWEST 40
#define PARAGRAPH_LIMIT ((gsize)64 << 10) /* of joined lines; also bounds the work a line */
#define TITLE_LINES 3

struct _RhumbParagraphs {
    RhumbInput *input;
    gsize width; /* 0 = not wrapped */
    gboolean blanks_part;
    char *next; /* the line read ahead, NULL at the end or before the first */
    guint64 next_line;
    gboolean started;
};

/* What the head shows of its lines. */
typedef struct {
    gsize n_runs;
    gsize n_short_runs;
    GArray *lengths; /* of all lines in longer runs */
} Layout;

static char *
strip_line (const char *text)
{
    g_auto (GStrv) parts = g_strsplit (text, "\xC2\xA0", -1);
    char *plain = g_strjoinv (" ", parts);
    return g_strstrip (plain);
}

/* Takes one run of narrow lines of the head, those between blank or wide lines, into account. */
static void
measure_run (Layout *layout, GArray *run)
{
    layout->n_runs += run->len > 0;
    layout->n_short_runs += run->len > 0 && run->len < TITLE_LINES;
    if (run->len > TITLE_LINES)
        g_array_append_vals (layout->lengths, run->data, run->len);
    g_array_set_size (run, 0);
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
    const gsize left = *(const gsize *)a;
    const gsize right = *(const gsize *)b;
    return (left > right) - (left < right);
}

/* The width at which text was wrapped, 0 if it was not: titles that were left alone may be
 * wider, so it is not the longest line but the longest near the 95th of a hundred that at least
 * one line of a hundred has. */
static gsize
find_width (GArray *lengths)
{
    g_array_sort (lengths, compare_lengths);
    const guint n = lengths->len;
    if (n == 0)
        return 0;
    const gsize usual = g_array_index (lengths, gsize, n * 95 / 100);
    gsize width = 0;
    guint n_full = 0;
    guint n_same = 0;
    for (guint i = 0; i < n; i++) {
        const gsize length = g_array_index (lengths, gsize, i);
        n_same = i > 0 && length == g_array_index (lengths, gsize, i - 1) ? n_same + 1 : 1;
        width = length <= usual + usual / 40 && n_same * 100 >= n ? length : width;
        n_full += length * 10 >= usual * 8;
    }
    return n_full * 10 >= n * 6 && width >= NARROWEST ? width : 0;
}

static void
measure_head (RhumbParagraphs *paragraphs)
{
    gsize length;
    const char *head = rhumb_input_get_head (paragraphs->input, &length);
    g_autofree char *text = g_utf8_make_valid (head, (gssize)length);
    g_strdelimit (text, "\r", '\n');
    const gboolean doubled = memmem (head, length, "\r\n", 2) != NULL;
    g_auto (GStrv) lines = g_strsplit (text, doubled ? "\n\n" : "\n", -1);
    g_autoptr (GArray) run = g_array_new (FALSE, FALSE, sizeof (gsize));
    g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (gsize));
    Layout layout = {.lengths = lengths};
    for (gsize i = 0; lines[i] != NULL; i++) {
        g_autofree char *line = strip_line (lines[i]);
        const gsize n = (gsize)g_utf8_strlen (line, -1);
        if (n > 0 && n <= WIDEST)
            g_array_append_val (run, n);
        else
            measure_run (&layout, run);
    }
    measure_run (&layout, run);
    paragraphs->width = find_width (lengths);
    paragraphs->blanks_part = layout.n_runs >= 3 && layout.n_short_runs * 4 >= layout.n_runs;
}

/* Looks at the head of an input to see how its text is wrapped. @input: an input of which no line
 * has been read, borrowed. Returns a reader of paragraphs. */
RhumbParagraphs *
rhumb_paragraphs_new (RhumbInput *input)
{
    RhumbParagraphs *paragraphs = g_new0 (RhumbParagraphs, 1);
    paragraphs->input = input;
    measure_head (paragraphs);
    return paragraphs;
}

/* rhumb_paragraphs_free: frees @paragraphs, not its input. */
void
rhumb_paragraphs_free (RhumbParagraphs *paragraphs)
{
    g_free (paragraphs->next);
    g_free (paragraphs);
}

/* FALSE with an error; at the end of the input the next line is NULL. */
static gboolean
read_ahead (RhumbParagraphs *paragraphs, GError **error)
{
    GError *problem = NULL;
    RhumbLine line;
    g_clear_pointer (&paragraphs->next, g_free);
    if (rhumb_input_read_line (paragraphs->input, &line, &problem)) {
        paragraphs->next = strip_line (line.text);
        paragraphs->next_line = line.number;
    }
    if (problem == NULL)
        return TRUE;
    g_propagate_error (error, problem);
    return FALSE;
}

static gboolean
starts_lower (const char *text)
{
    return g_unichar_islower (g_utf8_get_char (text));
}

/* Whether running text goes on from a title that fills its line by accident. */
static gboolean
is_title_before_text (const char *so_far, const char *next)
{
    const RhumbProse title = rhumb_prose_measure (so_far);
    const RhumbProse text = rhumb_prose_measure (next);
    return title.n_long_words >= 3 && title.n_long_capital * 10 >= title.n_long_words * 7 &&
           title.n_sentence_ends == 0 && !title.ends_open && !starts_lower (next) &&
           text.n_long_words >= 3 && text.n_long_capital * 10 <= text.n_long_words * 4;
}

/* Whether a title follows text whose last line is full by accident. */
static gboolean
is_title_after_text (const char *so_far, const char *next)
{
    const RhumbProse title = rhumb_prose_measure (next);
    return g_str_has_suffix (so_far, ".") && title.n_long_words >= 3 &&
           title.n_long_capital * 10 >= title.n_long_words * 8 && title.n_sentence_ends == 0;
}

/* Whether @next goes on with the paragraph @so_far, whose last line is @last characters long. */
static gboolean
goes_on (const RhumbParagraphs *paragraphs, const char *so_far, gsize last, guint n_lines,
         const char *next)
{
    const gsize width = paragraphs->width;
    const gsize word = (gsize)g_utf8_strlen (next, (gssize)strcspn (next, " "));
    const gsize widest = paragraphs->blanks_part ? WIDEST : width + 1;
    if (width == 0 || last > widest || (gsize)g_utf8_strlen (next, -1) > widest)
        return FALSE;
    const gboolean clearly_short = last * 10 < width * 6;
    if (paragraphs->blanks_part && !clearly_short)
        return TRUE;
    if (starts_lower (next) && (!clearly_short || n_lines > 1))
        return TRUE;
    if (last + 1 + word > width)
        return n_lines > TITLE_LINES ? !is_title_after_text (so_far, next)
                                     : !is_title_before_text (so_far, next);
    const RhumbProse prose = rhumb_prose_measure (so_far);
    return n_lines >= TITLE_LINES && prose.n_sentence_ends > 0 && !prose.ends_sentence &&
           !clearly_short;
}

/* A word that was broken at its hyphen is joined, "long- and short-term" is not. */
static gboolean
joins_without_blank (const char *so_far, gsize length, const char *next)
{
    return length >= 2 && so_far[length - 1] == '-' && g_ascii_isalpha (so_far[length - 2]) &&
           g_ascii_isalpha (next[0]) && !g_str_has_prefix (next, "and ") &&
           !g_str_has_prefix (next, "or ");
}

/* Reads one paragraph; blank lines are passed over. @paragraphs: a reader of paragraphs; @text
 * (out): the paragraph without blanks at its ends; @line (out): line on which it begins, from 1.
 * Returns %FALSE at the end, or with an error of rhumb_input_read_line(). */
gboolean
rhumb_paragraphs_next (RhumbParagraphs *paragraphs, char **text, guint64 *line, GError **error)
{
    if (!paragraphs->started && !read_ahead (paragraphs, error))
        return FALSE;
    paragraphs->started = TRUE;
    while (paragraphs->next != NULL && *paragraphs->next == '\0')
        if (!read_ahead (paragraphs, error))
            return FALSE;
    if (paragraphs->next == NULL)
        return FALSE;
    g_autoptr (GString) so_far = g_string_new (paragraphs->next);
    gsize last = (gsize)g_utf8_strlen (paragraphs->next, -1);
    const guint64 first_line = paragraphs->next_line;
    if (!read_ahead (paragraphs, error))
        return FALSE;
    for (guint n = 1;
         paragraphs->next != NULL && *paragraphs->next != '\0' && so_far->len < PARAGRAPH_LIMIT &&
         goes_on (paragraphs, so_far->str, last, n, paragraphs->next);
         n++) {
        if (!joins_without_blank (so_far->str, so_far->len, paragraphs->next))
            g_string_append_c (so_far, ' ');
        g_string_append (so_far, paragraphs->next);
        last = (gsize)g_utf8_strlen (paragraphs->next, -1);
        if (!read_ahead (paragraphs, error))
            return FALSE;
    }
    *text = g_strdup (so_far->str);
    *line = first_line;
    return TRUE;
}
