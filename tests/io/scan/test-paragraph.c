/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "io/scan/paragraph.h"

#include <string.h>

#define TEXT                                                                                      \
    "Large networks cost much to train and to serve, and most of what they hold is not needed "   \
    "for an answer. We study which half of their weights can be left out, compare four ways to "  \
    "choose it on nine tasks, and find that the simplest one, by size, is as good as those that " \
    "look at the data. The long- and short-term effects differ, as state-of-the-art methods show."

static char *
wrap (const char *text, gsize width)
{
    GString *out = g_string_new (NULL);
    gsize column = 0;
    g_auto (GStrv) words = g_strsplit (text, " ", -1);
    for (gsize i = 0; words[i] != NULL; i++) {
        const gsize length = strlen (words[i]);
        if (column > 0) {
            const gboolean fits = column + 1 + length <= width;
            g_string_append_c (out, fits ? ' ' : '\n');
            column = fits ? column + 1 : 0;
        }
        g_string_append (out, words[i]);
        column += length;
    }
    return g_string_free (out, FALSE);
}

static void
assert_paragraphs (const char *text, const char *const *expected)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbInput) input = rhumb_input_new_for_memory ("x", text, strlen (text), &error);
    g_assert_no_error (error);
    g_autoptr (RhumbParagraphs) paragraphs = rhumb_paragraphs_new (input);
    char *paragraph;
    guint64 line;
    for (gsize i = 0; expected[i] != NULL; i++) {
        g_assert_true (rhumb_paragraphs_next (paragraphs, &paragraph, &line, &error));
        g_assert_cmpstr (paragraph, ==, expected[i]);
        g_free (paragraph);
    }
    g_assert_false (rhumb_paragraphs_next (paragraphs, &paragraph, &line, &error));
    g_assert_no_error (error);
}

static void
takes_lines (void)
{
    assert_paragraphs ("One\n\n\nTwo\n  Three \n\xC2\xA0\n" TEXT "\nFour",
                       (const char *const[]){"One", "Two", "Three", TEXT, "Four", NULL});
}

static void
joins_wrapped (void)
{
    for (gsize width = 50; width <= 100; width += 5) {
        g_autofree char *wrapped = wrap (TEXT, width);
        g_autofree char *text =
            g_strdup_printf ("Title One\n\n%s\n\nTitle Two\n\n%s\n", wrapped, wrapped);
        assert_paragraphs (text, (const char *const[]){"Title One", TEXT, "Title Two", TEXT, NULL});
    }
}

static void
parts_titles_from_wrapped (void)
{
    g_autofree char *wrapped = wrap (TEXT, 80);
    g_autofree char *text = g_strdup_printf ("Title One\n%s\nTitle Two\n%s\n", wrapped, wrapped);
    assert_paragraphs (text, (const char *const[]){"Title One", TEXT, "Title Two", TEXT, NULL});
}

static void
joins_hyphens (void)
{
    g_autofree char *wrapped = wrap (TEXT, 80);
    g_autoptr (GString) text = g_string_new (wrapped);
    g_string_replace (text, "state-of-the-art", "state-of-the-\nart", 0);
    assert_paragraphs (text->str, (const char *const[]){TEXT, NULL});
}

static void
numbers_lines (void)
{
    static const char text[] = "One\r\n\r\nTwo\r\n";
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbInput) input = rhumb_input_new_for_memory ("x", text, strlen (text), &error);
    g_autoptr (RhumbParagraphs) paragraphs = rhumb_paragraphs_new (input);
    guint64 line;
    for (guint64 expected = 1; expected <= 3; expected += 2) {
        g_autofree char *paragraph = NULL;
        g_assert_true (rhumb_paragraphs_next (paragraphs, &paragraph, &line, &error));
        g_assert_cmpuint (line, ==, expected);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/paragraph/takes-each-line-of-unwrapped-text", takes_lines);
    g_test_add_func ("/paragraph/joins-lines-wrapped-at-any-width", joins_wrapped);
    g_test_add_func ("/paragraph/parts-titles-from-wrapped-text-without-blank-lines",
                     parts_titles_from_wrapped);
    g_test_add_func ("/paragraph/joins-words-broken-at-their-hyphen", joins_hyphens);
    g_test_add_func ("/paragraph/knows-the-line-it-began-on", numbers_lines);
    return g_test_run ();
}
