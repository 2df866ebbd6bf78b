/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Web of Science in a table: tab-delimited, or exported to Excel and saved as CSV.
 *
 * The columns have the tags of the plain text, in Excel's export names in words; every list is
 * parted by semicolons, with a blank behind them where a DOI may hold one ("CO;2-9"). In the
 * tab-delimited file quotes are text. Columns without a name occur at the end. The table in which
 * bibliometrix keeps papers has the same tags, lists without blanks, and ids of Scopus too.
 * Cost: linear.
 */
#include "io/formats.h"

#include <string.h>

#include "io/read/table.h"
#include "io/read/wos-orcids.h"

/* The count of the core collection goes before that of all databases, which stays in the extra. */
static gboolean
take_cited (RhumbTable *table, char *cell, const RhumbColumn *column)
{
    return table->record->n_cited_reported < 0 && rhumb_take_count (table, cell, column);
}

/* "Lee, Ann/0000-…; …"; the authors are there already. */
static gboolean
take_orcids (RhumbTable *table, char *cell, const RhumbColumn *column G_GNUC_UNUSED)
{
    g_autoptr (GPtrArray) pairs = g_ptr_array_new ();
    for (char *item = rhumb_table_next_item (&cell, ";"); item != NULL;
         item = rhumb_table_next_item (&cell, ";"))
        g_ptr_array_add (pairs, item);
    rhumb_wos_take_orcids (pairs, table->record, table->extra);
    return TRUE;
}

/* Whether a semicolon stands inside a DOI: "10.1002/…3.0.CO;2-9". */
static gboolean
is_of_doi (const char *cell, const char *semicolon)
{
    return semicolon - cell >= 3 && g_ascii_strncasecmp (semicolon - 3, ".CO", 3) == 0 &&
           g_ascii_isdigit (semicolon[1]);
}

/* Items are parted by semicolons with a blank, or by any but those of DOIs if none has one. */
static gboolean
take_references (RhumbTable *table, char *cell, const RhumbColumn *column)
{
    const RhumbColumn lines = {column->name, column->take, column->offset, "\n"};
    if (strstr (cell, "; ") != NULL)
        return rhumb_take_list (table, cell, column);
    for (char *at = strchr (cell, ';'); at != NULL; at = strchr (at + 1, ';'))
        if (!is_of_doi (cell, at))
            *at = '\n';
    return rhumb_take_list (table, cell, &lines);
}

static gboolean
take_id (RhumbTable *table, char *cell, const RhumbColumn *column)
{
    const RhumbColumn scopus = {column->name, column->take, column->offset, "eid:"};
    return rhumb_take_id (table, cell, g_str_has_prefix (cell, "2-s2.0-") ? &scopus : column);
}

/* What has no place of its own is kept under its tag, whatever the table calls it. */
static gboolean
take_extra (RhumbTable *table, char *cell, const RhumbColumn *column)
{
    rhumb_extra_add_text (table->extra, column->argument, cell);
    return TRUE;
}

#define MEMBER(name) G_STRUCT_OFFSET (RhumbRecord, name)

static const RhumbColumn columns[] = {
    {"AF", rhumb_take_list, MEMBER (author_names), ";"},
    {"Author Full Names", rhumb_take_list, MEMBER (author_names), ";"},
    {"AU", rhumb_take_list, MEMBER (author_names), ";"},
    {"Authors", rhumb_take_list, MEMBER (author_names), ";"},
    {"OI", take_orcids, 0, NULL},
    {"ORCIDs", take_orcids, 0, NULL},
    {"TI", rhumb_take_text, MEMBER (title), NULL},
    {"Article Title", rhumb_take_text, MEMBER (title), NULL},
    {"AB", rhumb_take_text, MEMBER (abstract), NULL},
    {"Abstract", rhumb_take_text, MEMBER (abstract), NULL},
    {"PY", rhumb_take_year, 0, NULL},
    {"Publication Year", rhumb_take_year, 0, NULL},
    {"EA", rhumb_take_year, 0, NULL},
    {"Early Access Date", rhumb_take_year, 0, NULL},
    {"SO", rhumb_take_text, MEMBER (venue), NULL},
    {"Source Title", rhumb_take_text, MEMBER (venue), NULL},
    {"J9", rhumb_take_text, MEMBER (venue_short), NULL},
    {"Journal Abbreviation", rhumb_take_text, MEMBER (venue_short), NULL},
    {"JI", rhumb_take_text, MEMBER (venue_short), NULL},
    {"Journal ISO Abbreviation", rhumb_take_text, MEMBER (venue_short), NULL},
    {"VL", rhumb_take_text, MEMBER (volume), NULL},
    {"Volume", rhumb_take_text, MEMBER (volume), NULL},
    {"IS", rhumb_take_text, MEMBER (issue), NULL},
    {"Issue", rhumb_take_text, MEMBER (issue), NULL},
    {"BP", rhumb_take_first_page, 0, NULL},
    {"Start Page", rhumb_take_first_page, 0, NULL},
    {"EP", rhumb_take_last_page, 0, NULL},
    {"End Page", rhumb_take_last_page, 0, NULL},
    {"AR", rhumb_take_first_page, 0, NULL},
    {"Article Number", rhumb_take_first_page, 0, NULL},
    {"DI", rhumb_take_text, MEMBER (doi), NULL},
    {"DOI", rhumb_take_text, MEMBER (doi), NULL},
    {"DOI Link", rhumb_take_nothing, 0, NULL},
    {"PM", rhumb_take_id, 0, "pmid:"},
    {"Pubmed Id", rhumb_take_id, 0, "pmid:"},
    {"UT", take_id, 0, "wos:"},
    {"UT (Unique WOS ID)", rhumb_take_id, 0, "wos:"},
    {"UT (Unique ID)", rhumb_take_id, 0, "wos:"},
    {"DE", rhumb_take_keywords, MEMBER (keywords), ";"},
    {"Author Keywords", rhumb_take_keywords, MEMBER (keywords), ";"},
    {"ID", rhumb_take_extra_list, 0, "keywords_plus"},
    {"Keywords Plus", rhumb_take_extra_list, 0, "keywords_plus"},
    {"CR", take_references, MEMBER (references), "; "},
    {"Cited References", take_references, MEMBER (references), "; "},
    {"NR", rhumb_take_count, MEMBER (n_references_reported), NULL},
    {"Cited Reference Count", rhumb_take_count, MEMBER (n_references_reported), NULL},
    {"TC", take_cited, MEMBER (n_cited_reported), NULL},
    {"Times Cited, WoS Core", take_cited, MEMBER (n_cited_reported), NULL},
    {"Z9", take_cited, MEMBER (n_cited_reported), NULL},
    {"Times Cited, All Databases", take_cited, MEMBER (n_cited_reported), NULL},
    {"DT", rhumb_take_text, MEMBER (type), NULL},
    {"Document Type", rhumb_take_text, MEMBER (type), NULL},
    {"LA", rhumb_take_text, MEMBER (language), NULL},
    {"Language", rhumb_take_text, MEMBER (language), NULL},
    {"SN", rhumb_take_text, MEMBER (issn), NULL},
    {"ISSN", rhumb_take_text, MEMBER (issn), NULL},
    {"EI", rhumb_take_text, MEMBER (issn), NULL},
    {"eISSN", rhumb_take_text, MEMBER (issn), NULL},
    {"BN", rhumb_take_text, MEMBER (issn), NULL},
    {"ISBN", rhumb_take_text, MEMBER (issn), NULL},
    {"Addresses", take_extra, 0, "C1"},
    {"Affiliations", take_extra, 0, "C3"},
    {"Reprint Addresses", take_extra, 0, "RP"},
    {"Email Addresses", take_extra, 0, "EM"},
    {"Researcher Ids", take_extra, 0, "RI"},
    {"Funding Orgs", take_extra, 0, "FU"},
    {"Funding Text", take_extra, 0, "FX"},
    {"WoS Categories", take_extra, 0, "WC"},
    {"Research Areas", take_extra, 0, "SC"},
    {"Publisher", take_extra, 0, "PU"},
    {"PT", rhumb_take_nothing, 0, NULL},
    {"Publication Type", rhumb_take_nothing, 0, NULL},
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
    static const char *const names_2[] = {"Article Title", "UT (Unique WOS ID)", NULL};
    static const char *const names_3[] = {"Article Title", "Source Title", "Author Full Names",
                                          NULL};
    static const char *const *const names[] = {names_0, names_1, names_2, names_3};
    for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
        if (rhumb_table_has_columns (head, length, names[i]))
            return 93;
    return 0;
}

static const char *const suffixes[] = {NULL};

const RhumbFormat rhumb_format_wos_tab = {
    .name = "wos-tab",
    .suffixes = suffixes,
    .summary = "Web of Science, tab-delimited, or Excel saved as CSV",
    .sniff = sniff,
    .read = read_wos_tab,
    .abstracts_hint = "export with 'Full Record'",
    .references_hint = "export with 'Full Record and Cited References'",
};
