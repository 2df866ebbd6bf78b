/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <gio/gio.h>

#include "graph/corpus.h"

G_BEGIN_DECLS

gboolean rhumb_csv_write_corpus (const RhumbCorpus *corpus, GOutputStream *stream, GError **error);

G_END_DECLS
