/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The ids that name a draft: every id of every database in one spelling, and which of them the
 * paper goes by.
 */
#include "graph/corpus-draft-private.h"

#include <string.h>

#include "graph/extra-texts.h"
#include "graph/identifier.h"
#include "graph/text.h"

#define TITLE_ID_PREFIX "key:"
#define HASH_MARK '~'
#define HASH_DIGITS 16

static guint64
mix_text (guint64 hash, const char *text)
{
    return text != NULL && *text != '\0' ? rhumb_hash_mix (hash, rhumb_text_hash (text)) : hash;
}

/* A paper without an id of its own is known by a hash of its title and year. A title that many
 * papers have ("Preface") does not tell them apart: there author and place count too. */
static const char *
make_title_id (const RhumbDraft *draft, RhumbPool *lasting)
{
    const char *name = *draft->title_key != '\0' ? draft->title_key : draft->paper.title;
    guint64 hash = rhumb_hash_mix (rhumb_text_hash (name), (guint64)draft->paper.year);
    const char *const place[] = {draft->family, draft->venue, draft->paper.volume,
                                 draft->paper.issue, draft->paper.pages};
    const gsize n_parts = rhumb_draft_is_telling (draft) ? 0 : G_N_ELEMENTS (place);
    for (gsize i = 0; i < n_parts; i++)
        hash = mix_text (hash, place[i]);
    g_autofree char *id = g_strdup_printf (TITLE_ID_PREFIX "%016" G_GINT64_MODIFIER "x", hash);
    return rhumb_pool_add (lasting, id);
}

/* What a paper without a usable id goes by. One that has no title either ("unit:", a node of a
 * network) keeps what was given as its id: nothing else tells it from others. NULL: nothing at all
 * names it. */
static const char *
make_last_key (const RhumbDraft *draft, RhumbPool *lasting)
{
    if (draft->paper.title != NULL)
        return make_title_id (draft, lasting);
    return draft->given_id != NULL && *draft->given_id != '\0' ? draft->given_id : NULL;
}

/* How well a key names a paper, 0 best: what a user gave, then as widely as it is known. */
static guint
get_key_rank (const RhumbDraft *draft, const char *key)
{
    static const char *const schemes[] = {
        "doi:",  "arxiv:", "pmid:", "W",      "s2:",       "wos:", "eid:",
        "lens:", "dblp:",  "acl:",  "pmcid:", "corpusid:", "mag:"};
    if (draft->given_id != NULL && g_str_equal (key, draft->given_id))
        return 0;
    for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
        if (g_str_has_prefix (key, schemes[i]))
            return 1 + i;
    return g_str_has_prefix (key, TITLE_ID_PREFIX) ? G_MAXUINT : 1 + G_N_ELEMENTS (schemes);
}

/* The best key becomes the id; between equally good ones the smaller. */
static void
choose_id (RhumbDraft *draft)
{
    guint best = 0;
    for (guint i = 1; draft->keys[i] != NULL; i++) {
        const guint rank = get_key_rank (draft, draft->keys[i]);
        const guint best_rank = get_key_rank (draft, draft->keys[best]);
        if (rank < best_rank ||
            (rank == best_rank && strcmp (draft->keys[i], draft->keys[best]) < 0))
            best = i;
    }
    draft->paper.id = draft->keys[best];
}

/* rhumb_key_get_local_length: how many bytes of @key are the id that a file gave; behind them is
 * the hash of rhumb_draft_replace_local_id(), or nothing. */
gsize
rhumb_key_get_local_length (const char *key)
{
    const gsize length = strlen (key);
    if (length < 2 + HASH_DIGITS || key[length - HASH_DIGITS - 1] != HASH_MARK)
        return length;
    const char *digits = key + length - HASH_DIGITS;
    return strspn (digits, "0123456789abcdef") == HASH_DIGITS ? length - HASH_DIGITS - 1 : length;
}

/* rhumb_key_is_local: whether @key may mean a paper in one file only: no database that is known
 * gives such ids. */
gboolean
rhumb_key_is_local (const char *key)
{
    static const char *const schemes[] = {TITLE_ID_PREFIX, "aminer:", "dimensions:", "bibtex:"};
    for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
        if (g_str_has_prefix (key, schemes[i]))
            return FALSE;
    return !rhumb_identifier_names_paper (key);
}

/* rhumb_draft_restore_id: chooses the id of a draft whose keys come from a library. The first of
 * them was its id; if another one would be chosen, or no database gives such ids, a user had given
 * it. */
void
rhumb_draft_restore_id (RhumbDraft *draft)
{
    draft->given_id = NULL;
    choose_id (draft);
    const char *first = draft->keys[0];
    const gboolean is_given =
        first[rhumb_key_get_local_length (first)] == '\0' && rhumb_key_is_local (first);
    if (!is_given && g_str_equal (draft->paper.id, draft->keys[0]))
        return;
    draft->given_id = draft->keys[0];
    draft->paper.id = draft->given_id;
}

static gboolean
has_key (const GPtrArray *keys, const char *key)
{
    for (guint i = 0; i < keys->len; i++)
        if (g_str_equal (keys->pdata[i], key))
            return TRUE;
    return FALSE;
}

/* Adds @key if it is new and can be an id: PubMed's are numbers. */
static void
add_key (GPtrArray *keys, const char *key, RhumbPool *lasting)
{
    const char *value = strchr (key, ':');
    const gboolean is_number =
        value != NULL && value[1] != '\0' && value[1 + strspn (value + 1, "0123456789")] == '\0';
    const gboolean is_bad = *key == '\0' || (g_str_has_prefix (key, "pmid:") && !is_number) ||
                            (value != NULL && value[1] == '\0');
    if (!is_bad && !has_key (keys, key))
        g_ptr_array_add (keys, (gpointer)rhumb_pool_add (lasting, key));
}

/* The id stands before the other keys, wherever they are shown or kept. */
static void
put_id_first (RhumbDraft *draft)
{
    for (guint i = 1; draft->keys[i] != NULL; i++) {
        if (!g_str_equal (draft->keys[i], draft->paper.id))
            continue;
        const char *id = draft->keys[i];
        memmove (draft->keys + 1, draft->keys, i * sizeof *draft->keys);
        draft->keys[0] = id;
        return;
    }
}

/* The DOI as it is, and the arXiv number that some of them are. */
static void
add_doi (GPtrArray *keys, const char *doi, RhumbPool *lasting)
{
    g_autofree char *link = g_strconcat ("doi:", doi, NULL);
    /* A DOI that was parsed is parsed to itself, unless a percent code made another one. */
    if (strchr (doi, '%') != NULL || g_str_has_prefix (doi, "10.48550/arxiv.")) {
        g_autofree char *normal = rhumb_identifier_normalise (link);
        add_key (keys, normal, lasting);
    }
    add_key (keys, link, lasting);
}

/* rhumb_draft_keep_bad_doi: what stands for a DOI and is none is kept beyond the schema, under the
 * name that readers give to a field which is called like one of the schema. */
void
rhumb_draft_keep_bad_doi (RhumbDraft *draft, const char *text, RhumbPool *lasting)
{
    RhumbPaper *paper = &draft->paper;
    draft->bad_doi = paper->doi == NULL ? text : NULL;
    if (draft->bad_doi == NULL)
        return;
    g_autofree char *extra = rhumb_extra_add_member (paper->extra, "doi field", text);
    if (extra != NULL)
        paper->extra = rhumb_pool_add (lasting, extra);
}

/* What a user gave stays the paper's id: what a user wrote is what a user gets back. FALSE if
 * nothing names the paper. */
gboolean
rhumb_draft_find_keys (RhumbDraft *draft, const char *id, const GPtrArray *ids, RhumbPool *lasting)
{
    g_autoptr (GPtrArray) keys = g_ptr_array_sized_new (ids->len + 4);
    if (id != NULL) {
        g_autofree char *given = rhumb_identifier_normalise (id);
        draft->given_id = rhumb_pool_add (lasting, given);
        add_key (keys, given, lasting);
    }
    if (draft->paper.doi != NULL)
        add_doi (keys, draft->paper.doi, lasting);
    for (guint i = 0; i < ids->len; i++) {
        const char *text = ids->pdata[i];
        g_autofree char *clean =
            rhumb_text_is_clean (text, strlen (text)) ? NULL : rhumb_text_clean (text, -1);
        g_autofree char *normal = rhumb_identifier_normalise (clean != NULL ? clean : text);
        add_key (keys, normal, lasting);
    }
    const char *last = keys->len == 0 ? make_last_key (draft, lasting) : NULL;
    if (last != NULL)
        g_ptr_array_add (keys, (gpointer)last);
    if (keys->len == 0)
        return FALSE;
    draft->keys = rhumb_pool_add_list (lasting, (const char *const *)keys->pdata, keys->len);
    if (keys->len > 1) {
        choose_id (draft);
        put_id_first (draft);
    } else {
        draft->paper.id = draft->keys[0];
    }
    return TRUE;
}

/* Takes a key from a draft with a title: it names something larger than the paper. A draft without
 * other keys is then known by its title. */
void
rhumb_draft_disown_key (RhumbDraft *draft, const char *key, RhumbPool *lasting)
{
    guint n = 0;
    for (guint i = 0; draft->keys[i] != NULL; i++)
        if (!g_str_equal (draft->keys[i], key))
            draft->keys[n++] = draft->keys[i];
    if (n == 0)
        draft->keys[n++] = make_title_id (draft, lasting);
    draft->keys[n] = NULL;
    choose_id (draft);
    put_id_first (draft);
}

/* Puts the id with a hash of it and the title in the place of a key that means the paper in one
 * file only, unless it is such a one already. Records of one file that are called alike stay as
 * many papers. */
void
rhumb_draft_replace_local_id (RhumbDraft *draft, const char *key, RhumbPool *lasting)
{
    if (key[rhumb_key_get_local_length (key)] != '\0')
        return;
    const guint64 hash = rhumb_hash_mix (rhumb_text_hash (draft->title_key), rhumb_text_hash (key));
    g_autofree char *made =
        g_strdup_printf ("%s%c%0*" G_GINT64_MODIFIER "x", key, HASH_MARK, HASH_DIGITS, hash);
    const char *unique = rhumb_pool_add (lasting, made);
    for (guint i = 0; draft->keys[i] != NULL; i++)
        if (g_str_equal (draft->keys[i], key))
            draft->keys[i] = unique;
    draft->given_id = NULL;
    choose_id (draft);
    put_id_first (draft);
}

/* rhumb_draft_merge_keys: unites the keys of two drafts of one paper and chooses its id anew. */
void
rhumb_draft_merge_keys (RhumbDraft *draft, const RhumbDraft *other, RhumbPool *lasting)
{
    g_autoptr (GPtrArray) keys = g_ptr_array_new ();
    const gboolean named = !g_str_has_prefix (draft->keys[0], TITLE_ID_PREFIX) ||
                           !g_str_has_prefix (other->keys[0], TITLE_ID_PREFIX);
    const RhumbDraft *const both[] = {draft, other};
    for (gsize k = 0; k < G_N_ELEMENTS (both); k++)
        for (guint i = 0; both[k]->keys[i] != NULL; i++) {
            const char *key = both[k]->keys[i];
            /* A hash of a title is no name where there is another. */
            if (!(named && g_str_has_prefix (key, TITLE_ID_PREFIX)) &&
                !(k == 1 && g_strv_contains ((const char *const *)draft->keys, key)))
                g_ptr_array_add (keys, (gpointer)key);
        }
    draft->keys = rhumb_pool_add_list (lasting, (const char *const *)keys->pdata, keys->len);
    if (draft->given_id == NULL ||
        (other->given_id != NULL && strcmp (other->given_id, draft->given_id) < 0))
        draft->given_id = other->given_id;
    choose_id (draft);
    put_id_first (draft);
}
