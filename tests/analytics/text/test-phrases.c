/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "tests/analytics/text/page.h"
#include "tests/analytics/text/phrase-reading.h"

#include <math.h>
#include <string.h>

/* The weights of the first pipeline, written in Python, whose lists are known. */
static void
set_up_reference (PhraseReading *reading, gconstpointer data G_GNUC_UNUSED)
{
    g_autofree char *text = NULL;
    gsize length;
    g_autoptr (GError) error = NULL;
    g_file_get_contents (RHUMB_SOURCE_ROOT "/tests/data/concepts/reference.model", &text, &length,
                         &error);
    g_assert_no_error (error);
    reading->model = rhumb_model_parse (text, length, "reference.model", &error);
    g_assert_no_error (error);
    reading->closed = rhumb_closed_class_new ();
    const RhumbPhraseOptions options = {0.2, 1.0, -2.1, 15};
    reading->reader = rhumb_phrase_reader_new (reading->model, reading->closed, &options);
}

/* The lists of one paper, written as in tests/data/concepts/ranked-phrases.tsv. */
static void
append_list (GString *all, guint place, const RhumbPhrases *phrases)
{
    for (guint32 i = 0; i < phrases->n_phrases; i++) {
        const RhumbPhrase *phrase = &phrases->phrase[i];
        char number[G_ASCII_DTOSTR_BUF_SIZE];
        g_ascii_formatd (number, sizeof number, "%.3f", phrase->score);
        g_string_append_printf (all, "%u\t%u\t%s\t%s\t%s\n", place, phrases->n_chosen,
                                phrase->surface, number,
                                phrase->short_form ? phrase->short_form : "");
    }
}

static void
test_page (PhraseReading *reading, gconstpointer data G_GNUC_UNUSED)
{
    g_autoptr (GArray) texts = page_read_texts ();
    g_autoptr (GString) found = g_string_new (NULL);
    g_assert_cmpuint (texts->len, ==, 70);
    for (guint i = 0; i < texts->len; i++) {
        const PageText *text = &g_array_index (texts, PageText, i);
        append_list (found, i + 1,
                     rhumb_phrase_reader_read (reading->reader, text->title, text->abstract));
    }
    g_autofree char *expected = NULL;
    g_autoptr (GError) error = NULL;
    g_file_get_contents (RHUMB_SOURCE_ROOT "/tests/data/concepts/ranked-phrases.tsv", &expected,
                         NULL, &error);
    g_assert_no_error (error);
    g_auto (GStrv) line = g_strsplit (found->str, "\n", -1);
    g_auto (GStrv) wanted = g_strsplit (expected, "\n", -1);
    g_assert_cmpuint (g_strv_length (line), ==, g_strv_length (wanted));
    for (guint i = 0; wanted[i] != NULL; i++)
        g_assert_cmpstr (line[i], ==, wanted[i]);
}

/* What a reader read before changes nothing. */
static void
test_memory (PhraseReading *reading, gconstpointer data G_GNUC_UNUSED)
{
    g_autoptr (GArray) texts = page_read_texts ();
    for (guint i = 0; i < texts->len; i += 7) {
        const PageText *text = &g_array_index (texts, PageText, i);
        g_autoptr (RhumbPhraseReader) fresh =
            rhumb_phrase_reader_new (reading->model, reading->closed, NULL);
        g_autoptr (GString) a = g_string_new (NULL);
        g_autoptr (GString) b = g_string_new (NULL);
        append_list (a, i, rhumb_phrase_reader_read (reading->reader, text->title, text->abstract));
        append_list (b, i, rhumb_phrase_reader_read (fresh, text->title, text->abstract));
        g_assert_cmpstr (a->str, ==, b->str);
    }
}

static void
test_density (PhraseReading *reading, gconstpointer data G_GNUC_UNUSED)
{
    RhumbPhraseOptions options = RHUMB_PHRASE_DEFAULTS;
    options.density = 1;
    g_autoptr (RhumbPhraseReader) dense =
        rhumb_phrase_reader_new (reading->model, reading->closed, &options);
    g_autoptr (GArray) texts = page_read_texts ();
    guint n_few = 0;
    guint n_many = 0;
    for (guint i = 0; i < texts->len; i++) {
        const PageText *text = &g_array_index (texts, PageText, i);
        n_few += rhumb_phrase_reader_read (reading->reader, text->title, text->abstract)->n_chosen;
        n_many += rhumb_phrase_reader_read (dense, text->title, text->abstract)->n_chosen;
    }
    g_assert_cmpuint (n_few, <, n_many);
}

static void
test_hostile (PhraseReading *reading, gconstpointer data G_GNUC_UNUSED)
{
    static const char *const text[] = {
        "",
        " ",
        "?",
        "_ _ _ __",
        "A B C D E F G",
        "ALL CAPITALS SAY NEURAL NETWORK AND GRAPH",
        "$\\mathcal{O}(n \\log n)$ \\eg~x_{i}^{2} \\begin{a}",
        "&lt;p&gt;Graph &amp; tree&lt;/p&gt; <b>bold</b>",
        "中文摘要。图神经网络用于推荐系统。",
        "الشبكات العصبية البيانية",
        "\xf0\x9f\x98\x80\xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7",
        "cafe\xcc\x81 cafés soft\xc2\xadhyphen zero\xe2\x80\x8bwidth",
        "a-b-c-d-e-f-g-h-i-j of k-l-m-n-o-p-q-r",
        "((((((((((((((())))))))))))))) )( (A) (AB) (A (B)",
    };
    for (gsize i = 0; i < G_N_ELEMENTS (text); i++)
        for (gsize j = 0; j < 3; j++) {
            const RhumbPhrases *phrases = rhumb_phrase_reader_read (
                reading->reader, j == 0 ? text[i] : NULL, j == 1 ? NULL : text[i]);
            g_assert_cmpuint (phrases->n_chosen, <=, phrases->n_phrases);
            for (guint32 k = 0; k < phrases->n_phrases; k++) {
                g_assert_true (isfinite (phrases->phrase[k].score));
                g_assert_true (g_utf8_validate (phrases->phrase[k].surface, -1, NULL));
            }
        }
    g_assert_cmpuint (rhumb_phrase_reader_read (reading->reader, NULL, NULL)->n_phrases, ==, 0);
}

/* A text of a megabyte that is ten times as long as another takes about ten times as long; a
 * hundred times would be quadratic. */
static gdouble
seconds_for (PhraseReading *reading, const char *piece, gsize n_bytes)
{
    g_autoptr (GString) text = g_string_new (NULL);
    while (text->len < n_bytes)
        g_string_append_printf (text, piece, (guint)text->len);
    g_autoptr (GTimer) timer = g_timer_new ();
    const RhumbPhrases *phrases = rhumb_phrase_reader_read (reading->reader, NULL, text->str);
    g_assert_cmpuint (phrases->n_chosen, <=, phrases->n_phrases);
    return g_timer_elapsed (timer, NULL);
}

static void
test_long_text (PhraseReading *reading, gconstpointer data G_GNUC_UNUSED)
{
    static const char *const piece[] = {
        "neural graph %u networks (NGN) ",
        "word%u-of-a-tree. ",
        "the same phrase again %%.%0.0u ",
        "x%u.y",
        "( e.g. ( \" ' %u",
    };
    for (gsize i = 0; i < G_N_ELEMENTS (piece); i++) {
        const gdouble small = seconds_for (reading, piece[i], 100000);
        const gdouble large = seconds_for (reading, piece[i], 1000000);
        g_test_message ("%s: %.3f s for 0.1 MB, %.3f s for 1 MB", piece[i], small, large);
        g_assert_cmpfloat (large, <, 60 * small + 0.5);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add ("/phrases/lists-of-the-page-are-the-reference's", PhraseReading, NULL,
                set_up_reference, test_page, phrase_reading_tear_down);
    g_test_add ("/phrases/papers-read-before-change-nothing", PhraseReading, NULL,
                phrase_reading_set_up, test_memory, phrase_reading_tear_down);
    g_test_add ("/phrases/density-gives-more", PhraseReading, NULL, phrase_reading_set_up,
                test_density, phrase_reading_tear_down);
    g_test_add ("/phrases/any-text-has-a-list", PhraseReading, NULL, phrase_reading_set_up,
                test_hostile, phrase_reading_tear_down);
    g_test_add ("/phrases/a-megabyte-takes-linear-time", PhraseReading, NULL, phrase_reading_set_up,
                test_long_text, phrase_reading_tear_down);
    return g_test_run ();
}
