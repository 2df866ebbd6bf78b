/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * From chosen terms and their places to the table of concepts: a label for each, and how much
 * each paper is about it.
 *
 * The weight of a concept in a paper is 1/(1 + e^-s), s being the best log odds that the paper
 * gives to any of its spellings; a keyword that the source gave has weight 1. A single word
 * counts only where it stands on its own, a phrase also inside a longer one, neither across the
 * border of a stronger term. Cost: linear in the places but for a sort of them.
 */
#include "analytics/text/concept-table.h"

#include "analytics/text/concept-label.h"
#include "graph/text.h"

#include <math.h>
#include <string.h>

/* That a paper is about a term, under one spelling. */
typedef struct {
    guint32 term;
    guint32 paper;
    double weight;
    const char *surface;
} Claim;

static int
compare_claims (gconstpointer a, gconstpointer b)
{
    const Claim *x = a;
    const Claim *y = b;
    if (x->term != y->term)
        return x->term < y->term ? -1 : 1;
    const int order = strcmp (x->surface, y->surface);
    if (order != 0)
        return order;
    return x->paper < y->paper ? -1 : x->paper > y->paper;
}

static void
claim_paper (const RhumbPaperSightings *paper, guint32 v, const RhumbTermUse *use,
             const gboolean *is_live, GArray *claims)
{
    for (guint32 i = 0; i < paper->n_sightings; i++) {
        const RhumbSighting *sighting = &paper->sighting[i];
        if (!is_live[sighting->term])
            continue;
        guint32 container;
        const RhumbPlace place = rhumb_judge_place (paper, i, use, is_live, &container);
        if (place == RHUMB_PLACE_LOST ||
            (place == RHUMB_PLACE_NESTED && use[sighting->term].is_single))
            continue;
        const Claim claim = {sighting->term, v, 1 / (1 + exp (-sighting->score)),
                             sighting->surface};
        g_array_append_val (claims, claim);
    }
}

static void
claim_given (const RhumbVocabulary *vocabulary, const gboolean *is_live, GArray *claims)
{
    gsize n;
    const RhumbGivenKeyword *given = rhumb_vocabulary_get_given (vocabulary, &n);
    for (gsize i = 0; i < n; i++) {
        const Claim claim = {rhumb_vocabulary_follow (vocabulary, given[i].term), given[i].paper, 1,
                             given[i].surface};
        if (claim.term != RHUMB_NO_STRING && is_live[claim.term])
            g_array_append_val (claims, claim);
    }
}

/* Terms end up as one concept if their labels would have one id. */
typedef struct {
    RhumbConceptsBuilder *builder;
    const RhumbVocabulary *vocabulary;
    const RhumbAcronymTable *acronyms;
    GHashTable *number; /* folded label -> concept + 1 */
    GArray *links;      /* of Claim, term being the concept */
    const RhumbCapitals *capitals;
} Building;

static GArray *
count_surfaces (const Claim *claim, guint n)
{
    GArray *surfaces = g_array_new (FALSE, FALSE, sizeof (RhumbSurface));
    for (guint i = 0; i < n; i++) {
        if (i == 0 || strcmp (claim[i].surface, claim[i - 1].surface) != 0) {
            const RhumbSurface fresh = {claim[i].surface, 0};
            g_array_append_val (surfaces, fresh);
        }
        g_array_index (surfaces, RhumbSurface, surfaces->len - 1).count++;
    }
    return surfaces;
}

static guint32
add_concept (Building *building, const Claim *claim, guint n)
{
    const guint32 t = claim->term;
    const char *key = rhumb_vocabulary_get_key (building->vocabulary, t);
    const char *form = rhumb_acronym_table_find_short_form (building->acronyms, key, strlen (key));
    g_autoptr (GArray) surfaces = count_surfaces (claim, n);
    const RhumbSurface *surface = (const RhumbSurface *)(void *)surfaces->data;
    const char *wanted = rhumb_vocabulary_get (building->vocabulary, t)->label;
    g_autofree char *label =
        wanted ? g_strdup (wanted)
               : rhumb_capitals_settle (building->capitals,
                                        rhumb_choose_label (surface, surfaces->len, form));
    g_autofree char *folded = rhumb_text_title_key (label);
    if (*folded == '\0') {
        g_free (folded);
        folded = g_strdup (label);
    }
    const guint known = GPOINTER_TO_UINT (g_hash_table_lookup (building->number, folded));
    if (known > 0)
        return known - 1;
    g_autoptr (GPtrArray) variants = g_ptr_array_new ();
    for (guint i = 0; i < surfaces->len; i++)
        g_ptr_array_add (variants, (gpointer)surface[i].surface);
    g_ptr_array_add (variants, NULL);
    const guint32 number = rhumb_concepts_builder_add (
        building->builder, label, g_strcmp0 (label, form) == 0 ? NULL : form,
        (const char *const *)(void *)variants->pdata);
    g_hash_table_insert (building->number, g_steal_pointer (&folded),
                         GUINT_TO_POINTER (number + 1));
    return number;
}

static guint
count_papers (const Claim *claim, guint n)
{
    g_autoptr (GHashTable) papers = g_hash_table_new (NULL, NULL);
    for (guint i = 0; i < n; i++)
        g_hash_table_add (papers, GUINT_TO_POINTER (claim[i].paper + 1));
    return g_hash_table_size (papers);
}

static void
add_concepts (Building *building, const GArray *claims, guint min_papers)
{
    const Claim *claim = (const Claim *)(void *)claims->data;
    guint end;
    for (guint start = 0; start < claims->len; start = end) {
        end = start + 1;
        while (end < claims->len && claim[end].term == claim[start].term)
            end++;
        if (min_papers > 1 && count_papers (claim + start, end - start) < min_papers)
            continue;
        const guint32 number = add_concept (building, claim + start, end - start);
        for (guint i = start; i < end; i++) {
            const Claim link = {number, claim[i].paper, claim[i].weight, ""};
            g_array_append_val (building->links, link);
        }
    }
}

/* Links each pair once, with its best weight. */
static void
add_links (Building *building)
{
    g_array_sort (building->links, compare_claims);
    const Claim *link = (const Claim *)(void *)building->links->data;
    double best = 0;
    for (guint i = 0; i < building->links->len; i++) {
        best = MAX (best, link[i].weight);
        if (i + 1 < building->links->len && compare_claims (&link[i], &link[i + 1]) == 0)
            continue;
        rhumb_concepts_builder_link (building->builder, link[i].paper, link[i].term, best);
        best = 0;
    }
}

/* Makes concepts of the live terms. NULL with an error if the table would be too large. */
RhumbConcepts *
rhumb_build_concepts (const RhumbPaperSightings *paper, guint32 n_papers,
                      const RhumbVocabulary *vocabulary, const RhumbTermUse *use,
                      const gboolean *is_live, const RhumbAcronymTable *acronyms, guint min_papers,
                      GError **error)
{
    g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (Claim));
    for (guint32 v = 0; v < n_papers; v++)
        claim_paper (&paper[v], v, use, is_live, claims);
    claim_given (vocabulary, is_live, claims);
    g_array_sort (claims, compare_claims);
    g_autoptr (RhumbConceptsBuilder) builder = rhumb_concepts_builder_new (n_papers);
    g_autoptr (GHashTable) number = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (Claim));
    Building building = {builder, vocabulary, acronyms,
                         number,  links,      rhumb_vocabulary_get_capitals (vocabulary)};
    add_concepts (&building, claims, min_papers);
    add_links (&building);
    return rhumb_concepts_builder_freeze (builder, error);
}
