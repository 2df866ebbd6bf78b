/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/link-index.h"

G_BEGIN_DECLS

#define INDEX_FIXTURE_PAPERS 4
#define INDEX_FIXTURE_CONCEPTS 4
#define INDEX_FIXTURE_WORDS 2

GBytes *index_fixture_pack (RhumbGraph **graph, RhumbNetwork **network);

G_END_DECLS
