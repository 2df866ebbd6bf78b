/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What a corpus holds and what it lacks, counted in one pass over its papers.
 */
#include "cli/describe.h"

#include <string.h>

#include "cli/paper-types.h"
#include "graph/languages.h"

static void
count_sources (const RhumbCorpus *corpus, Counts *counts)
{
    for (guint i = 0; i < rhumb_corpus_get_n_sources (corpus); i++) {
        const RhumbSource *source = rhumb_corpus_get_source (corpus, i);
        counts->records += source->n_records;
        counts->lost += source->n_records_lost;
        counts->skipped += source->n_lines_skipped;
        counts->merged += source->n_merged;
        counts->outside_years += source->n_outside_years;
        counts->references += source->n_references;
        counts->resolved += source->n_references_resolved;
        counts->inside += source->n_references_inside;
        counts->short_papers += source->n_papers_short;
    }
}

/* Duplicates by what they share, as the report says it: "same doi:… as …". */
static void
count_rules (const RhumbCorpus *corpus, GHashTable *rules)
{
    for (guint i = 0; i < rhumb_corpus_get_n_events (corpus); i++) {
        const RhumbEvent *event = rhumb_corpus_get_event (corpus, i);
        if (event->kind != RHUMB_EVENT_MERGED || !g_str_has_prefix (event->why, "same "))
            continue;
        const char *rule = event->why + strlen ("same ");
        const gsize length = strcspn (rule, ": ");
        /* "key:" is a hash of the title; an id without a scheme is the user's own. */
        const gboolean by_title = strncmp (rule, "key:", 4) == 0 || strncmp (rule, "title", 5) == 0;
        g_autofree char *name = by_title              ? g_strdup ("title")
                                : rule[length] == ':' ? g_strndup (rule, length)
                                                      : g_strdup ("id");
        const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (rules, name));
        g_hash_table_insert (rules, g_steal_pointer (&name), GUINT_TO_POINTER (n + 1));
    }
}

static void
count_word (GHashTable *words, const char *word)
{
    g_autofree char *key = g_utf8_strdown (word != NULL ? word : "unknown", -1);
    const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (words, key));
    g_hash_table_insert (words, g_steal_pointer (&key), GUINT_TO_POINTER (n + 1));
}

static void
count_paper (const RhumbPaper *paper, Counts *counts)
{
    counts->no_title += paper->title == NULL;
    counts->no_abstract += paper->abstract == NULL;
    counts->no_year += paper->year == 0;
    counts->no_authors += paper->n_people == 0;
    counts->no_venue += paper->venue == RHUMB_NONE;
    counts->no_references += paper->n_references == 0;
    counts->no_doi += paper->doi == NULL;
    const char *language =
        paper->language != NULL ? rhumb_language_get_code (paper->language) : NULL;
    count_word (counts->languages, language != NULL ? language : paper->language);
    count_word (counts->types, paper->type != NULL ? paper_type_get_word (paper->type) : NULL);
    if (paper->year == 0)
        return;
    if (counts->first_year == 0 || paper->year < counts->first_year)
        counts->first_year = paper->year;
    counts->last_year = MAX (counts->last_year, paper->year);
}

Counts
describe_count (const RhumbGraph *graph)
{
    const RhumbCorpus *corpus = rhumb_graph_get_corpus (graph);
    Counts counts = {.papers = rhumb_corpus_get_n_papers (corpus),
                     .concepts = rhumb_graph_get_n_nodes_of_kind (graph, RHUMB_NODE_CONCEPT),
                     .people = rhumb_corpus_get_n_people (corpus),
                     .venues = rhumb_corpus_get_n_venues (corpus)};
    counts.languages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    counts.types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    counts.merged_by = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    count_sources (corpus, &counts);
    count_rules (corpus, counts.merged_by);
    for (guint32 v = 0; v < counts.papers; v++)
        count_paper (rhumb_corpus_get_paper (corpus, v), &counts);
    return counts;
}

void
describe_clear (Counts *counts)
{
    g_clear_pointer (&counts->languages, g_hash_table_unref);
    g_clear_pointer (&counts->types, g_hash_table_unref);
    g_clear_pointer (&counts->merged_by, g_hash_table_unref);
}
