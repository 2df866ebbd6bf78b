/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A look over a whole text before its phrases are measured: how often each word comes, and which
 * candidates lie inside which.
 *
 * A candidate one word shorter at either end is found by its stems, so each candidate costs two
 * look-ups and the whole is linear in the text.
 */
#include "analytics/text/survey.h"

#include <math.h>

static guint32
find_slot (const RhumbSurvey *survey, guint32 stem)
{
    guint32 s = (stem * 2654435769u) & (survey->n_slots - 1);
    while (survey->slot[s].count > 0 && survey->slot[s].stem != stem)
        s = (s + 1) & (survey->n_slots - 1);
    return s;
}

static void
count_words (RhumbSurvey *survey, const RhumbTokens *tokens)
{
    const guint32 title_end = tokens->n_title_sentences > 0 ? tokens->start[1] : 0;
    for (guint32 i = 0; i < tokens->n_tokens; i++)
        for (guint32 j = 0; j < tokens->token[i]->n_stems; j++) {
            const guint32 stem = tokens->token[i]->stem[j];
            RhumbWordUse *use = &survey->slot[find_slot (survey, stem)];
            use->stem = stem;
            use->count++;
            use->in_title = use->in_title || i < title_end;
        }
    for (guint32 s = 0; s < survey->n_slots; s++)
        if (survey->slot[s].count > 1)
            survey->slot[s].log_count = log (survey->slot[s].count);
}

static void
note_part (RhumbSurvey *survey, const RhumbCandidates *candidates, guint32 whole, guint32 start)
{
    const RhumbCandidate *candidate = &candidates->candidate[whole];
    const RhumbCandidate *part =
        rhumb_candidates_find (candidates, candidate->stem + start, candidate->n_stems - 1);
    if (part == NULL)
        return;
    survey->part[2 * (gsize)whole + start] = (guint32)(part - candidates->candidate);
    RhumbNesting *of_part = &survey->nesting[part - candidates->candidate];
    RhumbNesting *of_whole = &survey->nesting[whole];
    of_part->n_longer++;
    of_part->longer_count = MAX (of_part->longer_count, candidate->n_occurrences);
    of_whole->shorter_count = MAX (of_whole->shorter_count, part->n_occurrences);
}

/* Looks over a text. */
RhumbSurvey
rhumb_survey_text (const RhumbTokens *tokens, const RhumbCandidates *candidates, RhumbArena *arena)
{
    RhumbSurvey survey = {.n_slots = 64};
    guint32 n_words = 0;
    for (guint32 i = 0; i < tokens->n_tokens; i++)
        n_words += tokens->token[i]->n_stems;
    while (survey.n_slots < 2 * n_words)
        survey.n_slots *= 2;
    survey.slot = RHUMB_ARENA_NEW (arena, RhumbWordUse, survey.n_slots);
    for (guint32 s = 0; s < survey.n_slots; s++)
        survey.slot[s] = (RhumbWordUse){0};
    count_words (&survey, tokens);
    survey.nesting = RHUMB_ARENA_NEW (arena, RhumbNesting, candidates->n_candidates);
    survey.part = RHUMB_ARENA_NEW (arena, guint32, 2 * (gsize)candidates->n_candidates);
    for (guint32 i = 0; i < candidates->n_candidates; i++) {
        survey.nesting[i] = (RhumbNesting){0};
        survey.part[2 * (gsize)i] = survey.part[2 * (gsize)i + 1] = RHUMB_NO_PART;
    }
    for (guint32 i = 0; i < candidates->n_candidates; i++)
        for (guint32 start = 0; start < 2 && candidates->candidate[i].n_stems > 1; start++)
            note_part (&survey, candidates, i, start);
    return survey;
}

/* How often a word comes; never NULL, the count is 0 for a word that does not. */
const RhumbWordUse *
rhumb_survey_find (const RhumbSurvey *survey, guint32 stem)
{
    return &survey->slot[find_slot (survey, stem)];
}
