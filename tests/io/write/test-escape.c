/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "io/escape.h"

#include <string.h>

typedef void (*Escape) (GString *out, const char *text);

static char *
escaped (Escape escape, const char *text)
{
    GString *out = g_string_new (NULL);
    escape (out, text);
    return g_string_free (out, FALSE);
}

static void
writes_each_word_as_its_place_needs (void)
{
    static const struct {
        Escape escape;
        const char *text;
        const char *expected;
    } cases[] = {
        {rhumb_escape_xml, "plain é", "plain é"},
        {rhumb_escape_xml, "<script a=\"b\" c='d'>&amp;",
         "&lt;script a=&quot;b&quot; c=&#39;d&#39;&gt;&amp;amp;"},
        {rhumb_escape_xml, "]]>", "]]&gt;"},
        {rhumb_escape_xml, "a\nb\tc", "a&#10;b c"},
        {rhumb_escape_xml,
         "a\xe2\x80\xae"
         "b\xe2\x81\xa9",
         "a b "},
        {rhumb_escape_xml,
         "a\xff"
         "b",
         "a\xef\xbf\xbd"
         "b"},
        {rhumb_escape_xml, "\x01\x1b\x7f\xc2\x85\xef\xbf\xbe", "     "},
        {rhumb_escape_dot, "\\N & \"q\"", "\\\\N &amp; \"q\""},
        {rhumb_escape_dot, "a\nb", "a\\nb"},
        {rhumb_escape_dot_tooltip, "\\", "\\\\\\\\"},
        {rhumb_escape_xdot, "abc", "3 -abc"},
        {rhumb_escape_xdot, "é", "2 -é"},
        {rhumb_escape_xdot, "a\nb", "3 -a b"},
        {rhumb_escape_xdot, "\\", "3 -∖"},
        {rhumb_escape_xdot, "&", "5 -&amp;"},
        {rhumb_escape_script, "plain é", "\"plain é\""},
        {rhumb_escape_script, "</script><!--", "\"\\u003c/script\\u003e\\u003c!--\""},
        {rhumb_escape_script, "\"\\N & ]]>", "\"\\\"\\\\N \\u0026 ]]\\u003e\""},
        {rhumb_escape_script, "a\nb\xe2\x80\xa8", "\"a\\u000ab \""},
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *result = escaped (cases[i].escape, cases[i].text);
        g_assert_cmpstr (result, ==, cases[i].expected);
    }
}

static void
lets_only_web_links_pass (void)
{
    static const struct {
        const char *url;
        const char *expected;
    } cases[] = {
        {"https://doi.org/10.1000/x(1)?a=b&c#d", "https://doi.org/10.1000/x(1)?a=b&c#d"},
        {"HTTP://x.org/é \"<>'\\`{}", "HTTP://x.org/%C3%A9%20%22%3C%3E%27%5C%60%7B%7D"},
        {"javascript:alert(1)", NULL},
        {"data:text/html,<b>", NULL},
        {"", NULL},
        {"https:/x", NULL},
        {"\thttps://x", NULL},
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GString) out = g_string_new (NULL);
        const gboolean passed = rhumb_escape_url (out, cases[i].url);
        g_assert_cmpint (passed, ==, cases[i].expected != NULL);
        g_assert_cmpstr (out->str, ==, passed ? cases[i].expected : "");
    }
}

/* LaTeX runs what stands between dollars. */
static void
lets_no_command_into_bibtex (void)
{
    static const struct {
        const char *text;
        const char *expected;
    } cases[] = {
        {"$x^2 \\in \\alpha_1$", "$x^2 \\in \\alpha_1$"},
        {"$\\input{/etc/passwd}$", "\\$\\textbackslash{}input\\{/etc/passwd\\}\\$"},
        {"$\\write18{id}$", "\\$\\textbackslash{}write18\\{id\\}\\$"},
        {"$a^^5cinput b$", "\\$a\\textasciicircum{}\\textasciicircum{}5cinput b\\$"},
        {"\\input x", "\\textbackslash{}input x"},
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *result = escaped (rhumb_escape_bibtex, cases[i].text);
        g_assert_cmpstr (result, ==, cases[i].expected);
    }
}

static void
keeps_a_word_of_ten_megabytes (void)
{
    g_autofree char *word = g_strnfill (10 << 20, 'w');
    static const Escape all[] = {rhumb_escape_xml,    rhumb_escape_dot,  rhumb_escape_dot_tooltip,
                                 rhumb_escape_xdot,   rhumb_escape_json, rhumb_escape_script,
                                 rhumb_escape_bibtex, rhumb_escape_csv,  rhumb_escape_gml};
    for (guint i = 0; i < G_N_ELEMENTS (all); i++) {
        g_autofree char *result = escaped (all[i], word);
        g_assert_nonnull (strstr (result, word));
    }
}

static void
gives_valid_text_for_any_bytes (void)
{
    for (guint seed = 0; seed < 200; seed++) {
        char bytes[64] = {0};
        for (guint i = 0; i < 63; i++)
            bytes[i] = (char)(1 + (seed * 7919 + i * 104729 + i * i * seed) % 255);
        static const Escape all[] = {rhumb_escape_xml, rhumb_escape_dot, rhumb_escape_dot_tooltip,
                                     rhumb_escape_xdot, rhumb_escape_script};
        for (guint k = 0; k < G_N_ELEMENTS (all); k++) {
            g_autofree char *result = escaped (all[k], bytes);
            g_assert_true (g_utf8_validate (result, -1, NULL));
            for (const char *p = result; *p != '\0'; p++)
                g_assert_true ((guchar)*p >= 0x20);
        }
        g_autofree char *xml = escaped (rhumb_escape_xml, bytes);
        g_assert_null (strpbrk (xml, "<>\"'"));
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/escape/writes-each-word-as-its-place-needs",
                     writes_each_word_as_its_place_needs);
    g_test_add_func ("/escape/lets-only-web-links-pass", lets_only_web_links_pass);
    g_test_add_func ("/escape/lets-no-command-into-bibtex", lets_no_command_into_bibtex);
    g_test_add_func ("/escape/keeps-a-word-of-ten-megabytes", keeps_a_word_of_ten_megabytes);
    g_test_add_func ("/escape/gives-valid-text-for-any-bytes", gives_valid_text_for_any_bytes);
    return g_test_run ();
}
