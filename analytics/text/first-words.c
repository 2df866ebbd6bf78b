/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Whether a first word of degree or number belongs to a term: "multiple sclerosis", "whole genome
 * sequencing" and "support vector machine" are terms, "multiple datasets" and "whole images" are
 * none.
 *
 * Every field has terms whose first word says little elsewhere, so no list of words can tell. The
 * papers do: where what follows is hardly ever written without the word ("sclerosis", "vector
 * machine"), the two are bound, and the phrase is judged by the better of the two. One paper that
 * has the phrase in its title and three times in all may bind them too ("minimum wage"). Where it
 * is ("oil" in "essential oil"), the phrase has to be in some more papers and to make up a good
 * part of its places. A short form settles it as well, and a capital inside a sentence ("the Great
 * Depression", well-formed.c). Words bound together are what collocation is about: F. Smadja,
 * Retrieving collocations from text: Xtract, Computational Linguistics 19 (1993) 143–177. Our
 * measure is the plain share. Cost: a look at one other term.
 */
#include "analytics/text/first-words.h"

#define MIN_PAPERS 2
#define MIN_PLACES 3 /* in a single paper */
#define BOUND_SHARE 0.8
#define MIN_PAPERS_LOOSE 3
#define LOOSE_SHARE 0.25

/* Whether what stands behind the first word hardly ever stands without it. One bare word that says
 * nothing in any field is bound to none. */
static gboolean
is_bound (const RhumbTerm *term, const RhumbTermUse *use, const RhumbTermUse *rest,
          const char *rest_key, const RhumbClosedClass *closed)
{
    const gboolean is_repeated =
        use->n_papers >= MIN_PAPERS || (term->begins_with_opening && use->n_places >= MIN_PLACES);
    return ((is_repeated && use->n_places >= BOUND_SHARE * rest->n_places) ||
            term->is_bound_somewhere) &&
           !rhumb_names_nothing (closed, rest_key);
}

/* Says what is to be thought of term @t as to its first word: @term and @own are the term and its
 * use, the better ones of those of what stands behind the word if they are bound together. Returns
 * whether it may be a concept. @use: of all terms. */
gboolean
rhumb_judge_first_word (const RhumbTerms *terms, const RhumbTermUse *use, guint32 t,
                        const RhumbClosedClass *closed, RhumbTerm *term, RhumbTermUse *own)
{
    *term = *rhumb_terms_get (terms, t);
    *own = use[t];
    const guint32 r =
        term->rest != RHUMB_NO_STRING ? rhumb_terms_follow (terms, term->rest) : RHUMB_NO_STRING;
    if (term->is_only_rest && !term->is_given && !term->is_acronym)
        return FALSE;
    if (r == RHUMB_NO_STRING || r == t)
        return !term->begins_with_opening || term->is_acronym || term->is_given;
    if (term->begins_name ||
        is_bound (term, own, &use[r], rhumb_terms_get_key (terms, r), closed)) {
        const RhumbTerm *rest = rhumb_terms_get (terms, r);
        term->begins_with_degree = FALSE;
        term->n_strong = MIN (MAX (term->n_strong, rest->n_strong), own->n_papers);
        term->n_titled = MIN (MAX (term->n_titled, rest->n_titled), own->n_papers);
        own->mean = use[r].n_papers > 0 ? MAX (own->mean, use[r].mean) : own->mean;
        return TRUE;
    }
    if (!term->begins_with_opening || term->is_acronym || term->is_given)
        return TRUE;
    return own->n_papers >= MIN_PAPERS_LOOSE && own->n_places >= LOOSE_SHARE * use[r].n_places;
}
