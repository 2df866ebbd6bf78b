/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/concepts.h"
#include "graph/corpus.h"

G_BEGIN_DECLS

/* Private to why. */
char *rhumb_quote_concept (const RhumbPaper *paper, const RhumbConcept *concept);

G_END_DECLS
