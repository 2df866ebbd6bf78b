/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A name broken into balanced lines.
 *
 * A long name on one line is a bar that collides with everything; the same words on two lines of
 * like length take a compact box. Words are never cut. Of all ways to break n words into at most
 * three lines the one with the shortest longest line wins, a further line costing as much as four
 * letters; no line is as short as an initial. A name of parts with commas or semicolons between
 * them, as of two people, is broken between its parts where that makes no line much longer. Cost:
 * quadratic in the words of one name.
 */
#include "analytics/layout/text-block.h"

#include <string.h>

#include "analytics/layout/text-extents.h"

#define LEADING 1.15
#define MAX_LINES 3
#define COST_OF_A_LINE 4
/* What a break inside a part costs, in letters. */
#define COST_OF_A_PART 6
/* Letters that make no line, as initials. */
#define TOO_SHORT 2

/* Where lines end: the last line ends at the last word. */
typedef struct {
    guint end[MAX_LINES];
    guint n_lines;
    gsize cost;
    const char *mark; /* between parts; NULL = there are none */
} Breaks;

/* What parts the names in a title: where there are semicolons, commas belong to names. */
static const char *
find_mark (char **words, guint n_words)
{
    const char *mark = NULL;
    for (guint i = 0; i + 1 < n_words; i++) {
        if (g_str_has_suffix (words[i], ";"))
            return ";";
        if (g_str_has_suffix (words[i], ","))
            mark = ",";
    }
    return mark;
}

static char *
join_words (char **words, guint from, guint to)
{
    GString *line = g_string_new (words[from]);
    for (guint i = from + 1; i < to; i++)
        g_string_append_printf (line, " %s", words[i]);
    return g_string_free (line, FALSE);
}

static gsize
joined_chars (const gsize *chars, guint from, guint to)
{
    gsize total = to - from - 1;
    for (guint i = from; i < to; i++)
        total += chars[i];
    return total;
}

static void
keep_better (Breaks *best, char **words, const gsize *chars, const guint *end, guint n_lines)
{
    gsize longest = 0;
    gsize cost = COST_OF_A_LINE * (gsize)n_lines;
    for (guint i = 0; i < n_lines; i++) {
        const gsize line = joined_chars (chars, i == 0 ? 0 : end[i - 1], end[i]);
        if (line <= TOO_SHORT)
            return;
        longest = MAX (longest, line);
        cost += best->mark != NULL && i + 1 < n_lines &&
                        !g_str_has_suffix (words[end[i] - 1], best->mark)
                    ? COST_OF_A_PART
                    : 0;
    }
    if (longest + cost >= best->cost)
        return;
    best->cost = longest + cost;
    best->n_lines = n_lines;
    memcpy (best->end, end, n_lines * sizeof *end);
}

static Breaks
balanced_breaks (char **words, const gsize *chars, guint n_words, guint max_lines)
{
    Breaks best = {{n_words}, 1, G_MAXSIZE, find_mark (words, n_words)};
    for (guint first = 1; first < n_words; first++) {
        keep_better (&best, words, chars, (const guint[]){first, n_words}, 2);
        for (guint second = first + 1; max_lines > 2 && second < n_words; second++)
            keep_better (&best, words, chars, (const guint[]){first, second, n_words}, 3);
    }
    return best;
}

static char **
wrap_text (const char *text, guint max_lines, guint line_chars)
{
    g_auto (GStrv) words = g_strsplit (text, " ", -1);
    const guint n_words = g_strv_length (words);
    const gsize n_chars = (gsize)g_utf8_strlen (text, -1);
    g_autoptr (GPtrArray) lines = g_ptr_array_new ();
    if (n_words < 2 || max_lines < 2 || n_chars <= line_chars) {
        g_ptr_array_add (lines, g_strdup (text));
    } else {
        g_autofree gsize *chars = g_new (gsize, n_words);
        for (guint i = 0; i < n_words; i++)
            chars[i] = (gsize)g_utf8_strlen (words[i], -1);
        const Breaks breaks = balanced_breaks (words, chars, n_words, max_lines);
        for (guint i = 0; i < breaks.n_lines; i++)
            g_ptr_array_add (lines,
                             join_words (words, i == 0 ? 0 : breaks.end[i - 1], breaks.end[i]));
    }
    g_ptr_array_add (lines, NULL);
    return (char **)g_ptr_array_steal (lines, NULL);
}

/* Breaks a name with single spaces into lines and measures them. @max_lines: 1 … 3; @line_chars: a
 * name of at most so many characters stays on one line; @letter_spacing: extra distance after each
 * letter, in points. */
RhumbTextBlock *
rhumb_text_block_new (const char *text, guint max_lines, guint line_chars, double size,
                      gboolean bold, double letter_spacing)
{
    RhumbTextBlock *block = g_new0 (RhumbTextBlock, 1);
    block->lines = wrap_text (text, max_lines, line_chars);
    block->n_lines = g_strv_length (block->lines);
    block->size = size;
    block->leading = LEADING * size;
    block->letter_spacing = letter_spacing;
    block->bold = bold;
    for (guint i = 0; i < block->n_lines; i++) {
        block->width =
            MAX (block->width, rhumb_text_width (block->lines[i], size, bold, letter_spacing));
    }
    block->ascent = rhumb_text_ascent (text);
    block->height =
        size * (block->ascent + RHUMB_TEXT_DESCENT) + block->leading * (block->n_lines - 1);
    return block;
}

void
rhumb_text_block_free (RhumbTextBlock *block)
{
    if (block == NULL)
        return;
    g_strfreev (block->lines);
    g_free (block);
}

/* The height of the first baseline on the page when the box of the block begins at @top. */
double
rhumb_text_block_first_baseline (const RhumbTextBlock *block, double top)
{
    return top + block->ascent * block->size;
}
