/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The audit of merging as rows: for each record that became part of another's paper, both records
 * and what they share. Cost: linear in the merges.
 */
#include "io/library/merges.h"

/*
 * rhumb_library_list_merges:
 * @corpus: a corpus
 *
 * Lists the records that were merged, in the order of reading.
 *
 * Returns: (transfer full) (element-type RhumbAuditLine): the audit, borrowing from @corpus
 */
GArray *
rhumb_library_list_merges (const RhumbCorpus *corpus)
{
    GArray *merges = g_array_new (FALSE, FALSE, sizeof (RhumbAuditLine));
    for (guint i = 0; i < rhumb_corpus_get_n_merges (corpus); i++) {
        const RhumbMerge *merge = rhumb_corpus_get_merge (corpus, i);
        const RhumbAuditLine line = {.paper = rhumb_corpus_find_paper (corpus, merge->paper_id),
                                     .kept_source = merge->kept_source,
                                     .kept_line = merge->kept_line,
                                     .merged_source = merge->merged_source,
                                     .merged_line = merge->merged_line,
                                     .rule = merge->rule,
                                     .key = merge->key};
        g_array_append_val (merges, line);
    }
    return merges;
}
