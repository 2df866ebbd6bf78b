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

#include "analytics/text/term-stripes.h"

#include <stdlib.h>

#include "graph/compare.h"

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

/* What the places of a term say of it. */
typedef struct {
    guint32 n_free;    /* papers in which it stands on its own */
    guint32 last_free; /* the last of them so far */
    guint32 n_nested;  /* places inside other terms */
} Standing;

typedef struct {
    const RhumbPaperSightings *paper;
    guint32 n_papers;
    const gboolean *is_live;
    guint n_stripes;
} Places;

static void
count_places (const Places *places, guint stripe, Standing *standing)
{
    for (guint32 v = 0; v < places->n_papers; v++) {
        const RhumbPaperSightings *paper = &places->paper[v];
        for (guint32 i = 0; i < paper->n_sightings; i++) {
            const guint32 term = paper->sighting[i].term;
            const guint32 inside = paper->sighting[i].inside;
            if (!rhumb_is_in_stripe (term, stripe, places->n_stripes) || !places->is_live[term])
                continue;
            Standing *own = &standing[term];
            own->n_nested += inside != RHUMB_PLACE_FREE && inside != RHUMB_PLACE_LOST;
            own->n_free += inside == RHUMB_PLACE_FREE && own->last_free != v;
            own->last_free = inside == RHUMB_PLACE_FREE ? v : own->last_free;
        }
    }
}

/* Lists inside what terms stand, those of term t before end[t]. @end: where they begin, at first.
 */
static void
list_containers (const Places *places, guint stripe, gsize *end, guint32 *container)
{
    for (guint32 v = 0; v < places->n_papers; v++) {
        const RhumbPaperSightings *paper = &places->paper[v];
        for (guint32 i = 0; i < paper->n_sightings; i++) {
            const guint32 term = paper->sighting[i].term;
            const guint32 inside = paper->sighting[i].inside;
            if (inside != RHUMB_PLACE_FREE && inside != RHUMB_PLACE_LOST &&
                rhumb_is_in_stripe (term, stripe, places->n_stripes) && places->is_live[term])
                container[end[term]++] = inside;
        }
    }
}

/* The share that one number has of a list, which is sorted; 0 of an empty one. */
static double
find_largest_share (guint32 *number, guint32 n)
{
    guint32 run = 0;
    guint32 longest = 0;
    qsort (number, n, sizeof *number, rhumb_compare_numbers);
    for (guint32 i = 0; i < n; i++) {
        run = i > 0 && number[i] == number[i - 1] ? run + 1 : 1;
        longest = MAX (longest, run);
    }
    return n > 0 ? (double)longest / n : 0;
}

/* The share of each term's nestings that one container has. */
static double *
find_container_shares (const Places *places, const Standing *standing, guint32 n_terms)
{
    double *share = g_new (double, MAX (n_terms, 1));
    g_autofree gsize *end = g_new (gsize, (gsize)n_terms + 1);
    gsize n = 0;
    for (guint32 t = 0; t < n_terms; t++) {
        end[t] = n;
        n += standing[t].n_nested;
    }
    g_autofree guint32 *container = g_new (guint32, MAX (n, 1));
#pragma omp parallel for schedule(static, 1) if (places->n_stripes > 1)
    for (guint stripe = 0; stripe < places->n_stripes; stripe++)
        list_containers (places, stripe, end, container);
#pragma omp parallel for schedule(dynamic, 1024) if (places->n_stripes > 1)
    for (guint32 t = 0; t < n_terms; t++)
        share[t] =
            find_largest_share (container + end[t] - standing[t].n_nested, standing[t].n_nested);
    return share;
}

static Standing *
count_standings (const Places *places, guint32 n_terms)
{
    Standing *standing = g_new (Standing, MAX (n_terms, 1));
    for (guint32 t = 0; t < n_terms; t++)
        standing[t] = (Standing){.last_free = RHUMB_NONE};
#pragma omp parallel for schedule(static, 1) if (places->n_stripes > 1)
    for (guint stripe = 0; stripe < places->n_stripes; stripe++)
        count_places (places, stripe, standing);
    return standing;
}

/* Takes fragments out of @is_live. */
void
rhumb_drop_fragments (const RhumbPaperSightings *paper, guint32 n_papers, guint32 n_terms,
                      const RhumbTermUse *use, const RhumbTerms *terms, gboolean *is_live)
{
    const Places places = {paper, n_papers, is_live, rhumb_choose_n_stripes (n_papers)};
    rhumb_judge_places (paper, n_papers, use, is_live);
    g_autofree Standing *standing = count_standings (&places, n_terms);
    g_autofree double *share = find_container_shares (&places, standing, n_terms);
    for (guint32 t = 0; t < n_terms; t++) {
        const RhumbTerm *term = rhumb_terms_get (terms, t);
        if (!is_live[t] || term->is_given)
            continue;
        const gboolean never_free = standing[t].n_free == 0;
        const gboolean is_mere_part = use[t].is_single && !term->is_acronym &&
                                      standing[t].n_free < MIN_FREE_SHARE_SINGLE * use[t].n_papers;
        const gboolean rarely_free = standing[t].n_free <= MIN_FREE_SHARE * use[t].n_papers;
        if (is_mere_part || (never_free && (use[t].n_papers == 1 || share[t] == 0)) ||
            (rarely_free && share[t] > MAX_CONTAINER_SHARE))
            is_live[t] = FALSE;
    }
}
