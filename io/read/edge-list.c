/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Edge lists: two columns of ids, and often a third with a weight; parted by tabs, commas,
 * semicolons or blanks.
 *
 * A line that begins with # or % is a comment. A first line without a number where all others have
 * one names the columns. The edges lead from the first id to the second, as citations do. A third
 * column of numbers are weights: 0 and numbers below 0 (signed networks) are kept as they are, what
 * is not finite loses the line; a third column of words, and further columns, are attributes.
 * Nothing in such a file says that it is one: a table of nodes with their labels looks the same.
 * Source: the common form of SNAP, KONECT and the CWTS programs. Cost: linear.
 */
#include "io/formats.h"

#include <math.h>
#include <string.h>

#include "graph/plural.h"
#include "io/scan/csv.h"
#include "io/scan/input.h"

#define MOST_COLUMNS 8
#define SNIFFED_LINES 50
#define LONGEST_ID 40

typedef struct {
    RhumbAttributedNetwork *network;
    RhumbCorpusBuilder *builder;
    guint64 n_comments;
    guint64 first_comment;
    guint64 n_repeated;
    guint64 first_repeated;
    guint64 n_weights;
    guint64 first_weight;
    GHashTable *seen; /* of guint64: both ends of an edge */
    guint attributes[MOST_COLUMNS];
    guint n_attributes;
    gboolean has_header; /* whether the first line that holds anything names the columns */
    gboolean has_edges;
} Reader;

/* Cuts a line into cells, in place. Returns how many there are. */
static guint
split (char *line, char delimiter, char **cells)
{
    guint n = 0;
    const char separators[] = {delimiter == ' ' ? ' ' : delimiter, delimiter == ' ' ? '\t' : '\0',
                               '\0'};
    for (char *at = line; n < MOST_COLUMNS;) {
        if (delimiter == ' ')
            at += strspn (at, separators);
        if (*at == '\0' && delimiter == ' ')
            break;
        char *end = at + strcspn (at, separators);
        const gboolean last = *end == '\0';
        *end = '\0';
        cells[n++] = g_strstrip (at);
        if (last)
            break;
        at = end + 1;
    }
    return n;
}

static gboolean
is_number (const char *text)
{
    char *end;
    if (*text == '\0')
        return FALSE;
    g_ascii_strtod (text, &end);
    return *end == '\0';
}

/* The third column is the weight if it is a number; what follows keeps its place as a name. */
static void
add_attributes (Reader *reader, gsize edge, char *const *cells, guint n_cells)
{
    for (guint i = 2; i < n_cells; i++) {
        const gboolean is_weight = i == 2;
        g_autofree char *name =
            is_weight ? g_strdup ("weight") : g_strdup_printf ("column %u", i + 1);
        while (reader->n_attributes <= i - 2) {
            const RhumbAttributeType type = is_weight ? RHUMB_ATTRIBUTE_REAL : RHUMB_ATTRIBUTE_TEXT;
            reader->attributes[reader->n_attributes++] = rhumb_attributed_network_add_attribute (
                reader->network, RHUMB_ELEMENT_EDGE, name, type);
        }
        const guint attribute = reader->attributes[i - 2];
        if (!is_weight)
            rhumb_attributed_network_set_text (reader->network, RHUMB_ELEMENT_EDGE, edge, attribute,
                                               cells[i]);
        else if (is_number (cells[i]))
            rhumb_attributed_network_set_real (reader->network, RHUMB_ELEMENT_EDGE, edge, attribute,
                                               g_ascii_strtod (cells[i], NULL));
    }
}

static void
add_edge (Reader *reader, char *const *cells, guint n_cells, guint64 line)
{
    RhumbAttributedNetwork *network = reader->network;
    const guint32 n_before = rhumb_attributed_network_get_n_nodes (network);
    const guint32 from = rhumb_attributed_network_add_node (network, cells[0], NULL);
    const guint32 to = rhumb_attributed_network_add_node (network, cells[1], NULL);
    for (guint32 v = n_before; v < rhumb_attributed_network_get_n_nodes (network); v++)
        rhumb_attributed_network_set_line (network, v, line);
    const guint64 ends = (guint64)from << 32 | to;
    if (!g_hash_table_add (reader->seen, g_memdup2 (&ends, sizeof ends)) &&
        reader->n_repeated++ == 0)
        reader->first_repeated = line;
    const gsize edge = rhumb_attributed_network_add_edge (network, from, to, TRUE);
    add_attributes (reader, edge, cells, n_cells);
}

static gboolean
tell (Reader *reader, guint64 n, guint64 line, const char *what, const char *why, GError **error)
{
    if (n == 0)
        return TRUE;
    g_autofree char *found = g_strdup_printf ("%" G_GUINT64_FORMAT " %s", n, what);
    return rhumb_corpus_builder_report (reader->builder, RHUMB_EVENT_NOTE, line, found, why, error);
}

/* A comma, semicolon or tab if the first line of edges has one, else blanks. */
static char
find_delimiter (const char *head, gsize length)
{
    for (gsize start = 0; start < length;) {
        const char *end = memchr (head + start, '\n', length - start);
        const gsize next = end != NULL ? (gsize)(end - head) : length;
        if (next > start && head[start] != '#' && head[start] != '%') {
            for (gsize i = start; i < next; i++)
                if (strchr ("\t,;", head[i]) != NULL && head[i] != '\0')
                    return head[i];
            return ' ';
        }
        start = next + 1;
    }
    return ' ';
}

/* What the first column of a header is called. */
static gboolean
is_header (const char *cell)
{
    static const char *const names[] = {"source", "from",       "citing", "head", "id1",
                                        "node1",  "fromnodeid", "src",    "u",    NULL};
    g_autofree char *lower = g_ascii_strdown (cell, -1);
    return g_strv_contains (names, lower);
}

/* What the first lines of a file show. */
typedef struct {
    guint n_lines;
    guint n_edges;            /* lines that may be edges */
    guint n_words;            /* lines of two words without weight */
    guint n_numbers;          /* lines whose two ids are numbers */
    gboolean is_known_header; /* whether the first line names columns of edges */
    gboolean first_is_words;  /* whether neither id of the first line is a number */
    guint n_ids;
    GHashTable *ids; /* of all lines but a header; different ones */
} Head;

static gboolean
may_be_edge (char *const *cells, guint n)
{
    gboolean is_edge = n >= 2 && n <= 4 && *cells[0] != '\0' && *cells[1] != '\0';
    for (guint i = 0; is_edge && i < n; i++)
        is_edge = strlen (cells[i]) <= LONGEST_ID && strpbrk (cells[i], " {}[]<>\"@") == NULL;
    return is_edge && (n < 3 || is_number (cells[2]) || is_header (cells[0]));
}

static void
look_at_line (Head *head, char *line, char delimiter)
{
    char *cells[MOST_COLUMNS];
    const guint n = split (line, delimiter, cells);
    const gboolean is_edge = may_be_edge (cells, n);
    const gboolean is_first = head->n_lines++ == 0;
    head->n_edges += is_edge;
    if (!is_edge)
        return;
    const gboolean numbers = is_number (cells[0]) && is_number (cells[1]);
    head->n_numbers += numbers;
    head->n_words += !numbers && n == 2;
    if (is_first) {
        head->is_known_header = is_header (cells[0]);
        head->first_is_words = !is_number (cells[0]) && !is_number (cells[1]);
    }
    for (guint i = 0; i < 2 && !(is_first && head->is_known_header); i++, head->n_ids++)
        g_hash_table_add (head->ids, g_strdup (cells[i]));
}

static void
look_at_head (Head *found, const char *head, gsize length)
{
    const char delimiter = find_delimiter (head, length);
    *found = (Head){.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL)};
    for (gsize start = 0; start < length && found->n_lines < SNIFFED_LINES;) {
        const char *end = memchr (head + start, '\n', length - start);
        if (end == NULL && start > 0 && length >= RHUMB_HEAD_LENGTH)
            break;
        const gsize next = end != NULL ? (gsize)(end - head) : length;
        g_autofree char *line = g_strndup (head + start, next - start);
        start = next + 1;
        g_strstrip (line);
        if (*line != '\0' && *line != '#' && *line != '%')
            look_at_line (found, line, delimiter);
    }
}

static void
head_clear (Head *head)
{
    g_clear_pointer (&head->ids, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Head, head_clear)

/* A first line of words above numbers names the columns, whatever it calls them. */
static gboolean
has_header (const Head *head)
{
    return head->is_known_header ||
           (head->first_is_words && head->n_lines >= 2 && head->n_numbers == head->n_lines - 1);
}

static gboolean
read_line (Reader *reader, const RhumbLine *line, char delimiter, char **header, GError **error)
{
    if (line->text[0] == '#' || line->text[0] == '%') {
        if (reader->n_comments++ == 0)
            reader->first_comment = line->number;
        return TRUE;
    }
    g_autofree char *copy = g_strdup (line->text);
    char *cells[MOST_COLUMNS];
    const guint n = split (g_strstrip (copy), delimiter, cells);
    if (n == 0 || (n == 1 && *cells[0] == '\0'))
        return TRUE;
    if (n < 2 || *cells[0] == '\0' || *cells[1] == '\0')
        return rhumb_corpus_builder_report (reader->builder, RHUMB_EVENT_RECORD_LOST, line->number,
                                            line->text, "expected two ids", error);
    if (n > 2 && is_number (cells[2]) && !isfinite (g_ascii_strtod (cells[2], NULL)))
        return rhumb_corpus_builder_report (reader->builder, RHUMB_EVENT_RECORD_LOST, line->number,
                                            line->text, "expected a finite weight", error);
    if (n > 2 && is_number (cells[2]) && reader->n_weights++ == 0)
        reader->first_weight = line->number;
    if (!reader->has_edges && *header == NULL && reader->has_header) {
        *header = g_strdup (line->text);
        return TRUE;
    }
    reader->has_edges = TRUE;
    add_edge (reader, cells, n, line->number);
    return TRUE;
}

/* Both ends count: g_int64_hash() would put all edges to one node in one place. */
static guint
hash_ends (gconstpointer ends)
{
    const guint64 mixed = *(const guint64 *)ends * 0x9e3779b97f4a7c15ULL;
    return (guint)(mixed >> 32);
}

static gboolean
read_edge_list (RhumbInput *input, RhumbAttributedNetwork *network, RhumbCorpusBuilder *builder,
                GError **error)
{
    gsize length;
    const char *head = rhumb_input_get_head (input, &length);
    const char delimiter = find_delimiter (head, length);
    g_autoptr (GHashTable) seen = g_hash_table_new_full (hash_ends, g_int64_equal, g_free, NULL);
    g_auto (Head) first = {0};
    look_at_head (&first, head, length);
    Reader reader = {
        .network = network, .builder = builder, .seen = seen, .has_header = has_header (&first)};
    g_autofree char *header = NULL;
    const gsize n_before = rhumb_attributed_network_get_n_edges (network);
    GError *problem = NULL;
    RhumbLine line;
    while (rhumb_input_read_line (input, &line, &problem))
        if (!read_line (&reader, &line, delimiter, &header, error))
            return FALSE;
    if (problem != NULL) {
        g_propagate_error (error, problem);
        return FALSE;
    }
    const gsize n_edges = rhumb_attributed_network_get_n_edges (network) - n_before;
    return tell (&reader, reader.n_comments, reader.first_comment,
                 rhumb_plural (reader.n_comments, "line of comment", "lines of comment"),
                 "hold no edges", error) &&
           tell (&reader, header != NULL, 1, "line with names of columns", "holds no edge",
                 error) &&
           tell (&reader, n_edges, 0, rhumb_plural (n_edges, "line", "lines"),
                 "taken as edges, each from its first column to its second", error) &&
           tell (&reader, reader.n_repeated, reader.first_repeated,
                 rhumb_plural (reader.n_repeated, "edge that is there already",
                               "edges that are there already"),
                 "a reference counts once", error) &&
           tell (&reader, reader.n_weights, reader.first_weight,
                 rhumb_plural (reader.n_weights, "edge with a weight", "edges with a weight"),
                 "kept in the network; among papers a reference counts once", error);
}

/* All of the first lines have two to four short cells, most of them without blanks. Two columns of
 * words alone are edges only if they are called so, or if ids come again, as nodes with several
 * edges do. */
static guint
sniff (const char *head, gsize length)
{
    g_auto (Head) found = {0};
    look_at_head (&found, head, length);
    if (found.n_lines < 2 || found.n_edges != found.n_lines)
        return 0;
    const guint n_words = found.n_words - (found.n_words > 0 && has_header (&found));
    const gboolean come_again = g_hash_table_size (found.ids) < found.n_ids;
    return n_words == 0 || found.is_known_header || come_again ? 40 : 0;
}

static const char *const suffixes[] = {NULL};

const RhumbFormat rhumb_format_edge_list = {
    .name = "edge-list",
    .suffixes = suffixes,
    .summary = "edge list: two ids and perhaps a weight a line",
    .sniff = sniff,
    .read_network = read_edge_list,
};
