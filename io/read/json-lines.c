/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * JSON Lines on several threads.
 *
 * Lines do not depend on each other, so this thread cuts the input into chunks of whole lines and
 * workers parse and clean their records, each with a parser, a reader and a part of the builder of
 * its own. Chunks come back in the order of the file, and with them the report and the first
 * error: what is read is the same for any number of threads. An input of one chunk is read here.
 * Cost: linear; memory for two chunks a worker.
 */
#include "io/read/json-lines.h"

#include <string.h>

#include "graph/corpus-builder-parts.h"

#define CHUNK_BYTES ((gsize)1 << 20)
#define MOST_WORKERS 64

/* A line of a chunk. */
typedef struct {
    gsize start;
    gsize length;
    guint64 number;
} Place;

typedef struct {
    GString *text;
    GArray *places;
    RhumbBatch *batch; /* what came of it, if not an error */
    GError *error;
    gboolean is_done;
} Chunk;

typedef struct {
    RhumbJsonReader *reader; /* whose builder is the whole */
    RhumbInput *input;
    GAsyncQueue *todo; /* of Chunk; the crew itself = no more */
    GQueue order;      /* of Chunk, in the order of the file */
    GMutex lock;
    GCond done;
    GThread *threads[MOST_WORKERS];
    RhumbCorpusBuilder *parts[MOST_WORKERS];
    guint n_workers;
    guint n_started; /* workers that have taken their part */
} Crew;

static Chunk *
chunk_new (void)
{
    Chunk *chunk = g_new0 (Chunk, 1);
    chunk->text = g_string_sized_new (CHUNK_BYTES + CHUNK_BYTES / 4);
    chunk->places = g_array_new (FALSE, FALSE, sizeof (Place));
    return chunk;
}

static void
chunk_free (gpointer data)
{
    Chunk *chunk = data;
    g_string_free (chunk->text, TRUE);
    g_array_unref (chunk->places);
    g_clear_pointer (&chunk->batch, rhumb_batch_free);
    g_clear_error (&chunk->error);
    g_free (chunk);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Chunk, chunk_free)

static gboolean
is_blank (const RhumbLine *line)
{
    return line->text[strspn (line->text, " \t")] == '\0';
}

/* Fills a chunk with whole lines. It is empty at the end of the input or with an error. */
static Chunk *
read_chunk (RhumbInput *input, GError **error)
{
    Chunk *chunk = chunk_new ();
    RhumbLine line;
    while (chunk->text->len < CHUNK_BYTES && rhumb_input_read_line (input, &line, error)) {
        if (is_blank (&line))
            continue;
        const Place place = {chunk->text->len, line.length, line.number};
        g_array_append_val (chunk->places, place);
        g_string_append_len (chunk->text, line.text, (gssize)line.length + 1);
    }
    return chunk;
}

static gboolean
take_chunk (RhumbJsonReader *reader, RhumbJsonParser *parser, const Chunk *chunk, GError **error)
{
    for (guint i = 0; i < chunk->places->len; i++) {
        const Place *place = &g_array_index (chunk->places, Place, i);
        const RhumbLine line = {chunk->text->str + place->start, place->length, place->number};
        if (!rhumb_json_take_line (reader, parser, &line, error))
            return FALSE;
    }
    return TRUE;
}

static RhumbCorpusBuilder *
take_part (Crew *crew)
{
    g_mutex_lock (&crew->lock);
    RhumbCorpusBuilder *part = crew->parts[crew->n_started++];
    g_mutex_unlock (&crew->lock);
    return part;
}

static gpointer
work (gpointer data)
{
    Crew *crew = data;
    RhumbCorpusBuilder *part = take_part (crew);
    g_autoptr (RhumbJsonParser) parser = rhumb_json_parser_new ();
    g_auto (RhumbJsonReader) reader = {0};
    rhumb_json_reader_init (&reader, part, crew->reader->take);
    for (;;) {
        gpointer next = g_async_queue_pop (crew->todo);
        if (next == crew)
            return NULL;
        Chunk *chunk = next;
        take_chunk (&reader, parser, chunk, &chunk->error);
        chunk->batch = rhumb_corpus_builder_cut_batch (part);
        g_mutex_lock (&crew->lock);
        chunk->is_done = TRUE;
        g_cond_signal (&crew->done);
        g_mutex_unlock (&crew->lock);
    }
}

static void
crew_init (Crew *crew, RhumbJsonReader *reader, RhumbInput *input, guint n_workers)
{
    *crew = (Crew){.reader = reader, .input = input, .n_workers = n_workers};
    crew->todo = g_async_queue_new ();
    g_queue_init (&crew->order);
    g_mutex_init (&crew->lock);
    g_cond_init (&crew->done);
    for (guint i = 0; i < n_workers; i++)
        crew->parts[i] = rhumb_corpus_builder_new_part (reader->builder);
    for (guint i = 0; i < n_workers; i++)
        crew->threads[i] = g_thread_new ("rhumb-json", work, crew);
}

/* Waits for the workers, who finish the chunks that were handed out. */
static void
crew_clear (Crew *crew)
{
    for (guint i = 0; i < crew->n_workers; i++)
        g_async_queue_push (crew->todo, crew);
    /* Which worker took which part is unknown: no part ends before all of them have. */
    for (guint i = 0; i < crew->n_workers; i++)
        g_thread_join (crew->threads[i]);
    for (guint i = 0; i < crew->n_workers; i++)
        rhumb_corpus_builder_end_part (crew->reader->builder, crew->parts[i]);
    g_queue_clear_full (&crew->order, chunk_free);
    g_async_queue_unref (crew->todo);
    g_mutex_clear (&crew->lock);
    g_cond_clear (&crew->done);
}

static void
hand_out (Crew *crew, Chunk *chunk)
{
    g_queue_push_tail (&crew->order, chunk);
    g_async_queue_push (crew->todo, chunk);
}

/* Waits for the first chunk and adds what came of it. */
static gboolean
collect (Crew *crew, GError **error)
{
    g_autoptr (Chunk) chunk = g_queue_pop_head (&crew->order);
    g_mutex_lock (&crew->lock);
    while (!chunk->is_done)
        g_cond_wait (&crew->done, &crew->lock);
    g_mutex_unlock (&crew->lock);
    if (chunk->error != NULL) {
        g_propagate_error (error, g_steal_pointer (&chunk->error));
        return FALSE;
    }
    rhumb_corpus_builder_add_batch (crew->reader->builder, g_steal_pointer (&chunk->batch));
    return TRUE;
}

/* What was read before an error of the input is taken first: it may hold an earlier one. */
static gboolean
run_crew (Crew *crew, GError **error)
{
    GError *failure = NULL;
    for (gboolean at_end = FALSE; !at_end || crew->order.length > 0;) {
        if (!at_end && crew->order.length < 2 * crew->n_workers) {
            Chunk *chunk = read_chunk (crew->input, &failure);
            at_end = failure != NULL || chunk->places->len == 0;
            hand_out (crew, chunk);
        } else if (!collect (crew, error)) {
            g_clear_error (&failure);
            return FALSE;
        }
    }
    if (failure != NULL)
        g_propagate_error (error, failure);
    return failure == NULL;
}

/* Reads the rest of JSON Lines. @reader: a reader, whose builder says how many threads may work;
 * @parser: its parser; @input: an input whose next lines are a record each. Returns %FALSE with an
 * error of reading or, if reading is strict, of a record. */
gboolean
rhumb_json_read_lines (RhumbJsonReader *reader, RhumbJsonParser *parser, RhumbInput *input,
                       GError **error)
{
    const guint n_workers =
        MIN (rhumb_corpus_builder_get_n_threads (reader->builder), MOST_WORKERS);
    for (;;) {
        GError *failure = NULL;
        g_autoptr (Chunk) chunk = read_chunk (input, &failure);
        const gboolean is_last = failure != NULL || chunk->text->len < CHUNK_BYTES;
        if (n_workers > 1 && !is_last) {
            Crew crew;
            crew_init (&crew, reader, input, n_workers);
            hand_out (&crew, g_steal_pointer (&chunk));
            const gboolean read = run_crew (&crew, error);
            crew_clear (&crew);
            return read;
        }
        const gboolean taken = take_chunk (reader, parser, chunk, error);
        if (!taken)
            g_clear_error (&failure);
        if (taken && failure != NULL)
            g_propagate_error (error, failure);
        if (!taken || failure != NULL || is_last)
            return taken && failure == NULL;
    }
}
