/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <string.h>

#include "graph/error.h"
#include "io/format.h"
#include "io/scan/input.h"
#include "tests/io/loading.h"

#define PAPER(title) "<article key=\"k\"><title>" title "</title></article>"

static RhumbCorpus *
load_doctype (const char *declarations, const char *title)
{
    g_autofree char *text = g_strdup_printf (
        "<!DOCTYPE dblp %s>\n<dblp><article key=\"k\"><title>%s</title></article></dblp>",
        declarations, title);
    return test_load_text ("x", text);
}

static const char *
get_title (const RhumbCorpus *corpus)
{
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, 1);
    return rhumb_corpus_get_paper (corpus, 0)->title;
}

/* Ten entities, each ten times the one before: 10^10 characters if they were put in. */
static void
puts_in_no_entity_of_entities (void)
{
    g_autoptr (GString) declarations = g_string_new ("[<!ENTITY l0 \"lol\">");
    for (int i = 1; i <= 10; i++) {
        g_string_append_printf (declarations, "<!ENTITY l%d \"", i);
        for (int j = 0; j < 10; j++)
            g_string_append_printf (declarations, "&l%d;", i - 1);
        g_string_append (declarations, "\">");
    }
    g_string_append_c (declarations, ']');
    g_autoptr (RhumbCorpus) corpus = load_doctype (declarations->str, "A &l0; and &l10;");
    g_assert_cmpstr (get_title (corpus), ==, "A lol and &l10;");
    g_assert_cmpuint (test_count_events (corpus, RHUMB_EVENT_NOTE), ==, 1);
}

/* One long entity, many times: 10^9 characters if it were put in. */
static void
puts_in_no_long_entity (void)
{
    g_autofree char *filler = g_strnfill (100000, 'x');
    g_autofree char *declarations = g_strdup_printf ("[<!ENTITY a \"%s\">]", filler);
    g_autoptr (GString) title = g_string_new ("T");
    for (int i = 0; i < 10000; i++)
        g_string_append (title, "&a;");
    g_autoptr (RhumbCorpus) corpus = load_doctype (declarations, title->str);
    g_assert_cmpuint (strlen (get_title (corpus)), ==, 1 + 3 * 10000);
}

/* In attributes libxml2 would put entities in by itself. */
static void
puts_no_entity_into_attributes (void)
{
    g_autoptr (RhumbCorpus) corpus = test_load_text (
        "x", "<!DOCTYPE dblp [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"
             "<dblp><article "
             "key=\"a&amp;b&lt;&#252;&uuml;&b;&#38;lt;\"><title>T</title></article></dblp>");
    g_assert_cmpstr (rhumb_corpus_get_paper (corpus, 0)->id, ==, "dblp:a&b<üü&b;&lt;");
}

static void
reads_nothing_outside_the_file (void)
{
    g_autofree char *folder = g_dir_make_tmp ("rhumb-test-XXXXXX", NULL);
    g_autofree char *path = g_build_filename (folder, "secret", NULL);
    g_assert_true (g_file_set_contents (path, "<!ENTITY e \"secret\">", -1, NULL));
    static const struct {
        const char *before;
        const char *after;
    } shapes[] = {
        {"[<!ENTITY e SYSTEM \"file://", "\">]"},
        {"SYSTEM \"file://", "\""},
        {"SYSTEM \"", "\""},
        {"[<!ENTITY % p SYSTEM \"file://", "\"> %p;]"},
        {"PUBLIC \"-//X\" \"http://127.0.0.1:9", "\""},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++) {
        g_autofree char *declarations = g_strconcat (shapes[i].before, path, shapes[i].after, NULL);
        g_autoptr (RhumbCorpus) corpus = load_doctype (declarations, "The &e; word");
        g_assert_cmpstr (get_title (corpus), ==, "The &e; word");
        g_assert_cmpuint (test_count_events (corpus, RHUMB_EVENT_NOTE), ==, 1);
    }
    test_remove_folder (folder);
}

/* Text, and what the one message must begin with. */
static const struct {
    const char *text;
    gssize length;
    const char *message;
} breaks[] = {
    {"<dblp>\n<article key=\"k\">\n<title>T</title>\n", -1,
     "x:4: broken XML: Premature end of data in tag"},
    {"<dblp>\n<article key=\"k\"><title>T</article></dblp>", -1,
     "x:2: broken XML: Opening and ending tag mismatch"},
    {"<dblp>\n" PAPER ("a\0b") "</dblp>", 55, "x:2: broken XML: "},
    {"<dblp>\n\n" PAPER ("&#xD800;") "</dblp>", -1, "x:3: broken XML: invalid"},
    {"<dblp>\n" PAPER ("&#0;") "</dblp>", -1, "x:2: broken XML: invalid"},
    {"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<dblp>\n" PAPER ("caf\xe9!") "</dblp>", -1,
     "x:3: broken XML: Input is not proper UTF-8"},
    {"<?xml version=\"1.0\" encoding=\"klingon\"?><dblp></dblp>", -1,
     "x:1: broken XML: Unsupported encoding klingon"},
    {"<dblp></dblp><dblp></dblp>", -1, "x:1: broken XML: Extra content at the end"},
    {"<dblp><article key=\"k\" key=\"l\"/></dblp>", -1, "x:1: broken XML: Attribute key redefined"},
};

static void
says_where_a_file_breaks (void)
{
    for (gsize i = 0; i < G_N_ELEMENTS (breaks); i++) {
        g_autoptr (GError) error = NULL;
        const gsize length =
            breaks[i].length < 0 ? strlen (breaks[i].text) : (gsize)breaks[i].length;
        g_assert_null (test_load_bytes ("x", breaks[i].text, length, FALSE, &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT);
        g_test_message ("%s", error->message);
        g_assert_true (g_str_has_prefix (error->message, breaks[i].message));
        g_assert_true (g_str_has_suffix (error->message, ", expected well-formed XML"));
        g_assert_null (strchr (error->message, '\n'));
    }
}

static void
keeps_what_came_before_a_break (void)
{
    static const char text[] = "<dblp>\n" PAPER ("One") "\n<article key=\"l\"><title>Two";
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbInput) input = rhumb_input_new_for_memory ("x", text, sizeof text - 1, &error);
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    rhumb_corpus_builder_begin_source (builder, "x", "dblp");
    g_assert_false (rhumb_format_find ("dblp")->read (input, builder, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT);
    g_autoptr (RhumbCorpus) corpus = rhumb_corpus_builder_freeze (builder, NULL);
    g_assert_cmpstr (get_title (corpus), ==, "One");
}

static void
survives_depth (void)
{
    for (int i = 0; i < 2; i++) {
        g_autoptr (GString) text = g_string_new (i == 0 ? "<dblp>" : "<dblp><article><title>");
        for (int j = 0; j < 100000; j++)
            g_string_append (text, i == 0 ? "<r>" : "<i>");
        g_autoptr (GError) error = NULL;
        g_assert_null (test_load_bytes ("x", text->str, text->len, FALSE, &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT);
        g_test_message ("%s", error->message);
        g_assert_nonnull (strstr (error->message, "nested more than 256 deep"));
    }
}

static void
bounds_records (void)
{
    g_autoptr (GString) text = g_string_new ("<dblp><article key=\"k\"><title>");
    g_autofree char *filler = g_strnfill (1 << 20, 'x');
    for (int i = 0; i < 15; i++)
        g_string_append (text, filler);
    const gsize length = text->len;
    g_string_append (text, "</title></article></dblp>");
    g_autoptr (RhumbCorpus) corpus = test_load_text ("x", text->str);
    g_assert_cmpuint (strlen (get_title (corpus)), ==, 15 << 20);
    g_string_truncate (text, length);
    for (int i = 0; i < 2; i++)
        g_string_append (text, filler);
    g_string_append (text, "</title></article></dblp>");
    g_autoptr (GError) error = NULL;
    g_assert_null (test_load_bytes ("x", text->str, text->len, FALSE, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT);
}

static void
bounds_elements (void)
{
    g_autoptr (GString) text = g_string_new ("<dblp><article key=\"k\">");
    for (int i = 0; i < (1 << 20) + 2; i++)
        g_string_append (text, "<i/>");
    g_string_append (text, "</article></dblp>");
    g_autoptr (GError) error = NULL;
    g_assert_null (test_load_bytes ("x", text->str, text->len, FALSE, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT);
}

/* The declaration of a file that was UTF-16 is no longer true. */
static void
follows_encodings (void)
{
    static const char latin1[] =
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><dblp>" PAPER ("Caf\xe9 \xb5") "</dblp>";
    g_autoptr (RhumbCorpus) corpus = test_load_text ("x", latin1);
    g_assert_cmpstr (get_title (corpus), ==, "Café µ");
    const RhumbEvent *event = test_find_event (corpus, RHUMB_EVENT_NOTE, 1);
    g_assert_cmpstr (event->found, ==, "encoding ISO-8859-1");
    static const char utf8[] =
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n<dblp>" PAPER ("Café") "</dblp>";
    for (int big = 0; big < 2; big++) {
        gsize length = 0;
        g_autofree char *wide =
            g_convert (utf8, -1, big ? "UTF-16BE" : "UTF-16LE", "UTF-8", NULL, &length, NULL);
        g_autofree char *marked = g_malloc (length + 2);
        memcpy (marked, big ? "\xfe\xff" : "\xff\xfe", 2);
        memcpy (marked + 2, wide, length);
        g_autoptr (GError) error = NULL;
        g_autoptr (RhumbCorpus) converted = test_load_bytes ("x", marked, length + 2, TRUE, &error);
        g_assert_no_error (error);
        g_assert_cmpstr (get_title (converted), ==, "Café");
        g_assert_cmpuint (rhumb_corpus_get_n_events (converted), ==, 0);
    }
    g_autoptr (RhumbCorpus) marked =
        test_load_text ("x", "\xef\xbb\xbf<?xml version='1.0'?><dblp>" PAPER ("é") "</dblp>");
    g_assert_cmpstr (get_title (marked), ==, "é");
}

static void
knows_lines_beyond_65535 (void)
{
    g_autoptr (GString) text = g_string_new ("<dblp>");
    for (int i = 0; i < 100000; i++)
        g_string_append_c (text, '\n');
    g_string_append (text, PAPER ("T") "\n" PAPER ("") "</dblp>");
    g_autoptr (RhumbCorpus) corpus = test_load_text ("x", text->str);
    g_assert_cmpuint (rhumb_corpus_get_paper (corpus, 0)->line, ==, 100001);
}

static void
joins_text (void)
{
    g_autoptr (RhumbCorpus) corpus = test_load_text (
        "x", "<dblp>" PAPER ("a<i>b</i><!-- no -->c <![CDATA[<&>]]>&eacute;&#xe9;<?no?>"
                             "<sub>2</sub> &ndash; R&amp;D &nope;") "</dblp>");
    g_assert_cmpstr (get_title (corpus), ==, "abc <&>éé2 – R&D &nope;");
    g_assert_cmpuint (test_count_events (corpus, RHUMB_EVENT_NOTE), ==, 1);
}

static void
print_nothing (void)
{
    if (g_test_subprocess ()) {
        for (gsize i = 0; i < G_N_ELEMENTS (breaks); i++) {
            const gsize length =
                breaks[i].length < 0 ? strlen (breaks[i].text) : (gsize)breaks[i].length;
            g_assert_null (test_load_bytes ("x", breaks[i].text, length, FALSE, NULL));
        }
        return;
    }
    g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
    g_test_trap_assert_passed ();
    g_test_trap_assert_stderr ("");
}

/* Each root is its own reader's, whatever stands before it. */
static void
tells_formats_apart (void)
{
    static const struct {
        const char *text;
        const char *format;
    } heads[] = {
        {"<dblp>", "dblp"},
        {"<?xml version='1.0'?>\n<!-- <mods> --><!DOCTYPE dblp [<!ELEMENT mods ANY>]>\n<dblp>",
         "dblp"},
        {"<collection id='J89'><volume id='1'>", "acl-anthology"},
        {"<volume id='P18'><paper id='1000'>", "acl-anthology"},
        {"<xml><records><record>", "endnote-xml"},
        {"<doi_records>", "crossref-unixref"},
        {"<mods:modsCollection xmlns:mods='m'>", "mods"},
        {"<!DOCTYPE PubmedArticleSet PUBLIC \"a>b\" 'c'>\n<PubmedArticleSet>", "pubmed-xml"},
        {"<graphml xmlns='x'>", "graphml"},
        {"<gexf>", "gexf"},
        {"<html><body>dblp gexf mods", "papers-page"},
        {"<collection><record>", NULL},
        {"<svg>", NULL},
        {"<", NULL},
        {"<!DOCTYPE", NULL},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
        for (const RhumbFormat *const *format = rhumb_format_list (); *format != NULL; format++) {
            const guint score = (*format)->sniff != NULL
                                    ? (*format)->sniff (heads[i].text, strlen (heads[i].text))
                                    : 0;
            g_test_message ("%s: %s %u", heads[i].text, (*format)->name, score);
            g_assert_true ((score >= 90) == (g_strcmp0 ((*format)->name, heads[i].format) == 0));
        }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/xml-door/puts-in-no-entity-of-entities", puts_in_no_entity_of_entities);
    g_test_add_func ("/xml-door/puts-in-no-long-entity", puts_in_no_long_entity);
    g_test_add_func ("/xml-door/puts-no-entity-into-attributes", puts_no_entity_into_attributes);
    g_test_add_func ("/xml-door/reads-nothing-outside", reads_nothing_outside_the_file);
    g_test_add_func ("/xml-door/says-where-a-file-breaks", says_where_a_file_breaks);
    g_test_add_func ("/xml-door/keeps-what-came-before", keeps_what_came_before_a_break);
    g_test_add_func ("/xml-door/survives-depth", survives_depth);
    g_test_add_func ("/xml-door/bounds-records", bounds_records);
    g_test_add_func ("/xml-door/bounds-elements", bounds_elements);
    g_test_add_func ("/xml-door/follows-encodings", follows_encodings);
    g_test_add_func ("/xml-door/knows-lines-beyond-65535", knows_lines_beyond_65535);
    g_test_add_func ("/xml-door/joins-text", joins_text);
    g_test_add_func ("/xml-door/prints-nothing", print_nothing);
    g_test_add_func ("/xml-door/tells-formats-apart", tells_formats_apart);
    return g_test_run ();
}
