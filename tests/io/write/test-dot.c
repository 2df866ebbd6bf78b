/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "io/graphviz-door.h"

#include <string.h>

#include "graph/error.h"
#include "tests/io/write/hostile.h"
#include "io/formats.h"
#include "tests/io/write/sample-map.h"

static char *
write_dot (const char *words, const char *url, gsize *length)
{
    g_autoptr (RhumbMap) map = sample_map (words, url, 100);
    return sample_write (&rhumb_format_dot, map, length);
}

static char *
draw (const char *dot, gsize length)
{
    g_autofree char *program = g_find_program_in_path ("neato");
    if (program == NULL)
        return NULL;
    g_autoptr (GSubprocess) neato =
        g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                              G_SUBPROCESS_FLAGS_STDERR_PIPE,
                          NULL, program, "-n2", "-Tsvg", NULL);
    g_autoptr (GBytes) input = g_bytes_new (dot, length);
    g_autoptr (GBytes) output = NULL;
    g_autoptr (GBytes) errors = NULL;
    g_assert_true (g_subprocess_communicate (neato, input, NULL, &output, &errors, NULL));
    g_assert_true (g_subprocess_get_successful (neato));
    g_assert_cmpuint (g_bytes_get_size (errors), ==, 0);
    gsize n;
    const char *svg = g_bytes_get_data (output, &n);
    return g_strndup (svg, n);
}

static void
check_well_formed (const char *svg)
{
    const GMarkupParser parser = {0};
    g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
    g_autoptr (GError) error = NULL;
    g_markup_parse_context_parse (context, svg, -1, &error);
    g_assert_no_error (error);
}

static guint
count (const char *text, const char *word)
{
    guint n = 0;
    for (const char *p = strstr (text, word); p != NULL; p = strstr (p + 1, word))
        n++;
    return n;
}

static void
is_drawn_well_formed_whatever_the_words (void)
{
    for (guint i = 0; i < G_N_ELEMENTS (hostile); i++) {
        gsize length;
        g_autofree char *dot = write_dot (hostile[i], "https://example.org/?a&b=\"<", &length);
        g_autofree char *svg = draw (dot, length);
        if (svg == NULL) {
            g_test_skip ("neato is not installed");
            return;
        }
        check_well_formed (svg);
        g_assert_cmpuint (count (svg, "class=\"node"), ==, 5);
        g_assert_cmpuint (count (svg, "class=\"edge"), ==, 1);
        g_assert_cmpuint (count (svg, "xlink:href=\"https://example.org/"), ==, 1);
        g_assert_null (strstr (svg, "<script"));
    }
}

static void
shows_backslashes_and_entities_once (void)
{
    gsize length;
    g_autofree char *dot = write_dot ("a\\N b\\\\c &lt; \\", NULL, &length);
    g_autofree char *svg = draw (dot, length);
    if (svg == NULL) {
        g_test_skip ("neato is not installed");
        return;
    }
    g_assert_nonnull (strstr (svg, ">a\\N b\\\\c &amp;lt; \\</text>"));
    g_assert_nonnull (strstr (svg, "xlink:title=\"a\\N b\\\\c &amp;lt; \\\""));
}

static void
is_drawn_where_the_map_says (void)
{
    gsize length;
    g_autofree char *dot = write_dot ("words", NULL, &length);
    g_autofree char *svg = draw (dot, length);
    if (svg == NULL) {
        g_test_skip ("neato is not installed");
        return;
    }
    g_assert_nonnull (strstr (svg, "viewBox=\"0.00 0.00 400.00 200.00\""));
    g_assert_nonnull (strstr (svg, "cx=\"100\" cy=\"-100\" rx=\"12\""));
    g_assert_nonnull (strstr (svg, "M100,-100C150,-110 250,-40 300,-50"));
}

static void
add_held_label (RhumbMapBuilder *builder, RhumbMapAnchor anchor, double x)
{
    const char *const lines[] = {anchor == RHUMB_MAP_ANCHOR_START ? "begins" : "ends", NULL};
    const RhumbMapText text = {.role = RHUMB_MAP_TEXT_LABEL,
                               .owner = 0,
                               .lines = lines,
                               .x = x,
                               .y = 100,
                               .size = 12,
                               .leading = 14,
                               .anchor = anchor,
                               .colour = 0x20242cff};
    rhumb_map_builder_add_text (builder, &text);
}

static void
lines_and_hollow_boxes_are_as_in_the_map (void)
{
    g_autoptr (RhumbMapBuilder) builder = rhumb_map_builder_new (400, 200, 0xfcfcfaff, "", "");
    const RhumbMapMark mark[] = {{RHUMB_MAP_MARK_BOX, 10, 10, 80, 15, 0x44aa99ff, 0, 0},
                                 {RHUMB_MAP_MARK_BOX, 10, 10, 80, 15, 0, 0x8b93a1ff, 1}};
    for (guint i = 0; i < G_N_ELEMENTS (mark); i++)
        rhumb_map_builder_add_mark (builder, &mark[i]);
    const RhumbMapItem item = {.id = "a", .x = 200, .y = 96, .radius = 9, .name = "a"};
    rhumb_map_builder_add_item (builder, &item);
    add_held_label (builder, RHUMB_MAP_ANCHOR_START, 215);
    add_held_label (builder, RHUMB_MAP_ANCHOR_END, 185);
    g_autoptr (RhumbMap) map = rhumb_map_builder_freeze (builder, NULL);
    gsize length;
    g_autofree char *dot = sample_write (&rhumb_format_dot, map, &length);
    g_autofree char *svg = draw (dot, length);
    if (svg == NULL) {
        g_test_skip ("neato is not installed");
        return;
    }
    g_assert_nonnull (strstr (svg, "viewBox=\"0.00 0.00 400.00 200.00\""));
    g_assert_nonnull (strstr (svg, "text-anchor=\"start\" x=\"215\""));
    g_assert_nonnull (strstr (svg, "text-anchor=\"end\" x=\"185\""));
    g_assert_nonnull (strstr (svg, "<polygon fill=\"none\" stroke=\"#8b93a1\""));
}

static void
splits_strings_that_graphviz_cannot_read (void)
{
    const gsize n = 100000;
    GString *words = g_string_new (NULL);
    while (words->len < n)
        g_string_append (words, "é\\\"");
    gsize length;
    g_autofree char *dot = write_dot (words->str, NULL, &length);
    gsize longest = 0;
    gsize run = 0;
    for (gsize i = 0; i < length; i++) {
        run = dot[i] == '"' && (i == 0 || dot[i - 1] != '\\') ? 0 : run + 1;
        longest = MAX (longest, run);
    }
    g_assert_cmpuint (longest, <, 16384);
    g_autofree char *svg = draw (dot, length);
    if (svg == NULL) {
        g_test_skip ("neato is not installed");
    } else {
        check_well_formed (svg);
        g_assert_cmpuint (count (svg, "é"), >=, 3 * (guint)words->len / 4);
    }
    g_string_free (words, TRUE);
}

static void
refuses_places_off_the_page (void)
{
    g_autoptr (RhumbMap) map = sample_map ("words", NULL, 2e6);
    if (map == NULL)
        return; /* refused before it came here */
    g_autoptr (GError) error = NULL;
    g_assert_null (rhumb_graphviz_from_map (map, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT);
}

static void
writes_the_same_twice (void)
{
    gsize length;
    gsize again_length;
    g_autofree char *dot = write_dot ("words", "https://x.org", &length);
    g_autofree char *again = write_dot ("words", "https://x.org", &again_length);
    g_assert_cmpuint (length, ==, again_length);
    g_assert_cmpstr (dot, ==, again);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/dot/is-drawn-well-formed-whatever-the-words",
                     is_drawn_well_formed_whatever_the_words);
    g_test_add_func ("/dot/shows-backslashes-and-entities-once",
                     shows_backslashes_and_entities_once);
    g_test_add_func ("/dot/is-drawn-where-the-map-says", is_drawn_where_the_map_says);
    g_test_add_func ("/dot/lines-and-hollow-boxes-are-as-in-the-map",
                     lines_and_hollow_boxes_are_as_in_the_map);
    g_test_add_func ("/dot/splits-strings-that-graphviz-cannot-read",
                     splits_strings_that_graphviz_cannot_read);
    g_test_add_func ("/dot/refuses-places-off-the-page", refuses_places_off_the_page);
    g_test_add_func ("/dot/writes-the-same-twice", writes_the_same_twice);
    return g_test_run ();
}
