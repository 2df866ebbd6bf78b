/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/read/bibtex-record.h"
#include "io/read/extra.h"

G_BEGIN_DECLS

struct _RhumbBibtexMaker {
    RhumbCorpusBuilder *builder;
    RhumbRecord *record;
    RhumbExtra *extra;
    GStringChunk *strings;
    gboolean others_told;
};

RhumbBibtexField *rhumb_bibtex_find_first (const RhumbBibtexEntry *entry, const char *const *names);
const char *rhumb_bibtex_take_text (RhumbBibtexMaker *maker, const RhumbBibtexEntry *entry,
                                    const char *const *names);
const char *rhumb_bibtex_keep_verbatim (RhumbBibtexMaker *maker, const char *value);
gboolean rhumb_bibtex_drop_field (RhumbBibtexMaker *maker, const RhumbBibtexField *field,
                                  const char *expected, GError **error);
gboolean rhumb_bibtex_make_ids (RhumbBibtexMaker *maker, const RhumbBibtexEntry *entry,
                                GError **error);
const char *rhumb_bibtex_keep_decoded (RhumbBibtexMaker *maker, const char *value);
void rhumb_bibtex_make_extra (RhumbBibtexMaker *maker, const RhumbBibtexEntry *entry);
void rhumb_bibtex_make_last_id (RhumbBibtexMaker *maker, const RhumbBibtexEntry *entry);

G_END_DECLS
