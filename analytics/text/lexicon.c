/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Everything a token's spelling alone tells: its small letters, its stems, its capitals, its
 * class. Worked out the first time a spelling is met and remembered, for a corpus repeats few
 * spellings very often; spellings are then compared as pointers.
 */
#include "analytics/text/lexicon.h"

#include "analytics/text/forms.h"
#include "analytics/text/letters.h"
#include "analytics/text/scripts.h"
#include "analytics/text/variants.h"
#include "graph/bytes-hash.h"
#include "graph/large-array.h"

#include <string.h>

/* A lexicon larger than this starts afresh between two papers, so memory does not grow with the
 * corpus; nothing but speed depends on what it remembers. */
#define MAX_BYTES ((gsize)48 * 1024 * 1024)
#define FIRST_SLOTS 4096
#define BATCH 32
/* What a spelling takes besides its own letters: its stems, their place in tables. */
#define BYTES_ASIDE 64

/* The half of the hash and the length tell almost every other spelling without a look at it. */
typedef struct {
    const RhumbSpelling *spelling; /* NULL = free */
    guint32 check;
    guint32 length;
} Slot;

struct _RhumbLexicon {
    const RhumbModel *model;
    const RhumbClosedClass *closed;
    RhumbArena arena;
    Slot *slot; /* open addressing with linear probing, at most half full */
    gsize n_slots;
    guint32 n_spellings;
    gsize n_bytes;
    guint n_reliefs;
    RhumbStems *stems;
    GPtrArray *prior; /* one per stem, NULL = not looked up yet */
    GArray *scratch;
    GString *key;
};

static void
lexicon_open (RhumbLexicon *lexicon)
{
    lexicon->n_slots = FIRST_SLOTS;
    lexicon->slot = rhumb_clear_pages_new (lexicon->n_slots * sizeof (Slot));
    lexicon->n_spellings = 0;
    lexicon->n_bytes = 0;
    lexicon->stems = rhumb_stems_new_for (rhumb_closed_class_get_stemmer (lexicon->closed));
    lexicon->prior = g_ptr_array_new ();
    lexicon->scratch = g_array_new (FALSE, FALSE, sizeof (guint32));
    lexicon->key = g_string_new (NULL);
}

static void
lexicon_close (RhumbLexicon *lexicon)
{
    rhumb_clear_pages_free (lexicon->slot, lexicon->n_slots * sizeof (Slot));
    rhumb_stems_free (lexicon->stems);
    g_ptr_array_unref (lexicon->prior);
    g_array_unref (lexicon->scratch);
    g_string_free (lexicon->key, TRUE);
    rhumb_arena_clear (&lexicon->arena);
}

/* Creates an empty lexicon. @model and @closed are borrowed and must outlive it. */
RhumbLexicon *
rhumb_lexicon_new (const RhumbModel *model, const RhumbClosedClass *closed)
{
    RhumbLexicon *lexicon = g_new0 (RhumbLexicon, 1);
    lexicon->model = model;
    lexicon->closed = closed;
    lexicon_open (lexicon);
    return lexicon;
}

/* Frees the lexicon and with it every spelling. */
void
rhumb_lexicon_free (RhumbLexicon *lexicon)
{
    lexicon_close (lexicon);
    g_free (lexicon);
}

/* Forgets everything if the lexicon has grown too large. Spellings and stem numbers given out
 * before become invalid: call it between two papers only. Returns whether it forgot. */
gboolean
rhumb_lexicon_relieve (RhumbLexicon *lexicon)
{
    if (lexicon->n_bytes < MAX_BYTES)
        return FALSE;
    lexicon_close (lexicon);
    lexicon_open (lexicon);
    lexicon->n_reliefs++;
    return TRUE;
}

/* How often it forgot. */
guint
rhumb_lexicon_get_n_reliefs (const RhumbLexicon *lexicon)
{
    return lexicon->n_reliefs;
}

static void
look_at_letters (RhumbSpelling *spelling)
{
    guint32 n = 0;
    guint32 n_capitals = 0;
    gboolean has_small = FALSE;
    const char *end = spelling->text + spelling->length;
    for (const char *p = spelling->text; p < end; p = g_utf8_next_char (p), n++) {
        const gunichar c = g_utf8_get_char (p);
        const gboolean is_capital = rhumb_letter_is_upper (c);
        if (n == 0) {
            spelling->begins_with_capital = is_capital != FALSE;
            spelling->begins_with_letter = rhumb_letter_is_alpha (c) != FALSE;
            spelling->begins_with_digit = rhumb_letter_is_digit (c) != FALSE;
        } else if (is_capital) {
            spelling->has_inner_capital = TRUE;
        }
        n_capitals += is_capital;
        spelling->has_digit = spelling->has_digit || rhumb_letter_is_digit (c);
        has_small = has_small || (!is_capital && g_unichar_islower (c));
        if (c == '_' || rhumb_letter_is_alnum (c))
            spelling->is_word = TRUE;
        spelling->has_letter = spelling->has_letter || rhumb_letter_is_alpha (c);
    }
    spelling->n_chars = (guint16)MIN (n, G_MAXUINT16);
    spelling->n_capitals = (guint8)MIN (n_capitals, 255);
    spelling->is_all_capitals = n_capitals > 0 && !has_small;
    spelling->is_foreign = rhumb_is_foreign_word (spelling->text) != FALSE;
}

static gboolean
ends_with (const RhumbSpelling *word, const char *ending)
{
    const gsize length = strlen (ending);
    return word->length >= length &&
           memcmp (word->text + word->length - length, ending, length) == 0;
}

static void
look_at_ending (RhumbSpelling *spelling)
{
    static const char *const adjective[] = {"al",   "ive", "ous", "ic",  "able", "ible", "ary",
                                            "less", "ful", "ar",  "oid", "ant",  "ent",  "ory"};
    for (gsize i = 0; i < G_N_ELEMENTS (adjective) && !spelling->looks_like_adjective; i++)
        spelling->looks_like_adjective = ends_with (spelling, adjective[i]) != FALSE;
    if (ends_with (spelling, "ly"))
        spelling->ending = 'R';
    else if (ends_with (spelling, "ing") && spelling->n_chars > 5)
        spelling->ending = 'G';
    else if (ends_with (spelling, "ed") && spelling->n_chars > 4)
        spelling->ending = 'D';
    else
        spelling->ending = spelling->looks_like_adjective ? 'J' : 'N';
}

/* "IT" is a subject though "it" is not, so all capitals lift the ban on a break word. */
static gboolean
may_be_inside (const RhumbSpelling *spelling)
{
    if (!spelling->is_word)
        return FALSE;
    if (spelling->role.is_break && !(spelling->is_all_capitals && spelling->n_chars > 1))
        return FALSE;
    const RhumbSpelling *lower = spelling->lower;
    return lower->n_chars != 1 || strchr ("aio", lower->text[0]) == NULL;
}

static void
look_up_stems (RhumbLexicon *lexicon, RhumbSpelling *spelling)
{
    g_array_set_size (lexicon->scratch, 0);
    rhumb_stems_add_words (lexicon->stems, spelling->text, spelling->length, lexicon->scratch);
    const guint n = MIN (lexicon->scratch->len, G_MAXUINT16);
    guint32 *stem = RHUMB_ARENA_NEW (&lexicon->arena, guint32, n);
    for (guint i = 0; i < n; i++) {
        stem[i] = g_array_index (lexicon->scratch, guint32, i);
        spelling->n_stem_chars +=
            (guint32)g_utf8_strlen (rhumb_stems_get (lexicon->stems, stem[i]), -1);
    }
    spelling->stem = stem;
    spelling->n_stems = (guint16)n;
}

static guint8
look_up_neighbour (const char *lower)
{
    static const struct {
        const char *word;
        RhumbBeside neighbour;
    } known[] = {
        {"of", RHUMB_BESIDE_OF},
        {"a", RHUMB_BESIDE_ARTICLE},
        {"an", RHUMB_BESIDE_ARTICLE},
        {"and", RHUMB_BESIDE_AND},
        {"or", RHUMB_BESIDE_AND},
        {",", RHUMB_BESIDE_AND},
        {"for", RHUMB_BESIDE_PREPOSITION},
        {"in", RHUMB_BESIDE_PREPOSITION},
        {"using", RHUMB_BESIDE_PREPOSITION},
        {"by", RHUMB_BESIDE_PREPOSITION},
        {"with", RHUMB_BESIDE_PREPOSITION},
        {"via", RHUMB_BESIDE_PREPOSITION},
        {"on", RHUMB_BESIDE_PREPOSITION},
        {"from", RHUMB_BESIDE_PREPOSITION},
        {"(", RHUMB_BESIDE_BRACKET},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
        if (strcmp (lower, known[i].word) == 0)
            return (guint8)known[i].neighbour;
    return 0;
}

static void
look_up_fold (RhumbLexicon *lexicon, RhumbSpelling *spelling)
{
    g_string_truncate (lexicon->key, 0);
    rhumb_append_fold (lexicon->model, spelling->text, spelling->length, lexicon->key);
    spelling->fold_length = (guint32)lexicon->key->len;
    spelling->fold = rhumb_arena_copy (&lexicon->arena, lexicon->key->str, lexicon->key->len);
}

static RhumbSpelling *
make_spelling (RhumbLexicon *lexicon, const char *text, gsize length)
{
    RhumbSpelling *spelling = RHUMB_ARENA_NEW (&lexicon->arena, RhumbSpelling, 1);
    /* right behind it, for who looks it up compares it */
    spelling->text = rhumb_arena_copy (&lexicon->arena, text, length);
    spelling->length = (guint32)length;
    look_at_letters (spelling);
    look_at_ending (spelling);
    gsize lower_length;
    g_autofree char *lower = rhumb_letters_to_lower (spelling->text, length, &lower_length);
    const gboolean is_lower =
        lower_length == spelling->length && memcmp (lower, spelling->text, lower_length) == 0;
    spelling->lower = is_lower ? spelling : rhumb_lexicon_add (lexicon, lower, lower_length);
    spelling->role = rhumb_closed_class_find (lexicon->closed, lower, lower_length);
    spelling->may_be_inside = may_be_inside (spelling) != FALSE;
    spelling->neighbour = look_up_neighbour (lower);
    spelling->forms = rhumb_find_forms (spelling->text, spelling->length, spelling->n_chars);
    look_up_fold (lexicon, spelling);
    if (is_lower) {
        look_up_stems (lexicon, spelling);
    } else {
        /* Stems are made from small letters, so both spellings share them. */
        spelling->stem = spelling->lower->stem;
        spelling->n_stems = spelling->lower->n_stems;
        spelling->n_stem_chars = spelling->lower->n_stem_chars;
    }
    return spelling;
}

/* The slot that holds a spelling, or the free one where it belongs. */
static Slot *
find_slot (const RhumbLexicon *lexicon, const char *text, gsize length, guint64 hash)
{
    const guint32 check = (guint32)(hash >> 32);
    gsize s = (gsize)hash & (lexicon->n_slots - 1);
    for (; lexicon->slot[s].spelling != NULL; s = (s + 1) & (lexicon->n_slots - 1))
        if (lexicon->slot[s].check == check && lexicon->slot[s].length == length &&
            rhumb_bytes_equal (lexicon->slot[s].spelling->text, text, length))
            break;
    return &lexicon->slot[s];
}

static void
double_slots (RhumbLexicon *lexicon)
{
    Slot *old = lexicon->slot;
    const gsize n_old = lexicon->n_slots;
    lexicon->n_slots = 2 * n_old;
    lexicon->slot = rhumb_clear_pages_new (lexicon->n_slots * sizeof (Slot));
    for (gsize i = 0; i < n_old; i++) {
        const RhumbSpelling *spelling = old[i].spelling;
        if (spelling != NULL)
            *find_slot (lexicon, spelling->text, spelling->length,
                        rhumb_bytes_hash (spelling->text, spelling->length)) = old[i];
    }
    rhumb_clear_pages_free (old, n_old * sizeof (Slot));
}

static const RhumbSpelling *
add_spelling (RhumbLexicon *lexicon, const char *text, gsize length, guint64 hash)
{
    /* First, because it may add its small letters. */
    RhumbSpelling *spelling = make_spelling (lexicon, text, length);
    if ((gsize)lexicon->n_spellings * 2 >= lexicon->n_slots)
        double_slots (lexicon);
    *find_slot (lexicon, text, length, hash) =
        (Slot){spelling, (guint32)(hash >> 32), (guint32)length};
    spelling->number = lexicon->n_spellings++;
    lexicon->n_bytes += sizeof *spelling + 2 * sizeof (Slot) + 4 * length + BYTES_ASIDE;
    return spelling;
}

/* Gives the entry of a spelling. @text: valid UTF-8 of @length bytes, not empty. */
const RhumbSpelling *
rhumb_lexicon_add (RhumbLexicon *lexicon, const char *text, gsize length)
{
    g_assert (length < G_MAXUINT32);
    const guint64 hash = rhumb_bytes_hash (text, length);
    const Slot *slot = find_slot (lexicon, text, length, hash);
    return slot->spelling != NULL ? slot->spelling : add_spelling (lexicon, text, length, hash);
}

/* Asks for memory before it is needed; a hint that changes nothing else. */
static inline void
fetch (const void *memory)
{
    __builtin_prefetch (memory);
}

/* Gives the entries of at most BATCH spellings. Most of the time of a look-up is waiting for memory
 * that no other look-up used lately, so they wait side by side. */
static void
add_batch (RhumbLexicon *lexicon, const RhumbSlice *slice, guint32 n,
           const RhumbSpelling **spelling)
{
    guint64 hash[BATCH];
    for (guint32 i = 0; i < n; i++) {
        hash[i] = rhumb_bytes_hash (slice[i].text, slice[i].length);
        fetch (&lexicon->slot[(gsize)hash[i] & (lexicon->n_slots - 1)]);
    }
    for (guint32 i = 0; i < n; i++) {
        const Slot *slot = &lexicon->slot[(gsize)hash[i] & (lexicon->n_slots - 1)];
        if (slot->spelling != NULL) {
            fetch (slot->spelling);
            fetch (slot->spelling + 1);
        }
    }
    for (guint32 i = 0; i < n; i++) {
        const Slot *slot = find_slot (lexicon, slice[i].text, slice[i].length, hash[i]);
        spelling[i] = slot->spelling != NULL
                          ? slot->spelling
                          : add_spelling (lexicon, slice[i].text, slice[i].length, hash[i]);
    }
}

/* Gives the entries of @n spellings. */
void
rhumb_lexicon_add_all (RhumbLexicon *lexicon, const RhumbSlice *slice, guint32 n,
                       const RhumbSpelling **spelling)
{
    for (guint32 first = 0; first < n; first += BATCH)
        add_batch (lexicon, slice + first, MIN (BATCH, n - first), spelling + first);
}

/* The stems that the spellings refer to. */
RhumbStems *
rhumb_lexicon_get_stems (RhumbLexicon *lexicon)
{
    return lexicon->stems;
}

/* What the model knows of a stem. */
const RhumbWordPrior *
rhumb_lexicon_get_prior (RhumbLexicon *lexicon, guint32 stem)
{
    if (stem >= lexicon->prior->len)
        g_ptr_array_set_size (lexicon->prior, (gint)rhumb_stems_get_n (lexicon->stems));
    if (g_ptr_array_index (lexicon->prior, stem) == NULL) {
        const RhumbWordPrior *prior =
            rhumb_model_find_word (lexicon->model, rhumb_stems_get (lexicon->stems, stem),
                                   rhumb_stems_get_length (lexicon->stems, stem));
        g_ptr_array_index (lexicon->prior, stem) = (gpointer)prior;
    }
    return g_ptr_array_index (lexicon->prior, stem);
}

/* Whether the model's word table has a stem. */
gboolean
rhumb_lexicon_knows (RhumbLexicon *lexicon, guint32 stem)
{
    return rhumb_model_knows_word (lexicon->model, rhumb_stems_get (lexicon->stems, stem),
                                   rhumb_stems_get_length (lexicon->stems, stem));
}

/* Whether its words are English. */
gboolean
rhumb_lexicon_is_english (const RhumbLexicon *lexicon)
{
    return rhumb_closed_class_is_english (lexicon->closed);
}

/* Whether its nouns begin with capitals. */
gboolean
rhumb_lexicon_capitalises_nouns (const RhumbLexicon *lexicon)
{
    return rhumb_closed_class_capitalises_nouns (lexicon->closed);
}
