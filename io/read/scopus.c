/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Scopus, CSV.
 *
 * Names and references come in an old and a new shape, told apart by what the cell holds. The
 * references have no DOIs; they are matched by author, year and title. What is selected in the
 * export decides which columns there are: the default leaves abstract, keywords and references
 * out.
 * Source: files of 2014 to 2026. Cost: linear.
 */
#include "io/formats.h"

#include <string.h>

#include "io/read/table.h"

/* "Reid, Monique (34873313300); Du Plessis, Sean (…)": the name, and the id in the parentheses. */
static gboolean
take_full_names (RhumbTable *table, char *cell, const RhumbColumn *column G_GNUC_UNUSED)
{
    RhumbRecord *record = table->record;
    for (char *name = rhumb_table_next_item (&cell, ";"); name != NULL;
         name = rhumb_table_next_item (&cell, ";")) {
        char *open = strrchr (name, '(');
        const gsize n_digits = open != NULL ? strspn (open + 1, "0123456789") : 0;
        const gboolean has_id = n_digits > 0 && g_str_equal (open + 1 + n_digits, ")");
        const char *id = NULL;
        if (has_id) {
            open[1 + n_digits] = '\0';
            id = rhumb_table_keep (table, "scopus:", open + 1);
            *open = '\0';
            g_strchomp (name);
        }
        g_ptr_array_add (record->author_names, name);
        g_ptr_array_add (record->author_ids, (gpointer)id);
    }
    return TRUE;
}

/* "Reid M.; Du Plessis S.", before 2020 "Reid M., Du Plessis S.": a comma behind initials. */
static gboolean
take_names (RhumbTable *table, char *cell, const RhumbColumn *column G_GNUC_UNUSED)
{
    GPtrArray *names = table->record->author_names;
    if (names->len > 0)
        return FALSE;
    if (strchr (cell, ';') == NULL) {
        for (char *comma = strstr (cell, "., "); comma != NULL; comma = strstr (comma, "., "))
            *++comma = ';';
    }
    for (char *name = rhumb_table_next_item (&cell, ";"); name != NULL;
         name = rhumb_table_next_item (&cell, ";"))
        g_ptr_array_add (names, name);
    return TRUE;
}

/* Ids in the order of the authors; full names bring their own. */
static gboolean
take_author_ids (RhumbTable *table, char *cell, const RhumbColumn *column G_GNUC_UNUSED)
{
    if (table->record->author_ids->len > 0)
        return TRUE;
    for (char *id = rhumb_table_next_item (&cell, ";"); id != NULL;
         id = rhumb_table_next_item (&cell, ";"))
        g_ptr_array_add (table->record->author_ids,
                         (gpointer)rhumb_table_keep (table, "scopus:", id));
    return TRUE;
}

static gboolean
take_abstract (RhumbTable *table, char *cell, const RhumbColumn *column)
{
    if (g_str_equal (cell, "[No abstract available]"))
        return TRUE;
    return rhumb_take_text (table, cell, column);
}

static gboolean
is_year (const char *text)
{
    return text[0] == '(' && strspn (text + 1, "0123456789") == 4 && text[5] == ')';
}

/* Whether a reference ends here with its year, as all do since 2025. */
static gboolean
ends_with_year (const char *start, const char *end)
{
    while (end > start && (g_ascii_isspace (end[-1]) || end[-1] == '.'))
        end--;
    return end - start >= 6 && is_year (end - 6);
}

/* Where the reference that begins at @text ends: at a semicolon, which in the shape of 2025, where
 * semicolons part authors too, must stand behind a year. */
static char *
find_end (char *text, gboolean years_last)
{
    char *end = strchr (text, ';');
    while (years_last && end != NULL && !ends_with_year (text, end))
        end = strchr (end + 1, ';');
    return end != NULL ? end : text + strlen (text);
}

static gboolean
take_references (RhumbTable *table, char *cell, const RhumbColumn *column G_GNUC_UNUSED)
{
    const gboolean years_last = ends_with_year (cell, cell + strlen (cell));
    while (*cell != '\0') {
        char *end = find_end (cell, years_last);
        char *next = *end != '\0' ? end + 1 : end;
        *end = '\0';
        g_strstrip (cell);
        if (*cell != '\0')
            g_ptr_array_add (table->record->references, cell);
        cell = next;
    }
    return TRUE;
}

static const RhumbColumn columns[] = {
    {"Author full names", take_full_names, 0, NULL},
    {"Authors", take_names, 0, NULL},
    {"Author Names", take_names, 0, NULL},
    {"Author(s) ID", take_author_ids, 0, NULL},
    {"Title", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, title), NULL},
    {"Abstract", take_abstract, G_STRUCT_OFFSET (RhumbRecord, abstract), NULL},
    {"Year", rhumb_take_year, 0, NULL},
    {"Publication Year", rhumb_take_year, 0, NULL},
    {"Source title", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, venue), NULL},
    {"Abbreviated Source Title", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, venue_short), NULL},
    {"Volume", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, volume), NULL},
    {"Issue", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, issue), NULL},
    {"Page start", rhumb_take_first_page, 0, NULL},
    {"Page end", rhumb_take_last_page, 0, NULL},
    {"Art. No.", rhumb_take_first_page, 0, NULL},
    {"Cited by", rhumb_take_count, G_STRUCT_OFFSET (RhumbRecord, n_cited_reported), NULL},
    {"DOI", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, doi), NULL},
    {"Link", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, url), NULL},
    {"Author Keywords", rhumb_take_keywords, G_STRUCT_OFFSET (RhumbRecord, keywords), ";"},
    {"Index Keywords", rhumb_take_extra_list, 0, "index_keywords"},
    {"Indexed Keywords", rhumb_take_extra_list, 0, "index_keywords"},
    {"References", take_references, 0, NULL},
    {"ISSN", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, issn), NULL},
    {"ISBN", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, issn), NULL},
    {"PubMed ID", rhumb_take_id, 0, "pmid:"},
    {"Language of Original Document", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, language),
     NULL},
    {"Document Type", rhumb_take_text, G_STRUCT_OFFSET (RhumbRecord, type), NULL},
    {"Source", rhumb_take_nothing, 0, NULL},
    {"EID", rhumb_take_id, 0, "eid:"},
};

static const RhumbDialect dialect = {columns, G_N_ELEMENTS (columns), TRUE, NULL, NULL};

static gboolean
read_scopus (RhumbInput *input, RhumbCorpusBuilder *builder, GError **error)
{
    return rhumb_table_read (input, builder, &dialect, error);
}

static guint
sniff (const char *head, gsize length)
{
    static const char *const names_0[] = {"Authors", "Source title", "EID", NULL};
    static const char *const names_1[] = {"Author Names", "Source title", "EID", NULL};
    static const char *const names_2[] = {"Authors",  "Title", "Year", "Source title",
                                          "Cited by", "Link",  NULL};
    if (rhumb_table_has_columns (head, length, names_0))
        return 92;
    if (rhumb_table_has_columns (head, length, names_1))
        return 92;
    if (rhumb_table_has_columns (head, length, names_2))
        return 85;
    return 0;
}

static const char *const suffixes[] = {NULL};

const RhumbFormat rhumb_format_scopus = {
    .name = "scopus",
    .suffixes = suffixes,
    .summary = "Scopus, CSV",
    .sniff = sniff,
    .read = read_scopus,
    .abstracts_hint = "tick 'Abstract' and 'Author keywords' in the export",
    .references_hint = "tick 'Include references' in the export",
};
