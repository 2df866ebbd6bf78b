/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/corpus.h"
#include "io/write/bibtex-fields.h"

G_BEGIN_DECLS

void rhumb_bibtex_write_extra (RhumbBibtexFields *fields, const RhumbPaper *paper,
                               const char *entry_type);

G_END_DECLS
