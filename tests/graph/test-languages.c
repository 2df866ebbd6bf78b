/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "graph/languages.h"

static void
one_code_for_all_spellings (void)
{
    static const char *const cases[][2] = {
        {"English", "en"},     {"eng", "en"},
        {"EN", "en"},          {"en-GB", "en"},
        {"pt_BR", "pt"},       {"german", "de"},
        {"deu", "de"},         {"ger", "de"},
        {"de", "de"},          {"FRENCH", "fr"},
        {"Chinese", "zh"},     {"zh-Hans", "zh"},
        {"nynorsk", NULL},     {"e", NULL},
        {"engl", NULL},        {"", NULL},
        {"-", NULL},           {"|", NULL},
        {"eng|english", NULL}, {"\xe4\xb8\xad\xe6\x96\x87", NULL},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        g_assert_cmpstr (rhumb_language_get_code (cases[i][0]), ==, cases[i][1]);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/languages/one-code-for-all-spellings", one_code_for_all_spellings);
    return g_test_run ();
}
