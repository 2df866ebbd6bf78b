/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Real files of every producer, where they are at hand: how many records other tools count in
 * them (line patterns, Python's csv and json, lxml, pybtex, networkx), and what Zotero makes of
 * the fields of some. Where tools disagree, docs/formats.md says what was decided.
 */
#include <jansson.h>
#include <string.h>

#include "graph/error.h"
#include "graph/text.h"
#include "tests/io/loading.h"
#include "tests/io/read/networks.h"
#include "tests/io/read/papers.h"

typedef struct {
    const char *file;
    const char *format;
    guint n_records; /* read and lost */
    guint n_lost;
    guint n_references;
    guint n_inside; /* references to papers of the file */
} Whole;

static const Whole files[] = {
    {"acl/J89.xml", "acl-anthology", 58, 0, 0, 0},
    {"acl/P18.xml", "acl-anthology", 440, 0, 0, 0},
    {"arxiv/daily_2025-06-27.jsonl", "arxiv", 222, 0, 0, 0},
    {"arxiv/wanng_oai_snapshot_200.jsonl", "arxiv", 200, 0, 0, 0},
    {"bibtex/biblatex-examples.bib", "bibtex", 129, 0, 0, 0},
    {"bibtex/btp_article_with_strings.bib", "bibtex", 1, 0, 0, 0},
    {"bibtex/btp_crossref_cascading_cycle.bib", "bibtex", 2, 0, 0, 0},
    {"bibtex/btp_features2.bib", "bibtex", 1, 0, 0, 0},
    {"bibtex/btp_traps.bib", "bibtex", 1, 0, 0, 0},
    {"bibtex/btp_wrong.bib", "bibtex", 2, 0, 0, 0},
    {"bibtex/jabref_complex.bib", "bibtex", 20, 0, 0, 0},
    {"bibtex/typst_comments.bib", "bibtex", 4, 0, 0, 0},
    {"bibtex/typst_cross.bib", "bibtex", 7, 0, 0, 0},
    {"bibtex/typst_editortypes.bib", "bibtex", 3, 0, 0, 0},
    {"bibtex/typst_gral.bib", "bibtex", 83, 0, 0, 0},
    {"citnet/cane_HepTh/graph.txt", "edge-list", 1038, 0, 1990, 1990},
    {"citnet/cit-HepTh.tsv.gz", "edge-list", 27769, 0, 352768, 352768},
    {"citnet/email-Eu-core-department-labels.txt", "edge-list", 1005, 0, 1004, 1004},
    {"citnet/email-Eu-core.txt", "edge-list", 1005, 0, 24929, 24929},
    {"citnet/football.gml", "gml", 115, 0, 613, 613},
    {"citnet/lfr/lfr_n1000_mu0.3.nmc", "edge-list", 1000, 0, 998, 998},
    {"citnet/lfr/lfr_n1000_mu0.3.nse", "edge-list", 1000, 0, 9963, 9963},
    {"citnet/openne/cora__cora_edgelist.txt", "edge-list", 2708, 0, 5429, 5429},
    {"citnet/openne/cora__cora_labels.txt", "edge-list", 2708, 0, 2705, 2705},
    {"citnet/pajek_histcite/SmallWorld.net", "pajek", 396, 0, 994, 994},
    {"citnet/paperscape/pscp-1991.csv", "paperscape", 306, 0, 11, 5},
    {"citnet/paperscape/pscp-1992.csv", "paperscape", 3261, 0, 1103, 639},
    {"citnet/planetoid_derived/citeseer.edges.tsv", "edge-list", 3279, 0, 4552, 4552},
    {"citnet/planetoid_derived/citeseer.labels.tsv", "edge-list", 3328, 0, 3326, 3326},
    {"citnet/planetoid_derived/cora.edges.tsv", "edge-list", 2708, 0, 5278, 5278},
    {"citnet/planetoid_derived/cora.labels.tsv", "edge-list", 2708, 0, 2708, 2708},
    {"crossref/fatcat_crossref-works.single.json", "crossref", 1, 0, 25, 0},
    {"crossref/habanero_api/20_test_cursor_max.json", "crossref", 20, 0, 25, 0},
    {"crossref/habanero_api/30_test_workscontainer_with_cursor.json", "crossref", 5, 0, 54, 0},
    {"dblp/evelasquez_dblp.xml", "dblp", 15, 0, 0, 0},
    {"graphs/LesMiserables.gexf", "gexf", 77, 0, 254, 254},
    {"graphs/PowerGrid.gml", "gml", 4941, 0, 6594, 6594},
    {"graphs/b100.gv", "dot", 1463, 0, 5806, 5806},
    {"graphs/celegansneural.gml", "gml", 297, 0, 2345, 2345},
    {"graphs/links.net", "pajek", 4, 0, 5, 5},
    {"graphs/yed.graphml", "graphml", 3, 0, 2, 2},
    {"keyphrases/inspec_train.jsonl", "jsonl", 1000, 0, 0, 0},
    {"keyphrases/inspec_valid.jsonl", "jsonl", 500, 0, 0, 0},
    {"keyphrases/kp20k_train1k.jsonl", "jsonl", 991, 0, 0, 0},
    {"keyphrases/kp20k_valid1k.jsonl", "jsonl", 1000, 0, 0, 0},
    {"keyphrases/semeval2010_train.jsonl", "jsonl", 140, 0, 0, 0},
    {"lens/bibliometrix_lens_sample.csv", "lens", 8, 0, 517, 0},
    {"openalex/W2741809807.json", "openalex", 1, 0, 45, 0},
    {"openalex/bibliometrix_openalex_sample.csv", "openalex-csv", 8, 0, 0, 0},
    {"othercsv/asreview_generic_semicolon.csv", "csv", 2, 0, 0, 0},
    {"othercsv/litstudy_ieee_5.csv", "ieee-csv", 41, 0, 0, 0},
    {"papers-page.txt", "papers-page", 70, 0, 0, 0},
    {"pubmed/dhik_pubmed_summary.csv", "pubmed-csv", 22, 0, 0, 0},
    {"pubmed/pybibx_mcda_pubmed.txt", "nbib", 10, 0, 0, 0},
    {"pubmed/synthesisr_PubMed_example.txt", "nbib", 3, 0, 0, 0},
    {"ris/asreview/baseline_empty_values.ris", "ris", 4, 2, 0, 0},
    {"ris/asreview/faulty_year.ris", "ris", 1, 0, 0, 0},
    {"ris/citesource/new_benchmark_data__search1_166.ris", "ris", 166, 0, 0, 0},
    {"ris/citesource/new_stage_data__medline_84.ris", "ris", 84, 0, 0, 0},
    {"ris/litstudy_example.ris", "ris", 25, 0, 0, 0},
    {"ris/rispy/example_basic.ris", "ris", 1, 0, 0, 0},
    {"ris/rispy/example_bom.ris", "ris", 1, 0, 0, 0},
    {"s2/s2api_Citation.json", "semanticscholar", 1, 0, 0, 0},
    {"s2/s2api_Reference.json", "semanticscholar", 1, 0, 0, 0},
    {"scopus/bibliometrix_scopus_sample.csv", "scopus", 8, 0, 381, 0},
    {"scopus/pybibx_scopus_m.bib", "bibtex", 24, 0, 0, 0},
    {"topics/arxiv_dev500.jsonl", "arxiv", 500, 0, 0, 0},
    {"vosviewer/JOI_2007-2016_co-authorship_map.txt", "vosviewer-map", 252, 0, 0, 0},
    {"vosviewer/JOI_2007-2016_co-authorship_network.json", "vosviewer", 252, 0, 568, 568},
    {"vosviewer/JOI_2007-2016_co-authorship_network.txt", "edge-list", 252, 0, 568, 568},
    {"vosviewer/QSS_publication_bibliographic_coupling_map.txt", "vosviewer-map", 39, 0, 0, 0},
    {"vosviewer/QSS_publication_bibliographic_coupling_network.json", "vosviewer", 39, 0, 194, 194},
    {"vosviewer/QSS_publication_bibliographic_coupling_network.txt", "edge-list", 39, 0, 194, 194},
    {"wos/bibliometrix_wos_sample.txt", "wos", 8, 0, 252, 5},
    {"wos/mk_savedrecs_thomson.txt", "wos", 32, 0, 958, 31},
    {"wos/pybibx_wos_m.bib", "bibtex", 29, 0, 1053, 46},
    {"wos/synthesisr_WoS_ciw_example.ciw", "wos", 5, 0, 0, 0},
    {"wos/tethne_wos.txt", "wos", 10, 0, 556, 0},
    {"zotero_cases/BibTeX/00.bib", "bibtex", 1, 0, 0, 0},
    {"zotero_cases/BibTeX/01.bib", "bibtex", 2, 0, 0, 0},
    {"zotero_cases/Crossref_Unixref_XML/00.unixref.xml", "crossref-unixref", 1, 0, 0, 0},
    {"zotero_cases/Crossref_Unixref_XML/01.unixref.xml", "crossref-unixref", 1, 0, 0, 0},
    {"zotero_cases/Endnote_XML/00.endnote.xml", "endnote-xml", 9, 0, 0, 0},
    {"zotero_cases/Endnote_XML/01.endnote.xml", "endnote-xml", 1, 0, 0, 0},
    {"zotero_cases/MEDLINEnbib/00.nbib", "nbib", 1, 0, 0, 0},
    {"zotero_cases/MEDLINEnbib/01.nbib", "nbib", 2, 0, 0, 0},
    {"zotero_cases/MODS/00.mods.xml", "mods", 1, 0, 0, 0},
    {"zotero_cases/MODS/01.mods.xml", "mods", 1, 0, 0, 0},
    {"zotero_cases/PubMed_XML/00.pubmed.xml", "pubmed-xml", 2, 0, 0, 0},
    {"zotero_cases/PubMed_XML/01.pubmed.xml", "pubmed-xml", 1, 0, 0, 0},
    {"zotero_cases/RIS/00.ris", "ris", 1, 0, 0, 0},
    {"zotero_cases/RIS/01.ris", "ris", 1, 0, 0, 0},
    {"zotero_cases/ReferBibIX/00.refer", "refer", 1, 0, 0, 0},
    {"zotero_cases/ReferBibIX/01.refer", "refer", 1, 0, 0, 0},
    {"zotero_cases/Web_of_Science_Tagged/00.wos.txt", "wos", 5, 0, 0, 0},
    {"zotero_cases/Web_of_Science_Tagged/01.wos.txt", "wos", 1, 0, 0, 0},
};

/* Files that hold no papers, and what the message calls them. */
static const char *const refused[][2] = {
    {"citnet/blogcatalog.mat", "MATLAB file"},
    {"citnet/cane_HepTh/data.txt", "text"},
    {"citnet/cane_cora/group.txt", "text"},
    {"citnet/lfr/lfr_n1000_mu0.3.nst", "text"},
    {"citnet/planetoid_derived/citeseer.features.txt", "text"},
    {"citnet/shchur_citeseer.npz", "ZIP archive"},
    {"citnet/shchur_cora.npz", "ZIP archive"},
    {"dblp/dblp.dtd", "text"},
    {"hostile/csv-spectrum-2.0.0.tgz", "tar archive (unpack it)"},
};

static gboolean
is_absent (void)
{
    g_autofree char *readme = test_shared_path ("README.md");
    if (readme == NULL)
        g_test_skip ("the shared data are not here");
    return readme == NULL;
}

static void
counts_every_file (void)
{
    if (is_absent ())
        return;
    for (gsize i = 0; i < G_N_ELEMENTS (files); i++) {
        const Whole *file = &files[i];
        g_autofree char *path = test_shared_path (file->file);
        if (path == NULL || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
            continue;
        g_test_message ("%s", file->file);
        g_autoptr (GError) error = NULL;
        const char *const paths[] = {path, NULL};
        g_autoptr (RhumbCorpus) corpus = rhumb_corpus_load (paths, NULL, &error);
        g_assert_no_error (error);
        const RhumbSource *source = rhumb_corpus_get_source (corpus, 0);
        g_assert_cmpstr (source->format, ==, file->format);
        g_assert_cmpuint (source->n_records, ==, file->n_records);
        g_assert_cmpuint (source->n_records_lost, ==, file->n_lost);
        g_assert_cmpuint (source->n_references, ==, file->n_references);
        g_assert_cmpuint (source->n_references_inside, ==, file->n_inside);
    }
}

static void
refuses_what_holds_no_papers (void)
{
    if (is_absent ())
        return;
    for (gsize i = 0; i < G_N_ELEMENTS (refused); i++) {
        g_autofree char *path = test_shared_path (refused[i][0]);
        if (path == NULL || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
            continue;
        g_test_message ("%s", refused[i][0]);
        g_autoptr (GError) error = NULL;
        const char *const paths[] = {path, NULL};
        g_assert_null (rhumb_corpus_load (paths, NULL, &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT);
        g_assert_nonnull (strstr (error->message, refused[i][1]));
        g_assert_nonnull (strstr (error->message, "expected papers"));
    }
}

/* What Zotero reads from a file; the fields in which it decides otherwise are left out, with the
 * reason in docs/formats.md. */
typedef struct {
    const char *file;
    const char *except; /* names of fields parted by blanks */
} Case;

static const Case cases[] = {
    {"BibTeX/00.bib", ""},
    {"BibTeX/01.bib", ""},
    {"Crossref_Unixref_XML/00.unixref.xml", ""},
    {"Crossref_Unixref_XML/01.unixref.xml", ""},
    {"Endnote_XML/00.endnote.xml", "year authors venue"}, /* a patent, a program, a film */
    {"Endnote_XML/01.endnote.xml", ""},
    {"MEDLINEnbib/00.nbib", ""},
    {"MEDLINEnbib/01.nbib", "pages tags"}, /* 6913-7; MeSH */
    {"MODS/00.mods.xml", "venue"},         /* the host of a web page */
    {"MODS/01.mods.xml", "venue"},
    {"PubMed_XML/00.pubmed.xml", "pages tags"},
    {"PubMed_XML/01.pubmed.xml", ""},
    {"RIS/00.ris", ""},
    {"RIS/01.ris", "year volume issue authors"}, /* a patent */
    {"ReferBibIX/00.refer", "DOI venue"},        /* two names of one journal */
    {"ReferBibIX/01.refer", "pages"},            /* 173 s. */
    {"Web_of_Science_Tagged/00.wos.txt", ""},
    {"Web_of_Science_Tagged/01.wos.txt", "tags"}, /* terms of the database beside DE */
};

/* Letters and digits without markup. */
static char *
fold (const char *text)
{
    g_autoptr (GString) plain = g_string_new (NULL);
    for (const char *p = text != NULL ? text : ""; *p != '\0'; p++) {
        const char *end = *p == '<' ? strchr (p, '>') : NULL;
        if (end != NULL)
            p = end;
        else
            g_string_append_c (plain, *p);
    }
    g_autofree char *clean = rhumb_text_clean (plain->str, -1);
    return rhumb_text_title_key (clean);
}

static const char *
get (json_t *item, const char *name)
{
    const char *text = json_string_value (json_object_get (item, name));
    return text != NULL ? text : "";
}

static void
compare (const Case *one, const char *field, const char *wanted, const char *found)
{
    g_auto (GStrv) except = g_strsplit (one->except, " ", -1);
    if (g_strv_contains ((const char *const *)except, field))
        return;
    g_autofree char *a = fold (wanted);
    g_autofree char *b = fold (found);
    g_test_message ("%s: %s is '%s', expected '%s'", one->file, field, found, wanted);
    g_assert_cmpstr (b, ==, a);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
    return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static void
compare_tags (const Case *one, json_t *item, const RhumbPaper *paper)
{
    g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
    gsize i;
    json_t *tag;
    json_array_foreach (json_object_get (item, "tags"), i, tag) g_ptr_array_add (
        wanted, fold (json_is_string (tag) ? json_string_value (tag) : get (tag, "tag")));
    for (guint k = 0; paper->keywords[k] != NULL; k++)
        g_ptr_array_add (found, fold (paper->keywords[k]));
    g_ptr_array_sort (wanted, compare_texts);
    g_ptr_array_sort (found, compare_texts);
    g_ptr_array_add (wanted, NULL);
    g_ptr_array_add (found, NULL);
    g_autofree char *a = g_strjoinv (" ", (char **)wanted->pdata);
    g_autofree char *b = g_strjoinv (" ", (char **)found->pdata);
    compare (one, "tags", a, b);
}

static void
compare_authors (const Case *one, json_t *item, const RhumbCorpus *corpus, const RhumbPaper *paper)
{
    g_auto (GStrv) except = g_strsplit (one->except, " ", -1);
    guint n = 0;
    gsize i;
    json_t *creator;
    if (g_strv_contains ((const char *const *)except, "authors"))
        return;
    json_array_foreach (json_object_get (item, "creators"), i, creator)
    {
        if (!g_str_equal (get (creator, "creatorType"), "author"))
            continue;
        const char *family =
            get (creator, *get (creator, "lastName") != '\0' ? "lastName" : "name");
        g_assert_cmpuint (n, <, paper->n_people);
        g_autofree char *wanted = fold (family);
        g_autofree char *found = fold (rhumb_corpus_get_person (corpus, paper->people[n++])->name);
        g_test_message ("%s: author %s among %s", one->file, wanted, found);
        g_assert_nonnull (strstr (found, wanted));
    }
    g_assert_cmpuint (n, ==, paper->n_people);
}

static char *
find_year (const char *date)
{
    for (; *date != '\0'; date++)
        if (strspn (date, "0123456789") >= 4)
            return g_strndup (date, 4);
    return g_strdup ("");
}

static const RhumbPaper *
find_paper (const RhumbCorpus *corpus, const char *title)
{
    g_autofree char *wanted = fold (title);
    for (guint32 v = 0; v < rhumb_corpus_get_n_papers (corpus); v++) {
        const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, v);
        g_autofree char *found = fold (paper->title);
        if (g_str_equal (found, wanted))
            return paper;
    }
    return NULL;
}

static void
compare_item (const Case *one, json_t *item, const RhumbCorpus *corpus)
{
    const RhumbPaper *paper = find_paper (corpus, get (item, "title"));
    g_test_message ("%s: %s", one->file, get (item, "title"));
    g_assert_nonnull (paper);
    g_autofree char *wanted_year = find_year (get (item, "date"));
    g_autofree char *year = paper->year != 0 ? g_strdup_printf ("%d", paper->year) : g_strdup ("");
    static const char *const venues[] = {"publicationTitle", "bookTitle", "proceedingsTitle"};
    const char *venue = "";
    for (gsize i = 0; i < G_N_ELEMENTS (venues) && *venue == '\0'; i++)
        venue = get (item, venues[i]);
    compare (one, "year", wanted_year, year);
    compare (one, "DOI", get (item, "DOI"), paper->doi);
    compare (one, "venue", venue,
             paper->venue != RHUMB_NONE ? rhumb_corpus_get_venue (corpus, paper->venue)->name : "");
    compare (one, "volume", get (item, "volume"), paper->volume);
    compare (one, "issue", get (item, "issue"), paper->issue);
    compare (one, "pages", get (item, "pages"), paper->pages);
    compare (one, "abstract", get (item, "abstractNote"), paper->abstract);
    compare_tags (one, item, paper);
    compare_authors (one, item, corpus, paper);
}

static void
reads_as_zotero_does (void)
{
    if (is_absent ())
        return;
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *name = g_strconcat ("zotero_cases/", cases[i].file, NULL);
        g_autofree char *path = test_shared_path (name);
        if (path == NULL || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
            continue;
        g_autofree char *folder = g_path_get_dirname (path);
        g_autofree char *base = g_path_get_basename (path);
        g_autofree char *expected = g_strdup_printf ("%s/%.2s.expected.json", folder, base);
        json_t *items = json_load_file (expected, 0, NULL);
        g_assert_true (json_is_array (items));
        g_autoptr (RhumbCorpus) corpus = test_load_shared (name);
        g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, json_array_size (items));
        for (gsize k = 0; k < json_array_size (items); k++)
            compare_item (&cases[i], json_array_get (items, k), corpus);
        json_decref (items);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/shared/counts-every-file", counts_every_file);
    g_test_add_func ("/shared/refuses-what-holds-no-papers", refuses_what_holds_no_papers);
    g_test_add_func ("/shared/reads-as-zotero-does", reads_as_zotero_does);
    return g_test_run ();
}
