/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/corpus.h"
#include "graph/network.h"

G_BEGIN_DECLS

RhumbNetwork *rhumb_weigh_words (const RhumbCorpus *corpus, GError **error);
RhumbNetwork *rhumb_weigh_named_words (const RhumbCorpus *corpus, GPtrArray **names,
                                       GPtrArray **words, GError **error);

G_END_DECLS
