/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which short form stands for which phrase, read off the brackets of a text: "expansion (SF)",
 * "SF (expansion)" and "(expansion, SF)".
 *
 * A. S. Schwartz, M. A. Hearst, A simple algorithm for identifying abbreviation definitions in
 * biomedical text, Pacific Symposium on Biocomputing 8 (2003) 451–462,
 * doi:10.1142/9789812776303_0042. The letters of the short form are matched from right to left,
 * its first letter at the beginning of a word. We also take the s of a plural off the short form.
 * Only 60 characters inside a bracket and as many words before it as the method allows are
 * looked at: linear in the text.
 */
#include "analytics/text/acronyms.h"

#include "analytics/text/letters.h"

#include <string.h>

#define MAX_BRACKET 60

/* A stretch of a text, in characters. */
typedef struct {
    const gunichar *c;
    gsize n;
} Span;

static gboolean
is_one_of (gunichar c, const char *set)
{
    return c < 128 && c != 0 && strchr (set, (int)c) != NULL;
}

static Span
strip_spaces (Span span)
{
    while (span.n > 0 && rhumb_letter_is_space (span.c[0])) {
        span.c++;
        span.n--;
    }
    while (span.n > 0 && rhumb_letter_is_space (span.c[span.n - 1]))
        span.n--;
    return span;
}

static Span
strip (Span span, const char *set)
{
    while (span.n > 0 && is_one_of (span.c[0], set)) {
        span.c++;
        span.n--;
    }
    while (span.n > 0 && is_one_of (span.c[span.n - 1], set))
        span.n--;
    return span;
}

static gsize
count_words (Span span)
{
    gsize n = 0;
    for (gsize i = 0; i < span.n; i++)
        n +=
            !rhumb_letter_is_space (span.c[i]) && (i == 0 || rhumb_letter_is_space (span.c[i - 1]));
    return n;
}

static gboolean
begins_with (Span span, const char *ascii)
{
    const gsize length = strlen (ascii);
    if (span.n < length)
        return FALSE;
    for (gsize i = 0; i < length; i++)
        if (span.c[i] != (gunichar)ascii[i])
            return FALSE;
    return TRUE;
}

/* Whether a stretch may be a short form; "Fig. 1" and its like are not. */
static gboolean
is_short_form (Span span)
{
    if (span.n < 2 || span.n > 12 || count_words (span) > 2 || !rhumb_letter_is_alnum (span.c[0]))
        return FALSE;
    if (begins_with (span, "Fig") || begins_with (span, "Table") || begins_with (span, "Sec") ||
        begins_with (span, "Eq"))
        return FALSE;
    for (gsize i = 0; i < span.n; i++)
        if (rhumb_letter_is_upper (span.c[i]))
            return TRUE;
    return FALSE;
}

/* The short form without the s of a plural: "GNNs" is "GNN", "Ss" stays. */
static Span
singular (Span span)
{
    if (span.n <= 2 || span.c[span.n - 1] != 's')
        return span;
    gboolean has_capital = FALSE;
    for (gsize i = 0; i + 1 < span.n; i++) {
        if (g_unichar_islower (span.c[i]))
            return span;
        has_capital = has_capital || rhumb_letter_is_upper (span.c[i]);
    }
    return has_capital ? (Span){span.c, span.n - 1} : span;
}

static gboolean
equals_folded (Span a, Span b)
{
    if (a.n != b.n)
        return FALSE;
    for (gsize i = 0; i < a.n; i++)
        if (rhumb_letter_to_lower (a.c[i]) != rhumb_letter_to_lower (b.c[i]))
            return FALSE;
    return TRUE;
}

/* Whether one of the words of @text is @word. */
static gboolean
holds_word (Span text, Span word)
{
    gsize i = 0;
    while (i < text.n) {
        const gsize start = i;
        while (i < text.n && !rhumb_letter_is_space (text.c[i]))
            i++;
        if (i > start && equals_folded ((Span){text.c + start, i - start}, word))
            return TRUE;
        i++;
    }
    return FALSE;
}

/* Matches the letters of @letters from the right; gives where the first one stands, or -1. */
static gssize
match_letters (const gunichar *letter, gsize n_letters, Span text)
{
    gssize i = (gssize)text.n - 1;
    for (gssize k = (gssize)n_letters - 1; k >= 0; k--) {
        while (i >= 0 && (rhumb_letter_to_lower (text.c[i]) != letter[k] ||
                          (k == 0 && i > 0 && rhumb_letter_is_alnum (text.c[i - 1]))))
            i--;
        if (i < 0)
            return -1;
        i--;
    }
    return i + 1;
}

/* The shortest stretch at the end of @text that @form can stand for; empty if none. */
static Span
find_expansion (Span form, Span text)
{
    const Span none = {NULL, 0};
    gunichar letter[12];
    gsize n = 0;
    const Span core = singular (form);
    for (gsize i = 0; i < core.n; i++)
        if (rhumb_letter_is_alnum (core.c[i]))
            letter[n++] = rhumb_letter_to_lower (core.c[i]);
    gssize start = n > 0 ? match_letters (letter, n, text) : -1;
    if (start < 0)
        return none;
    while (start > 0 && !rhumb_letter_is_space (text.c[start - 1]) &&
           !is_one_of (text.c[start - 1], "\"'("))
        start--;
    const Span found = strip ((Span){text.c + start, text.n - (gsize)start}, " \"'");
    if (found.n < form.n + 2 || count_words (found) > MIN (n + 5, n * 2) ||
        holds_word (found, form))
        return none;
    return found;
}

/* What a bracket says before its first comma, "or", "e.g." … */
static Span
first_part (Span inner)
{
    gsize end = 0;
    while (end < inner.n) {
        const Span rest = {inner.c + end, inner.n - end};
        const gboolean word_starts = end == 0 || !rhumb_letter_is_alnum (inner.c[end - 1]);
        if (is_one_of (rest.c[0], ",;:") || begins_with (rest, " or ") ||
            (word_starts && (begins_with (rest, "i.e.") || begins_with (rest, "e.g."))))
            break;
        end++;
    }
    return strip (strip_spaces ((Span){inner.c, end}), "\"'");
}

/* The last word before a bracket. */
static Span
last_word (Span left)
{
    gsize start = left.n;
    while (start > 0 && !rhumb_letter_is_space (left.c[start - 1]))
        start--;
    return strip ((Span){left.c + start, left.n - start}, "\"',");
}

/* At most @n_words words before a bracket, spaces made single, none from an earlier sentence.
 * @room is filled with them. */
static Span
last_words (Span left, gsize n_words, GArray *room)
{
    gsize start = left.n;
    gsize n = 0;
    while (start > 0) {
        const gboolean space_after = start < left.n && rhumb_letter_is_space (left.c[start]);
        const gboolean is_space = rhumb_letter_is_space (left.c[start - 1]);
        if (is_one_of (left.c[start - 1], ".;!?") && space_after)
            break;
        if (is_space && !space_after && ++n == n_words)
            break;
        start--;
    }
    g_array_set_size (room, 0);
    for (gsize i = start; i < left.n; i++) {
        const gboolean is_space = rhumb_letter_is_space (left.c[i]);
        const gboolean is_extra =
            is_space && (room->len == 0 || rhumb_letter_is_space (left.c[i - 1]));
        const gunichar c = is_space ? ' ' : left.c[i];
        if (!is_extra)
            g_array_append_val (room, c);
    }
    return (Span){(const gunichar *)(void *)room->data, room->len};
}

static const char *
keep (RhumbArena *arena, Span span)
{
    g_autofree char *text = g_ucs4_to_utf8 (span.c, (glong)span.n, NULL, NULL, NULL);
    return rhumb_arena_copy (arena, text, strlen (text));
}

static void
add_acronym (GArray *found, RhumbArena *arena, Span form, Span expansion)
{
    if (expansion.n == 0)
        return;
    const RhumbAcronym acronym = {keep (arena, form), keep (arena, expansion)};
    g_array_append_val (found, acronym);
}

/* What a bracket says between its first comma and the second; empty without a comma. */
static Span
second_part (Span inside)
{
    gsize comma = 0;
    while (comma < inside.n && inside.c[comma] != ',')
        comma++;
    return comma < inside.n ? first_part ((Span){inside.c + comma + 1, inside.n - comma - 1})
                            : (Span){NULL, 0};
}

/* A bracket that explains a short form by itself: "(Hierarchical NSW, HNSW)". Two letters are too
 * easily found in anything. */
static void
read_inside (GArray *found, RhumbArena *arena, Span first, Span second)
{
    if (second.n < 3 || !is_short_form (second))
        return;
    const Span expansion = find_expansion (second, first);
    if (expansion.n == first.n)
        add_acronym (found, arena, second, expansion);
}

static void
read_bracket (GArray *found, RhumbArena *arena, Span left, Span inside, gboolean look_inside,
              GArray *room)
{
    const Span inner = first_part (inside);
    while (left.n > 0 && rhumb_letter_is_space (left.c[left.n - 1]))
        left.n--;
    const Span word = last_word (left);
    if (!is_short_form (inner)) {
        if (left.n > 0 && is_short_form (word))
            add_acronym (found, arena, word, find_expansion (word, inner));
        if (look_inside)
            read_inside (found, arena, inner, second_part (inside));
        return;
    }
    const gsize n_letters = singular (inner).n;
    const Span before = last_words (left, MIN (n_letters + 5, n_letters * 2), room);
    add_acronym (found, arena, inner, find_expansion (inner, before));
}

/* The place of the bracket that closes the one at @open, 0 if it is too far or too near. */
static gsize
find_closing (Span text, gsize open)
{
    for (gsize i = open + 1; i < text.n && i <= open + 1 + MAX_BRACKET; i++) {
        if (text.c[i] == '(')
            return 0;
        if (text.c[i] == ')')
            return i - open - 1 >= 2 ? i : 0;
    }
    return 0;
}

static RhumbAcronym *
read_brackets (const char *text, gboolean look_inside, RhumbArena *arena, guint32 *n_found)
{
    *n_found = 0;
    if (strchr (text, '(') == NULL)
        return NULL;
    g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (RhumbAcronym));
    g_autoptr (GArray) room = g_array_new (FALSE, FALSE, sizeof (gunichar));
    glong n_chars;
    g_autofree gunichar *chars = g_utf8_to_ucs4_fast (text, -1, &n_chars);
    const Span all = {chars, (gsize)n_chars};
    for (gsize i = 0; i < all.n; i++) {
        const gsize closing = all.c[i] == '(' ? find_closing (all, i) : 0;
        if (closing == 0)
            continue;
        read_bracket (found, arena, (Span){all.c, i}, (Span){all.c + i + 1, closing - i - 1},
                      look_inside, room);
        i = closing;
    }
    *n_found = found->len;
    RhumbAcronym *acronym = RHUMB_ARENA_NEW (arena, RhumbAcronym, found->len);
    if (found->len > 0)
        memcpy (acronym, found->data, found->len * sizeof *acronym);
    return acronym;
}

/* Finds the acronyms that a text defines by a phrase and a bracket, in the order of the brackets:
 * as in the source, and as the models of phrases know them. @text: valid UTF-8. */
RhumbAcronym *
rhumb_find_acronyms (const char *text, RhumbArena *arena, guint32 *n_found)
{
    return read_brackets (text, FALSE, arena, n_found);
}

/* Finds those too that a bracket defines by itself. */
RhumbAcronym *
rhumb_find_all_acronyms (const char *text, RhumbArena *arena, guint32 *n_found)
{
    return read_brackets (text, TRUE, arena, n_found);
}

/* A keyword that explains its own short form, "health technology assessment (HTA)", without it. */
const char *
rhumb_strip_short_form (const char *keyword, RhumbArena *arena)
{
    guint32 n = 0;
    if (strchr (keyword, '(') == NULL || !g_str_has_suffix (keyword, ")"))
        return keyword;
    const RhumbAcronym *acronym = rhumb_find_acronyms (keyword, arena, &n);
    if (n != 1 || !g_str_has_prefix (keyword, acronym->expansion))
        return keyword;
    return keyword[strlen (acronym->expansion)] == ' ' ? acronym->expansion : keyword;
}
