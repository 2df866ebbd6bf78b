/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which names of systems belong to which papers: the first two rules of mentions.c, and the third
 * as far as definitions go.
 *
 * Each paper claims the names of what it made. A name belongs to the one paper that has it before
 * its title's colon, else to the one that claims it in its abstract; a name that two papers claim
 * alike, or that another paper defines in a bracket as a short form, belongs to none.
 *
 * Cost: one pass over the text on all processors; memory linear in names.
 */
#include "analytics/text/known-names.h"

#include <string.h>

#include "analytics/text/acronyms.h"
#include "analytics/text/letters.h"
#include "analytics/text/names.h"

#define N_TEXTS 2 /* title and abstract */

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

/* Short forms that a text defines. */
typedef struct {
    const RhumbAcronym *acronym;
    guint32 n;
} Defined;

/* What the title and the abstract of a paper say of names. */
typedef struct {
    GArray *claims; /* of RhumbNameClaim */
    Defined defined[N_TEXTS];
} Statements;

typedef struct {
    RhumbKnownNames *names;
    GArray *claims; /* of Claims, one per name */
    RhumbStrings *defined;
    GArray *definition; /* of Definition, one per string of @defined */
} Finder;

static void
add_claim (Finder *finder, guint32 paper, const RhumbNameClaim *claim)
{
    const guint32 n = rhumb_strings_add (finder->names->text, claim->name, strlen (claim->name));
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
add_definitions (Finder *finder, guint32 paper, const Defined *defined)
{
    for (guint32 i = 0; i < defined->n; i++) {
        const char *form = defined->acronym[i].short_form;
        const gsize length = strlen (form);
        add_definition (finder, paper, form, length);
        if (length > 1 && form[length - 1] == 's')
            add_definition (finder, paper, form, length - 1);
    }
}

static gpointer
find_statements (RhumbTokenReader *reader, const RhumbPaper *paper, const RhumbTokens *tokens,
                 gpointer data G_GNUC_UNUSED)
{
    Statements *found = RHUMB_ARENA_NEW (&reader->kept, Statements, 1);
    found->claims = rhumb_find_name_claims (tokens, reader->lexicon);
    const char *const text[N_TEXTS] = {paper->title, paper->abstract};
    for (guint i = 0; i < N_TEXTS; i++)
        if (text[i] != NULL)
            found->defined[i].acronym =
                rhumb_find_acronyms (text[i], &reader->kept, &found->defined[i].n);
    return found;
}

static void
take_statements (guint32 v, gpointer data, gpointer user_data)
{
    const Statements *found = data;
    Finder *finder = user_data;
    for (guint i = 0; i < found->claims->len; i++)
        add_claim (finder, v, &g_array_index (found->claims, RhumbNameClaim, i));
    for (guint i = 0; i < N_TEXTS; i++)
        add_definitions (finder, v, &found->defined[i]);
    g_array_unref (found->claims);
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
    const guint32 d =
        rhumb_strings_find (finder->defined, rhumb_strings_get (finder->names->text, n),
                            rhumb_strings_get_length (finder->names->text, n));
    if (d == RHUMB_NO_STRING)
        return owner;
    const Definition *definition = &g_array_index (finder->definition, Definition, d);
    return definition->has_others || definition->first != owner ? RHUMB_NONE : owner;
}

static void
add_small_form (RhumbKnownNames *names, guint32 n)
{
    gsize length;
    g_autofree char *small = rhumb_letters_to_lower (
        rhumb_strings_get (names->text, n), rhumb_strings_get_length (names->text, n), &length);
    const guint32 s = rhumb_strings_add (names->small, small, length);
    if (s == names->of_small->len)
        g_array_append_val (names->of_small, n);
}

static void
settle_owners (const Finder *finder)
{
    RhumbKnownNames *names = finder->names;
    for (guint32 n = 0; n < finder->claims->len; n++) {
        const guint32 owner = find_owner (finder, n);
        g_array_append_val (names->owner, owner);
        if (owner == RHUMB_NONE)
            continue;
        const char *text = rhumb_strings_get (names->text, n);
        rhumb_strings_add (names->first_word, text, strcspn (text, " "));
        if (g_array_index (finder->claims, Claims, n).is_word)
            add_small_form (names, n);
    }
}

/* Finds the names of a corpus. */
RhumbKnownNames *
rhumb_known_names_new (RhumbTokenReaders *readers)
{
    RhumbKnownNames *names = g_new (RhumbKnownNames, 1);
    *names = (RhumbKnownNames){
        .text = rhumb_strings_new (),
        .owner = g_array_new (FALSE, FALSE, sizeof (guint32)),
        .first_word = rhumb_strings_new (),
        .small = rhumb_strings_new (),
        .of_small = g_array_new (FALSE, FALSE, sizeof (guint32)),
    };
    g_autoptr (GArray) claims = g_array_new (FALSE, TRUE, sizeof (Claims));
    g_autoptr (RhumbStrings) defined = rhumb_strings_new ();
    g_autoptr (GArray) definition = g_array_new (FALSE, FALSE, sizeof (Definition));
    Finder finder = {names, claims, defined, definition};
    rhumb_token_readers_read (readers, find_statements, take_statements, &finder);
    settle_owners (&finder);
    return names;
}

void
rhumb_known_names_free (RhumbKnownNames *names)
{
    rhumb_strings_free (names->text);
    g_array_unref (names->owner);
    rhumb_strings_free (names->first_word);
    rhumb_strings_free (names->small);
    g_array_unref (names->of_small);
    g_free (names);
}
