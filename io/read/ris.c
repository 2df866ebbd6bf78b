/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * RIS, as publishers, reference managers and search engines write it.
 *
 * A line is "TY  - value": two characters, two blanks, a hyphen. Copied and hand-made files have
 * other blanks there ("TY - ", "TY- ", a tab): where a "TY" is so, so may be what follows.
 * "TY" opens a record, "ER" ends one; a text line that only begins with the letters ER is text. A
 * line without tag continues the field before. Dialects differ in which tag holds what, so each
 * place of a record names its tags in order. References are not part of the form.
 * Source: RIS Format Specifications, Research Information Systems, 2011, and the files of some
 * twenty producers.
 * Cost: one pass; memory for one record.
 */
#include "io/formats.h"

#include <string.h>

#include "graph/identifier.h"
#include "io/read/mesh-keyword.h"
#include "io/read/tagged.h"
#include "io/scan/date.h"
#include "io/scan/year.h"
#include "io/write/ris.h"

typedef const char *const Tags[];

/* Where the value of a line with a tag begins; NULL if the line has none. @is_loose: any blanks may
 * stand before the hyphen. */
static const char *
find_value (const char *text, gboolean is_loose)
{
    if (!g_ascii_isupper (text[0]) || !(g_ascii_isupper (text[1]) || g_ascii_isdigit (text[1])))
        return NULL;
    const gsize n_blanks = strspn (text + 2, " \t");
    const char *hyphen = text + 2 + n_blanks;
    if (*hyphen != '-' || (!is_loose && (n_blanks != 2 || text[2] == '\t' || text[3] == '\t')))
        return NULL;
    if (hyphen[1] != ' ' && hyphen[1] != '\0' && (!is_loose || hyphen[1] != '\t'))
        return NULL;
    return hyphen + 1 + strspn (hyphen + 1, is_loose ? " \t" : " ");
}

/* Whether a text opens a record, but not with two blanks. */
static gboolean
opens_loosely (const char *text)
{
    return g_str_has_prefix (text, "TY") && find_value (text, FALSE) == NULL &&
           find_value (text, TRUE) != NULL;
}

/* A DOI stands in DO; else in M3, or in a link to doi.org. */
static void
take_doi (RhumbTagged *tagged)
{
    static const char *const places[] = {"DO", "DI", "M3", "UR", "L3"};
    RhumbRecord *record = tagged->record;
    for (gsize i = 0; record->doi == NULL && i < G_N_ELEMENTS (places); i++) {
        RhumbTaggedField *field = rhumb_tagged_find (tagged, places[i]);
        const char *text = field != NULL ? rhumb_tagged_join (tagged, field) : "";
        const gboolean is_link = g_str_equal (places[i], "UR") || g_str_equal (places[i], "L3");
        if (is_link && strstr (text, "doi.org/") == NULL)
            continue;
        g_autofree char *doi = rhumb_identifier_parse_doi (text);
        if (doi == NULL)
            continue;
        record->doi = g_string_chunk_insert (tagged->strings, doi);
        field->used = !is_link;
    }
}

/* Ids that this program writes, "scheme:value", are taken back; others are the source's own. */
static void
take_ids (RhumbTagged *tagged)
{
    static const char *const schemes[] = {
        "arxiv:", "pmid:", "pmcid:",    "openalex:", "s2:",         "wos:", "eid:",
        "lens:",  "dblp:", "corpusid:", "mag:",      "dimensions:", "acl:"};
    g_autoptr (GPtrArray) numbers = g_ptr_array_new ();
    rhumb_tagged_take_lines (tagged, (Tags){"AN", NULL}, numbers);
    g_autoptr (GPtrArray) others = g_ptr_array_new ();
    for (guint i = 0; i < numbers->len; i++) {
        gboolean known = FALSE;
        for (gsize k = 0; !known && k < G_N_ELEMENTS (schemes); k++)
            known = g_str_has_prefix (numbers->pdata[i], schemes[k]);
        if (known || g_str_has_prefix (numbers->pdata[i], "WOS:"))
            rhumb_tagged_keep_id (
                tagged, known ? "" : "wos:", (const char *)numbers->pdata[i] + (known ? 0 : 4));
        else
            g_ptr_array_add (others, numbers->pdata[i]);
    }
    rhumb_extra_add_texts (tagged->extra, "AN", (const char *const *)others->pdata, others->len);
}

static void
take_pages (RhumbTagged *tagged)
{
    const char *first = rhumb_tagged_take (tagged, (Tags){"SP", NULL});
    const char *last = rhumb_tagged_take (tagged, (Tags){"EP", NULL});
    if (first == NULL || last == NULL || strchr (first, '-') != NULL) {
        tagged->record->pages = first != NULL ? first : last;
        return;
    }
    g_autofree char *pages = g_strconcat (first, "-", last, NULL);
    tagged->record->pages = g_string_chunk_insert (tagged->strings, pages);
}

/* A second title field of the same tag is a subtitle. */
static void
take_title (RhumbTagged *tagged)
{
    static const char *const tags[] = {"TI", "T1", "CT"};
    for (gsize i = 0; tagged->record->title == NULL && i < G_N_ELEMENTS (tags); i++) {
        const char *title = rhumb_tagged_take (tagged, (Tags){tags[i], NULL});
        const char *more = title != NULL ? rhumb_tagged_take (tagged, (Tags){tags[i], NULL}) : NULL;
        if (more == NULL || g_str_equal (more, title)) {
            tagged->record->title = title;
            continue;
        }
        g_autofree char *whole = g_strconcat (title, ": ", more, NULL);
        tagged->record->title = g_string_chunk_insert (tagged->strings, whole);
    }
}

/* Scopus and Google tell citations in a note: "Cited By :12", "Times cited: 12". */
static void
find_count (RhumbTagged *tagged)
{
    for (guint i = 0; i < tagged->fields->len; i++) {
        RhumbTaggedField *field = &g_array_index (tagged->fields, RhumbTaggedField, i);
        if (strcmp (field->tag, "N1") != 0 && strcmp (field->tag, "TC") != 0)
            continue;
        g_autofree char *lower = g_ascii_strdown (rhumb_tagged_join (tagged, field), -1);
        const char *found = strstr (lower, "cited by");
        found = found != NULL ? found : strstr (lower, "times cited");
        found = found != NULL ? strpbrk (found, "0123456789") : NULL;
        guint64 count = 0;
        g_autofree char *digits =
            found != NULL ? g_strndup (found, strspn (found, "0123456789")) : NULL;
        if (digits != NULL && g_ascii_string_to_unsigned (digits, 10, 0, G_MAXINT, &count, NULL))
            tagged->record->n_cited_reported = (int)count;
    }
}

/* Subject headings as they were stay in the extra, under the name that they have in all formats. */
static void
take_keywords (RhumbTagged *tagged)
{
    g_autoptr (GPtrArray) found = g_ptr_array_new ();
    rhumb_tagged_take_split (tagged, (Tags){"KW", "DE", NULL}, found);
    g_autoptr (GPtrArray) headings = g_ptr_array_new ();
    rhumb_mesh_keywords_take (found, tagged->strings, tagged->record->keywords, headings);
    rhumb_extra_add_texts (tagged->extra, "mesh_terms", (const char *const *)headings->pdata,
                           headings->len);
}

/* The date of DA beside a year in PY: "year/month/day/other" becomes one of ISO 8601, unless the
 * other says it better. */
static void
take_date (RhumbTagged *tagged)
{
    RhumbRecord *record = tagged->record;
    RhumbTaggedField *field = rhumb_tagged_find (tagged, "DA");
    const char *text = field != NULL ? rhumb_tagged_join (tagged, field) : "";
    if (record->date != NULL || rhumb_year_find (text) == 0 ||
        rhumb_year_find (text) != record->year)
        return;
    const char *rest = text;
    for (guint i = 0; rest != NULL && i < 3; i++) {
        rest = strchr (rest, '/');
        rest = rest != NULL ? rest + 1 : NULL;
    }
    if (rest != NULL && *rest != '\0') {
        record->date = rhumb_year_find (rest) == record->year ? rest : text;
    } else {
        const RhumbDate date = rhumb_date_parse (text);
        g_autofree char *iso = rhumb_date_format_iso (&date);
        record->date = date.is_whole ? g_string_chunk_insert (tagged->strings, iso) : text;
    }
    field->used = TRUE;
}

static gboolean
make_record (RhumbTagged *tagged, GError **error)
{
    RhumbRecord *record = tagged->record;
    take_title (tagged);
    take_doi (tagged);
    take_ids (tagged);
    take_pages (tagged);
    find_count (tagged);
    rhumb_tagged_take_names (tagged, (Tags){"AU", "A1", NULL}, record->author_names);
    take_keywords (tagged);
    rhumb_tagged_take_lines (tagged, (Tags){"CR", NULL}, record->references);
    record->abstract = rhumb_tagged_take (tagged, (Tags){"AB", "N2", NULL});
    record->venue = rhumb_tagged_take (tagged, (Tags){"JF", "JO", "T2", "BT", "JA", "J2", NULL});
    record->venue_short = rhumb_tagged_take (tagged, (Tags){"JA", "J2", "JO", NULL});
    record->volume = rhumb_tagged_take (tagged, (Tags){"VL", NULL});
    record->issue = rhumb_tagged_take (tagged, (Tags){"IS", "CP", NULL});
    record->issn = rhumb_tagged_take (tagged, (Tags){"SN", NULL});
    record->url = rhumb_tagged_take (tagged, (Tags){"UR", "LK", NULL});
    record->language = rhumb_tagged_take (tagged, (Tags){"LA", NULL});
    record->type = rhumb_tagged_take (tagged, (Tags){"TY", NULL});
    if (!rhumb_tagged_take_year (tagged, (Tags){"PY", "Y1", "DA", "Y2", NULL}, error))
        return FALSE;
    take_date (tagged);
    return TRUE;
}

static gboolean
tell (RhumbTagged *tagged, guint64 line, const char *found, const char *why, GError **error)
{
    return rhumb_corpus_builder_report (tagged->builder, RHUMB_EVENT_NOTE, line, found, why, error);
}

static gboolean
begin_record (RhumbTagged *tagged, GError **error)
{
    return tagged->line == 0 || (tell (tagged, tagged->line, RHUMB_TAGGED_WITHOUT_ER,
                                       "taken as ended before the next TY", error) &&
                                 rhumb_tagged_flush (tagged, error));
}

static gboolean
read_line (RhumbTagged *tagged, const RhumbLine *line, GError **error)
{
    const char *text = line->text;
    if (text[strspn (text, " \t")] == '\0')
        return TRUE;
    if (g_str_has_prefix (text, "TY  - ") || tagged->line == 0)
        tagged->is_loose = opens_loosely (text);
    const char *value = find_value (text, tagged->is_loose);
    const gboolean tag = value != NULL;
    if (!tag && tagged->line != 0) {
        rhumb_tagged_continue (tagged, text + strspn (text, " \t"));
        return TRUE;
    }
    if (tag && memcmp (text, "ER", 2) == 0)
        return rhumb_tagged_flush (tagged, error);
    if (tag && memcmp (text, "TY", 2) == 0 && !begin_record (tagged, error))
        return FALSE;
    if (!tag || (tagged->line == 0 && memcmp (text, "TY", 2) != 0))
        return rhumb_corpus_builder_report (tagged->builder, RHUMB_EVENT_LINE_SKIPPED, line->number,
                                            text, "it stands outside of TY and ER", error);
    rhumb_tagged_add (tagged, text, 2, value, line->number);
    return TRUE;
}

static gboolean
read_ris (RhumbInput *input, RhumbCorpusBuilder *builder, GError **error)
{
    g_autoptr (RhumbTagged) tagged = rhumb_tagged_new (builder, make_record);
    return rhumb_tagged_read (tagged, input, read_line, error) && rhumb_tagged_end (tagged, error);
}

static guint
sniff (const char *head, gsize length)
{
    g_autofree char *text = g_strndup (head, length);
    const char *start = text + strspn (text, " \r\n\t");
    if (g_str_has_prefix (start, "TY  - "))
        return 95;
    if (opens_loosely (start))
        return 85;
    for (const char *p = start; (p = strstr (p, "TY  - ")) != NULL; p++)
        if (p == start || p[-1] == '\n' || p[-1] == '\r')
            return 75;
    return 0;
}

static const char *const suffixes[] = {"ris", NULL};

const RhumbFormat rhumb_format_ris = {
    .name = "ris",
    .suffixes = suffixes,
    .summary = "RIS, as publishers and reference managers export it",
    .sniff = sniff,
    .read = read_ris,
    .write_corpus = rhumb_ris_write_corpus,
    .list_unplaced = rhumb_ris_list_unplaced,
    .references_hint = "RIS has no place for them; export another format",
};
