/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Dimensions, CSV.
 *
 * A line about the export stands before the names of the columns. A cited reference is a list of
 * fields parted by bars, references are parted by ";[".
 * Source: files of Dimensions, and how bibliometrix counts the fields. Cost: linear.
 */
#include "io/formats.h"

#include <string.h>

#include "io/read/table.h"

static gboolean
is_header (const char *line)
{
    return strstr (line, "Publication ID") != NULL && strstr (line, "Title") != NULL;
}

static gboolean
take_names (RhumbTable *table, char *cell, const RhumbColumn *column)
{
    return rhumb_take_list (table, cell, column);
}

/* "[Aria, Massimo; …]|title|source|year|volume|issue|pages|doi|…" as "Aria, Massimo, year, source,
 * Vvolume, Ppages, DOI doi", the shape in which references are matched. */
static const char *
compose_reference (RhumbTable *table, char *text)
{
    g_auto (GStrv) parts = g_strsplit (text, "|", -1);
    if (g_strv_length (parts) < 8)
        return text;
    g_autoptr (GString) reference = g_string_new (NULL);
    const char *author = parts[0] + strspn (parts[0], "[ ");
    g_string_append_len (reference, author, (gssize)strcspn (author, ";]"));
    const struct {
        const char *before;
        const char *text;
    } rest[] = {{", ", parts[3]},
                {", ", parts[2]},
                {", V", parts[4]},
                {", P", parts[6]},
                {", DOI ", parts[7]}};
    for (gsize i = 0; i < G_N_ELEMENTS (rest); i++) {
        char *part = g_strstrip ((char *)rest[i].text);
        if (*part != '\0')
            g_string_append_printf (reference, "%s%s", reference->len > 0 ? rest[i].before : "",
                                    part);
    }
    return rhumb_table_keep (table, reference->str, "");
}

static gboolean
take_references (RhumbTable *table, char *cell, const RhumbColumn *column G_GNUC_UNUSED)
{
    for (char *item = rhumb_table_next_item (&cell, ";["); item != NULL;
         item = rhumb_table_next_item (&cell, ";["))
        g_ptr_array_add (table->record->references, (gpointer)compose_reference (table, item));
    return TRUE;
}

static const RhumbColumn columns[] = {
    {"Publication ID", rhumb_take_id, 0, "dimensions:"},
    {"DOI", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, doi), NULL},
    {"PMID", rhumb_take_id, 0, "pmid:"},
    {"PMCID", rhumb_take_id, 0, "pmcid:"},
    {"Title", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, title), NULL},
    {"Abstract", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, abstract), NULL},
    {"Source title", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, venue), NULL},
    {"Anthology title", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, venue), NULL},
    {"Publication Date", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, date), NULL},
    {"Publication date", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, date), NULL},
    {"PubYear", rhumb_take_year, 0, NULL},
    {"Volume", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, volume), NULL},
    {"Issue", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, issue), NULL},
    {"Pagination", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, pages), NULL},
    {"Authors", take_names, G_STRUCT_OFFSET (RhumbRecord, author_names), ";"},
    {"Times cited", rhumb_take_count, G_STRUCT_OFFSET (RhumbRecord, n_cited_reported), NULL},
    {"MeSH terms", rhumb_take_extra_list, 0, "mesh_terms"},
    {"Cited references", take_references, 0, NULL},
    {"Publication Type", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, type), NULL},
    {"Source Linkout", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, url), NULL},
    {"ISSN", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, issn), NULL},
};

static const RhumbDialect dialect = {columns, G_N_ELEMENTS (columns), TRUE, is_header, NULL};

static gboolean
read_dimensions (RhumbInput *input, RhumbCorpusBuilder *builder, GError **error)
{
    return rhumb_table_read (input, builder, &dialect, error);
}

static guint
sniff (const char *head, gsize length)
{
    static const char *const names_0[] = {"Publication ID", "Title", "PubYear", NULL};
    static const char *const names_1[] = {"Publication ID", "DOI", "Title", "Source title", NULL};
    if (rhumb_table_has_columns (head, length, names_0))
        return 93;
    if (rhumb_table_has_columns (head, length, names_1))
        return 90;
    return 0;
}

static const char *const suffixes[] = {NULL};

const RhumbFormat rhumb_format_dimensions = {
    .name = "dimensions",
    .suffixes = suffixes,
    .summary = "Dimensions, CSV",
    .sniff = sniff,
    .read = read_dimensions,
    .abstracts_hint = "export for bibliometric mapping, which has 'Abstract'",
    .references_hint = "export for bibliometric mapping, which has 'Cited references'",
};
