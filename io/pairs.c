/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The plainest file of a citation network, and the largest: two whole numbers a line. It becomes
 * rows directly. No paper is made of a node, no text is kept of a number: nodes are numbered in
 * the order of their numbers, which in most such files is the order of time.
 *
 * Lines that begin with # or % are comments; numbers are parted by blanks, tabs, a comma or a
 * semicolon. A file with anything else, such as a weight, a name, a number with a leading 0 or of
 * more than 18 digits, or with numbers far larger than its length, is not of this kind, and the
 * reader of edge lists takes it. As there, edges from a node to itself are left out and repeated
 * ones count once.
 *
 * Cost: one pass over the bytes; 8 bytes an edge and 5 a number up to the largest one.
 */
#include "io/pairs.h"

#include <string.h>

#include "graph/error.h"
#include "io/scan/input.h"

#define ROOM ((gsize)4 << 20)
#define MOST_DIGITS 18

/* Numbers may be this much larger than the edges are many: a table of them must pay. */
#define SPARSEST 8
#define SMALL_TABLE ((guint64)1 << 20)

typedef struct {
    guint32 *from; /* numbers as in the file */
    guint32 *to;
    gsize n;
    gsize n_allocated;
    guint32 largest;
    gboolean is_other; /* not a file of this kind */
} Pairs;

/* Reads a number without leading zeros. Returns what follows it, %NULL if there is none. */
static const char *
scan_number (const char *at, guint64 *number)
{
    const char *first = at;
    guint64 value = 0;
    for (; (guchar)(*at - '0') <= 9; at++)
        value = value * 10 + (guchar)(*at - '0');
    *number = value;
    const gsize n_digits = (gsize)(at - first);
    const gboolean is_plain = n_digits > 0 && (n_digits == 1 || *first != '0');
    return is_plain && n_digits <= MOST_DIGITS ? at : NULL;
}

static gboolean
is_blank (char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static const char *
skip_blanks (const char *at)
{
    while (is_blank (*at))
        at++;
    return at;
}

static const char *
skip_separator (const char *at)
{
    const char *first = at;
    at = skip_blanks (at);
    if (*at == ',' || *at == ';')
        at = skip_blanks (at + 1);
    return at > first ? at : NULL;
}

static void
add_pair (Pairs *pairs, guint64 from, guint64 to)
{
    /* A number at this end would need a table of 16 GiB; RHUMB_NONE is not a node either. */
    if (MAX (from, to) >= G_MAXUINT32) {
        pairs->is_other = TRUE;
        return;
    }
    if (pairs->n == pairs->n_allocated) {
        pairs->n_allocated = MAX (2 * pairs->n_allocated, 1 << 16);
        pairs->from = g_renew (guint32, pairs->from, pairs->n_allocated);
        pairs->to = g_renew (guint32, pairs->to, pairs->n_allocated);
    }
    pairs->largest = MAX (pairs->largest, (guint32)MAX (from, to));
    pairs->from[pairs->n] = (guint32)from;
    pairs->to[pairs->n++] = (guint32)to;
}

/* One line, which ends with a line feed. Returns the next. */
static const char *
scan_line (Pairs *pairs, const char *at)
{
    guint64 from;
    guint64 to;
    at = skip_blanks (at);
    if (*at == '#' || *at == '%')
        return (const char *)rawmemchr (at, '\n') + 1;
    if (*at == '\n')
        return at + 1;
    if ((at = scan_number (at, &from)) == NULL || (at = skip_separator (at)) == NULL ||
        (at = scan_number (at, &to)) == NULL || *(at = skip_blanks (at)) != '\n') {
        pairs->is_other = TRUE;
        return NULL;
    }
    add_pair (pairs, from, to);
    return at + 1;
}

/* Scans whole lines of a buffer and moves the rest to its start. Returns its length. */
static gsize
scan_buffer (Pairs *pairs, char *buffer, gsize length)
{
    const char *end = memrchr (buffer, '\n', length);
    if (end == NULL) {
        pairs->is_other |= length == ROOM; /* no pair is that long */
        return length;
    }
    const char *at = buffer;
    while (at <= end && !pairs->is_other)
        at = scan_line (pairs, at);
    const gsize rest = (gsize)(buffer + length - (end + 1));
    memmove (buffer, end + 1, rest);
    return rest;
}

static gboolean
scan_input (Pairs *pairs, RhumbInput *input, GError **error)
{
    g_autofree char *buffer = g_malloc (ROOM + 1);
    gsize length = 0;
    gsize n_read = 1;
    while (n_read > 0 && !pairs->is_other) {
        if (!rhumb_input_read_bytes (input, buffer + length, ROOM - length, &n_read, error))
            return FALSE;
        length += n_read;
        if (n_read == 0 && length > 0)
            buffer[length++] = '\n';
        length = scan_buffer (pairs, buffer, length);
    }
    return TRUE;
}

/* Gives nodes their place among the numbers that occur. Returns how many there are. */
static guint32
number_nodes (Pairs *pairs, guint64 **number)
{
    const gsize n_edges = pairs->n;
    guint32 *from = pairs->from;
    guint32 *to = pairs->to;
    const gsize n_numbers = (gsize)pairs->largest + 1;
    g_autofree guint8 *occurs = g_new0 (guint8, n_numbers);
    for (gsize e = 0; e < n_edges; e++)
        occurs[from[e]] = occurs[to[e]] = 1;
    g_autofree guint32 *node = g_new (guint32, n_numbers);
    guint32 n = 0;
    for (gsize i = 0; i < n_numbers; i++) {
        node[i] = n;
        n += occurs[i];
    }
    *number = g_new (guint64, n);
    for (gsize i = 0; i < n_numbers; i++)
        if (occurs[i])
            (*number)[node[i]] = i;
    for (gsize e = 0; e < n_edges && n < n_numbers; e++) {
        from[e] = node[from[e]];
        to[e] = node[to[e]];
    }
    return n;
}

static gsize
drop_loops (guint32 *from, guint32 *to, gsize n_edges)
{
    gsize kept = 0;
    for (gsize e = 0; e < n_edges; e++) {
        from[kept] = from[e];
        to[kept] = to[e];
        kept += from[e] != to[e];
    }
    return kept;
}

static void
pairs_clear (Pairs *pairs)
{
    g_free (pairs->from);
    g_free (pairs->to);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pairs, pairs_clear)

/**
 * rhumb_network_load_pairs:
 * @path: path of a file
 * @max_bytes: most bytes after decompression, 0 = 16 GiB
 * @network: (out) (nullable): the network, directed and without weights; %NULL if the file holds
 *   something other than pairs of whole numbers
 * @number: (out) (array) (nullable): the number of each node, ascending
 * @error: return location for an error
 *
 * Reads a network from pairs of whole numbers.
 *
 * Returns: %FALSE with a #GFileError or %RHUMB_ERROR_LIMIT
 *
 * Since: 0.2
 */
gboolean
rhumb_network_load_pairs (const char *path, guint64 max_bytes, RhumbNetwork **network,
                          guint64 **number, GError **error)
{
    *network = NULL;
    *number = NULL;
    g_autoptr (RhumbInput) input = rhumb_input_open (path, max_bytes, error);
    if (input == NULL)
        return FALSE;
    g_auto (Pairs) pairs = {0};
    if (!scan_input (&pairs, input, error))
        return FALSE;
    if (pairs.is_other || pairs.n == 0 ||
        pairs.largest > MAX (SPARSEST * (guint64)pairs.n, SMALL_TABLE))
        return TRUE;
    const guint32 n = number_nodes (&pairs, number);
    const gsize n_edges = drop_loops (pairs.from, pairs.to, pairs.n);
    *network = rhumb_network_new (RHUMB_NETWORK_DIRECTED, n, n, pairs.from, pairs.to, NULL, n_edges,
                                  error);
    return *network != NULL;
}
