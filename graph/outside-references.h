/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/corpus.h"
#include "graph/network.h"

G_BEGIN_DECLS

RhumbNetwork *rhumb_list_cited_works (const RhumbCorpus *corpus, guint min_cited, GPtrArray **names,
                                      GError **error);

G_END_DECLS
