/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What must hold for every reader and any bytes: it ends, reports what it counts, and leaves a
 * corpus that freezes and holds valid UTF-8.
 */
#include "tests/fuzz/reader-check.h"

#include "io/format-private.h"
#include "io/scan/input.h"

static void
check_text (const char *text)
{
    g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
}

static void
check_texts (const char *const *texts)
{
    for (gsize i = 0; texts != NULL && texts[i] != NULL; i++)
        check_text (texts[i]);
}

static void
check_paper (const RhumbPaper *paper)
{
    check_text (paper->id);
    check_text (paper->title);
    check_text (paper->abstract);
    check_text (paper->date);
    check_text (paper->doi);
    check_text (paper->url);
    check_text (paper->language);
    check_text (paper->extra);
    check_texts (paper->keywords);
    check_texts (paper->references);
    g_assert_true (paper->title != NULL || paper->id != NULL);
}

static void
check_counts (const RhumbCorpus *corpus)
{
    const RhumbSource *source = rhumb_corpus_get_source (corpus, 0);
    guint64 n_lost = 0;
    guint64 n_skipped = 0;
    for (guint i = 0; i < rhumb_corpus_get_n_events (corpus); i++) {
        const RhumbEvent *event = rhumb_corpus_get_event (corpus, i);
        check_text (event->found);
        n_lost += event->kind == RHUMB_EVENT_RECORD_LOST;
        n_skipped += event->kind == RHUMB_EVENT_LINE_SKIPPED;
    }
    g_assert_cmpuint (source->n_records_lost, ==, n_lost);
    g_assert_cmpuint (source->n_lines_skipped, ==, n_skipped);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), <=, source->n_records);
}

static void
freeze_and_check (RhumbCorpusBuilder *builder)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbCorpus) corpus = rhumb_corpus_builder_freeze (builder, &error);
    g_assert_no_error (error);
    for (guint32 v = 0; v < rhumb_corpus_get_n_papers (corpus); v++)
        check_paper (rhumb_corpus_get_paper (corpus, v));
    check_counts (corpus);
}

/* Reads @bytes with @format and asserts what must hold; whether it sniffs right does not matter. */
void
check_reader (const RhumbFormat *format, const guint8 *bytes, gsize length)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbInput) input =
        rhumb_input_new_for_memory ("fuzz", (const char *)bytes, length, &error);
    if (input == NULL) {
        g_assert_nonnull (error);
        return;
    }
    gsize head_length;
    const char *head = rhumb_input_get_head (input, &head_length);
    g_assert_cmpuint (format->sniff (head, head_length), <=, 100);
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    rhumb_corpus_builder_begin_source (builder, "fuzz", format->name);
    const gboolean read = rhumb_format_read (format, input, FALSE, builder, &error);
    g_assert_true (read == (error == NULL));
    freeze_and_check (builder);
}
