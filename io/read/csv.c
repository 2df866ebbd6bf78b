/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Any table of papers: rhumb's own, and those of other tools by the usual names of their columns.
 *
 * In rhumb's own table the items of a list are parted by semicolons; an item that holds a
 * semicolon or a quote stands in quotes with its quotes doubled, so that reading what was written
 * gives the same papers. A list in the shape of Python, "['a', 'b']", is understood.
 * Cost: linear.
 */
#include "io/formats.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "io/author-list.h"
#include "io/read/table.h"
#include "io/write/csv-network.h"
#include "io/write/csv.h"

/* Moves the item that begins at @from to its start, without its quotes. Returns what follows. */
static char *
cut_item (char *from, char **item)
{
    while (*from == ' ')
        from++;
    *item = from;
    if (*from != '"') {
        char *end = from + strcspn (from, ";");
        char *next = *end != '\0' ? end + 1 : NULL;
        *end = '\0';
        g_strchomp (*item);
        return next;
    }
    char *to = from;
    for (from++; *from != '\0'; from++) {
        if (*from == '"' && from[1] != '"') {
            from++;
            break;
        }
        from += *from == '"';
        *to++ = *from;
    }
    char *next = strchr (from, ';');
    *to = '\0';
    return next != NULL ? next + 1 : NULL;
}

/* "['a', 'b']" as a; b. */
static void
unwrap_python (char *cell)
{
    const gsize length = strlen (cell);
    if (length < 4 || cell[0] != '[' || cell[length - 1] != ']' || strchr ("'\"", cell[1]) == NULL)
        return;
    const char quote = cell[1];
    char *to = cell;
    for (const char *from = cell + 2; from < cell + length - 2;) {
        const gboolean parts =
            from[0] == quote && from[1] == ',' && from[2] == ' ' && from[3] == quote;
        *to++ = parts ? ';' : *from;
        from += parts ? 4 : 1;
    }
    *to = '\0';
}

/* Adds the items of a list; with @keep_empty a blank one is a gap, as among the ORCIDs of authors.
 */
static void
add_items (char *cell, GPtrArray *list, gboolean keep_empty)
{
    unwrap_python (cell);
    for (char *rest = cell; rest != NULL;) {
        char *item;
        rest = cut_item (rest, &item);
        if (*item != '\0')
            g_ptr_array_add (list, item);
        else if (keep_empty)
            g_ptr_array_add (list, NULL);
    }
}

#define MOST_ROWS 8 /* before the header */
#define SURE 60
#define LIKELY 50 /* more than an edge list */

static gboolean
take_items (RhumbTable *table, char *cell, const RhumbColumn *column)
{
    GPtrArray *list = *(GPtrArray **)(gpointer)((char *)table->record + column->offset);
    if (list->len > 0)
        return FALSE;
    const gboolean of_authors =
        list == table->record->author_orcids || list == table->record->author_ids;
    add_items (cell, list, of_authors);
    return TRUE;
}

/* Keywords are parted by commas where there is no semicolon, as in BibTeX. */
static gboolean
take_keywords (RhumbTable *table, char *cell, const RhumbColumn *column)
{
    if (table->record->keywords->len > 0)
        return FALSE;
    if (strpbrk (cell, ";\"[") == NULL)
        g_strdelimit (cell, ",", ';');
    return take_items (table, cell, column);
}

static gboolean
take_authors (RhumbTable *table, char *cell, const RhumbColumn *column)
{
    if (strpbrk (cell, ";\"[") == NULL)
        rhumb_author_list_part (cell);
    return take_items (table, cell, column);
}

static gboolean
take_id (RhumbTable *table, char *cell, const RhumbColumn *column G_GNUC_UNUSED)
{
    if (table->record->id != NULL)
        return FALSE;
    table->record->id = cell;
    return TRUE;
}

/* The fields beyond the schema, as rhumb writes them: one JSON object. */
static gboolean
take_extra (RhumbTable *table, char *cell, const RhumbColumn *column G_GNUC_UNUSED)
{
    json_t *object = json_loads (cell, JSON_ALLOW_NUL, NULL);
    if (!json_is_object (object)) {
        json_decref (object);
        return FALSE;
    }
    const char *name;
    json_t *value;
    json_object_foreach (object, name, value)
    {
        char *text = json_dumps (value, JSON_ENCODE_ANY | JSON_COMPACT);
        if (text != NULL)
            rhumb_extra_add_json (table->extra, name, text, strlen (text));
        free (text);
    }
    json_decref (object);
    return TRUE;
}

#define MEMBER(name) G_STRUCT_OFFSET (RhumbRecord, name)

/* Names as they are folded: in small letters, without accents, dashes and underscores. */
static const RhumbColumn columns[] = {
    {"id", take_id, 0, NULL},
    {"paper_id", take_id, 0, NULL},
    {"title", rhumb_take_text, MEMBER (title), NULL},
    {"document title", rhumb_take_text, MEMBER (title), NULL},
    {"article title", rhumb_take_text, MEMBER (title), NULL},
    {"primary_title", rhumb_take_text, MEMBER (title), NULL},
    {"paper title", rhumb_take_text, MEMBER (title), NULL},
    {"item title", rhumb_take_text, MEMBER (title), NULL},
    {"titre", rhumb_take_text, MEMBER (title), NULL},
    {"titel", rhumb_take_text, MEMBER (title), NULL},
    {"titulo", rhumb_take_text, MEMBER (title), NULL},
    {"titolo", rhumb_take_text, MEMBER (title), NULL},
    {"abstract", rhumb_take_text, MEMBER (abstract), NULL},
    {"abstract note", rhumb_take_text, MEMBER (abstract), NULL},
    {"notes_abstract", rhumb_take_text, MEMBER (abstract), NULL},
    {"resume", rhumb_take_text, MEMBER (abstract), NULL},
    {"zusammenfassung", rhumb_take_text, MEMBER (abstract), NULL},
    {"resumen", rhumb_take_text, MEMBER (abstract), NULL},
    {"resumo", rhumb_take_text, MEMBER (abstract), NULL},
    {"riassunto", rhumb_take_text, MEMBER (abstract), NULL},
    {"year", rhumb_take_year, 0, NULL},
    {"publication year", rhumb_take_year, 0, NULL},
    {"pubyear", rhumb_take_year, 0, NULL},
    {"published year", rhumb_take_year, 0, NULL},
    {"year of publication", rhumb_take_year, 0, NULL},
    {"annee", rhumb_take_year, 0, NULL},
    {"annee de publication", rhumb_take_year, 0, NULL},
    {"jahr", rhumb_take_year, 0, NULL},
    {"erscheinungsjahr", rhumb_take_year, 0, NULL},
    {"publikationsjahr", rhumb_take_year, 0, NULL},
    {"ano", rhumb_take_year, 0, NULL},
    {"ano de publicacion", rhumb_take_year, 0, NULL},
    {"ano de publicacao", rhumb_take_year, 0, NULL},
    {"anno", rhumb_take_year, 0, NULL},
    {"date", rhumb_take_year, 0, NULL},
    {"publication date", rhumb_take_year, 0, NULL},
    {"date de publication", rhumb_take_year, 0, NULL},
    {"venue", rhumb_take_text, MEMBER (venue), NULL},
    {"journal", rhumb_take_text, MEMBER (venue), NULL},
    {"source title", rhumb_take_text, MEMBER (venue), NULL},
    {"publication title", rhumb_take_text, MEMBER (venue), NULL},
    {"journal_name", rhumb_take_text, MEMBER (venue), NULL},
    {"journal title", rhumb_take_text, MEMBER (venue), NULL},
    {"revue", rhumb_take_text, MEMBER (venue), NULL},
    {"zeitschrift", rhumb_take_text, MEMBER (venue), NULL},
    {"revista", rhumb_take_text, MEMBER (venue), NULL},
    {"rivista", rhumb_take_text, MEMBER (venue), NULL},
    {"venue_short", rhumb_take_text, MEMBER (venue_short), NULL},
    {"volume", rhumb_take_text, MEMBER (volume), NULL},
    {"journal volume", rhumb_take_text, MEMBER (volume), NULL},
    {"band", rhumb_take_text, MEMBER (volume), NULL},
    {"volumen", rhumb_take_text, MEMBER (volume), NULL},
    {"issue", rhumb_take_text, MEMBER (issue), NULL},
    {"journal issue", rhumb_take_text, MEMBER (issue), NULL},
    {"numero", rhumb_take_text, MEMBER (issue), NULL},
    {"heft", rhumb_take_text, MEMBER (issue), NULL},
    {"pages", rhumb_take_text, MEMBER (pages), NULL},
    {"seiten", rhumb_take_text, MEMBER (pages), NULL},
    {"paginas", rhumb_take_text, MEMBER (pages), NULL},
    {"start_page", rhumb_take_first_page, 0, NULL},
    {"startpage", rhumb_take_first_page, 0, NULL},
    {"endpage", rhumb_take_last_page, 0, NULL},
    {"end_page", rhumb_take_last_page, 0, NULL},
    {"issn", rhumb_take_text, MEMBER (issn), NULL},
    {"type", rhumb_take_text, MEMBER (type), NULL},
    {"item type", rhumb_take_text, MEMBER (type), NULL},
    {"content type", rhumb_take_text, MEMBER (type), NULL},
    {"type_of_reference", rhumb_take_text, MEMBER (type), NULL},
    {"document type", rhumb_take_text, MEMBER (type), NULL},
    {"type de document", rhumb_take_text, MEMBER (type), NULL},
    {"dokumenttyp", rhumb_take_text, MEMBER (type), NULL},
    {"tipo de documento", rhumb_take_text, MEMBER (type), NULL},
    {"language", rhumb_take_text, MEMBER (language), NULL},
    {"langue", rhumb_take_text, MEMBER (language), NULL},
    {"sprache", rhumb_take_text, MEMBER (language), NULL},
    {"idioma", rhumb_take_text, MEMBER (language), NULL},
    {"lingua", rhumb_take_text, MEMBER (language), NULL},
    {"doi", rhumb_take_text, MEMBER (doi), NULL},
    {"item doi", rhumb_take_text, MEMBER (doi), NULL},
    {"url", rhumb_take_text, MEMBER (url), NULL},
    {"link", rhumb_take_text, MEMBER (url), NULL},
    {"ids", take_items, MEMBER (ids), NULL},
    {"pmid", rhumb_take_id, 0, "pmid:"},
    {"authors", take_authors, MEMBER (author_names), NULL},
    {"author", take_authors, MEMBER (author_names), NULL},
    {"author(s)", take_authors, MEMBER (author_names), NULL},
    {"first_authors", take_authors, MEMBER (author_names), NULL},
    {"auteurs", take_authors, MEMBER (author_names), NULL},
    {"auteur", take_authors, MEMBER (author_names), NULL},
    {"autoren", take_authors, MEMBER (author_names), NULL},
    {"autor", take_authors, MEMBER (author_names), NULL},
    {"autores", take_authors, MEMBER (author_names), NULL},
    {"autori", take_authors, MEMBER (author_names), NULL},
    {"autore", take_authors, MEMBER (author_names), NULL},
    {"orcids", take_items, MEMBER (author_orcids), NULL},
    {"author_ids", take_items, MEMBER (author_ids), NULL},
    {"keywords", take_keywords, MEMBER (keywords), NULL},
    {"author keywords", take_keywords, MEMBER (keywords), NULL},
    {"manual tags", take_keywords, MEMBER (keywords), NULL},
    {"mots-cles", take_keywords, MEMBER (keywords), NULL},
    {"schlagworter", take_keywords, MEMBER (keywords), NULL},
    {"schlusselworter", take_keywords, MEMBER (keywords), NULL},
    {"palabras clave", take_keywords, MEMBER (keywords), NULL},
    {"palavras-chave", take_keywords, MEMBER (keywords), NULL},
    {"parole chiave", take_keywords, MEMBER (keywords), NULL},
    {"references", take_items, MEMBER (references), NULL},
    {"cited_by", rhumb_take_count, MEMBER (n_cited_reported), NULL},
    {"cited by", rhumb_take_count, MEMBER (n_cited_reported), NULL},
    {"times cited", rhumb_take_count, MEMBER (n_cited_reported), NULL},
    {"cites", rhumb_take_count, MEMBER (n_cited_reported), NULL},
    {"citations", rhumb_take_count, MEMBER (n_cited_reported), NULL},
    {"reference_count", rhumb_take_count, MEMBER (n_references_reported), NULL},
    {"extra", take_extra, 0, NULL},
};

static const RhumbDialect dialect = {.columns = columns,
                                     .n_columns = G_N_ELEMENTS (columns),
                                     .has_quotes = TRUE,
                                     .folds_names = TRUE};

static gboolean
read_csv (RhumbInput *input, RhumbCorpusBuilder *builder, GError **error)
{
    return rhumb_table_read (input, builder, &dialect, error);
}

static gboolean
names_doi (const char *line)
{
    static const char *const names[] = {"doi", NULL};
    return rhumb_table_has_columns (line, strlen (line), names);
}

/* A header with a title, surer with one more name that papers have; or with a DOI and such a name,
 * since a DOI names a paper too. Tables of databases are surer of themselves. */
static guint
sniff (const char *head, gsize length)
{
    guint best = 0;
    for (gsize start = 0, row = 0; row < MOST_ROWS && start < length && best < SURE; row++) {
        const char *end = memchr (head + start, '\n', length - start);
        const gsize next = end != NULL ? (gsize)(end - head) : length;
        g_autofree char *line = g_strndup (head + start, next - start);
        guint n_known = 0;
        const gboolean has_title = rhumb_table_knows_columns (line, &dialect, &n_known);
        const gboolean has_doi = !has_title && n_known > 1 && names_doi (line);
        /* A title alone is a name of a column in the first line only. */
        const gboolean alone = has_title && row == 0 && next < length;
        best = (has_title || has_doi) && n_known > 1 ? SURE : alone ? MAX (best, LIKELY) : best;
        start = next + 1;
    }
    return best;
}

static const char *const suffixes[] = {"csv", NULL};

const RhumbFormat rhumb_format_csv = {
    .name = "csv",
    .suffixes = suffixes,
    .summary = "table of papers with a header, comma, semicolon or tab",
    .sniff = sniff,
    .read = read_csv,
    .write_corpus = rhumb_csv_write_corpus,
    .network_parts = rhumb_csv_network_parts,
    .references_hint = "add a column 'references' with ids parted by semicolons",
};
