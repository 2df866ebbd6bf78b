/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/corpus.h"

G_BEGIN_DECLS

/* A line of the audit of merging: which record became part of which paper, and why. Strings are
 * borrowed from the corpus. */
typedef struct {
    guint32 paper; /* RHUMB_NONE if it cannot be told */
    guint kept_source;
    guint64 kept_line;
    guint merged_source;
    guint64 merged_line;
    const char *rule;
    const char *key;
} RhumbAuditLine;

GArray *rhumb_library_list_merges (const RhumbCorpus *corpus);

G_END_DECLS
