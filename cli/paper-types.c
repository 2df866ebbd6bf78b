/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Kinds of papers by one English word: an article is JOUR in RIS, journal-article in Crossref,
 * "Journal Article" in PubMed and "IEEE Journals" in IEEE Xplore. For counting only; papers keep
 * the words of their sources.
 * Source: the types of RIS (2011), BibTeX and biblatex, Crossref, DataCite, Web of Science, Scopus,
 * PubMed, OpenAlex, Zotero and EndNote.
 */
#include "cli/paper-types.h"

#include <string.h>

#include "graph/word-list.h"

static const struct {
    const char *word;
    const char *names; /* separated by "|" */
} TYPES[] = {
    {"article", "jour|ejour|mgzn|article|journal article|journal-article|journalarticle|"
                "magazine article|electronic article|research article|research-article|"
                "original article|journal paper|ieee journals|ieee magazines"},
    {"review", "review|review article|review-article|systematic review"},
    {"conference paper", "conf|cpaper|inproceedings|conference|conference paper|conference-paper|"
                         "conferencepaper|proceedings paper|proceedings-article|"
                         "conference proceedings|proceedings article|paper-conference"},
    {"proceedings", "proceedings|mvproceedings|conference review"},
    {"book", "book|ebook|edbook|mvbook|monograph|edited-book|edited book|reference-book|collection|"
             "mvcollection|electronic book"},
    {"book chapter", "chap|echap|inbook|incollection|suppbook|suppcollection|chapter|book chapter|"
                     "book-chapter|book section|book-section|booksection|book-part|"
                     "electronic book section"},
    {"thesis", "thes|thesis|phdthesis|mastersthesis|dissertation|doctoral thesis|master thesis"},
    {"report", "rprt|report|techreport|technical report|report-component"},
    {"preprint", "preprint|posted-content|unpb|unpublished|unpublished work|manuscript"},
    {"editorial", "editorial|editorial material"},
    {"letter", "letter|pcomm"},
    {"note", "note|short communication|brief communication"},
    {"abstract", "abst|abstract|meeting abstract|meeting-abstract"},
    {"erratum", "erratum|correction|published erratum|corrigendum"},
    {"dataset", "data|dataset|data set|data paper|database|aggregated database|aggr|dbase"},
    {"patent", "pat|patent|patents"},
    {"software", "comp|software|computer program|computerprogram"},
    {"web page", "elec|web page|webpage|web site|website|www|online|electronic|blog|blogpost"},
    {"other", "gen|misc|generic|other|document|component"},
};

/* "IEEE Conferences", "OUP Journals": IEEE Xplore puts the publisher before what it publishes. */
static const char *
find_plural (const char *type)
{
    static const char *const plurals[][2] = {{" conferences", "conference paper"},
                                             {" journals", "article"},
                                             {" magazines", "article"},
                                             {" early access articles", "article"},
                                             {" ebook chapters", "book chapter"}};
    g_autofree char *lower = g_ascii_strdown (type, -1);
    for (gsize i = 0; i < G_N_ELEMENTS (plurals); i++)
        if (g_str_has_suffix (lower, plurals[i][0]))
            return plurals[i][1];
    return NULL;
}

/* paper_type_get_word: the word for @type, of which only what stands before a semicolon counts
 * ("Article; Early Access"), whatever the case; @type itself if it is not known. */
const char *
paper_type_get_word (const char *type)
{
    const gsize length = strcspn (type, ";|");
    if (length == 0 || type[length] == '|')
        return type;
    for (gsize i = 0; i < G_N_ELEMENTS (TYPES); i++)
        if (rhumb_word_list_has (TYPES[i].names, type, length))
            return TYPES[i].word;
    const char *word = find_plural (type);
    return word != NULL ? word : type;
}
