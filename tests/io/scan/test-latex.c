/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "io/scan/latex.h"

#include <string.h>

static void
check (const char *const (*cases)[2], gsize n, RhumbLatexMode mode)
{
    for (gsize i = 0; i < n; i++) {
        g_autofree char *text = rhumb_latex_decode (cases[i][0], mode);
        g_assert_cmpstr (text, ==, cases[i][1]);
    }
}

static void
decodes_fields (void)
{
    static const char *const cases[][2] = {
        {"Laid{\\'e}", "Laidé"},
        {"G{\\\"o}del, \\\"Uber, \\'{\\i}, \\v{S}, {\\c c}", "Gödel, Über, í, Š, ç"},
        {"Stra\\ss e", "Straße"},
        {"\\O{}re \\l{}\\'od\\'z \\AA", "Øre łódź Å"},
        {"{GPU} {T}raining of {{Graphs}}", "GPU Training of Graphs"},
        {"A \\& B 5\\% \\$3 \\#1 a\\_b", "A & B 5% $3 #1 a_b"},
        {"p~12 pages 1--10 --- end", "p 12 pages 1–10 — end"},
        {"``quoted'' and it's", "“quoted” and it's"},
        {"\\textbf{bold} \\emph{and \\textit{deep}} {\\em old}", "bold and deep old"},
        {"$O(n^2)$ and $\\frac{o}{a}$", "$O(n^2)$ and $\\frac{o}{a}$"},
        {"\\url{http://x.org/a}", "http://x.org/a"},
        {"\\href{http://x.org}{text}", "text"},
        {"\\unknown stays", "\\unknown stays"},
        {"\\unknown{argument}", "argument"},
        {"back\\\\slash \\", "back slash \\"},
        {"}{ unbalanced {", " unbalanced "},
        {"", ""},
    };
    check (cases, G_N_ELEMENTS (cases), RHUMB_LATEX_FIELD);
}

static void
decodes_prose (void)
{
    static const char *const cases[][2] = {
        {"360{\\deg} video", "360° video"},
        {"rewards, \\eg~progress", "rewards, e.g. progress"},
        {"93.72\\% savings", "93.72% savings"},
        {"the \\textit{best} way", "the best way"},
        {"$x^{2}$ is {not} a_{b} -- at ~10%", "$x^{2}$ is {not} a_{b} -- at ~10%"},
        {"costs $100 or $", "costs $100 or $"},
        {"O(mepsilon^{-3I(I<m)}{II}", "O(mepsilon^{-3I(I<m)}{II}"},
        {"C:\\dir \\n", "C:\\dir \\n"},
        {"{\\deg", "{°"},
    };
    check (cases, G_N_ELEMENTS (cases), RHUMB_LATEX_PROSE);
}

/* Deep and endless nesting must neither overflow the stack nor take long. */
static void
survives_nesting (void)
{
    static const char *const units[] = {"{", "\\'{", "\\textit{", "{\\em ", "$", "\\", "\\'\\"};
    for (gsize i = 0; i < G_N_ELEMENTS (units); i++) {
        g_autoptr (GString) text = g_string_new (NULL);
        while (text->len < 50000)
            g_string_append (text, units[i]);
        for (guint closed = 0; closed < 2; closed++) {
            g_autofree char *field = rhumb_latex_decode (text->str, RHUMB_LATEX_FIELD);
            g_autofree char *prose = rhumb_latex_decode (text->str, RHUMB_LATEX_PROSE);
            g_assert_true (g_utf8_validate (field, -1, NULL));
            g_assert_true (g_utf8_validate (prose, -1, NULL));
            while (text->len < 100000)
                g_string_append_c (text, '}');
        }
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/latex/decodes-fields-of-bibtex", decodes_fields);
    g_test_add_func ("/latex/leaves-plain-text-alone-but-for-commands", decodes_prose);
    g_test_add_func ("/latex/survives-endless-nesting", survives_nesting);
    return g_test_run ();
}
