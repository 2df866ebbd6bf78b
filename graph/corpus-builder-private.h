/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/corpus-draft-private.h"

G_BEGIN_DECLS

struct _RhumbCorpusBuilder {
    RhumbCorpus *corpus;
    GPtrArray *drafts;
    gboolean strict;
    int from_year;
    int to_year;
    gboolean merge_versions;
    guint n_threads;
};

void rhumb_corpus_builder_count_gaps (RhumbSource *source, const RhumbDraft *draft);
gboolean rhumb_corpus_builder_report_drops (RhumbCorpusBuilder *builder, const RhumbRecord *record,
                                            const RhumbDraft *draft, GError **error);
gboolean rhumb_corpus_builder_is_outside_years (const RhumbCorpusBuilder *builder, int year);

G_END_DECLS
