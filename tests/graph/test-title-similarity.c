/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "graph/title-similarity.h"

#include <string.h>

#include "graph/text.h"

static void
finds_titles_with_misprints (void)
{
    static const char title[] = "bibliometrixanrtoolforsciencemapping";
    g_assert_cmpfloat (rhumb_title_similarity (title, "aria2017bibliometrixanrtoolforsciencemapping"
                                                      "analysis"),
                       ==, 1);
    const double misprint =
        rhumb_title_similarity (title, "ariabibliometricanrtolforsciencemapping2017");
    g_assert_cmpfloat_with_epsilon (misprint, 1 - 2.0 / (double)strlen (title), 1e-12);
    g_assert_cmpfloat (misprint, >=, RHUMB_TITLES_ALIKE);
    g_assert_cmpfloat (rhumb_title_similarity (title, "citationnetworksofscientificpapers2017"), <,
                       0.5);
}

static void
keeps_parts_apart (void)
{
    static const char title[] = "themappingofscienceandtechnologypart2";
    static const char numeral[] = "themappingofscienceandtechnologypartii";
    g_assert_cmpfloat (rhumb_title_similarity (title, "x1999themappingofscienceandtechnologypart3"),
                       <, RHUMB_TITLES_ALIKE);
    g_assert_cmpfloat (rhumb_title_similarity (title, "x1999themapingofscienceandtechnologypart2"),
                       >=, RHUMB_TITLES_ALIKE);
    g_assert_cmpfloat (rhumb_title_similarity (numeral, "themapingofscienceandtechnologypartxj"), <,
                       RHUMB_TITLES_ALIKE);
}

static void
says_nothing_of_short_or_endless_titles (void)
{
    g_autofree char *text = g_strnfill (5000, 'a');
    g_autofree char *title = g_strnfill (600, 'a');
    title[300] = 'b';
    g_assert_cmpfloat (rhumb_title_similarity ("editorial", "editorial"), ==, 0);
    g_assert_cmpfloat (rhumb_title_similarity ("", ""), ==, 0);
    g_assert_cmpfloat (rhumb_title_similarity (title, text), ==, 0);
    g_assert_cmpfloat (rhumb_title_similarity (title, title), ==, 1);
}

/* The distance of two whole texts, Wagner and Fischer. */
static guint
measure (const char *a, gsize n, const char *b, gsize m)
{
    guint table[32][32];
    for (gsize i = 0; i <= n; i++)
        for (gsize k = 0; k <= m; k++) {
            if (i == 0 || k == 0) {
                table[i][k] = (guint)(i + k);
                continue;
            }
            const guint changed = table[i - 1][k - 1] + (a[i - 1] != b[k - 1]);
            table[i][k] = MIN (changed, 1 + MIN (table[i - 1][k], table[i][k - 1]));
        }
    return table[n][m];
}

static void
is_that_of_the_best_part (void)
{
    for (guint64 seed = 0; seed < 300; seed++) {
        char title[24] = "";
        char text[31] = "";
        guint64 random = rhumb_hash_mix (7, seed);
        const gsize n = 20 + random % 4;
        const gsize m = 5 + (random >> 8) % 26;
        for (gsize i = 0; i < n; i++)
            title[i] = (char)('a' + rhumb_hash_mix (seed, i) % 3);
        for (gsize i = 0; i < m; i++)
            text[i] = (char)('a' + rhumb_hash_mix (seed, 100 + i) % 3);
        title[MIN (n, sizeof title - 1)] = '\0';
        text[MIN (m, sizeof text - 1)] = '\0';
        const gsize length = strlen (text);
        guint best = (guint)strlen (title);
        for (gsize from = 0; from <= length; from++)
            for (gsize to = from; to <= length; to++)
                best = MIN (best, measure (title, strlen (title), text + from, to - from));
        g_assert_cmpfloat_with_epsilon (rhumb_title_similarity (title, text),
                                        1 - (double)best / (double)strlen (title), 1e-12);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/title-similarity/finds-titles-with-misprints", finds_titles_with_misprints);
    g_test_add_func ("/title-similarity/keeps-parts-apart", keeps_parts_apart);
    g_test_add_func ("/title-similarity/says-nothing-of-short-or-endless-titles",
                     says_nothing_of_short_or_endless_titles);
    g_test_add_func ("/title-similarity/is-that-of-the-best-part", is_that_of_the_best_part);
    return g_test_run ();
}
