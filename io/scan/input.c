/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A file or pipe as numbered lines of UTF-8.
 *
 * Every reader draws from here, so what can be wrong with bytes is settled once: a byte order
 * mark is dropped, UTF-16 is converted, a line that is not UTF-8 is taken as Windows-1252 as a
 * whole, a NUL becomes a blank, and lines end with LF, CR or CR LF. Repairs are counted for the
 * report. Nothing is read twice, so a pipe is as good as a file: the head that tells the format
 * is the start of the same buffer that the lines are cut from.
 * Cost: one pass, memory for the longest line (limit 8 MiB) and one block.
 */
#include "io/scan/input.h"

#include <string.h>

#include "graph/fault.h"
#include "io/scan/byte-source.h"
#include "io/scan/encoding.h"

#define BLOCK ((gsize)256 << 10)

struct _RhumbInput {
    RhumbByteSource *source;
    RhumbEncoding encoding;
    GByteArray *raw;
    GByteArray *buffer;
    gsize start;
    gboolean at_end;
    gboolean skip_line_feed;
    guint64 n_lines;
    GString *decoded;
    RhumbRepairs repairs;
};

/* Sets an error that begins with the input's name and a line. @input: the input that a message is
 * about; @code: a #RhumbError; @line: line, from 1; @expected: what was expected, or %NULL;
 * @format: what was found. */
void
rhumb_input_set_error (const RhumbInput *input, GError **error, int code, guint64 line,
                       const char *expected, const char *format, ...)
{
    va_list arguments;
    va_start (arguments, format);
    g_autofree char *found = g_strdup_vprintf (format, arguments);
    va_end (arguments);
    rhumb_set_fault (error, code, rhumb_byte_source_get_name (input->source), line, found,
                     expected);
}

/* Reads one block to the end of @array; at the end of the file nothing is appended. */
static gboolean
read_block (RhumbInput *input, GByteArray *array, GError **error)
{
    const guint old_length = array->len;
    gsize n_read = 0;
    g_byte_array_set_size (array, old_length + (guint)BLOCK);
    const gboolean read =
        rhumb_byte_source_read (input->source, array->data + old_length, BLOCK, &n_read, error);
    g_byte_array_set_size (array, old_length + (guint)n_read);
    input->at_end = read && n_read == 0;
    return read;
}

static gboolean
fill (RhumbInput *input, GError **error)
{
    if (input->start > 0) {
        g_byte_array_remove_range (input->buffer, 0, (guint)input->start);
        input->start = 0;
    }
    if (input->encoding == RHUMB_ENCODING_UTF8)
        return read_block (input, input->buffer, error);
    if (!read_block (input, input->raw, error))
        return FALSE;
    const gsize used = rhumb_encoding_append_utf16 (input->buffer, input->raw->data,
                                                    input->raw->len, input->encoding, input->at_end,
                                                    &input->repairs.n_broken_utf16);
    g_byte_array_remove_range (input->raw, 0, (guint)used);
    return TRUE;
}

/* Reads the first bytes as they are and drops the byte order mark. */
static gboolean
open_head (RhumbInput *input, GError **error)
{
    while (!input->at_end && input->raw->len < 4)
        if (!read_block (input, input->raw, error))
            return FALSE;
    gsize mark_length;
    input->encoding = rhumb_encoding_of_mark (input->raw->data, input->raw->len, &mark_length);
    if (mark_length > 0)
        g_byte_array_remove_range (input->raw, 0, (guint)mark_length);
    if (input->encoding == RHUMB_ENCODING_UTF8) {
        GByteArray *first = input->raw;
        input->raw = input->buffer;
        input->buffer = first;
    }
    input->at_end = FALSE;
    GError *failure = NULL;
    while (!input->at_end && input->buffer->len < RHUMB_HEAD_LENGTH && fill (input, &failure))
        ;
    /* What is before a fault is read; the fault comes again behind it. */
    if (input->buffer->len > 0 && g_error_matches (failure, RHUMB_ERROR, RHUMB_ERROR_FORMAT))
        g_clear_error (&failure);
    if (failure != NULL)
        g_propagate_error (error, failure);
    return failure == NULL;
}

/* Where CR alone ends lines, as of old spreadsheets, readers that tell what a file is see LF. */
static void
show_lines (GByteArray *head)
{
    if (head->len == 0 || memchr (head->data, '\n', head->len) != NULL ||
        memchr (head->data, '\0', head->len) != NULL)
        return;
    /* The last one may be half of CR LF. */
    for (guint i = 0; i + 1 < head->len; i++)
        if (head->data[i] == '\r')
            head->data[i] = '\n';
}

static RhumbInput *
new_input (RhumbByteSource *source, GError **error)
{
    if (source == NULL)
        return NULL;
    g_autoptr (RhumbInput) input = g_new0 (RhumbInput, 1);
    input->source = source;
    input->raw = g_byte_array_new ();
    input->buffer = g_byte_array_new ();
    input->decoded = g_string_new (NULL);
    if (!open_head (input, error))
        return NULL;
    if (input->buffer->len == 0) {
        rhumb_input_set_error (input, error, RHUMB_ERROR_FORMAT, 1, "text", "the file is empty");
        return NULL;
    }
    show_lines (input->buffer);
    return g_steal_pointer (&input);
}

/* Opens an input, compressed with gzip or zstd or not, and reads its head. @path: path of a file or
 * pipe, or "-" for standard input; @max_bytes: most bytes to read, after decompression; 0 =
 * %RHUMB_INPUT_LIMIT. Returns the input; %NULL with a #GFileError if it cannot be read (a directory
 * among others), %RHUMB_ERROR_FORMAT if it is empty or broken, %RHUMB_ERROR_UNSUPPORTED if it is
 * compressed in another way. */
RhumbInput *
rhumb_input_open (const char *path, guint64 max_bytes, GError **error)
{
    max_bytes = max_bytes > 0 ? max_bytes : RHUMB_INPUT_LIMIT;
    return new_input (rhumb_byte_source_open (path, max_bytes, error), error);
}

/* Makes an input of bytes in memory. @name: name for messages; @bytes: what a file would hold,
 * borrowed while the input lives; @length: how many bytes. Returns the input, %NULL on the errors
 * of rhumb_input_open(). */
RhumbInput *
rhumb_input_new_for_memory (const char *name, const char *bytes, gsize length, GError **error)
{
    return new_input (
        rhumb_byte_source_new_for_memory (name, bytes, length, RHUMB_INPUT_LIMIT, error), error);
}

/* rhumb_input_free: closes and frees @input; nothing happens if it is %NULL. */
void
rhumb_input_free (RhumbInput *input)
{
    if (input == NULL)
        return;
    rhumb_byte_source_free (input->source);
    g_byte_array_unref (input->raw);
    g_byte_array_unref (input->buffer);
    g_string_free (input->decoded, TRUE);
    g_free (input);
}

/* rhumb_input_get_name: the path as given, for messages. */
const char *
rhumb_input_get_name (const RhumbInput *input)
{
    return rhumb_byte_source_get_name (input->source);
}

/* rhumb_input_is_plain_file: whether its name leads to the same bytes, for libraries that open
 * files by themselves: it is no pipe, no memory and not compressed. */
gboolean
rhumb_input_is_plain_file (const RhumbInput *input)
{
    return rhumb_byte_source_is_plain_file (input->source);
}

/* Gets the first bytes after the byte order mark: at least 64 KiB unless the file is shorter.
 * @input: an input of which no line has been read; @length (out): length of the head in bytes, at
 * least 1. Returns the bytes, valid until a line is read. */
const char *
rhumb_input_get_head (const RhumbInput *input, gsize *length)
{
    *length = input->buffer->len - input->start;
    return (const char *)input->buffer->data + input->start;
}

/* rhumb_input_get_repairs: what had to be repaired in the lines read so far. */
const RhumbRepairs *
rhumb_input_get_repairs (const RhumbInput *input)
{
    return &input->repairs;
}

static void
count_repair (guint64 *first, guint64 *n, guint64 line)
{
    if (*n == 0)
        *first = line;
    (*n)++;
}

/* A NUL would end the text for every reader behind this one: it becomes a blank. */
static gboolean
blank_nuls (char *text, gsize length)
{
    const gboolean found = memchr (text, '\0', length) != NULL;
    for (gsize i = 0; found && i < length; i++)
        if (text[i] == '\0')
            text[i] = ' ';
    return found;
}

static void
decode_line (RhumbInput *input, char *text, RhumbLine *line)
{
    RhumbRepairs *repairs = &input->repairs;
    if (blank_nuls (text, line->length))
        count_repair (&repairs->first_nul_line, &repairs->n_nul_lines, line->number);
    if (rhumb_encoding_is_utf8 (text, line->length)) {
        line->text = text;
        return;
    }
    count_repair (&repairs->first_windows_1252_line, &repairs->n_windows_1252_lines, line->number);
    g_string_truncate (input->decoded, 0);
    rhumb_encoding_append_windows_1252 (input->decoded, text, line->length);
    line->text = input->decoded->str;
    line->length = input->decoded->len;
}

static const guint8 *
find_line_end (const guint8 *from, gsize length)
{
    const guint8 *feed = memchr (from, '\n', length);
    const gsize before = feed != NULL ? (gsize)(feed - from) : length;
    const guint8 *carriage_return = memchr (from, '\r', before);
    return carriage_return != NULL ? carriage_return : feed;
}

/* Finds the next line in the buffer, reading on as needed. FALSE at the end or on an error. */
static gboolean
find_line (RhumbInput *input, gsize *length, GError **error)
{
    gsize seen = 0;
    for (;;) {
        const gsize available = input->buffer->len - input->start;
        const guint8 *const from = input->buffer->data + input->start;
        if (available > 0 && input->skip_line_feed) {
            input->skip_line_feed = FALSE;
            input->start += from[0] == '\n';
            continue;
        }
        const guint8 *end = seen < available ? find_line_end (from + seen, available - seen) : NULL;
        *length = end != NULL ? (gsize)(end - from) : available;
        if (*length > RHUMB_LINE_LIMIT) {
            rhumb_input_set_error (
                input, error, RHUMB_ERROR_LIMIT, input->n_lines + 1, "lines below that limit",
                "the line is longer than %" G_GSIZE_FORMAT " bytes", RHUMB_LINE_LIMIT);
            return FALSE;
        }
        if (end != NULL || (input->at_end && available > 0))
            return TRUE;
        if (input->at_end)
            return FALSE;
        seen = available;
        if (!fill (input, error))
            return FALSE;
    }
}

/* Reads one line. Empty lines count; the end of the last line may be missing. @line (out): the
 * line, numbered from 1; its text ends with a NUL. Returns %FALSE without an error at the end; with
 * %RHUMB_ERROR_LIMIT if a line is too long or a #GFileError if reading fails. */
gboolean
rhumb_input_read_line (RhumbInput *input, RhumbLine *line, GError **error)
{
    gsize length;
    if (!find_line (input, &length, error))
        return FALSE;
    const gsize end = input->start + length;
    if (end == input->buffer->len)
        g_byte_array_append (input->buffer, (const guint8 *)"", 1);
    input->skip_line_feed = input->buffer->data[end] == '\r';
    input->buffer->data[end] = '\0';
    char *text = (char *)input->buffer->data + input->start;
    line->length = length;
    line->number = ++input->n_lines;
    input->start = end + 1;
    decode_line (input, text, line);
    return TRUE;
}

/* What was read of a line whose rest cannot be read. */
static void
append_broken_line (RhumbInput *input, GString *text)
{
    RhumbLine line = {.length = input->buffer->len - input->start, .number = input->n_lines + 1};
    g_byte_array_append (input->buffer, (const guint8 *)"", 1);
    decode_line (input, (char *)input->buffer->data + input->start, &line);
    g_string_append_len (text, line.text, (gssize)line.length);
    input->start = input->buffer->len;
}

/* Reads what is left, for libraries that need the whole text. Each line ends with a newline. @text:
 * where to append UTF-8, also what is before a place that cannot be read; @limit: most bytes of it.
 * Returns %FALSE with an error of reading or %RHUMB_ERROR_LIMIT. */
gboolean
rhumb_input_read_rest (RhumbInput *input, GString *text, gsize limit, GError **error)
{
    GError *failure = NULL;
    RhumbLine line;
    while (text->len <= limit && rhumb_input_read_line (input, &line, &failure)) {
        g_string_append_len (text, line.text, (gssize)line.length);
        g_string_append_c (text, '\n');
    }
    if (g_error_matches (failure, RHUMB_ERROR, RHUMB_ERROR_FORMAT))
        append_broken_line (input, text);
    if (failure == NULL && text->len > limit)
        rhumb_input_set_error (input, &failure, RHUMB_ERROR_LIMIT, 1, NULL,
                               "a text of more than %" G_GSIZE_FORMAT
                               " MiB, which this format cannot be read in pieces of",
                               limit >> 20);
    if (failure != NULL)
        g_propagate_error (error, failure);
    return failure == NULL;
}

/* Reads all as rhumb_input_read_rest() does. Returns the text, %NULL with its errors. */
GString *
rhumb_input_read_all (RhumbInput *input, gsize limit, GError **error)
{
    g_autoptr (GString) text = g_string_new (NULL);
    return rhumb_input_read_rest (input, text, limit, error) ? g_steal_pointer (&text) : NULL;
}

/* Reads bytes instead of lines, for formats whose libraries count lines and decode by themselves:
 * as they are in the file, without its byte order mark, UTF-16 with a mark converted to UTF-8. @to:
 * where to put bytes; @room: how many fit there; @n_read (out): how many were put, 0 at the end.
 * Returns %FALSE with an error of reading. */
gboolean
rhumb_input_read_bytes (RhumbInput *input, char *to, gsize room, gsize *n_read, GError **error)
{
    if (input->start == input->buffer->len && !input->at_end && !fill (input, error))
        return FALSE;
    *n_read = MIN (room, input->buffer->len - input->start);
    if (*n_read > 0)
        memcpy (to, input->buffer->data + input->start, *n_read);
    input->start += *n_read;
    return TRUE;
}

/* rhumb_input_is_converted: whether the bytes were UTF-16, whatever a declaration in them says. */
gboolean
rhumb_input_is_converted (const RhumbInput *input)
{
    return input->encoding != RHUMB_ENCODING_UTF8;
}
