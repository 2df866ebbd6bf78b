/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "rhumb.h"

G_BEGIN_DECLS

/* The papers that --id names, in the order typed, each once. */
guint32 *choose_papers (const RhumbCorpus *corpus, const char *const *ids, guint *n_papers,
                        GError **error);
guint32 choose_concept (const RhumbConcepts *concepts, const char *name, GError **error);
guint32 choose_topic (const RhumbTopics *topics, const char *name, GError **error);

G_END_DECLS
