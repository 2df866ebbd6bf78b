/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Web of Science in a table: tab-delimited, or saved again as CSV.
 *
 * The columns have the tags of the plain text; every list is parted by semicolons. In the
 * tab-delimited file quotes are text. Columns without a name occur at the end.
 * Cost: linear.
 */
#include "io/formats.h"

#include <string.h>

#include "io/read/table.h"

static const RhumbColumn columns[] = {
    {"AF", rhumb_take_list, G_STRUCT_OFFSET (RhumbRecord, author_names), ";"},
    {"AU", rhumb_take_list, G_STRUCT_OFFSET (RhumbRecord, author_names), ";"},
    {"TI", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, title), NULL},
    {"AB", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, abstract), NULL},
    {"PY", rhumb_take_year, 0, NULL},
    {"EA", rhumb_take_year, 0, NULL},
    {"SO", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, venue), NULL},
    {"J9", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, venue_short), NULL},
    {"JI", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, venue_short), NULL},
    {"VL", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, volume), NULL},
    {"IS", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, issue), NULL},
    {"BP", rhumb_take_first_page, 0, NULL},
    {"EP", rhumb_take_last_page, 0, NULL},
    {"AR", rhumb_take_first_page, 0, NULL},
    {"DI", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, doi), NULL},
    {"PM", rhumb_take_id, 0, "pmid:"},
    {"UT", rhumb_take_id, 0, "wos:"},
    {"DE", rhumb_take_list, G_STRUCT_OFFSET (RhumbRecord, keywords), ";"},
    {"ID", rhumb_take_extra_list, 0, "keywords_plus"},
    {"CR", rhumb_take_list, G_STRUCT_OFFSET (RhumbRecord, references), ";"},
    {"NR", rhumb_take_count, G_STRUCT_OFFSET (RhumbRecord, n_references_reported), NULL},
    {"TC", rhumb_take_count, G_STRUCT_OFFSET (RhumbRecord, n_cited_reported), NULL},
    {"Z9", rhumb_take_count, G_STRUCT_OFFSET (RhumbRecord, n_cited_reported), NULL},
    {"DT", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, type), NULL},
    {"LA", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, language), NULL},
    {"SN", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, issn), NULL},
    {"EI", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, issn), NULL},
    {"BN", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, issn), NULL},
    {"PT", rhumb_take_nothing, 0, NULL},
};

static const RhumbDialect dialect = {columns, G_N_ELEMENTS (columns), FALSE, NULL, NULL};

static gboolean
read_wos_tab (RhumbInput *input, RhumbCorpusBuilder *builder, GError **error)
{
    return rhumb_table_read (input, builder, &dialect, error);
}

static guint
sniff (const char *head, gsize length)
{
    static const char *const names_0[] = {"PT", "AU", "TI", "SO", NULL};
    static const char *const names_1[] = {"AU", "TI", "PY", "UT", NULL};
    if (rhumb_table_has_columns (head, length, names_0))
        return 93;
    if (rhumb_table_has_columns (head, length, names_1))
        return 93;
    return 0;
}

static const char *const suffixes[] = {NULL};

const RhumbFormat rhumb_format_wos_tab = {
    .name = "wos-tab",
    .suffixes = suffixes,
    .summary = "Web of Science, tab-delimited or as CSV",
    .sniff = sniff,
    .read = read_wos_tab,
    .abstracts_hint = "export with 'Full Record'",
    .references_hint = "export with 'Full Record and Cited References'",
};
