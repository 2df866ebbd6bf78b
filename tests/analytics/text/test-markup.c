/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/text/markup.h"

static void
test_table (void)
{
    static const struct {
        const char *text;
        gsize length;
        const char *meaning;
    } known[] = {
        {"\\emph{trees}", 5, " "},
        {"\\emphasis", 0, NULL},
        {"\\alpha-helix", 0, NULL},
        {"\\", 0, NULL},
        {"&amp; more", 5, "&"},
        {"&nbsp;", 6, " "},
        {"&lt; 5", 4, " < "},
        {"&lt;sub&gt;2", 11, ""},
        {"&lt;/p&gt;", 10, " "},
        {"&amp", 0, NULL},
        {"&unknown;", 0, NULL},
        {"AT&T", 0, NULL},
        {"<sub>2</sub>", 5, ""},
        {"</sub>", 6, ""},
        {"<br/>x", 5, " "},
        {"<jats:p>", 8, " "},
        {"< b", 0, NULL},
        {"<b and c>", 0, NULL},
        {"<5>", 0, NULL},
        {"<abcdefghijklmnopqrstuvwxyz>", 0, NULL},
        {"<", 0, NULL},
        {"", 0, NULL},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (known); i++) {
        const char *meaning = NULL;
        const gsize length = rhumb_markup_length (known[i].text, &meaning);
        g_test_message ("%s", known[i].text);
        g_assert_cmpuint (length, ==, known[i].length);
        if (length > 0)
            g_assert_cmpstr (meaning, ==, known[i].meaning);
    }
}

static void
test_decimals (void)
{
    static const char *const texts[][2] = {
        {"PM2\xc2\xb7"
         "5 and 6 center dot 8 of 1<middle dot>2",
         "PM2.5 and 6.8 of 1.2"},
        {"2\xe2\x80\xa2"
         "5",
         "2.5"},
        {"1\xc2\xb7"
         "2\xc2\xb7"
         "3",
         "1.2.3"},
        {"a center dot OH, \xc2\xb7"
         "5 and x\xc2\xb7y",
         "a center dot OH, \xc2\xb7"
         "5 and x\xc2\xb7y"},
        {"5\xc2\xb7", "5\xc2\xb7"},
        {"", ""},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
        g_autoptr (GString) text = g_string_new (texts[i][0]);
        rhumb_markup_join_decimals (text);
        g_assert_cmpstr (text->str, ==, texts[i][1]);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/markup/only-what-is-certain", test_table);
    g_test_add_func ("/markup/decimal-points-of-any-kind", test_decimals);
    return g_test_run ();
}
