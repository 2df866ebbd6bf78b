/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * PubMed, CSV: a summary without abstracts, headings and references. Names have initials only.
 * Cost: linear.
 */
#include "io/formats.h"

#include <string.h>

#include "io/read/table.h"

/* "Bergom C, Bradley JA, Mitchell JD." */
static gboolean
take_names (RhumbTable *table, char *cell, const RhumbColumn *column G_GNUC_UNUSED)
{
    const gsize length = strlen (cell);
    if (length > 0 && cell[length - 1] == '.')
        cell[length - 1] = '\0';
    for (char *name = rhumb_table_next_item (&cell, ","); name != NULL;
         name = rhumb_table_next_item (&cell, ","))
        g_ptr_array_add (table->record->author_names, name);
    return TRUE;
}

static const RhumbColumn columns[] = {
    {"PMID", rhumb_take_id, 0, "pmid:"},
    {"Title", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, title), NULL},
    {"Authors", take_names, 0, NULL},
    {"First Author", rhumb_take_nothing, 0, NULL},
    {"Journal/Book", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, venue), NULL},
    {"Publication Year", rhumb_take_year, 0, NULL},
    {"PMCID", rhumb_take_id, 0, "pmcid:"},
    {"DOI", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, doi), NULL},
};

static const RhumbDialect dialect = {columns, G_N_ELEMENTS (columns), TRUE, NULL, NULL};

static gboolean
read_pubmed_csv (RhumbInput *input, RhumbCorpusBuilder *builder, GError **error)
{
    return rhumb_table_read (input, builder, &dialect, error);
}

static guint
sniff (const char *head, gsize length)
{
    static const char *const names_0[] = {"PMID",     "Title",        "Authors",
                                          "Citation", "Journal/Book", NULL};
    if (rhumb_table_has_columns (head, length, names_0))
        return 94;
    return 0;
}

static const char *const suffixes[] = {NULL};

const RhumbFormat rhumb_format_pubmed_csv = {
    .name = "pubmed-csv",
    .suffixes = suffixes,
    .summary = "PubMed, CSV (summary)",
    .sniff = sniff,
    .read = read_pubmed_csv,
    .abstracts_hint = "save in the format PubMed instead of CSV",
    .references_hint = "PubMed's files have none; join them by PMID or DOI with OpenAlex",
};
