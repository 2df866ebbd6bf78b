/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What stands around a phrase: "we propose X", "X is", "the X of". The subject of a sentence and
 * the object of an academic verb are what the sentence is about.
 *
 * What stands around a token is looked at once, however many phrases begin or end with it; eight
 * answers are bytes of one number, so that those of all places of a phrase are added at once. Cost:
 * linear in the tokens, then in the places.
 */
#include "analytics/text/surroundings.h"

#include "analytics/text/forms.h"

#include <string.h>

/* So many places are added before a byte may be full. */
#define MOST_AT_ONCE 255

static void
look_before (const RhumbTokens *tokens, const char *tag, guint32 i, guint8 *before)
{
    const RhumbSpelling *word = tokens->token[i - 1];
    const RhumbSpelling *lower = word->lower;
    before[RHUMB_AFTER_OF] = (word->neighbour & RHUMB_BESIDE_OF) != 0;
    before[RHUMB_AFTER_ARTICLE] = (word->neighbour & RHUMB_BESIDE_ARTICLE) != 0;
    before[RHUMB_AFTER_AND] = (word->neighbour & RHUMB_BESIDE_AND) != 0;
    before[RHUMB_AFTER_PREPOSITION] = (word->neighbour & RHUMB_BESIDE_PREPOSITION) != 0;
    if (tag[i - 1] == 'V' || tag[i - 1] == 'M')
        before[RHUMB_AFTER_VERB] = 1;
    else if (lower->role.is_break && lower->role.tag == '\0')
        before[RHUMB_AFTER_BREAK] = 1;
    else if (tag[i - 1] == 'T')
        before[RHUMB_AFTER_THE] = (lower->forms & RHUMB_FORM_THE) != 0;
}

static void
look_behind (const RhumbTokens *tokens, const char *tag, guint32 i, guint8 *behind)
{
    const guint8 neighbour = tokens->token[i + 1]->neighbour;
    behind[RHUMB_BEFORE_OF] = (neighbour & RHUMB_BESIDE_OF) != 0;
    behind[RHUMB_BEFORE_AND] = (neighbour & RHUMB_BESIDE_AND) != 0;
    behind[RHUMB_BEFORE_BRACKET] = (neighbour & RHUMB_BESIDE_BRACKET) != 0;
    behind[RHUMB_BEFORE_VERB] = tag[i + 1] == 'V' || tag[i + 1] == 'M';
    behind[RHUMB_BEFORE_PREPOSITION] = tag[i + 1] == 'I';
    behind[RHUMB_BEFORE_END] = tag[i + 1] == '.';
}

/* Looks around each token. @tag: one letter a token. Returns as many as there are tokens. */
RhumbSides *
rhumb_look_around (const RhumbTokens *tokens, const char *tag, RhumbArena *arena)
{
    RhumbSides *sides = RHUMB_ARENA_NEW (arena, RhumbSides, tokens->n_tokens);
    for (guint32 s = 0; s < tokens->n_sentences; s++) {
        const guint32 end = tokens->start[s + 1];
        const guint8 in_title = s < tokens->n_title_sentences;
        for (guint32 i = tokens->start[s]; i < end; i++) {
            sides[i].behind[RHUMB_IN_TITLE] = in_title;
            if (i == tokens->start[s])
                sides[i].before[RHUMB_STARTS_SENTENCE] = 1;
            else
                look_before (tokens, tag, i, sides[i].before);
            if (i + 1 < end) {
                look_behind (tokens, tag, i, sides[i].behind);
            } else {
                sides[i].behind[RHUMB_BEFORE_END] = 1;
                sides[i].behind[RHUMB_ENDS_TITLE] = in_title;
            }
        }
    }
    return sides;
}

/* How often each tag comes, in the order in which they came. */
typedef struct {
    char tag[16];
    guint32 count[16];
    guint n;
} TagCounts;

static void
count_tag (TagCounts *counts, char tag)
{
    guint i = 0;
    while (i < counts->n && counts->tag[i] != tag)
        i++;
    if (i == counts->n) {
        counts->tag[i] = tag;
        counts->count[i] = 0;
        counts->n++;
    }
    counts->count[i]++;
}

/* The commonest of the tags at one end of all places, the first to come among equals. */
static char
find_tag (const char *tag, const RhumbCandidates *candidates, const RhumbCandidate *candidate,
          gboolean is_last)
{
    const RhumbOccurrence *all = candidates->occurrence;
    TagCounts counts;
    counts.n = 0;
    for (guint32 o = candidate->first; o != RHUMB_NO_OCCURRENCE; o = all[o].next)
        count_tag (&counts, tag[is_last ? all[o].end - 1 : all[o].start]);
    guint best = 0;
    for (guint i = 1; i < counts.n; i++)
        if (counts.count[i] > counts.count[best])
            best = i;
    return counts.tag[best];
}

/* The commonest tag of the last tokens of a candidate. */
char
rhumb_find_last_tag (const char *tag, const RhumbCandidates *candidates,
                     const RhumbCandidate *candidate)
{
    if (candidate->n_occurrences == 1)
        return tag[candidates->occurrence[candidate->first].end - 1];
    return find_tag (tag, candidates, candidate, TRUE);
}

static guint64
pack (const guint8 *side)
{
    guint64 packed;
    memcpy (&packed, side, sizeof packed);
    return packed;
}

static void
add_packed (guint64 packed, guint32 *count)
{
    guint8 byte[RHUMB_N_SIDES];
    memcpy (byte, &packed, sizeof byte);
    for (guint k = 0; k < RHUMB_N_SIDES; k++)
        count[k] += byte[k];
}

/* Counts what stands around the places of a candidate. @sides: of rhumb_look_around(). */
RhumbSurroundings
rhumb_count_surroundings (const RhumbTokens *tokens, const char *tag, const RhumbSides *sides,
                          const RhumbCandidates *candidates, const RhumbCandidate *candidate)
{
    const RhumbOccurrence *all = candidates->occurrence;
    RhumbSurroundings around = {.first_start = all[candidate->first].start};
    guint32 sentence = G_MAXUINT32;
    guint32 start = G_MAXUINT32;
    guint64 before = 0;
    guint64 behind = 0;
    guint32 n = 0;
    G_STATIC_ASSERT (RHUMB_N_SIDES == sizeof (guint64));
    for (guint32 o = candidate->first; o != RHUMB_NO_OCCURRENCE; o = all[o].next) {
        const RhumbOccurrence *place = &all[o];
        const RhumbSpelling *token = tokens->token[place->start];
        before += pack (sides[place->start].before);
        behind += pack (sides[place->end - 1].behind);
        if (++n % MOST_AT_ONCE == 0) {
            add_packed (before, around.before);
            add_packed (behind, around.behind);
            before = behind = 0;
        }
        around.n_starts += place->start != start;
        around.n_sentences += place->sentence != sentence;
        around.n_at_chunk_start += place->start == place->chunk_start;
        around.n_at_chunk_end += place->end == place->chunk_end;
        around.first_start = MIN (around.first_start, place->start);
        around.last_start = MAX (around.last_start, place->start);
        around.in_capitals = around.in_capitals || (token->is_all_capitals && token->n_chars > 1);
        start = place->start;
        sentence = place->sentence;
    }
    add_packed (before, around.before);
    add_packed (behind, around.behind);
    const RhumbOccurrence *first = &all[candidate->first];
    around.first_tag = n == 1 ? tag[first->start] : find_tag (tag, candidates, candidate, FALSE);
    around.last_tag = n == 1 ? tag[first->end - 1] : find_tag (tag, candidates, candidate, TRUE);
    return around;
}
