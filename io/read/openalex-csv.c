/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * OpenAlex, CSV.
 *
 * Two families of columns: the dotted paths of the API, and since 2026 plain names. Lists are
 * parted by bars. The plain family has no references and no types.
 * Source: https://docs.openalex.org/api-entities/works/work-object. Cost: linear.
 */
#include "io/formats.h"

#include <string.h>

#include "io/read/table.h"

/* Lists are parted by "|"; in the files of the web page by "; " where there is no bar. */
static const char *
choose_separator (const char *cell)
{
    return strchr (cell, '|') != NULL || strstr (cell, "; ") == NULL ? "|" : ";";
}

static gboolean
take_names (RhumbTable *table, char *cell, const RhumbColumn *column G_GNUC_UNUSED)
{
    const char *separator = choose_separator (cell);
    for (char *name = rhumb_table_next_item (&cell, separator); name != NULL;
         name = rhumb_table_next_item (&cell, separator))
        g_ptr_array_add (table->record->author_names, name);
    return TRUE;
}

/* Ids of people in the order of their names, with gaps where one has none. */
static gboolean
take_people_ids (RhumbTable *table, char *cell, const RhumbColumn *column)
{
    GPtrArray *list = *(GPtrArray **)(gpointer)((char *)table->record + column->offset);
    const char *separator = choose_separator (cell);
    g_auto (GStrv) ids = g_strsplit (cell, separator, -1);
    for (guint i = 0; ids[i] != NULL; i++) {
        const char *slash = strrchr (ids[i], '/');
        const char *id = g_strstrip (ids[i]) == NULL || *ids[i] == '\0' ? NULL
                         : slash != NULL                                ? slash + 1
                                                                        : ids[i];
        g_ptr_array_add (list, id != NULL ? (gpointer)rhumb_table_keep (table, column->argument, id)
                                          : NULL);
    }
    return TRUE;
}

static gboolean
take_works (RhumbTable *table, char *cell, const RhumbColumn *column G_GNUC_UNUSED)
{
    for (char *work = rhumb_table_next_item (&cell, "|"); work != NULL;
         work = rhumb_table_next_item (&cell, "|")) {
        const char *slash = strrchr (work, '/');
        g_ptr_array_add (table->record->references, (gpointer)(slash != NULL ? slash + 1 : work));
    }
    return TRUE;
}

static gboolean
take_list (RhumbTable *table, char *cell, const RhumbColumn *column)
{
    GPtrArray *list = *(GPtrArray **)(gpointer)((char *)table->record + column->offset);
    const char *separator = choose_separator (cell);
    for (char *item = rhumb_table_next_item (&cell, separator); item != NULL;
         item = rhumb_table_next_item (&cell, separator))
        g_ptr_array_add (list, item);
    return TRUE;
}

/* The institutions or countries of all authors, each once, under the name that those of the API's
 * JSON have. */
static gboolean
take_places (RhumbTable *table, char *cell, const RhumbColumn *column)
{
    g_autoptr (GPtrArray) places = g_ptr_array_new ();
    const char *separator = choose_separator (cell);
    for (char *place = rhumb_table_next_item (&cell, separator); place != NULL;
         place = rhumb_table_next_item (&cell, separator))
        if (!g_ptr_array_find_with_equal_func (places, place, g_str_equal, NULL))
            g_ptr_array_add (places, place);
    rhumb_extra_add_texts (table->extra, column->argument, (const char *const *)places->pdata,
                           places->len);
    return TRUE;
}

static const RhumbColumn columns[] = {
    {"id", rhumb_take_id, 0, "openalex:"},
    {"Work ID", rhumb_take_id, 0, "openalex:"},
    {"title", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, title), NULL},
    {"display_name", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, title), NULL},
    {"abstract", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, abstract), NULL},
    {"authorships.author.display_name", take_names, 0, NULL},
    {"Author", take_names, 0, NULL},
    {"Authors", take_names, 0, NULL},
    {"authorships.author.id", take_people_ids, G_STRUCT_OFFSET (RhumbRecord, author_ids),
     "openalex:"},
    {"Author IDs", take_people_ids, G_STRUCT_OFFSET (RhumbRecord, author_ids), "openalex:"},
    {"authorships.author.orcid", take_people_ids, G_STRUCT_OFFSET (RhumbRecord, author_orcids), ""},
    {"ORCID", take_people_ids, G_STRUCT_OFFSET (RhumbRecord, author_orcids), ""},
    {"authorships.institutions.display_name", take_places, 0, "institutions"},
    {"authorships.countries", take_places, 0, "countries"},
    {"publication_year", rhumb_take_year, 0, NULL},
    {"Year", rhumb_take_year, 0, NULL},
    {"publication_date", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, date), NULL},
    {"doi", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, doi), NULL},
    {"ids.pmid", rhumb_take_id, 0, "pmid:"},
    {"ids.pmcid", rhumb_take_id, 0, "pmcid:"},
    {"primary_location.source.display_name", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, venue),
     NULL},
    {"Source", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, venue), NULL},
    {"primary_location.source.issn_l", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, issn), NULL},
    {"biblio.volume", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, volume), NULL},
    {"biblio.issue", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, issue), NULL},
    {"biblio.first_page", rhumb_take_first_page, 0, NULL},
    {"biblio.last_page", rhumb_take_last_page, 0, NULL},
    {"type", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, type), NULL},
    {"language", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, language), NULL},
    {"cited_by_count", rhumb_take_count, G_STRUCT_OFFSET (RhumbRecord, n_cited_reported), NULL},
    {"Citation count", rhumb_take_count, G_STRUCT_OFFSET (RhumbRecord, n_cited_reported), NULL},
    {"referenced_works_count", rhumb_take_count,
     G_STRUCT_OFFSET (RhumbRecord, n_references_reported), NULL},
    {"Reference count", rhumb_take_count, G_STRUCT_OFFSET (RhumbRecord, n_references_reported),
     NULL},
    {"referenced_works", take_works, 0, NULL},
    {"keywords.display_name", take_list, G_STRUCT_OFFSET (RhumbRecord, keywords), NULL},
    {"Keywords", take_list, G_STRUCT_OFFSET (RhumbRecord, keywords), NULL},
    {"primary_location.landing_page_url", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, url),
     NULL},
};

static const RhumbDialect dialect = {columns, G_N_ELEMENTS (columns), TRUE, NULL, NULL};

static gboolean
read_openalex_csv (RhumbInput *input, RhumbCorpusBuilder *builder, GError **error)
{
    return rhumb_table_read (input, builder, &dialect, error);
}

static guint
sniff (const char *head, gsize length)
{
    static const char *const names_0[] = {"id", "display_name", "publication_year",
                                          "authorships.author.display_name", NULL};
    static const char *const names_1[] = {"id", "publication_year", "cited_by_count", NULL};
    static const char *const names_2[] = {"Work ID", "Title", "Author", "Year", NULL};
    if (rhumb_table_has_columns (head, length, names_0))
        return 94;
    if (rhumb_table_has_columns (head, length, names_1))
        return 80;
    if (rhumb_table_has_columns (head, length, names_2))
        return 93;
    return 0;
}

static const char *const suffixes[] = {NULL};

const RhumbFormat rhumb_format_openalex_csv = {
    .name = "openalex-csv",
    .suffixes = suffixes,
    .summary = "OpenAlex, CSV of the web page or of the API",
    .sniff = sniff,
    .read = read_openalex_csv,
    .references_hint = "the plain CSV has none; take JSON from the API",
};
