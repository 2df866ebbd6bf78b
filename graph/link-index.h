/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <gio/gio.h>

#include "graph/graph.h"

G_BEGIN_DECLS

/**
 * RhumbLinkIndex:
 *
 * All that makes the papers of a corpus alike, packed so that questions about few papers read few
 * bytes of it, with their ids, titles and years. Its bytes may be a file that is mapped into
 * memory. Belongs to one thread and is not counted by reference.
 *
 * Since: 0.2
 */
typedef struct _RhumbLinkIndex RhumbLinkIndex;

GBytes *rhumb_link_index_pack (const RhumbGraph *graph, const RhumbNetwork *network,
                               guint32 first_word, const GPtrArray *names, double word_factor,
                               GBytes *vectors, guint64 checksum, GError **error);
RhumbLinkIndex *rhumb_link_index_new (GBytes *bytes, const char *name, GError **error);
RhumbLinkIndex *rhumb_link_index_copy (const RhumbLinkIndex *index, GError **error);
void rhumb_link_index_free (RhumbLinkIndex *index);
guint64 rhumb_link_index_get_checksum (const RhumbLinkIndex *index);
guint32 rhumb_link_index_get_n_papers (const RhumbLinkIndex *index);
guint32 rhumb_link_index_get_n_nodes (const RhumbLinkIndex *index);
guint32 rhumb_link_index_get_first_word (const RhumbLinkIndex *index);
guint32 rhumb_link_index_get_most_links (const RhumbLinkIndex *index);
double rhumb_link_index_get_word_factor (const RhumbLinkIndex *index);
guint32 rhumb_link_index_get_n_links (RhumbLinkIndex *index, guint32 node);
double rhumb_link_index_get_strength (const RhumbLinkIndex *index, guint32 node);
double rhumb_link_index_get_total_strength (const RhumbLinkIndex *index);
double rhumb_link_index_get_length (const RhumbLinkIndex *index, guint32 paper);
guint32 rhumb_link_index_read_row (RhumbLinkIndex *index, guint32 node, double word_factor,
                                   guint32 *to, double *weight);
gboolean rhumb_link_index_has_citation (RhumbLinkIndex *index, guint32 from, guint32 to,
                                        gboolean by_name);
const char *rhumb_link_index_get_id (RhumbLinkIndex *index, guint32 paper);
const char *rhumb_link_index_get_label (RhumbLinkIndex *index, guint32 node);
int rhumb_link_index_get_year (const RhumbLinkIndex *index, guint32 paper);
RhumbConcepts *rhumb_link_index_read_concepts (RhumbLinkIndex *index, GError **error);
RhumbNetwork *rhumb_link_index_read_mentions (RhumbLinkIndex *index, GError **error);
GBytes *rhumb_link_index_get_vectors (const RhumbLinkIndex *index);
guint32 rhumb_link_index_find_id (const RhumbLinkIndex *index, const char *id);
GArray *rhumb_link_index_find_title (RhumbLinkIndex *index, const char *key);
gboolean rhumb_link_index_check (const RhumbLinkIndex *index, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbLinkIndex, rhumb_link_index_free)

G_END_DECLS
