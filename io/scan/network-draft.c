/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A network of a file that does not declare its columns (GML, DOT, the files of VOSviewer).
 *
 * Each value comes with the type that it was written in. Once all are known, a column of whole
 * numbers is one of integers, with other numbers among them one of reals, with any other text one
 * of texts; so nothing is lost because the first value happened to look like a number.
 *
 * Nodes are called by the id that the file gives them, unless each has a text "name" of its own:
 * igraph, networkx and rhumb number the nodes and keep their ids there.
 * Cost: linear; a name of a column is looked up in a hash table.
 */
#include "io/scan/network-draft.h"

#include <math.h>
#include <string.h>

#include "graph/plural.h"
#include "io/scan/network-values.h"

typedef struct {
    const char *id;
    const char *label;
    guint64 line;
} Node;

typedef struct {
    RhumbElement element;
    const char *name;
    RhumbAttributeType type;
    gboolean has_values;
} Column;

typedef struct {
    gsize number; /* of the node or edge */
    guint column;
    const char *text;
} Value;

struct _RhumbNetworkDraft {
    GStringChunk *strings;
    GArray *nodes;          /* of Node */
    GHashTable *by_id;      /* id -> number + 1 */
    GArray *edges;          /* of RhumbEdge */
    GArray *columns;        /* of Column */
    GHashTable *by_name[2]; /* of each element: name -> column + 1 */
    GArray *values;         /* of Value */
};

/* rhumb_network_draft_new: an empty draft. */
RhumbNetworkDraft *
rhumb_network_draft_new (void)
{
    RhumbNetworkDraft *draft = g_new0 (RhumbNetworkDraft, 1);
    draft->strings = g_string_chunk_new (4096);
    draft->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
    draft->by_id = g_hash_table_new (g_str_hash, g_str_equal);
    draft->edges = g_array_new (FALSE, FALSE, sizeof (RhumbEdge));
    draft->columns = g_array_new (FALSE, FALSE, sizeof (Column));
    for (gsize i = 0; i < G_N_ELEMENTS (draft->by_name); i++)
        draft->by_name[i] = g_hash_table_new (g_str_hash, g_str_equal);
    draft->values = g_array_new (FALSE, FALSE, sizeof (Value));
    return draft;
}

/* rhumb_network_draft_free: frees a draft. */
void
rhumb_network_draft_free (RhumbNetworkDraft *draft)
{
    g_string_chunk_free (draft->strings);
    g_array_unref (draft->nodes);
    g_hash_table_unref (draft->by_id);
    g_array_unref (draft->edges);
    g_array_unref (draft->columns);
    for (gsize i = 0; i < G_N_ELEMENTS (draft->by_name); i++)
        g_hash_table_unref (draft->by_name[i]);
    g_array_unref (draft->values);
    g_free (draft);
}

/* rhumb_network_draft_get_n_nodes: how many nodes there are. */
guint32
rhumb_network_draft_get_n_nodes (const RhumbNetworkDraft *draft)
{
    return draft->nodes->len;
}

/* Finds a node or adds it. @id: what the file calls the node; @line: line on which it stands, 0 =
 * only an edge names it. Returns its number. */
guint32
rhumb_network_draft_add_node (RhumbNetworkDraft *draft, const char *id, guint64 line)
{
    const guint known = GPOINTER_TO_UINT (g_hash_table_lookup (draft->by_id, id));
    if (known > 0) {
        Node *node = &g_array_index (draft->nodes, Node, known - 1);
        node->line = node->line == 0 ? line : node->line;
        return known - 1;
    }
    const Node node = {g_string_chunk_insert (draft->strings, id), NULL, line};
    g_array_append_val (draft->nodes, node);
    g_hash_table_insert (draft->by_id, (gpointer)node.id, GUINT_TO_POINTER (draft->nodes->len));
    return draft->nodes->len - 1;
}

/* rhumb_network_draft_add_edge: adds an edge between two nodes; returns its number. */
gsize
rhumb_network_draft_add_edge (RhumbNetworkDraft *draft, guint32 from, guint32 to, gboolean directed)
{
    const RhumbEdge edge = {from, to, directed};
    g_array_append_val (draft->edges, edge);
    return draft->edges->len - 1;
}

/* rhumb_network_draft_set_label: says how a node is shown. */
void
rhumb_network_draft_set_label (RhumbNetworkDraft *draft, guint32 node, const char *label)
{
    g_array_index (draft->nodes, Node, node).label = g_string_chunk_insert (draft->strings, label);
}

static guint
find_column (RhumbNetworkDraft *draft, RhumbElement element, const char *name,
             RhumbAttributeType type)
{
    GHashTable *by_name = draft->by_name[element];
    const guint known = GPOINTER_TO_UINT (g_hash_table_lookup (by_name, name));
    if (known > 0)
        return known - 1;
    const Column column = {element, g_string_chunk_insert_const (draft->strings, name), type,
                           FALSE};
    g_array_append_val (draft->columns, column);
    g_hash_table_insert (by_name, (gpointer)column.name, GUINT_TO_POINTER (draft->columns->len));
    return draft->columns->len - 1;
}

static RhumbAttributeType
widen (RhumbAttributeType a, RhumbAttributeType b)
{
    if (a == b)
        return a;
    const gboolean are_numbers = (a == RHUMB_ATTRIBUTE_INTEGER || a == RHUMB_ATTRIBUTE_REAL) &&
                                 (b == RHUMB_ATTRIBUTE_INTEGER || b == RHUMB_ATTRIBUTE_REAL);
    return are_numbers ? RHUMB_ATTRIBUTE_REAL : RHUMB_ATTRIBUTE_TEXT;
}

/* Adds a value. Of several values in one place the last counts. @element: nodes or edges; @number:
 * number of the node or edge; @name: name of the column; @type: what @text is; @text: the value as
 * the file writes it. */
void
rhumb_network_draft_add_value (RhumbNetworkDraft *draft, RhumbElement element, gsize number,
                               const char *name, RhumbAttributeType type, const char *text)
{
    const guint index = find_column (draft, element, name, type);
    Column *column = &g_array_index (draft->columns, Column, index);
    column->type = column->has_values ? widen (column->type, type) : type;
    column->has_values = TRUE;
    const Value value = {number, index, g_string_chunk_insert_const (draft->strings, text)};
    g_array_append_val (draft->values, value);
}

static RhumbAttributeType
guess_type (const char *text)
{
    char *end;
    const double value = g_ascii_strtod (text, &end);
    /* "0x10", "inf" and "nan" are words to most programs. */
    if (end == text || *end != '\0' || !isfinite (value) ||
        strspn (text, "+-.0123456789eE") != strlen (text))
        return RHUMB_ATTRIBUTE_TEXT;
    gint64 integer;
    return g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &integer, NULL)
               ? RHUMB_ATTRIBUTE_INTEGER
               : RHUMB_ATTRIBUTE_REAL;
}

/* rhumb_network_draft_add_guessed: rhumb_network_draft_add_value() for files that write numbers as
 * text; an empty text is no value. */
void
rhumb_network_draft_add_guessed (RhumbNetworkDraft *draft, RhumbElement element, gsize number,
                                 const char *name, const char *text)
{
    if (*text != '\0')
        rhumb_network_draft_add_value (draft, element, number, name, guess_type (text), text);
}

/* Gives for each node its text of the column "name", NULL unless each has one of its own. */
static const char **
find_names (const RhumbNetworkDraft *draft)
{
    const guint known =
        GPOINTER_TO_UINT (g_hash_table_lookup (draft->by_name[RHUMB_ELEMENT_NODE], "name"));
    if (known == 0 ||
        g_array_index (draft->columns, Column, known - 1).type != RHUMB_ATTRIBUTE_TEXT)
        return NULL;
    g_autofree const char **names = g_new0 (const char *, draft->nodes->len);
    for (guint i = 0; i < draft->values->len; i++) {
        const Value *value = &g_array_index (draft->values, Value, i);
        if (value->column == known - 1)
            names[value->number] = value->text;
    }
    g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
    for (guint v = 0; v < draft->nodes->len; v++)
        if (names[v] == NULL || *names[v] == '\0' || !g_hash_table_add (seen, (gpointer)names[v]))
            return NULL;
    return g_steal_pointer (&names);
}

static guint *
add_columns (const RhumbNetworkDraft *draft, RhumbAttributedNetwork *network, gboolean has_names)
{
    guint *columns = g_new (guint, MAX (draft->columns->len, 1));
    for (guint c = 0; c < draft->columns->len; c++) {
        const Column *column = &g_array_index (draft->columns, Column, c);
        const gboolean is_id = has_names && column->element == RHUMB_ELEMENT_NODE &&
                               g_str_equal (column->name, "name");
        columns[c] =
            is_id ? RHUMB_NONE
                  : rhumb_network_get_column (network, column->element, column->name, column->type);
    }
    return columns;
}

/* Adds the nodes. Returns the number that each has in the network, where files read before have put
 * others, and perhaps the same one. */
static guint32 *
add_nodes (const RhumbNetworkDraft *draft, RhumbAttributedNetwork *network, const char **names)
{
    guint32 *number = g_new (guint32, MAX (draft->nodes->len, 1));
    for (guint v = 0; v < draft->nodes->len; v++) {
        const Node *node = &g_array_index (draft->nodes, Node, v);
        number[v] = rhumb_attributed_network_add_node (network, names != NULL ? names[v] : node->id,
                                                       node->label);
        rhumb_attributed_network_set_line (network, number[v], node->line);
    }
    return number;
}

/* Returns how many values are none of the type that a file read before gives their column. */
static guint64
set_values (const RhumbNetworkDraft *draft, RhumbAttributedNetwork *network,
            const guint32 *node_number, gsize first_edge, const guint *columns)
{
    guint64 n_unfit = 0;
    for (guint i = 0; i < draft->values->len; i++) {
        const Value *value = &g_array_index (draft->values, Value, i);
        if (columns[value->column] == RHUMB_NONE)
            continue;
        const RhumbElement element = g_array_index (draft->columns, Column, value->column).element;
        const gsize number =
            element == RHUMB_ELEMENT_NODE ? node_number[value->number] : first_edge + value->number;
        n_unfit += !rhumb_network_set_value (network, element, number, columns[value->column],
                                             value->text);
    }
    return n_unfit;
}

/* Puts all that the draft holds into a network, behind what is there. Values that do not fit the
 * type of their column are told. @builder: a builder whose source is the draft's file. Returns
 * %FALSE with an error of the builder. */
gboolean
rhumb_network_draft_fill (const RhumbNetworkDraft *draft, RhumbAttributedNetwork *network,
                          RhumbCorpusBuilder *builder, GError **error)
{
    g_autofree const char **names = find_names (draft);
    g_autofree guint32 *node_number = add_nodes (draft, network, names);
    const gsize first_edge = rhumb_attributed_network_get_n_edges (network);
    for (guint e = 0; e < draft->edges->len; e++) {
        const RhumbEdge edge = g_array_index (draft->edges, RhumbEdge, e);
        rhumb_attributed_network_add_edge (network, node_number[edge.from], node_number[edge.to],
                                           edge.directed);
    }
    g_autofree guint *columns = add_columns (draft, network, names != NULL);
    const guint64 n_unfit = set_values (draft, network, node_number, first_edge, columns);
    if (n_unfit == 0)
        return TRUE;
    g_autofree char *found = g_strdup_printf ("%" G_GUINT64_FORMAT " %s", n_unfit,
                                              rhumb_plural (n_unfit, "value", "values"));
    return rhumb_corpus_builder_report (builder, RHUMB_EVENT_FIELD_DROPPED, 0, found,
                                        "expected the type that a file before gives the attribute",
                                        error);
}
