/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Papers from BibTeX and biblatex: what reference managers, publishers and citation indexes
 * export.
 *
 * Entries become records as they are read. Those with a crossref wait for the end of the file,
 * since the entry that they name may come later. Of two entries with one key both are kept, and
 * a crossref means the first. @xdata and @set hold fields and lists for other entries, no paper.
 * Grammar: io/scan/bibtex-scan.c; fields: io/read/bibtex-record.c.
 * Cost: one pass; memory for the inheritable fields of all entries (no abstracts, keywords,
 * references) while the file is read, and for the entries that wait.
 */
#include "io/formats.h"

#include <string.h>

#include "io/read/bibtex-crossref.h"
#include "io/read/bibtex-record.h"
#include "io/scan/bibtex-scan.h"
#include "io/write/bibtex.h"

typedef struct {
    RhumbCorpusBuilder *builder;
    RhumbBibtexMaker *maker;
    GHashTable *entries; /* key -> the first entry with it */
    GPtrArray *unkeyed;  /* entries that no crossref can mean, until they are freed */
    GPtrArray *waiting;  /* borrowed from the two above */
} Reading;

static gboolean
add_record (Reading *reading, const RhumbBibtexEntry *entry, GError **error)
{
    const RhumbRecord *record = rhumb_bibtex_maker_make (reading->maker, entry, error);
    return record != NULL && rhumb_corpus_builder_add (reading->builder, record, error);
}

static gboolean
report_furniture (Reading *reading, const RhumbBibtexEntry *entry, GError **error)
{
    g_autofree char *found = g_strdup_printf ("@%s{%s}", entry->type, entry->key);
    return rhumb_corpus_builder_report (reading->builder, RHUMB_EVENT_LINE_SKIPPED, entry->line,
                                        found, "serves other entries, holds no paper", error);
}

/* Notes a key that was there before. Returns whether the entry is to be found by its key. */
static gboolean
check_key (Reading *reading, const RhumbBibtexEntry *entry)
{
    const RhumbBibtexEntry *first = g_hash_table_lookup (reading->entries, entry->key);
    if (*entry->key == '\0' || first == NULL)
        return *entry->key != '\0';
    g_autofree char *found = g_strdup_printf ("the key '%s' again", entry->key);
    g_autofree char *why = g_strdup_printf (
        "it is on line %" G_GUINT64_FORMAT " too; both entries are kept", first->line);
    rhumb_corpus_builder_report (reading->builder, RHUMB_EVENT_NOTE, entry->line, found, why, NULL);
    return FALSE;
}

static gboolean
read_entry (Reading *reading, RhumbBibtexEntry *taken, GError **error)
{
    g_autoptr (RhumbBibtexEntry) entry = taken;
    if (g_str_equal (entry->type, "set"))
        return report_furniture (reading, entry, error);
    const gboolean waits = rhumb_bibtex_entry_find (entry, "crossref") != NULL;
    const gboolean is_found = check_key (reading, entry);
    if (g_str_equal (entry->type, "xdata")) {
        if (!report_furniture (reading, entry, error))
            return FALSE;
    } else if (waits) {
        g_ptr_array_add (reading->waiting, entry);
    } else if (!add_record (reading, entry, error)) {
        return FALSE;
    }
    if (waits && !is_found) {
        g_ptr_array_add (reading->unkeyed, g_steal_pointer (&entry));
    } else if (is_found) {
        RhumbBibtexEntry *kept =
            waits ? g_steal_pointer (&entry) : rhumb_bibtex_make_parent (entry);
        g_hash_table_insert (reading->entries, kept->key, kept);
    }
    return TRUE;
}

/* Inherits into copies: a parent that itself waits must show its own fields to all its children. */
static gboolean
read_waiting (Reading *reading, GError **error)
{
    for (guint i = 0; i < reading->waiting->len; i++) {
        const RhumbBibtexEntry *entry = reading->waiting->pdata[i];
        g_autoptr (RhumbBibtexEntry) whole = rhumb_bibtex_entry_copy (entry);
        if (!rhumb_bibtex_inherit (whole, reading->entries, reading->builder, error) ||
            !add_record (reading, whole, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
read_all (Reading *reading, RhumbBibtexScanner *scanner, GError **error)
{
    for (;;) {
        const RhumbBibtexItem item = rhumb_bibtex_scanner_next (scanner, error);
        /* Entries that wait were whole. */
        if (item == RHUMB_BIBTEX_FAILED) {
            read_waiting (reading, NULL);
            return FALSE;
        }
        if (item == RHUMB_BIBTEX_END)
            return read_waiting (reading, error);
        if (item == RHUMB_BIBTEX_EVENT) {
            const RhumbBibtexEvent *event = rhumb_bibtex_scanner_get_event (scanner);
            if (!rhumb_corpus_builder_report (reading->builder, event->kind, event->line,
                                              event->found, event->why, error))
                return FALSE;
        } else if (!read_entry (reading, rhumb_bibtex_scanner_steal_entry (scanner), error)) {
            return FALSE;
        }
    }
}

static gboolean
read_bibtex (RhumbInput *input, RhumbCorpusBuilder *builder, GError **error)
{
    g_autoptr (RhumbBibtexScanner) scanner = rhumb_bibtex_scanner_new (input);
    g_autoptr (RhumbBibtexMaker) maker = rhumb_bibtex_maker_new (builder);
    g_autoptr (GHashTable) entries = g_hash_table_new_full (
        g_str_hash, g_str_equal, NULL, (GDestroyNotify)rhumb_bibtex_entry_free);
    g_autoptr (GPtrArray) unkeyed =
        g_ptr_array_new_with_free_func ((GDestroyNotify)rhumb_bibtex_entry_free);
    g_autoptr (GPtrArray) waiting = g_ptr_array_new ();
    Reading reading = {builder, maker, entries, unkeyed, waiting};
    return read_all (&reading, scanner, error);
}

/* Whether "@type{" or "@type(" stands here; told apart from an address by the brace. */
static gboolean
begins_entry (const char *text, const char *end)
{
    if (text == end || *text != '@')
        return FALSE;
    for (text++; text < end && (*text == ' ' || *text == '\t'); text++)
        continue;
    const char *type = text;
    while (text < end && g_ascii_isalpha (*text))
        text++;
    if (text == type)
        return FALSE;
    while (text < end && g_ascii_isspace (*text))
        text++;
    return text < end && (*text == '{' || *text == '(');
}

/* Sure if the first line that is no comment begins an entry, less so behind other text. */
static guint
sniff_bibtex (const char *head, gsize length)
{
    const char *const end = head + length;
    gboolean only_comments = TRUE;
    for (const char *line = head; line < end; line++) {
        while (line < end && g_ascii_isspace (*line))
            line++;
        if (begins_entry (line, end))
            return only_comments ? 90 : 70;
        only_comments = only_comments && line < end && *line == '%';
        const char *line_end = memchr (line, '\n', (gsize)(end - line));
        if (line_end == NULL)
            line_end = memchr (line, '\r', (gsize)(end - line));
        line = line_end != NULL ? line_end : end;
        if (line == end)
            break;
    }
    return 0;
}

static const char *const suffixes[] = {"bib", NULL};

const RhumbFormat rhumb_format_bibtex = {
    .name = "bibtex",
    .suffixes = suffixes,
    .summary = "BibTeX and biblatex, as reference managers and publishers export it",
    .sniff = sniff_bibtex,
    .read = read_bibtex,
    .write_corpus = rhumb_bibtex_write_corpus,
    .references_hint = "BibTeX of Scopus and of most managers has none; export CSV or plain text",
};
