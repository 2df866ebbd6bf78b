/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/evidence.h"

G_BEGIN_DECLS

RhumbEvidence *rhumb_explain_paper_link (const RhumbGraph *graph, guint32 a, guint32 b);

G_END_DECLS
