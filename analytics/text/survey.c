/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A look over a whole text before its phrases are measured: how often each word comes, and which
 * candidates lie inside which.
 *
 * Most candidates one word shorter at either end are known from where they stand, the others are
 * found by their stems: at most two look-ups a candidate, so the whole is linear in the text.
 */
#include "analytics/text/survey.h"

#include "analytics/text/logarithms.h"

static RhumbWordUse *
add_use (RhumbSurvey *survey, RhumbLexicon *lexicon, guint32 stem)
{
    const guint32 s = rhumb_survey_find_slot (survey, stem);
    if (survey->slot[s] == 0) {
        survey->slot[s] = survey->n_uses++;
        survey->use[survey->slot[s]] =
            (RhumbWordUse){.stem = stem, .prior = *rhumb_lexicon_get_prior (lexicon, stem)};
    }
    return &survey->use[survey->slot[s]];
}

static void
count_words (RhumbSurvey *survey, RhumbLexicon *lexicon, const RhumbTokens *tokens)
{
    const guint32 title_end = tokens->n_title_sentences > 0 ? tokens->start[1] : 0;
    for (guint32 i = 0; i < tokens->n_tokens; i++)
        for (guint32 j = 0; j < tokens->token[i]->n_stems; j++) {
            RhumbWordUse *use = add_use (survey, lexicon, tokens->token[i]->stem[j]);
            use->count++;
            use->in_title = use->in_title || i < title_end;
        }
    for (guint32 u = 1; u < survey->n_uses; u++)
        survey->use[u].log_count = rhumb_log (survey->logarithm, survey->use[u].count);
}

static guint32
look_for_part (const RhumbCandidates *candidates, const guint32 *stem, guint32 n_stems)
{
    const RhumbCandidate *part = rhumb_candidates_find (candidates, stem, n_stems);
    return part == NULL ? RHUMB_NO_PART : (guint32)(part - candidates->candidate);
}

static void
note_part (RhumbSurvey *survey, const RhumbCandidates *candidates, guint32 whole, guint32 start)
{
    const RhumbCandidate *candidate = &candidates->candidate[whole];
    guint32 number = candidates->part[2 * (gsize)whole + start];
    if (number == RHUMB_UNKNOWN_PART)
        number = look_for_part (candidates, candidate->stem + start, candidate->n_stems - 1);
    survey->part[2 * (gsize)whole + start] = number;
    if (number == RHUMB_NO_PART)
        return;
    const RhumbCandidate *part = &candidates->candidate[number];
    RhumbNesting *of_part = &survey->nesting[number];
    RhumbNesting *of_whole = &survey->nesting[whole];
    of_part->n_longer++;
    of_part->longer_count = MAX (of_part->longer_count, candidate->n_occurrences);
    of_whole->shorter_count = MAX (of_whole->shorter_count, part->n_occurrences);
}

static void
order_by_length (RhumbSurvey *survey, const RhumbCandidates *candidates, RhumbArena *arena)
{
    guint32 *start = survey->length_start;
    guint32 end[RHUMB_MAX_PHRASE_STEMS + 1];
    for (guint32 c = 0; c < candidates->n_candidates; c++)
        start[candidates->candidate[c].n_stems + 1]++;
    for (guint32 length = 0; length <= RHUMB_MAX_PHRASE_STEMS; length++) {
        end[length] = start[length];
        start[length + 1] += start[length];
    }
    survey->by_length = RHUMB_ARENA_ROOM (arena, guint32, candidates->n_candidates);
    for (guint32 c = 0; c < candidates->n_candidates; c++)
        survey->by_length[end[candidates->candidate[c].n_stems]++] = c;
}

/* Looks over a text. */
RhumbSurvey
rhumb_survey_text (RhumbLexicon *lexicon, const RhumbTokens *tokens,
                   const RhumbCandidates *candidates, RhumbArena *arena)
{
    RhumbSurvey survey = {.logarithm = rhumb_get_logarithms (), .n_slots = 64};
    guint32 n_words = 0;
    for (guint32 i = 0; i < tokens->n_tokens; i++)
        n_words += tokens->token[i]->n_stems;
    while (survey.n_slots < 2 * n_words)
        survey.n_slots *= 2;
    survey.slot = RHUMB_ARENA_NEW (arena, guint32, survey.n_slots);
    survey.use = RHUMB_ARENA_ROOM (arena, RhumbWordUse, n_words + 1);
    survey.use[survey.n_uses++] = (RhumbWordUse){.stem = 0};
    count_words (&survey, lexicon, tokens);
    survey.nesting = RHUMB_ARENA_NEW (arena, RhumbNesting, candidates->n_candidates);
    survey.part = RHUMB_ARENA_ROOM (arena, guint32, 2 * (gsize)candidates->n_candidates);
    for (guint32 i = 0; i < candidates->n_candidates; i++)
        for (guint32 start = 0; start < 2; start++)
            note_part (&survey, candidates, i, start);
    order_by_length (&survey, candidates, arena);
    return survey;
}
