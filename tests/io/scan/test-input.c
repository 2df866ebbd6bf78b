/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "io/scan/input.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "graph/error.h"

static RhumbInput *
open_bytes (const char *bytes, gsize length)
{
    g_autoptr (GError) error = NULL;
    RhumbInput *input = rhumb_input_new_for_memory ("x.txt", bytes, length, &error);
    g_assert_no_error (error);
    return input;
}

static void
assert_lines (RhumbInput *input, const char *const *lines)
{
    g_autoptr (GError) error = NULL;
    RhumbLine line;
    for (guint64 i = 0; lines[i] != NULL; i++) {
        g_assert_true (rhumb_input_read_line (input, &line, &error));
        g_assert_cmpstr (line.text, ==, lines[i]);
        g_assert_cmpuint (line.length, ==, strlen (lines[i]));
        g_assert_cmpuint (line.number, ==, i + 1);
    }
    g_assert_false (rhumb_input_read_line (input, &line, &error));
    g_assert_no_error (error);
}

static void
ends_lines (void)
{
    static const char bytes[] = "a\nb\r\nc\rd\r\r\n\ne";
    g_autoptr (RhumbInput) input = open_bytes (bytes, sizeof bytes - 1);
    assert_lines (input, (const char *const[]){"a", "b", "c", "d", "", "", "e", NULL});
}

/* A CR LF that two blocks part is still one end of a line. */
static void
ends_lines_across_blocks (void)
{
    for (gsize length = 65530; length < 65540; length++) {
        g_autoptr (GString) text = g_string_new (NULL);
        while (text->len < length)
            g_string_append_c (text, 'x');
        g_autofree char *first = g_strdup (text->str);
        g_string_append (text, "\r\nend");
        g_autoptr (RhumbInput) input = open_bytes (text->str, text->len);
        assert_lines (input, (const char *const[]){first, "end", NULL});
    }
}

static void
drops_marks (void)
{
    static const char utf8[] = "\xEF\xBB\xBFol\xC3\xA9\n";
    static const char utf16[] = "\xFF\xFEo\0l\0\xE9\0\n\0";
    static const char utf16_big[] = "\xFE\xFF\0o\0l\0\xE9\0\n";
    const struct {
        const char *bytes;
        gsize length;
    } cases[] = {
        {utf8, sizeof utf8 - 1}, {utf16, sizeof utf16 - 1}, {utf16_big, sizeof utf16_big - 1}};
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (RhumbInput) input = open_bytes (cases[i].bytes, cases[i].length);
        gsize length;
        g_assert_cmpmem (rhumb_input_get_head (input, &length), 5, "ol\xC3\xA9\n", 5);
        g_assert_cmpuint (length, ==, 5);
        assert_lines (input, (const char *const[]){"olé", NULL});
    }
}

static void
repairs_bytes (void)
{
    static const char bytes[] = "fine\ncaf\xE9 \x93q\x94\nn\0l\n\xC3\xA9\n\xFF\0";
    g_autoptr (RhumbInput) input = open_bytes (bytes, sizeof bytes - 1);
    assert_lines (input, (const char *const[]){"fine", "café “q”", "n l", "é", "ÿ ", NULL});
    const RhumbRepairs *repairs = rhumb_input_get_repairs (input);
    g_assert_cmpuint (repairs->first_windows_1252_line, ==, 2);
    g_assert_cmpuint (repairs->n_windows_1252_lines, ==, 2);
    g_assert_cmpuint (repairs->first_nul_line, ==, 3);
    g_assert_cmpuint (repairs->n_nul_lines, ==, 2);
}

static void
limits_lines (void)
{
    g_autoptr (GError) error = NULL;
    const gsize length = (gsize)10 << 20;
    g_autofree char *bytes = g_malloc (length);
    memset (bytes, 'x', length);
    bytes[1] = '\n';
    g_autoptr (RhumbInput) input = open_bytes (bytes, length);
    RhumbLine line;
    g_assert_true (rhumb_input_read_line (input, &line, &error));
    g_assert_false (rhumb_input_read_line (input, &line, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT);
    g_assert_true (g_str_has_prefix (error->message, "x.txt:2: the line is longer than 8388608"));
}

static void
refuses (void)
{
    static const char gzip[] = "\x1f\x8b\x08\0";
    static const struct {
        const char *bytes;
        gsize length;
        int code;
        const char *message;
    } cases[] = {
        {"", 0, RHUMB_ERROR_FORMAT, "x.txt:1: the file is empty, expected text"},
        {"\xEF\xBB\xBF", 3, RHUMB_ERROR_FORMAT, "x.txt:1: the file is empty, expected text"},
        {gzip, 4, RHUMB_ERROR_FORMAT,
         "x.txt:1: the compressed data end in the middle, expected a whole file"},
        {"BZh91AY", 7, RHUMB_ERROR_UNSUPPORTED,
         "x.txt:1: compressed with bzip2, expected plain text, gzip or zstd; decompress it first"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GError) error = NULL;
        g_assert_null (
            rhumb_input_new_for_memory ("x.txt", cases[i].bytes, cases[i].length, &error));
        g_assert_error (error, RHUMB_ERROR, cases[i].code);
        g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

static void
refuses_paths (void)
{
    g_autoptr (GError) missing = NULL;
    g_assert_null (rhumb_input_open ("/nonexistent/x.bib", 0, &missing));
    g_assert_error (missing, G_FILE_ERROR, G_FILE_ERROR_NOENT);
    g_assert_true (g_str_has_prefix (missing->message, "/nonexistent/x.bib: "));
    g_autoptr (GError) folder = NULL;
    g_assert_null (rhumb_input_open ("/", 0, &folder));
    g_assert_error (folder, G_FILE_ERROR, G_FILE_ERROR_ISDIR);
    g_assert_true (g_str_has_prefix (folder->message, "/: "));
}

static gpointer
write_to_pipe (gpointer path)
{
    FILE *pipe = g_fopen (path, "w");
    for (int i = 0; i < 30000; i++)
        fputs ("line\r\n", pipe);
    fclose (pipe);
    return NULL;
}

static void
reads_pipes (void)
{
    g_autofree char *folder = g_dir_make_tmp ("rhumb-test-XXXXXX", NULL);
    g_autofree char *path = g_build_filename (folder, "pipe", NULL);
    g_assert_cmpint (mkfifo (path, 0600), ==, 0);
    GThread *writer = g_thread_new ("writer", write_to_pipe, path);
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbInput) input = rhumb_input_open (path, 0, &error);
    g_assert_no_error (error);
    guint n = 0;
    RhumbLine line;
    while (rhumb_input_read_line (input, &line, &error)) {
        g_assert_cmpstr (line.text, ==, "line");
        n++;
    }
    g_assert_no_error (error);
    g_assert_cmpuint (n, ==, 30000);
    g_thread_join (writer);
    g_remove (path);
    g_rmdir (folder);
}

/* What is gone is gone: the lines end where the file now ends, or in the middle of one. */
static void
survives_a_file_that_shrinks (void)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *path = NULL;
    const int file = g_file_open_tmp ("rhumb-shrinks-XXXXXX", &path, &error);
    g_assert_no_error (error);
    g_autoptr (GString) text = g_string_new (NULL);
    while (text->len < (gsize)8 << 20)
        g_string_append (text, "a line of a file\n");
    g_assert_true (g_file_set_contents (path, text->str, (gssize)text->len, &error));
    g_autoptr (RhumbInput) input = rhumb_input_open (path, 0, &error);
    g_assert_no_error (error);
    RhumbLine line;
    guint n = 0;
    g_assert_true (rhumb_input_read_line (input, &line, &error));
    g_assert_cmpint (truncate (path, 100), ==, 0);
    while (rhumb_input_read_line (input, &line, &error))
        n++;
    g_assert_no_error (error);
    g_assert_cmpuint (n, <, text->len / strlen ("a line of a file\n"));
    g_close (file, NULL);
    g_remove (path);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/input/ends-lines-at-lf-cr-and-cr-lf", ends_lines);
    g_test_add_func ("/input/ends-lines-across-blocks", ends_lines_across_blocks);
    g_test_add_func ("/input/drops-byte-order-marks-and-converts-utf16", drops_marks);
    g_test_add_func ("/input/repairs-and-counts-bytes-that-are-no-utf8", repairs_bytes);
    g_test_add_func ("/input/limits-the-length-of-a-line", limits_lines);
    g_test_add_func ("/input/refuses-empty-and-compressed-files", refuses);
    g_test_add_func ("/input/refuses-paths-that-are-no-files", refuses_paths);
    g_test_add_func ("/input/reads-pipes", reads_pipes);
    g_test_add_func ("/input/survives-a-file-that-shrinks", survives_a_file_that_shrinks);
    return g_test_run ();
}
