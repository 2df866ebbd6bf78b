/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "rhumb.h"

G_BEGIN_DECLS

typedef struct _Ranker Ranker;

Ranker *ranker_new (RhumbGraph *graph, GError **error);
RhumbRanking *ranker_finish (Ranker *ranker, GError **error);

G_END_DECLS
