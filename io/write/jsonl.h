/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/format.h"

G_BEGIN_DECLS

gboolean rhumb_jsonl_write_corpus (const RhumbCorpus *corpus, GOutputStream *stream,
                                   GError **error);

G_END_DECLS
