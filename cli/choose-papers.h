/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "rhumb.h"

G_BEGIN_DECLS

/* What --id, --concept, --person, --venue and --topic name. */
typedef struct {
    char **ids;
    char **concepts;
    char *person;
    char *venue;
    char *topic;
} Named;

void named_clear (Named *named);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Named, named_clear)

/* The papers that --id names, in the order typed, each once. */
guint32 *choose_papers (const RhumbCorpus *corpus, const char *const *ids, guint *n_papers,
                        GError **error);
/* A line about a thing, for a list of those that may be meant. */
typedef void (*DescribeFunction) (gconstpointer owner, guint32 thing, GString *line);
void fail_with_papers (const char *name, const GArray *found, DescribeFunction describe,
                       gconstpointer owner, GError **error);
guint32 find_paper_by_id (const RhumbCorpus *corpus, const char *name);
guint32 choose_concept (const RhumbConcepts *concepts, const char *name, GError **error);
guint32 choose_node (const RhumbGraph *graph, RhumbNodeKind kind, const char *name, GError **error);
guint32 choose_topic (const RhumbTopics *topics, const char *name, GError **error);

G_END_DECLS
