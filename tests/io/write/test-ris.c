/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * RIS as other programs read it.
 */
#include "io/write/ris.h"

#include <string.h>

#include "tests/io/loading.h"

/* What becomes of the papers of a file. */
static char *
write_text (const char *name, const char *text)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbCorpus) corpus = test_load_text (name, text);
    g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
    g_assert_true (rhumb_ris_write_corpus (corpus, stream, &error));
    g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL));
    g_assert_true (g_output_stream_close (stream, NULL, &error));
    return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
pages_have_two_ends (void)
{
    static const struct {
        const char *pages;
        const char *lines;
    } cases[] = {
        {"12-19", "\nSP  - 12\nEP  - 19\n"},
        {"12--19", "\nSP  - 12\nEP  - 19\n"},
        {"12 -- 19", "\nSP  - 12\nEP  - 19\n"},
        {"153 \xe2\x80\x93 155", "\nSP  - 153\nEP  - 155\n"},
        {"153\xe2\x80\x94"
         "155",
         "\nSP  - 153\nEP  - 155\n"},
        {"e12", "\nSP  - e12\n"},
        {"-12", "\nSP  - -12\n"},
        {"12-", "\nSP  - 12-\n"},
        {"12---19", "\nSP  - 12\nEP  - 19\n"},
        {"1-4, 9-12", "\nSP  - 1-4, 9-12\n"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *text = g_strdup_printf (
            "@article{k, title = {One}, pages = {%s}, issn = {1}}\n", cases[i].pages);
        g_autofree char *ris = write_text ("a.bib", text);
        g_autofree char *lines = g_strconcat (cases[i].lines, "SN  - 1\n", NULL);
        g_test_message ("%s: %s", cases[i].pages, ris);
        g_assert_nonnull (strstr (ris, lines));
    }
}

static void
families_come_first (void)
{
    g_autofree char *ris =
        write_text ("a.bib", "@article{k, title = {One}, author = {García Márquez, Gabriel and von "
                             "Last, Jr, First and {World Health Organization}}}\n");
    g_assert_nonnull (strstr (ris, "AU  - García Márquez, Gabriel\nAU  - von Last, First, Jr\n"
                                   "AU  - World Health Organization\n"));
}

/* Of the forms of one name that one stays which says the family name. */
static void
what_is_told_stays (void)
{
    g_autofree char *ris =
        write_text ("a.jsonl", "{\"title\":\"One\",\"authors\":[\"García Márquez, Gabriel\"]}\n"
                               "{\"title\":\"Two\",\"authors\":[\"Gabriel García Márquez\"]}\n");
    g_assert_null (strstr (ris, "Gabriel García"));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/write-ris/pages-have-two-ends", pages_have_two_ends);
    g_test_add_func ("/write-ris/families-come-first", families_come_first);
    g_test_add_func ("/write-ris/what-is-told-stays", what_is_told_stays);
    return g_test_run ();
}
