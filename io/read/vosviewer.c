/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The JSON of VOSviewer and VOSviewer Online: items with weights, scores, a place and a cluster,
 * and links with a strength.
 *
 * Weights and scores are columns called "weight<Links>" and "score<Avg. pub. year>", as in a map
 * file; the strength of a link is its "weight"; the name of a cluster is each item's
 * "cluster_label". Colours, templates and the like ("config") are left out. The text is held as a
 * whole (limit 1 GiB); VOSviewer draws some ten thousand items.
 * Source: the JSON format of VOSviewer Online. Cost: linear.
 */
#include "io/formats.h"

#include <string.h>

#include "graph/error.h"
#include "io/scan/input.h"
#include "io/scan/network-draft.h"
#include "io/simdjson-door.h"
#include "io/write/vosviewer.h"

#define TEXT_LIMIT ((gsize)1 << 30)

typedef struct {
    RhumbCorpusBuilder *builder;
    RhumbNetworkDraft *draft;
    GHashTable *ids;            /* of items */
    GHashTable *cluster_labels; /* number as text -> label */
} Reader;

/* A text or a number as text; NULL for anything else. */
static char *
get_word (RhumbJson value)
{
    const RhumbJsonType type = rhumb_json_get_type (value);
    if (type == RHUMB_JSON_TEXT)
        return g_strdup (rhumb_json_get_text (value));
    if (type != RHUMB_JSON_INTEGER && type != RHUMB_JSON_REAL)
        return NULL;
    GString *text = g_string_new (NULL);
    rhumb_json_append (text, value);
    return g_string_free (text, FALSE);
}

static void
add_value (Reader *reader, RhumbElement element, gsize number, const char *name, RhumbJson value)
{
    static const RhumbAttributeType types[] = {
        [RHUMB_JSON_FLAG] = RHUMB_ATTRIBUTE_FLAG, [RHUMB_JSON_INTEGER] = RHUMB_ATTRIBUTE_INTEGER,
        [RHUMB_JSON_REAL] = RHUMB_ATTRIBUTE_REAL, [RHUMB_JSON_TEXT] = RHUMB_ATTRIBUTE_TEXT,
        [RHUMB_JSON_LIST] = RHUMB_ATTRIBUTE_TEXT, [RHUMB_JSON_OBJECT] = RHUMB_ATTRIBUTE_TEXT,
    };
    const RhumbJsonType type = rhumb_json_get_type (value);
    if (type == RHUMB_JSON_NONE || type == RHUMB_JSON_NULL)
        return;
    g_autofree char *word = get_word (value);
    g_autoptr (GString) text = g_string_new (NULL);
    if (word == NULL)
        rhumb_json_append (text, value);
    rhumb_network_draft_add_value (reader->draft, element, number, name, types[type],
                                   word != NULL ? word : text->str);
}

static void
add_group (Reader *reader, guint32 node, const char *kind, RhumbJson group)
{
    RhumbJsonIter iter;
    const char *name;
    rhumb_json_iter_init (&iter, group);
    for (RhumbJson value; rhumb_json_iter_next (&iter, &name, &value);) {
        g_autofree char *column = g_strdup_printf ("%s<%s>", kind, name);
        add_value (reader, RHUMB_ELEMENT_NODE, node, column, value);
    }
}

static gboolean
lose (Reader *reader, const char *found, const char *expected, GError **error)
{
    return rhumb_corpus_builder_report (reader->builder, RHUMB_EVENT_RECORD_LOST, 0, found,
                                        expected, error);
}

static gboolean
add_item (Reader *reader, RhumbJson item, GError **error)
{
    const RhumbJson id_value = rhumb_json_find (item, "id");
    const RhumbJson label_value = rhumb_json_find (item, "label");
    g_autofree char *label = get_word (label_value);
    g_autofree char *id = get_word (id_value);
    if (id == NULL)
        id = g_strdup (label);
    if (id == NULL || *id == '\0')
        return lose (reader, "item without an id", "expected \"id\" or \"label\"", error);
    if (!g_hash_table_add (reader->ids, g_strdup (id)))
        return lose (reader, id, "expected an id that no other item has", error);
    const guint32 node = rhumb_network_draft_add_node (reader->draft, id, 0);
    if (label != NULL)
        rhumb_network_draft_set_label (reader->draft, node, label);
    RhumbJsonIter iter;
    const char *name;
    rhumb_json_iter_init (&iter, item);
    for (RhumbJson value; rhumb_json_iter_next (&iter, &name, &value);) {
        const gboolean is_object = rhumb_json_get_type (value) == RHUMB_JSON_OBJECT;
        if (is_object && g_str_equal (name, "weights"))
            add_group (reader, node, "weight", value);
        else if (is_object && g_str_equal (name, "scores"))
            add_group (reader, node, "score", value);
        else if (!g_str_equal (name, "id") && !g_str_equal (name, "label"))
            add_value (reader, RHUMB_ELEMENT_NODE, node, name, value);
    }
    g_autofree char *cluster = get_word (rhumb_json_find (item, "cluster"));
    const char *cluster_label =
        cluster != NULL ? g_hash_table_lookup (reader->cluster_labels, cluster) : NULL;
    if (cluster_label != NULL)
        rhumb_network_draft_add_value (reader->draft, RHUMB_ELEMENT_NODE, node, "cluster_label",
                                       RHUMB_ATTRIBUTE_TEXT, cluster_label);
    return TRUE;
}

static gboolean
add_link (Reader *reader, RhumbJson link, GError **error)
{
    g_autofree char *from = get_word (rhumb_json_find (link, "source_id"));
    g_autofree char *to = get_word (rhumb_json_find (link, "target_id"));
    if (from == NULL || to == NULL || !g_hash_table_contains (reader->ids, from) ||
        !g_hash_table_contains (reader->ids, to))
        return lose (reader, "link of an item that is not there",
                     "expected \"source_id\" and \"target_id\" of items", error);
    const gsize edge = rhumb_network_draft_add_edge (
        reader->draft, rhumb_network_draft_add_node (reader->draft, from, 0),
        rhumb_network_draft_add_node (reader->draft, to, 0), FALSE);
    RhumbJsonIter iter;
    const char *name;
    rhumb_json_iter_init (&iter, link);
    for (RhumbJson value; rhumb_json_iter_next (&iter, &name, &value);)
        if (!g_str_equal (name, "source_id") && !g_str_equal (name, "target_id"))
            add_value (reader, RHUMB_ELEMENT_EDGE, edge,
                       g_str_equal (name, "strength") ? "weight" : name, value);
    return TRUE;
}

static gboolean
for_each (Reader *reader, RhumbJson list,
          gboolean (*add) (Reader *reader, RhumbJson value, GError **error), GError **error)
{
    RhumbJsonIter iter;
    rhumb_json_iter_init (&iter, list);
    for (RhumbJson value; rhumb_json_iter_next (&iter, NULL, &value);)
        if (!add (reader, value, error))
            return FALSE;
    return TRUE;
}

static gboolean
add_cluster (Reader *reader, RhumbJson value, GError **error G_GNUC_UNUSED)
{
    char *number = get_word (rhumb_json_find (value, "cluster"));
    char *label = get_word (rhumb_json_find (value, "label"));
    if (number != NULL && label != NULL && *label != '\0') {
        g_hash_table_insert (reader->cluster_labels, number, label);
        return TRUE;
    }
    g_free (number);
    g_free (label);
    return TRUE;
}

static gboolean
read_document (Reader *reader, RhumbJson document, RhumbAttributedNetwork *network,
               const RhumbInput *input, GError **error)
{
    const RhumbJson content = rhumb_json_find (document, "network");
    const RhumbJson items = rhumb_json_find (content, "items");
    if (rhumb_json_get_type (items) != RHUMB_JSON_LIST) {
        rhumb_input_set_error (input, error, RHUMB_ERROR_FORMAT, 1, "\"network\": {\"items\": […]}",
                               "no list of items");
        return FALSE;
    }
    g_autofree char *title =
        get_word (rhumb_json_find (rhumb_json_find (document, "info"), "title"));
    if (title != NULL)
        rhumb_attributed_network_set_title (network, title);
    if (rhumb_json_get_type (rhumb_json_find (document, "config")) == RHUMB_JSON_OBJECT &&
        !rhumb_corpus_builder_report (reader->builder, RHUMB_EVENT_NOTE, 0, "config",
                                      "how VOSviewer draws; left out", error))
        return FALSE;
    return for_each (reader, rhumb_json_find (content, "clusters"), add_cluster, error) &&
           for_each (reader, items, add_item, error) &&
           for_each (reader, rhumb_json_find (content, "links"), add_link, error);
}

static gboolean
read_vosviewer (RhumbInput *input, RhumbAttributedNetwork *network, RhumbCorpusBuilder *builder,
                GError **error)
{
    if (!rhumb_json_open (error))
        return FALSE;
    g_autoptr (GString) text = rhumb_input_read_all (input, TEXT_LIMIT, error);
    if (text == NULL)
        return FALSE;
    g_autoptr (RhumbJsonParser) parser = rhumb_json_parser_new ();
    RhumbJson document;
    const char *problem = NULL;
    if (!rhumb_json_parse (parser, text->str, text->len, &document, &problem)) {
        rhumb_input_set_error (input, error, RHUMB_ERROR_FORMAT, 1, "a whole text",
                               "no valid JSON: %s", problem);
        return FALSE;
    }
    g_autoptr (RhumbNetworkDraft) draft = rhumb_network_draft_new ();
    g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr (GHashTable) labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    Reader reader = {builder, draft, ids, labels};
    if (!read_document (&reader, document, network, input, error))
        return FALSE;
    return rhumb_network_draft_fill (draft, network, builder, error);
}

/* An object with "network" and "items" near its beginning. */
static guint
sniff (const char *head, gsize length)
{
    g_autofree char *text = g_strndup (head, MIN (length, 32768));
    if (text[strspn (text, " \t\r\n")] != '{')
        return 0;
    const char *network = strstr (text, "\"network\"");
    return network != NULL && strstr (network, "\"items\"") != NULL ? 94 : 0;
}

static const char *const suffixes[] = {"json", NULL};

const RhumbFormat rhumb_format_vosviewer = {
    .name = "vosviewer",
    .suffixes = suffixes,
    .summary = "JSON of VOSviewer and VOSviewer Online",
    .sniff = sniff,
    .read_network = read_vosviewer,
    .write_network = rhumb_vosviewer_write_network,
};
