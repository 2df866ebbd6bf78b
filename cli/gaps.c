/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Why an answer is empty: what no paper of the corpus has. Every verb answers what it can without
 * years, abstracts, references or people; where nothing is left to answer it says so here, in one
 * line on standard error, instead of writing nothing in silence.
 */
#include "cli/gaps.h"

#include <stdio.h>

#include "analytics/text/front-matter.h"
#include "graph/plural.h"

/* Says that a verb has nothing to list, and why; if that is NULL, with the fields that no paper
 * has. A corpus that was not read, because an index answered, is NULL. */
void
gaps_tell_empty (const char *verb, const RhumbCorpus *corpus, const char *why)
{
    if (why != NULL) {
        fprintf (stderr, "rhumb %s: nothing to list: %s\n", verb, why);
        return;
    }
    static const char *const NAMES[] = {"title",  "abstract", "year",
                                        "author", "venue",    "reference"};
    guint32 with[G_N_ELEMENTS (NAMES)] = {0};
    const guint32 n = corpus != NULL ? rhumb_corpus_get_n_papers (corpus) : 0;
    for (guint32 v = 0; v < n; v++) {
        const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, v);
        with[0] += paper->title != NULL;
        with[1] += paper->abstract != NULL;
        with[2] += paper->year != 0;
        with[3] += paper->n_people > 0;
        with[4] += paper->venue != RHUMB_NONE;
        with[5] += paper->n_references > 0;
    }
    g_autoptr (GString) text = g_string_new ("nothing to list");
    const char *separator = "; of these papers none has a known ";
    for (gsize i = 0; i < G_N_ELEMENTS (NAMES) && n > 0; i++) {
        if (with[i] > 0)
            continue;
        g_string_append_printf (text, "%s%s", separator, NAMES[i]);
        separator = ", ";
    }
    fprintf (stderr, "rhumb %s: %s\n", verb, text->str);
}

/* Says it if no paper cites another, so that counts of citations are all the same. */
void
gaps_tell_uncited (const char *verb, const RhumbCorpus *corpus)
{
    for (guint32 v = 0; v < rhumb_corpus_get_n_papers (corpus); v++)
        if (rhumb_corpus_get_paper (corpus, v)->n_cites > 0)
            return;
    fprintf (stderr,
             "rhumb %s: no paper here cites another, so every count is 0; "
             "rhumb describe tells what the files lack\n",
             verb);
}

/* Says how many records are covers, indexes and the like, and the title of the first. */
static void
tell_front_matter (const char *verb, const RhumbCorpus *corpus)
{
    const char *first = NULL;
    guint32 n = 0;
    for (guint32 v = 0; v < rhumb_corpus_get_n_papers (corpus); v++) {
        const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, v);
        if (!rhumb_is_front_matter (paper))
            continue;
        first = first != NULL ? first : paper->title;
        n++;
    }
    if (n > 0)
        fprintf (stderr, "rhumb %s: %u %s front matter (“%s”%s): no concepts are taken from %s\n",
                 verb, n, rhumb_plural (n, "record is", "records are"), first, n > 1 ? ", …" : "",
                 rhumb_plural (n, "its title", "their titles"));
}

/* Says it if papers are in letters or languages that are not cut into phrases. */
void
gaps_tell_unread (const char *verb, const RhumbCorpus *corpus)
{
    guint32 n_with_keywords = 0;
    const guint32 n = rhumb_count_unread_papers (corpus, &n_with_keywords);
    if (n > 0)
        fprintf (stderr,
                 "rhumb %s: %u %s in letters or languages of which no phrases are known: only "
                 "keywords are concepts there (%u with some)\n",
                 verb, n, rhumb_plural (n, "paper", "papers"), n_with_keywords);
    tell_front_matter (verb, corpus);
}
