/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Names of authors in the forms of BibTeX and biblatex.
 */
#include "io/scan/bibtex-names.h"

#include <string.h>

/* A field, and its names joined by "|". */
static const char *const cases[][2] = {
    {"Knuth, Donald E.", "Knuth, Donald E."},
    {"Knuth ,Donald E.", "Knuth, Donald E."},
    {"Donald E. Knuth", "Donald E. Knuth"},
    {"van Gennep, Arnold", "van Gennep, Arnold"},
    {"Ludwig van Beethoven", "Ludwig van Beethoven"},
    {"von Last, Jr, First", "von Last, First, Jr"},
    {"{Smith}, III, {J. A.}", "Smith, J. A., III"},
    {"Smith, PhD, Jo", "Jo Smith, PhD"},
    {"Smith, Jr,", "Smith, Jr"},
    {"{Barnes and Noble, Inc.}", "Barnes and Noble, Inc."},
    {"{Noble, Inc.}, Jo", "Jo Noble, Inc."},
    {"A, B and\n C, D  AND E F", "A, B|C, D|E F"},
    {"Anders Sand and Band, Roland", "Anders Sand|Band, Roland"},
    {"Erd{\\H o}s, Paul and G{\\\"o}del, K.", "Erdős, Paul|Gödel, K."},
    {"M{\\'a}rquez, Gabriel Garc{\\'\\i}a", "Márquez, Gabriel García"},
    {"García  Márquez,\tGabriel", "García Márquez, Gabriel"},
    {"Smith, John; Doe, Jane ;Roe, Bob", "Smith, John|Doe, Jane|Roe, Bob"},
    {"A B; C D and {E; F}", "A B|C D|E; F"},
    {"M&uuml;ller, H. and M&#252;ller, K.", "M&uuml;ller, H.|M&#252;ller, K."},
    {"Smith, J. \\& Doe, J.", "Smith, J.|Doe, J."},
    {"Smith, J., Doe, J., and Roe, B.", "Smith, J.|Doe, J.|Roe, B."},
    {"{Johnson \\& Johnson}", "Johnson & Johnson"},
    {"Johnson \\& Johnson", "Johnson & Johnson"},
    {"Family,", "Family"},
    {", Given", "Given"},
    {"and", "and"},
    {"A B and and C D", "A B|C D"},
    {"", ""},
    {"given=Hans, family=Harman, prefix=von, suffix=Jr", "von Harman, Hans, Jr"},
    {"useprefix=false and family=Brown, given={B, C}", "B, C Brown"},
};

static char *
join (const RhumbBibtexNames *names)
{
    g_ptr_array_add (names->names, NULL);
    char *joined = g_strjoinv ("|", (char **)names->names->pdata);
    g_ptr_array_set_size (names->names, (int)names->names->len - 1);
    return joined;
}

static void
test_forms (void)
{
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (RhumbBibtexNames) names = rhumb_bibtex_names_parse (cases[i][0]);
        g_autofree char *joined = join (names);
        g_assert_cmpstr (joined, ==, cases[i][1]);
        g_assert_false (names->has_others);
        g_assert_null (names->odd);
    }
}

static void
test_others (void)
{
    g_autoptr (RhumbBibtexNames) names = rhumb_bibtex_names_parse ("A B and Others");
    g_autofree char *joined = join (names);
    g_assert_cmpstr (joined, ==, "A B");
    g_assert_true (names->has_others);
    g_autoptr (RhumbBibtexNames) alone = rhumb_bibtex_names_parse ("others");
    g_assert_false (alone->has_others);
    g_assert_cmpuint (alone->names->len, ==, 1);
}

static void
test_commas (void)
{
    g_autoptr (RhumbBibtexNames) names = rhumb_bibtex_names_parse ("A. B, C. D, E. F, G. H");
    g_autofree char *joined = join (names);
    g_assert_cmpstr (joined, ==, "A. B, C. D, E. F, G. H");
    g_assert_cmpstr (names->odd, ==, "A. B, C. D, E. F, G. H");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/bibtex-names/the-family-stays-first-where-it-is-told", test_forms);
    g_test_add_func ("/bibtex-names/others-are-told-and-left-out", test_others);
    g_test_add_func ("/bibtex-names/many-commas-stay-as-typed-and-are-told", test_commas);
    return g_test_run ();
}
