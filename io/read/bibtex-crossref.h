/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/format.h"
#include "io/scan/bibtex-entry.h"

G_BEGIN_DECLS

RhumbBibtexEntry *rhumb_bibtex_make_parent (const RhumbBibtexEntry *entry);
gboolean rhumb_bibtex_inherit (RhumbBibtexEntry *entry, GHashTable *entries,
                               RhumbCorpusBuilder *builder, GError **error);

G_END_DECLS
