/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * However a source spells a DOI or an arXiv number, one id comes out.
 */
#include "graph/identifier.h"

typedef struct {
    const char *text;
    const char *expected;
} Spelling;

static void
finds_dois_in_text (void)
{
    static const Spelling SPELLINGS[] = {
        {"10.1000/182", "10.1000/182"},
        {"doi:10.1002/ASI.21075", "10.1002/asi.21075"},
        {"https://doi.org/10.1038/s41598-019-41695-z", "10.1038/s41598-019-41695-z"},
        {"http://dx.doi.org/10.1103/PhysRevE.69.026113.", "10.1103/physreve.69.026113"},
        {"Brin and Page (1998), doi:10.1016/S0169-7552(98)00110-X.",
         "10.1016/s0169-7552(98)00110-x"},
        {"(see 10.1000/182)", "10.1000/182"},
        {"[10.1000/182]; and more", "10.1000/182"},
        {"<10.1000/182>", "10.1000/182"},
        {"10.1000/a(1)", "10.1000/a(1)"},
        {"https://doi.org/10.1002/%28SICI%291097-4571", "10.1002/(sici)1097-4571"},
        {"10.1000/caf\xc3\xa9", "10.1000/caf\xc3\xa9"},
        {"10.1000/\xc3\xa9", "10.1000/\xc3\xa9"},
        {"version 10.4 of doi 10.1000/182", "10.1000/182"},
        {"10.1000/ (no suffix), 10.1001/x", "10.1001/x"},
        {"110.1000/182", NULL},
        {"10.100/182", NULL},
        {"10.1000", NULL},
        {"10.1000/", NULL},
        {"10.1000/).", NULL},
        {"", NULL},
        {"no DOI at all", NULL},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (SPELLINGS); i++) {
        g_autofree char *doi = rhumb_identifier_parse_doi (SPELLINGS[i].text);
        g_assert_cmpstr (doi, ==, SPELLINGS[i].expected);
    }
}

/* Decoding must not bring in what cleaning has kept out. */
static void
percent_codes_cannot_break_text (void)
{
    static const Spelling SPELLINGS[] = {
        {"10.1000/a%ffb", "10.1000/a%ffb"},
        {"10.1000/a%0Ab", "10.1000/a%0ab"},
        {"10.1000/a%20b", "10.1000/a%20b"},
        {"10.1000/a%00b", "10.1000/a%00b"},
        {"10.1000/a%zzb", "10.1000/a%zzb"},
        {"10.1000/a%E2%80%AEb", "10.1000/a%e2%80%aeb"},
        {"10.1000/a%C3%A9b", "10.1000/a\xc3\xa9"
                             "b"},
        {"10.1000/a%3Cb%3E", "10.1000/a<b>"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (SPELLINGS); i++) {
        g_autofree char *doi = rhumb_identifier_parse_doi (SPELLINGS[i].text);
        g_assert_cmpstr (doi, ==, SPELLINGS[i].expected);
        g_assert_true (g_utf8_validate (doi, -1, NULL));
    }
}

static void
reads_arxiv_numbers (void)
{
    static const Spelling SPELLINGS[] = {
        {"arXiv:1603.09320v4", "1603.09320"},
        {"arxiv:1603.09320", "1603.09320"},
        {"ARXIV: 0706.0001", "0706.0001"},
        {"1706.03762", "1706.03762"},
        {"https://arxiv.org/abs/1706.03762v7", "1706.03762"},
        {"http://www.arxiv.org/pdf/1706.03762v7.pdf", "1706.03762"},
        {"https://arxiv.org/pdf/1706.03762", "1706.03762"},
        {"arxiv.org/abs/math.GT/0309136", "math.GT/0309136"},
        {"hep-th/9711200v3", "hep-th/9711200"},
        {"1706.037", NULL},
        {"1706.0376255", NULL},
        {"1706.03762 and others", NULL},
        {"see arXiv:1706.03762", NULL},
        {"1706.03762v", NULL},
        {"hep-th/97112001", NULL},
        {"", NULL},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (SPELLINGS); i++) {
        g_autofree char *number = rhumb_identifier_parse_arxiv (SPELLINGS[i].text);
        g_assert_cmpstr (number, ==, SPELLINGS[i].expected);
    }
}

static void
one_paper_has_one_id (void)
{
    static const Spelling SPELLINGS[] = {
        {"10.1002/ASI.21075", "doi:10.1002/asi.21075"},
        {"doi:10.1002/asi.21075", "doi:10.1002/asi.21075"},
        {"DOI: 10.1002/asi.21075", "doi:10.1002/asi.21075"},
        {"Doi 10.1002/asi.21075", "doi:10.1002/asi.21075"},
        {"https://doi.org/10.1002/asi.21075", "doi:10.1002/asi.21075"},
        {"https://www.doi.org/10.1002/asi.21075", "doi:10.1002/asi.21075"},
        {"HTTP://DX.DOI.ORG/10.1002/asi.21075", "doi:10.1002/asi.21075"},
        {"doi.org/10.1002/asi.21075", "doi:10.1002/asi.21075"},
        {"arXiv:1603.09320v4", "arxiv:1603.09320"},
        {"https://arxiv.org/abs/1603.09320", "arxiv:1603.09320"},
        {"https://openalex.org/W2741809807", "W2741809807"},
        {"W2741809807", "W2741809807"},
        {"doi:not a doi", "doi:not a doi"},
        {"my own key", "my own key"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (SPELLINGS); i++) {
        g_autofree char *id = rhumb_identifier_normalise (SPELLINGS[i].text);
        g_assert_cmpstr (id, ==, SPELLINGS[i].expected);
        g_autofree char *again = rhumb_identifier_normalise (id);
        g_assert_cmpstr (again, ==, id);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/identifier/finds-dois-in-text", finds_dois_in_text);
    g_test_add_func ("/identifier/percent-codes-cannot-break-text",
                     percent_codes_cannot_break_text);
    g_test_add_func ("/identifier/reads-arxiv-numbers", reads_arxiv_numbers);
    g_test_add_func ("/identifier/one-paper-has-one-id", one_paper_has_one_id);
    return g_test_run ();
}
