/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Refer, also called BibIX or EndNote's tagged form: "%A author".
 *
 * A line begins with a percent sign and one character; records are parted by blank lines, or begin
 * with %0. A line without tag continues the field before.
 * Source: M. Lesk, Some Applications of Inverted Indexes on the UNIX System, 1978, with EndNote's
 * additions (%0, %R, %X, …). Cost: one pass; memory for one record.
 */
#include "io/formats.h"

#include <string.h>

#include "graph/identifier.h"
#include "io/read/mesh-keyword.h"
#include "io/read/tagged.h"

typedef const char *const Tags[];

static gboolean
is_tag (const char *text)
{
    return text[0] == '%' && g_ascii_isgraph (text[1]) && (text[2] == ' ' || text[2] == '\0');
}

static void
take_doi (RhumbTagged *tagged)
{
    for (guint i = 0; i < tagged->fields->len && tagged->record->doi == NULL; i++) {
        RhumbTaggedField *field = &g_array_index (tagged->fields, RhumbTaggedField, i);
        if (strcmp (field->tag, "%R") != 0)
            continue;
        g_autofree char *doi = rhumb_identifier_parse_doi (rhumb_tagged_join (tagged, field));
        if (doi == NULL)
            continue;
        tagged->record->doi = g_string_chunk_insert (tagged->strings, doi);
        field->used = TRUE;
    }
}

/* Keywords are parted by semicolons; in one field without any they stand one on a line. */
static void
take_keywords (RhumbTagged *tagged)
{
    g_autoptr (GPtrArray) found = g_ptr_array_new ();
    const RhumbTaggedField *field = rhumb_tagged_find (tagged, "%K");
    const gboolean by_lines = field != NULL && field->n_lines > 1 &&
                              strchr (rhumb_tagged_join (tagged, field), ';') == NULL;
    if (by_lines)
        rhumb_tagged_take_lines (tagged, (Tags){"%K", NULL}, found);
    else
        rhumb_tagged_take_split (tagged, (Tags){"%K", NULL}, found);
    g_autoptr (GPtrArray) headings = g_ptr_array_new ();
    rhumb_mesh_keywords_take (found, tagged->strings, tagged->record->keywords, headings);
    rhumb_extra_add_texts (tagged->extra, "mesh_terms", (const char *const *)headings->pdata,
                           headings->len);
}

static gboolean
make_record (RhumbTagged *tagged, GError **error)
{
    RhumbRecord *record = tagged->record;
    take_doi (tagged);
    rhumb_tagged_take_lines (tagged, (Tags){"%A", NULL}, record->author_names);
    take_keywords (tagged);
    record->title = rhumb_tagged_take (tagged, (Tags){"%T", NULL});
    record->abstract = rhumb_tagged_take (tagged, (Tags){"%X", NULL});
    record->venue = rhumb_tagged_take (tagged, (Tags){"%J", "%B", NULL});
    record->volume = rhumb_tagged_take (tagged, (Tags){"%V", NULL});
    record->issue = rhumb_tagged_take (tagged, (Tags){"%N", NULL});
    record->pages = rhumb_tagged_take (tagged, (Tags){"%P", NULL});
    record->issn = rhumb_tagged_take (tagged, (Tags){"%@", NULL});
    record->url = rhumb_tagged_take (tagged, (Tags){"%U", NULL});
    record->language = rhumb_tagged_take (tagged, (Tags){"%G", NULL});
    record->type = rhumb_tagged_take (tagged, (Tags){"%0", NULL});
    return rhumb_tagged_take_year (tagged, (Tags){"%D", "%8", NULL}, error);
}

static gboolean
read_line (RhumbTagged *tagged, const RhumbLine *line, GError **error)
{
    const char *text = line->text;
    const gboolean is_blank = text[strspn (text, " \t")] == '\0';
    if (is_blank || (is_tag (text) && text[1] == '0')) {
        if (!rhumb_tagged_flush (tagged, error))
            return FALSE;
        if (is_blank)
            return TRUE;
    }
    if (!is_tag (text)) {
        if (tagged->line == 0)
            return rhumb_corpus_builder_report (tagged->builder, RHUMB_EVENT_LINE_SKIPPED,
                                                line->number, text,
                                                "expected a percent sign and a letter", error);
        rhumb_tagged_continue (tagged, text);
        return TRUE;
    }
    rhumb_tagged_add (tagged, text, 2, text[2] != '\0' ? text + 3 : "", line->number);
    return TRUE;
}

static gboolean
read_refer (RhumbInput *input, RhumbCorpusBuilder *builder, GError **error)
{
    g_autoptr (RhumbTagged) tagged = rhumb_tagged_new (builder, make_record);
    return rhumb_tagged_read (tagged, input, read_line, error) &&
           rhumb_tagged_flush (tagged, error);
}

/* Several tags at line starts; a BibTeX file may begin with a comment of one percent sign. */
static guint
sniff (const char *head, gsize length)
{
    guint n_tags = 0;
    guint n_lines = 0;
    for (gsize start = 0; start < length && n_lines < 20;) {
        const char *end = memchr (head + start, '\n', length - start);
        const gsize next = end != NULL ? (gsize)(end - head) + 1 : length;
        if (next - start >= 3) {
            n_lines++;
            n_tags += head[start] == '%' && g_ascii_isgraph (head[start + 1]) &&
                      head[start + 2] == ' ' && !g_ascii_islower (head[start + 1]);
        }
        start = next;
    }
    return n_tags >= 2 && n_tags * 2 >= n_lines ? 85 : 0;
}

static const char *const suffixes[] = {"refer", "enw", NULL};

const RhumbFormat rhumb_format_refer = {
    .name = "refer",
    .suffixes = suffixes,
    .summary = "Refer, BibIX and EndNote with percent tags (.enw)",
    .sniff = sniff,
    .read = read_refer,
    .references_hint = "the form has no place for them; export another one",
};
