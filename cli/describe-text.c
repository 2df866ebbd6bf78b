/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The counts of `describe` for people: what is there, source by source, and what each gap
 * prevents, with what can be done about it.
 */
#include "cli/describe.h"

#include <string.h>

#include "cli/digits.h"
#include "graph/plural.h"

#define MOST_WORDS 8

static void
add_count (GString *text, guint64 value, const char *what)
{
    digits_append_grouped (text, value);
    g_string_append (text, what);
}

/* "1 paper", "2 papers". */
static void
add_things (GString *text, guint64 n, const char *thing)
{
    digits_append_grouped (text, n);
    g_string_append_printf (text, " %s%s", thing, n == 1 ? "" : "s");
}

static int
compare_words (gconstpointer a, gconstpointer b, gpointer words)
{
    const char *first = *(const char *const *)a;
    const char *second = *(const char *const *)b;
    const guint n_first = GPOINTER_TO_UINT (g_hash_table_lookup (words, first));
    const guint n_second = GPOINTER_TO_UINT (g_hash_table_lookup (words, second));
    return n_first != n_second ? (n_first < n_second ? 1 : -1) : strcmp (first, second);
}

/* The commonest words with their papers; nothing if no paper has one. */
static void
add_words (GString *text, const char *title, GHashTable *words)
{
    guint n = 0;
    g_autofree gpointer *sorted = g_hash_table_get_keys_as_array (words, &n);
    if (n == 0 || (n == 1 && g_hash_table_contains (words, "unknown")))
        return;
    g_qsort_with_data (sorted, (int)n, sizeof *sorted, compare_words, words);
    g_string_append_printf (text, "%s: ", title);
    for (guint i = 0; i < MIN (n, MOST_WORDS); i++) {
        const char *word = sorted[i];
        g_string_append_printf (text, "%s%s ", i > 0 ? ", " : "", word);
        digits_append_grouped (text, GPOINTER_TO_UINT (g_hash_table_lookup (words, word)));
    }
    if (n > MOST_WORDS)
        g_string_append_printf (text, ", and %u more", n - MOST_WORDS);
    g_string_append_c (text, '\n');
}

static void
add_references (GString *text, guint64 n, guint64 resolved, guint64 inside)
{
    digits_append_grouped (text, resolved);
    g_string_append (text, " of ");
    add_count (text, n, rhumb_plural (n, " reference resolved, ", " references resolved, "));
    add_count (text, inside, " inside the set");
}

static void
add_gap (GString *text, guint64 n, const char *what, const char **separator)
{
    if (n == 0)
        return;
    g_string_append_printf (text, "%s%s ", *separator, what);
    digits_append_grouped (text, n);
    *separator = ", ";
}

static void
add_source (GString *text, const RhumbSource *source)
{
    g_string_append_printf (text, "  %s (%s): ", source->name, source->format);
    add_things (text, source->n_records, "record");
    g_string_append (text, ", ");
    add_count (text, source->n_records_lost, " lost, ");
    add_count (text, source->n_merged, " merged, ");
    add_count (text, source->n_lines_skipped,
               rhumb_plural (source->n_lines_skipped, " line skipped\n", " lines skipped\n"));
    if (source->n_references > 0) {
        g_string_append (text, "    ");
        add_references (text, source->n_references, source->n_references_resolved,
                        source->n_references_inside);
        g_string_append_c (text, '\n');
    }
    const char *separator = "    records without: ";
    add_gap (text, source->n_no_title, "title", &separator);
    add_gap (text, source->n_no_abstract, "abstract", &separator);
    add_gap (text, source->n_no_year, "year", &separator);
    add_gap (text, source->n_no_authors, "authors", &separator);
    add_gap (text, source->n_no_references, "references", &separator);
    add_gap (text, source->n_no_doi, "DOI", &separator);
    if (*separator == ',')
        g_string_append_c (text, '\n');
}

/* A source whose papers all lack something gets a line of its own: there the export is at fault. */
static void
add_source_consequences (GString *text, const RhumbSource *source)
{
    const guint64 n = source->n_records - MIN (source->n_records, source->n_records_lost);
    const RhumbFormat *format = rhumb_format_find (source->format);
    if (n == 0)
        return;
    if (source->n_no_references == n) {
        g_string_append_printf (text, "  no references in %s: citation networks leave its ",
                                source->name);
        g_string_append (text, n == 1 ? "paper out" : "papers out");
        /* What merging gave counts for the source that was read first. */
        if (source->n_references > 0)
            g_string_append (text, ", but for those whose references other files have");
        if (format != NULL && format->references_hint != NULL)
            g_string_append_printf (text, "; %s", format->references_hint);
        g_string_append_c (text, '\n');
    }
    if (source->n_no_abstract == n) {
        g_string_append_printf (text,
                                "  no abstracts in %s: concepts come from titles and keywords "
                                "alone",
                                source->name);
        if (format != NULL && format->abstracts_hint != NULL)
            g_string_append_printf (text, "; %s", format->abstracts_hint);
        g_string_append_c (text, '\n');
    }
    if (source->n_papers_short > 0) {
        g_string_append (text, "  ");
        add_things (text, source->n_papers_short, "paper");
        g_string_append_printf (
            text, " of %s with fewer references than it counts for them: ", source->name);
        g_string_append (text, "links are missing\n");
    }
}

/* Some of the papers whose references are not all there. */
static void
add_short_papers (GString *text, const RhumbCorpus *corpus)
{
    guint n = 0;
    for (guint32 v = 0; v < rhumb_corpus_get_n_papers (corpus) && n < MOST_WORDS; v++) {
        const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, v);
        if (paper->n_references == 0 || paper->n_references_reported <= (gint64)paper->n_references)
            continue;
        g_string_append_printf (text, "%s%s (%u of %d)",
                                n++ == 0 ? "  papers with short reference lists: " : ", ",
                                paper->id, paper->n_references, paper->n_references_reported);
    }
    if (n > 0)
        g_string_append_c (text, '\n');
}

static void
add_consequence (GString *text, guint32 n, const char *without, const char *prevents)
{
    if (n == 0)
        return;
    g_string_append (text, "  ");
    add_things (text, n, "paper");
    g_string_append_printf (text, " without %s: %s\n", without, prevents);
}

static void
add_consequences (GString *text, const RhumbCorpus *corpus, const Counts *counts)
{
    const gsize before = text->len;
    for (guint i = 0; i < rhumb_corpus_get_n_sources (corpus); i++)
        add_source_consequences (text, rhumb_corpus_get_source (corpus, i));
    add_short_papers (text, corpus);
    add_consequence (text, counts->no_title, "title", "shown by the id");
    add_consequence (text, counts->no_abstract, "abstract", "concepts come from the title alone");
    add_consequence (text, counts->no_year, "year",
                     "left out by --from and --to, nothing tells the time");
    add_consequence (text, counts->no_authors, "authors", "no people are ranked there");
    add_consequence (text, counts->no_venue, "venue", "no venue is ranked there");
    add_consequence (text, counts->no_references, "references",
                     "related by words and concepts, and by what cites them");
    if (text->len > before)
        g_string_insert (text, (gssize)before, "what the gaps prevent:\n");
}

char *
describe_as_text (const RhumbCorpus *corpus, const Counts *counts)
{
    GString *text = g_string_new (NULL);
    add_things (text, counts->records, "record");
    g_string_append (text, ", ");
    add_things (text, counts->papers, "paper");
    g_string_append (text, ", ");
    add_things (text, counts->concepts, "concept");
    g_string_append (text, ", ");
    add_count (text, counts->people, counts->people == 1 ? " person, " : " people, ");
    add_things (text, counts->venues, "venue");
    g_string_append_c (text, '\n');
    if (counts->first_year != 0)
        g_string_append_printf (text, "years: %d to %d\n", counts->first_year, counts->last_year);
    add_words (text, "languages", counts->languages);
    add_words (text, "types", counts->types);
    if (counts->references > 0) {
        add_references (text, counts->references, counts->resolved, counts->inside);
        g_string_append_c (text, '\n');
    }
    if (counts->merged > 0) {
        g_string_append (text, "duplicates: ");
        add_things (text, counts->merged, "record");
        g_string_append (text, " merged into others; ");
        add_words (text, "by what they share", counts->merged_by);
    }
    g_string_append (text, "sources:\n");
    for (guint i = 0; i < rhumb_corpus_get_n_sources (corpus); i++)
        add_source (text, rhumb_corpus_get_source (corpus, i));
    add_consequences (text, corpus, counts);
    return g_string_free (text, FALSE);
}
