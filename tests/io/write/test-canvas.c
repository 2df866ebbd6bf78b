/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What is painted through librsvg and cairo: PNG and PDF.
 */
#include "io/write/canvas.h"

#include <string.h>

#include "graph/error.h"
#include "io/formats.h"
#include "tests/io/write/hostile.h"
#include "io/write/pdf.h"
#include "io/write/png.h"
#include "io/write/svg.h"
#include "tests/io/write/sample-map.h"

static guint32
big_endian (const char *p)
{
    const guchar *b = (const guchar *)p;
    return (guint32)b[0] << 24 | (guint32)b[1] << 16 | (guint32)b[2] << 8 | b[3];
}

static void
png_has_two_pixels_a_point (void)
{
    g_autoptr (RhumbMap) map = sample_map ("words", NULL, 100);
    gsize length;
    g_autofree char *png = sample_write (&rhumb_format_png, map, &length);
    g_assert_cmpuint (length, >, 1000);
    g_assert_cmpint (memcmp (png, "\x89PNG\r\n\x1a\n", 8), ==, 0);
    g_assert_cmpuint (big_endian (png + 16), ==, 800);
    g_assert_cmpuint (big_endian (png + 20), ==, 400);
}

/* 144 pixels an inch are 5669 a metre; the checksum is that of the chunk's own bytes. */
static void
png_tells_its_pixels_a_metre (void)
{
    g_autoptr (RhumbMap) map = sample_map ("words", NULL, 100);
    gsize length;
    g_autofree char *png = sample_write (&rhumb_format_png, map, &length);
    g_assert_cmpuint (big_endian (png + 33), ==, 9);
    g_assert_cmpint (memcmp (png + 37, "pHYs", 4), ==, 0);
    g_assert_cmpuint (big_endian (png + 41), ==, 5669);
    g_assert_cmpuint (big_endian (png + 45), ==, 5669);
    g_assert_cmpint (png[49], ==, 1);
    g_assert_cmpuint (big_endian (png + 50), ==, 0x495224f0);
}

/* The kind of a PNG's pixels is told in byte 25: 2 colours alone, 6 how opaque they are too. */
static void
png_is_transparent_where_the_page_is (void)
{
    const struct {
        guint32 paper;
        char kind;
    } pages[] = {{0xfcfcfaff, 2}, {0xfcfcfa00, 6}};
    for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (RhumbMapBuilder) builder =
            rhumb_map_builder_new (40, 20, pages[i].paper, "words", "words");
        g_autoptr (RhumbMap) map = rhumb_map_builder_freeze (builder, &error);
        g_assert_no_error (error);
        gsize length;
        g_autofree char *png = sample_write (&rhumb_format_png, map, &length);
        g_assert_cmpuint (length, >, 26);
        g_assert_cmpint (png[25], ==, pages[i].kind);
    }
}

static void
paints_discs_where_the_map_says (void)
{
    g_autoptr (RhumbMap) map = sample_map ("words", NULL, 100);
    cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 400, 200);
    cairo_t *cairo = cairo_create (surface);
    g_autoptr (GError) error = NULL;
    g_assert_true (rhumb_canvas_draw (map, cairo, &error));
    cairo_surface_flush (surface);
    const guchar *row = cairo_image_surface_get_data (surface) +
                        (gsize)cairo_image_surface_get_stride (surface) * 100;
    guint32 pixel;
    memcpy (&pixel, row + 4 * 100, sizeof pixel);
    g_assert_cmphex (pixel & 0xffffff, ==, 0x44aa99);
    memcpy (&pixel, row + 4 * 2, sizeof pixel);
    g_assert_cmphex (pixel & 0xffffff, ==, 0xfcfcfa);
    cairo_destroy (cairo);
    cairo_surface_destroy (surface);
}

static void
writes_the_same_twice (void)
{
    const RhumbFormat *const format[] = {&rhumb_format_png, &rhumb_format_pdf};
    for (guint i = 0; i < G_N_ELEMENTS (format); i++) {
        gsize length;
        gsize again_length;
        g_autoptr (RhumbMap) map = sample_map ("words", NULL, 100);
        g_autofree char *bytes = sample_write (format[i], map, &length);
        g_autofree char *again = sample_write (format[i], map, &again_length);
        g_assert_cmpuint (length, ==, again_length);
        g_assert_cmpint (memcmp (bytes, again, length), ==, 0);
    }
}

/* What a program says about a PDF file on its standard input; NULL if it is not installed. */
static char *
ask (const char *name, const char *option, const char *pdf, gsize length)
{
    g_autofree char *program = g_find_program_in_path (name);
    if (program == NULL)
        return NULL;
    g_autoptr (GSubprocess) process =
        g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL,
                          program, option, "-", "-", NULL);
    g_autoptr (GBytes) input = g_bytes_new (pdf, length);
    g_autoptr (GBytes) output = NULL;
    g_assert_true (g_subprocess_communicate (process, input, NULL, &output, NULL, NULL));
    gsize n;
    const char *text = g_bytes_get_data (output, &n);
    return g_strndup (text, n);
}

static void
pdf_is_dated_by_the_environment_not_the_clock (void)
{
    gsize length;
    gsize dated_length;
    g_autoptr (RhumbMap) map = sample_map ("words", NULL, 100);
    g_unsetenv ("SOURCE_DATE_EPOCH");
    g_autofree char *pdf = sample_write (&rhumb_format_pdf, map, &length);
    g_assert_true (g_setenv ("SOURCE_DATE_EPOCH", "1000000000", TRUE));
    g_autofree char *dated = sample_write (&rhumb_format_pdf, map, &dated_length);
    g_assert_true (g_setenv ("SOURCE_DATE_EPOCH", "not a number", TRUE));
    gsize wrong_length;
    g_autofree char *wrong = sample_write (&rhumb_format_pdf, map, &wrong_length);
    g_unsetenv ("SOURCE_DATE_EPOCH");
    g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
    g_assert_cmpuint (length, ==, wrong_length);
    g_assert_cmpint (memcmp (pdf, wrong, length), ==, 0);
    g_assert_true (length != dated_length || memcmp (pdf, dated, length) != 0);
}

static void
pdf_has_text_that_can_be_searched (void)
{
    g_autoptr (RhumbMap) map = sample_map ("a searchable name", NULL, 100);
    gsize length;
    g_autofree char *pdf = sample_write (&rhumb_format_pdf, map, &length);
    g_autofree char *text = ask ("pdftotext", "-q", pdf, length);
    if (text == NULL)
        g_test_skip ("pdftotext is not installed");
    else
        g_assert_nonnull (strstr (text, "a searchable name"));
}

static void
paints_whatever_the_words (void)
{
    for (guint i = 0; i < G_N_ELEMENTS (hostile); i++) {
        gsize length;
        g_autoptr (RhumbMap) map = sample_map (hostile[i], "https://x.org/\"<", 100);
        g_free (sample_write (&rhumb_format_pdf, map, &length));
        g_assert_cmpuint (length, >, 1000);
    }
}

static void
tells_when_a_stream_is_full (void)
{
    const RhumbFormat *const format[] = {&rhumb_format_png, &rhumb_format_pdf, &rhumb_format_svg,
                                         &rhumb_format_dot};
    g_autoptr (RhumbMap) map = sample_map ("words", NULL, 100);
    for (guint i = 0; i < G_N_ELEMENTS (format); i++) {
        char small[100];
        g_autoptr (GOutputStream) stream =
            g_memory_output_stream_new (small, sizeof small, NULL, NULL);
        g_autoptr (GError) error = NULL;
        g_assert_false (format[i]->write_map (map, stream, &error));
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
    }
}

static void
refuses_a_picture_of_too_many_pixels (void)
{
    g_autoptr (RhumbMapBuilder) builder =
        rhumb_map_builder_new (20000, 600, 0xffffffff, "wide", NULL);
    g_autoptr (RhumbMap) map = rhumb_map_builder_freeze (builder, NULL);
    g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
    g_autoptr (GError) error = NULL;
    g_assert_false (rhumb_format_png.write_map (map, stream, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/canvas/png-has-two-pixels-a-point", png_has_two_pixels_a_point);
    g_test_add_func ("/canvas/png-tells-its-pixels-a-metre", png_tells_its_pixels_a_metre);
    g_test_add_func ("/canvas/png-is-transparent-where-the-page-is",
                     png_is_transparent_where_the_page_is);
    g_test_add_func ("/canvas/paints-discs-where-the-map-says", paints_discs_where_the_map_says);
    g_test_add_func ("/canvas/writes-the-same-twice", writes_the_same_twice);
    g_test_add_func ("/canvas/pdf-is-dated-by-the-environment-not-the-clock",
                     pdf_is_dated_by_the_environment_not_the_clock);
    g_test_add_func ("/canvas/pdf-has-text-that-can-be-searched",
                     pdf_has_text_that_can_be_searched);
    g_test_add_func ("/canvas/paints-whatever-the-words", paints_whatever_the_words);
    g_test_add_func ("/canvas/tells-when-a-stream-is-full", tells_when_a_stream_is_full);
    g_test_add_func ("/canvas/refuses-a-picture-of-too-many-pixels",
                     refuses_a_picture_of_too_many_pixels);
    return g_test_run ();
}
