/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The grammar of BibTeX: what is read, what is lost, and in which words.
 */
#include "io/scan/bibtex-scan.h"

#include <string.h>

#include "graph/error.h"

/* What a text scans to: "type{key}name=value;…" for an entry, "kind line: found, why" for an
 * event, the message of a failure; one a line. */
static char *
scan (const char *text, gsize length)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbInput) input = rhumb_input_new_for_memory ("x.bib", text, length, &error);
    g_assert_no_error (error);
    g_autoptr (RhumbBibtexScanner) scanner = rhumb_bibtex_scanner_new (input);
    GString *out = g_string_new (NULL);
    for (;;) {
        const RhumbBibtexItem item = rhumb_bibtex_scanner_next (scanner, &error);
        if (item == RHUMB_BIBTEX_END)
            return g_string_free (out, FALSE);
        if (item == RHUMB_BIBTEX_FAILED) {
            g_assert_nonnull (error);
            g_string_append_printf (out, "%s\n", error->message);
            return g_string_free (out, FALSE);
        }
        if (item == RHUMB_BIBTEX_EVENT) {
            const RhumbBibtexEvent *event = rhumb_bibtex_scanner_get_event (scanner);
            g_string_append_printf (out, "%s %d: %s, %s\n", rhumb_event_kind_get_name (event->kind),
                                    (int)event->line, event->found, event->why);
            continue;
        }
        g_autoptr (RhumbBibtexEntry) entry = rhumb_bibtex_scanner_steal_entry (scanner);
        g_string_append_printf (out, "%s{%s}", entry->type, entry->key);
        for (guint i = 0; i < entry->fields->len; i++) {
            const RhumbBibtexField *field = entry->fields->pdata[i];
            g_string_append_printf (out, "%s=%s;", field->name, field->value);
        }
        g_string_append_c (out, '\n');
    }
}

static void
assert_scan (const char *text, const char *expected)
{
    g_autofree char *found = scan (text, strlen (text));
    g_assert_cmpstr (found, ==, expected);
}

static void
test_values (void)
{
    assert_scan ("@Article{k, Title = {A {B} C}}", "article{k}title=A {B} C;\n");
    assert_scan ("@a(k, t = \"x {\"} y\", n = 12)", "a{k}t=x {\"} y;n=12;\n");
    assert_scan ("@a{k, t = {x\n  y}, }", "a{k}t=x\n  y;\n");
    assert_scan ("@a{k, t = {x} # \" \" # 7}", "a{k}t=x 7;\n");
    assert_scan ("@a{k, t = {)}, u = {}}", "a{k}t=);u=;\n");
    assert_scan ("@a{k}@b{l,}", "a{k}\nb{l}\n");
    assert_scan ("@a\n{\nk\n,\nt\n=\n{x}\n}", "a{k}t=x;\n");
    assert_scan ("@a{k\r\n, t = {x}}\r@b{l}\r\n", "a{k}t=x;\nb{l}\n");
}

static void
test_macros (void)
{
    assert_scan ("@STRING{Cool = \"C\"}@string(b = cOOL # 1)@a{k, t = B, month = Jan}",
                 "a{k}t=C1;month=January;\n");
    assert_scan ("@a{k, j = jacm, u = JACM, v = 19a}",
                 "note 1: the undefined string 'jacm', taken as written\n"
                 "note 1: the undefined string '19a', taken as written\n"
                 "a{k}j=jacm;u=JACM;v=19a;\n");
}

static void
test_habits (void)
{
    assert_scan ("@a{Carmone Jr.1997, t = 1}", "a{Carmone Jr.1997}t=1;\n");
    assert_scan ("@a{ WOS:1,\nt = 1}", "a{WOS:1}t=1;\n");
    assert_scan ("@a{, t = 1}", "a{}t=1;\n");
    assert_scan ("@a{k, % why\n% t = 1,\nu = {5\\% x} % end\n}", "a{k}u=5\\% x;\n");
    assert_scan ("@a{k, t = 1, T = 2}",
                 "field dropped 1: a second 't' in the entry 'k', expected each field once; the "
                 "first is kept\na{k}t=1;\n");
}

static void
test_comments (void)
{
    assert_scan ("by me@a{k}\n% @a{l}\n@a{m} b",
                 "line skipped 1: by me@a{k}, text between entries is a comment\n"
                 "line skipped 2: % @a{l}, text between entries is a comment\na{m}\n"
                 "line skipped 3: b, text between entries is a comment\n");
    assert_scan ("@comment{a {b}\n}@a{k}", "line skipped 1: @comment, holds no paper\na{k}\n");
    assert_scan ("@comment a @b\n@a{k}", "line skipped 1: @comment, holds no paper\na{k}\n");
    assert_scan ("@preamble(\"{x)}\" # y)\n@a{k}",
                 "line skipped 1: @preamble, holds no paper\na{k}\n");
    assert_scan ("@comment{a {\nx@y.z\n@a{k}",
                 "line skipped 1: @comment, holds no paper\n"
                 "note 1: a @comment that is not closed, taken as ended before the next entry\n"
                 "a{k}\n");
    assert_scan ("@comment{", "line skipped 1: @comment, holds no paper\n"
                              "note 1: a @comment that is not closed, taken as ended with the "
                              "file\n");
    assert_scan ("\n@ \n", "line skipped 2: @ , text between entries is a comment\n");
}

/* A broken input, and what becomes of it; each is followed by a good entry where that can be. */
static const char *const broken[][2] = {
    {"@a{k, t = {x} u = {y}}\n",
     "record lost 1: 'u' in the entry 'k' begun on line 1, expected ',' or '}' after the value of "
     "'t'\n"},
    {"@a(k, t = {x} }\n",
     "record lost 1: '}' in the entry 'k' begun on line 1, expected ',' or ')' after the value of "
     "'t'\n"},
    {"@a{k, t {x}}\n",
     "record lost 1: '{' in the entry 'k' begun on line 1, expected '=' after 't'\n"},
    {"@a{k,, t = 1}\n",
     "record lost 1: ',' in the entry 'k' begun on line 1, expected the name of a field\n"},
    {"@a{k, = 1}\n",
     "record lost 1: '=' in the entry 'k' begun on line 1, expected the name of a field\n"},
    {"@a{k,\nt = , u = 1}\n",
     "record lost 2: ',' in the entry 'k' begun on line 1, expected a value for 't'\n"},
    {"@a{k, t = {x} # }\n",
     "record lost 1: '}' in the entry 'k' begun on line 1, expected a value for 't'\n"},
    {"@a{k, t = \"x}\"}\n",
     "record lost 1: '}' in the entry 'k' begun on line 1, expected '\"' at the end of the "
     "value\n"},
    {"@a{k, t = \"x \\\"y\\\" z\"}\n",
     "record lost 1: 'y' in the entry 'k' begun on line 1, expected ',' or '}' after the value of "
     "'t'\n"},
    {"@a{k\n  t = 1\n u = {x}\n}\n",
     "note 2: no ',' before 't' in the entry 'k', taken as if it were there\n"
     "note 3: no ',' before 'u' in the entry 'k', taken as if it were there\n"
     "a{k}t=1;u=x;\n"},
    {"@a{k\nt {1}}\n",
     "record lost 2: 't' in the entry 'k' begun on line 1, expected ',' after the key\n"},
    {"@a{k, t = {x}\nu}\n",
     "record lost 2: 'u' in the entry 'k' begun on line 1, expected ',' or '}' after the value of "
     "'t'\n"},
    {"@a{t = 1}\n",
     "record lost 1: '=' in the entry 't' begun on line 1, expected ',' after the key\n"},
    {"@a k, t = 1\n",
     "record lost 1: 'k' in the entry begun on line 1, expected '{' or '(' after '@a'\n"},
    {"@a{k, t = {x}\n\n",
     "record lost 3: '@' in the entry 'k' begun on line 1, expected ',' or '}' after the value of "
     "'t'\n"},
    {"@a{k, t = {x},\n", "record lost 2: '@' in the entry 'k' begun on line 1, expected the name "
                         "of a field\n"},
    {"@a{k, t = é}\n", "note 1: the undefined string 'é', taken as written\na{k}t=é;\n"},
    {"@a{k, é {\n", "record lost 1: '{' in the entry 'k' begun on line 1, expected '=' after "
                    "'é'\n"},
    {"@string{s {x}}\n",
     "field dropped 1: '{' in the @string begun on line 1, expected '=' after 's'\n"},
    {"@string{s = {x}, t = {y}}\n",
     "field dropped 1: ',' in the @string begun on line 1, expected '}' after the value of 's'\n"},
};

static void
test_broken (void)
{
    for (gsize i = 0; i < G_N_ELEMENTS (broken); i++) {
        g_autofree char *text = g_strconcat (broken[i][0], "@good{g}\n", NULL);
        g_autofree char *expected = g_strconcat (broken[i][1], "good{g}\n", NULL);
        assert_scan (text, expected);
    }
}

/* A file that ends too early, and the message. */
static const char *const cut[][2] = {
    {"\n@a{smith,\n t = {x}\n\n",
     "x.bib:4: the file ends inside the entry 'smith' begun on line 2, "
     "expected '}'\n"},
    {"@a(k, t = 1", "x.bib:1: the file ends inside the entry 'k' begun on line 1, expected ')'\n"},
    {"@a{k, t = \"x", "x.bib:1: the file ends inside the entry 'k' begun on line 1, expected "
                      "'\"'\n"},
    {"@a(k, t = {x)", "x.bib:1: the file ends inside the entry 'k' begun on line 1, expected "
                      "'}'\n"},
    {"@a{", "x.bib:1: the file ends inside the entry begun on line 1, expected '}'\n"},
    {"@string{s = 1", "x.bib:1: the file ends inside the @string begun on line 1, expected '}'\n"},
};

static void
test_cut (void)
{
    for (gsize i = 0; i < G_N_ELEMENTS (cut); i++)
        assert_scan (cut[i][0], cut[i][1]);
}

static void
test_resumes_at_line_start (void)
{
    assert_scan ("@a{k, t {x}} @b{l}\n x @c{m}\n @d{n}",
                 "record lost 1: '{' in the entry 'k' begun on line 1, expected '=' after 't'\n"
                 "d{n}\n");
}

static void
test_million_braces (void)
{
    g_autoptr (GString) text = g_string_new ("@a{k, t = ");
    for (guint i = 0; i < 1000000; i++)
        g_string_append_c (text, '{');
    g_autofree char *found = scan (text->str, text->len);
    g_assert_cmpstr (found, ==,
                     "x.bib:1: the file ends inside the entry 'k' begun on line 1, expected '}'\n");
}

static void
test_limits (void)
{
    g_autoptr (GString) text = g_string_new ("@a{k, t = {");
    g_autofree char *line = g_strnfill (10000000, 'x');
    g_string_append (text, line);
    g_autofree char *long_line = scan (text->str, text->len);
    g_assert_cmpstr (long_line, ==,
                     "x.bib:1: the line is longer than 8388608 bytes, expected "
                     "lines below that limit\n");
    g_string_truncate (text, 0);
    g_string_append (text, "@a{k, t = {");
    for (guint i = 0; i < 3; i++)
        g_string_append_printf (text, "%.*s\n", 8000000, line);
    g_autofree char *long_entry = scan (text->str, text->len);
    g_assert_cmpstr (long_entry, ==,
                     "x.bib:3: the entry 'k' begun on line 1 is longer than "
                     "16777216 bytes, expected '}' before\n");
    g_string_assign (text, "@string{a0 = {0123456789}}\n");
    for (guint i = 1; i < 40; i++)
        g_string_append_printf (text, "@string{a%u = a%u # a%u}\n", i, i - 1, i - 1);
    g_autofree char *doubling = scan (text->str, text->len);
    g_assert_nonnull (strstr (doubling, "expected less"));
}

static void
test_every_cut (void)
{
    static const char whole[] = "\xEF\xBB\xBF@string{s = \"\xC3\xA9\"}\n@a{k, t = s # {x\\'{e}},\n"
                                "u = \"y\"}\n@comment{z}\n@b(l)\n";
    for (gsize length = 4; length < sizeof whole; length++) {
        g_autoptr (RhumbInput) input = rhumb_input_new_for_memory ("x", whole, length, NULL);
        g_autoptr (RhumbBibtexScanner) scanner = rhumb_bibtex_scanner_new (input);
        g_autoptr (GError) error = NULL;
        guint64 n = 0;
        RhumbBibtexItem item;
        while ((item = rhumb_bibtex_scanner_next (scanner, &error)) != RHUMB_BIBTEX_END &&
               item != RHUMB_BIBTEX_FAILED) {
            n += item == RHUMB_BIBTEX_ENTRY;
            if (item == RHUMB_BIBTEX_ENTRY)
                rhumb_bibtex_entry_free (rhumb_bibtex_scanner_steal_entry (scanner));
            else
                n += rhumb_bibtex_scanner_get_event (scanner)->kind == RHUMB_EVENT_RECORD_LOST;
        }
        g_assert_cmpint (error != NULL, ==, item == RHUMB_BIBTEX_FAILED);
        const gboolean open_entry = error != NULL && strstr (error->message, "entry") != NULL;
        g_assert_cmpuint (n + open_entry, ==, rhumb_bibtex_scanner_get_n_begun (scanner));
    }
}

static void
test_nul (void)
{
    g_autofree char *found = scan ("@a{k, t = {x\0y}}", 16);
    g_assert_cmpstr (found, ==, "a{k}t=x y;\n");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/bibtex-scan/reads-braces-quotes-numbers-and-joins", test_values);
    g_test_add_func ("/bibtex-scan/puts-macros-in-and-notes-undefined-ones", test_macros);
    g_test_add_func ("/bibtex-scan/takes-in-what-the-world-writes", test_habits);
    g_test_add_func ("/bibtex-scan/reports-what-is-between-entries", test_comments);
    g_test_add_func ("/bibtex-scan/loses-a-broken-entry-and-goes-on", test_broken);
    g_test_add_func ("/bibtex-scan/fails-where-the-file-ends-inside", test_cut);
    g_test_add_func ("/bibtex-scan/resumes-at-a-line-start-only", test_resumes_at_line_start);
    g_test_add_func ("/bibtex-scan/survives-a-million-braces", test_million_braces);
    g_test_add_func ("/bibtex-scan/limits-lines-entries-and-macros", test_limits);
    g_test_add_func ("/bibtex-scan/counts-every-entry-wherever-the-file-is-cut", test_every_cut);
    g_test_add_func ("/bibtex-scan/takes-a-nul-as-a-blank", test_nul);
    return g_test_run ();
}
