/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Networks in GML, as igraph, networkx, Gephi and yEd write them.
 *
 * "graph [ directed 1 node [ id 0 label "a" ] edge [ source 0 target 1 ] ]". What stands in
 * brackets inside a node or edge becomes columns called "outer.inner", but the place that yEd and
 * Gephi keep under "graphics" is "x", "y", "z" and its "fill" is "color". A key may be repeated:
 * the last value counts, and that is noted. Of several graphs the first is read.
 * Source: M. Himsolt, GML: a portable Graph File Format, 1997. Cost: linear.
 */
#include "io/formats.h"

#include <string.h>

#include "graph/error.h"
#include "graph/plural.h"
#include "io/scan/entity.h"
#include "io/scan/gml-scan.h"
#include "io/scan/input.h"
#include "io/scan/network-draft.h"
#include "io/write/gml.h"

#define DEEPEST 64

/* An edge may come before its nodes: its ends are kept as the file calls them. */
typedef struct {
    RhumbInput *input;
    RhumbCorpusBuilder *builder;
    RhumbGmlScanner *scanner;
    RhumbNetworkDraft *draft;
    RhumbAttributedNetwork *network;
    gboolean directed;
    GString *path;       /* of keys inside a node or edge, parted by dots */
    GPtrArray *left_out; /* keys of the file and the graph that have no place */
    guint64 n_repeated;
    GHashTable *seen; /* keys of the node or edge being read */
} Reader;

/* What a node or edge says of itself before its columns. */
typedef struct {
    RhumbElement element;
    guint64 line;
    char *id;
    char *label;
    char *source;
    char *target;
    GPtrArray *values; /* name, text, name, text, … */
    GArray *types;     /* of RhumbAttributeType */
} Item;

static void
item_clear (Item *item)
{
    g_free (item->id);
    g_free (item->label);
    g_free (item->source);
    g_free (item->target);
    g_ptr_array_unref (item->values);
    g_array_unref (item->types);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Item, item_clear)

static gboolean
fail (const Reader *reader, const RhumbGmlToken *token, const char *expected, GError **error)
{
    static const char *const names[] = {
        "the end of the file", "a key", "a number", "a number", "a text", "'['", "']'"};
    rhumb_input_set_error (reader->input, error, RHUMB_ERROR_FORMAT, token->line, expected, "%s",
                           names[token->kind]);
    return FALSE;
}

static gboolean
is_value (const RhumbGmlToken *token)
{
    return token->kind == RHUMB_GML_INTEGER || token->kind == RHUMB_GML_REAL ||
           token->kind == RHUMB_GML_TEXT;
}

/* The token as users mean it: entities of a text decoded. */
static char *
decode (const RhumbGmlToken *token)
{
    return token->kind == RHUMB_GML_TEXT ? rhumb_entity_decode (token->text)
                                         : g_strdup (token->text);
}

/* Reads over what stands between brackets, the first of which was read. */
static gboolean
skip_list (Reader *reader, GError **error)
{
    RhumbGmlToken token;
    for (guint depth = 1; depth > 0;) {
        if (!rhumb_gml_scanner_read (reader->scanner, &token, error))
            return FALSE;
        if (token.kind == RHUMB_GML_END)
            return fail (reader, &token, "']'", error);
        depth += token.kind == RHUMB_GML_OPEN;
        depth -= token.kind == RHUMB_GML_CLOSE;
    }
    return TRUE;
}

static const char *
find_name (const char *path)
{
    static const char *const places[][2] = {
        {"graphics.x", "x"}, {"graphics.y", "y"}, {"graphics.z", "z"}, {"graphics.fill", "color"}};
    for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
        if (g_str_equal (path, places[i][0]))
            return places[i][1];
    return path;
}

static char **
find_own (Item *item, const char *path)
{
    if (item->element == RHUMB_ELEMENT_NODE)
        return g_str_equal (path, "id")      ? &item->id
               : g_str_equal (path, "label") ? &item->label
                                             : NULL;
    return g_str_equal (path, "source")   ? &item->source
           : g_str_equal (path, "target") ? &item->target
                                          : NULL;
}

static void
take_value (Reader *reader, Item *item, const RhumbGmlToken *token)
{
    if (!g_hash_table_add (reader->seen, g_strdup (reader->path->str)))
        reader->n_repeated++;
    char *text = decode (token);
    char **own = find_own (item, reader->path->str);
    if (own != NULL) {
        g_free (*own);
        *own = text;
        return;
    }
    const RhumbAttributeType type = token->kind == RHUMB_GML_TEXT   ? RHUMB_ATTRIBUTE_TEXT
                                    : token->kind == RHUMB_GML_REAL ? RHUMB_ATTRIBUTE_REAL
                                                                    : RHUMB_ATTRIBUTE_INTEGER;
    g_ptr_array_add (item->values, g_strdup (find_name (reader->path->str)));
    g_ptr_array_add (item->values, text);
    g_array_append_val (item->types, type);
}

/* Reads keys and values up to the closing bracket. */
static gboolean
read_values (Reader *reader, Item *item, guint depth, GError **error)
{
    RhumbGmlToken token;
    const gsize length = reader->path->len;
    for (;;) {
        g_string_truncate (reader->path, length);
        if (!rhumb_gml_scanner_read (reader->scanner, &token, error))
            return FALSE;
        if (token.kind == RHUMB_GML_CLOSE)
            return TRUE;
        if (token.kind != RHUMB_GML_KEY)
            return fail (reader, &token, "a key or ']'", error);
        g_string_append_printf (reader->path, "%s%s", length > 0 ? "." : "", token.text);
        if (!rhumb_gml_scanner_read (reader->scanner, &token, error))
            return FALSE;
        if (is_value (&token)) {
            take_value (reader, item, &token);
            continue;
        }
        if (token.kind != RHUMB_GML_OPEN)
            return fail (reader, &token, "the value of a key", error);
        if (depth == DEEPEST) {
            rhumb_input_set_error (reader->input, error, RHUMB_ERROR_LIMIT, token.line, "fewer",
                                   "brackets deeper than 64");
            return FALSE;
        }
        if (!read_values (reader, item, depth + 1, error))
            return FALSE;
    }
}

static void
add_values (const Reader *reader, const Item *item, gsize number)
{
    for (guint i = 0; i < item->types->len; i++)
        rhumb_network_draft_add_value (reader->draft, item->element, number,
                                       item->values->pdata[2 * (gsize)i],
                                       g_array_index (item->types, RhumbAttributeType, i),
                                       item->values->pdata[2 * (gsize)i + 1]);
}

static gboolean
add_node (Reader *reader, const Item *item, GError **error)
{
    if (item->id == NULL)
        return rhumb_corpus_builder_report (reader->builder, RHUMB_EVENT_RECORD_LOST, item->line,
                                            "node without an id", "expected \"id NUMBER\"", error);
    const guint32 n_before = rhumb_network_draft_get_n_nodes (reader->draft);
    const guint32 node = rhumb_network_draft_add_node (reader->draft, item->id, item->line);
    if (node < n_before &&
        !rhumb_corpus_builder_report (reader->builder, RHUMB_EVENT_NOTE, item->line, item->id,
                                      "there already; its values are taken together", error))
        return FALSE;
    if (item->label != NULL)
        rhumb_network_draft_set_label (reader->draft, node, item->label);
    add_values (reader, item, node);
    return TRUE;
}

static gboolean
add_edge (Reader *reader, const Item *item, GError **error)
{
    if (item->source == NULL || item->target == NULL)
        return rhumb_corpus_builder_report (reader->builder, RHUMB_EVENT_RECORD_LOST, item->line,
                                            "edge without an end",
                                            "expected \"source NUMBER target NUMBER\"", error);
    const guint32 from = rhumb_network_draft_add_node (reader->draft, item->source, 0);
    const guint32 to = rhumb_network_draft_add_node (reader->draft, item->target, 0);
    add_values (reader, item,
                rhumb_network_draft_add_edge (reader->draft, from, to, reader->directed));
    return TRUE;
}

static gboolean
read_item (Reader *reader, RhumbElement element, guint64 line, GError **error)
{
    g_auto (Item) item = {.element = element, .line = line};
    item.values = g_ptr_array_new_with_free_func (g_free);
    item.types = g_array_new (FALSE, FALSE, sizeof (RhumbAttributeType));
    g_hash_table_remove_all (reader->seen);
    g_string_truncate (reader->path, 0);
    if (!read_values (reader, &item, 1, error))
        return FALSE;
    return element == RHUMB_ELEMENT_NODE ? add_node (reader, &item, error)
                                         : add_edge (reader, &item, error);
}

/* "directed" counts for the edges behind it: all programs write it first. */
static gboolean
take_graph_value (Reader *reader, const char *key, const RhumbGmlToken *token)
{
    if (g_str_equal (key, "directed")) {
        reader->directed = token->kind == RHUMB_GML_INTEGER && !g_str_equal (token->text, "0");
        return TRUE;
    }
    if (g_str_equal (key, "label") || g_str_equal (key, "name")) {
        g_autofree char *title = decode (token);
        rhumb_attributed_network_set_title (reader->network, title);
        return TRUE;
    }
    return FALSE;
}

static gboolean
read_graph (Reader *reader, GError **error)
{
    RhumbGmlToken token;
    for (;;) {
        if (!rhumb_gml_scanner_read (reader->scanner, &token, error))
            return FALSE;
        if (token.kind == RHUMB_GML_CLOSE)
            return TRUE;
        if (token.kind != RHUMB_GML_KEY)
            return fail (reader, &token, "node, edge or ']'", error);
        g_autofree char *key = g_strdup (token.text);
        const guint64 line = token.line;
        if (!rhumb_gml_scanner_read (reader->scanner, &token, error))
            return FALSE;
        const gboolean opens = token.kind == RHUMB_GML_OPEN;
        if (!opens && !is_value (&token))
            return fail (reader, &token, "the value of a key", error);
        const gboolean is_node = g_str_equal (key, "node");
        if (opens && (is_node || g_str_equal (key, "edge"))) {
            if (!read_item (reader, is_node ? RHUMB_ELEMENT_NODE : RHUMB_ELEMENT_EDGE, line, error))
                return FALSE;
        } else if (opens || !take_graph_value (reader, key, &token)) {
            g_ptr_array_add (reader->left_out, g_steal_pointer (&key));
            if (opens && !skip_list (reader, error))
                return FALSE;
        }
    }
}

static gboolean
read_file (Reader *reader, GError **error)
{
    RhumbGmlToken token;
    gboolean has_graph = FALSE;
    for (;;) {
        if (!rhumb_gml_scanner_read (reader->scanner, &token, error))
            return FALSE;
        if (token.kind == RHUMB_GML_END && has_graph)
            return TRUE;
        if (token.kind != RHUMB_GML_KEY)
            return fail (reader, &token, has_graph ? "a key" : "\"graph [\"", error);
        g_autofree char *key = g_strdup (token.text);
        if (!rhumb_gml_scanner_read (reader->scanner, &token, error))
            return FALSE;
        const gboolean opens = token.kind == RHUMB_GML_OPEN;
        if (!opens && !is_value (&token))
            return fail (reader, &token, "the value of a key", error);
        if (opens && !has_graph && g_str_equal (key, "graph")) {
            has_graph = TRUE;
            if (!read_graph (reader, error))
                return FALSE;
            continue;
        }
        g_ptr_array_add (reader->left_out, g_steal_pointer (&key));
        if (opens && !skip_list (reader, error))
            return FALSE;
    }
}

static gboolean
tell_rest (Reader *reader, GError **error)
{
    g_autoptr (GString) names = g_string_new (NULL);
    g_hash_table_remove_all (reader->seen);
    for (guint i = 0; i < reader->left_out->len && names->len < 200; i++)
        if (g_hash_table_add (reader->seen, g_strdup (reader->left_out->pdata[i])))
            g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                                    (const char *)reader->left_out->pdata[i]);
    if (names->len > 0 &&
        !rhumb_corpus_builder_report (reader->builder, RHUMB_EVENT_NOTE, 0, names->str,
                                      "outside of nodes and edges; left out", error))
        return FALSE;
    if (reader->n_repeated == 0)
        return TRUE;
    g_autofree char *found =
        g_strdup_printf ("%" G_GUINT64_FORMAT " %s twice", reader->n_repeated,
                         rhumb_plural (reader->n_repeated, "key that comes", "keys that come"));
    return rhumb_corpus_builder_report (reader->builder, RHUMB_EVENT_NOTE, 0, found,
                                        "the last value counts", error);
}

static gboolean
read_gml (RhumbInput *input, RhumbAttributedNetwork *network, RhumbCorpusBuilder *builder,
          GError **error)
{
    g_autoptr (RhumbGmlScanner) scanner = rhumb_gml_scanner_new (input);
    g_autoptr (RhumbNetworkDraft) draft = rhumb_network_draft_new ();
    g_autoptr (GString) path = g_string_new (NULL);
    g_autoptr (GPtrArray) left_out = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    Reader reader = {.input = input,
                     .builder = builder,
                     .scanner = scanner,
                     .draft = draft,
                     .network = network,
                     .path = path,
                     .left_out = left_out,
                     .seen = seen};
    if (!read_file (&reader, error))
        return FALSE;
    return rhumb_network_draft_fill (draft, network, builder, error) && tell_rest (&reader, error);
}

/* "graph [" behind nothing but keys with their values. */
static guint
sniff (const char *head, gsize length)
{
    g_autofree char *text = g_strndup (head, MIN (length, 4096));
    g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        const char *line = g_strstrip (lines[i]);
        if (g_str_has_prefix (line, "graph") && line[5 + strspn (line + 5, " \t")] == '[')
            return 95;
        if (g_str_equal (line, "graph")) {
            while (lines[i + 1] != NULL && *g_strstrip (lines[i + 1]) == '\0')
                i++;
            return lines[i + 1] != NULL && *lines[i + 1] == '[' ? 95 : 0;
        }
        if (*line != '\0' && *line != '#' && !g_ascii_isalpha (*line))
            return 0;
    }
    return 0;
}

static const char *const suffixes[] = {"gml", NULL};

const RhumbFormat rhumb_format_gml = {
    .name = "gml",
    .suffixes = suffixes,
    .summary = "GML, networks for igraph, networkx and Gephi",
    .sniff = sniff,
    .read_network = read_gml,
    .write_network = rhumb_gml_write_network,
};
