/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/corpus.h"

G_BEGIN_DECLS

/**
 * RhumbLibraryLock:
 *
 * The right to change a library, held by one program at a time.
 *
 * Since: 0.2
 */
typedef struct _RhumbLibraryLock RhumbLibraryLock;

/**
 * RhumbSearchOptions:
 * @any: whether one of the words is enough; else all are needed
 * @from_year: leave out papers before this year, 0 = no bound
 * @to_year: leave out papers after this year, 0 = no bound
 * @max_hits: most papers to find, 0 = all
 *
 * How papers are searched.
 *
 * Since: 0.2
 */
typedef struct {
    gboolean any;
    int from_year;
    int to_year;
    guint max_hits;
} RhumbSearchOptions;

/**
 * RhumbHit:
 * @id: id of the paper
 * @title: (nullable): its title
 * @year: its year, 0 = unknown
 * @score: Okapi BM25, higher = better; comparable within one search only
 *
 * A paper that a search found.
 *
 * Since: 0.2
 */
typedef struct {
    char *id;
    char *title;
    int year;
    double score;
} RhumbHit;

gboolean rhumb_library_is (const char *path);
gboolean rhumb_library_get_n_sources (const char *path, guint *n_sources, GError **error);
gboolean rhumb_library_save (const RhumbCorpus *corpus, const char *path, GError **error);
RhumbLibraryLock *rhumb_library_lock (const char *path, gboolean wait, GError **error);
void rhumb_library_lock_free (RhumbLibraryLock *lock);

GPtrArray *rhumb_library_search (const char *path, const char *words,
                                 const RhumbSearchOptions *options, GError **error);
GPtrArray *rhumb_corpus_search (const RhumbCorpus *corpus, const char *words,
                                const RhumbSearchOptions *options, GError **error);
void rhumb_hit_free (RhumbHit *hit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbLibraryLock, rhumb_library_lock_free)

G_END_DECLS
