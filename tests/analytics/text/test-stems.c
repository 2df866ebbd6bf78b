/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/text/stems.h"

#include <string.h>

static void
check_word (gconstpointer data)
{
    const char *const *pair = data;
    g_autoptr (RhumbStems) stems = rhumb_stems_new ();
    const guint32 stem = rhumb_stems_add_word (stems, pair[0], strlen (pair[0]));
    g_assert_cmpstr (rhumb_stems_get (stems, stem), ==, pair[1]);
}

static void
test_words (void)
{
    static const char *const pair[][2] = {
        {"caresses", "caress"}, {"ponies", "poni"},        {"agreed", "agre"},
        {"motoring", "motor"},  {"hopping", "hop"},        {"relational", "relat"},
        {"digitizer", "digit"}, {"sensitivity", "sensit"}, {"adoption", "adopt"},
        {"decay", "decai"},     {"networks", "network"},   {"is", "is"},
        {"naïve", "naïve"},     {"4times", "4times"},      {"中文", "中文"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (pair); i++)
        check_word (pair[i]);
}

static char *
join_stems (const char *text)
{
    g_autoptr (RhumbStems) stems = rhumb_stems_new ();
    g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
    rhumb_stems_add_words (stems, text, strlen (text), found);
    GString *joined = g_string_new (NULL);
    for (guint i = 0; i < found->len; i++)
        g_string_append_printf (joined, "%s%s", i ? " " : "",
                                rhumb_stems_get (stems, g_array_index (found, guint32, i)));
    return g_string_free (joined, FALSE);
}

static void
test_phrases (void)
{
    static const char *const pair[][2] = {
        {"Multi-Agent Systems", "multi agent system"},
        {"the user's devices", "the user devic"},
        {"the user\xe2\x80\x99s devices", "the user devic"},
        {"don't", "don t"},
        {"\xef\xac\x81nding", "find"}, /* ligature fi */
        {"  --  ", ""},
        {"", ""},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (pair); i++) {
        g_autofree char *joined = join_stems (pair[i][0]);
        g_assert_cmpstr (joined, ==, pair[i][1]);
    }
}

static void
test_numbers (void)
{
    g_autoptr (RhumbStems) stems = rhumb_stems_new ();
    const guint32 a = rhumb_stems_add_word (stems, "routing", 7);
    g_assert_cmpuint (rhumb_stems_add_word (stems, "routed", 6), ==, a);
    g_assert_cmpuint (rhumb_stems_add_word (stems, "router", 6), !=, a);
    g_assert_cmpuint (rhumb_stems_get_n (stems), ==, 2);
    g_assert_cmpuint (rhumb_stems_get_length (stems, a), ==, 4);
    g_autofree char *lengthy = g_strnfill (100000, 'a');
    const guint32 whole = rhumb_stems_add_word (stems, lengthy, 100000);
    g_assert_cmpuint (rhumb_stems_get_length (stems, whole), ==, 100000);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/stems/are-porters", test_words);
    g_test_add_func ("/stems/of-phrases-split-at-all-but-letters", test_phrases);
    g_test_add_func ("/stems/have-one-number-each", test_numbers);
    return g_test_run ();
}
