/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/corpus.h"
#include "graph/network.h"

G_BEGIN_DECLS

RhumbNetwork *rhumb_list_institutions (const RhumbCorpus *corpus, GPtrArray **names,
                                       GError **error);
RhumbNetwork *rhumb_list_countries (const RhumbCorpus *corpus, GPtrArray **names, GError **error);
RhumbNetwork *rhumb_list_keywords (const RhumbCorpus *corpus, GPtrArray **names, GError **error);
const char *rhumb_find_country (const char *affiliation);

G_END_DECLS
