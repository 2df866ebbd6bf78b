/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

/* The one header that users of the library include. Those who know igraph include
 * graph/igraph-door.h besides. */

#include "graph/attributed-network.h"
#include "graph/concepts.h"
#include "graph/corpus-builder.h"
#include "graph/corpus.h"
#include "graph/error.h"
#include "graph/graph.h"
#include "graph/identifier.h"
#include "graph/map.h"
#include "graph/network.h"
#include "graph/partition.h"
#include "graph/ranking.h"
#include "graph/text.h"
#include "graph/topics.h"
#include "graph/vocabulary.h"

#include "analytics/cluster/leiden.h"
#include "analytics/cluster/topics.h"
#include "analytics/layout/topic-map.h"
#include "analytics/network/cooccurrence.h"
#include "analytics/network/normalisation.h"
#include "analytics/network/relatedness.h"
#include "analytics/network/walk.h"
#include "analytics/rank/counts.h"
#include "analytics/rank/pagerank.h"
#include "analytics/text/concepts.h"
#include "analytics/text/keyphrases.h"
#include "analytics/text/mentions.h"
#include "analytics/text/synonyms.h"
#include "analytics/text/words.h"

#include "io/format.h"
#include "io/library.h"
#include "io/vocabulary/vocabulary.h"
