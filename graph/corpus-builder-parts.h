/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/corpus-builder.h"

G_BEGIN_DECLS

/* What a part of a builder has gathered: records in their order, not yet in the builder. */
typedef struct _RhumbBatch RhumbBatch;

guint rhumb_corpus_builder_get_n_threads (const RhumbCorpusBuilder *builder);
RhumbCorpusBuilder *rhumb_corpus_builder_new_part (const RhumbCorpusBuilder *builder);
void rhumb_corpus_builder_end_part (RhumbCorpusBuilder *builder, RhumbCorpusBuilder *part);
RhumbBatch *rhumb_corpus_builder_cut_batch (RhumbCorpusBuilder *part);
void rhumb_corpus_builder_add_batch (RhumbCorpusBuilder *builder, RhumbBatch *batch);
void rhumb_batch_free (RhumbBatch *batch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbBatch, rhumb_batch_free)

G_END_DECLS
