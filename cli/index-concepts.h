/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "cli/run.h"

G_BEGIN_DECLS

gboolean index_covers_papers (const Run *run);
gboolean index_covers_concepts (const Run *run);
void index_tell_unused (Run *run, const GError *error);
void index_note_state (const Run *run, Results *results);
RhumbConcepts *index_take_concepts (Run *run, const Results *results);
RhumbNetwork *index_take_mentions (const Run *run, const Results *results);

G_END_DECLS
