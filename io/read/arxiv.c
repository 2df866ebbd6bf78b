/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Metadata of the arXiv, one paper a line, as the snapshot of Cornell University has it, and the
 * shapes that daily crawls write.
 *
 * The year is that of the first version. Titles and abstracts hold line breaks and TeX; accents
 * and commands become Unicode, mathematics stays. The arXiv knows no references.
 * Source: arXiv Dataset, Cornell University, https://www.kaggle.com/Cornell-University/arxiv.
 * Cost: linear.
 */
#include "io/formats.h"

#include <string.h>

#include "io/read/json-records.h"
#include "io/scan/latex.h"
#include "io/scan/year.h"

static const char *
decode (RhumbJsonReader *reader, const char *text)
{
    if (text == NULL || strpbrk (text, "\\{") == NULL)
        return text;
    g_autofree char *decoded = rhumb_latex_decode (text, RHUMB_LATEX_PROSE);
    return g_string_chunk_insert (reader->strings, decoded);
}

/* [["Family", "Given", "suffix"], …] */
static void
take_parsed_authors (RhumbJsonReader *reader, RhumbJson list)
{
    RhumbJsonIter iter;
    rhumb_json_iter_init (&iter, list);
    for (RhumbJson author; rhumb_json_iter_next (&iter, NULL, &author);) {
        const char *parts[3] = {NULL};
        RhumbJsonIter names;
        RhumbJson name;
        rhumb_json_iter_init (&names, author);
        for (gsize i = 0; i < 3 && rhumb_json_iter_next (&names, NULL, &name); i++)
            parts[i] = decode (reader, rhumb_json_get_text (name));
        if (parts[0] == NULL)
            continue;
        g_autofree char *end = g_strconcat (
            parts[1] != NULL || parts[2] != NULL ? ", " : "", parts[1] != NULL ? parts[1] : "",
            parts[2] != NULL ? " " : "", parts[2] != NULL ? parts[2] : "", NULL);
        g_ptr_array_add (reader->record->author_names,
                         (gpointer)rhumb_json_keep (reader, parts[0], end));
    }
}

static void
take_authors (RhumbJsonReader *reader, RhumbJson paper)
{
    const RhumbJson parsed = rhumb_json_find (paper, "authors_parsed");
    const RhumbJson authors = rhumb_json_find (paper, "authors");
    if (rhumb_json_get_type (parsed) == RHUMB_JSON_LIST)
        take_parsed_authors (reader, parsed);
    else if (rhumb_json_get_type (authors) == RHUMB_JSON_LIST)
        rhumb_json_add_texts (reader->record->author_names, authors, NULL);
    else if (rhumb_json_get_text (authors) != NULL)
        g_ptr_array_add (reader->record->author_names,
                         (gpointer)decode (reader, rhumb_json_get_text (authors)));
}

/* Categories are a text parted by blanks, or a list. */
static void
take_categories (RhumbJsonReader *reader, RhumbJson value)
{
    const char *text = rhumb_json_get_text (value);
    if (text == NULL) {
        rhumb_json_extra_names (reader, "categories", value, NULL);
        return;
    }
    g_auto (GStrv) words = g_strsplit (text, " ", -1);
    rhumb_extra_add_texts (reader->extra, "categories", (const char *const *)words,
                           g_strv_length (words));
}

/* Since April 2007 a number begins with the year and month of its first version. */
static int
find_number_year (RhumbJson paper)
{
    const char *number = rhumb_json_get_text (rhumb_json_find (paper, "id"));
    if (number == NULL || strspn (number, "0123456789") != 4 || number[4] != '.')
        return 0;
    return 2000 + 10 * (number[0] - '0') + number[1] - '0';
}

static void
take_date (RhumbJsonReader *reader, RhumbJson paper)
{
    static const char *const others[] = {"published", "update_date", "updated", "date"};
    RhumbRecord *record = reader->record;
    RhumbJsonIter iter;
    RhumbJson version;
    rhumb_json_iter_init (&iter, rhumb_json_find (paper, "versions"));
    const char *date = rhumb_json_iter_next (&iter, NULL, &version)
                           ? rhumb_json_get_text (rhumb_json_find (version, "created"))
                           : NULL;
    for (gsize i = 0; date == NULL && i < G_N_ELEMENTS (others); i++)
        date = rhumb_json_get_text (rhumb_json_find (paper, others[i]));
    record->date = date;
    record->year = date != NULL ? rhumb_year_find (date) : find_number_year (paper);
}

static gboolean
take_paper (RhumbJsonReader *reader, RhumbJson paper, GError **error)
{
    static const char *const kept[] = {"comments", "comment",   "journal-ref",     "report-no",
                                       "license",  "submitter", "primary_category"};
    RhumbRecord *record = reader->record;
    rhumb_json_begin_record (reader);
    rhumb_json_keep_id (reader, "arxiv:", rhumb_json_find (paper, "id"));
    take_authors (reader, paper);
    take_categories (reader, rhumb_json_find (paper, "categories"));
    take_date (reader, paper);
    const RhumbJson abstract = rhumb_json_find (paper, "abstract");
    const RhumbJson summary = rhumb_json_find (paper, "summary");
    record->title = decode (reader, rhumb_json_get_text (rhumb_json_find (paper, "title")));
    record->abstract = decode (
        reader, rhumb_json_get_text (rhumb_json_get_text (abstract) != NULL ? abstract : summary));
    record->doi = rhumb_json_get_text (rhumb_json_find (paper, "doi"));
    record->url = rhumb_json_get_text (rhumb_json_find (paper, "abs"));
    for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
        rhumb_json_extra_value (reader, kept[i], rhumb_json_find (paper, kept[i]));
    return rhumb_json_add_record (reader, error);
}

static gboolean
read_arxiv (RhumbInput *input, RhumbCorpusBuilder *builder, GError **error)
{
    return rhumb_json_read_records (input, builder, take_paper, error);
}

static guint
sniff (const char *head, gsize length)
{
    static const char *const snapshot[] = {"id", "authors_parsed", "categories", NULL};
    static const char *const crawl[] = {"id", "categories", "summary", "title", NULL};
    static const char *const version[] = {"id", "versions", "categories", "journal-ref", NULL};
    static const char *const few[] = {"id", "categories", "abstract", "title", NULL};
    if (rhumb_json_shows (head, length, snapshot) || rhumb_json_shows (head, length, crawl) ||
        rhumb_json_shows (head, length, version))
        return 95;
    return rhumb_json_shows (head, length, few) ? 91 : 0;
}

static const char *const suffixes[] = {NULL};

const RhumbFormat rhumb_format_arxiv = {
    .name = "arxiv",
    .suffixes = suffixes,
    .summary = "arXiv metadata, JSON Lines (snapshot, daily crawls)",
    .sniff = sniff,
    .read = read_arxiv,
    .references_hint = "the arXiv knows none; look the papers up in OpenAlex or Semantic Scholar",
};
