/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/words.h"
#include "graph/network-private.h"

G_BEGIN_DECLS

guint32 rhumb_weigh_word_rows (const RhumbCorpus *corpus, RhumbOwnRows *rows);

G_END_DECLS
