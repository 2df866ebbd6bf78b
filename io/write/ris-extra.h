/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/corpus.h"

G_BEGIN_DECLS

/* Adds a line, unless there is no text. */
typedef void (*RhumbRisAdd) (GString *out, const char *tag, const char *text);

gboolean rhumb_ris_write_extra (GString *out, const RhumbPaper *paper, gboolean is_ris,
                                RhumbRisAdd add, GHashTable *unplaced);

G_END_DECLS
