/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How much of a title stands somewhere in a cited reference, which has it between author and
 * journal with misprints, or in another spelling.
 *
 * The fewest letters that must be changed, put in or left out to turn the title into some part of
 * the text, as a share of the title. A title that stands there as it is has 1. Where it does not,
 * digits and the numerals at its end must agree: "part 2" is not "part 3", however alike.
 * Source: Sellers 1980, The theory and computation of evolutionary distances: pattern recognition,
 * doi:10.1016/0196-6774(80)90016-4. Departs from it: letters are bytes of folded text, and titles
 * of fewer than 20 or more than 512 of them, or texts of more than 4096, are only looked for whole.
 * Cost: length of the title times length of the text.
 */
#include "graph/title-similarity.h"

#include <string.h>

#define SHORTEST_TITLE 20
#define LONGEST_TITLE 512
#define LONGEST_TEXT 4096
#define LENGTH_OF_NUMERAL 4

/* What must stand in both alike: digits anywhere, I, V and X at the end. */
static gboolean
is_numeral (char letter, gsize from_end)
{
    return g_ascii_isdigit (letter) || (from_end < LENGTH_OF_NUMERAL && strchr ("ivx", letter));
}

/* One more letter of the text: a column of Sellers' table, from the one before it. */
static void
extend (guint *cost, const char *title, gsize length, char letter, guint never)
{
    const gboolean letter_is_digit = g_ascii_isdigit (letter);
    guint diagonal = cost[0]; /* 0: a part may begin anywhere */
    for (gsize i = 1; i <= length; i++) {
        const gboolean fixed = is_numeral (title[i - 1], length - i) || letter_is_digit;
        const guint left_out = cost[i - 1] + (is_numeral (title[i - 1], length - i) ? never : 1);
        const guint put_in = cost[i] + (letter_is_digit ? never : 1);
        const guint changed = diagonal + (title[i - 1] == letter ? 0 : fixed ? never : 1);
        diagonal = cost[i];
        cost[i] = MIN (changed, MIN (left_out, put_in));
    }
}

/* Compares a title with the part of a text that is most like it. @title: a folded title
 * (rhumb_text_title_key()); @text: a folded reference. Returns 0 (another) to 1 (the whole title
 * stands there); 0 for titles that are too short to tell. */
double
rhumb_title_similarity (const char *title, const char *text)
{
    const gsize length = strlen (title);
    if (length < SHORTEST_TITLE)
        return 0;
    if (strstr (text, title) != NULL)
        return 1;
    if (length > LONGEST_TITLE || strlen (text) > LONGEST_TEXT)
        return 0;
    const guint never = (guint)length + 1;
    guint cost[LONGEST_TITLE + 1];
    cost[0] = 0;
    for (gsize i = 1; i <= length; i++)
        cost[i] = cost[i - 1] + (is_numeral (title[i - 1], length - i) ? never : 1);
    guint best = cost[length];
    for (; *text != '\0'; text++) {
        extend (cost, title, length, *text, never);
        best = MIN (best, cost[length]);
    }
    return best < length ? 1 - (double)best / (double)length : 0;
}
