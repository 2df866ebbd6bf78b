/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which drafts are the same paper although no id says so: the same title, at most a year apart,
 * by the same first author.
 *
 * Titles are compared folded and whole, so parts of a series ("…, Part 2", "… III") stay apart. A
 * title must have four words or twenty letters and must not be one that every journal prints
 * (Editorial, Preface, …). Two papers with different DOIs of publishers are never one, nor two to
 * which one database, or the user, gives different ids; a preprint
 * and the article that came of it are, unless versions are to be kept apart. An unknown year or
 * author agrees with every one, if only one is known for the title.
 * Cost: linear, and sorting of the titles that several drafts have; each of those is compared with
 * its neighbour alone.
 */
#include "graph/corpus-groups-private.h"

#include <stdlib.h>
#include <string.h>

#include "graph/disjoint-sets.h"
#include "graph/repeats.h"
#include "graph/title-similarity.h"

#define FEWEST_LETTERS 20
#define FEWEST_WORDS 4

/* Prefixes that preprint servers register: arXiv, Cold Spring Harbor, OSF, SSRN, Research Square,
 * ChemRxiv, Preprints.org, Authorea, TechRxiv, F1000 (drafts), Copernicus' discussions. */
static const char *const preprint_prefixes[] = {
    "10.48550/", "10.1101/",  "10.31234/", "10.31235/", "10.31219/", "10.2139/",
    "10.21203/", "10.26434/", "10.20944/", "10.22541/", "10.36227/", "10.64898/",
};

/* Tells whether a DOI is that of a preprint, or of a comment in an open discussion. @doi: a bare
 * DOI, lower case. */
gboolean
rhumb_groups_is_preprint_doi (const char *doi)
{
    for (gsize i = 0; i < G_N_ELEMENTS (preprint_prefixes); i++)
        if (g_str_has_prefix (doi, preprint_prefixes[i]))
            return TRUE;
    const char *dash = strrchr (doi, '-');
    if (dash == NULL || (strncmp (dash, "-rc", 3) != 0 && strncmp (dash, "-ac", 3) != 0))
        return FALSE;
    return dash[3] != '\0' && dash[3 + strspn (dash + 3, "0123456789")] == '\0';
}

/* Makes two drafts the same paper, unless two published papers would become one. @groups: groups;
 * @a: a draft; @b: another; @key: what they share; @by_title: whether that is no id. Returns
 * whether they are the same paper now. */
gboolean
rhumb_groups_unite (RhumbGroups *groups, const RhumbDraft *a, const RhumbDraft *b, const char *key,
                    gboolean by_title)
{
    const guint32 root_a = rhumb_disjoint_sets_find (groups->parent, a->number);
    const guint32 root_b = rhumb_disjoint_sets_find (groups->parent, b->number);
    if (root_a == root_b)
        return TRUE;
    const char *doi_a = groups->article_doi[root_a];
    const char *doi_b = groups->article_doi[root_b];
    const gboolean differ = doi_a != NULL && doi_b != NULL && strcmp (doi_a, doi_b) != 0;
    const gboolean versions =
        by_title && groups->is_preprint[root_a] != groups->is_preprint[root_b];
    if (differ || (versions && !groups->merge_versions)) {
        groups->refused[MAX (a->number, b->number)] = key;
        return FALSE;
    }
    const guint32 root = rhumb_disjoint_sets_unite (groups->parent, root_a, root_b);
    groups->via[MAX (root_a, root_b)] = key;
    groups->article_doi[root] = doi_a != NULL ? doi_a : doi_b;
    groups->is_preprint[root] = groups->is_preprint[root_a] || groups->is_preprint[root_b];
    return TRUE;
}

static gboolean
is_generic (const char *title_key)
{
    static const char *const generic[] = {"editorialboard",
                                          "tableofcontents",
                                          "introductiontothespecialissue",
                                          "lettertotheeditor",
                                          "letterstotheeditor",
                                          "editorialintroduction",
                                          "guesteditorial",
                                          "guesteditorsintroduction",
                                          "conferencereport",
                                          "bookreviews",
                                          "instructionsforauthors",
                                          "instructionstoauthors",
                                          "inthisissue",
                                          "listofcontributors",
                                          "noteoncontributors",
                                          "notesoncontributors",
                                          "calltopapers",
                                          "callforpapers",
                                          "fromtheeditor",
                                          "noteonthetext",
                                          "authorindexforvolume",
                                          "thanktoreviewers",
                                          "messagefromthechairs",
                                          "acknowledgementtoreviewers",
                                          NULL};
    return g_strv_contains (generic, title_key);
}

/* rhumb_draft_is_telling: whether the title of @draft alone can say which paper it is. */
gboolean
rhumb_draft_is_telling (const RhumbDraft *draft)
{
    const char *title = draft->paper.title;
    if (title == NULL || *draft->title_key == '\0' || is_generic (draft->title_key))
        return FALSE;
    guint n_words = 1;
    for (const char *p = title; *p != '\0'; p++)
        n_words += *p == ' ';
    return n_words >= FEWEST_WORDS || g_utf8_strlen (draft->title_key, -1) >= FEWEST_LETTERS;
}

/* By title, first author, year; ties by what the drafts hold, not by where they were read. */
static int
compare_by_title (gconstpointer a, gconstpointer b)
{
    const RhumbDraft *first = *(const RhumbDraft *const *)a;
    const RhumbDraft *second = *(const RhumbDraft *const *)b;
    int order = strcmp (first->title_key, second->title_key);
    if (order == 0)
        order = strcmp (first->family, second->family);
    if (order == 0)
        order = (first->paper.year > second->paper.year) - (first->paper.year < second->paper.year);
    return order != 0 ? order : rhumb_draft_compare (first, second);
}

static gboolean
is_one_author (const RhumbDraft *a, const RhumbDraft *b)
{
    return strcmp (a->family, b->family) == 0;
}

static gboolean
are_near (const RhumbDraft *a, const RhumbDraft *b)
{
    const int difference = a->paper.year - b->paper.year;
    return a->paper.year != 0 && b->paper.year != 0 && difference >= -1 && difference <= 1;
}

/* From here on two titles under one id are spellings of one: "α-Synuclein", "alpha-synuclein". */
#define SPELLINGS_ALIKE 0.8

/* Tells whether two titles are so much alike that they are spellings of one. */
gboolean
rhumb_groups_read_alike (const RhumbDraft *a, const RhumbDraft *b)
{
    return rhumb_title_similarity (a->title_key, b->title_key) >= SPELLINGS_ALIKE ||
           rhumb_title_similarity (b->title_key, a->title_key) >= SPELLINGS_ALIKE;
}

/* Tells whether two titles are those of one paper: much alike, or from two sources that agree in
 * author, year and pages, as a translated title is. @a: a draft; @b: another with the same DOI and
 * another title. */
gboolean
rhumb_groups_are_spellings (const RhumbDraft *a, const RhumbDraft *b)
{
    if (rhumb_groups_read_alike (a, b))
        return TRUE;
    const gboolean pages = a->paper.pages == NULL || b->paper.pages == NULL ||
                           strtoul (a->paper.pages, NULL, 10) == strtoul (b->paper.pages, NULL, 10);
    return a->paper.source != b->paper.source && *a->family != '\0' && is_one_author (a, b) &&
           are_near (a, b) && pages;
}

static const char *
find_key (const RhumbDraft *draft, const char *scheme)
{
    for (guint i = 0; draft->keys[i] != NULL; i++)
        if (g_str_has_prefix (draft->keys[i], scheme))
            return draft->keys[i];
    return NULL;
}

/* Whether one database, or the user, lists both as papers of their own. OpenAlex and Semantic
 * Scholar are left out: they list versions of one paper. */
static gboolean
are_rivals (const RhumbDraft *a, const RhumbDraft *b)
{
    static const char *const schemes[] = {"wos:", "eid:", "pmid:", "lens:", "dblp:", "acl:"};
    if (a->given_id != NULL && b->given_id != NULL)
        return strcmp (a->given_id, b->given_id) != 0;
    for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++) {
        const char *first = find_key (a, schemes[i]);
        const char *second = find_key (b, schemes[i]);
        if (first != NULL && second != NULL && strcmp (first, second) != 0)
            return TRUE;
    }
    return FALSE;
}

/* Unites neighbours of one title: sorted, the unknown author and year stand first. They join the
 * only ones that are known, never one of several. */
static void
match_run (RhumbGroups *groups, RhumbDraft *const *run, guint n, const char *key)
{
    guint n_authors = 0;
    guint n_eras = 0;
    for (guint i = 0; i < n; i++) {
        const gboolean new_author =
            *run[i]->family != '\0' && (i == 0 || !is_one_author (run[i - 1], run[i]));
        n_authors += new_author;
        n_eras += run[i]->paper.year != 0 &&
                  (i == 0 || !is_one_author (run[i - 1], run[i]) || !are_near (run[i - 1], run[i]));
    }
    for (guint i = 1; i < n; i++) {
        const RhumbDraft *a = run[i - 1];
        const RhumbDraft *b = run[i];
        const gboolean author = is_one_author (a, b) || (*a->family == '\0' && n_authors <= 1);
        const gboolean same_unknown = a->paper.year == 0 && b->paper.year == 0;
        const gboolean unknown = (a->paper.year == 0 || b->paper.year == 0) && n_eras <= 1;
        /* Where the author is unknown the years must speak for themselves. */
        const gboolean years = are_near (a, b) || same_unknown || unknown;
        if (author && years && !are_rivals (a, b))
            rhumb_groups_unite (groups, a, b, key, TRUE);
    }
}

/* Unites drafts of the same title, year and author. @groups: groups made by ids; @drafts (of
 * RhumbDraft): all drafts; @lasting: pool of the corpus. */
void
rhumb_groups_match_titles (RhumbGroups *groups, const GPtrArray *drafts, RhumbPool *lasting)
{
    g_auto (RhumbRepeats) repeats = {0};
    rhumb_repeats_init (&repeats, drafts->len);
    for (guint32 i = 0; i < drafts->len; i++)
        rhumb_repeats_add (&repeats, ((const RhumbDraft *)drafts->pdata[i])->title_key);
    g_autoptr (GPtrArray) telling = g_ptr_array_new ();
    for (guint32 i = 0; i < drafts->len; i++)
        if (rhumb_repeats_has (&repeats, ((const RhumbDraft *)drafts->pdata[i])->title_key) &&
            rhumb_draft_is_telling (drafts->pdata[i]))
            g_ptr_array_add (telling, drafts->pdata[i]);
    g_ptr_array_sort (telling, compare_by_title);
    for (guint first = 0, end; first < telling->len; first = end) {
        RhumbDraft *const *run = (RhumbDraft *const *)telling->pdata + first;
        for (end = first + 1; end < telling->len; end++)
            if (strcmp (run[0]->title_key, run[end - first]->title_key) != 0)
                break;
        if (end > first + 1) {
            g_autofree char *key = g_strconcat ("title:", run[0]->title_key, NULL);
            match_run (groups, run, end - first, rhumb_pool_add (lasting, key));
        }
    }
}
