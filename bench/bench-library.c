/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Times the library file on synthetic works in memory, shaped like those of OpenAlex: an id and a
 * DOI, a title, an abstract of 1 KB with words drawn by Zipf's law, four authors, a venue,
 * keywords, 20 references of which a quarter is inside the set. Prints a table: step, works,
 * seconds, works a second, MiB of the file or of memory.
 *
 * Usage: bench-library [N [FILE]]   100000 works; FILE is written and left
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bench/cost.h"
#include "bench/input.h"
#include "io/library/rows.h"
#include "io/library/schema.h"
#include "rhumb.h"

#define N_WORDS 200000
#define N_REFERENCES 20

typedef struct {
    guint64 seed;
    guint64 step;
    char **words;
} Chance;

static guint64
draw (Chance *chance, guint64 n)
{
    return rhumb_hash_mix (chance->seed, chance->step++) % n;
}

/* Word of rank r with a probability near 1/r. */
static const char *
draw_word (Chance *chance)
{
    const double u = (double)draw (chance, 1 << 30) / (1 << 30);
    return chance->words[(guint)(exp (u * log (N_WORDS)) - 1)];
}

static char **
make_words (void)
{
    char **words = g_new0 (char *, N_WORDS + 1);
    for (guint i = 0; i < N_WORDS; i++) {
        Chance chance = {7, (guint64)i * 64, NULL};
        const guint length = 2 + (guint)(log (i + 2) * 0.75) + (guint)draw (&chance, 4);
        words[i] = g_malloc0 (length + 1);
        for (guint c = 0; c < length; c++)
            words[i][c] = (char)('a' + draw (&chance, 26));
    }
    return words;
}

static char *
make_text (Chance *chance, gsize length)
{
    g_autoptr (GString) text = g_string_sized_new (length + 32);
    while (text->len < length) {
        g_string_append (text, draw_word (chance));
        g_string_append (text, draw (chance, 18) == 0 ? ". " : " ");
    }
    return g_strdup (text->str);
}

static char *
make_id (const char *prefix, guint64 number)
{
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, prefix, number);
}

static void
fill_lists (Chance *chance, RhumbRecord *record, guint64 work, guint64 n, GPtrArray *owned)
{
    g_ptr_array_add (record->ids, make_id ("openalex:W", 2000000000 + work));
    for (guint i = 0; i < 4; i++)
        g_ptr_array_add (record->author_names, make_id ("Ada Author", draw (chance, n + 1)));
    for (guint i = 0; i < 3; i++)
        g_ptr_array_add (record->keywords, make_text (chance, 12));
    for (guint i = 0; i < N_REFERENCES; i++) {
        const gboolean inside = i < N_REFERENCES / 4 && work > 0;
        const guint64 cited = inside ? draw (chance, work) : n + draw (chance, 10 * n);
        g_ptr_array_add (record->references, make_id ("openalex:W", 2000000000 + cited));
    }
    GPtrArray *const lists[] = {record->ids, record->author_names, record->keywords,
                                record->references};
    for (gsize l = 0; l < G_N_ELEMENTS (lists); l++)
        for (guint i = 0; i < lists[l]->len; i++)
            g_ptr_array_add (owned, lists[l]->pdata[i]);
}

static RhumbCorpus *
make_works (guint64 n, GError **error)
{
    g_auto (GStrv) words = make_words ();
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    g_autoptr (RhumbRecord) record = rhumb_record_new ();
    rhumb_corpus_builder_begin_source (builder, "synthetic", "openalex");
    for (guint64 work = 0; work < n; work++) {
        Chance chance = {rhumb_hash_mix (1, work), 0, words};
        g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
        g_autofree char *title = make_text (&chance, 70);
        g_autofree char *abstract = make_text (&chance, 1000);
        g_autofree char *doi = make_id ("10.1000/work.", work);
        g_autofree char *venue = make_id ("Journal of Results ", draw (&chance, 5000));
        rhumb_record_clear (record);
        record->title = title;
        record->abstract = abstract;
        record->doi = doi;
        record->venue = venue;
        record->type = "article";
        record->language = "en";
        record->year = 1970 + (int)(work * 55 / n);
        record->n_cited_reported = (int)draw (&chance, 100);
        record->line = work + 1;
        fill_lists (&chance, record, work, n, owned);
        if (!rhumb_corpus_builder_add (builder, record, error))
            return NULL;
    }
    return rhumb_corpus_builder_freeze (builder, error);
}

static double
get_mib (const char *path)
{
    struct stat status;
    return stat (path, &status) == 0 ? (double)status.st_size / (1 << 20) : 0;
}

static void
print_row (const char *step, guint64 n, double seconds, double mib)
{
    printf ("%s\t%" G_GUINT64_FORMAT "\t%.4f\t%.0f\t%.1f\n", step, n, seconds,
            seconds > 0 ? (double)n / seconds : 0, mib);
    fflush (stdout);
}

/* The parts of rhumb_library_save(), each timed. */
static gboolean
time_parts (const RhumbCorpus *corpus, const char *path, GError **error)
{
    const guint32 n = rhumb_corpus_get_n_papers (corpus);
    unlink (path);
    g_autoptr (RhumbDatabase) database = rhumb_database_create (path, path, error);
    g_autoptr (GTimer) timer = g_timer_new ();
    if (database == NULL || !rhumb_library_migrate (database, &rhumb_library_migrations, error) ||
        !rhumb_database_run (database, "BEGIN", error) ||
        !rhumb_library_write_rows (database, corpus, error))
        return FALSE;
    print_row ("part: rows", n, g_timer_elapsed (timer, NULL), 0);
    g_timer_start (timer);
    if (!rhumb_database_run (database, rhumb_library_indexes, error))
        return FALSE;
    print_row ("part: indexes", n, g_timer_elapsed (timer, NULL), 0);
    g_timer_start (timer);
    if (!rhumb_library_write_index (database, corpus, error))
        return FALSE;
    print_row ("part: words", n, g_timer_elapsed (timer, NULL), 0);
    g_timer_start (timer);
    if (!rhumb_database_run (database, "COMMIT", error))
        return FALSE;
    print_row ("part: commit", n, g_timer_elapsed (timer, NULL), get_mib (path));
    return TRUE;
}

static gboolean
time_search (const char *path, guint32 n, GError **error)
{
    static const char *const names[] = {"search: commonest word", "search: rare words",
                                        "search: phrase", "search: prefix"};
    g_auto (GStrv) words = make_words ();
    g_autofree char *rare = g_strdup_printf ("%s %s", words[300], words[700]);
    g_autofree char *phrase = g_strdup_printf ("\"%s %s\"", words[3], words[8]);
    g_autofree char *prefix = g_strdup_printf ("%.4s*", words[5000]);
    const char *const queries[] = {words[0], rare, phrase, prefix};
    const RhumbSearchOptions options = {.max_hits = 20};
    for (gsize i = 0; i < G_N_ELEMENTS (queries); i++) {
        g_autoptr (GTimer) timer = g_timer_new ();
        g_autoptr (GPtrArray) hits = rhumb_library_search (path, queries[i], &options, error);
        if (hits == NULL)
            return FALSE;
        print_row (names[i], n, g_timer_elapsed (timer, NULL), count_peak_mib ());
    }
    return TRUE;
}

static gboolean
run (guint64 n, const char *path, GError **error)
{
    g_autoptr (GTimer) timer = g_timer_new ();
    g_autoptr (RhumbCorpus) corpus = make_works (n, error);
    if (corpus == NULL)
        return FALSE;
    print_row ("corpus in memory", n, g_timer_elapsed (timer, NULL), count_peak_mib ());
    if (!time_parts (corpus, path, error))
        return FALSE;
    g_timer_start (timer);
    if (!rhumb_library_save (corpus, path, error))
        return FALSE;
    print_row ("save", n, g_timer_elapsed (timer, NULL), get_mib (path));
    g_clear_pointer (&corpus, rhumb_corpus_unref);
    const char *const paths[] = {path, NULL};
    g_timer_start (timer);
    corpus = rhumb_corpus_load (paths, NULL, error);
    if (corpus == NULL)
        return FALSE;
    print_row ("load", n, g_timer_elapsed (timer, NULL), count_peak_mib ());
    return time_search (path, (guint32)n, error);
}

int
main (int argc, char **argv)
{
    const guint64 n = argc > 1 ? input_read_number ("N", argv[1], 1, 100000000) : 100000;
    const char *path = argc > 2 ? argv[2] : "bench-library.rhumb";
    g_autoptr (GError) error = NULL;
    puts ("step\tworks\tseconds\tworks/s\tMiB");
    const gboolean done = run (n, path, &error);
    if (!done)
        fprintf (stderr, "bench-library: %s\n", error->message);
    if (argc <= 2)
        unlink (path);
    return done ? 0 : 1;
}
