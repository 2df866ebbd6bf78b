/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A Graphviz graph as a network: what cgraph parsed, read off its structures.
 *
 * cgraph holds every attribute as text with a default; a value that is its default and empty is
 * none. The escapes that Graphviz expands in texts are expanded: \N is the node's own name, \G the
 * graph's, \n, \l and \r end a line, entities are decoded. "label" is the label of a node, "pos"
 * gives "x" and "y". The innermost cluster that holds a node is its "cluster".
 *
 * cgraph is not safe for threads: the lock of graphviz-door.c is held while it works.
 */
#include "io/graphviz-door-private.h"

#include <string.h>

#include "graph/error.h"
#include "graph/text.h"
#include "io/scan/entity.h"
#include "io/scan/input.h"

#define DEEPEST 64

/* Names are put into a label until it is so long. */
#define LONGEST_LABEL ((gsize)1 << 20)

/* cgraph gives what the input held, which is UTF-8. */
static const char *
get_name (void *object)
{
    const char *name = agnameof (object);
    return name != NULL ? name : "";
}

static const char *
get_text (void *object, Agsym_t *symbol)
{
    const char *value = agxget (object, symbol);
    return value != NULL ? value : "";
}

/* Expands what Graphviz expands in a label; names in one that is very long already stay "\\N". */
static char *
expand (const char *label, const char *own, const char *graph)
{
    GString *out = g_string_new (NULL);
    for (const char *p = label; *p != '\0'; p++) {
        if (*p != '\\' || p[1] == '\0') {
            g_string_append_c (out, *p);
            continue;
        }
        p++;
        if (strchr ("NEG", *p) != NULL) {
            const char *name = *p == 'G' ? graph : own;
            const gboolean fits = out->len + strlen (name) <= LONGEST_LABEL;
            g_string_append_len (out, fits ? name : p - 1, fits ? (gssize)strlen (name) : 2);
        } else if (strchr ("nlr", *p) != NULL)
            g_string_append_c (out, ' ');
        else
            g_string_append_c (out, *p);
    }
    g_autofree char *decoded = rhumb_entity_decode (out->str);
    g_string_free (out, TRUE);
    return rhumb_text_clean (decoded, -1);
}

static void
add_place (RhumbNetworkDraft *draft, guint32 node, const char *place)
{
    g_auto (GStrv) parts = g_strsplit_set (place, ",! ", -1);
    static const char *const axes[] = {"x", "y"};
    for (gsize i = 0; i < G_N_ELEMENTS (axes) && parts[0] != NULL && parts[i] != NULL; i++)
        rhumb_network_draft_add_guessed (draft, RHUMB_ELEMENT_NODE, node, axes[i], parts[i]);
}

static void
add_node (Agraph_t *graph, Agnode_t *node, RhumbNetworkDraft *draft, const char *title)
{
    const char *id = get_name (node);
    const guint32 number = rhumb_network_draft_add_node (draft, id, 0);
    for (Agsym_t *symbol = agnxtattr (graph, AGNODE, NULL); symbol != NULL;
         symbol = agnxtattr (graph, AGNODE, symbol)) {
        const char *value = get_text (node, symbol);
        if (*value == '\0')
            continue;
        g_autofree char *text = expand (value, id, title);
        if (g_str_equal (symbol->name, "label"))
            rhumb_network_draft_set_label (draft, number, text);
        else if (g_str_equal (symbol->name, "name"))
            rhumb_network_draft_add_value (draft, RHUMB_ELEMENT_NODE, number, "name",
                                           RHUMB_ATTRIBUTE_TEXT, text);
        else if (g_str_equal (symbol->name, "pos"))
            add_place (draft, number, text);
        else
            rhumb_network_draft_add_guessed (draft, RHUMB_ELEMENT_NODE, number, symbol->name, text);
    }
}

static void
add_edge (Agraph_t *graph, Agedge_t *edge, RhumbNetworkDraft *draft, const char *title)
{
    const char *from = get_name (agtail (edge));
    const char *to = get_name (aghead (edge));
    Agsym_t *dir = agattr (graph, AGEDGE, (char *)"dir", NULL);
    const gboolean undirected = dir != NULL && strcmp (agxget (edge, dir), "none") == 0;
    const gsize number = rhumb_network_draft_add_edge (
        draft, rhumb_network_draft_add_node (draft, from, 0),
        rhumb_network_draft_add_node (draft, to, 0), agisdirected (graph) && !undirected);
    for (Agsym_t *symbol = agnxtattr (graph, AGEDGE, NULL); symbol != NULL;
         symbol = agnxtattr (graph, AGEDGE, symbol)) {
        g_autofree char *text = expand (get_text (edge, symbol), "", title);
        if (symbol != dir || !undirected)
            rhumb_network_draft_add_guessed (draft, RHUMB_ELEMENT_EDGE, number, symbol->name, text);
    }
}

/* Outer clusters first, so that the innermost counts. */
static void
add_clusters (Agraph_t *graph, RhumbNetworkDraft *draft, RhumbGraphvizCounts *counts, guint depth)
{
    for (Agraph_t *part = agfstsubg (graph); part != NULL; part = agnxtsubg (part)) {
        const char *label = agget (part, (char *)"label");
        const char *name = get_name (part);
        if (g_str_has_prefix (name, "cluster")) {
            const gboolean is_told = label != NULL && *label != '\0';
            g_autofree char *shown = is_told ? expand (label, name, name) : g_strdup (name);
            for (Agnode_t *node = agfstnode (part); node != NULL; node = agnxtnode (part, node)) {
                const char *id = get_name (node);
                rhumb_network_draft_add_value (draft, RHUMB_ELEMENT_NODE,
                                               rhumb_network_draft_add_node (draft, id, 0),
                                               "cluster", RHUMB_ATTRIBUTE_TEXT, shown);
            }
        } else
            counts->n_subgraphs++;
        if (depth < DEEPEST)
            add_clusters (part, draft, counts, depth + 1);
        else
            counts->n_too_deep++;
    }
}

/* Copies a graph into a draft. Gives the graph's label or name, "" if it has none. */
static char *
copy_graph (Agraph_t *graph, RhumbNetworkDraft *draft, RhumbGraphvizCounts *counts)
{
    const char *name = get_name (graph);
    const char *label = agget (graph, (char *)"label");
    const gboolean is_told = label != NULL && *label != '\0';
    /* cgraph calls a graph without a name "%1" or the like. */
    char *title = is_told ? expand (label, name, name) : g_strdup (name[0] == '%' ? "" : name);
    for (Agnode_t *node = agfstnode (graph); node != NULL; node = agnxtnode (graph, node))
        add_node (graph, node, draft, title);
    for (Agnode_t *node = agfstnode (graph); node != NULL; node = agnxtnode (graph, node))
        for (Agedge_t *edge = agfstout (graph, node); edge != NULL; edge = agnxtout (graph, edge))
            add_edge (graph, edge, draft, title);
    add_clusters (graph, draft, counts, 0);
    return title;
}

/* What is left of a text that cgraph reads piece by piece. */
typedef struct {
    const char *text;
    gsize length;
} Rest;

static int
give_piece (void *channel, char *buffer, int size)
{
    Rest *rest = channel;
    const gsize n = MIN (rest->length, (gsize)size);
    memcpy (buffer, rest->text, n);
    rest->text += n;
    rest->length -= n;
    return (int)n;
}

static int
refuse_text (void *channel G_GNUC_UNUSED, const char *text G_GNUC_UNUSED)
{
    return -1;
}

static int
refuse_flush (void *channel G_GNUC_UNUSED)
{
    return -1;
}

/* cgraph's words, made a place and what was found there. */
static void
set_syntax_error (const char *said, const RhumbInput *input, GError **error)
{
    const char *line = strstr (said, "line ");
    const guint64 number = line != NULL ? g_ascii_strtoull (line + 5, NULL, 10) : 0;
    const char *near = line != NULL ? strstr (line, "near ") : NULL;
    g_autofree char *shown = near != NULL ? rhumb_text_clean (near + 5, -1) : NULL;
    g_autofree char *found = shown != NULL ? rhumb_text_shorten (shown, 40) : NULL;
    rhumb_input_set_error (input, error, RHUMB_ERROR_FORMAT, MAX (number, 1),
                           "a graph in the DOT language", "%s",
                           found != NULL && *found != '\0' ? found : "the end of the text");
}

/* Reads the first graph of a text. @input: where it comes from, for messages; @counts: what has no
 * place in a draft. Returns the title of the graph, "" if it has none; %NULL with
 * %RHUMB_ERROR_FORMAT. */
char *
rhumb_graphviz_parse (const char *text, gsize length, const RhumbInput *input,
                      RhumbNetworkDraft *draft, RhumbGraphvizCounts *counts, GError **error)
{
    Rest rest = {text, length};
    Agiodisc_t io = {give_piece, refuse_text, refuse_flush};
    Agdisc_t discipline = {&AgMemDisc, &AgIdDisc, &io};
    agusererrf former = rhumb_graphviz_begin ();
    agsetfile ((char *)"input");
    agreadline (1);
    Agraph_t *graph = agread (&rest, &discipline);
    *counts = (RhumbGraphvizCounts){.n_graphs = graph != NULL};
    char *title = graph != NULL ? copy_graph (graph, draft, counts) : NULL;
    /* cgraph's scanner keeps what it has not read for the next text: nothing may be left. */
    for (Agraph_t *further; graph != NULL && (further = agread (&rest, &discipline)) != NULL;) {
        agclose (further);
        counts->n_graphs++;
    }
    if (graph != NULL)
        agclose (graph);
    g_autofree char *said = rhumb_graphviz_end (former);
    if (*said == '\0' && title != NULL)
        return title;
    g_free (title);
    set_syntax_error (said, input, error);
    return NULL;
}
