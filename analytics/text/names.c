/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which names a paper gives to systems of its own: "GPipe" in "GPipe: Efficient Training of Giant
 * Neural Networks" and in "we introduce GPipe, a pipeline parallelism library".
 *
 * Method: a name is coined in its looks (RhumbNameShape) and stands where authors put the names
 * of what they made: before the colon of the title (one to three words), or in the abstract where
 * they introduce it (analytics/text/introductions).
 *
 * A name from the abstract alone must stand in its text at least twice, for authors keep naming
 * what they made. A name from the title must be introduced in the abstract too, or else be mixed
 * of capitals and small letters and absent from the abstract: "YouTube: …" above an abstract
 * about YouTube introduces nothing. These are rules of our own, made for precision. Cost: linear
 * in the text.
 */
#include "analytics/text/names.h"

#include "analytics/text/introductions.h"
#include "analytics/text/letters.h"

#include <string.h>

#define MIN_CHARS 4
#define MAX_CHARS 40
#define MIN_LETTERS 3
#define MAX_TITLE_WORDS 3
#define MAX_CLAIMS 16 /* names of an abstract that are looked into: keeps hostile text linear */

/* What a part of a name between hyphens is made of. */
typedef struct {
    guint n_capitals;
    guint n_small;
    guint n_digits;
    gboolean begins_small;
    gboolean has_inner_capital;
    gboolean has_inner_digit; /* with a letter on both sides */
    gboolean ends_with_s;
} Part;

static const char *
read_part (const char *p, const char *end, Part *part)
{
    *part = (Part){0};
    gboolean after_digit = FALSE;
    for (const char *first = p; p < end && *p != '-'; p = g_utf8_next_char (p)) {
        const gunichar c = g_utf8_get_char (p);
        const gboolean is_digit = rhumb_letter_is_digit (c);
        const gboolean is_capital = rhumb_letter_is_upper (c);
        const gboolean is_small = rhumb_letter_is_alpha (c) && !is_capital;
        part->begins_small = part->begins_small || (p == first && is_small);
        part->has_inner_capital = part->has_inner_capital || (p > first && is_capital);
        part->has_inner_digit = part->has_inner_digit ||
                                (after_digit && is_small && part->n_small + part->n_capitals > 0);
        part->n_capitals += is_capital;
        part->n_small += is_small;
        part->n_digits += is_digit;
        part->ends_with_s = c == 's';
        after_digit = is_digit;
    }
    return p < end ? p + 1 : end;
}

static gboolean
is_plural (const Part *part)
{
    return part->ends_with_s && part->n_small == 1 && part->n_capitals > 0;
}

static gboolean
is_mixed (const Part *part)
{
    return part->n_small > 0 && !is_plural (part) &&
           (part->has_inner_capital || part->has_inner_digit);
}

static gboolean
is_capitals (const Part *part)
{
    return part->n_capitals > 0 && part->n_small == 0;
}

/* Says how a token looks: "Glider" is a word, "Parameter-Efficient" no name at all, for words
 * joined by hyphens are coined by nobody. Short forms in the plural name kinds, not things. */
RhumbNameShape
rhumb_name_get_shape (const RhumbSpelling *word)
{
    if (word->n_chars < MIN_CHARS || word->n_chars > MAX_CHARS || strpbrk (word->text, "/&'"))
        return RHUMB_NAME_NONE;
    guint n_parts = 0;
    guint n_mixed = 0;
    guint n_capitals = 0;
    guint n_letters = 0;
    guint n_digits = 0;
    gboolean begins_small = FALSE;
    Part part = {0};
    const char *end = word->text + word->length;
    for (const char *p = word->text; p < end; n_parts++) {
        p = read_part (p, end, &part);
        n_mixed += is_mixed (&part);
        n_capitals += is_capitals (&part);
        n_letters += part.n_capitals + part.n_small;
        n_digits += part.n_digits;
        begins_small = begins_small || part.begins_small;
    }
    if (n_letters < MIN_LETTERS || is_plural (&part))
        return RHUMB_NAME_NONE;
    if (n_mixed > 0)
        return RHUMB_NAME_MIXED;
    if (n_capitals > 0 || (word->begins_with_capital && n_digits > 0))
        return begins_small ? RHUMB_NAME_NONE : RHUMB_NAME_CAPITALS;
    return n_parts == 1 && word->begins_with_capital ? RHUMB_NAME_WORD : RHUMB_NAME_NONE;
}

/* The words of a title before its colon; 0 if there is no colon in time, or nothing but capitals
 * behind it, so that capitals mean nothing. */
static guint32
count_words_before_colon (const RhumbTokens *tokens)
{
    if (tokens->n_title_sentences == 0)
        return 0;
    const guint32 end = tokens->start[1];
    guint32 n = 0;
    while (n < end && n <= MAX_TITLE_WORDS && tokens->token[n]->is_word)
        n++;
    if (n == 0 || n > MAX_TITLE_WORDS || n >= end || strcmp (tokens->token[n]->text, ":") != 0)
        return 0;
    for (guint32 i = n + 1; i < end; i++)
        if (tokens->token[i]->begins_with_letter && !tokens->token[i]->is_all_capitals)
            return n;
    return 0;
}

/* A word that neither the model nor the lists of common words know. */
static gboolean
is_unheard_of (const RhumbSpelling *word, RhumbLexicon *lexicon)
{
    const RhumbWordRole *role = &word->role;
    if (role->tag != 0 || role->is_break || role->is_edge || role->is_generic || role->is_opening ||
        word->n_stems != 1)
        return FALSE;
    const RhumbWordPrior *prior = rhumb_lexicon_get_prior (lexicon, word->stem[0]);
    return prior->single == 0 && prior->head == 0 && prior->modifier == 0;
}

static RhumbNameShape
shape_of_title_name (const RhumbTokens *tokens, guint32 n, RhumbLexicon *lexicon)
{
    if (n == 1) {
        const RhumbNameShape shape = rhumb_name_get_shape (tokens->token[0]);
        const gboolean known =
            shape == RHUMB_NAME_WORD && !is_unheard_of (tokens->token[0], lexicon);
        return known ? RHUMB_NAME_NONE : shape;
    }
    RhumbNameShape best = RHUMB_NAME_NONE;
    for (guint32 i = 0; i < n; i++) {
        const RhumbSpelling *word = tokens->token[i];
        const RhumbNameShape shape = rhumb_name_get_shape (word);
        if (!word->begins_with_capital && !word->begins_with_digit && shape != RHUMB_NAME_MIXED)
            return RHUMB_NAME_NONE;
        best = MAX (best, shape);
    }
    return best > RHUMB_NAME_WORD ? best : RHUMB_NAME_NONE;
}

static char *
join_words (const RhumbTokens *tokens, guint32 i, guint32 end)
{
    GString *name = g_string_new (tokens->token[i]->text);
    while (++i < end)
        g_string_append_printf (name, " %s", tokens->token[i]->text);
    return g_string_free (name, FALSE);
}

static gboolean
is_same_at (const RhumbTokens *tokens, guint32 i, guint32 n, guint32 stop)
{
    if (i + n > stop)
        return FALSE;
    for (guint32 k = 0; k < n; k++)
        if (tokens->token[i + k] != tokens->token[k])
            return FALSE;
    return TRUE;
}

static void
claim_title_name (const RhumbTokens *tokens, RhumbLexicon *lexicon, GArray *claims)
{
    const guint32 n = count_words_before_colon (tokens);
    const RhumbNameShape shape = n > 0 ? shape_of_title_name (tokens, n, lexicon) : RHUMB_NAME_NONE;
    if (shape == RHUMB_NAME_NONE)
        return;
    gboolean is_said = FALSE;
    gboolean is_own = FALSE;
    for (guint32 s = 1; s < tokens->n_sentences && !is_own; s++) {
        for (guint32 i = tokens->start[s]; i < tokens->start[s + 1] && !is_own; i++) {
            const RhumbPlace place = {tokens, i, i + n, tokens->start[s], tokens->start[s + 1]};
            if (!is_same_at (tokens, i, n, place.stop))
                continue;
            is_said = TRUE;
            is_own = rhumb_is_introduced (&place, TRUE);
        }
    }
    const RhumbNameClaim claim = {join_words (tokens, 0, n), shape, TRUE,
                                  is_own || (shape == RHUMB_NAME_MIXED && !is_said)};
    g_array_append_val (claims, claim);
}

static guint
count_uses (const RhumbTokens *tokens, const RhumbSpelling *word)
{
    guint n = 0;
    for (guint32 i = 0; i < tokens->n_tokens; i++)
        n += tokens->token[i] == word;
    return n;
}

static gboolean
is_claimed (const GArray *claims, const char *name)
{
    for (guint i = 0; i < claims->len; i++)
        if (strcmp (g_array_index (claims, RhumbNameClaim, i).name, name) == 0)
            return TRUE;
    return FALSE;
}

/* Whether a token, one in thousands, may be a name: the cheapest test first. */
static gboolean
may_be_name (const RhumbSpelling *word)
{
    return (word->n_capitals > 0 || strpbrk (word->text, "0123456789") != NULL) &&
           rhumb_name_get_shape (word) > RHUMB_NAME_WORD;
}

static void
claim_abstract_names (const RhumbTokens *tokens, GArray *claims)
{
    guint n_tried = 0;
    for (guint32 s = tokens->n_title_sentences; s < tokens->n_sentences; s++) {
        for (guint32 i = tokens->start[s]; i < tokens->start[s + 1] && n_tried < MAX_CLAIMS; i++) {
            const RhumbSpelling *word = tokens->token[i];
            const RhumbPlace place = {tokens, i, i + 1, tokens->start[s], tokens->start[s + 1]};
            if (!may_be_name (word) || !rhumb_is_introduced (&place, FALSE))
                continue;
            n_tried++;
            if (count_uses (tokens, word) < 2 || is_claimed (claims, word->text))
                continue;
            const RhumbNameClaim claim = {g_strdup (word->text), rhumb_name_get_shape (word), FALSE,
                                          TRUE};
            g_array_append_val (claims, claim);
        }
    }
}

static void
clear_claim (gpointer claim)
{
    g_free (((RhumbNameClaim *)claim)->name);
}

/* Finds the names that a paper claims, each once, that of the title first. Returns an array of
 * RhumbNameClaim. */
GArray *
rhumb_find_name_claims (const RhumbTokens *tokens, RhumbLexicon *lexicon)
{
    GArray *claims = g_array_new (FALSE, FALSE, sizeof (RhumbNameClaim));
    g_array_set_clear_func (claims, clear_claim);
    claim_title_name (tokens, lexicon, claims);
    claim_abstract_names (tokens, claims);
    return claims;
}
