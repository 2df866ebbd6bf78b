/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What a drawing of a path says of its papers, and of itself. Cost: linear in both.
 */
#include "analytics/layout/path-words.h"

#include "graph/plural.h"

#define MAX_PEOPLE 3

/* Citations, people and venue, each where it is known; names may hold commas. @n_citing: how many
 * papers cite it; NULL = not asked for. */
char *
rhumb_path_describe_paper (const RhumbCorpus *corpus, guint32 number, const guint32 *n_citing)
{
    const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, number);
    GString *text = g_string_new (NULL);
    if (n_citing != NULL)
        g_string_append_printf (text, "cited by %u", *n_citing);
    if (text->len > 0 && paper->n_people > 0)
        g_string_append (text, " · ");
    for (guint i = 0; i < MIN (paper->n_people, MAX_PEOPLE); i++)
        g_string_append_printf (text, "%s%s", i > 0 ? "; " : "",
                                rhumb_corpus_get_person (corpus, paper->people[i])->name);
    if (paper->n_people > MAX_PEOPLE)
        g_string_append_printf (text, " and %u more", paper->n_people - MAX_PEOPLE);
    if (paper->venue != RHUMB_NONE)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "",
                                rhumb_corpus_get_venue (corpus, paper->venue)->name);
    if (text->len == 0)
        g_string_append (text, paper->id);
    return g_string_free (text, FALSE);
}

static gboolean
is_dated (const RhumbCorpus *corpus, const RhumbPathLanes *lanes)
{
    for (guint32 r = 0; r < lanes->n_rows; r++) {
        if (rhumb_corpus_get_paper (corpus, lanes->paper[r])->year != 0)
            return TRUE;
    }
    return FALSE;
}

/* How many papers and citations, in which order, and what marks mean. */
char *
rhumb_path_describe_page (const RhumbCorpus *corpus, const RhumbPathLanes *lanes,
                          const RhumbNetwork *path, gboolean has_citing)
{
    const gsize n_arcs = rhumb_network_get_n_edges (path);
    return g_strdup_printf ("%u %s, %s, and %" G_GSIZE_FORMAT
                            " %s among them; the wider a line, the heavier the citation%s",
                            lanes->n_rows, rhumb_plural (lanes->n_rows, "paper", "papers"),
                            is_dated (corpus, lanes) ? "oldest first"
                                                     : "the cited above the citing",
                            n_arcs, rhumb_plural (n_arcs, "citation", "citations"),
                            has_citing ? "; the size of a disc: papers read that cite it" : "");
}
