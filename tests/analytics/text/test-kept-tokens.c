/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/text/kept-tokens.h"

#include "analytics/text/mentions.h"
#include "analytics/text/words.h"
#include "tests/analytics/text/page.h"
#include "tests/oracle.h"

static void
free_page_text (gpointer data)
{
    PageText *text = data;
    g_free (text->title);
    g_free (text->abstract);
}

static GArray *
read_page (void)
{
    GArray *texts = page_read_texts ();
    g_array_set_clear_func (texts, free_page_text);
    g_assert_cmpuint (texts->len, >, 50);
    return texts;
}

static void
assert_same_tokens (const RhumbTokens *a, const RhumbTokens *b)
{
    g_assert_cmpuint (a->n_title_sentences, ==, b->n_title_sentences);
    g_assert_cmpuint (a->n_sentences, ==, b->n_sentences);
    g_assert_cmpuint (a->n_tokens, ==, b->n_tokens);
    for (guint32 s = 0; s <= a->n_sentences; s++)
        g_assert_cmpuint (a->start[s], ==, b->start[s]);
    for (guint32 i = 0; i < a->n_tokens; i++) {
        g_assert_true (a->token[i] == b->token[i]);
        g_assert_cmpuint (a->is_tied[i], ==, b->is_tied[i]);
    }
}

/* The last paper, which has no text, keeps none, and the first is not kept. */
static void
are_those_of_the_text (void)
{
    g_autoptr (GArray) texts = read_page ();
    const PageText none = {NULL, NULL};
    g_array_append_val (texts, none);
    g_autoptr (RhumbKeptTokens) kept = rhumb_kept_tokens_new (texts->len);
    RhumbLexicon *lexicon = rhumb_kept_tokens_get_lexicon (kept, 0);
    g_auto (RhumbArena) arena = {0};
    for (guint32 v = 1; v < texts->len; v++) {
        const PageText *text = &g_array_index (texts, PageText, v);
        const RhumbTokens tokens =
            rhumb_split_tokens (lexicon, &arena, text->title, text->abstract);
        rhumb_kept_tokens_keep (kept, 0, v, &tokens);
        rhumb_arena_reset (&arena);
    }
    g_autofree guint *owner = g_new (guint, texts->len);
    rhumb_kept_tokens_list_owners (kept, 0, texts->len, owner);
    g_assert_cmpuint (owner[0], ==, RHUMB_NO_OWNER);
    for (guint32 v = 1; v < texts->len; v++) {
        const PageText *text = &g_array_index (texts, PageText, v);
        const RhumbTokens again = rhumb_split_tokens (lexicon, &arena, text->title, text->abstract);
        const RhumbTokens tokens = rhumb_kept_tokens_get (kept, v);
        g_assert_cmpuint (owner[v], ==, 0);
        assert_same_tokens (&tokens, &again);
    }
}

/* Words of a hundred thousand letters fill a lexicon soon. */
static void
go_with_their_lexicon (void)
{
    g_autoptr (RhumbKeptTokens) kept = rhumb_kept_tokens_new (2);
    RhumbLexicon *lexicon = rhumb_kept_tokens_get_lexicon (kept, 0);
    g_auto (RhumbArena) arena = {0};
    const RhumbTokens tokens = rhumb_split_tokens (lexicon, &arena, "Routers route packets", NULL);
    rhumb_kept_tokens_keep (kept, 0, 0, &tokens);
    guint owner[2];
    rhumb_kept_tokens_list_owners (kept, 0, 2, owner);
    g_assert_cmpuint (owner[0], ==, 0);
    g_assert_cmpuint (owner[1], ==, RHUMB_NO_OWNER);
    g_autofree char *word = g_strnfill (100000, 'x');
    for (guint i = 0; !rhumb_lexicon_relieve (lexicon); i++) {
        g_assert_cmpuint (i, <, 1000);
        g_snprintf (word, 5, "%04u", i);
        word[4] = 'x';
        rhumb_lexicon_add (lexicon, word, 100000);
    }
    rhumb_kept_tokens_list_owners (kept, 0, 2, owner);
    g_assert_cmpuint (owner[0], ==, RHUMB_NO_OWNER);
    const RhumbTokens again = rhumb_split_tokens (lexicon, &arena, "Routers route packets", NULL);
    rhumb_kept_tokens_keep (kept, 0, 1, &again);
    rhumb_kept_tokens_list_owners (kept, 0, 2, owner);
    g_assert_cmpuint (owner[1], ==, 0);
}

static RhumbNetwork *
find_mentions (const RhumbCorpus *corpus)
{
    g_autoptr (GError) error = NULL;
    RhumbNetwork *network = rhumb_find_mentions (corpus, &error);
    g_assert_no_error (error);
    return network;
}

static RhumbNetwork *
weigh_words (const RhumbCorpus *corpus)
{
    g_autoptr (GError) error = NULL;
    RhumbNetwork *network = rhumb_weigh_words (corpus, &error);
    g_assert_no_error (error);
    return network;
}

/* Readers of a corpus that nobody read before cut the texts themselves. */
static void
who_reads_after_another_finds_the_same (void)
{
    g_autoptr (GArray) texts = read_page ();
    const PageText *text = (const PageText *)(gpointer)texts->data;
    g_autoptr (RhumbCorpus) corpus = page_make_corpus (text, texts->len, FALSE);
    g_autoptr (RhumbCorpus) fresh = page_make_corpus (text, texts->len, FALSE);
    g_autoptr (RhumbNetwork) fresh_words = weigh_words (fresh);
    g_autoptr (RhumbConcepts) concepts = page_extract (corpus, NULL);
    g_autoptr (RhumbConcepts) again = page_extract (corpus, NULL);
    g_assert_cmpuint (rhumb_network_get_n_edges (rhumb_concepts_get_about (concepts)), >, 100);
    oracle_assert_same_network (rhumb_concepts_get_about (concepts),
                                rhumb_concepts_get_about (again));
    g_autoptr (RhumbNetwork) mentions = find_mentions (corpus);
    g_autoptr (RhumbNetwork) fresh_mentions = find_mentions (fresh);
    oracle_assert_same_network (mentions, fresh_mentions);
    g_autoptr (RhumbNetwork) words = weigh_words (corpus);
    oracle_assert_same_network (words, fresh_words);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/kept-tokens/are-those-of-the-text", are_those_of_the_text);
    g_test_add_func ("/kept-tokens/go-with-their-lexicon", go_with_their_lexicon);
    g_test_add_func ("/kept-tokens/who-reads-after-another-finds-the-same",
                     who_reads_after_another_finds_the_same);
    return g_test_run ();
}
