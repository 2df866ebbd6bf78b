/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Writes synthetic records in the shape in which databases export them, for measuring readers:
 * about 2.5 KB each with an abstract, five authors, keywords and, where the format has them,
 * twenty references. The same bytes for the same arguments.
 *
 * Usage: generate-exports wos|nbib|ris|bibtex|scopus|openalex N > file
 */
#include <stdio.h>
#include <string.h>

#include "rhumb.h"

#define N_AUTHORS 5
#define N_KEYWORDS 5
#define N_REFERENCES 20
#define N_WORDS 150

static const char *const WORDS[] = {
    "analysis",  "of",       "the",     "adaptive", "network",    "in",          "systems",
    "with",      "learning", "for",     "sparse",   "graphs",     "and",         "their",
    "spectral",  "methods",  "applied", "to",       "turbulence", "molecular",   "citation",
    "structure", "under",    "noise",   "we",       "show",       "that",        "diffusion",
    "coupling",  "depends",  "on",      "density",  "results",    "Schrödinger", "temperature",
};

static const char *const FAMILIES[] = {
    "Smith", "García", "Müller", "Chen", "Okafor", "Ivanova", "Tanaka", "Rossi", "Dubois", "Silva",
};

typedef struct {
    guint64 paper;
    guint64 step;
} Chance;

static guint
draw (Chance *chance, guint n)
{
    return (guint)(rhumb_hash_mix (rhumb_hash_mix (1, chance->paper), chance->step++) % n);
}

/* Words without line breaks; the first letter is large. */
static char *
make_words (Chance *chance, guint n)
{
    GString *text = g_string_new (NULL);
    for (guint i = 0; i < n; i++) {
        const char *word = WORDS[draw (chance, G_N_ELEMENTS (WORDS))];
        g_string_append (text, i > 0 ? " " : "");
        if (i == 0)
            g_string_append_c (text, g_ascii_toupper (*word));
        g_string_append (text, i == 0 ? word + 1 : word);
    }
    return g_string_free (text, FALSE);
}

typedef struct {
    guint64 number;
    char *title;
    char *abstract;
    const char *families[N_AUTHORS];
    char *keywords[N_KEYWORDS];
    guint year;
    guint volume;
    guint page;
} Record;

static void
make_record (Record *record, Chance *chance)
{
    record->number = chance->paper;
    record->title = make_words (chance, 12);
    record->abstract = make_words (chance, N_WORDS);
    for (guint i = 0; i < N_AUTHORS; i++)
        record->families[i] = FAMILIES[draw (chance, G_N_ELEMENTS (FAMILIES))];
    for (guint i = 0; i < N_KEYWORDS; i++)
        record->keywords[i] = make_words (chance, 2);
    record->year = 1980 + draw (chance, 45);
    record->volume = 1 + draw (chance, 90);
    record->page = 1 + draw (chance, 3000);
}

static void
clear_record (Record *record)
{
    g_free (record->title);
    g_free (record->abstract);
    for (guint i = 0; i < N_KEYWORDS; i++)
        g_free (record->keywords[i]);
}

/* Prints words wrapped before 75 columns, further lines behind @indent. */
static void
print_wrapped (const char *text, const char *indent)
{
    gsize column = 0;
    g_auto (GStrv) words = g_strsplit (text, " ", -1);
    for (guint i = 0; words[i] != NULL; i++) {
        const gsize length = strlen (words[i]);
        if (i > 0 && column + length > 70) {
            printf ("\n%s", indent);
            column = 0;
        } else if (i > 0) {
            fputs (" ", stdout);
        }
        fputs (words[i], stdout);
        column += length + 1;
    }
    fputs ("\n", stdout);
}

static void
print_list (char *const *items, guint n, const char *separator)
{
    for (guint i = 0; i < n; i++)
        printf ("%s%s", i > 0 ? separator : "", items[i]);
}

static void
print_reference (Chance *chance)
{
    const char *family = FAMILIES[draw (chance, G_N_ELEMENTS (FAMILIES))];
    const guint year = 1970 + draw (chance, 50);
    const guint volume = 1 + draw (chance, 90);
    printf ("%s A, %u, J NETWORKS, V%u, P%u, DOI 10.1000/net.%u", family, year, volume,
            draw (chance, 3000), draw (chance, 1000000));
}

static void
print_wos (const Record *record, Chance *chance)
{
    fputs ("PT J\nAU ", stdout);
    for (guint i = 0; i < N_AUTHORS; i++)
        printf ("%s%s, A\n", i > 0 ? "   " : "", record->families[i]);
    fputs ("AF ", stdout);
    for (guint i = 0; i < N_AUTHORS; i++)
        printf ("%s%s, Anna\n", i > 0 ? "   " : "", record->families[i]);
    fputs ("TI ", stdout);
    print_wrapped (record->title, "   ");
    fputs ("SO JOURNAL OF NETWORKS\nLA English\nDT Article\nDE ", stdout);
    print_list (record->keywords, N_KEYWORDS, "; ");
    fputs ("\nAB ", stdout);
    print_wrapped (record->abstract, "   ");
    for (guint i = 0; i < N_REFERENCES; i++) {
        fputs (i > 0 ? "   " : "CR ", stdout);
        print_reference (chance);
        fputs ("\n", stdout);
    }
    printf ("NR %u\nTC 3\nPY %u\nVL %u\nBP %u\nDI 10.1000/p.%" G_GUINT64_FORMAT
            "\nUT WOS:%015" G_GUINT64_FORMAT "\nER\n\n",
            N_REFERENCES, record->year, record->volume, record->page, record->number,
            record->number);
}

static void
print_nbib (const Record *record, Chance *chance G_GNUC_UNUSED)
{
    printf ("PMID- %" G_GUINT64_FORMAT "\nOWN - NLM\nSTAT- MEDLINE\nVI  - %u\nDP  - %u Jan\nTI  - ",
            record->number + 1, record->volume, record->year);
    print_wrapped (record->title, "      ");
    fputs ("AB  - ", stdout);
    print_wrapped (record->abstract, "      ");
    for (guint i = 0; i < N_AUTHORS; i++)
        printf ("FAU - %s, Anna\nAU  - %s A\nAD  - Department of Networks, University of "
                "Somewhere, Town, Country.\n",
                record->families[i], record->families[i]);
    for (guint i = 0; i < N_KEYWORDS; i++)
        printf ("MH  - *%s/methods\nOT  - %s\n", record->keywords[i], record->keywords[i]);
    printf ("LA  - eng\nPT  - Journal Article\nJT  - Journal of networks\nTA  - J "
            "Networks\nPG  - %u-9\nLID - 10.1000/p.%" G_GUINT64_FORMAT " [doi]\n\n",
            record->page, record->number);
}

static void
print_ris (const Record *record, Chance *chance G_GNUC_UNUSED)
{
    fputs ("TY  - JOUR\n", stdout);
    for (guint i = 0; i < N_AUTHORS; i++)
        printf ("AU  - %s, Anna\n", record->families[i]);
    printf ("TI  - %s\nAB  - %s\nPY  - %u\nVL  - %u\nSP  - %u\nJO  - Journal of Networks\n",
            record->title, record->abstract, record->year, record->volume, record->page);
    for (guint i = 0; i < N_KEYWORDS; i++)
        printf ("KW  - %s\n", record->keywords[i]);
    printf ("DO  - 10.1000/p.%" G_GUINT64_FORMAT
            "\nSN  - 1234-5678\nUR  - https://example.org/%" G_GUINT64_FORMAT "\nER  - \n\n",
            record->number, record->number);
}

static void
print_bibtex (const Record *record, Chance *chance G_GNUC_UNUSED)
{
    printf ("@article{key%" G_GUINT64_FORMAT ",\n  author = {", record->number);
    for (guint i = 0; i < N_AUTHORS; i++)
        printf ("%s%s, Anna", i > 0 ? " and " : "", record->families[i]);
    printf ("},\n  title = {{%s}},\n  abstract = {%s},\n  journal = {Journal of "
            "Networks},\n  year = {%u},\n  volume = {%u},\n  pages = {%u--%u},\n  keywords = {",
            record->title, record->abstract, record->year, record->volume, record->page,
            record->page + 9);
    print_list (record->keywords, N_KEYWORDS, ", ");
    printf ("},\n  doi = {10.1000/p.%" G_GUINT64_FORMAT "},\n  publisher = {Somebody \\& Co},\n  "
            "note = {cited By 12}\n}\n\n",
            record->number);
}

static void
print_scopus (const Record *record, Chance *chance)
{
    fputs ("\"", stdout);
    for (guint i = 0; i < N_AUTHORS; i++)
        printf ("%s%s A.", i > 0 ? "; " : "", record->families[i]);
    printf ("\",\"%s\",%u,\"Journal of Networks\",%u,,%u,%u,12,10.1000/p.%" G_GUINT64_FORMAT
            ",\"%s\",\"",
            record->title, record->year, record->volume, record->page, record->page + 9,
            record->number, record->abstract);
    print_list (record->keywords, N_KEYWORDS, "; ");
    fputs ("\",\"", stdout);
    for (guint i = 0; i < N_REFERENCES; i++)
        printf ("%s%s A., On networks of kind %u, Journal of Networks, %u, pp. 1-9, (%u)",
                i > 0 ? "; " : "", FAMILIES[draw (chance, G_N_ELEMENTS (FAMILIES))],
                draw (chance, 100000), draw (chance, 90), 1970 + draw (chance, 50));
    printf ("\",English,Article,Scopus,2-s2.0-%" G_GUINT64_FORMAT "\n",
            G_GUINT64_CONSTANT (85000000000) + record->number);
}

/* The abstract as OpenAlex has it: each word with its positions. */
static void
print_inverted (const char *abstract)
{
    g_auto (GStrv) words = g_strsplit (abstract, " ", -1);
    g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);
    for (guint i = 0; words[i] != NULL; i++) {
        if (!g_hash_table_add (done, words[i]))
            continue;
        printf ("%s\"%s\":[%u", i > 0 ? "," : "", words[i], i);
        for (guint k = i + 1; words[k] != NULL; k++)
            if (g_str_equal (words[k], words[i]))
                printf (",%u", k);
        fputs ("]", stdout);
    }
}

static void
print_openalex (const Record *record, Chance *chance)
{
    const guint64 n = 2000000000 + record->number;
    printf ("{\"id\":\"https://openalex.org/W%" G_GUINT64_FORMAT
            "\",\"doi\":\"https://doi.org/10.1000/p.%" G_GUINT64_FORMAT
            "\",\"title\":\"%s\",\"display_name\":\"%s\",\"publication_year\":%u,"
            "\"publication_date\":\"%u-03-01\",\"ids\":{\"openalex\":\"https://openalex.org/"
            "W%" G_GUINT64_FORMAT "\"},\"language\":\"en\",\"primary_location\":{\"is_oa\":false,"
            "\"landing_page_url\":\"https://doi.org/10.1000/p.%" G_GUINT64_FORMAT
            "\",\"pdf_url\":null,\"source\":{\"id\":\"https://openalex.org/S1\",\"display_name\":"
            "\"Journal of Networks %u\",\"issn_l\":\"1234-5678\",\"type\":\"journal\"}},"
            "\"type\":\"article\",\"authorships\":[",
            n, record->number, record->title, record->title, record->year, record->year, n,
            record->number, record->volume);
    for (guint i = 0; i < N_AUTHORS; i++)
        printf ("%s{\"author_position\":\"middle\",\"author\":{\"id\":\"https://openalex.org/A%u\","
                "\"display_name\":\"Anna %s\",\"orcid\":null},\"institutions\":[{\"id\":"
                "\"https://openalex.org/I%u\",\"display_name\":\"University %u\",\"country_code\":"
                "\"DE\"}],\"countries\":[\"DE\"],\"is_corresponding\":false}",
                i > 0 ? "," : "", 5000000 + draw (chance, 2000000), record->families[i],
                draw (chance, 900), draw (chance, 900));
    printf ("],\"cited_by_count\":%u,\"biblio\":{\"volume\":\"%u\",\"issue\":\"1\","
            "\"first_page\":\"%u\",\"last_page\":\"%u\"},\"is_retracted\":false,"
            "\"primary_topic\":{\"id\":\"https://openalex.org/T1\",\"display_name\":\"Networks\","
            "\"subfield\":{\"display_name\":\"Statistics\"},\"field\":{\"display_name\":"
            "\"Mathematics\"},\"domain\":{\"display_name\":\"Physical Sciences\"}},\"keywords\":[",
            draw (chance, 100), record->volume, record->page, record->page + 9);
    for (guint i = 0; i < N_KEYWORDS; i++)
        printf (
            "%s{\"id\":\"https://openalex.org/keywords/x\",\"display_name\":\"%s\",\"score\":0.5}",
            i > 0 ? "," : "", record->keywords[i]);
    printf ("],\"referenced_works_count\":%u,\"referenced_works\":[", N_REFERENCES);
    for (guint i = 0; i < N_REFERENCES; i++)
        printf ("%s\"https://openalex.org/W%" G_GUINT64_FORMAT "\"", i > 0 ? "," : "",
                G_GUINT64_CONSTANT (2000000000) + draw (chance, (guint)record->number + 1000));
    fputs ("],\"related_works\":[\"https://openalex.org/W1\"],\"abstract_inverted_index\":{",
           stdout);
    print_inverted (record->abstract);
    printf ("},\"counts_by_year\":[{\"year\":%u,\"cited_by_count\":1}],\"updated_date\":"
            "\"2025-01-01T00:00:00\",\"created_date\":\"2017-08-08\"}\n",
            record->year + 1);
}

static const struct {
    const char *name;
    const char *head;
    void (*print) (const Record *record, Chance *chance);
    const char *tail;
} shapes[] = {
    {"wos",
     "\xEF\xBB\xBF"
     "FN Clarivate Analytics Web of Science\nVR 1.0\n",
     print_wos, "EF\n"},
    {"openalex", "", print_openalex, ""},
    {"nbib", "", print_nbib, ""},
    {"ris", "", print_ris, ""},
    {"bibtex", "", print_bibtex, ""},
    {"scopus",
     "\xEF\xBB\xBF"
     "\"Authors\",\"Title\",\"Year\",\"Source title\",\"Volume\",\"Issue\",\"Page "
     "start\",\"Page end\",\"Cited by\",\"DOI\",\"Abstract\",\"Author "
     "Keywords\",\"References\",\"Language of Original Document\",\"Document "
     "Type\",\"Source\",\"EID\"\n",
     print_scopus, ""},
};

int
main (int argc, char **argv)
{
    guint64 n = 0;
    gsize shape = 0;
    while (argc == 3 && shape < G_N_ELEMENTS (shapes) && !g_str_equal (argv[1], shapes[shape].name))
        shape++;
    if (argc != 3 || shape == G_N_ELEMENTS (shapes) ||
        !g_ascii_string_to_unsigned (argv[2], 10, 1, 100000000, &n, NULL)) {
        fputs ("usage: generate-exports wos|nbib|ris|bibtex|scopus|openalex N > file\n", stderr);
        return 2;
    }
    fputs (shapes[shape].head, stdout);
    for (guint64 i = 0; i < n; i++) {
        Chance chance = {i, 0};
        Record record;
        make_record (&record, &chance);
        shapes[shape].print (&record, &chance);
        clear_record (&record);
    }
    fputs (shapes[shape].tail, stdout);
    return 0;
}
