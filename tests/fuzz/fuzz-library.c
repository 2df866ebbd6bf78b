/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Any bytes as a library. What must hold: an error is set exactly if reading fails, what comes out
 * is UTF-8, and searching the same bytes ends too.
 */
#include "tests/fuzz/fuzz.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "io/format-private.h"
#include "io/formats.h"
#include "io/library.h"
#include "io/scan/input.h"

static void
check_text (const char *text)
{
    g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
}

static void
check_corpus (const RhumbCorpus *corpus)
{
    for (guint32 v = 0; v < rhumb_corpus_get_n_papers (corpus); v++) {
        const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, v);
        const char *const texts[] = {paper->id,  paper->title, paper->abstract, paper->date,
                                     paper->doi, paper->url,   paper->language, paper->extra};
        for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
            check_text (texts[i]);
        g_assert_cmpuint (paper->source, <, rhumb_corpus_get_n_sources (corpus));
    }
    for (guint i = 0; i < rhumb_corpus_get_n_events (corpus); i++) {
        check_text (rhumb_corpus_get_event (corpus, i)->found);
        check_text (rhumb_corpus_get_event (corpus, i)->why);
    }
}

static void
check_search (const guint8 *bytes, gsize length)
{
    g_autofree char *path = NULL;
    const int file = g_file_open_tmp ("rhumb-fuzz-XXXXXX", &path, NULL);
    g_assert_cmpint (file, >=, 0);
    const gboolean written = write (file, bytes, length) == (gssize)length;
    close (file);
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) hits =
        written ? rhumb_library_search (path, "one* graph", NULL, &error) : NULL;
    g_assert_true (!written || (hits == NULL) == (error != NULL));
    g_unlink (path);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
    g_autoptr (RhumbInput) input =
        rhumb_input_new_for_memory ("fuzz", (const char *)bytes, length, NULL);
    if (input == NULL)
        return 0;
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    const gboolean read = rhumb_format_library.read (input, builder, &error);
    g_assert_true (read == (error == NULL));
    g_autoptr (RhumbCorpus) corpus = rhumb_corpus_builder_freeze (builder, NULL);
    check_corpus (corpus);
    check_search (bytes, length);
    return 0;
}
