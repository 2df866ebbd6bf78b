/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/format.h"
#include "io/scan/bibtex-entry.h"

G_BEGIN_DECLS

/* Makes records of entries, one at a time: the record borrows its strings from the maker. */
typedef struct _RhumbBibtexMaker RhumbBibtexMaker;

RhumbBibtexMaker *rhumb_bibtex_maker_new (RhumbCorpusBuilder *builder);
void rhumb_bibtex_maker_free (RhumbBibtexMaker *maker);
const RhumbRecord *rhumb_bibtex_maker_make (RhumbBibtexMaker *maker, const RhumbBibtexEntry *entry,
                                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbBibtexMaker, rhumb_bibtex_maker_free)

G_END_DECLS
