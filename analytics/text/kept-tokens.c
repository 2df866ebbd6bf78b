/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The tokens of papers, kept for those who read them after the first: concepts take two readings,
 * names of systems two, weights of words one, and to cut a text costs as much as most of them do
 * with it.
 *
 * Tokens are of a lexicon, which belongs to one thread; so every paper has an owner, the number of
 * the thread that read it first, and whoever reads it again does so with the owner's lexicon. When
 * a lexicon starts afresh, the tokens made of it are lost, and are cut again by who wants them;
 * likewise those for which there is no room: at most MOST_BYTES are kept. What is kept is left with
 * the corpus (rhumb_corpus_leave()) between one verb and the next. Cost: 9 bytes a token.
 */
#include "analytics/text/kept-tokens.h"

#include <string.h>

#include "graph/corpus-private.h"
#include "graph/threads-private.h"

/* Of all owners together, beside their lexicons. */
#define MOST_BYTES ((gsize)256 << 20)

/* The tokens of a paper, and behind them where sentences begin and what is tied. */
typedef struct {
    guint32 n_tokens;
    guint32 n_sentences;
    guint32 n_title_sentences;
    const RhumbSpelling *token[];
} Text;

typedef struct {
    const Text *text; /* NULL = not kept */
    guint owner;
    guint n_reliefs; /* of the owner's lexicon, when it was kept */
} Paper;

/* Written by one thread alone. */
typedef struct {
    RhumbLexicon *lexicon;
    RhumbArena arena;
    gsize n_bytes; /* in the arena, of texts that are good */
    guint n_reliefs;
} Owner;

struct _RhumbKeptTokens {
    RhumbModel *model;
    RhumbClosedClass *closed;
    Owner *owner;
    guint n_owners;
    Paper *paper;
    guint32 n_papers;
};

/* Makes room for the tokens of so many papers, read by as many owners as there are threads. */
RhumbKeptTokens *
rhumb_kept_tokens_new (guint32 n_papers)
{
    RhumbKeptTokens *kept = g_new0 (RhumbKeptTokens, 1);
    kept->model = rhumb_model_new ();
    kept->closed = rhumb_closed_class_new ();
    kept->n_owners = rhumb_get_n_threads ();
    kept->owner = g_new0 (Owner, kept->n_owners);
    for (guint i = 0; i < kept->n_owners; i++)
        kept->owner[i].lexicon = rhumb_lexicon_new (kept->model, kept->closed);
    kept->n_papers = n_papers;
    kept->paper = g_new0 (Paper, MAX (n_papers, 1));
    return kept;
}

void
rhumb_kept_tokens_free (RhumbKeptTokens *kept)
{
    for (guint i = 0; i < kept->n_owners; i++) {
        rhumb_lexicon_free (kept->owner[i].lexicon);
        rhumb_arena_clear (&kept->owner[i].arena);
    }
    rhumb_closed_class_free (kept->closed);
    rhumb_model_free (kept->model);
    g_free (kept->owner);
    g_free (kept->paper);
    g_free (kept);
}

/* Takes what was left with a corpus; makes room for its papers if nothing was, or if it was made
 * for another number of threads. */
RhumbKeptTokens *
rhumb_kept_tokens_take (const RhumbCorpus *corpus)
{
    g_autoptr (RhumbKeptTokens) kept = rhumb_corpus_take_left (corpus);
    if (kept != NULL && kept->n_owners == rhumb_get_n_threads ())
        return g_steal_pointer (&kept);
    return rhumb_kept_tokens_new (rhumb_corpus_get_n_papers (corpus));
}

/* Leaves tokens with the corpus that they are of. */
void
rhumb_kept_tokens_leave (RhumbKeptTokens *kept, const RhumbCorpus *corpus)
{
    rhumb_corpus_leave (corpus, kept, (GDestroyNotify)rhumb_kept_tokens_free);
}

const RhumbModel *
rhumb_kept_tokens_get_model (const RhumbKeptTokens *kept)
{
    return kept->model;
}

const RhumbClosedClass *
rhumb_kept_tokens_get_closed (const RhumbKeptTokens *kept)
{
    return kept->closed;
}

guint
rhumb_kept_tokens_get_n_owners (const RhumbKeptTokens *kept)
{
    return kept->n_owners;
}

RhumbLexicon *
rhumb_kept_tokens_get_lexicon (const RhumbKeptTokens *kept, guint owner)
{
    return kept->owner[owner].lexicon;
}

static const Text *
copy_tokens (RhumbArena *arena, const RhumbTokens *tokens, gsize size)
{
    Text *text = rhumb_arena_take_raw (arena, 1, size);
    *text = (Text){tokens->n_tokens, tokens->n_sentences, tokens->n_title_sentences};
    guint32 *start = (guint32 *)(void *)(text->token + tokens->n_tokens);
    guint8 *is_tied = (guint8 *)(start + tokens->n_sentences + 1);
    memcpy (start, tokens->start, ((gsize)tokens->n_sentences + 1) * sizeof *start);
    if (tokens->n_tokens > 0) {
        memcpy (text->token, tokens->token, tokens->n_tokens * sizeof *tokens->token);
        memcpy (is_tied, tokens->is_tied, tokens->n_tokens);
    }
    return text;
}

/* Keeps the tokens of paper @v, which are of @owner's lexicon, if there is room. Called by who
 * works with that lexicon; if they are kept already, they stay. */
void
rhumb_kept_tokens_keep (RhumbKeptTokens *kept, guint owner, guint32 v, const RhumbTokens *tokens)
{
    Owner *own = &kept->owner[owner];
    if (own->n_reliefs != rhumb_lexicon_get_n_reliefs (own->lexicon)) {
        rhumb_arena_reset (&own->arena);
        own->n_bytes = 0;
        own->n_reliefs = rhumb_lexicon_get_n_reliefs (own->lexicon);
    }
    Paper *paper = &kept->paper[v];
    if (paper->text != NULL && paper->owner == owner && paper->n_reliefs == own->n_reliefs)
        return;
    *paper = (Paper){NULL, owner, own->n_reliefs};
    const gsize size = sizeof (Text) + tokens->n_tokens * (sizeof *tokens->token + 1) +
                       ((gsize)tokens->n_sentences + 1) * sizeof (guint32);
    if (own->n_bytes + size > MOST_BYTES / kept->n_owners)
        return;
    own->n_bytes += size;
    paper->text = copy_tokens (&own->arena, tokens, size);
}

/* Tells of @n papers from @first on who owns them, RHUMB_NO_OWNER of those whose tokens are not
 * kept. To be asked while nobody reads. */
void
rhumb_kept_tokens_list_owners (const RhumbKeptTokens *kept, guint32 first, guint32 n, guint *owner)
{
    for (guint32 i = 0; i < n; i++) {
        const Paper *paper = &kept->paper[first + i];
        const RhumbLexicon *lexicon = kept->owner[paper->owner].lexicon;
        const gboolean is_kept =
            paper->text != NULL && paper->n_reliefs == rhumb_lexicon_get_n_reliefs (lexicon);
        owner[i] = is_kept ? paper->owner : RHUMB_NO_OWNER;
    }
}

/* The tokens of paper @v, which has an owner; good until the owner's lexicon starts afresh. */
RhumbTokens
rhumb_kept_tokens_get (const RhumbKeptTokens *kept, guint32 v)
{
    const Text *text = kept->paper[v].text;
    const guint32 *start = (const guint32 *)(const void *)(text->token + text->n_tokens);
    return (RhumbTokens){.token = (const RhumbSpelling **)text->token,
                         .is_tied = (const guint8 *)(start + text->n_sentences + 1),
                         .start = (guint32 *)start,
                         .n_tokens = text->n_tokens,
                         .n_sentences = text->n_sentences,
                         .n_title_sentences = text->n_title_sentences};
}
