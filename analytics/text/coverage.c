/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which terms are only pieces of others: "Carlo tree search" never stands outside "Monte Carlo
 * tree search", "experts models" only across the border of "mixture of experts".
 *
 * In the spirit of the C-value of K. Frantzi, S. Ananiadou, H. Mima, Automatic recognition of
 * multi-word terms, IJDL 3 (2000) 115–130, doi:10.1007/s007999900023: a term found inside many
 * different longer ones is a term, one found inside a single longer one is a fragment of it. One
 * word that stands alone in less than half of its papers is a part of terms. A
 * place is lost if it overlaps a term of more papers without lying inside it. Terms are no longer
 * than a few tokens, so each place is compared with few others: linear in the places.
 */
#include "analytics/text/coverage.h"

#define SMALL 64 /* papers that are not worth another thread */
#define MAX_REACH 64
#define MAX_CONTAINER_SHARE 0.5
#define MIN_FREE_SHARE 0.2
#define MIN_FREE_SHARE_SINGLE 0.5

/* Whether term @b has the better right to a place that both claim. */
static gboolean
is_stronger (const RhumbTermUse *use, guint32 b, guint32 a)
{
    if (use[a].n_papers != use[b].n_papers)
        return use[b].n_papers > use[a].n_papers;
    return use[b].mean > use[a].mean;
}

/* What a sighting of a live term lies in. @longest_place: tokens of the longest sighting: what
 * begins so far before does not reach it. */
static guint32
judge_place (const RhumbPaperSightings *paper, guint32 sighting, guint32 longest_place,
             const RhumbTermUse *use, const gboolean *is_live)
{
    const RhumbSighting *own = &paper->sighting[sighting];
    guint32 inside = RHUMB_PLACE_FREE;
    guint32 longest = 0;
    const guint32 least = sighting > MAX_REACH ? sighting - MAX_REACH : 0;
    const guint32 last = MIN (paper->n_sightings, sighting + MAX_REACH);
    guint32 first = sighting;
    while (first > least && paper->sighting[first - 1].start + longest_place > own->start)
        first--;
    for (guint32 i = first; i < last && paper->sighting[i].start < own->end; i++) {
        const RhumbSighting *other = &paper->sighting[i];
        if (other->term == own->term || other->end <= own->start || !is_live[other->term])
            continue;
        const gboolean holds = other->start <= own->start && other->end >= own->end;
        const gboolean is_held = other->start >= own->start && other->end <= own->end;
        if (!holds && !is_held && is_stronger (use, other->term, own->term))
            return RHUMB_PLACE_LOST;
        if (holds && !is_held && other->end - other->start > longest) {
            longest = other->end - other->start;
            inside = other->term;
        }
    }
    return inside;
}

static void
judge_paper (const RhumbPaperSightings *paper, const RhumbTermUse *use, const gboolean *is_live)
{
    guint32 longest = 0;
    for (guint32 i = 0; i < paper->n_sightings; i++)
        longest = MAX (longest, paper->sighting[i].end - paper->sighting[i].start);
    for (guint32 i = 0; i < paper->n_sightings; i++)
        if (is_live[paper->sighting[i].term])
            paper->sighting[i].inside = judge_place (paper, i, longest, use, is_live);
}

/* Judges all sightings of live terms by what else is live. */
void
rhumb_judge_places (const RhumbPaperSightings *paper, guint32 n_papers, const RhumbTermUse *use,
                    const gboolean *is_live)
{
#pragma omp parallel for schedule(dynamic, 64) if (n_papers > SMALL)
    for (guint32 v = 0; v < n_papers; v++)
        judge_paper (&paper[v], use, is_live);
}

/* In how many papers a term has each standing, and inside what. */
typedef struct {
    guint32 term;
    guint32 container;
} Nesting;

static int
compare_nestings (gconstpointer a, gconstpointer b)
{
    const Nesting *x = a;
    const Nesting *y = b;
    if (x->term != y->term)
        return x->term < y->term ? -1 : 1;
    return x->container < y->container ? -1 : x->container > y->container;
}

static void
count_places (const RhumbPaperSightings *paper, const gboolean *is_live, guint32 v, guint32 *n_free,
              guint32 *last_free, GArray *nesting)
{
    for (guint32 i = 0; i < paper->n_sightings; i++) {
        const guint32 term = paper->sighting[i].term;
        const guint32 inside = paper->sighting[i].inside;
        if (!is_live[term])
            continue;
        const Nesting found = {term, inside};
        if (inside != RHUMB_PLACE_FREE && inside != RHUMB_PLACE_LOST)
            g_array_append_val (nesting, found);
        if (inside == RHUMB_PLACE_FREE && last_free[term] != v) {
            last_free[term] = v;
            n_free[term]++;
        }
    }
}

/* The share of a term's nestings that one container has; @nesting sorted. */
static double *
find_container_shares (const GArray *nesting, guint32 n_terms)
{
    double *share = g_new0 (double, MAX (n_terms, 1));
    g_autofree guint32 *total = g_new0 (guint32, MAX (n_terms, 1));
    guint32 run = 0;
    for (guint i = 0; i < nesting->len; i++) {
        const Nesting *item = &g_array_index (nesting, Nesting, i);
        run = i > 0 && compare_nestings (item - 1, item) == 0 ? run + 1 : 1;
        total[item->term]++;
        share[item->term] = MAX (share[item->term], run);
    }
    for (guint32 t = 0; t < n_terms; t++)
        share[t] = total[t] > 0 ? share[t] / total[t] : 0;
    return share;
}

/* Takes fragments out of @is_live. */
void
rhumb_drop_fragments (const RhumbPaperSightings *paper, guint32 n_papers, guint32 n_terms,
                      const RhumbTermUse *use, const RhumbTerms *terms, gboolean *is_live)
{
    g_autofree guint32 *n_free = g_new0 (guint32, MAX (n_terms, 1));
    g_autofree guint32 *last_free = g_new (guint32, MAX (n_terms, 1));
    g_autoptr (GArray) nesting = g_array_new (FALSE, FALSE, sizeof (Nesting));
    for (guint32 t = 0; t < n_terms; t++)
        last_free[t] = RHUMB_NONE;
    rhumb_judge_places (paper, n_papers, use, is_live);
    for (guint32 v = 0; v < n_papers; v++)
        count_places (&paper[v], is_live, v, n_free, last_free, nesting);
    g_array_sort (nesting, compare_nestings);
    g_autofree double *share = find_container_shares (nesting, n_terms);
    for (guint32 t = 0; t < n_terms; t++) {
        const RhumbTerm *term = rhumb_terms_get (terms, t);
        if (!is_live[t] || term->is_given)
            continue;
        const gboolean never_free = n_free[t] == 0;
        const gboolean is_mere_part = use[t].is_single && !term->is_acronym &&
                                      n_free[t] < MIN_FREE_SHARE_SINGLE * use[t].n_papers;
        const gboolean rarely_free = n_free[t] <= MIN_FREE_SHARE * use[t].n_papers;
        if (is_mere_part || (never_free && (use[t].n_papers == 1 || share[t] == 0)) ||
            (rarely_free && share[t] > MAX_CONTAINER_SHARE))
            is_live[t] = FALSE;
    }
}
