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

#include <string.h>

#define MAX_TOKENS 5
/* Enough for an abstract of usual length. */
#define FIRST_SLOTS 512

typedef struct {
    const RhumbTokens *tokens;
    GArray *occurrence;
    GArray *candidate;
    guint32 *slot; /* candidate + 1, 0 = free; open addressing */
    guint32 n_slots;
} Finder;

static guint32
hash_stems (const guint32 *stem, gsize n_stems)
{
    guint64 hash = n_stems;
    for (gsize i = 0; i < n_stems; i++) {
        hash = (hash ^ stem[i]) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
        hash ^= hash >> 29;
    }
    return (guint32)(hash ^ (hash >> 32));
}

static guint32
find_slot (const guint32 *slot, guint32 n_slots, const RhumbCandidate *candidate,
           const guint32 *stem, gsize n_stems)
{
    guint32 s = hash_stems (stem, n_stems) & (n_slots - 1);
    while (slot[s] != 0) {
        const RhumbCandidate *known = &candidate[slot[s] - 1];
        gsize i = 0;
        while (i < n_stems && known->stem[i] == stem[i])
            i++;
        if (i == n_stems && known->n_stems == n_stems)
            break;
        s = (s + 1) & (n_slots - 1);
    }
    return s;
}

static void
double_slots (Finder *finder)
{
    finder->n_slots *= 2;
    g_free (finder->slot);
    finder->slot = g_new0 (guint32, finder->n_slots);
    const RhumbCandidate *all = (const RhumbCandidate *)(void *)finder->candidate->data;
    for (guint32 i = 0; i < finder->candidate->len; i++)
        finder->slot[find_slot (finder->slot, finder->n_slots, all, all[i].stem, all[i].n_stems)] =
            i + 1;
}

static RhumbCandidate *
add_candidate (Finder *finder, const guint32 *stem, guint32 n_stems, guint32 n_chars)
{
    if (finder->candidate->len * 2 >= finder->n_slots)
        double_slots (finder);
    const RhumbCandidate *all = (const RhumbCandidate *)(void *)finder->candidate->data;
    const guint32 s = find_slot (finder->slot, finder->n_slots, all, stem, n_stems);
    if (finder->slot[s] == 0) {
        RhumbCandidate fresh = {.n_stems = n_stems,
                                .n_stem_chars = n_chars,
                                .first = finder->occurrence->len,
                                .last = RHUMB_NO_OCCURRENCE};
        memcpy (fresh.stem, stem, n_stems * sizeof *stem);
        g_array_append_val (finder->candidate, fresh);
        finder->slot[s] = finder->candidate->len;
    }
    return &g_array_index (finder->candidate, RhumbCandidate, finder->slot[s] - 1);
}

/* Collects the stems of the tokens; 0 if they are too many or too short for a phrase. */
static guint32
collect_stems (const Finder *finder, const RhumbOccurrence *place, guint32 *stem, guint32 *n_chars)
{
    guint32 n = 0;
    *n_chars = 0;
    for (guint32 i = place->start; i < place->end; i++) {
        const RhumbSpelling *token = finder->tokens->token[i];
        if (n + token->n_stems > RHUMB_MAX_PHRASE_STEMS)
            return 0;
        for (guint32 j = 0; j < token->n_stems; j++)
            stem[n++] = token->stem[j];
        *n_chars += token->n_stem_chars;
    }
    return *n_chars >= 2 ? n : 0;
}

static void
add_occurrence (Finder *finder, RhumbOccurrence place)
{
    guint32 stem[RHUMB_MAX_PHRASE_STEMS];
    guint32 n_chars;
    const guint32 n_stems = collect_stems (finder, &place, stem, &n_chars);
    if (n_stems == 0)
        return;
    RhumbCandidate *candidate = add_candidate (finder, stem, n_stems, n_chars);
    const guint32 number = finder->occurrence->len;
    if (candidate->last != RHUMB_NO_OCCURRENCE)
        g_array_index (finder->occurrence, RhumbOccurrence, candidate->last).next = number;
    candidate->last = number;
    candidate->n_occurrences++;
    candidate->n_alone += place.start == place.chunk_start && place.end == place.chunk_end;
    place.next = RHUMB_NO_OCCURRENCE;
    g_array_append_val (finder->occurrence, place);
}

static RhumbBridge
find_bridge (const RhumbTokens *tokens, guint32 b)
{
    const RhumbSpelling *word = tokens->token[b]->lower;
    if (strcmp (word->text, "of") == 0)
        return RHUMB_BRIDGE_OF;
    if (strcmp (word->text, "to") == 0 &&
        tokens->token[b - 1]->lower == tokens->token[b + 1]->lower)
        return RHUMB_BRIDGE_TO;
    if (strcmp (word->text, "based") == 0)
        return RHUMB_BRIDGE_BASED;
    return strcmp (word->text, "and") == 0 ? RHUMB_BRIDGE_AND : RHUMB_BRIDGE_NONE;
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
    for (chunk.start = first; chunk.start < b; chunk.start++)
        for (chunk.end = b + 2; chunk.end <= last_end; chunk.end++)
            if (chunk.bridge != RHUMB_BRIDGE_AND || chunk.end - chunk.start == 3)
                add_occurrence (finder, chunk);
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
        RhumbOccurrence place = {.sentence = sentence, .chunk_start = a, .chunk_end = b};
        for (place.start = a; place.start < b; place.start++)
            for (place.end = place.start + 1; place.end <= MIN (place.start + MAX_TOKENS, b);
                 place.end++)
                add_occurrence (finder, place);
        add_bridged (finder, place, sentence_end);
        a = b;
    }
}

static void *
keep (RhumbArena *arena, const GArray *array, gsize item_size)
{
    void *copy = rhumb_arena_take (arena, array->len, item_size);
    if (array->len > 0)
        memcpy (copy, array->data, array->len * item_size);
    return copy;
}

/* Finds the candidates of a text. Their scores are still zero. */
RhumbCandidates
rhumb_find_candidates (const RhumbTokens *tokens, RhumbArena *arena)
{
    g_autoptr (GArray) occurrence = g_array_new (FALSE, FALSE, sizeof (RhumbOccurrence));
    g_autoptr (GArray) candidate = g_array_new (FALSE, FALSE, sizeof (RhumbCandidate));
    Finder finder = {tokens, occurrence, candidate, g_new0 (guint32, FIRST_SLOTS), FIRST_SLOTS};
    for (guint32 s = 0; s < tokens->n_sentences; s++)
        add_sentence (&finder, s);
    RhumbCandidates found = {
        .occurrence = keep (arena, occurrence, sizeof (RhumbOccurrence)),
        .n_occurrences = occurrence->len,
        .candidate = keep (arena, candidate, sizeof (RhumbCandidate)),
        .n_candidates = candidate->len,
        .slot = RHUMB_ARENA_NEW (arena, guint32, finder.n_slots),
        .n_slots = finder.n_slots,
    };
    memcpy (found.slot, finder.slot, finder.n_slots * sizeof *found.slot);
    g_free (finder.slot);
    return found;
}

/* Gives the candidate with exactly these stems, or NULL. */
RhumbCandidate *
rhumb_candidates_find (const RhumbCandidates *candidates, const guint32 *stem, gsize n_stems)
{
    if (n_stems == 0 || n_stems > RHUMB_MAX_PHRASE_STEMS)
        return NULL;
    const guint32 s =
        find_slot (candidates->slot, candidates->n_slots, candidates->candidate, stem, n_stems);
    return candidates->slot[s] == 0 ? NULL : &candidates->candidate[candidates->slot[s] - 1];
}
