/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Parts of a builder, so that several threads clean records at once.
 *
 * Each part is a builder of its own thread, for the sources begun in the whole, with a pool of
 * strings of its own. What it gathers is cut off in batches; the whole takes the batches in the
 * order of the file, so drafts, events and counts are those of reading on one thread. Only which
 * pool holds a string depends on the threads, and nothing depends on that.
 * Cost: a pointer for each record; strings are not copied.
 */
#include "graph/corpus-builder-parts.h"

#include "graph/corpus-builder-private.h"
#include "graph/corpus-draft-private.h"
#include "graph/corpus-private.h"

struct _RhumbBatch {
    GPtrArray *drafts;
    GArray *events;
    GArray *counts; /* of RhumbSource, one for each that the part has */
};

/**
 * rhumb_corpus_builder_set_n_threads:
 * @builder: a builder
 * @n_threads: threads that readers may use for cleaning records, 0 = one for each processor
 *
 * Chooses on how many threads a reader may work; 1 is the default. The corpus is the same for
 * any number.
 *
 * Since: 0.2
 */
void
rhumb_corpus_builder_set_n_threads (RhumbCorpusBuilder *builder, guint n_threads)
{
    builder->n_threads = n_threads;
}

/* rhumb_corpus_builder_get_n_threads: threads that a reader may use, at least 1. */
guint
rhumb_corpus_builder_get_n_threads (const RhumbCorpusBuilder *builder)
{
    return builder->n_threads > 0 ? builder->n_threads : g_get_num_processors ();
}

/* Counts of the sources of a part begin anew; their numbers stay, which drafts and events name. */
static void
clear_counts (GArray *sources)
{
    for (guint i = 0; i < sources->len; i++) {
        RhumbSource *source = &g_array_index (sources, RhumbSource, i);
        *source = (RhumbSource){.name = source->name, .format = source->format};
    }
}

/* Makes a part that belongs to another thread. Records and events are added to it as to a builder.
 * @builder: a builder with a source begun. Returns a part; it is given back with
 * rhumb_corpus_builder_end_part(). */
RhumbCorpusBuilder *
rhumb_corpus_builder_new_part (const RhumbCorpusBuilder *builder)
{
    RhumbCorpusBuilder *part = rhumb_corpus_builder_new ();
    const GArray *sources = builder->corpus->sources;
    part->strict = builder->strict;
    part->from_year = builder->from_year;
    part->to_year = builder->to_year;
    g_array_append_vals (part->corpus->sources, sources->data, sources->len);
    clear_counts (part->corpus->sources);
    return part;
}

/* Takes the strings of a part, whose thread has ended. @builder: the builder that @part was made
 * of; @part (taken): a part; batches cut from it may still be added. */
void
rhumb_corpus_builder_end_part (RhumbCorpusBuilder *builder, RhumbCorpusBuilder *part)
{
    g_ptr_array_add (builder->corpus->more_pools, part->corpus->pools);
    part->corpus->pools = rhumb_pools_new ();
    rhumb_corpus_builder_free (part);
}

/* Cuts off what was gathered since the last batch. Returns the batch. */
RhumbBatch *
rhumb_corpus_builder_cut_batch (RhumbCorpusBuilder *part)
{
    RhumbBatch *batch = g_new0 (RhumbBatch, 1);
    batch->drafts = part->drafts;
    batch->events = part->corpus->events;
    batch->counts = g_array_copy (part->corpus->sources);
    part->drafts = g_ptr_array_new ();
    part->corpus->events = g_array_new (FALSE, TRUE, sizeof (RhumbEvent));
    clear_counts (part->corpus->sources);
    return batch;
}

static void
add_counts (RhumbSource *source, const RhumbSource *more)
{
    source->n_records += more->n_records;
    source->n_lines_skipped += more->n_lines_skipped;
    source->n_records_lost += more->n_records_lost;
    source->n_outside_years += more->n_outside_years;
    source->n_no_title += more->n_no_title;
    source->n_no_abstract += more->n_no_abstract;
    source->n_no_year += more->n_no_year;
    source->n_no_authors += more->n_no_authors;
    source->n_no_references += more->n_no_references;
    source->n_no_doi += more->n_no_doi;
    source->n_papers_short += more->n_papers_short;
    source->n_cut_records += more->n_cut_records;
    source->n_breaks += more->n_breaks;
}

/* Adds what a part has gathered behind what is there. @builder: a builder that has the sources of
 * the batch. */
void
rhumb_corpus_builder_add_batch (RhumbCorpusBuilder *builder, RhumbBatch *batch)
{
    for (guint i = 0; i < batch->counts->len; i++)
        add_counts (&g_array_index (builder->corpus->sources, RhumbSource, i),
                    &g_array_index (batch->counts, RhumbSource, i));
    g_array_append_vals (builder->corpus->events, batch->events->data, batch->events->len);
    g_ptr_array_extend_and_steal (builder->drafts, g_steal_pointer (&batch->drafts));
    rhumb_batch_free (batch);
}

/* rhumb_batch_free: frees @batch and what is left in it. */
void
rhumb_batch_free (RhumbBatch *batch)
{
    g_clear_pointer (&batch->drafts, g_ptr_array_unref);
    g_array_unref (batch->events);
    g_array_unref (batch->counts);
    g_free (batch);
}
