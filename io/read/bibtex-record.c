/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * From the fields of a BibTeX entry to a record of a paper.
 *
 * A field that has a place in the record is decoded into it; of several that could fill the same
 * place (journal, journaltitle, booktitle) the first in the order below does. All others, with the
 * citation key, become one JSON object with sorted names, so nothing is lost. What cannot be used
 * (a year without four digits, a DOI that is none) is told and stays in that object. What names
 * the paper: io/read/bibtex-ids.c.
 * Cost: linear in the entry.
 */
#include "io/read/bibtex-record-private.h"

#include <string.h>

#include "graph/text.h"
#include "io/read/bibtex-lists.h"
#include "io/scan/bibtex-names.h"
#include "io/scan/latex.h"
#include "io/scan/year.h"

/* Makes a maker of records. @builder: where to report; borrowed. Returns the maker. */
RhumbBibtexMaker *
rhumb_bibtex_maker_new (RhumbCorpusBuilder *builder)
{
    RhumbBibtexMaker *maker = g_new0 (RhumbBibtexMaker, 1);
    maker->builder = builder;
    maker->record = rhumb_record_new ();
    maker->extra = rhumb_extra_new ();
    maker->strings = g_string_chunk_new (1 << 16);
    return maker;
}

/* rhumb_bibtex_maker_free: frees @maker and the record it made last. */
void
rhumb_bibtex_maker_free (RhumbBibtexMaker *maker)
{
    rhumb_record_free (maker->record);
    rhumb_extra_free (maker->extra);
    g_string_chunk_free (maker->strings);
    g_free (maker);
}

/* The first of some fields that is not blank; the list ends with NULL. */
RhumbBibtexField *
rhumb_bibtex_find_first (const RhumbBibtexEntry *entry, const char *const *names)
{
    for (; *names != NULL; names++) {
        RhumbBibtexField *field = rhumb_bibtex_entry_find (entry, *names);
        if (field != NULL && field->value[strspn (field->value, " \t\n{}")] != '\0')
            return field;
    }
    return NULL;
}

/* Decodes a value into the maker's strings; what is plain and clean is lent as it is. */
const char *
rhumb_bibtex_keep_decoded (RhumbBibtexMaker *maker, const char *value)
{
    const gsize plain = strcspn (value, RHUMB_LATEX_SPECIAL);
    if (value[plain] == '\0' && rhumb_text_is_clean (value, plain))
        return value;
    g_autofree char *text = rhumb_bibtex_decode (value);
    return g_string_chunk_insert (maker->strings, text);
}

const char *
rhumb_bibtex_take_text (RhumbBibtexMaker *maker, const RhumbBibtexEntry *entry,
                        const char *const *names)
{
    RhumbBibtexField *field = rhumb_bibtex_find_first (entry, names);
    if (field == NULL)
        return NULL;
    field->used = TRUE;
    /* The builder cleans what it is given and copies it, so most values can be lent as they are. */
    if (field->value[strcspn (field->value, RHUMB_LATEX_SPECIAL)] == '\0')
        return field->value;
    g_autofree char *text = rhumb_latex_decode (field->value, RHUMB_LATEX_FIELD);
    return g_string_chunk_insert (maker->strings, text != NULL ? text : field->value);
}

/* Links and ids are typed as they are but for TeX's escapes: a "--" or "~" in them is no dash. */
static char *
decode_verbatim (const char *value)
{
    g_autoptr (GString) out = g_string_new (NULL);
    const char *text = g_str_has_prefix (value, "\\url") ? value + 4 : value;
    for (; *text != '\0'; text++) {
        const gboolean escape = *text == '\\' && text[1] != '\0' && strchr ("_%&#$~{}", text[1]);
        if (!escape && *text != '{' && *text != '}')
            g_string_append_c (out, *text);
    }
    return rhumb_text_clean (out->str, (gssize)out->len);
}

const char *
rhumb_bibtex_keep_verbatim (RhumbBibtexMaker *maker, const char *value)
{
    g_autofree char *text = decode_verbatim (value);
    return g_string_chunk_insert (maker->strings, text);
}

/* Tells that a value has no place in the record; it stays among the other fields. */
gboolean
rhumb_bibtex_drop_field (RhumbBibtexMaker *maker, const RhumbBibtexField *field,
                         const char *expected, GError **error)
{
    g_autofree char *text = rhumb_bibtex_decode (field->value);
    g_autofree char *found = g_strdup_printf ("%s is '%s'", field->name, text);
    return rhumb_corpus_builder_report (maker->builder, RHUMB_EVENT_FIELD_DROPPED, field->line,
                                        found, expected, error);
}

static void
make_title (RhumbBibtexMaker *maker, const RhumbBibtexEntry *entry)
{
    static const char *const title_names[] = {"title", NULL};
    static const char *const subtitle_names[] = {"subtitle", NULL};
    const char *title = rhumb_bibtex_take_text (maker, entry, title_names);
    const char *subtitle =
        title != NULL ? rhumb_bibtex_take_text (maker, entry, subtitle_names) : NULL;
    if (subtitle != NULL) {
        g_autofree char *whole = g_strconcat (title, ": ", subtitle, NULL);
        title = g_string_chunk_insert (maker->strings, whole);
    }
    maker->record->title = title;
}

/* The number of a month from its number or the first three letters of its name, 0 = unknown. */
static int
find_month (const char *text)
{
    static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";
    const guint64 number = g_ascii_strtoull (text, NULL, 10);
    if (number >= 1 && number <= 12)
        return (int)number;
    for (int month = 1; month <= 12; month++)
        if (g_ascii_strncasecmp (text, names + 3 * (month - 1), 3) == 0)
            return month;
    return 0;
}

static void
make_month (RhumbBibtexMaker *maker, const RhumbBibtexEntry *entry)
{
    RhumbBibtexField *field = rhumb_bibtex_entry_find (entry, "month");
    if (field == NULL || maker->record->year == 0)
        return;
    g_autofree char *text = rhumb_bibtex_decode (field->value);
    const int month = find_month (text);
    if (month == 0)
        return;
    g_autofree char *date = g_strdup_printf ("%04d-%02d", maker->record->year, month);
    maker->record->date = g_string_chunk_insert (maker->strings, date);
    /* A day or a span of months has no place in the date: then the field is kept beside it. */
    field->used = text[strspn (text, "0123456789")] == '\0' || strpbrk (text, " -/") == NULL;
}

static gboolean
make_year (RhumbBibtexMaker *maker, const RhumbBibtexEntry *entry, GError **error)
{
    static const char *const names[] = {"date", "year", NULL};
    RhumbBibtexField *field = rhumb_bibtex_find_first (entry, names);
    if (field == NULL)
        return TRUE;
    const char *text = rhumb_bibtex_keep_decoded (maker, field->value);
    maker->record->year = rhumb_year_find (text);
    if (maker->record->year == 0)
        return rhumb_bibtex_drop_field (maker, field, "expected four digits from 1000 to 2999",
                                        error);
    field->used = TRUE;
    if (!g_str_equal (field->name, "date")) {
        make_month (maker, entry);
        return TRUE;
    }
    maker->record->date = text;
    /* Files for BibTeX and biblatex have both. */
    RhumbBibtexField *year = rhumb_bibtex_entry_find (entry, "year");
    if (year != NULL)
        year->used =
            strlen (year->value) == 4 && rhumb_year_find (year->value) == maker->record->year;
    return TRUE;
}

static gboolean
make_authors (RhumbBibtexMaker *maker, const RhumbBibtexEntry *entry, GError **error)
{
    RhumbBibtexField *field = rhumb_bibtex_entry_find (entry, "author");
    if (field == NULL)
        return TRUE;
    field->used = TRUE;
    g_autoptr (RhumbBibtexNames) names = rhumb_bibtex_names_parse (field->value);
    for (guint i = 0; i < names->names->len; i++)
        g_ptr_array_add (maker->record->author_names,
                         g_string_chunk_insert (maker->strings, names->names->pdata[i]));
    if (names->odd != NULL) {
        g_autofree char *found = g_strdup_printf ("the name '%s'", names->odd);
        if (!rhumb_corpus_builder_report (maker->builder, RHUMB_EVENT_NOTE, field->line, found,
                                          "expected at most two commas; taken as written", error))
            return FALSE;
    }
    const gboolean tell = names->has_others && !maker->others_told;
    maker->others_told |= names->has_others;
    return !tell || rhumb_corpus_builder_report (maker->builder, RHUMB_EVENT_NOTE, field->line,
                                                 "authors 'and others'",
                                                 "the file does not name them; told once", error);
}

/* A count up to the largest int at the start of @text, -1 if there is none. */
static int
parse_count (const char *text)
{
    while (*text == ' ' || *text == ':')
        text++;
    if (!g_ascii_isdigit (*text))
        return -1;
    const guint64 count = g_ascii_strtoull (text, NULL, 10);
    return count <= G_MAXINT ? (int)count : -1;
}

/* "cited By 12" in a note (Scopus), or a field of its own (Web of Science). */
static void
make_count (RhumbBibtexMaker *maker, const RhumbBibtexEntry *entry)
{
    RhumbBibtexField *times = rhumb_bibtex_entry_find (entry, "times-cited");
    RhumbBibtexField *note = rhumb_bibtex_entry_find (entry, "note");
    if (times != NULL) {
        maker->record->n_cited_reported =
            parse_count (rhumb_bibtex_keep_decoded (maker, times->value));
        times->used = maker->record->n_cited_reported >= 0;
    }
    RhumbBibtexField *references = rhumb_bibtex_entry_find (entry, "number-of-cited-references");
    if (references != NULL) {
        maker->record->n_references_reported = parse_count (references->value);
        references->used = maker->record->n_references_reported >= 0;
    }
    if (note == NULL || maker->record->n_cited_reported >= 0)
        return;
    g_autofree char *lower = g_ascii_strdown (rhumb_bibtex_keep_decoded (maker, note->value), -1);
    const char *found = strstr (lower, "cited by");
    maker->record->n_cited_reported = found != NULL ? parse_count (found + 8) : -1;
}

static void
take_list (RhumbBibtexMaker *maker, const RhumbBibtexEntry *entry, const char *const *names,
           GPtrArray *(*divide) (const char *value), GPtrArray *to)
{
    RhumbBibtexField *field = rhumb_bibtex_find_first (entry, names);
    if (field == NULL)
        return;
    field->used = TRUE;
    g_autoptr (GPtrArray) items = divide (field->value);
    for (guint i = 0; i < items->len; i++)
        g_ptr_array_add (to, g_string_chunk_insert (maker->strings, items->pdata[i]));
}

static void
make_rest (RhumbBibtexMaker *maker, const RhumbBibtexEntry *entry)
{
    static const char *const abstract[] = {"abstract", NULL};
    static const char *const venue[] = {"journal", "journaltitle", "booktitle", NULL};
    static const char *const venue_short[] = {"abbrev_source_title", "shortjournal", "journal-iso",
                                              NULL};
    static const char *const volume[] = {"volume", NULL};
    static const char *const issue[] = {"number", "issue", NULL};
    static const char *const pages[] = {"pages", "art_number", "article-number", NULL};
    static const char *const issn[] = {"issn", "isbn", NULL};
    static const char *const language[] = {"language", "langid", NULL};
    static const char *const keywords[] = {"author_keywords", "keywords", "keyword", NULL};
    static const char *const references[] = {"cited-references", "references", NULL};
    RhumbRecord *record = maker->record;
    record->abstract = rhumb_bibtex_take_text (maker, entry, abstract);
    record->venue = rhumb_bibtex_take_text (maker, entry, venue);
    record->venue_short = rhumb_bibtex_take_text (maker, entry, venue_short);
    record->volume = rhumb_bibtex_take_text (maker, entry, volume);
    record->issue = rhumb_bibtex_take_text (maker, entry, issue);
    record->pages = rhumb_bibtex_take_text (maker, entry, pages);
    record->issn = rhumb_bibtex_take_text (maker, entry, issn);
    record->type = entry->type;
    record->language = rhumb_bibtex_take_text (maker, entry, language);
    take_list (maker, entry, keywords, rhumb_bibtex_split_keywords, record->keywords);
    take_list (maker, entry, references, rhumb_bibtex_split_references, record->references);
    RhumbBibtexField *url = rhumb_bibtex_entry_find (entry, "url");
    if (url != NULL) {
        url->used = TRUE;
        record->url = rhumb_bibtex_keep_verbatim (maker, url->value);
    }
}

/* Makes a record of an entry. @entry: an entry with what it inherits; the fields that are used are
 * marked in it. Returns the record, until the next is made or @entry freed; %NULL with
 * %RHUMB_ERROR_FORMAT if reading is strict and a field is dropped. */
const RhumbRecord *
rhumb_bibtex_maker_make (RhumbBibtexMaker *maker, const RhumbBibtexEntry *entry, GError **error)
{
    rhumb_record_clear (maker->record);
    g_string_chunk_clear (maker->strings);
    maker->record->line = entry->line;
    make_title (maker, entry);
    if (!make_year (maker, entry, error) || !make_authors (maker, entry, error) ||
        !rhumb_bibtex_make_ids (maker, entry, error))
        return NULL;
    rhumb_bibtex_make_last_id (maker, entry);
    make_count (maker, entry);
    make_rest (maker, entry);
    rhumb_bibtex_make_extra (maker, entry);
    return maker->record;
}
