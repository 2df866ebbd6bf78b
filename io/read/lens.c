/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The Lens, CSV of scholarly works. References are ids of the Lens; works that are not in the file
 * stay unknown. The CSV of patents looks alike, but has no works in it: it is refused.
 * Cost: linear.
 */
#include "io/formats.h"

#include <string.h>

#include "graph/error.h"
#include "io/read/table.h"

/* References are Lens ids. */
static gboolean
take_references (RhumbTable *table, char *cell, const RhumbColumn *column G_GNUC_UNUSED)
{
    for (char *id = rhumb_table_next_item (&cell, ";"); id != NULL;
         id = rhumb_table_next_item (&cell, ";"))
        g_ptr_array_add (table->record->references,
                         (gpointer)rhumb_table_keep (table, "lens:", id));
    return TRUE;
}

static const RhumbColumn columns[] = {
    {"Lens ID", rhumb_take_id, 0, "lens:"},
    {"Title", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, title), NULL},
    {"Abstract", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, abstract), NULL},
    {"Date Published", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, date), NULL},
    {"Publication Year", rhumb_take_year, 0, NULL},
    {"Publication Type", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, type), NULL},
    {"Source Title", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, venue), NULL},
    {"ISSNs", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, issn), NULL},
    {"Author/s", rhumb_take_list, G_STRUCT_OFFSET (RhumbRecord, author_names), ";"},
    {"Volume", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, volume), NULL},
    {"Issue Number", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, issue), NULL},
    {"Start Page", rhumb_take_first_page, 0, NULL},
    {"End Page", rhumb_take_last_page, 0, NULL},
    {"Fields of Study", rhumb_take_extra_list, 0, "fields_of_study"},
    {"Keywords", rhumb_take_keywords, G_STRUCT_OFFSET (RhumbRecord, keywords), ";"},
    {"MeSH Terms", rhumb_take_extra_list, 0, "mesh_terms"},
    {"External URL", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, url), NULL},
    {"PMID", rhumb_take_id, 0, "pmid:"},
    {"PMCID", rhumb_take_id, 0, "pmcid:"},
    {"Microsoft Academic ID", rhumb_take_id, 0, "mag:"},
    {"DOI", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, doi), NULL},
    {"References", take_references, 0, NULL},
    {"Citing Works Count", rhumb_take_count, G_STRUCT_OFFSET (RhumbRecord, n_cited_reported), NULL},
    {"Scholarly Citation Count", rhumb_take_count, G_STRUCT_OFFSET (RhumbRecord, n_cited_reported),
     NULL},
    {"Reference Count", rhumb_take_count, G_STRUCT_OFFSET (RhumbRecord, n_references_reported),
     NULL},
};

static const RhumbDialect dialect = {columns, G_N_ELEMENTS (columns), TRUE, NULL, NULL};

static gboolean
holds_patents (const char *head, gsize length)
{
    static const char *const names[] = {"Jurisdiction", "Kind", "Title", "Inventors", NULL};
    return rhumb_table_has_columns (head, length, names);
}

static gboolean
read_lens (RhumbInput *input, RhumbCorpusBuilder *builder, GError **error)
{
    gsize length = 0;
    const char *head = rhumb_input_get_head (input, &length);
    if (holds_patents (head, length)) {
        rhumb_input_set_error (input, error, RHUMB_ERROR_FORMAT, 1,
                               "its scholarly works: export those", "patents of the Lens");
        return FALSE;
    }
    return rhumb_table_read (input, builder, &dialect, error);
}

static guint
sniff (const char *head, gsize length)
{
    static const char *const names_0[] = {"Lens ID", "Title", "Author/s", "Publication Year", NULL};
    if (rhumb_table_has_columns (head, length, names_0) || holds_patents (head, length))
        return 93;
    return 0;
}

static const char *const suffixes[] = {NULL};

const RhumbFormat rhumb_format_lens = {
    .name = "lens",
    .suffixes = suffixes,
    .summary = "The Lens, CSV of scholarly works",
    .sniff = sniff,
    .read = read_lens,
    .abstracts_hint = "export with the field 'Abstract'",
    .references_hint = "export with the field 'References'",
};
