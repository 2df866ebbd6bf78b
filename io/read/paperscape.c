/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Paperscape's citations of the arXiv: one paper a line, seven fields parted by semicolons and no
 * header.
 *
 *   arXiv number; categories; references found; references in all; arXiv numbers of those found;
 *   authors; title
 *
 * Names have initials before the family, "O.Gil-Medrano". The year of a number is that of its
 * first two digits. A title may hold semicolons.
 * Source: P. D. George and R. Knegjens, paperscape-data, 2013. Cost: linear.
 */
#include "io/formats.h"

#include <stdlib.h>
#include <string.h>

#include "graph/identifier.h"
#include "io/read/extra.h"
#include "io/scan/input.h"

#define N_FIELDS 7

/* arXiv numbers begin with two digits of the year, behind the archive until 2007. */
static int
find_year (const char *number)
{
    const char *slash = strrchr (number, '/');
    const char *digits = slash != NULL ? slash + 1 : number;
    if (!g_ascii_isdigit (digits[0]) || !g_ascii_isdigit (digits[1]))
        return 0;
    const int year = 10 * (digits[0] - '0') + digits[1] - '0';
    return year >= 91 ? 1900 + year : 2000 + year;
}

static void
add_list (GPtrArray *list, char *text, GStringChunk *strings, const char *scheme)
{
    g_auto (GStrv) items = g_strsplit (text, ",", -1);
    for (guint i = 0; items[i] != NULL; i++) {
        g_autofree char *item = g_strconcat (scheme, g_strstrip (items[i]), NULL);
        if (*items[i] != '\0')
            g_ptr_array_add (list, g_string_chunk_insert (strings, item));
    }
}

static gboolean
take_count (const char *text, RhumbRecord *record, RhumbCorpusBuilder *builder, GError **error)
{
    guint64 count = 0;
    if (*text == '\0')
        return TRUE;
    if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT, &count, NULL)) {
        g_autofree char *found = g_strdup_printf ("number of references is '%s'", text);
        return rhumb_corpus_builder_report (builder, RHUMB_EVENT_FIELD_DROPPED, record->line, found,
                                            "expected a count from 0", error);
    }
    record->n_references_reported = (int)count;
    return TRUE;
}

static gboolean
take_fields (char *const *fields, RhumbRecord *record, RhumbExtra *extra, GStringChunk *strings,
             RhumbCorpusBuilder *builder, GError **error)
{
    g_autofree char *id = g_strconcat ("arxiv:", fields[0], NULL);
    g_ptr_array_add (record->ids, id);
    record->title = fields[6];
    record->year = find_year (fields[0]);
    if (!take_count (fields[3], record, builder, error))
        return FALSE;
    g_autoptr (GPtrArray) categories = g_ptr_array_new ();
    add_list (categories, fields[1], strings, "");
    rhumb_extra_add_texts (extra, "categories", (const char *const *)categories->pdata,
                           categories->len);
    record->extra = rhumb_extra_get (extra);
    add_list (record->references, fields[4], strings, "arxiv:");
    add_list (record->author_names, fields[5], strings, "");
    return rhumb_corpus_builder_add (builder, record, error);
}

static gboolean
read_line (const RhumbLine *line, RhumbRecord *record, RhumbExtra *extra, GStringChunk *strings,
           RhumbCorpusBuilder *builder, GError **error)
{
    if (line->text[0] == '#')
        return rhumb_corpus_builder_report (builder, RHUMB_EVENT_LINE_SKIPPED, line->number,
                                            line->text, "a comment", error);
    g_auto (GStrv) fields = g_strsplit (line->text, ";", N_FIELDS);
    if (g_strv_length (fields) < N_FIELDS)
        return rhumb_corpus_builder_report (builder, RHUMB_EVENT_RECORD_LOST, line->number,
                                            line->text, "expected seven fields parted by ';'",
                                            error);
    rhumb_record_clear (record);
    rhumb_extra_clear (extra);
    record->line = line->number;
    const gboolean added = take_fields (fields, record, extra, strings, builder, error);
    g_string_chunk_clear (strings);
    return added;
}

static gboolean
read_paperscape (RhumbInput *input, RhumbCorpusBuilder *builder, GError **error)
{
    g_autoptr (RhumbRecord) record = rhumb_record_new ();
    g_autoptr (RhumbExtra) extra = rhumb_extra_new ();
    GStringChunk *strings = g_string_chunk_new (1 << 14);
    GError *problem = NULL;
    gboolean added = TRUE;
    RhumbLine line;
    while (added && rhumb_input_read_line (input, &line, &problem))
        added = line.text[strspn (line.text, " \t")] == '\0' ||
                read_line (&line, record, extra, strings, builder, error);
    g_string_chunk_free (strings);
    if (problem != NULL)
        g_propagate_error (error, problem);
    return added && problem == NULL;
}

/* Lines of at least seven fields whose first is an arXiv number and whose third and fourth are
 * counts. */
static guint
sniff (const char *head, gsize length)
{
    guint n_lines = 0;
    guint n_papers = 0;
    g_autofree char *text = g_strndup (head, MIN (length, 16384));
    g_auto (GStrv) lines = g_strsplit (text, "\n", 40);
    for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++) {
        if (lines[i][0] == '#' || lines[i][0] == '\0')
            continue;
        n_lines++;
        g_auto (GStrv) fields = g_strsplit (lines[i], ";", N_FIELDS);
        if (g_strv_length (fields) < N_FIELDS)
            continue;
        g_autofree char *number = rhumb_identifier_parse_arxiv (fields[0]);
        n_papers += number != NULL && fields[3][strspn (fields[3], "0123456789")] == '\0';
    }
    return n_lines > 0 && n_papers * 10 >= n_lines * 9 ? 92 : 0;
}

static const char *const suffixes[] = {NULL};

const RhumbFormat rhumb_format_paperscape = {
    .name = "paperscape",
    .suffixes = suffixes,
    .summary = "Paperscape, citations of the arXiv",
    .sniff = sniff,
    .read = read_paperscape,
};
