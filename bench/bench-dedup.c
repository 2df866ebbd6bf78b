/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How many changed copies are found among generated abstracts, and how long it takes.
 *
 * Usage: bench-dedup [PAPERS]
 *
 * Of PAPERS (20000) abstracts of 150 words, drawn with frequencies ∝ 1 / (rank + 2) from 20000, one
 * in twenty is a copy of an earlier one in which one word in ten is drawn anew. Real abstracts
 * share more phrases by chance than these, so precision is the easier half here. Prints TSV:
 * papers, copies, pairs found, recall, precision, seconds, seconds of processor time.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include <glib/gstdio.h>

#include "bench/cost.h"
#include "bench/input.h"
#include "rhumb.h"

#define N_WORDS 150
#define VOCABULARY 20000

static double
draw (guint64 paper, guint64 step)
{
    return (double)(rhumb_hash_mix (paper, step) >> 11) * 0x1p-53;
}

static guint
draw_word (guint64 paper, guint64 step)
{
    return (guint)(2 * pow (VOCABULARY / 2.0 + 1, draw (paper, step))) - 2;
}

/* The paper of which @v is a copy, or @v. */
static guint32
find_original (guint32 v)
{
    return v % 20 == 19 ? (guint32)(draw (v, 1000000) * (v / 20)) * 20 : v;
}

static char *
write_abstract (guint32 v)
{
    const guint32 original = find_original (v);
    g_autoptr (GString) text = g_string_new (NULL);
    for (guint i = 0; i < N_WORDS; i++) {
        const gboolean changed = v != original && draw (v, 2000 + i) < 0.1;
        g_string_append_printf (text, "w%u ", draw_word (changed ? v : original, i));
    }
    return g_string_free (g_steal_pointer (&text), FALSE);
}

static RhumbCorpus *
make_corpus (guint32 n)
{
    g_autoptr (GString) lines = g_string_new (NULL);
    for (guint32 v = 0; v < n; v++) {
        g_autofree char *abstract = write_abstract (v);
        g_string_append_printf (lines, "{\"id\":\"%07u\",\"title\":\"t%u\",\"abstract\":\"%s\"}\n",
                                v, v, abstract);
    }
    g_autofree char *path = g_build_filename (g_get_tmp_dir (), "bench-dedup-XXXXXX.jsonl", NULL);
    const int file = g_mkstemp (path);
    if (file < 0 || !g_file_set_contents (path, lines->str, (gssize)lines->len, NULL))
        return NULL;
    g_close (file, NULL);
    RhumbCorpus *corpus = rhumb_corpus_load ((const char *const[]){path, NULL}, NULL, NULL);
    remove (path);
    return corpus;
}

static guint32
read_number (const RhumbCorpus *corpus, guint32 paper)
{
    return (guint32)g_ascii_strtoull (rhumb_corpus_get_paper (corpus, paper)->id, NULL, 10);
}

int
main (int argc, char **argv)
{
    const guint32 n =
        argc > 1 ? (guint32)input_read_number ("PAPERS", argv[1], 20, 10000000) : 20000;
    g_autoptr (RhumbCorpus) corpus = make_corpus (n);
    if (corpus == NULL) {
        fputs ("bench-dedup: the abstracts cannot be written and read\n", stderr);
        return EXIT_FAILURE;
    }
    const double started = count_seconds (CLOCK_MONOTONIC);
    const double processor = count_processor_seconds ();
    g_autoptr (GArray) found = rhumb_find_duplicates (corpus, 0.4, 1);
    const double wall = count_seconds (CLOCK_MONOTONIC) - started;
    guint n_right = 0;
    guint n_of_copies = 0;
    for (guint i = 0; i < found->len; i++) {
        const RhumbDuplicate pair = g_array_index (found, RhumbDuplicate, i);
        const guint32 a = read_number (corpus, pair.a);
        const guint32 b = read_number (corpus, pair.b);
        /* Two copies of one original are the same work too, but were not planted. */
        n_right += find_original (a) == find_original (b);
        n_of_copies += find_original (a) == b || find_original (b) == a;
    }
    puts ("papers\tcopies\tfound\trecall\tprecision\tseconds\tprocessor_seconds");
    printf ("%u\t%u\t%u\t%.4f\t%.4f\t%.2f\t%.2f\n", n, n / 20, found->len,
            (double)n_of_copies / (n / 20), (double)n_right / MAX (found->len, 1), wall,
            count_processor_seconds () - processor);
    return EXIT_SUCCESS;
}
