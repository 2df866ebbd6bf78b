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

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/markup/only-what-is-certain", test_table);
    return g_test_run ();
}
