/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which papers speak of the system of another paper by its name. Where references are unknown,
 * this shows who builds on whom or compares with whom: an abstract that says "faster than
 * DeepWalk" knows the paper that made it.
 *
 * Method, our own, precision before recall:
 *
 *   1. Each paper claims the names of what it made (analytics/text/names).
 *   2. A name belongs to the one paper that has it before its title's colon, else to the one that
 *      claims it in its abstract; a name that two papers claim alike belongs to none.
 *   3. It is no system if another paper defines it in a bracket as a short form (then it is a
 *      concept), if more than max (5, 20 %) of the papers use it, if a paper dated more than a
 *      year before its owner uses it, or, for a name that looks like a word, if the word stands
 *      in small letters anywhere.
 *   4. A paper mentions the owner if one of its tokens is the name, letter for letter; "-based"
 *      and the like, a possessive 's, and what a stroke separates are taken apart. Of two names
 *      at one place the longer counts.
 *
 * Cost: two passes over the text, each linear; memory linear in names and mentions.
 */
#include "analytics/text/mentions.h"

#include <string.h>

#include "analytics/text/acronyms.h"
#include "analytics/text/letters.h"
#include "analytics/text/names.h"

#define MAX_NAME_WORDS 3
#define MIN_COMMON 5   /* papers that may use a name … */
#define COMMON_SHARE 5 /* … or one in so many, if more */

/* Who claims a name, counted by how. */
typedef struct {
    guint32 title_owner;
    guint32 n_title_claims;
    guint32 abstract_owner;
    guint32 n_abstract_claims;
    gboolean is_title_introduced;
    gboolean is_word;
} Claims;

/* A short form and the papers that define it. */
typedef struct {
    guint32 first;
    gboolean has_others;
} Definition;

typedef struct {
    guint32 owner; /* RHUMB_NONE = nobody's */
    int owner_year;
    guint32 last_user;
    guint32 n_users;
    gboolean is_common; /* no system after all */
} Name;

typedef struct {
    guint32 paper;
    guint32 name;
} Mention;

typedef struct {
    const RhumbCorpus *corpus;
    RhumbLexicon *lexicon;
    RhumbStrings *text; /* of names */
    GArray *claims;     /* of Claims, one per name */
    GArray *name;       /* of Name, one per name */
    RhumbStrings *first_word;
    RhumbStrings *small; /* of names that look like words; of_small leads to them */
    GArray *of_small;    /* of guint32 */
    RhumbStrings *defined;
    GArray *definition; /* of Definition, one per string of @defined */
    GArray *mention;    /* of Mention */
    GString *joined;
} Finder;

static void
finder_init (Finder *finder, const RhumbCorpus *corpus, RhumbLexicon *lexicon)
{
    *finder = (Finder){
        .corpus = corpus,
        .lexicon = lexicon,
        .text = rhumb_strings_new (),
        .claims = g_array_new (FALSE, TRUE, sizeof (Claims)),
        .name = g_array_new (FALSE, TRUE, sizeof (Name)),
        .first_word = rhumb_strings_new (),
        .small = rhumb_strings_new (),
        .of_small = g_array_new (FALSE, FALSE, sizeof (guint32)),
        .defined = rhumb_strings_new (),
        .definition = g_array_new (FALSE, FALSE, sizeof (Definition)),
        .mention = g_array_new (FALSE, FALSE, sizeof (Mention)),
        .joined = g_string_new (NULL),
    };
}

static void
finder_clear (Finder *finder)
{
    g_clear_pointer (&finder->text, rhumb_strings_free);
    g_clear_pointer (&finder->claims, g_array_unref);
    g_clear_pointer (&finder->name, g_array_unref);
    g_clear_pointer (&finder->first_word, rhumb_strings_free);
    g_clear_pointer (&finder->small, rhumb_strings_free);
    g_clear_pointer (&finder->of_small, g_array_unref);
    g_clear_pointer (&finder->defined, rhumb_strings_free);
    g_clear_pointer (&finder->definition, g_array_unref);
    g_clear_pointer (&finder->mention, g_array_unref);
    if (finder->joined != NULL)
        g_string_free (finder->joined, TRUE);
    finder->joined = NULL;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Finder, finder_clear)

static void
add_claim (Finder *finder, guint32 paper, const RhumbNameClaim *claim)
{
    const guint32 n = rhumb_strings_add (finder->text, claim->name, strlen (claim->name));
    if (n == finder->claims->len)
        g_array_set_size (finder->claims, n + 1);
    Claims *claims = &g_array_index (finder->claims, Claims, n);
    claims->is_word = claim->shape == RHUMB_NAME_WORD;
    if (claim->is_in_title) {
        claims->title_owner = paper;
        claims->is_title_introduced = claim->is_introduced;
        claims->n_title_claims++;
    } else {
        claims->abstract_owner = paper;
        claims->n_abstract_claims++;
    }
}

static void
add_definition (Finder *finder, guint32 paper, const char *short_form, gsize length)
{
    const guint32 d = rhumb_strings_add (finder->defined, short_form, length);
    if (d == finder->definition->len) {
        const Definition definition = {paper, FALSE};
        g_array_append_val (finder->definition, definition);
    }
    Definition *definition = &g_array_index (finder->definition, Definition, d);
    definition->has_others = definition->has_others || definition->first != paper;
}

/* "GNNs" defines "GNN" too. */
static void
add_definitions (Finder *finder, guint32 paper, const char *text, RhumbArena *arena)
{
    guint32 n_found;
    const RhumbAcronym *acronym = rhumb_find_acronyms (text, arena, &n_found);
    for (guint32 i = 0; i < n_found; i++) {
        const char *form = acronym[i].short_form;
        const gsize length = strlen (form);
        add_definition (finder, paper, form, length);
        if (length > 1 && form[length - 1] == 's')
            add_definition (finder, paper, form, length - 1);
    }
}

static RhumbTokens
read_paper (Finder *finder, const RhumbPaper *paper, RhumbArena *arena)
{
    rhumb_lexicon_relieve (finder->lexicon);
    rhumb_arena_reset (arena);
    return rhumb_split_tokens (finder->lexicon, arena, paper->title, paper->abstract);
}

static void
gather_claims (Finder *finder, RhumbArena *arena)
{
    const guint32 n_papers = rhumb_corpus_get_n_papers (finder->corpus);
    for (guint32 v = 0; v < n_papers; v++) {
        const RhumbPaper *paper = rhumb_corpus_get_paper (finder->corpus, v);
        const RhumbTokens tokens = read_paper (finder, paper, arena);
        g_autoptr (GArray) claims = rhumb_find_name_claims (&tokens, finder->lexicon);
        for (guint i = 0; i < claims->len; i++)
            add_claim (finder, v, &g_array_index (claims, RhumbNameClaim, i));
        if (paper->title != NULL)
            add_definitions (finder, v, paper->title, arena);
        if (paper->abstract != NULL)
            add_definitions (finder, v, paper->abstract, arena);
    }
}

static guint32
find_owner (const Finder *finder, guint32 n)
{
    const Claims *claims = &g_array_index (finder->claims, Claims, n);
    guint32 owner = RHUMB_NONE;
    if (claims->n_title_claims == 1 && claims->is_title_introduced)
        owner = claims->title_owner;
    else if (claims->n_title_claims == 0 && claims->n_abstract_claims == 1)
        owner = claims->abstract_owner;
    const guint32 d = rhumb_strings_find (finder->defined, rhumb_strings_get (finder->text, n),
                                          rhumb_strings_get_length (finder->text, n));
    if (d == RHUMB_NO_STRING)
        return owner;
    const Definition *definition = &g_array_index (finder->definition, Definition, d);
    return definition->has_others || definition->first != owner ? RHUMB_NONE : owner;
}

static void
add_small_form (Finder *finder, guint32 n)
{
    gsize length;
    g_autofree char *small = rhumb_letters_to_lower (
        rhumb_strings_get (finder->text, n), rhumb_strings_get_length (finder->text, n), &length);
    const guint32 s = rhumb_strings_add (finder->small, small, length);
    if (s == finder->of_small->len)
        g_array_append_val (finder->of_small, n);
}

static void
settle_owners (Finder *finder)
{
    for (guint32 n = 0; n < finder->claims->len; n++) {
        Name name = {.owner = find_owner (finder, n), .last_user = RHUMB_NONE};
        if (name.owner != RHUMB_NONE) {
            const char *text = rhumb_strings_get (finder->text, n);
            rhumb_strings_add (finder->first_word, text, strcspn (text, " "));
            name.owner_year = rhumb_corpus_get_paper (finder->corpus, name.owner)->year;
            if (g_array_index (finder->claims, Claims, n).is_word)
                add_small_form (finder, n);
        }
        g_array_append_val (finder->name, name);
    }
}

/* Names go around as preprints up to a year before their paper's date. */
static void
add_use (Finder *finder, guint32 v, guint32 n)
{
    Name *name = &g_array_index (finder->name, Name, n);
    if (name->owner == RHUMB_NONE || name->owner == v || name->last_user == v)
        return;
    name->last_user = v;
    name->n_users++;
    const int year = rhumb_corpus_get_paper (finder->corpus, v)->year;
    if (year != 0 && name->owner_year != 0 && year + 1 < name->owner_year)
        name->is_common = TRUE;
    const Mention mention = {v, n};
    g_array_append_val (finder->mention, mention);
}

/* The number of the name that is @length bytes of @text. */
static guint32
find_name (const Finder *finder, const char *text, gsize length)
{
    return rhumb_strings_find (finder->text, text, length);
}

/* What a token is without "-based" or "'s" behind it. */
static gsize
bare_length (const char *text, gsize length)
{
    if (length > 2 && memcmp (text + length - 2, "'s", 2) == 0)
        return length - 2;
    gsize i = length;
    while (i > 0 && g_ascii_islower (text[i - 1]))
        i--;
    return i > 1 && i < length && text[i - 1] == '-' ? i - 1 : length;
}

/* Looks at "DeepWalk-based" and "DeepWalk/node2vec" piece by piece. */
static void
use_pieces (Finder *finder, guint32 v, const RhumbSpelling *token)
{
    const char *end = token->text + token->length;
    const char *p = token->text;
    while (p < end) {
        const gsize length = strcspn (p, "/");
        guint32 n = find_name (finder, p, length);
        if (n == RHUMB_NO_STRING)
            n = find_name (finder, p, bare_length (p, length));
        if (n != RHUMB_NO_STRING)
            add_use (finder, v, n);
        p += length + 1;
    }
}

/* Uses the longest name that begins at token @i before @stop. Gives its number of tokens, 0 if
 * none is a name as a whole. */
static guint32
use_longest (Finder *finder, guint32 v, const RhumbTokens *tokens, guint32 i, guint32 stop)
{
    const RhumbSpelling *first = tokens->token[i];
    if (rhumb_strings_find (finder->first_word, first->text, first->length) == RHUMB_NO_STRING)
        return 0;
    for (guint32 n_words = MIN (MAX_NAME_WORDS, stop - i); n_words > 0; n_words--) {
        g_string_truncate (finder->joined, 0);
        for (guint32 k = 0; k < n_words; k++) {
            if (k > 0)
                g_string_append_c (finder->joined, ' ');
            g_string_append_len (finder->joined, tokens->token[i + k]->text,
                                 tokens->token[i + k]->length);
        }
        const guint32 n = find_name (finder, finder->joined->str, finder->joined->len);
        if (n == RHUMB_NO_STRING || g_array_index (finder->name, Name, n).owner == RHUMB_NONE)
            continue;
        add_use (finder, v, n);
        return n_words;
    }
    return 0;
}

static void
note_small_use (Finder *finder, const RhumbSpelling *token)
{
    if (token->lower != token)
        return;
    const guint32 s = rhumb_strings_find (finder->small, token->text, token->length);
    if (s == RHUMB_NO_STRING)
        return;
    g_array_index (finder->name, Name, g_array_index (finder->of_small, guint32, s)).is_common =
        TRUE;
}

static void
use_names (Finder *finder, guint32 v, const RhumbTokens *tokens)
{
    for (guint32 s = 0; s < tokens->n_sentences; s++) {
        guint32 i = tokens->start[s];
        while (i < tokens->start[s + 1]) {
            const RhumbSpelling *token = tokens->token[i];
            const guint32 n_words = use_longest (finder, v, tokens, i, tokens->start[s + 1]);
            if (n_words == 0 && token->is_word) {
                note_small_use (finder, token);
                use_pieces (finder, v, token);
            }
            i += MAX (n_words, 1);
        }
    }
}

static RhumbNetwork *
link_papers (const Finder *finder, GError **error)
{
    const guint32 n_papers = rhumb_corpus_get_n_papers (finder->corpus);
    g_autofree guint32 *from = g_new (guint32, (gsize)finder->mention->len + 1);
    g_autofree guint32 *to = g_new (guint32, (gsize)finder->mention->len + 1);
    gsize n_edges = 0;
    for (guint i = 0; i < finder->mention->len; i++) {
        const Mention *mention = &g_array_index (finder->mention, Mention, i);
        const Name *name = &g_array_index (finder->name, Name, mention->name);
        const gboolean is_overused =
            name->n_users > MIN_COMMON && (guint64)name->n_users * COMMON_SHARE > n_papers;
        if (name->is_common || is_overused)
            continue;
        from[n_edges] = mention->paper;
        to[n_edges++] = name->owner;
    }
    return rhumb_network_new (RHUMB_NETWORK_DIRECTED, n_papers, n_papers, from, to, NULL, n_edges,
                              error);
}

/**
 * rhumb_find_mentions:
 * @corpus: papers
 * @error: return location for an error
 *
 * Finds which papers name the system of another paper in their title or abstract, such as
 * "DeepWalk" or "GPipe".
 *
 * Precision comes before recall: a name that may be another paper's, a concept's or a plain word
 * links nothing. No paper mentions itself, and however often one names another, it is one edge.
 *
 * Returns: (transfer full): a directed network of the papers without weights, an edge leading
 *   from the paper that names to the paper whose system is named; or %NULL with an error of
 *   rhumb_network_new()
 *
 * Since: 0.1
 */
RhumbNetwork *
rhumb_find_mentions (const RhumbCorpus *corpus, GError **error)
{
    g_return_val_if_fail (corpus != NULL, NULL);
    g_autoptr (RhumbModel) model = rhumb_model_new ();
    g_autoptr (RhumbClosedClass) closed = rhumb_closed_class_new ();
    g_autoptr (RhumbLexicon) lexicon = rhumb_lexicon_new (model, closed);
    g_auto (RhumbArena) arena = {NULL, NULL};
    g_auto (Finder) finder;
    finder_init (&finder, corpus, lexicon);
    gather_claims (&finder, &arena);
    settle_owners (&finder);
    for (guint32 v = 0; v < rhumb_corpus_get_n_papers (corpus); v++) {
        const RhumbTokens tokens = read_paper (&finder, rhumb_corpus_get_paper (corpus, v), &arena);
        use_names (&finder, v, &tokens);
    }
    return link_papers (&finder, error);
}
