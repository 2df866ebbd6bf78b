/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * IEEE Xplore, CSV. It tells how many references a paper has, but not which. Cost: linear.
 */
#include "io/formats.h"

#include <string.h>

#include "io/read/table.h"

static const RhumbColumn columns[] = {
    {"Document Title", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, title), NULL},
    {"Authors", rhumb_take_list, G_STRUCT_OFFSET (RhumbRecord, author_names), ";"},
    {"Publication Title", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, venue), NULL},
    {"Publication Year", rhumb_take_year, 0, NULL},
    {"Volume", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, volume), NULL},
    {"Issue", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, issue), NULL},
    {"Start Page", rhumb_take_first_page, 0, NULL},
    {"End Page", rhumb_take_last_page, 0, NULL},
    {"Abstract", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, abstract), NULL},
    {"ISSN", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, issn), NULL},
    {"ISBNs", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, issn), NULL},
    {"DOI", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, doi), NULL},
    {"PDF Link", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, url), NULL},
    {"Author Keywords", rhumb_take_keywords, G_STRUCT_OFFSET (RhumbRecord, keywords), ";"},
    {"IEEE Terms", rhumb_take_extra_list, 0, "ieee_terms"},
    {"Article Citation Count", rhumb_take_count, G_STRUCT_OFFSET (RhumbRecord, n_cited_reported),
     NULL},
    {"Reference Count", rhumb_take_count, G_STRUCT_OFFSET (RhumbRecord, n_references_reported),
     NULL},
    {"Document Identifier", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, type), NULL},
};

static const RhumbDialect dialect = {columns, G_N_ELEMENTS (columns), TRUE, NULL, NULL};

static gboolean
read_ieee_csv (RhumbInput *input, RhumbCorpusBuilder *builder, GError **error)
{
    return rhumb_table_read (input, builder, &dialect, error);
}

static guint
sniff (const char *head, gsize length)
{
    static const char *const names_0[] = {"Document Title", "Authors", "Publication Title", NULL};
    if (rhumb_table_has_columns (head, length, names_0))
        return 93;
    return 0;
}

static const char *const suffixes[] = {NULL};

const RhumbFormat rhumb_format_ieee_csv = {
    .name = "ieee-csv",
    .suffixes = suffixes,
    .summary = "IEEE Xplore, CSV",
    .sniff = sniff,
    .read = read_ieee_csv,
    .references_hint = "IEEE Xplore exports none; look the papers up in OpenAlex by DOI",
};
