/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/corpus.h"

G_BEGIN_DECLS

gboolean rhumb_is_foreign_word (const char *word);
guint32 rhumb_count_unread_papers (const RhumbCorpus *corpus, guint32 *n_with_keywords);

G_END_DECLS
