/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "io/write/svg.h"

#include <locale.h>
#include <string.h>

#include "tests/io/write/hostile.h"
#include "tests/io/write/sample-map.h"

typedef struct {
    GString *text;
    guint n_circles;
    guint n_links;
    guint n_titles;
} Seen;

static void
see_start (GMarkupParseContext *context, const char *element, const char **names,
           const char **values, gpointer data, GError **error)
{
    (void)context;
    (void)error;
    Seen *seen = data;
    g_assert_cmpstr (element, !=, "script");
    seen->n_circles += g_str_equal (element, "circle") ? 1 : 0;
    seen->n_titles += g_str_equal (element, "title") ? 1 : 0;
    for (guint i = 0; names[i] != NULL; i++) {
        g_assert_false (g_str_has_prefix (names[i], "on"));
        if (g_str_equal (names[i], "href")) {
            seen->n_links++;
            g_assert_true (g_str_has_prefix (values[i], "https://"));
        }
    }
}

static void
see_text (GMarkupParseContext *context, const char *text, gsize length, gpointer data,
          GError **error)
{
    (void)context;
    (void)error;
    g_string_append_len (((Seen *)data)->text, text, (gssize)length);
}

static Seen
parse (const char *svg, gsize length)
{
    const GMarkupParser parser = {see_start, NULL, see_text, NULL, NULL};
    Seen seen = {.text = g_string_new (NULL)};
    g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &seen, NULL);
    g_autoptr (GError) error = NULL;
    g_markup_parse_context_parse (context, svg, (gssize)length, &error);
    g_assert_no_error (error);
    g_markup_parse_context_end_parse (context, &error);
    g_assert_no_error (error);
    return seen;
}

static char *
write_svg (const char *words, const char *url, gsize *length)
{
    g_autoptr (RhumbMap) map = sample_map (words, url, 100);
    return sample_write (&rhumb_format_svg, map, length);
}

static void
stays_well_formed_whatever_the_words (void)
{
    for (guint i = 0; i < G_N_ELEMENTS (hostile); i++) {
        gsize length;
        g_autofree char *svg =
            write_svg (hostile[i], "https://example.org/a?b=1&c=\"><x>", &length);
        const Seen seen = parse (svg, length);
        g_assert_true (g_utf8_validate (svg, (gssize)length, NULL));
        g_assert_null (strstr (svg, "\xe2\x80\xae"));
        g_assert_cmpuint (seen.n_circles, ==, 3);
        g_assert_cmpuint (seen.n_titles, ==, 5);
        g_assert_cmpuint (seen.n_links, ==, 1);
        g_string_free (seen.text, TRUE);
    }
}

static void
keeps_words_readable (void)
{
    gsize length;
    g_autofree char *svg = write_svg ("a < b & \"c\" \\N", NULL, &length);
    const Seen seen = parse (svg, length);
    g_assert_nonnull (strstr (seen.text->str, "a < b & \"c\" \\N"));
    g_string_free (seen.text, TRUE);
}

static void
links_only_to_the_web (void)
{
    static const char *const url[] = {"javascript:alert(1)", "data:text/html,x", "//x.org", "",
                                      "ftp://x.org",         " https://x.org"};
    for (guint i = 0; i < G_N_ELEMENTS (url); i++) {
        gsize length;
        g_autofree char *svg = write_svg ("words", url[i], &length);
        g_assert_null (strstr (svg, "href"));
    }
}

static void
writes_the_same_in_every_locale (void)
{
    gsize length;
    gsize other_length;
    g_autofree char *svg = write_svg ("words", NULL, &length);
    g_autofree char *former = g_strdup (setlocale (LC_ALL, NULL));
    if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL && setlocale (LC_ALL, "fr_FR.UTF-8") == NULL) {
        g_test_skip ("no locale with a decimal comma is installed");
        return;
    }
    g_autofree char *other = write_svg ("words", NULL, &other_length);
    setlocale (LC_ALL, former);
    g_assert_cmpuint (length, ==, other_length);
    g_assert_cmpstr (svg, ==, other);
}

static void
writes_a_long_word_whole (void)
{
    const gsize n = 10 << 20;
    g_autofree char *word = g_strnfill (n, 'w');
    gsize length;
    g_autofree char *svg = write_svg (word, NULL, &length);
    const Seen seen = parse (svg, length);
    g_assert_cmpuint (seen.text->len, >, n);
    g_string_free (seen.text, TRUE);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/svg/stays-well-formed-whatever-the-words",
                     stays_well_formed_whatever_the_words);
    g_test_add_func ("/svg/keeps-words-readable", keeps_words_readable);
    g_test_add_func ("/svg/links-only-to-the-web", links_only_to_the_web);
    g_test_add_func ("/svg/writes-the-same-in-every-locale", writes_the_same_in_every_locale);
    g_test_add_func ("/svg/writes-a-long-word-whole", writes_a_long_word_whole);
    return g_test_run ();
}
