/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * German adjectives as a list of subjects has them: "in der öffentlichen Verwaltung" is about
 * "öffentliche Verwaltung".
 *
 * Only where the ending of the noun leaves no doubt of its gender and number: nouns in -ung, -heit,
 * -keit, -schaft, -tät, -enz, -ion, -ik and -tur are feminine and in the singular, so -en and -er
 * before them are those of the genitive and dative. Nothing in other languages looks so. Cost: a
 * look at the label.
 */
#include "analytics/text/declension.h"

#include "analytics/text/letters.h"

#include <string.h>

#define MIN_ADJECTIVE 5

static gboolean
is_feminine_noun (const char *word)
{
    static const char *const endings[] = {"ung", "heit", "keit", "schaft", "t\xc3\xa4t",
                                          "enz", "ion",  "ik",   "tur"};
    if (!rhumb_letter_is_upper (g_utf8_get_char (word)))
        return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
        if (g_str_has_suffix (word, endings[i]) && strlen (word) > strlen (endings[i]) + 2)
            return TRUE;
    return FALSE;
}

static gboolean
is_declined (const char *word)
{
    return strlen (word) >= MIN_ADJECTIVE && !rhumb_letter_is_upper (g_utf8_get_char (word)) &&
           (g_str_has_suffix (word, "en") || g_str_has_suffix (word, "er"));
}

/* A label with its adjectives in the nominative, where all words before the last one are declined
 * otherwise. Takes @label and returns it, or another in its place. */
char *
rhumb_undecline (char *label)
{
    g_auto (GStrv) words = g_strsplit (label, " ", -1);
    const guint n = g_strv_length (words);
    if (n < 2 || !is_feminine_noun (words[n - 1]))
        return label;
    for (guint i = 0; i + 1 < n; i++)
        if (!is_declined (words[i]))
            return label;
    for (guint i = 0; i + 1 < n; i++)
        words[i][strlen (words[i]) - 1] = '\0';
    g_free (label);
    return g_strjoinv (" ", words);
}
