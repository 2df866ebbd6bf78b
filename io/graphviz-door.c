/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A map as a Graphviz graph, and a graph in the DOT language as a network (with graphviz-read.c):
 * the one place where Graphviz's types meet ours.
 *
 * The graph is built with cgraph and written by cgraph, so Graphviz reads what Graphviz wrote;
 * everything is placed, and `neato -n2` only paints it. Discs are nodes, links are edges with the
 * points of their curves; every line of a name is a node of its own after all discs, so nothing
 * covers it. Node names are numbers of ours: a title never is a name.
 *
 * Fonts: of the bold faces Graphviz can only name those of PostScript, and takes Helvetica on a
 * machine without it for whatever sans serif there is; Arial is found where Liberation Sans is.
 *
 * Three traps are handled here. cgraph is not safe for threads: one lock. It reports errors in
 * pieces through one callback: they are gathered and any of them fails the whole. It writes
 * strings that its own scanner refuses beyond 16384 bytes: longer ones than CHUNK are written as
 * "a" + "b" by our output callback, which is called with one whole string at a time.
 */
#include "io/graphviz-door-private.h"

#include <math.h>
#include <string.h>

#include "graph/error.h"
#include "io/escape.h"
#include "io/write/decimal.h"
#include "io/xdot.h"

#define CHUNK 8000
#define POINTS_PER_INCH 72.0
#define FARTHEST 1e6
/* Graphviz centres a line of text on its node; its baseline is so much of the size below. */
#define BASELINE 0.26

static GMutex lock;
static GString *complaints;

static int
gather_complaint (char *message)
{
    if (complaints != NULL)
        g_string_append (complaints, message);
    return 0;
}

static int
refuse_to_read (void *channel, char *buffer, int size)
{
    (void)channel;
    (void)buffer;
    (void)size;
    return 0;
}

/* Where a quoted string can be cut: between characters, not behind a backslash that escapes. */
static gsize
length_of_chunk (const char *text, gsize rest)
{
    gsize n = MIN (rest, CHUNK);
    while (n < rest && n > 1) {
        gsize n_backslashes = 0;
        while (n_backslashes < n && text[n - 1 - n_backslashes] == '\\')
            n_backslashes++;
        if (((guchar)text[n] & 0xc0) != 0x80 && n_backslashes % 2 == 0)
            return n;
        n--;
    }
    return n;
}

static int
put_string (void *channel, const char *text)
{
    GString *out = channel;
    const gsize length = strlen (text);
    if (length <= CHUNK + 2 || text[0] != '"' || text[length - 1] != '"') {
        g_string_append_len (out, text, (gssize)length);
        return 0;
    }
    for (gsize at = 1; at < length - 1;) {
        const gsize n = length_of_chunk (text + at, length - 1 - at);
        g_string_append (out, at == 1 ? "\"" : " + \"");
        g_string_append_len (out, text + at, (gssize)n);
        g_string_append_c (out, '"');
        at += n;
    }
    return 0;
}

static int
flush_nothing (void *channel)
{
    (void)channel;
    return 0;
}

typedef struct {
    Agraph_t *graph;
    const RhumbMap *map;
    double height;
    gboolean is_placed;
} Drawing;

/* cgraph copies what it is given but declares it writable. */
static void
set (void *object, const char *name, const char *value)
{
    agsafeset (object, (char *)name, (char *)value, (char *)"");
}

static void
set_number (void *object, const char *name, double value, guint n_digits)
{
    g_autoptr (GString) text = g_string_new (NULL);
    rhumb_append_decimal (text, value, n_digits);
    set (object, name, text->str);
}

static void
set_colour (void *object, const char *name, guint32 colour)
{
    g_autofree char *text = g_strdup_printf ("#%08x", colour);
    set (object, name, text);
}

static void
append_place (Drawing *drawing, GString *text, double x, double y)
{
    drawing->is_placed &= fabs (x) < FARTHEST && fabs (y) < FARTHEST;
    rhumb_append_decimal (text, drawing->is_placed ? x : 0.0, 2);
    g_string_append_c (text, ',');
    rhumb_append_decimal (text, drawing->is_placed ? drawing->height - y : 0.0, 2);
}

static void
set_place (Drawing *drawing, void *node, double x, double y)
{
    g_autoptr (GString) text = g_string_new (NULL);
    append_place (drawing, text, x, y);
    set (node, "pos", text->str);
}

static Agnode_t *
add_node (Drawing *drawing, char kind, guint32 number)
{
    g_autofree char *name = g_strdup_printf ("%c%u", kind, number);
    Agnode_t *node = agnode (drawing->graph, name, 1);
    set (node, "id", name);
    return node;
}

static void
add_item (Drawing *drawing, const RhumbMapItem *item, guint32 number)
{
    Agnode_t *node = add_node (drawing, 'n', number);
    set_place (drawing, node, item->x, item->y);
    set (node, "label", "");
    set_number (node, "width", 2 * item->radius / POINTS_PER_INCH, 4);
    set_number (node, "height", 2 * item->radius / POINTS_PER_INCH, 4);
    set_colour (node, "fillcolor", item->fill);
    set_colour (node, "color", item->stroke);
    set_number (node, "penwidth", item->stroke_width, 2);
    g_autofree char *class =
        g_strdup_printf ("%s topic-%u", rhumb_node_kind_get_name (item->kind), item->cluster);
    set (node, "class", class);
    g_autoptr (GString) tooltip = g_string_new (NULL);
    rhumb_escape_dot_tooltip (tooltip, item->tooltip == NULL ? item->name : item->tooltip);
    set (node, "tooltip", tooltip->str);
    /* Graphviz 2.42 writes links into SVG unescaped; an entity keeps the file well-formed. */
    g_autoptr (GString) url = g_string_new (NULL);
    if (item->url != NULL && rhumb_escape_url (url, item->url)) {
        g_string_replace (url, "&", "&amp;", 0);
        set (node, "URL", url->str);
        set (node, "target", "_blank");
    }
}

static void
add_link (Drawing *drawing, const RhumbMapLink *link)
{
    g_autofree char *from = g_strdup_printf ("n%u", link->from);
    g_autofree char *to = g_strdup_printf ("n%u", link->to);
    Agedge_t *edge = agedge (drawing->graph, agnode (drawing->graph, from, 0),
                             agnode (drawing->graph, to, 0), NULL, 1);
    g_autoptr (GString) points = g_string_new (NULL);
    for (guint i = 0; i < 4; i++) {
        if (i > 0)
            g_string_append_c (points, ' ');
        append_place (drawing, points, link->curve[2 * i], link->curve[2 * i + 1]);
    }
    set (edge, "pos", points->str);
    set_number (edge, "penwidth", link->width, 2);
    set_colour (edge, "color", link->colour);
    set_number (edge, "weight", link->strength, 6);
}

/* Graphviz centres words on their node unless the line ends in \l or \r, which hold them to a side
 * of the node: that gets the line's x, and the node reaches to the page's edge or as far as no
 * letters do. */
static void
set_line (Drawing *drawing, Agnode_t *node, const RhumbMapText *text, guint i)
{
    static const char *const side[] = {"\\l", "", "\\r"};
    const double middle = text->y + i * text->leading - BASELINE * text->size;
    const gboolean from_left = text->anchor == RHUMB_MAP_ANCHOR_START;
    const gboolean is_held = text->anchor != RHUMB_MAP_ANCHOR_MIDDLE;
    const double room = from_left ? rhumb_map_get_width (drawing->map) - text->x : text->x;
    const double width =
        is_held ? MIN (text->size * (double)g_utf8_strlen (text->lines[i], -1), room) : 0.0;
    set_place (drawing, node, text->x + (from_left ? width : -width) / 2, middle);
    set_number (node, "width", width / POINTS_PER_INCH, 4);
    g_autoptr (GString) label = g_string_new (NULL);
    rhumb_escape_dot (label, text->lines[i]);
    g_string_append (label, side[text->anchor]);
    set (node, "label", label->str);
}

static guint32
add_name (Drawing *drawing, const RhumbMapText *text, guint32 number)
{
    for (guint i = 0; text->lines[i] != NULL; i++) {
        Agnode_t *node = add_node (drawing, 't', number++);
        set_line (drawing, node, text, i);
        set (node, "shape", "plaintext");
        set (node, "style", "");
        set (node, "fixedsize", "false");
        set (node, "height", "0");
        set (node, "margin", "0");
        set_number (node, "fontsize", text->size, 2);
        set (node, "fontname", text->bold ? "Helvetica-Bold" : "Arial");
        set_colour (node, "fontcolor", text->colour);
        set (node, "class", text->role == RHUMB_MAP_TEXT_TOPIC ? "name" : "label");
    }
    return number;
}

static void
declare (Agraph_t *graph, int kind, const char *const *pair, gsize n_pairs)
{
    for (gsize i = 0; i < n_pairs; i++)
        agattr (graph, kind, (char *)pair[2 * i], (char *)pair[2 * i + 1]);
}

/* The one list of attributes and their defaults; "linelength" keeps cgraph from breaking lines.
 * cgraph does not write an empty default, so that of labels is the one which Graphviz assumes. */
static void
declare_attributes (Agraph_t *graph)
{
    static const char *const of_graph[] = {
        "charset", "UTF-8", "layout", "neato",       "linelength", "0",           "margin",
        "0",       "pad",   "0",      "notranslate", "true",       "outputorder", "edgesfirst"};
    static const char *const of_node[] = {
        "shape",     "circle", "style",     "filled",    "fixedsize", "true",      "label",
        "\\N",       "pos",    "",          "width",     "0.1",       "height",    "0.1",
        "fillcolor", "",       "color",     "#ffffffff", "penwidth",  "1.2",       "class",
        "",          "id",     "",          "tooltip",   "",          "URL",       "",
        "target",    "",       "fontsize",  "12",        "fontname",  "Helvetica", "fontcolor",
        "#20242c",   "margin", "0.11,0.055"};
    static const char *const of_edge[] = {"pos",       "",       "penwidth", "1",       "color",
                                          "#7d879755", "weight", "1",        "tooltip", ""};
    declare (graph, AGRAPH, of_graph, G_N_ELEMENTS (of_graph) / 2);
    declare (graph, AGNODE, of_node, G_N_ELEMENTS (of_node) / 2);
    declare (graph, AGEDGE, of_edge, G_N_ELEMENTS (of_edge) / 2);
}

static void
set_page (Drawing *drawing)
{
    g_autoptr (GString) background = g_string_new (NULL);
    rhumb_xdot_append (background, drawing->map);
    agattr (drawing->graph, AGRAPH, (char *)"_background", background->str);
    g_autoptr (GString) title = g_string_new (NULL);
    const char *words = rhumb_map_get_title (drawing->map);
    rhumb_escape_dot_tooltip (title, words == NULL ? "" : words);
    agattr (drawing->graph, AGRAPH, (char *)"tooltip", title->str);
}

static void
fill_graph (Drawing *drawing)
{
    guint32 n;
    declare_attributes (drawing->graph);
    set_page (drawing);
    const RhumbMapItem *item = rhumb_map_get_items (drawing->map, &n);
    for (guint32 i = 0; i < n; i++)
        add_item (drawing, &item[i], i);
    const RhumbMapLink *link = rhumb_map_get_links (drawing->map, &n);
    for (guint32 i = 0; i < n; i++)
        add_link (drawing, &link[i]);
    const RhumbMapText *text = rhumb_map_get_texts (drawing->map, &n);
    guint32 n_names = 0;
    for (guint32 i = 0; i < n; i++) {
        if (text[i].role == RHUMB_MAP_TEXT_LABEL || text[i].role == RHUMB_MAP_TEXT_TOPIC)
            n_names = add_name (drawing, &text[i], n_names);
    }
}

static GString *
write_graph (const RhumbMap *map, gboolean *is_placed)
{
    Agiodisc_t io = {refuse_to_read, put_string, flush_nothing};
    Agdisc_t discipline = {&AgMemDisc, &AgIdDisc, &io};
    Agraph_t *graph = agopen ((char *)"map", Agundirected, &discipline);
    if (graph == NULL)
        return NULL;
    Drawing drawing = {graph, map, rhumb_map_get_height (map), TRUE};
    fill_graph (&drawing);
    *is_placed = drawing.is_placed;
    GString *out = g_string_new (NULL);
    const int failed = agwrite (graph, out);
    agclose (graph);
    if (failed == 0)
        return out;
    g_string_free (out, TRUE);
    return NULL;
}

/* Takes the lock and begins to gather what Graphviz complains of. */
agusererrf
rhumb_graphviz_begin (void)
{
    g_mutex_lock (&lock);
    complaints = g_string_new (NULL);
    return agseterrf (gather_complaint);
}

/* Gives what was gathered, and the lock back. */
char *
rhumb_graphviz_end (agusererrf former)
{
    agseterrf (former);
    char *said = g_string_free (g_steal_pointer (&complaints), FALSE);
    g_mutex_unlock (&lock);
    return g_strchomp (said);
}

/* The map in the DOT language, completely placed, in UTF-8; %NULL with %RHUMB_ERROR_LIBRARY if
 * Graphviz complained, or %RHUMB_ERROR_LIMIT if something is a million points or more off the page.
 */
GBytes *
rhumb_graphviz_from_map (const RhumbMap *map, GError **error)
{
    agusererrf former = rhumb_graphviz_begin ();
    gboolean is_placed = TRUE;
    GString *out = write_graph (map, &is_placed);
    g_autofree char *said = rhumb_graphviz_end (former);
    if (out != NULL && *said == '\0' && is_placed)
        return g_string_free_to_bytes (out);
    if (out != NULL)
        g_string_free (out, TRUE);
    if (!is_placed)
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT,
                     "something lies a million points off the page, expected it nearer");
    else
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIBRARY, "Graphviz: %s",
                     *said == '\0' ? "refused without a word" : said);
    return NULL;
}
