/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/corpus-builder.h"
#include "graph/graph.h"

G_BEGIN_DECLS

/* Records as tables, for tests in every room. Lists are separated by "|"; an ORCID follows its
 * author's name after "#". */
typedef struct {
    const char *id;
    const char *title;
    const char *doi;
    int year;
    const char *authors;
    const char *venue;
    const char *references;
    const char *abstract;
    const char *keywords;
} FixtureRecord;

gboolean fixture_add (RhumbCorpusBuilder *builder, const FixtureRecord *fixture, guint64 line,
                      GError **error);
RhumbCorpus *fixture_corpus (const FixtureRecord *records, gsize n_records, const guint32 *order);

/* A paper is about a concept, both by name. */
typedef struct {
    const char *paper_id;
    const char *concept;
    double weight;
} FixtureLink;

RhumbConcepts *fixture_concepts (const RhumbCorpus *corpus, const FixtureLink *links,
                                 gsize n_links);
RhumbGraph *fixture_graph (const FixtureRecord *records, gsize n_records, const FixtureLink *links,
                           gsize n_links);

G_END_DECLS
