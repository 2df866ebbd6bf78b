/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Pajek networks (.net), as Pajek, HistCite and VOSviewer write them.
 *
 * "*Vertices n" and then n lines of a number and a label, perhaps with coordinates; "*Arcs" have a
 * direction, "*Edges" none; "*Arcslist" and "*Edgeslist" name one node and all it leads to;
 * "*Matrix" has a row of weights for each node. Numbers count from 1. Of several networks in a file
 * the first is read. Labels may hold "&#d;". What follows the coordinates of a vertex or the weight
 * of an edge (shapes, colours, times) is kept as a text.
 * Source: Batagelj and Mrvar, Pajek reference manual. Cost: linear.
 */
#include "io/formats.h"

#include <string.h>

#include "graph/error.h"
#include "graph/plural.h"
#include "io/scan/entity.h"
#include "io/scan/input.h"
#include "io/write/pajek.h"

#define MOST_VERTICES 100000000

typedef enum {
    OUTSIDE,
    VERTICES,
    ARCS,
    EDGES,
    ARCS_LIST,
    EDGES_LIST,
    MATRIX,
    REST,
} Section;

typedef struct {
    RhumbAttributedNetwork *network;
    RhumbCorpusBuilder *builder;
    RhumbInput *input;
    Section section;
    guint n_vertices;
    guint row; /* of the matrix */
    guint64 n_rest;
    guint x, y, weight, more, edge_more;
} Reader;

/* Vertices without a line of their own exist too. */
static guint32
get_node (Reader *reader, guint64 number)
{
    char id[24];
    g_snprintf (id, sizeof id, "%" G_GUINT64_FORMAT, number);
    return rhumb_attributed_network_add_node (reader->network, id, NULL);
}

static gboolean
lose (Reader *reader, const RhumbLine *line, const char *expected, GError **error)
{
    return rhumb_corpus_builder_report (reader->builder, RHUMB_EVENT_RECORD_LOST, line->number,
                                        line->text, expected, error);
}

/* A number from 1 to the number of vertices; 0 = none. Moves @text behind it. */
static guint64
read_number (const Reader *reader, const char **text)
{
    char *end;
    *text += strspn (*text, " \t");
    if (!g_ascii_isdigit (**text))
        return 0;
    const guint64 number = g_ascii_strtoull (*text, &end, 10);
    *text = end;
    return number <= reader->n_vertices ? number : 0;
}

/* A label in quotes, or one word. */
static char *
read_label (const char **text)
{
    *text += strspn (*text, " \t");
    const gboolean quoted = **text == '"';
    const char *start = *text + quoted;
    const gsize length = quoted ? strcspn (start, "\"") : strcspn (start, " \t");
    *text = start + length + (start[length] == '"');
    g_autofree char *raw = g_strndup (start, length);
    return rhumb_entity_decode (raw);
}

static gboolean
read_vertex (Reader *reader, const RhumbLine *line, GError **error)
{
    const char *text = line->text;
    const guint64 number = read_number (reader, &text);
    if (number == 0)
        return lose (reader, line, "expected the number of a vertex and its label", error);
    const guint32 node = get_node (reader, number);
    g_autofree char *label = read_label (&text);
    rhumb_attributed_network_set_label (reader->network, node, label);
    rhumb_attributed_network_set_line (reader->network, node, line->number);
    const guint places[] = {reader->x, reader->y};
    for (gsize i = 0; i < G_N_ELEMENTS (places); i++) {
        char *end;
        const double value = g_ascii_strtod (text, &end);
        if (end == text)
            break;
        rhumb_attributed_network_set_real (reader->network, RHUMB_ELEMENT_NODE, node, places[i],
                                           value);
        text = end;
    }
    text += strspn (text, " \t");
    if (*text != '\0')
        rhumb_attributed_network_set_text (reader->network, RHUMB_ELEMENT_NODE, node, reader->more,
                                           text);
    return TRUE;
}

static gsize
add_edge (Reader *reader, guint64 from, guint64 to, gboolean directed, double weight)
{
    const gsize edge = rhumb_attributed_network_add_edge (reader->network, get_node (reader, from),
                                                          get_node (reader, to), directed);
    rhumb_attributed_network_set_real (reader->network, RHUMB_ELEMENT_EDGE, edge, reader->weight,
                                       weight);
    return edge;
}

static gboolean
read_edge (Reader *reader, const RhumbLine *line, gboolean directed, GError **error)
{
    const char *text = line->text;
    const guint64 from = read_number (reader, &text);
    const guint64 to = read_number (reader, &text);
    if (from == 0 || to == 0)
        return lose (reader, line, "expected two numbers of vertices", error);
    char *end;
    const double weight = g_ascii_strtod (text, &end);
    const gsize edge = add_edge (reader, from, to, directed, end == text ? 1 : weight);
    text = end + strspn (end, " \t");
    if (*text != '\0')
        rhumb_attributed_network_set_text (reader->network, RHUMB_ELEMENT_EDGE, edge,
                                           reader->edge_more, text);
    return TRUE;
}

static gboolean
read_list (Reader *reader, const RhumbLine *line, gboolean directed, GError **error)
{
    const char *text = line->text;
    const guint64 from = read_number (reader, &text);
    if (from == 0)
        return lose (reader, line, "expected numbers of vertices", error);
    for (guint64 to = read_number (reader, &text); to != 0; to = read_number (reader, &text))
        add_edge (reader, from, to, directed, 1);
    return text[strspn (text, " \t")] == '\0' ||
           lose (reader, line, "expected numbers of vertices", error);
}

static gboolean
read_row (Reader *reader, const RhumbLine *line, GError **error)
{
    const char *text = line->text;
    char *end;
    reader->row++;
    if (reader->row > reader->n_vertices)
        return lose (reader, line, "expected a row for each vertex", error);
    for (guint64 to = 1; to <= reader->n_vertices; to++, text = end) {
        const double weight = g_ascii_strtod (text, &end);
        if (end == text)
            return lose (reader, line, "expected a number for each vertex", error);
        if (weight != 0)
            add_edge (reader, reader->row, to, TRUE, weight);
    }
    return TRUE;
}

static gboolean
begin_vertices (Reader *reader, const RhumbLine *line, GError **error)
{
    if (reader->n_vertices > 0) {
        reader->section = REST;
        return TRUE;
    }
    const char *digits = line->text + strcspn (line->text, "0123456789");
    const guint64 n = g_ascii_strtoull (digits, NULL, 10);
    if (n == 0 || n > MOST_VERTICES) {
        rhumb_input_set_error (reader->input, error, RHUMB_ERROR_FORMAT, line->number,
                               "the number of vertices from 1 to " G_STRINGIFY (MOST_VERTICES),
                               "'%.40s'", line->text);
        return FALSE;
    }
    reader->n_vertices = (guint)n;
    reader->section = VERTICES;
    return TRUE;
}

static gboolean
begin_section (Reader *reader, const RhumbLine *line, GError **error)
{
    static const struct {
        const char *name;
        Section section;
    } sections[] = {{"*arcslist", ARCS_LIST},
                    {"*edgeslist", EDGES_LIST},
                    {"*arcs", ARCS},
                    {"*edges", EDGES},
                    {"*matrix", MATRIX}};
    if (reader->section == REST)
        return TRUE;
    if (g_ascii_strncasecmp (line->text, "*vertices", 9) == 0)
        return begin_vertices (reader, line, error);
    if (g_ascii_strncasecmp (line->text, "*network", 8) == 0) {
        rhumb_attributed_network_set_title (reader->network, line->text + 8);
        return TRUE;
    }
    for (gsize i = 0; i < G_N_ELEMENTS (sections); i++) {
        if (g_ascii_strncasecmp (line->text, sections[i].name, strlen (sections[i].name)) != 0)
            continue;
        reader->section = sections[i].section;
        return TRUE;
    }
    reader->section = REST;
    return TRUE;
}

static gboolean
read_line (Reader *reader, const RhumbLine *line, GError **error)
{
    const char *text = line->text + strspn (line->text, " \t");
    if (*text == '\0' || *text == '%')
        return TRUE;
    if (*text == '*')
        return begin_section (reader, line, error);
    switch (reader->section) {
    case VERTICES:
        return read_vertex (reader, line, error);
    case ARCS:
    case EDGES:
        return read_edge (reader, line, reader->section == ARCS, error);
    case ARCS_LIST:
    case EDGES_LIST:
        return read_list (reader, line, reader->section == ARCS_LIST, error);
    case MATRIX:
        return read_row (reader, line, error);
    case OUTSIDE:
    case REST:
        break;
    }
    reader->n_rest++;
    return TRUE;
}

static gboolean
finish (Reader *reader, GError **error)
{
    /* Vertices that no line speaks of are nodes without edges. */
    for (guint64 number = 1; number <= reader->n_vertices && reader->n_vertices <= 1000000;
         number++)
        get_node (reader, number);
    if (reader->n_rest == 0)
        return TRUE;
    g_autofree char *found = g_strdup_printf ("%" G_GUINT64_FORMAT " %s", reader->n_rest,
                                              rhumb_plural (reader->n_rest, "line", "lines"));
    return rhumb_corpus_builder_report (reader->builder, RHUMB_EVENT_NOTE, 0, found,
                                        "outside of the first network; left out", error);
}

static gboolean
read_pajek (RhumbInput *input, RhumbAttributedNetwork *network, RhumbCorpusBuilder *builder,
            GError **error)
{
    Reader reader = {.network = network, .builder = builder, .input = input};
    const RhumbElement node = RHUMB_ELEMENT_NODE;
    const RhumbElement edge = RHUMB_ELEMENT_EDGE;
    reader.x = rhumb_attributed_network_add_attribute (network, node, "x", RHUMB_ATTRIBUTE_REAL);
    reader.y = rhumb_attributed_network_add_attribute (network, node, "y", RHUMB_ATTRIBUTE_REAL);
    reader.more =
        rhumb_attributed_network_add_attribute (network, node, "pajek", RHUMB_ATTRIBUTE_TEXT);
    reader.weight =
        rhumb_attributed_network_add_attribute (network, edge, "weight", RHUMB_ATTRIBUTE_REAL);
    reader.edge_more =
        rhumb_attributed_network_add_attribute (network, edge, "pajek", RHUMB_ATTRIBUTE_TEXT);
    GError *problem = NULL;
    RhumbLine line;
    while (rhumb_input_read_line (input, &line, &problem))
        if (!read_line (&reader, &line, error))
            return FALSE;
    if (problem != NULL)
        g_propagate_error (error, problem);
    return problem == NULL && finish (&reader, error);
}

static guint
sniff (const char *head, gsize length)
{
    g_autofree char *text = g_strndup (head, MIN (length, 4096));
    g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        const char *line = g_strstrip (lines[i]);
        if (*line == '\0' || *line == '%')
            continue;
        if (g_ascii_strncasecmp (line, "*vertices", 9) == 0)
            return 95;
        if (g_ascii_strncasecmp (line, "*network", 8) != 0)
            return 0;
    }
    return 0;
}

static const char *const suffixes[] = {"net", NULL};

const RhumbFormat rhumb_format_pajek = {
    .name = "pajek",
    .suffixes = suffixes,
    .summary = "Pajek network (.net)",
    .sniff = sniff,
    .read_network = read_pajek,
    .write_network = rhumb_pajek_write_network,
};
