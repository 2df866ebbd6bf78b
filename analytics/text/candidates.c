/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The phrases of a text that might be concepts.
 *
 * Break words (grammar, academic verbs) cut a sentence into chunks. Every run of one to five
 * tokens inside a chunk is a candidate, and so are runs of at most two tokens before and three
 * after one "of", "based", "to" between equal words, or "and" (there three tokens in all).
 * Places with the same stems are one candidate. At most eleven places a token, so the cost is
 * linear in the text.
 */
#include "analytics/text/candidates.h"

#include "analytics/text/forms.h"

#define MAX_TOKENS 5
#define MAX_BRIDGED 6
/* Enough for an abstract of usual length. */
#define FIRST_SLOTS 512

typedef struct {
    const RhumbTokens *tokens;
    RhumbArena *arena;
    RhumbOccurrence *occurrence;
    guint32 n_occurrences;
    RhumbCandidate *candidate;
    guint32 n_candidates;
    guint32 *part;
    RhumbCandidateSlot *slot; /* open addressing */
    guint32 n_slots;
    const RhumbKnownCandidates *known; /* NULL = candidates are looked for by their stems */
    guint32 n_repeats;                 /* of those known, so far */
} Finder;

/* The hash of a run that is one stem longer. */
static guint64
mix (guint64 hash, guint32 stem)
{
    hash = (hash ^ stem) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
    return hash ^ (hash >> 32);
}

/* The stems of a run of tokens. */
typedef struct {
    guint32 stem[RHUMB_MAX_PHRASE_STEMS];
    guint32 n;
    guint32 n_chars;
    guint64 hash;
} Run;

static void
add_stem (Run *run, guint32 stem)
{
    run->stem[run->n++] = stem;
    run->hash = mix (run->hash, stem);
}

/* The slot that holds a run, or the free one where it belongs. */
static RhumbCandidateSlot *
find_slot (RhumbCandidateSlot *slot, guint32 n_slots, const RhumbCandidate *candidate,
           const Run *run)
{
    const guint32 check = (guint32)(run->hash >> 32);
    guint32 s = (guint32)run->hash & (n_slots - 1);
    for (; slot[s].number != 0; s = (s + 1) & (n_slots - 1)) {
        const RhumbCandidate *known = &candidate[slot[s].number - 1];
        if (slot[s].check != check || known->n_stems != run->n)
            continue;
        guint32 i = 0;
        while (i < run->n && known->stem[i] == run->stem[i])
            i++;
        if (i == run->n)
            break;
    }
    return &slot[s];
}

static Run
make_run (const guint32 *stem, gsize n_stems)
{
    Run run = {.n = 0};
    for (gsize i = 0; i < n_stems; i++)
        add_stem (&run, stem[i]);
    return run;
}

static void
double_slots (Finder *finder)
{
    finder->n_slots *= 2;
    finder->slot = RHUMB_ARENA_NEW (finder->arena, RhumbCandidateSlot, finder->n_slots);
    const RhumbCandidate *all = finder->candidate;
    for (guint32 i = 0; i < finder->n_candidates; i++) {
        const Run run = make_run (all[i].stem, all[i].n_stems);
        *find_slot (finder->slot, finder->n_slots, all, &run) =
            (RhumbCandidateSlot){i + 1, (guint32)(run.hash >> 32)};
    }
}

static RhumbCandidate *
add_candidate (Finder *finder, const Run *run)
{
    if (finder->n_candidates * 2 >= finder->n_slots)
        double_slots (finder);
    RhumbCandidateSlot *slot = find_slot (finder->slot, finder->n_slots, finder->candidate, run);
    if (slot->number != 0)
        return &finder->candidate[slot->number - 1];
    RhumbCandidate *fresh = &finder->candidate[finder->n_candidates++];
    *fresh = (RhumbCandidate){.n_stems = run->n,
                              .n_stem_chars = run->n_chars,
                              .first = finder->n_occurrences,
                              .last = RHUMB_NO_OCCURRENCE};
    for (guint32 i = 0; i < run->n; i++)
        fresh->stem[i] = run->stem[i];
    *slot = (RhumbCandidateSlot){finder->n_candidates, (guint32)(run->hash >> 32)};
    guint32 *part = &finder->part[2 * (gsize)(finder->n_candidates - 1)];
    part[0] = part[1] = run->n > 1 ? RHUMB_UNKNOWN_PART : RHUMB_NO_PART;
    return fresh;
}

/* Makes a run longer by a token; FALSE if it has too many stems for a phrase then. */
static inline gboolean
add_token (Run *run, const RhumbSpelling *token)
{
    if (run->n + token->n_stems > RHUMB_MAX_PHRASE_STEMS)
        return FALSE;
    for (guint32 j = 0; j < token->n_stems; j++)
        add_stem (run, token->stem[j]);
    run->n_chars += token->n_stem_chars;
    return TRUE;
}

/* Adds a place whose candidate was found before. */
static inline void
add_known (Finder *finder, const RhumbOccurrence *place)
{
    const RhumbKnownCandidates *known = finder->known;
    RhumbOccurrence *fresh = &finder->occurrence[finder->n_occurrences];
    const gboolean is_repeat = finder->n_repeats < known->n_repeats &&
                               known->repeat[finder->n_repeats].occurrence == finder->n_occurrences;
    *fresh = *place;
    fresh->next = RHUMB_NO_OCCURRENCE;
    fresh->candidate =
        is_repeat ? known->repeat[finder->n_repeats++].candidate : finder->n_candidates++;
    finder->n_occurrences++;
}

/* Adds a place whose tokens make @run, if that is long enough for a phrase. */
static void
add_occurrence (Finder *finder, const RhumbOccurrence *place, const Run *run)
{
    if (run->n == 0 || run->n_chars < 2)
        return;
    if (finder->known != NULL) {
        add_known (finder, place);
        return;
    }
    RhumbOccurrence *fresh = &finder->occurrence[finder->n_occurrences];
    *fresh = *place;
    fresh->next = RHUMB_NO_OCCURRENCE;
    RhumbCandidate *candidate = add_candidate (finder, run);
    const guint32 number = finder->n_occurrences++;
    fresh->candidate = (guint32)(candidate - finder->candidate);
    if (candidate->last != RHUMB_NO_OCCURRENCE)
        finder->occurrence[candidate->last].next = number;
    candidate->last = number;
    candidate->n_occurrences++;
    candidate->n_alone += place->start == place->chunk_start && place->end == place->chunk_end;
}

static RhumbBridge
find_bridge (const RhumbTokens *tokens, guint32 b)
{
    const guint32 forms = tokens->token[b]->lower->forms;
    if ((forms & RHUMB_FORM_OF) != 0)
        return RHUMB_BRIDGE_OF;
    if ((forms & RHUMB_FORM_TO) != 0 && tokens->token[b - 1]->lower == tokens->token[b + 1]->lower)
        return RHUMB_BRIDGE_TO;
    if ((forms & RHUMB_FORM_BASED) != 0)
        return RHUMB_BRIDGE_BASED;
    return (forms & RHUMB_FORM_AND) != 0 ? RHUMB_BRIDGE_AND : RHUMB_BRIDGE_NONE;
}

static guint32
find_chunk_end (const RhumbTokens *tokens, guint32 from, guint32 sentence_end)
{
    while (from < sentence_end && tokens->token[from]->may_be_inside)
        from++;
    return from;
}

/* Adds the phrases that run across the break word behind @chunk. */
static void
add_bridged (Finder *finder, RhumbOccurrence chunk, guint32 sentence_end)
{
    const RhumbTokens *tokens = finder->tokens;
    const guint32 b = chunk.chunk_end;
    if (b + 1 >= sentence_end || !tokens->token[b + 1]->may_be_inside)
        return;
    chunk.bridge = find_bridge (tokens, b);
    if (chunk.bridge == RHUMB_BRIDGE_NONE)
        return;
    chunk.chunk_end = find_chunk_end (tokens, b + 1, sentence_end);
    const guint32 first = b >= chunk.chunk_start + 2 ? b - 2 : chunk.chunk_start;
    const guint32 last_end = MIN (b + 4, chunk.chunk_end);
    for (chunk.start = first; chunk.start < b; chunk.start++) {
        Run run = {.n = 0};
        gboolean fits = TRUE;
        for (guint32 i = chunk.start; i <= b; i++)
            fits = fits && add_token (&run, tokens->token[i]);
        for (chunk.end = b + 2;
             chunk.end <= last_end && fits && add_token (&run, tokens->token[chunk.end - 1]);
             chunk.end++)
            if (chunk.bridge != RHUMB_BRIDGE_AND || chunk.end - chunk.start == 3)
                add_occurrence (finder, &chunk, &run);
    }
}

/* The places that begin at one token of a chunk: they end one token later each. */
typedef struct {
    guint32 start;
    guint32 first; /* occurrence */
    guint32 n;
} Row;

static const RhumbOccurrence *
get_place (const Finder *finder, const Row *row, guint32 i)
{
    return &finder->occurrence[row->first + i];
}

/* A candidate without its last stem is the place before it in its row, if the last token has that
 * stem alone; else no place is so short. */
static void
note_beginnings (Finder *finder, const Row *row)
{
    for (guint32 i = 0; i < row->n; i++) {
        const RhumbOccurrence *place = get_place (finder, row, i);
        guint32 *part = &finder->part[2 * (gsize)place->candidate];
        if (*part == RHUMB_UNKNOWN_PART && finder->tokens->token[place->end - 1]->n_stems == 1)
            *part = i > 0 ? get_place (finder, row, i - 1)->candidate : RHUMB_NO_PART;
    }
}

/* Without its first stem it is a place of the next row, @next, which ends where it does. */
static void
note_ends (Finder *finder, const Row *row, const Row *next)
{
    if (row->n == 0 || finder->tokens->token[row->start]->n_stems != 1)
        return;
    const guint32 first_end = next->n > 0 ? get_place (finder, next, 0)->end : G_MAXUINT32;
    for (guint32 i = 0; i < row->n; i++) {
        const RhumbOccurrence *place = get_place (finder, row, i);
        guint32 *part = &finder->part[2 * (gsize)place->candidate + 1];
        if (*part == RHUMB_UNKNOWN_PART)
            *part = place->end >= first_end
                        ? get_place (finder, next, place->end - first_end)->candidate
                        : RHUMB_NO_PART;
    }
}

/* Adds the places inside a chunk. */
static void
add_chunk (Finder *finder, RhumbOccurrence place)
{
    Row before = {.n = 0};
    for (place.start = place.chunk_start; place.start < place.chunk_end; place.start++) {
        Run run = {.n = 0};
        const guint32 last_end = MIN (place.start + MAX_TOKENS, place.chunk_end);
        Row row = {.start = place.start, .first = finder->n_occurrences};
        for (place.end = place.start + 1;
             place.end <= last_end && add_token (&run, finder->tokens->token[place.end - 1]);
             place.end++)
            add_occurrence (finder, &place, &run);
        row.n = finder->n_occurrences - row.first;
        note_beginnings (finder, &row);
        note_ends (finder, &before, &row);
        before = row;
    }
}

/* The same where candidates are known: nobody asks which stems they have. */
static void
add_chunk_again (Finder *finder, RhumbOccurrence place)
{
    const RhumbSpelling *const *token = finder->tokens->token;
    for (place.start = place.chunk_start; place.start < place.chunk_end; place.start++) {
        const guint32 last_end = MIN (place.start + MAX_TOKENS, place.chunk_end);
        Run run = {.n = 0};
        for (place.end = place.start + 1; place.end <= last_end; place.end++) {
            run.n += token[place.end - 1]->n_stems;
            run.n_chars += token[place.end - 1]->n_stem_chars;
            if (run.n > RHUMB_MAX_PHRASE_STEMS)
                break;
            if (run.n > 0 && run.n_chars >= 2)
                add_known (finder, &place);
        }
    }
}

static void
add_sentence (Finder *finder, guint32 sentence)
{
    const RhumbTokens *tokens = finder->tokens;
    const guint32 sentence_end = tokens->start[sentence + 1];
    guint32 a = tokens->start[sentence];
    while (a < sentence_end) {
        if (!tokens->token[a]->may_be_inside) {
            a++;
            continue;
        }
        const guint32 b = find_chunk_end (tokens, a, sentence_end);
        const RhumbOccurrence chunk = {.sentence = sentence, .chunk_start = a, .chunk_end = b};
        (finder->known == NULL ? add_chunk : add_chunk_again) (finder, chunk);
        add_bridged (finder, chunk, sentence_end);
        a = b;
    }
}

/* How many places there are at most: MAX_TOKENS a token inside a chunk, MAX_BRIDGED behind it. */
static gsize
count_room (const RhumbTokens *tokens)
{
    gsize n_inside = 0;
    gsize n_chunks = 0;
    gboolean was_inside = FALSE;
    for (guint32 i = 0; i < tokens->n_tokens; i++) {
        const gboolean is_inside = tokens->token[i]->may_be_inside;
        n_inside += is_inside;
        n_chunks += was_inside && !is_inside;
        was_inside = is_inside;
    }
    return MAX_TOKENS * n_inside + MAX_BRIDGED * n_chunks;
}

/* Finds the candidates of a text. Their scores are still zero. */
RhumbCandidates
rhumb_find_candidates (const RhumbTokens *tokens, RhumbArena *arena)
{
    const gsize room = count_room (tokens);
    Finder finder = {.tokens = tokens, .arena = arena, .n_slots = FIRST_SLOTS};
    finder.occurrence = RHUMB_ARENA_ROOM (arena, RhumbOccurrence, room);
    finder.candidate = RHUMB_ARENA_ROOM (arena, RhumbCandidate, room);
    finder.part = RHUMB_ARENA_ROOM (arena, guint32, 2 * room);
    finder.slot = RHUMB_ARENA_NEW (arena, RhumbCandidateSlot, FIRST_SLOTS);
    for (guint32 s = 0; s < tokens->n_sentences; s++)
        add_sentence (&finder, s);
    return (RhumbCandidates){
        .occurrence = finder.occurrence,
        .n_occurrences = finder.n_occurrences,
        .candidate = finder.candidate,
        .n_candidates = finder.n_candidates,
        .part = finder.part,
        .slot = finder.slot,
        .n_slots = finder.n_slots,
    };
}

/* Keeps in @arena what is known of scored candidates. */
RhumbKnownCandidates
rhumb_candidates_keep (const RhumbCandidates *candidates, RhumbArena *arena)
{
    double *score = RHUMB_ARENA_ROOM (arena, double, candidates->n_candidates);
    RhumbRepeat *repeat = RHUMB_ARENA_ROOM (
        arena, RhumbRepeat, (gsize)candidates->n_occurrences - candidates->n_candidates);
    guint32 n_repeats = 0;
    for (guint32 c = 0; c < candidates->n_candidates; c++)
        score[c] = candidates->candidate[c].score;
    for (guint32 o = 0; o < candidates->n_occurrences; o++)
        if (candidates->candidate[candidates->occurrence[o].candidate].first != o)
            repeat[n_repeats++] = (RhumbRepeat){o, candidates->occurrence[o].candidate};
    return (RhumbKnownCandidates){score, repeat, n_repeats};
}

/* Finds the places of a text again whose candidates are known: each says which one it is of. What
 * joins those of one candidate is not worked out: there are no candidates but their number. */
RhumbCandidates
rhumb_find_known_candidates (const RhumbTokens *tokens, const RhumbKnownCandidates *known,
                             RhumbArena *arena)
{
    Finder finder = {.tokens = tokens, .known = known};
    finder.occurrence = RHUMB_ARENA_ROOM (arena, RhumbOccurrence, count_room (tokens));
    for (guint32 s = 0; s < tokens->n_sentences; s++)
        add_sentence (&finder, s);
    return (RhumbCandidates){.occurrence = finder.occurrence,
                             .n_occurrences = finder.n_occurrences,
                             .n_candidates = finder.n_candidates};
}

/* Gives the candidate with exactly these stems, or NULL. */
RhumbCandidate *
rhumb_candidates_find (const RhumbCandidates *candidates, const guint32 *stem, gsize n_stems)
{
    if (n_stems == 0 || n_stems > RHUMB_MAX_PHRASE_STEMS)
        return NULL;
    const Run run = make_run (stem, n_stems);
    const RhumbCandidateSlot *slot =
        find_slot (candidates->slot, candidates->n_slots, candidates->candidate, &run);
    return slot->number == 0 ? NULL : &candidates->candidate[slot->number - 1];
}
