/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * PubMed's MEDLINE form: .nbib and pubmed-*.txt.
 *
 * A tag stands in columns 1 to 4, a hyphen in column 5, the value from column 7; six blanks
 * continue a field. "PMID-" opens a record. Headings (MH) are descriptors with qualifiers behind a
 * slash, and a star for what the paper is mainly about. Keywords of the authors (OT) have such
 * stars too and lose them. References are not part of the form. Source: MEDLINE/PubMed Data Element
 * (Field) Descriptions, U.S. National Library of Medicine. Cost: one pass; memory for one record.
 */
#include "io/formats.h"

#include <string.h>

#include "io/read/mesh-keyword.h"
#include "io/read/tagged.h"

typedef const char *const Tags[];

static gboolean
is_tag (const char *text)
{
    const gsize n = strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
    return n >= 2 && n <= 4 && strspn (text + n, " ") == 4 - n && text[4] == '-' &&
           (text[5] == ' ' || text[5] == '\0');
}

/* A value that ends with its kind in brackets: "10.1000/x [doi]". %NULL if it is of another. */
static const char *
find_kind (RhumbTagged *tagged, const char *value, const char *kind)
{
    const gsize length = strlen (value);
    const gsize n_kind = strlen (kind);
    if (length <= n_kind || strcmp (value + length - n_kind, kind) != 0)
        return NULL;
    gsize end = length - n_kind;
    while (end > 0 && value[end - 1] == ' ')
        end--;
    return g_string_chunk_insert_len (tagged->strings, value, (gssize)end);
}

static void
take_ids (RhumbTagged *tagged)
{
    RhumbRecord *record = tagged->record;
    const char *pmid = rhumb_tagged_take (tagged, (Tags){"PMID", NULL});
    const char *pmc = rhumb_tagged_take (tagged, (Tags){"PMC", NULL});
    if (pmid != NULL)
        rhumb_tagged_keep_id (tagged, "pmid:", pmid);
    if (pmc != NULL)
        rhumb_tagged_keep_id (tagged, "pmcid:", pmc);
    for (guint i = 0; i < tagged->fields->len; i++) {
        RhumbTaggedField *field = &g_array_index (tagged->fields, RhumbTaggedField, i);
        if (strcmp (field->tag, "LID") != 0 && strcmp (field->tag, "AID") != 0)
            continue;
        const char *doi = find_kind (tagged, rhumb_tagged_join (tagged, field), "[doi]");
        if (doi == NULL)
            continue;
        record->doi = record->doi != NULL ? record->doi : doi;
        field->used = TRUE;
    }
}

/* Full names with the ORCID that follows each; AUID speaks of the author before it. Short names
 * are used where there are no full ones. */
static void
take_authors (RhumbTagged *tagged)
{
    RhumbRecord *record = tagged->record;
    const gboolean has_full_names = rhumb_tagged_find (tagged, "FAU") != NULL;
    for (guint i = 0; i < tagged->fields->len; i++) {
        RhumbTaggedField *field = &g_array_index (tagged->fields, RhumbTaggedField, i);
        const gboolean is_full = strcmp (field->tag, "FAU") == 0;
        const gboolean is_short = strcmp (field->tag, "AU") == 0;
        const gboolean is_group = strcmp (field->tag, "CN") == 0;
        const guint n = record->author_names->len;
        if (strcmp (field->tag, "AUID") == 0 && n > 0) {
            const char *id = rhumb_tagged_join (tagged, field);
            if (g_str_has_prefix (id, "ORCID:")) {
                record->author_orcids->pdata[n - 1] = (gpointer)(id + strlen ("ORCID:"));
                field->used = TRUE;
            }
        } else if (is_full || is_group || (is_short && !has_full_names)) {
            g_ptr_array_add (record->author_names, (gpointer)rhumb_tagged_join (tagged, field));
            g_ptr_array_add (record->author_orcids, NULL);
        }
        field->used |= is_full || is_short || is_group;
    }
}

static gboolean
make_record (RhumbTagged *tagged, GError **error)
{
    RhumbRecord *record = tagged->record;
    g_autoptr (GPtrArray) headings = g_ptr_array_new ();
    take_ids (tagged);
    take_authors (tagged);
    record->title = rhumb_tagged_take (tagged, (Tags){"TI", "BTI", "TT", NULL});
    record->abstract = rhumb_tagged_take (tagged, (Tags){"AB", "OAB", NULL});
    record->venue = rhumb_tagged_take (tagged, (Tags){"JT", "BTI", NULL});
    record->venue_short = rhumb_tagged_take (tagged, (Tags){"TA", NULL});
    record->volume = rhumb_tagged_take (tagged, (Tags){"VI", NULL});
    record->issue = rhumb_tagged_take (tagged, (Tags){"IP", NULL});
    record->pages = rhumb_tagged_take (tagged, (Tags){"PG", NULL});
    record->issn = rhumb_tagged_take (tagged, (Tags){"IS", "ISBN", NULL});
    record->type = rhumb_tagged_take (tagged, (Tags){"PT", NULL});
    record->language = rhumb_tagged_take (tagged, (Tags){"LA", NULL});
    rhumb_tagged_take_split (tagged, (Tags){"OT", NULL}, record->keywords);
    for (guint i = 0; i < record->keywords->len; i++)
        record->keywords->pdata[i] =
            (gpointer)rhumb_mesh_keyword_skip_star (record->keywords->pdata[i]);
    rhumb_tagged_take_lines (tagged, (Tags){"MH", NULL}, headings);
    rhumb_extra_add_texts (tagged->extra, "mesh_terms", (const char *const *)headings->pdata,
                           headings->len);
    return rhumb_tagged_take_year (tagged, (Tags){"DP", "DEP", NULL}, error);
}

static gboolean
read_line (RhumbTagged *tagged, const RhumbLine *line, GError **error)
{
    const char *text = line->text;
    const gsize n_blanks = strspn (text, " \t");
    if (text[n_blanks] == '\0')
        return TRUE;
    if (n_blanks >= 4 && tagged->line != 0) {
        rhumb_tagged_continue (tagged, text + n_blanks);
        return TRUE;
    }
    if (!is_tag (text))
        return rhumb_corpus_builder_report (tagged->builder, RHUMB_EVENT_LINE_SKIPPED, line->number,
                                            text, "expected a tag, a hyphen and a value", error);
    if (memcmp (text, "PMID", 4) == 0 && !rhumb_tagged_flush (tagged, error))
        return FALSE;
    rhumb_tagged_add (tagged, text, strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"),
                      text[5] != '\0' ? text + 6 : "", line->number);
    return TRUE;
}

static gboolean
read_nbib (RhumbInput *input, RhumbCorpusBuilder *builder, GError **error)
{
    g_autoptr (RhumbTagged) tagged = rhumb_tagged_new (builder, make_record);
    return rhumb_tagged_read (tagged, input, read_line, error) &&
           rhumb_tagged_flush (tagged, error);
}

static guint
sniff (const char *head, gsize length)
{
    g_autofree char *text = g_strndup (head, MIN (length, 4096));
    const char *start = text + strspn (text, " \r\n\t");
    if (g_str_has_prefix (start, "PMID- "))
        return 95;
    return strstr (start, "\nPMID- ") != NULL ? 70 : 0;
}

static const char *const suffixes[] = {"nbib", NULL};

const RhumbFormat rhumb_format_nbib = {
    .name = "nbib",
    .suffixes = suffixes,
    .summary = "PubMed, MEDLINE form with tags (.nbib)",
    .sniff = sniff,
    .read = read_nbib,
    .references_hint = "PubMed's files have none; join them by PMID or DOI with OpenAlex",
};
