/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Lines of two whole numbers, scanned by several threads: they take turns at reading a piece of
 * the file that ends with a line, and each scans what it has read.
 *
 * Lines that begin with # or % are comments; numbers are parted by blanks, tabs, a comma or a
 * semicolon. Anything else, such as a weight, a name, a number with a leading 0 or of more than
 * 18 digits, makes the file one of another kind.
 *
 * Cost: one pass over the bytes; 8 bytes a pair.
 */
#include "io/scan/pair-chunks.h"

#include <string.h>

#define ROOM ((gsize)4 << 20)
#define MOST_DIGITS 18
#define MOST_WORKERS 8

typedef struct {
    GMutex lock; /* of all that follows */
    RhumbInput *input;
    GPtrArray *chunks; /* in the order of the file */
    char *rest;        /* what was read of the next line */
    gsize n_rest;
    gboolean is_done; /* nothing is left to read, or it does not matter any more */
    gboolean is_other;
    GError *error;
} Crew;

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
add_pair (RhumbPairChunk *chunk, guint64 from, guint64 to)
{
    const guint64 larger = MAX (from, to);
    /* A number at this end would need a table of 16 GiB; RHUMB_NONE is not a node either. */
    if (larger >= G_MAXUINT32) {
        chunk->is_other = TRUE;
        return;
    }
    chunk->largest = MAX (chunk->largest, (guint32)larger);
    chunk->n_loops += from == to;
    chunk->from[chunk->n] = (guint32)from;
    chunk->to[chunk->n++] = (guint32)to;
}

/* One line, which ends with a line feed. Returns the next. */
static const char *
scan_line (RhumbPairChunk *chunk, const char *at)
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
        chunk->is_other = TRUE;
        return NULL;
    }
    add_pair (chunk, from, to);
    return at + 1;
}

static void
scan_chunk (RhumbPairChunk *chunk, const char *text, gsize length)
{
    /* The shortest pair is "1 2" and its line feed. */
    chunk->from = g_new (guint32, length / 4 + 1);
    chunk->to = g_new (guint32, length / 4 + 1);
    const char *at = text;
    while (!chunk->is_other && at < text + length)
        at = scan_line (chunk, at);
    chunk->from = g_renew (guint32, chunk->from, chunk->n + 1);
    chunk->to = g_renew (guint32, chunk->to, chunk->n + 1);
}

static void
chunk_free (gpointer data)
{
    RhumbPairChunk *chunk = data;
    g_free (chunk->from);
    g_free (chunk->to);
    g_free (chunk);
}

/* Fills @text, which has room for one byte more than ROOM, and ends the last line of the file.
 * Returns how many bytes there are. */
static gsize
read_text (Crew *crew, char *text)
{
    gsize length = crew->n_rest;
    gsize n_read = 1;
    memcpy (text, crew->rest, length);
    while (n_read > 0 && length < ROOM) {
        if (!rhumb_input_read_bytes (crew->input, text + length, ROOM - length, &n_read,
                                     &crew->error))
            return 0;
        length += n_read;
    }
    if (n_read == 0) {
        crew->is_done = TRUE;
        if (length > 0)
            text[length++] = '\n';
    }
    return length;
}

/* The next whole lines and a chunk to scan them into; %NULL if there are none. */
static RhumbPairChunk *
take_chunk (Crew *crew, char *text, gsize *n_used)
{
    if (crew->is_done)
        return NULL;
    const gsize length = read_text (crew, text);
    const char *end = length > 0 ? memrchr (text, '\n', length) : NULL;
    if (end == NULL) {
        crew->is_other |= length == ROOM; /* no pair is that long */
        crew->is_done = TRUE;
        return NULL;
    }
    *n_used = (gsize)(end + 1 - text);
    crew->n_rest = length - *n_used;
    memcpy (crew->rest, end + 1, crew->n_rest);
    RhumbPairChunk *chunk = g_new0 (RhumbPairChunk, 1);
    g_ptr_array_add (crew->chunks, chunk);
    return chunk;
}

/* Reads and scans one chunk. Returns whether there was one. */
static gboolean
do_chunk (Crew *crew, char *text)
{
    gsize length = 0;
    g_mutex_lock (&crew->lock);
    RhumbPairChunk *chunk = take_chunk (crew, text, &length);
    g_mutex_unlock (&crew->lock);
    if (chunk == NULL)
        return FALSE;
    scan_chunk (chunk, text, length);
    if (chunk->is_other) {
        g_mutex_lock (&crew->lock);
        crew->is_other = crew->is_done = TRUE;
        g_mutex_unlock (&crew->lock);
    }
    return TRUE;
}

static gpointer
work (gpointer data)
{
    g_autofree char *text = g_malloc (ROOM + 1);
    while (do_chunk (data, text))
        ;
    return NULL;
}

/* How many threads make sense if @n_threads are asked for, 0 = as many as there are processors. */
guint
rhumb_count_workers (guint n_threads)
{
    return MIN (n_threads > 0 ? n_threads : g_get_num_processors (), MOST_WORKERS);
}

/* Does @work in @n_workers threads at a time, of which one is the caller's. */
void
rhumb_work_together (guint n_workers, GThreadFunc do_work, gpointer data)
{
    GThread *threads[MOST_WORKERS];
    g_assert (n_workers >= 1 && n_workers <= MOST_WORKERS);
    for (guint i = 1; i < n_workers; i++)
        threads[i] = g_thread_new ("rhumb-pairs", do_work, data);
    do_work (data);
    for (guint i = 1; i < n_workers; i++)
        g_thread_join (threads[i]);
}

/* Scans pairs of whole numbers. @input: where to read; @n_threads: threads, 0 = as many as there
 * are processors; @chunks (out): #RhumbPairChunk in the order of the file; %NULL if it holds
 * something other than pairs. Returns %FALSE with an error of reading. */
gboolean
rhumb_scan_pairs (RhumbInput *input, guint n_threads, GPtrArray **chunks, GError **error)
{
    g_autofree char *rest = g_malloc (ROOM + 1);
    Crew crew = {.input = input, .rest = rest};
    crew.chunks = g_ptr_array_new_with_free_func (chunk_free);
    g_mutex_init (&crew.lock);
    /* A file of one chunk is scanned before a thread has started. */
    g_autofree char *text = g_malloc (ROOM + 1);
    if (do_chunk (&crew, text) && !crew.is_done)
        rhumb_work_together (rhumb_count_workers (n_threads), work, &crew);
    g_mutex_clear (&crew.lock);
    if (crew.error != NULL || crew.is_other)
        g_clear_pointer (&crew.chunks, g_ptr_array_unref);
    *chunks = crew.chunks;
    if (crew.error == NULL)
        return TRUE;
    g_propagate_error (error, crew.error);
    return FALSE;
}
