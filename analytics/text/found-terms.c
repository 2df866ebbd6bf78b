/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What one paper brings to the terms of a corpus: its best phrases that read like terms, and its
 * keywords, each with what is seen of it there. Cost: linear in the phrases.
 */
#include "analytics/text/found-terms.h"

#include "analytics/text/acronyms.h"
#include "analytics/text/generic.h"
#include "analytics/text/names.h"
#include "analytics/text/variants.h"
#include "analytics/text/well-formed.h"
#include "graph/affiliations.h"
#include "graph/extra-texts.h"
#include "graph/keyword.h"
#include "graph/word-list.h"

#include <string.h>

#define MIN_BOUND_PLACES 3
#define BOUND_SHARE 0.8

static void
set_key (RhumbFoundTerm *found, RhumbWorker *worker)
{
    found->key = rhumb_arena_copy (&worker->passing[RHUMB_PASSING_TERMS], worker->key->str,
                                   worker->key->len);
    found->length = (guint32)worker->key->len;
}

/* Whether one coined word names what the paper made: it stands before a colon of the title, or its
 * looks are those of a name and nothing else ("DynamicScaler"). */
static gboolean
is_own_name (const RhumbReading *reading, const RhumbCandidate *candidate)
{
    const RhumbOccurrence *all = reading->candidates->occurrence;
    const RhumbTokens *tokens = reading->tokens;
    const RhumbOccurrence *first = &all[candidate->first];
    const RhumbSpelling *word = tokens->token[first->start];
    if (first->end - first->start != 1 || word->lower == word)
        return FALSE;
    if (rhumb_name_get_shape (word) == RHUMB_NAME_MIXED)
        return TRUE;
    for (guint32 o = candidate->first; o != RHUMB_NO_OCCURRENCE; o = all[o].next)
        if (all[o].sentence < tokens->n_title_sentences && all[o].end < tokens->n_tokens &&
            strcmp (tokens->token[all[o].end]->text, ":") == 0)
            return TRUE;
    return FALSE;
}

/* "Guangdong Province", "Lake Taihu": what kind of place or thing a name is of. */
static const char KINDS[] =
    "abbey|archipelago|basin|bay|bridge|canal|canyon|castle|cathedral|church|coast|coasts|county|"
    "delta|desert|district|dynasty|empire|estuary|fjord|galaxy|glacier|gulf|island|islands|lagoon|"
    "lake|lakes|monastery|mosque|mount|mountain|mountains|museum|nebula|peninsula|plateau|prefecture|"
    "province|rainforest|reef|river|sea|strait|temple|town|valley|village|volcano";

/* A capital, then small letters that neither the model nor the lists of common words know. */
static gboolean
is_unknown_name (const RhumbReading *reading, const RhumbSpelling *word)
{
    return word->begins_with_capital && !word->has_inner_capital && !word->has_digit &&
           word->n_stems == 1 && word->role.tag == 0 && word->n_chars > 2 &&
           !rhumb_lexicon_knows (reading->lexicon, word->stem[0]) &&
           !rhumb_word_list_has (KINDS, word->lower->text, word->lower->length);
}

/* "Renato Cuocolo": people, and places other than countries, that an abstract mentions. */
static gboolean
is_passing_name (const RhumbReading *reading, const RhumbCandidate *candidate)
{
    const RhumbTokens *tokens = reading->tokens;
    const RhumbOccurrence *place = &reading->candidates->occurrence[candidate->first];
    if (place->end - place->start < 2 || place->sentence < tokens->n_title_sentences ||
        !rhumb_lexicon_is_english (reading->lexicon))
        return FALSE;
    for (guint32 i = place->start; i < place->end; i++)
        if (!is_unknown_name (reading, tokens->token[i]))
            return FALSE;
    g_autoptr (GString) name = g_string_new (tokens->token[place->start]->text);
    for (guint32 i = place->start + 1; i < place->end; i++)
        g_string_append_printf (name, " %s", tokens->token[i]->text);
    return rhumb_find_country (name->str) == NULL;
}

/* "neural approach", "hybrid framework": one word of how and none of what. */
static gboolean
is_bare_approach (const RhumbTokens *tokens, const RhumbOccurrence *place)
{
    static const char *const heads[] = {"approach",   "approaches", "framework",
                                        "frameworks", "technique",  "techniques"};
    const char *last = tokens->token[place->end - 1]->lower->text;
    if (place->end - place->start != 2)
        return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
        if (*last == *heads[i] && strcmp (last, heads[i]) == 0)
            return TRUE;
    return FALSE;
}

/* "accelerating stable diffusion through": the phrase needs no word behind it. */
static gboolean
ends_chunk (const RhumbPhrases *phrases, const RhumbCandidate *candidate)
{
    const RhumbOccurrence *all = phrases->candidates.occurrence;
    const RhumbOccurrence *first = &all[candidate->first];
    if (first->end - first->start < 2)
        return FALSE;
    for (guint32 o = candidate->first; o != RHUMB_NO_OCCURRENCE; o = all[o].next)
        if (all[o].end == all[o].chunk_end)
            return TRUE;
    return FALSE;
}

/* "Minimum wage" in a paper about it, that speaks of no other wages. */
static gboolean
is_bound_here (const RhumbReading *reading, const RhumbCandidate *candidate)
{
    const RhumbOccurrence *place = &reading->candidates->occurrence[candidate->first];
    const guint32 n_first = reading->tokens->token[place->start]->n_stems;
    if (candidate->n_occurrences < MIN_BOUND_PLACES || candidate->n_stems <= n_first ||
        place->sentence >= reading->tokens->n_title_sentences)
        return FALSE;
    const RhumbCandidate *rest = rhumb_candidates_find (
        reading->candidates, candidate->stem + n_first, candidate->n_stems - n_first);
    return rest != NULL && candidate->n_occurrences >= BOUND_SHARE * rest->n_occurrences;
}

/* Tells what stands behind a first word of degree or number, under which phrases that the word
 * merely comes before are found too. */
static void
find_rest (const RhumbTermFinder *finder, const RhumbReading *reading,
           const RhumbCandidate *candidate, RhumbFoundTerm *found)
{
    const RhumbOccurrence *place = &reading->candidates->occurrence[candidate->first];
    const RhumbWordRole first = reading->tokens->token[place->start]->lower->role;
    if (place->end - place->start == 1)
        return;
    found->begins_name = rhumb_begins_name (reading, candidate);
    if (!found->begins_name && !first.is_degree && !first.is_edge && !first.is_naming)
        return;
    found->begins_with_degree = !found->begins_name;
    found->begins_with_opening = !found->begins_name && first.is_naming;
    found->is_bound_here =
        (first.is_degree || first.is_naming) && is_bound_here (reading, candidate);
    g_string_truncate (finder->worker->key, 0);
    rhumb_acronym_table_append_key (finder->acronyms, reading->tokens, place->start,
                                    place->start + 1, finder->worker->key);
    if (finder->worker->key->len < found->length &&
        memcmp (found->key, finder->worker->key->str, finder->worker->key->len) == 0)
        found->first_length = (guint32)finder->worker->key->len;
}

/* The term that a phrase of the paper read last is; FALSE if it is none. @rank: the phrase's place
 * among the best. */
gboolean
rhumb_find_phrase_term (const RhumbTermFinder *finder, const RhumbPhrases *phrases, guint32 rank,
                        RhumbFoundTerm *found)
{
    const RhumbCandidate *candidate = phrases->phrase[rank].candidate;
    const RhumbOccurrence *place = &phrases->candidates.occurrence[candidate->first];
    const RhumbReading reading = rhumb_phrase_reader_get_reading (finder->worker->reader);
    if (!rhumb_is_well_formed (&reading, candidate, RHUMB_STRICTNESS_OF_TERMS))
        return FALSE;
    g_string_truncate (finder->worker->key, 0);
    rhumb_acronym_table_append_key (finder->acronyms, &phrases->tokens, place->start, place->end,
                                    finder->worker->key);
    if (finder->worker->key->len < 2)
        return FALSE;
    set_key (found, finder->worker);
    found->is_strong = rank < phrases->n_chosen;
    found->is_phrase = place->end - place->start > 1 && candidate->n_alone > 0;
    found->ends_chunk = ends_chunk (phrases, candidate);
    found->is_bare_approach = is_bare_approach (&phrases->tokens, place);
    found->is_titled = place->sentence < phrases->tokens.n_title_sentences;
    found->is_own_name = is_own_name (&reading, candidate);
    found->is_passing_name = is_passing_name (&reading, candidate);
    find_rest (finder, &reading, candidate, found);
    return TRUE;
}

/* The term that a keyword of the source is; FALSE if it is none. */
gboolean
rhumb_find_keyword_term (const RhumbTermFinder *finder, const RhumbPaper *paper,
                         const char *keyword, RhumbFoundTerm *found)
{
    gsize length;
    const char *subject = rhumb_keyword_find_subject (paper, keyword, &length);
    if (subject == NULL || rhumb_is_empty_check_tag (subject, length))
        return FALSE;
    if (subject[length] != '\0')
        subject = rhumb_arena_copy (&finder->worker->arena, subject, length);
    keyword = rhumb_strip_short_form (subject, &finder->worker->arena);
    g_autofree char *turned = rhumb_turn_around (keyword);
    const RhumbTokens tokens = rhumb_split_tokens (
        rhumb_phrase_reader_get_lexicon (finder->worker->reader),
        &finder->worker->passing[RHUMB_PASSING_TERMS], turned != NULL ? turned : keyword, NULL);
    g_string_truncate (finder->worker->key, 0);
    rhumb_acronym_table_append_key (finder->acronyms, &tokens, 0, tokens.n_tokens,
                                    finder->worker->key);
    if (finder->worker->key->len == 0)
        return FALSE;
    set_key (found, finder->worker);
    found->surface = keyword;
    RhumbExtraMember marked;
    found->is_heading = turned != NULL && paper->extra != NULL &&
                        rhumb_extra_find_member (paper->extra, "mesh_terms", &marked);
    return TRUE;
}
