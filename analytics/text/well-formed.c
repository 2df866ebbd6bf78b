/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Whether a phrase reads like a term: a noun phrase that is not cut out of a longer one, does not
 * begin with a verb or a word of degree, and does not end with an adjective or a verb.
 *
 * The ranking of one paper's phrases forgives such slips, for a keyphrase list is judged by
 * overlap; a label on a map is not. Every rule names a class of slips.
 */
#include "analytics/text/well-formed.h"

#include "analytics/text/forms.h"
#include "graph/affiliations.h"
#include "graph/word-list.h"

#include <string.h>

/* How much likelier an adjective is as a modifier than as a head, in log odds. */
#define ADJECTIVE_MARGIN 0.3

static gboolean
is (const RhumbSpelling *token, guint32 forms)
{
    return (token->lower->forms & forms) != 0;
}

/* "multi agent", "non blocking": a modifier in two words. */
static gboolean
is_parted_modifier (const RhumbTokens *tokens, const RhumbOccurrence *place)
{
    return place->end - place->start == 2 && is (tokens->token[place->start], RHUMB_FORM_PREFIX) &&
           !is (tokens->token[place->end - 1], RHUMB_FORM_ACTION);
}

/* Whether a token with this tag may neither begin nor end a phrase, ends aside. */
static gboolean
is_grammar (char tag)
{
    return tag == 'V' || tag == 'M' || tag == 'R' || tag == 'T' || tag == 'I' || tag == 'O' ||
           tag == 'C';
}

/* Whether a token of an abstract has a capital that the beginning of a sentence does not give it.
 */
static gboolean
is_capital_inside (const RhumbTokens *tokens, guint32 sentence, guint32 i)
{
    return sentence >= tokens->n_title_sentences && i > tokens->start[sentence] &&
           i < tokens->start[sentence + 1] && tokens->token[i]->begins_with_capital;
}

/* Whether tokens @first and the one behind it are the beginning of a name: "the Great Depression",
 * "in New York". The first is a word that begins many phrases by chance. */
static gboolean
begins_name (const RhumbTokens *tokens, guint32 sentence, guint32 first)
{
    const RhumbWordRole role = tokens->token[first]->lower->role;
    return (role.is_opening || role.is_degree || role.is_edge) && !role.is_break &&
           is_capital_inside (tokens, sentence, first) &&
           is_capital_inside (tokens, sentence, first + 1);
}

/* Whether a phrase is, at one of its places, a name of this kind. */
gboolean
rhumb_begins_name (const RhumbReading *reading, const RhumbCandidate *candidate)
{
    const RhumbOccurrence *all = reading->candidates->occurrence;
    for (guint32 o = candidate->first; o != RHUMB_NO_OCCURRENCE; o = all[o].next)
        if (all[o].end - all[o].start > 1 &&
            begins_name (reading->tokens, all[o].sentence, all[o].start))
            return TRUE;
    return FALSE;
}

/* Whether a phrase may begin with a word of degree or action: some terms do. */
static gboolean
may_begin_with_opening (const RhumbTokens *tokens, const RhumbOccurrence *place)
{
    return place->end - place->start > 1 && (tokens->token[place->start]->lower->role.is_naming ||
                                             begins_name (tokens, place->sentence, place->start));
}

static gboolean
begins_well (const RhumbReading *reading, const RhumbOccurrence *place, RhumbStrictness strictness)
{
    const RhumbSpelling *first = reading->tokens->token[place->start];
    const RhumbSpelling *lower = first->lower;
    /* "hoc network": the second word of a Latin pair begins nothing. */
    if (is (first, RHUMB_FORM_TORN) || is_parted_modifier (reading->tokens, place))
        return FALSE;
    const gboolean may_open =
        strictness == RHUMB_STRICTNESS_OF_TERMS && may_begin_with_opening (reading->tokens, place);
    if (!may_open && (lower->role.is_opening || is_grammar (reading->tag[place->start])))
        return FALSE;
    if (place->end - place->start == 1)
        return !is (first, RHUMB_FORM_MODIFIER);
    const gboolean is_verb =
        !first->begins_with_capital && is (first, RHUMB_FORM_FINITE_VERB | RHUMB_FORM_ATES);
    return !is_verb && (first->forms & RHUMB_FORM_COUNT) == 0;
}

/* "Social support" and "problem solving", but "agents support" and "a program solving the". */
static gboolean
is_verb_here (const RhumbReading *reading, const RhumbOccurrence *place)
{
    return is (reading->tokens->token[place->end - 2], RHUMB_FORM_PLURAL) ||
           (place->end < reading->tokens->start[place->sentence + 1] &&
            reading->tag[place->end] == 'T');
}

static gboolean
ends_well (const RhumbReading *reading, const RhumbOccurrence *place, RhumbStrictness strictness)
{
    const RhumbSpelling *last = reading->tokens->token[place->end - 1];
    const char tag = reading->tag[place->end - 1];
    if (strictness == RHUMB_STRICTNESS_OF_TERMS && is (last, RHUMB_FORM_ADJECTIVE))
        return FALSE;
    if (place->end - place->start == 1)
        return TRUE;
    if (strictness == RHUMB_STRICTNESS_OF_TERMS && is (last, RHUMB_FORM_NOUN_TOO))
        return !is_verb_here (reading, place);
    if (is (last, RHUMB_FORM_MODIFIER | RHUMB_FORM_FINITE_VERB) || last->lower->role.is_opening ||
        last->lower->role.is_edge || (last->forms & RHUMB_FORM_COUNT) != 0 || tag == 'V' ||
        tag == 'M' || tag == 'R' || tag == 'D' || tag == '#')
        return FALSE;
    if (tag != 'J' || last->n_stems == 0)
        return TRUE;
    const RhumbWordPrior *word =
        rhumb_lexicon_get_prior (reading->lexicon, last->stem[last->n_stems - 1]);
    return rhumb_lexicon_knows (reading->lexicon, last->stem[last->n_stems - 1]) &&
           word->head + ADJECTIVE_MARGIN >= word->modifier;
}

/* "Crohn's disease", "Moore's law": what is called after somebody. */
static gboolean
is_head_of_eponym (const RhumbSpelling *lower)
{
    static const char heads[] =
        "algorithm|anaemia|anemia|conjecture|constant|criterion|dementia|disease|equation|"
        "equations|formula|hypothesis|inequality|law|laws|lemma|palsy|paradox|principle|razor|"
        "rule|sign|syndrome|test|theorem|theory|thyroiditis";
    return rhumb_word_list_has (heads, lower->text, lower->length);
}

/* Whether the owner that a phrase begins with belongs to a name: "women's health" and what is
 * called after somebody do; else the phrase has to come again ("winner's curse"), and in the title
 * if the owner has no capital. What countries have are no names. */
static gboolean
is_owned_by_name (const RhumbTokens *tokens, const RhumbCandidate *candidate,
                  const RhumbOccurrence *place)
{
    const RhumbSpelling *owner = tokens->token[place->start];
    const gboolean is_titled = place->sentence < tokens->n_title_sentences;
    const gboolean is_repeated = candidate->n_occurrences > 1;
    static const char nobody[] = "country's|nation's|region's|today's|world's|year's";
    if (rhumb_word_list_has ("children's|men's|women's", owner->lower->text, owner->lower->length))
        return TRUE;
    if (!owner->begins_with_capital)
        return is_titled && is_repeated &&
               !rhumb_word_list_has (nobody, owner->text, owner->length);
    if (is_head_of_eponym (tokens->token[place->start + 1]->lower))
        return TRUE;
    g_autofree char *name = g_strndup (owner->text, owner->length - strlen ("'s"));
    return is_repeated && rhumb_find_country (name) == NULL;
}

/* "The PCCL's design", or an owner inside. */
static gboolean
has_possessive (const RhumbTokens *tokens, const RhumbCandidate *candidate,
                const RhumbOccurrence *place)
{
    for (guint32 i = place->start; i < place->end; i++)
        if (is (tokens->token[i], RHUMB_FORM_POSSESSIVE) &&
            (i > place->start || place->end - place->start == 1 ||
             !is_owned_by_name (tokens, candidate, place)))
            return TRUE;
    return FALSE;
}

static gboolean
may_be_adjective (const RhumbReading *reading, guint32 i)
{
    return reading->tag[i] == 'D' || reading->tokens->token[i]->lower->looks_like_adjective;
}

/* "Global and Local X": "Local X" is what is left of a longer name. */
static gboolean
is_coordinated (const RhumbReading *reading, const RhumbOccurrence *place)
{
    const RhumbTokens *tokens = reading->tokens;
    if (place->start < tokens->start[place->sentence] + 2 || place->end - place->start < 2)
        return FALSE;
    if (!is (tokens->token[place->start - 1], RHUMB_FORM_AND | RHUMB_FORM_OR))
        return FALSE;
    return may_be_adjective (reading, place->start - 2) && may_be_adjective (reading, place->start);
}

/* "Learning X" at the beginning of a title says what is done. */
static gboolean
opens_title (const RhumbReading *reading, const RhumbOccurrence *place)
{
    const RhumbTokens *tokens = reading->tokens;
    if (place->sentence >= tokens->n_title_sentences || reading->tag[place->start] != 'G')
        return FALSE;
    return place->start == 0 ||
           is (tokens->token[place->start - 1], RHUMB_FORM_COLON | RHUMB_FORM_COMMA);
}

/* "Sparse Mixture" before "of Experts". */
static gboolean
is_before_of (const RhumbReading *reading, const RhumbOccurrence *place)
{
    const RhumbTokens *tokens = reading->tokens;
    return place->end < tokens->start[place->sentence + 1] &&
           is (tokens->token[place->end], RHUMB_FORM_OF);
}

static gboolean
is_dimensional (const RhumbSpelling *lower)
{
    static const char dimensional[] = "dimensional";
    return lower->length == sizeof dimensional - 1 &&
           memcmp (lower->text, dimensional, lower->length) == 0;
}

/* "C. difficile": a species behind the first letter of its genus. */
static gboolean
is_species (const RhumbTokens *tokens, const RhumbOccurrence *place)
{
    if (place->start < tokens->start[place->sentence] + 2 ||
        tokens->token[place->start - 1]->text[0] != '.')
        return FALSE;
    const RhumbSpelling *genus = tokens->token[place->start - 2];
    const RhumbSpelling *species = tokens->token[place->start];
    return genus->length == 1 && genus->begins_with_capital && species == species->lower;
}

/* Whether a place is what is left of a longer name: a hyphen or mathematics ties it to what stands
 * before it, "$\\gamma$-Ray Bursts", "$\\Lambda$CDM", or it is "Dimensional Gravity" behind a
 * number of dimensions, or a species. */
gboolean
rhumb_is_cut_off (const RhumbTokens *tokens, const RhumbOccurrence *place)
{
    if (place->start == tokens->start[place->sentence])
        return FALSE;
    const RhumbSpelling *before = tokens->token[place->start - 1];
    if (is_species (tokens, place))
        return TRUE;
    if (!tokens->is_tied[place->start])
        return is_dimensional (tokens->token[place->start]->lower) &&
               (place->start > place->chunk_start || strchr (")$", *before->text) != NULL);
    const gboolean is_dash = *before->text == '-' && tokens->is_tied[place->start - 1];
    return is_dash ? strcmp (tokens->token[place->start - 2]->text, "-") != 0
                   : strchr ("$}_^+=", *before->text) != NULL;
}

/* "2016-2019" counts; "su _" is a name and the sign of mathematics behind it; words in other
 * letters than Latin ones cannot be judged. */
static gboolean
holds_other_than_words (const RhumbTokens *tokens, const RhumbOccurrence *place)
{
    gboolean has_letters = FALSE;
    for (guint32 i = place->start; i < place->end; i++) {
        const RhumbSpelling *token = tokens->token[i];
        if (token->fold_length == 0 || token->is_foreign)
            return TRUE;
        has_letters = has_letters || token->has_letter;
    }
    return !has_letters;
}

/* "La agricultura familiar produce la mayor parte": what has an article behind it ends with a verb.
 */
static gboolean
has_article_behind (const RhumbTokens *tokens, const RhumbOccurrence *place)
{
    static const char articles[] = "een|el|gli|het|il|l|la|las|le|les|lo|los|os|um|uma|un|una|une";
    if (place->end >= tokens->start[place->sentence + 1])
        return FALSE;
    const RhumbSpelling *behind = tokens->token[place->end];
    return rhumb_word_list_has (articles, behind->text, behind->length);
}

/* Of other languages no more is known than their words of grammar: none stands at an end, and no
 * phrase begins with what an apostrophe ties to the word before it, nor always has an article
 * behind it. */
static gboolean
is_well_formed_abroad (const RhumbReading *reading, const RhumbCandidate *candidate)
{
    const RhumbOccurrence *all = reading->candidates->occurrence;
    const RhumbOccurrence *place = &all[candidate->first];
    const RhumbSpelling *first = reading->tokens->token[place->start];
    const RhumbSpelling *last = reading->tokens->token[place->end - 1];
    guint32 o = candidate->first;
    while (o != RHUMB_NO_OCCURRENCE && has_article_behind (reading->tokens, &all[o]))
        o = all[o].next;
    return o != RHUMB_NO_OCCURRENCE && first->lower->role.tag == 0 && last->lower->role.tag == 0 &&
           !first->lower->role.is_break && !last->lower->role.is_break &&
           !is (first, RHUMB_FORM_TIED_ARTICLE) &&
           ((first->forms | last->forms) & RHUMB_FORM_COUNT) == 0;
}

/* "York" behind "New", "Health Service" behind "National". */
static gboolean
is_inside_name (const RhumbReading *reading, const RhumbOccurrence *place)
{
    const RhumbTokens *tokens = reading->tokens;
    return place->start > place->chunk_start && !tokens->token[place->start - 1]->is_all_capitals &&
           is_capital_inside (tokens, place->sentence, place->start - 1) &&
           is_capital_inside (tokens, place->sentence, place->start);
}

/* Whether a place has a word in -s, a noun or a verb, at @verb, and a noun before it. */
static gboolean
may_be_predicate (const RhumbReading *reading, guint32 verb)
{
    const RhumbSpelling *word = reading->tokens->token[verb];
    const char before = reading->tag[verb - 1];
    return is (word, RHUMB_FORM_PLURAL) && word == word->lower && (before == 'N' || before == 'P');
}

/* "Vaccination stops epidemic spreading": a sentence begins with a subject and its verb. */
static gboolean
begins_as_verb (const RhumbReading *reading, const RhumbOccurrence *place)
{
    return place->end - place->start > 1 && place->start > place->chunk_start &&
           place->chunk_start == reading->tokens->start[place->sentence] &&
           may_be_predicate (reading, place->start);
}

/* "This review maps the literature": a word that has its object behind it. */
static gboolean
ends_as_verb (const RhumbReading *reading, const RhumbOccurrence *place)
{
    if (place->end - place->start == 1 ||
        place->end >= reading->tokens->start[place->sentence + 1] ||
        !may_be_predicate (reading, place->end - 1))
        return FALSE;
    const RhumbSpelling *behind = reading->tokens->token[place->end];
    return rhumb_word_list_has ("a|an|the", behind->text, behind->length);
}

/* Whether a place of a term is none, for what stands around it. */
static gboolean
is_torn_out (const RhumbReading *reading, const RhumbOccurrence *place)
{
    return is_inside_name (reading, place) || begins_as_verb (reading, place) ||
           ends_as_verb (reading, place);
}

/* "Patients receiving placebo": a verb inside. */
static gboolean
is_tied_together (const RhumbReading *reading, const RhumbOccurrence *place)
{
    for (guint32 i = place->start + 1; i < place->end; i++)
        if (is (reading->tokens->token[i], RHUMB_FORM_TYING))
            return TRUE;
    return FALSE;
}

/* Whether a candidate of a paper just read reads like a term, at one of its places at least. */
gboolean
rhumb_is_well_formed (const RhumbReading *reading, const RhumbCandidate *candidate,
                      RhumbStrictness strictness)
{
    const RhumbOccurrence *all = reading->candidates->occurrence;
    const RhumbOccurrence *first = &all[candidate->first];
    if (first->bridge == RHUMB_BRIDGE_AND || first->bridge == RHUMB_BRIDGE_BASED)
        return FALSE;
    if (holds_other_than_words (reading->tokens, first))
        return FALSE;
    if (!rhumb_lexicon_is_english (reading->lexicon))
        return is_well_formed_abroad (reading, candidate);
    if (!begins_well (reading, first, strictness) || !ends_well (reading, first, strictness) ||
        has_possessive (reading->tokens, candidate, first) ||
        (strictness == RHUMB_STRICTNESS_OF_TERMS && is_tied_together (reading, first)))
        return FALSE;
    for (guint32 o = candidate->first; o != RHUMB_NO_OCCURRENCE; o = all[o].next)
        if (!is_coordinated (reading, &all[o]) && !opens_title (reading, &all[o]) &&
            !is_before_of (reading, &all[o]) && !rhumb_is_cut_off (reading->tokens, &all[o]) &&
            (strictness == RHUMB_STRICTNESS_OF_PHRASES || !is_torn_out (reading, &all[o])))
            return TRUE;
    return FALSE;
}
