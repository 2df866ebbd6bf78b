/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Vocabularies as tables, three kinds told by their first line:
 *
 *   - our own: columns id, label, alt and broader in any order, by these or kindred names; several
 *     values of a cell are parted by |; broader holds ids or labels;
 *   - the triples of the Computer Science Ontology, "<subject>","<predicate>","<object>" without a
 *     header;
 *   - the topics of OpenAlex, one a row with its keywords, subfield, field and domain.
 *
 * Cost: linear; memory for all names.
 */
#include "io/vocabulary/readers.h"

#include <string.h>

#include "graph/error.h"
#include "io/scan/csv.h"
#include "io/vocabulary/statements.h"

#define N_LEVELS 4 /* of OpenAlex: topic, subfield, field, domain */

/* Names of a column, the usual one first. */
typedef const char *const Names[6];

static Names id_names = {"id", "uri", "iri", "concept", "code"};
static Names label_names = {"label", "preflabel", "preferred label", "name", "term"};
static Names alternative_names = {"alt", "altlabel", "alternatives", "synonyms", "alternative"};
static Names broader_names = {"broader", "parent", "parents", "broader term"};
static Names topic_names[N_LEVELS] = {{"topic_name", "display_name"},
                                      {"subfield_name", "subfield"},
                                      {"field_name", "field"},
                                      {"domain_name", "domain"}};
static Names topic_ids[N_LEVELS] = {
    {"topic_id", "id"}, {"subfield_id"}, {"field_id"}, {"domain_id"}};
static Names keyword_names = {"keywords"};

static int
find_column (const RhumbCsv *csv, Names names)
{
    for (gsize i = 0; names[i] != NULL; i++)
        for (guint c = 0; c < rhumb_csv_get_n_cells (csv); c++) {
            g_autofree char *cell = g_ascii_strdown (rhumb_csv_get_cell (csv, c), -1);
            if (strcmp (g_strstrip (cell), names[i]) == 0)
                return (int)c;
        }
    return -1;
}

/* A cell without spaces around it, NULL if it is empty or there is none. */
static const char *
get_cell (const RhumbCsv *csv, int column)
{
    if (column < 0 || (guint)column >= rhumb_csv_get_n_cells (csv))
        return NULL;
    const char *text = g_strstrip (rhumb_csv_get_cell (csv, (guint)column));
    return *text != '\0' ? text : NULL;
}

/* Hands over what stopped a table, if anything did. */
static gboolean
pass_error (const GError *failed, GError **error)
{
    if (failed != NULL)
        g_propagate_error (error, g_error_copy (failed));
    return failed == NULL;
}

static gboolean
is_triple (const RhumbCsv *csv)
{
    const char *predicate = rhumb_csv_get_n_cells (csv) == 3 ? rhumb_csv_get_cell (csv, 1) : "";
    return strchr (predicate, '#') != NULL || strncmp (predicate, "cso:", 4) == 0 ||
           strncmp (predicate, "klink:", 6) == 0;
}

/* Takes brackets, quotes, a language and the stop of N-Triples off a cell of the CSO. */
static char *
strip_term (const char *cell, gboolean *is_text)
{
    g_autofree char *term = g_strdup (cell);
    g_strstrip (term);
    if (g_str_has_suffix (term, " ."))
        term[strlen (term) - 2] = '\0';
    const gsize n = strlen (term);
    char *at = strrchr (term, '@');
    *is_text = *term == '"' || at != NULL;
    if (*term == '<' && n > 1 && term[n - 1] == '>')
        return g_strndup (term + 1, n - 2);
    if (at != NULL)
        *at = '\0';
    if (*term == '"' && strlen (term) > 1)
        return g_strndup (term + 1, strlen (term) - 2);
    return g_steal_pointer (&term);
}

/* "https://cso.kmi.open.ac.uk/topics/neural_networks" is called "neural networks". */
static void
name_by_id (RhumbVocabularyBuilder *builder, const char *id)
{
    const char *slash = strrchr (id, '/');
    g_autofree char *name = g_uri_unescape_string (slash != NULL ? slash + 1 : id, NULL);
    if (name != NULL)
        rhumb_vocabulary_builder_add_alternative (builder, id, g_strdelimit (name, "_", ' '));
}

static void
take_triple (const RhumbCsv *csv, RhumbVocabularyBuilder *builder)
{
    gboolean is_text = FALSE;
    g_autofree char *subject = strip_term (rhumb_csv_get_cell (csv, 0), &is_text);
    g_autofree char *predicate = strip_term (rhumb_csv_get_cell (csv, 1), &is_text);
    g_autofree char *object = strip_term (rhumb_csv_get_cell (csv, 2), &is_text);
    if (g_str_has_suffix (predicate, "label"))
        is_text = TRUE;
    g_strdelimit (predicate, ":", '/');
    const RhumbStatement statement = {subject, predicate, object, is_text, NULL};
    rhumb_vocabulary_take_statement (builder, &statement);
    if (!is_text && g_str_has_suffix (predicate, "superTopicOf")) {
        name_by_id (builder, subject);
        name_by_id (builder, object);
    }
}

static gboolean
read_triples (RhumbCsv *csv, RhumbInput *input, RhumbVocabularyBuilder *builder, GError **error)
{
    g_autoptr (GError) failed = NULL;
    do {
        if (rhumb_csv_get_n_cells (csv) != 3) {
            rhumb_input_set_error (input, error, RHUMB_ERROR_FORMAT, rhumb_csv_get_line (csv),
                                   "3: subject, predicate, object", "%u cells",
                                   rhumb_csv_get_n_cells (csv));
            return FALSE;
        }
        take_triple (csv, builder);
    } while (rhumb_csv_read (csv, &failed));
    return pass_error (failed, error);
}

/* The id of a level of OpenAlex; where the file has none, its name with the level before it, for a
 * field and a domain may share a name. */
static char *
get_level_id (const RhumbCsv *csv, int id_column, const char *name, guint level)
{
    static const char *const levels[N_LEVELS] = {"topic", "subfield", "field", "domain"};
    const char *id = get_cell (csv, id_column);
    if (id == NULL)
        return g_strdup_printf ("%s:%s", levels[level], name);
    const gboolean is_bare = level > 0 && g_ascii_isdigit (*id);
    return is_bare ? g_strdup_printf ("%s:%s", levels[level], id) : g_strdup (id);
}

static void
take_list (RhumbVocabularyBuilder *builder, const char *id, const char *cell, const char *between)
{
    g_auto (GStrv) parts = g_strsplit_set (cell != NULL ? cell : "", between, -1);
    for (guint i = 0; parts[i] != NULL; i++)
        if (*g_strstrip (parts[i]) != '\0')
            rhumb_vocabulary_builder_add_alternative (builder, id, parts[i]);
}

static gboolean
read_topics (RhumbCsv *csv, RhumbVocabularyBuilder *builder, GError **error)
{
    int name_column[N_LEVELS];
    int id_column[N_LEVELS];
    for (guint l = 0; l < N_LEVELS; l++) {
        name_column[l] = find_column (csv, topic_names[l]);
        id_column[l] = find_column (csv, topic_ids[l]);
    }
    const int keywords = find_column (csv, keyword_names);
    g_autoptr (GError) failed = NULL;
    while (rhumb_csv_read (csv, &failed)) {
        g_autofree char *below = NULL;
        for (guint l = 0; l < N_LEVELS; l++) {
            const char *name = get_cell (csv, name_column[l]);
            if (name == NULL)
                continue;
            char *id = get_level_id (csv, id_column[l], name, l);
            rhumb_vocabulary_builder_set_label (builder, id, name, TRUE);
            if (below != NULL)
                rhumb_vocabulary_builder_add_broader (builder, below, id);
            else
                take_list (builder, id, get_cell (csv, keywords), ";|");
            g_free (below);
            below = id;
        }
    }
    return pass_error (failed, error);
}

/* A row said that something is broader, by id or by label; which, is known at the end. */
typedef struct {
    char *id;
    char *broader;
} Above;

static void
clear_above (gpointer data)
{
    g_free (((Above *)data)->id);
    g_free (((Above *)data)->broader);
}

/* The ids of a table, also found by label: the first of several. */
typedef struct {
    RhumbVocabularyBuilder *builder;
    GHashTable *ids;
    GHashTable *id_of_label;
    GArray *above; /* of Above */
    int id_column;
    int label_column;
    int alternative_column;
    int broader_column;
} Rows;

static void
take_row (const Rows *rows, const RhumbCsv *csv, const char *label)
{
    const char *id = get_cell (csv, rows->id_column);
    id = id != NULL ? id : label;
    rhumb_vocabulary_builder_set_label (rows->builder, id, label, TRUE);
    g_hash_table_add (rows->ids, g_strdup (id));
    if (!g_hash_table_contains (rows->id_of_label, label))
        g_hash_table_insert (rows->id_of_label, g_strdup (label), g_strdup (id));
    take_list (rows->builder, id, get_cell (csv, rows->alternative_column), "|");
    const char *broader = get_cell (csv, rows->broader_column);
    g_auto (GStrv) parts = g_strsplit (broader != NULL ? broader : "", "|", -1);
    for (guint i = 0; parts[i] != NULL; i++) {
        if (*g_strstrip (parts[i]) == '\0')
            continue;
        const Above above = {g_strdup (id), g_strdup (parts[i])};
        g_array_append_val (rows->above, above);
    }
}

static void
link_rows (const Rows *rows)
{
    for (guint i = 0; i < rows->above->len; i++) {
        const Above *above = &g_array_index (rows->above, Above, i);
        const char *id = g_hash_table_contains (rows->ids, above->broader)
                             ? above->broader
                             : g_hash_table_lookup (rows->id_of_label, above->broader);
        if (id != NULL)
            rhumb_vocabulary_builder_add_broader (rows->builder, above->id, id);
    }
}

static gboolean
read_rows (RhumbCsv *csv, RhumbInput *input, RhumbVocabularyBuilder *builder, GError **error)
{
    g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr (GHashTable) id_of_label =
        g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr (GArray) above = g_array_new (FALSE, FALSE, sizeof (Above));
    g_array_set_clear_func (above, clear_above);
    const Rows rows = {builder,
                       ids,
                       id_of_label,
                       above,
                       find_column (csv, id_names),
                       find_column (csv, label_names),
                       find_column (csv, alternative_names),
                       find_column (csv, broader_names)};
    g_autoptr (GError) failed = NULL;
    while (rhumb_csv_read (csv, &failed)) {
        const char *label = get_cell (csv, rows.label_column);
        if (label == NULL) {
            g_autofree char *expected = g_strdup_printf ("one in column %d", rows.label_column + 1);
            rhumb_input_set_error (input, error, RHUMB_ERROR_FORMAT, rhumb_csv_get_line (csv),
                                   expected, "a row without a label");
            return FALSE;
        }
        take_row (&rows, csv, label);
    }
    link_rows (&rows);
    return pass_error (failed, error);
}

/* What the first line says: 'r' our own rows, 't' triples, 'o' topics of OpenAlex, 0 nothing. */
static char
tell_kind (const RhumbCsv *csv)
{
    if (is_triple (csv))
        return 't';
    if (find_column (csv, topic_names[0]) >= 0 && find_column (csv, topic_names[1]) >= 0)
        return 'o';
    return find_column (csv, label_names) >= 0 ? 'r' : '\0';
}

static guint
sniff_table (const char *head, gsize length)
{
    const char *end = memchr (head, '\n', length);
    const gsize n = end != NULL ? (gsize)(end - head) + 1 : length;
    g_autoptr (RhumbInput) input = rhumb_input_new_for_memory ("", head, n, NULL);
    if (input == NULL)
        return 0;
    g_autoptr (RhumbCsv) csv = rhumb_csv_open (input);
    if (!rhumb_csv_read (csv, NULL))
        return 0;
    return tell_kind (csv) != '\0' ? 80 : 0;
}

static gboolean
read_table (RhumbInput *input, RhumbVocabularyBuilder *builder, GError **error)
{
    g_autoptr (RhumbCsv) csv = rhumb_csv_open (input);
    g_autoptr (GError) failed = NULL;
    if (!rhumb_csv_read (csv, &failed)) {
        if (failed != NULL)
            g_propagate_error (error, g_steal_pointer (&failed));
        else
            rhumb_input_set_error (input, error, RHUMB_ERROR_FORMAT, 1, "a header",
                                   "an empty table");
        return FALSE;
    }
    switch (tell_kind (csv)) {
    case 't':
        return read_triples (csv, input, builder, error);
    case 'o':
        return read_topics (csv, builder, error);
    case 'r':
        return read_rows (csv, input, builder, error);
    default:
        rhumb_input_set_error (input, error, RHUMB_ERROR_FORMAT, 1, "id, label, alt, broader",
                               "a table without a column “label”");
        return FALSE;
    }
}

const RhumbVocabularyFormat rhumb_vocabulary_table = {"table", sniff_table, read_table};
