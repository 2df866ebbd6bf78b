/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which terms say nothing: "performance", "novel approach", or what a quarter of a corpus is
 * about.
 *
 * A term's log odds of being a keyphrase, averaged over its papers, tell keyphrases from generic
 * terms (area under the curve 0.74 over 2,551 phrases of computer science); its distribution over
 * other terms does not (0.42). Single words are judged by the word table and a closed list
 * besides. The mean wrongs what many papers are about and more only name ("climate change"): a
 * term is kept too if enough of its papers have it among their best phrases or in the title. A
 * short form that mostly stands behind a number ("95 % CI") is a way to give results. Cost: linear
 * in the places of terms.
 */
#include "analytics/text/generic.h"

#include "analytics/text/generic-phrases.h"
#include "analytics/text/term-stripes.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define AHEAD 12 /* sightings */

#define MIN_MEAN -2.1
#define MIN_MEAN_SINGLE -1.9
#define MIN_PRIOR_SINGLE -1.0
#define MIN_MEAN_GIVEN -3.0
#define MAX_SHARE 0.25
#define MIN_PAPERS_FOR_SHARE 40

#define MIN_CORE 2
#define CORE_SHARE 0.14
#define MIN_MEAN_CORE -3.2
#define MIN_CORE_SINGLE 3
#define CORE_SHARE_SINGLE 0.2
#define MIN_MEAN_CORE_SINGLE -3.5
#define CORE_SHARE_JOINED 0.25
#define MIN_LISTED 10
#define LISTED_SHARE 0.75
#define MIN_MEAN_LISTED -3.6

#define MIN_STUDIED 5
#define STUDIED_SHARE 0.4
#define MIN_GIVEN 3
#define GIVEN_SHARE 0.2
#define MAX_COUNTED 0.5

/* One thread's part of counting. */
typedef struct {
    guint stripe;
    guint n_stripes;
    RhumbTermUse *use;
    double *best;     /* of each term in the present paper, NAN = none yet */
    guint32 *touched; /* terms of the present paper */
} Counting;

static gboolean
is_counted_here (const Counting *counting, guint32 term)
{
    return rhumb_is_in_stripe (term, counting->stripe, counting->n_stripes);
}

/* Asks memory early for what is kept of a term: it lies anywhere. */
static void
fetch (const Counting *counting, const RhumbPaperSightings *paper, guint32 i)
{
    const guint32 term = paper->sighting[i].term;
    if (!is_counted_here (counting, term))
        return;
    __builtin_prefetch (&counting->use[term], 1);
    __builtin_prefetch (&counting->best[term], 1);
}

static void
count_paper (const Counting *counting, const RhumbPaperSightings *paper)
{
    guint32 n_touched = 0;
    for (guint32 i = 0; i < MIN (paper->n_sightings, AHEAD); i++)
        fetch (counting, paper, i);
    for (guint32 i = 0; i < paper->n_sightings; i++) {
        const RhumbSighting *sighting = &paper->sighting[i];
        if (i + AHEAD < paper->n_sightings)
            fetch (counting, paper, i + AHEAD);
        if (!is_counted_here (counting, sighting->term))
            continue;
        double *best = &counting->best[sighting->term];
        RhumbTermUse *use = &counting->use[sighting->term];
        if (isnan (*best))
            counting->touched[n_touched++] = sighting->term;
        *best = fmax (*best, sighting->score);
        use->n_places++;
        use->n_counted += sighting->is_counted;
        use->is_single = use->is_single && sighting->is_single;
    }
    for (guint32 i = 0; i < n_touched; i++) {
        double *best = &counting->best[counting->touched[i]];
        RhumbTermUse *use = &counting->use[counting->touched[i]];
        use->n_papers++;
        use->mean += *best;
        use->best = use->n_papers == 1 ? *best : fmax (use->best, *best);
        *best = NAN;
    }
}

/* Counts in how many papers each term occurs and how well it fits them. Returns one entry a
 * term. */
RhumbTermUse *
rhumb_count_term_uses (const RhumbPaperSightings *paper, guint32 n_papers, guint32 n_terms)
{
    RhumbTermUse *use = g_new0 (RhumbTermUse, MAX (n_terms, 1));
    g_autofree double *best = g_new (double, MAX (n_terms, 1));
    const guint n_stripes = rhumb_choose_n_stripes (n_papers);
    gsize longest = 1;
    for (guint32 v = 0; v < n_papers; v++)
        longest = MAX (longest, paper[v].n_sightings);
    g_autofree guint32 *touched = g_new (guint32, longest * n_stripes);
    for (guint32 t = 0; t < n_terms; t++) {
        use[t].is_single = TRUE;
        best[t] = NAN;
    }
#pragma omp parallel for schedule(static, 1) if (n_stripes > 1)
    for (guint stripe = 0; stripe < n_stripes; stripe++) {
        const Counting counting = {stripe, n_stripes, use, best, touched + longest * stripe};
        for (guint32 v = 0; v < n_papers; v++)
            count_paper (&counting, &paper[v]);
    }
    for (guint32 t = 0; t < n_terms; t++)
        if (use[t].n_papers > 0)
            use[t].mean /= use[t].n_papers;
    return use;
}

/* Where a key ends with a word for any means, the length of what stands before it; else the length
 * of all. "moemodel" says no more than "moe". */
gsize
rhumb_cut_general_head (const char *key)
{
    static const char *const heads[] = {"algorithm", "approach", "architecture", "framework",
                                        "method",    "model",    "strategy",     "technique"};
    const gsize length = strlen (key);
    for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
        if (g_str_has_suffix (key, heads[i]))
            return length - strlen (heads[i]);
    return length;
}

/* Check tags, which indexers of MEDLINE and Embase give to every paper that they fit: whom and what
 * kind of study it is about, never its subject. In small letters, ascending. Some papers do have
 * children or clinical trials for a subject; of the others, which are marked, nothing is learnt. */
typedef struct {
    const char *tag;
    gboolean is_empty;
} CheckTag;

static const CheckTag check_tags[] = {
    {"adolescent", FALSE},
    {"adult", TRUE},
    {"aged", TRUE},
    {"aged, 80 and over", TRUE},
    {"animal", TRUE},
    {"animal experiment", TRUE},
    {"animals", TRUE},
    {"article", TRUE},
    {"case report", FALSE},
    {"child", FALSE},
    {"child, preschool", FALSE},
    {"children", FALSE},
    {"clinical article", TRUE},
    {"clinical trial", FALSE},
    {"conference paper", TRUE},
    {"controlled clinical trial", FALSE},
    {"controlled study", TRUE},
    {"female", TRUE},
    {"human", TRUE},
    {"human experiment", TRUE},
    {"humans", TRUE},
    {"infant", FALSE},
    {"infant, newborn", FALSE},
    {"letter", TRUE},
    {"major clinical study", TRUE},
    {"male", TRUE},
    {"middle aged", TRUE},
    {"newborn", FALSE},
    {"nonhuman", TRUE},
    {"normal human", TRUE},
    {"preschool child", FALSE},
    {"priority journal", TRUE},
    {"randomized controlled trial", FALSE},
    {"retrospective studies", FALSE},
    {"review", TRUE},
    {"young adult", TRUE},
};

#define MOST_TAG_BYTES 40

static int
compare_check_tags (gconstpointer text, gconstpointer tag)
{
    return strcmp (text, ((const CheckTag *)tag)->tag);
}

/* The check tag that @text is, in any capitals; %NULL if it is none. */
static const CheckTag *
find_check_tag (const char *text, gsize length)
{
    char small[MOST_TAG_BYTES];
    if (length >= sizeof small)
        return NULL;
    for (gsize i = 0; i < length; i++)
        small[i] = g_ascii_tolower (text[i]);
    small[length] = '\0';
    return bsearch (small, check_tags, G_N_ELEMENTS (check_tags), sizeof check_tags[0],
                    compare_check_tags);
}

/* Whether a keyword is a check tag that is no subject of any paper. */
gboolean
rhumb_is_empty_check_tag (const char *keyword, gsize length)
{
    const CheckTag *tag = find_check_tag (keyword, length);
    return tag != NULL && tag->is_empty;
}

static gboolean
is_generic_noun (const RhumbClosedClass *closed, const char *word, gsize length)
{
    return length > 0 && rhumb_closed_class_find (closed, word, length).is_generic;
}

/* Whether a label, in any capitals, tells nothing of the papers that have it though their source
 * gave it: a check tag or one bare generic word, in the singular or the plural. */
gboolean
rhumb_names_nothing (const RhumbClosedClass *closed, const char *label)
{
    g_autofree char *small = g_utf8_strdown (label, -1);
    const gsize length = strlen (small);
    if (find_check_tag (small, length) != NULL)
        return TRUE;
    return is_generic_noun (closed, small, length) ||
           (g_str_has_suffix (small, "s") && is_generic_noun (closed, small, length - 1));
}

static gboolean
is_generic_word (const char *key, const RhumbModel *model, const RhumbClosedClass *closed,
                 RhumbStems *stems)
{
    const RhumbWordRole role = rhumb_closed_class_find (closed, key, strlen (key));
    if (role.is_generic || role.is_break || role.is_edge || role.is_opening || role.is_degree)
        return TRUE;
    const guint32 stem = rhumb_stems_add_word (stems, key, strlen (key));
    const RhumbWordPrior *word = rhumb_model_find_word (model, rhumb_stems_get (stems, stem),
                                                        rhumb_stems_get_length (stems, stem));
    return word->single < MIN_PRIOR_SINGLE;
}

/* Whether a term is what a good part of its papers are about, judged by each of them: among its
 * best phrases or in its title, or almost always among the better ones. Words joined by a hyphen
 * have to be so in more of them than a phrase. One word has to be among the best phrases: titles
 * are full of words ("routing"). */
static gboolean
is_core (const RhumbTerm *term, const RhumbTermUse *use)
{
    const guint32 n = MAX (term->n_strong, term->n_titled);
    if (use->is_single)
        return term->n_strong >= MIN_CORE_SINGLE && use->mean >= MIN_MEAN_CORE_SINGLE &&
               term->n_strong >= CORE_SHARE_SINGLE * use->n_papers;
    if (!term->is_phrase)
        return n >= MIN_CORE_SINGLE && use->mean >= MIN_MEAN_CORE_SINGLE &&
               n >= CORE_SHARE_JOINED * use->n_papers;
    if (term->begins_with_degree)
        return FALSE;
    return (use->mean >= MIN_MEAN_CORE && n >= MIN_CORE && n >= CORE_SHARE * use->n_papers) ||
           (use->mean >= MIN_MEAN_LISTED && term->n_listed >= MIN_LISTED &&
            term->n_listed >= LISTED_SHARE * use->n_papers);
}

/* A phrase for a kind of study is a subject only where the studies are about it. */
static gboolean
is_studied (const RhumbTerm *term, const RhumbTermUse *use)
{
    return term->n_strong >= MIN_STUDIED && term->n_strong >= STUDIED_SHARE * use->n_papers;
}

/* What several records give as a keyword, measured by how many use the word. */
static gboolean
is_given_often (const RhumbTerm *term, const RhumbTermUse *use)
{
    return term->n_given >= MIN_GIVEN && term->n_given >= GIVEN_SHARE * use->n_papers;
}

/* Whether a term says nothing about the papers of a corpus of @n_papers that use it. What the user
 * gave is never generic. What a source gave to some papers need not be what others that use the
 * word are about: "article" in one record's index terms. */
gboolean
rhumb_is_generic (const RhumbTerm *term, const RhumbTermUse *use, const char *key, guint32 n_papers,
                  const RhumbModel *model, const RhumbClosedClass *closed, RhumbStems *stems)
{
    if (term->label != NULL || is_given_often (term, use))
        return FALSE;
    if (rhumb_is_generic_phrase (key))
        return !is_studied (term, use);
    if (rhumb_is_phrase_of_means (key) && !is_studied (term, use))
        return TRUE;
    if (is_generic_word (key, model, closed, stems))
        return TRUE;
    const gboolean core = is_core (term, use);
    if (n_papers >= MIN_PAPERS_FOR_SHARE && use->n_papers > MAX_SHARE * n_papers && !core)
        return TRUE;
    if (term->is_acronym)
        return use->n_counted > MAX_COUNTED * use->n_places;
    /* "The most productive authors were …". */
    if (term->is_passing_name && use->n_papers < 2)
        return TRUE;
    /* What a system is called, in the one paper that made it. */
    if (term->n_named > 0 && use->n_papers <= term->n_named)
        return TRUE;
    if (term->is_bare_approach || (term->begins_with_degree && use->n_papers < 2))
        return TRUE;
    if (core)
        return FALSE;
    const double least = term->n_given > 0 ? MIN_MEAN_GIVEN : MIN_MEAN;
    return use->mean < (use->is_single ? MIN_MEAN_SINGLE : least);
}
