/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Networks for VOSviewer: as its JSON, which VOSviewer Online opens too, or as its map and network
 * files.
 *
 * VOSviewer knows undirected links with a strength: the edges between two nodes are added up,
 * those from a node to itself left out, as VOSviewer does when it reads. Each item has the
 * weights Links and Total link strength; "x", "y" and a whole number "cluster" keep their
 * meaning, columns called "weight<…>" and "score<…>" theirs; "papers" are the weight Documents,
 * "cited_by" Citations, "mean_year" the score Avg. pub. year, other numbers are scores. Texts are
 * members of an item of their own; a map file has room for "description" and "url" only. Its ids
 * are numbers: where the network has others they are counted from 1, and its own are "sublabel".
 * Attributes of edges other than the weight have no place.
 * Source: VOSviewer manual 1.6.20 and the JSON format of VOSviewer Online. Cost: one sort of the
 * edges.
 */
#include "io/write/vosviewer.h"

#include <stdlib.h>
#include <string.h>

#include "io/escape.h"
#include "io/write/attribute.h"
#include "io/write/decimal.h"

typedef struct {
    guint32 from;
    guint32 to;
    double strength;
} Link;

/* The network as VOSviewer sees it. */
typedef struct {
    const RhumbAttributedNetwork *network;
    GArray *links;        /* of Link */
    guint32 *n_links;     /* of each node */
    double *strength;     /* of each node */
    gboolean has_numbers; /* all ids are numbers from 1 on */
} View;

static int
compare_links (const void *a, const void *b)
{
    const Link *x = a;
    const Link *y = b;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    return x->to < y->to ? -1 : x->to > y->to;
}

static gboolean
is_number (const char *id)
{
    const gsize length = strlen (id);
    return length > 0 && length < 10 && id[0] != '0' && strspn (id, "0123456789") == length;
}

static void
view_init (View *view, const RhumbAttributedNetwork *network)
{
    const guint32 n_nodes = rhumb_attributed_network_get_n_nodes (network);
    view->network = network;
    view->links = g_array_new (FALSE, FALSE, sizeof (Link));
    view->n_links = g_new0 (guint32, MAX (n_nodes, 1));
    view->strength = g_new0 (double, MAX (n_nodes, 1));
    view->has_numbers = TRUE;
    for (guint32 v = 0; v < n_nodes; v++)
        view->has_numbers &= is_number (rhumb_attributed_network_get_id (network, v));
    for (gsize e = 0; e < rhumb_attributed_network_get_n_edges (network); e++) {
        const RhumbEdge edge = rhumb_attributed_network_get_edge (network, e);
        const Link link = {MIN (edge.from, edge.to), MAX (edge.from, edge.to),
                           rhumb_attributed_network_get_weight (network, e)};
        if (edge.from != edge.to)
            g_array_append_val (view->links, link);
    }
    if (view->links->len > 0)
        qsort (view->links->data, view->links->len, sizeof (Link), compare_links);
    guint n = 0;
    for (guint i = 0; i < view->links->len; i++) {
        Link *link = (Link *)(void *)view->links->data;
        if (n > 0 && compare_links (&link[n - 1], &link[i]) == 0)
            link[n - 1].strength += link[i].strength;
        else
            link[n++] = link[i];
    }
    g_array_set_size (view->links, n);
    for (guint i = 0; i < n; i++) {
        const Link *link = &g_array_index (view->links, Link, i);
        view->n_links[link->from]++;
        view->n_links[link->to]++;
        view->strength[link->from] += link->strength;
        view->strength[link->to] += link->strength;
    }
}

static void
view_clear (View *view)
{
    g_array_unref (view->links);
    g_free (view->n_links);
    g_free (view->strength);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (View, view_clear)

/* What VOSviewer makes of a column. */
typedef enum {
    ROLE_OWN, /* x, y, cluster: members by their names */
    ROLE_WEIGHT,
    ROLE_SCORE,
    ROLE_TEXT,
    ROLE_NONE, /* is written anyway */
} Role;

/* Counts that VOSviewer has names for; it draws items by their weights. */
static const struct {
    const char *name;
    const char *shown;
    Role role;
} known[] = {
    {"papers", "Documents", ROLE_WEIGHT},
    {"cited_by", "Citations", ROLE_WEIGHT},
    {"mean_year", "Avg. pub. year", ROLE_SCORE},
};

static Role
find_role (const RhumbAttribute *attribute)
{
    static const char *const counted[] = {
        "weight<Links>", "weight<Total link strength>", "id", "label", "cluster_label", NULL};
    const char *name = attribute->name;
    if (g_strv_contains (counted, name))
        return ROLE_NONE;
    if (attribute->type == RHUMB_ATTRIBUTE_TEXT || attribute->type == RHUMB_ATTRIBUTE_FLAG)
        return ROLE_TEXT;
    if (g_str_equal (name, "x") || g_str_equal (name, "y") ||
        (g_str_equal (name, "cluster") && attribute->type == RHUMB_ATTRIBUTE_INTEGER))
        return ROLE_OWN;
    for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
        if (g_str_equal (name, known[i].name))
            return known[i].role;
    return g_str_equal (name, "weight") ||
                   (g_str_has_prefix (name, "weight<") && g_str_has_suffix (name, ">"))
               ? ROLE_WEIGHT
               : ROLE_SCORE;
}

/* "weight<Links>" is called Links among the weights. */
static char *
find_inner_name (const char *name)
{
    for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
        if (g_str_equal (name, known[i].name))
            return g_strdup (known[i].shown);
    const char *open = strchr (name, '<');
    const gsize length = strlen (name);
    const gboolean is_wrapped =
        open != NULL && name[length - 1] == '>' &&
        (g_str_has_prefix (name, "weight<") || g_str_has_prefix (name, "score<"));
    return is_wrapped ? g_strndup (open + 1, length - (gsize)(open - name) - 2) : g_strdup (name);
}

static void
add_member (GString *out, const char *name, const char *value, gboolean is_text)
{
    const char last = out->str[out->len - 1];
    if (last != '{')
        g_string_append_c (out, ',');
    rhumb_escape_json (out, name);
    g_string_append_c (out, ':');
    if (is_text)
        rhumb_escape_json (out, value);
    else
        g_string_append (out, value);
}

static void
add_members (GString *out, const View *view, guint32 node, Role role)
{
    const RhumbAttributedNetwork *network = view->network;
    for (guint i = 0; i < rhumb_attributed_network_get_n_attributes (network, RHUMB_ELEMENT_NODE);
         i++) {
        const RhumbAttribute *attribute =
            rhumb_attributed_network_get_attribute (network, RHUMB_ELEMENT_NODE, i);
        if (find_role (attribute) != role)
            continue;
        g_autofree char *value = rhumb_attribute_format (network, RHUMB_ELEMENT_NODE, node, i);
        g_autofree char *name = find_inner_name (attribute->name);
        static const char *const own[] = {"weights", "scores", "x", "y", "cluster", NULL};
        g_autofree char *apart =
            role == ROLE_TEXT ? rhumb_attribute_make_name (name, own) : g_strdup (name);
        if (value != NULL)
            add_member (out, apart, value, attribute->type == RHUMB_ATTRIBUTE_TEXT);
    }
}

static void
add_item (GString *out, const View *view, guint32 node)
{
    char strength[RHUMB_REAL_ROOM];
    const char *id = rhumb_attributed_network_get_id (view->network, node);
    const char *label = rhumb_attributed_network_get_label (view->network, node);
    g_string_append (out, node > 0 ? ",\n{" : "\n{");
    add_member (out, "id", id, !view->has_numbers);
    add_member (out, "label", label != NULL ? label : id, TRUE);
    add_members (out, view, node, ROLE_OWN);
    add_members (out, view, node, ROLE_TEXT);
    g_string_append_printf (out, ",\"weights\":{\"Links\":%u,\"Total link strength\":%s",
                            view->n_links[node],
                            rhumb_format_real (strength, view->strength[node]));
    add_members (out, view, node, ROLE_WEIGHT);
    g_string_append (out, "},\"scores\":{");
    add_members (out, view, node, ROLE_SCORE);
    g_string_append (out, "}}");
}

static void
add_end (GString *out, const View *view, const char *name, guint32 node)
{
    add_member (out, name, rhumb_attributed_network_get_id (view->network, node),
                !view->has_numbers);
}

/* The names of the clusters, as the first item of each has it. */
static void
add_clusters (GString *out, const View *view)
{
    const RhumbElement element = RHUMB_ELEMENT_NODE;
    const guint cluster =
        rhumb_attributed_network_find_attribute (view->network, element, "cluster");
    const guint label =
        rhumb_attributed_network_find_attribute (view->network, element, "cluster_label");
    if (cluster == RHUMB_NONE || label == RHUMB_NONE)
        return;
    g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_string_append (out, ",\"clusters\":[");
    for (guint32 v = 0; v < rhumb_attributed_network_get_n_nodes (view->network); v++) {
        char *number = rhumb_attribute_format (view->network, element, v, cluster);
        g_autofree char *name = rhumb_attribute_format (view->network, element, v, label);
        if (number == NULL || name == NULL || g_hash_table_contains (seen, number)) {
            g_free (number);
            continue;
        }
        g_string_append (out, g_hash_table_size (seen) > 0 ? ",\n{" : "\n{");
        add_member (out, "cluster", number, FALSE);
        add_member (out, "label", name, TRUE);
        g_string_append_c (out, '}');
        g_hash_table_add (seen, number);
    }
    g_string_append (out, "\n]");
}

/* Writes a network as JSON of VOSviewer. @stream: where to write. Returns %FALSE with a #GIOError.
 */
gboolean
rhumb_vosviewer_write_network (const RhumbAttributedNetwork *network, GOutputStream *stream,
                               GError **error)
{
    g_auto (View) view = {0};
    view_init (&view, network);
    g_autoptr (GString) out = g_string_new ("{");
    const char *title = rhumb_attributed_network_get_title (network);
    if (title != NULL) {
        g_string_append (out, "\"info\":{");
        add_member (out, "title", title, TRUE);
        g_string_append (out, "},\n");
    }
    g_string_append (out, "\"network\":{\"items\":[");
    for (guint32 v = 0; v < rhumb_attributed_network_get_n_nodes (network); v++) {
        add_item (out, &view, v);
        if (!rhumb_attribute_flush (out, RHUMB_WRITE_BLOCK, stream, error))
            return FALSE;
    }
    g_string_append (out, "\n],\"links\":[");
    for (guint i = 0; i < view.links->len; i++) {
        char strength[RHUMB_REAL_ROOM];
        const Link *link = &g_array_index (view.links, Link, i);
        g_string_append (out, i > 0 ? ",\n{" : "\n{");
        add_end (out, &view, "source_id", link->from);
        add_end (out, &view, "target_id", link->to);
        add_member (out, "strength", rhumb_format_real (strength, link->strength), FALSE);
        g_string_append_c (out, '}');
        if (!rhumb_attribute_flush (out, RHUMB_WRITE_BLOCK, stream, error))
            return FALSE;
    }
    g_string_append (out, "\n]");
    add_clusters (out, &view);
    g_string_append (out, "}}\n");
    return rhumb_attribute_flush (out, 0, stream, error);
}

static gboolean
is_in_map (const RhumbAttribute *attribute)
{
    const Role role = find_role (attribute);
    return role == ROLE_OWN || role == ROLE_WEIGHT || role == ROLE_SCORE ||
           g_str_equal (attribute->name, "description") || g_str_equal (attribute->name, "url");
}

static void
add_cell (GString *out, const char *text)
{
    g_string_append_c (out, '\t');
    rhumb_escape_csv (out, text != NULL ? text : "");
}

static void
add_header (GString *out, const View *view)
{
    g_string_append (out, view->has_numbers ? "id\tlabel" : "id\tlabel\tsublabel");
    for (guint i = 0;
         i < rhumb_attributed_network_get_n_attributes (view->network, RHUMB_ELEMENT_NODE); i++) {
        const RhumbAttribute *attribute =
            rhumb_attributed_network_get_attribute (view->network, RHUMB_ELEMENT_NODE, i);
        const Role role = find_role (attribute);
        g_autofree char *inner = find_inner_name (attribute->name);
        g_autofree char *measure =
            g_strdup_printf (role == ROLE_WEIGHT ? "weight<%s>" : "score<%s>", inner);
        if (is_in_map (attribute))
            add_cell (out, role == ROLE_SCORE || role == ROLE_WEIGHT ? measure : attribute->name);
    }
    g_string_append (out, "\tweight<Links>\tweight<Total link strength>\n");
}

static gboolean
write_map (const RhumbAttributedNetwork *network, GOutputStream *stream, GError **error)
{
    g_auto (View) view = {0};
    view_init (&view, network);
    g_autoptr (GString) out = g_string_new (NULL);
    add_header (out, &view);
    for (guint32 v = 0; v < rhumb_attributed_network_get_n_nodes (network); v++) {
        char strength[RHUMB_REAL_ROOM];
        const char *id = rhumb_attributed_network_get_id (network, v);
        const char *label = rhumb_attributed_network_get_label (network, v);
        if (view.has_numbers)
            g_string_append (out, id);
        else
            g_string_append_printf (out, "%u", v + 1);
        add_cell (out, label != NULL ? label : id);
        if (!view.has_numbers)
            add_cell (out, id);
        for (guint i = 0;
             i < rhumb_attributed_network_get_n_attributes (network, RHUMB_ELEMENT_NODE); i++) {
            g_autofree char *value = rhumb_attribute_format (network, RHUMB_ELEMENT_NODE, v, i);
            if (is_in_map (rhumb_attributed_network_get_attribute (network, RHUMB_ELEMENT_NODE, i)))
                add_cell (out, value);
        }
        g_string_append_printf (out, "\t%u\t%s\n", view.n_links[v],
                                rhumb_format_real (strength, view.strength[v]));
        if (!rhumb_attribute_flush (out, RHUMB_WRITE_BLOCK, stream, error))
            return FALSE;
    }
    return rhumb_attribute_flush (out, 0, stream, error);
}

static gboolean
write_links (const RhumbAttributedNetwork *network, GOutputStream *stream, GError **error)
{
    g_auto (View) view = {0};
    view_init (&view, network);
    g_autoptr (GString) out = g_string_new (NULL);
    for (guint i = 0; i < view.links->len; i++) {
        char strength[RHUMB_REAL_ROOM];
        const Link *link = &g_array_index (view.links, Link, i);
        const guint32 ends[] = {link->from, link->to};
        for (gsize k = 0; k < G_N_ELEMENTS (ends); k++)
            if (view.has_numbers)
                g_string_append_printf (out, "%s\t",
                                        rhumb_attributed_network_get_id (network, ends[k]));
            else
                g_string_append_printf (out, "%u\t", ends[k] + 1);
        g_string_append_printf (out, "%s\n", rhumb_format_real (strength, link->strength));
        if (!rhumb_attribute_flush (out, RHUMB_WRITE_BLOCK, stream, error))
            return FALSE;
    }
    return rhumb_attribute_flush (out, 0, stream, error);
}

const RhumbNetworkPart rhumb_vosviewer_network_parts[RHUMB_NETWORK_PARTS] = {
    {"map", write_map},
    {"network", write_links},
};
