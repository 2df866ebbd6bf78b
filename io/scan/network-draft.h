/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/attributed-network.h"
#include "graph/corpus-builder.h"

G_BEGIN_DECLS

/* A network of a file that does not declare its columns: every value with the type that it was
 * written in, until all are known. */
typedef struct _RhumbNetworkDraft RhumbNetworkDraft;

RhumbNetworkDraft *rhumb_network_draft_new (void);
void rhumb_network_draft_free (RhumbNetworkDraft *draft);
guint32 rhumb_network_draft_add_node (RhumbNetworkDraft *draft, const char *id, guint64 line);
gsize rhumb_network_draft_add_edge (RhumbNetworkDraft *draft, guint32 from, guint32 to,
                                    gboolean directed);
void rhumb_network_draft_set_label (RhumbNetworkDraft *draft, guint32 node, const char *label);
void rhumb_network_draft_add_value (RhumbNetworkDraft *draft, RhumbElement element, gsize number,
                                    const char *name, RhumbAttributeType type, const char *text);
void rhumb_network_draft_add_guessed (RhumbNetworkDraft *draft, RhumbElement element, gsize number,
                                      const char *name, const char *text);
guint32 rhumb_network_draft_get_n_nodes (const RhumbNetworkDraft *draft);
gboolean rhumb_network_draft_fill (const RhumbNetworkDraft *draft, RhumbAttributedNetwork *network,
                                   RhumbCorpusBuilder *builder, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbNetworkDraft, rhumb_network_draft_free)

G_END_DECLS
