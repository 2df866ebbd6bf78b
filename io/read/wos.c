/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Web of Science in its tagged form: savedrecs.txt and .ciw.
 *
 * A line begins with a tag of two characters, or with three blanks if it continues a field. "PT"
 * opens a record, "ER" ends one; "FN", "VR" and "EF" frame the file. Authors and cited references
 * have one a line, and so have addresses (io/read/wos-addresses.c), other fields are wrapped text.
 * A record that the file cuts off is kept, and told. Exports in packets of 5,000 or 10,000 leave
 * the cited references out. Source: the field tags of Web of Science Core Collection; files of 1974
 * to 2026. Cost: one pass; memory for one record.
 */
#include "io/formats.h"

#include <string.h>

#include "io/read/tagged.h"
#include "io/read/wos-addresses.h"
#include "io/read/wos-orcids.h"

typedef const char *const Tags[];

static gboolean
is_tag (const char *text)
{
    return g_ascii_isupper (text[0]) && (g_ascii_isupper (text[1]) || g_ascii_isdigit (text[1])) &&
           (text[2] == ' ' || text[2] == '\0');
}

static void
take_pages (RhumbTagged *tagged)
{
    /* PS is the pages of the databases beside the core collection. */
    const char *first = rhumb_tagged_take (tagged, (Tags){"BP", "PS", NULL});
    const char *last = rhumb_tagged_take (tagged, (Tags){"EP", NULL});
    if (first == NULL) {
        tagged->record->pages = rhumb_tagged_take (tagged, (Tags){"AR", NULL});
        if (last != NULL)
            rhumb_extra_add_text (tagged->extra, "EP", last);
        return;
    }
    g_autofree char *pages = last != NULL ? g_strconcat (first, "-", last, NULL) : g_strdup (first);
    tagged->record->pages = g_string_chunk_insert (tagged->strings, pages);
}

static void
take_ids (RhumbTagged *tagged)
{
    RhumbRecord *record = tagged->record;
    const char *ut = rhumb_tagged_take (tagged, (Tags){"UT", NULL});
    const char *pmid = rhumb_tagged_take (tagged, (Tags){"PM", NULL});
    record->doi = rhumb_tagged_take (tagged, (Tags){"DI", NULL});
    if (ut != NULL) {
        const char *colon = strchr (ut, ':');
        rhumb_tagged_keep_id (tagged, "wos:", colon != NULL ? colon + 1 : ut);
    }
    if (pmid != NULL)
        rhumb_tagged_keep_id (tagged, "pmid:", pmid);
}

static void
take_lists (RhumbTagged *tagged)
{
    RhumbRecord *record = tagged->record;
    g_autoptr (GPtrArray) plus = g_ptr_array_new ();
    const gboolean has_full_names = rhumb_tagged_find (tagged, "AF") != NULL;
    rhumb_tagged_take_lines (tagged, has_full_names ? (Tags){"AF", NULL} : (Tags){"AU", NULL},
                             record->author_names);
    g_autoptr (GPtrArray) pairs = g_ptr_array_new ();
    rhumb_tagged_take_split (tagged, (Tags){"OI", NULL}, pairs);
    rhumb_wos_take_orcids (pairs, record, tagged->extra);
    rhumb_tagged_take_split (tagged, (Tags){"DE", NULL}, record->keywords);
    rhumb_tagged_take_split (tagged, (Tags){"ID", NULL}, plus);
    rhumb_extra_add_texts (tagged->extra, "keywords_plus", (const char *const *)plus->pdata,
                           plus->len);
    rhumb_tagged_take_lines (tagged, (Tags){"CR", NULL}, record->references);
}

/* Each address is told from the next while its line is known. */
static void
take_addresses (RhumbTagged *tagged)
{
    g_autoptr (GPtrArray) lines = g_ptr_array_new ();
    rhumb_tagged_take_lines (tagged, (Tags){"C1", NULL}, lines);
    g_autofree char *addresses = rhumb_wos_join_addresses (lines, NULL);
    rhumb_extra_add_text (tagged->extra, "C1", addresses);
}

static gboolean
make_record (RhumbTagged *tagged, GError **error)
{
    RhumbRecord *record = tagged->record;
    take_lists (tagged);
    take_ids (tagged);
    take_pages (tagged);
    take_addresses (tagged);
    record->title = rhumb_tagged_take (tagged, (Tags){"TI", NULL});
    record->abstract = rhumb_tagged_take (tagged, (Tags){"AB", NULL});
    record->venue = rhumb_tagged_take (tagged, (Tags){"SO", NULL});
    record->venue_short = rhumb_tagged_take (tagged, (Tags){"J9", "JI", NULL});
    record->volume = rhumb_tagged_take (tagged, (Tags){"VL", NULL});
    record->issue = rhumb_tagged_take (tagged, (Tags){"IS", NULL});
    record->issn = rhumb_tagged_take (tagged, (Tags){"SN", "EI", "BN", NULL});
    record->type = rhumb_tagged_take (tagged, (Tags){"DT", NULL});
    record->language = rhumb_tagged_take (tagged, (Tags){"LA", NULL});
    record->n_references_reported = rhumb_tagged_take_count (tagged, (Tags){"NR", NULL});
    record->n_cited_reported = rhumb_tagged_take_count (tagged, (Tags){"TC", "Z9", NULL});
    return rhumb_tagged_take_year (tagged, (Tags){"PY", "EA", "PD", NULL}, error);
}

static gboolean
skip (RhumbTagged *tagged, const RhumbLine *line, GError **error)
{
    return rhumb_corpus_builder_report (tagged->builder, RHUMB_EVENT_LINE_SKIPPED, line->number,
                                        line->text, "expected a tag of two letters and a blank",
                                        error);
}

static gboolean
is_frame (const char *tag)
{
    return memcmp (tag, "FN", 2) == 0 || memcmp (tag, "VR", 2) == 0 || memcmp (tag, "EF", 2) == 0;
}

static gboolean
tell_unended (RhumbTagged *tagged, GError **error)
{
    return rhumb_corpus_builder_report (tagged->builder, RHUMB_EVENT_NOTE, tagged->line,
                                        RHUMB_TAGGED_WITHOUT_ER, "kept with what is there", error);
}

/* One line of the file. */
static gboolean
read_line (RhumbTagged *tagged, const RhumbLine *line, GError **error)
{
    const char *text = line->text;
    if (text[strspn (text, " \t")] == '\0')
        return TRUE;
    if (strncmp (text, "  ", 2) == 0) {
        if (tagged->line == 0)
            return skip (tagged, line, error);
        rhumb_tagged_continue (tagged, text + strspn (text, " "));
        return TRUE;
    }
    if (!is_tag (text))
        return skip (tagged, line, error);
    if (memcmp (text, "ER", 2) == 0)
        return rhumb_tagged_flush (tagged, error);
    const gboolean opens = memcmp (text, "PT", 2) == 0;
    if (tagged->line != 0 && (opens || is_frame (text)) &&
        (!tell_unended (tagged, error) || !rhumb_tagged_flush (tagged, error)))
        return FALSE;
    if (is_frame (text))
        return TRUE;
    rhumb_tagged_add (tagged, text, 2, text[2] != '\0' ? text + 3 : "", line->number);
    return TRUE;
}

static gboolean
read_wos (RhumbInput *input, RhumbCorpusBuilder *builder, GError **error)
{
    g_autoptr (RhumbTagged) tagged = rhumb_tagged_new (builder, make_record);
    return rhumb_tagged_read (tagged, input, read_line, error) && rhumb_tagged_end (tagged, error);
}

/* Sure with the line that the database writes first, fairly sure with a first record. */
static guint
sniff (const char *head, gsize length)
{
    g_autofree char *text = g_strndup (head, MIN (length, 4096));
    const char *start = text + strspn (text, " \r\n\t");
    if (g_str_has_prefix (start, "FN ") && strstr (start, "\nVR ") != NULL)
        return 95;
    if (g_str_has_prefix (start, "FN ") || g_str_has_prefix (start, "VR 1."))
        return 70;
    const gboolean opens = g_str_has_prefix (start, "PT ") && start[3] != '\0' &&
                           strchr ("JBSPC", start[3]) != NULL && strchr ("\r\n", start[4]) != NULL;
    return opens && strstr (start, "\nAU ") != NULL ? 80 : opens ? 60 : 0;
}

static const char *const suffixes[] = {"ciw", NULL};

const RhumbFormat rhumb_format_wos = {
    .name = "wos",
    .suffixes = suffixes,
    .summary = "Web of Science, plain text with tags (savedrecs.txt, .ciw)",
    .sniff = sniff,
    .read = read_wos,
    .abstracts_hint = "export with 'Full Record'",
    .references_hint = "export with 'Full Record and Cited References'",
};
