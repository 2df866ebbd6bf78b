/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Institutions and countries of papers as Web of Science exports their addresses.
 */
#include "io/read/wos-addresses.h"

#include "graph/affiliations.h"
#include "tests/io/loading.h"

/* Lines parted by "|", whether authors may stand unmarked in front, and what becomes of them. */
static const struct {
    const char *lines;
    gboolean has_authors;
    const char *joined;
} CASES[] = {
    {"Univ X, Rome, Italy.|CNRS, Paris, France.", FALSE,
     "Univ X, Rome, Italy; CNRS, Paris, France"},
    {"Univ X, Rome, Italy|CNRS, Paris, France", FALSE, "Univ X, Rome, Italy; CNRS, Paris, France"},
    {"Univ X, Dept Y,|Rome, Italy.|CNRS, Paris, France.", FALSE,
     "Univ X, Dept Y, Rome, Italy; CNRS, Paris, France"},
    {"[Roe, B; Doe, C] Univ X, Italy|[Lee, A] CNRS, France.", FALSE,
     "[Roe, B; Doe, C] Univ X, Italy; [Lee, A] CNRS, France"},
    {"Roe, B (Corresponding Author), Univ X, Italy.", TRUE,
     "[Roe, B (Corresponding Author)] Univ X, Italy"},
    {"Roe, B; Doe, C (reprint author), Univ X, Italy.", TRUE,
     "[Roe, B; Doe, C (reprint author)] Univ X, Italy"},
    {"Lee, Ann; Roe, Bo, Univ X, Italy.", TRUE, "[Lee, Ann; Roe, Bo] Univ X, Italy"},
    {"Roe, Bo, Univ X, Italy.", TRUE, "[Roe, Bo] Univ X, Italy"},
    {"Ann Lee-Mayer, Zoe, Univ X, Italy.", TRUE, "[Ann Lee-Mayer, Zoe] Univ X, Italy"},
    {"Inst Roe, Lab Bo, Italy.", TRUE, "Inst Roe, Lab Bo, Italy"},
    {"Univ X, Dept Y, Italy.", TRUE, "Univ X, Dept Y, Italy"},
    {"Lee, Ann; Nobody", TRUE, "Lee, Ann; Nobody"},
    {"[Lee, Ann", TRUE, "[Lee, Ann"},
    {".", TRUE, ""},
    {"", TRUE, ""},
};

static void
lines_become_addresses (void)
{
    g_autoptr (GPtrArray) authors = g_ptr_array_new ();
    g_ptr_array_add (authors, (gpointer) "Roe, Bo");
    g_ptr_array_add (authors, (gpointer) "Lée-Mayer, Zoe Ann");
    for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++) {
        g_auto (GStrv) parts = g_strsplit (CASES[i].lines, "|", -1);
        g_autoptr (GPtrArray) lines = g_ptr_array_new ();
        for (gsize k = 0; parts[k] != NULL; k++)
            g_ptr_array_add (lines, parts[k]);
        g_autofree char *joined =
            rhumb_wos_join_addresses (lines, CASES[i].has_authors ? authors : NULL);
        g_assert_cmpstr (joined, ==, CASES[i].joined);
    }
}

/* All papers' names, sorted, and how many of them the first paper has. */
static void
assert_names (const RhumbCorpus *corpus, gboolean countries, const char *expected, guint n_first)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) names = NULL;
    g_autoptr (RhumbNetwork) network = countries ? rhumb_list_countries (corpus, &names, &error)
                                                 : rhumb_list_institutions (corpus, &names, &error);
    g_assert_no_error (error);
    g_ptr_array_add (names, NULL);
    g_autofree char *joined = g_strjoinv ("|", (char **)names->pdata);
    g_assert_cmpstr (joined, ==, expected);
    guint n = 0;
    for (guint32 c = 0; names->pdata[c] != NULL; c++)
        n += rhumb_network_get_weight (network, 0, c) > 0;
    g_assert_cmpuint (n, ==, n_first);
}

static void
plain_text_has_an_address_a_line (void)
{
    g_autoptr (RhumbCorpus) corpus =
        test_load_text ("a.txt", "FN Web of Science\nVR 1.0\nPT J\nAU Lee, A\nTI One\n"
                                 "C1 Univ Bologna, Dept Econ, I-40127 Bologna, Italy.\n"
                                 "   AZTI Tecnalia, Div Marine Res, E-48395 Sukarrieta, Spain.\n"
                                 "PY 2013\nER\nEF\n");
    assert_names (corpus, FALSE, "AZTI Tecnalia|Univ Bologna", 2);
    assert_names (corpus, TRUE, "Italy|Spain", 2);
}

static void
full_names_take_the_place_of_short_ones (void)
{
    g_autoptr (RhumbCorpus) corpus = test_load_text (
        "a.txt", "FN Web of Science\nVR 1.0\nPT J\nAU Lee, A\nTI One\n"
                 "C1 [Lee, A] Aalto Univ, Espoo, Finland.\n"
                 "   [Roe, B] Univ Trento, Trento, Italy.\n"
                 "C3 Aalto University; University of\n   Trento\nPY 2013\nER\nEF\n");
    assert_names (corpus, FALSE, "Aalto University|University of Trento", 2);
    assert_names (corpus, TRUE, "Finland|Italy", 2);
}

#define ENTRY(affiliations)                                                                  \
    "@article{ WOS:1,\nAuthor = {Fedrizzi, Michele and Brunelli, Matteo},\nTitle = {One},\n" \
    "Affiliation = {Brunelli, M (Corresponding Author), Aalto Univ, Espoo, Finland.\n"       \
    "   Fedrizzi, Michele; Roe, Bo, Univ Trento, Trento, Italy.\n"                           \
    "   Brunelli, Matteo, Aalto Univ, Dept X \\& Y, Espoo, Finland.},\n" affiliations        \
    "Unique-ID = {WOS:1},\nYear = {2015},\n}\n"

static void
bibtex_names_authors_before_addresses (void)
{
    g_autoptr (RhumbCorpus) corpus = test_load_text ("a.bib", ENTRY (""));
    assert_names (corpus, FALSE, "Aalto Univ|Univ Trento", 2);
    assert_names (corpus, TRUE, "Finland|Italy", 2);
    g_autoptr (RhumbCorpus) full = test_load_text (
        "a.bib", ENTRY ("Affiliations = {Aalto University; University of\n   Trento},\n"));
    assert_names (full, FALSE, "Aalto University|University of Trento", 2);
    assert_names (full, TRUE, "Finland|Italy", 2);
}

/* Scopus calls addresses so, and other programs wrap one address where they like. */
static void
other_affiliations_are_addresses (void)
{
    g_autoptr (RhumbCorpus) corpus = test_load_text (
        "a.bib", "@article{a, title = {One}, author = {Lee, Ann},\n"
                 "affiliations = {Dept X, Aalto University, Espoo, Finland; CNRS, Paris, France},\n"
                 "affiliation = {Dept X, Aalto\n University, Espoo, Finland}}\n");
    assert_names (corpus, FALSE, "Aalto University|CNRS", 2);
    assert_names (corpus, TRUE, "Finland|France", 2);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/wos-addresses/lines-become-addresses", lines_become_addresses);
    g_test_add_func ("/wos-addresses/plain-text-has-an-address-a-line",
                     plain_text_has_an_address_a_line);
    g_test_add_func ("/wos-addresses/full-names-take-the-place-of-short-ones",
                     full_names_take_the_place_of_short_ones);
    g_test_add_func ("/wos-addresses/bibtex-names-authors-before-addresses",
                     bibtex_names_authors_before_addresses);
    g_test_add_func ("/wos-addresses/other-affiliations-are-addresses",
                     other_affiliations_are_addresses);
    return g_test_run ();
}
