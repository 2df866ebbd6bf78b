/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Networks as tables of nodes and of edges, as Gephi exports them and rhumb writes them.
 *
 * A table of edges has the columns Source and Target, one of nodes Id and Label; edges of the Type
 * "Undirected" have no direction, Weight is their weight, and every other column is an attribute.
 * The tables of one network are named one after the other: they come together by the ids of nodes.
 * Source: the import of spreadsheets in Gephi's documentation. Cost: linear.
 */
#include "io/formats.h"

#include <string.h>

#include "io/scan/csv.h"
#include "io/scan/input.h"
#include "io/scan/network-draft.h"

#define MOST_COLUMNS 200

/* With the columns in Gephi's order, whatever long texts are behind them. */
#define SURE 70
/* Less than an edge list, which reads plain ones, and any table of papers. */
#define LIKELY 35

typedef struct {
    RhumbCsv *csv;
    RhumbNetworkDraft *draft;
    RhumbCorpusBuilder *builder;
    GPtrArray *names; /* of the columns; those with a meaning in small letters */
} Reader;

static char *
fold_name (const char *cell)
{
    static const char *const known[] = {"id", "label", "source", "target", "type", "weight", NULL};
    g_autofree char *lower = g_ascii_strdown (cell, -1);
    return g_strdup (g_strv_contains (known, lower) ? lower : cell);
}

static guint
find_column (const GPtrArray *names, const char *name)
{
    guint i = 0;
    while (i < names->len && !g_str_equal (names->pdata[i], name))
        i++;
    return i;
}

/* The cell of a column, "" if the row has none. */
static const char *
get_cell (const Reader *reader, guint column)
{
    const guint n = MIN (reader->names->len, rhumb_csv_get_n_cells (reader->csv));
    return column < n ? g_strstrip (rhumb_csv_get_cell (reader->csv, column)) : "";
}

static const char *
get_named (const Reader *reader, const char *name)
{
    return get_cell (reader, find_column (reader->names, name));
}

static gboolean
lose (Reader *reader, const char *found, const char *expected, GError **error)
{
    return rhumb_corpus_builder_report (reader->builder, RHUMB_EVENT_RECORD_LOST,
                                        rhumb_csv_get_line (reader->csv), found, expected, error);
}

/* All columns but those that say what the node or edge itself is. */
static gboolean
add_values (Reader *reader, RhumbElement element, gsize number, const char *const *own,
            GError **error)
{
    const guint n_cells = rhumb_csv_get_n_cells (reader->csv);
    for (guint i = 0; i < reader->names->len; i++) {
        const char *name = reader->names->pdata[i];
        if (!g_strv_contains (own, name) && *name != '\0')
            rhumb_network_draft_add_guessed (reader->draft, element, number, name,
                                             get_cell (reader, i));
    }
    return n_cells <= reader->names->len ||
           rhumb_corpus_builder_report (reader->builder, RHUMB_EVENT_FIELD_DROPPED,
                                        rhumb_csv_get_line (reader->csv),
                                        rhumb_csv_get_cell (reader->csv, reader->names->len),
                                        "expected as many cells as the header has", error);
}

static gboolean
add_edge (Reader *reader, GError **error)
{
    static const char *const own[] = {"source", "target", "type", NULL};
    const char *source = get_named (reader, "source");
    const char *target = get_named (reader, "target");
    if (*source == '\0' || *target == '\0')
        return lose (reader, "edge without both ends", "expected a source and a target", error);
    const gboolean directed = g_ascii_strcasecmp (get_named (reader, "type"), "undirected") != 0;
    const guint64 line = rhumb_csv_get_line (reader->csv);
    const guint32 from = rhumb_network_draft_add_node (reader->draft, source, line);
    const guint32 to = rhumb_network_draft_add_node (reader->draft, target, line);
    const gsize edge = rhumb_network_draft_add_edge (reader->draft, from, to, directed);
    return add_values (reader, RHUMB_ELEMENT_EDGE, edge, own, error);
}

static gboolean
add_node (Reader *reader, GError **error)
{
    static const char *const own[] = {"id", "label", NULL};
    const char *id = get_named (reader, "id");
    const char *label = get_named (reader, "label");
    if (*id == '\0')
        return lose (reader, "node without an id", "expected one", error);
    const guint32 n_before = rhumb_network_draft_get_n_nodes (reader->draft);
    const guint32 node =
        rhumb_network_draft_add_node (reader->draft, id, rhumb_csv_get_line (reader->csv));
    if (node < n_before)
        return lose (reader, id, "expected an id that no other node has", error);
    if (*label != '\0')
        rhumb_network_draft_set_label (reader->draft, node, label);
    return add_values (reader, RHUMB_ELEMENT_NODE, node, own, error);
}

static void
read_header (Reader *reader)
{
    for (guint i = 0; i < rhumb_csv_get_n_cells (reader->csv); i++)
        g_ptr_array_add (reader->names,
                         fold_name (g_strstrip (rhumb_csv_get_cell (reader->csv, i))));
}

static gboolean
has_columns (const GPtrArray *names, const char *one, const char *other)
{
    return find_column (names, one) < names->len && find_column (names, other) < names->len;
}

static gboolean
read_tables (RhumbInput *input, RhumbAttributedNetwork *network, RhumbCorpusBuilder *builder,
             GError **error)
{
    g_autoptr (RhumbCsv) csv = rhumb_csv_open (input);
    g_autoptr (RhumbNetworkDraft) draft = rhumb_network_draft_new ();
    g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
    Reader reader = {csv, draft, builder, names};
    GError *failure = NULL;
    gboolean done = TRUE;
    if (rhumb_csv_read (csv, &failure))
        read_header (&reader);
    const gboolean of_edges = has_columns (names, "source", "target");
    while (done && failure == NULL && rhumb_csv_read (csv, &failure))
        done = of_edges ? add_edge (&reader, error) : add_node (&reader, error);
    if (failure != NULL)
        g_propagate_error (error, failure);
    return done && failure == NULL && rhumb_network_draft_fill (draft, network, builder, error);
}

static gboolean
begins_with (const GPtrArray *names, const char *const *wanted)
{
    guint i = 0;
    while (wanted[i] != NULL && i < names->len && g_str_equal (names->pdata[i], wanted[i]))
        i++;
    return wanted[i] == NULL;
}

/* A first line that names columns, two of which make it a table of edges or of nodes. */
static guint
sniff (const char *head, gsize length)
{
    static const char *const edges[] = {"source", "target", "type", NULL};
    static const char *const nodes[] = {"id", "label", NULL};
    const char *end = memchr (head, '\n', length);
    g_autofree char *line = g_strndup (head, end != NULL ? (gsize)(end - head) : length);
    const char delimiter[] = {rhumb_csv_find_delimiter (line, strlen (line)), '\0'};
    g_auto (GStrv) cells = g_strsplit (line, delimiter, MOST_COLUMNS);
    g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
    for (guint i = 0; cells[i] != NULL; i++)
        g_ptr_array_add (names, fold_name (g_strstrip (g_strdelimit (cells[i], "\"", ' '))));
    if (end == NULL)
        return 0;
    return begins_with (names, edges) || begins_with (names, nodes)                        ? SURE
           : has_columns (names, "source", "target") || has_columns (names, "id", "label") ? LIKELY
                                                                                           : 0;
}

const RhumbFormat rhumb_format_csv_network = {
    .name = "csv-network",
    .summary = "tables of nodes (Id, Label) and of edges (Source, Target), as Gephi has them",
    .sniff = sniff,
    .read_network = read_tables,
};
