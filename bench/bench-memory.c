/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Where the memory of a corpus goes: TSV of kind, MiB and bytes a paper, of what the papers of some
 * files hold when they are read and frozen, and the most that the process took on the way. Texts
 * are counted with the NUL that ends them, lists with their pointers; a text that papers share is
 * counted once for each, so venues, types and languages are left out.
 *
 * Usage: bench-memory FILE…
 */
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/cost.h"
#include "rhumb.h"

typedef enum {
    PAPERS,
    TITLES,
    ABSTRACTS,
    EXTRAS,
    IDS,
    LINKS,
    KEYWORDS,
    REFERENCES,
    NUMBERS,
    PEOPLE,
    N_KINDS,
} Kind;

static const char *const names[] = {
    "papers (structs)",
    "titles",
    "abstracts",
    "extras",
    "ids (texts, lists)",
    "dois, urls, pages, volumes, issues",
    "keywords (texts, lists)",
    "references (texts, lists)",
    "people and citations of papers (numbers)",
    "people (structs, ids, names)",
};

static gsize
measure_text (const char *text)
{
    return text != NULL ? strlen (text) + 1 : 0;
}

static gsize
measure_list (const char *const *list)
{
    gsize size = sizeof *list;
    for (; *list != NULL; list++)
        size += sizeof *list + measure_text (*list);
    return size;
}

static void
add_paper (gsize *sizes, const RhumbPaper *paper)
{
    sizes[PAPERS] += sizeof *paper;
    sizes[TITLES] += measure_text (paper->title);
    sizes[ABSTRACTS] += measure_text (paper->abstract);
    sizes[EXTRAS] += measure_text (paper->extra);
    sizes[IDS] += measure_list (paper->ids);
    sizes[LINKS] += measure_text (paper->doi) + measure_text (paper->url) +
                    measure_text (paper->pages) + measure_text (paper->volume) +
                    measure_text (paper->issue);
    sizes[KEYWORDS] += measure_list (paper->keywords);
    sizes[REFERENCES] += measure_list (paper->references);
    sizes[NUMBERS] += ((gsize)paper->n_people + paper->n_cites) * sizeof (guint32);
}

int
main (int argc, char **argv)
{
    gsize sizes[N_KINDS] = {0};
    g_autoptr (GError) error = NULL;
    if (argc < 2) {
        fputs ("Usage: bench-memory FILE…\n", stderr);
        return EXIT_FAILURE;
    }
    g_autoptr (RhumbCorpus) corpus =
        rhumb_corpus_load ((const char *const *)argv + 1, NULL, &error);
    if (corpus == NULL) {
        fprintf (stderr, "bench-memory: %s\n", error->message);
        return EXIT_FAILURE;
    }
    const guint32 n = rhumb_corpus_get_n_papers (corpus);
    for (guint32 v = 0; v < n; v++)
        add_paper (sizes, rhumb_corpus_get_paper (corpus, v));
    for (guint32 v = 0; v < rhumb_corpus_get_n_people (corpus); v++) {
        const RhumbPerson *person = rhumb_corpus_get_person (corpus, v);
        sizes[PEOPLE] += sizeof *person + measure_text (person->id) + measure_text (person->name) +
                         measure_text (person->orcid);
    }
    gsize total = 0;
    puts ("kind\tmib\tbytes_per_paper");
    for (gsize i = 0; i < N_KINDS; i++) {
        printf ("%s\t%.1f\t%.0f\n", names[i], (double)sizes[i] / (1 << 20),
                (double)sizes[i] / MAX (n, 1));
        total += sizes[i];
    }
    const struct mallinfo2 heap = mallinfo2 ();
    const gsize used = heap.uordblks + heap.hblkhd;
    const double peak = count_peak_mib ();
    printf ("all of these\t%.1f\t%.0f\n", (double)total / (1 << 20), (double)total / MAX (n, 1));
    printf ("in use\t%.1f\t%.0f\n", (double)used / (1 << 20), (double)used / MAX (n, 1));
    printf ("peak\t%.1f\t%.0f\n", peak, peak * (1 << 20) / MAX (n, 1));
    return EXIT_SUCCESS;
}
