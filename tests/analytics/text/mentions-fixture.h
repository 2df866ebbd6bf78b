/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/corpus-builder.h"

/* Papers for tests of mentions, and the links that are found between them. */
typedef struct {
    const char *id;
    const char *title;
    const char *abstract;
    int year;
} MentionsPaper;

void mentions_add_paper (RhumbCorpusBuilder *builder, const MentionsPaper *paper);
RhumbCorpus *mentions_make_corpus (const MentionsPaper *papers, gsize n_papers);
char *mentions_describe_links (const RhumbCorpus *corpus);
void mentions_assert_links (const MentionsPaper *papers, gsize n_papers, const char *expected);
