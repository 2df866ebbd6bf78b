/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The key of every run of tokens against the one that is put together for it alone.
 */
#include "analytics/text/token-keys.h"
#include "tests/analytics/text/page.h"

static void
assert_keys (const RhumbAcronymTable *table, const RhumbTokens *tokens, guint *n_anew)
{
    g_autoptr (GString) text = g_string_new ("left over");
    g_autoptr (GString) key = g_string_new (NULL);
    g_auto (RhumbTokenKeys) keys;
    rhumb_token_keys_init (&keys, table, tokens, text);
    const gsize n_bytes = text->len;
    for (guint32 start = 0; start < tokens->n_tokens; start++)
        for (guint32 end = start + 1; end <= tokens->n_tokens; end++) {
            g_string_truncate (key, 0);
            rhumb_acronym_table_append_key (table, tokens, start, end, key);
            const RhumbKeyPiece piece = rhumb_token_keys_cut (&keys, start, end);
            g_autofree char *found = g_strndup (text->str + piece.begin, piece.length);
            g_assert_cmpstr (found, ==, key->str);
            *n_anew += piece.begin >= n_bytes && piece.length > 0;
        }
}

static void
test_keys (void)
{
    static const char *const text[] = {
        "A graph neural network (GNN) of GNNs; GNN layers, multi-agent C++ and SU(2).",
        "Two dimensional maps, 3 dimensional ones, two-dimensional and one dimensional GNNs.",
        "Dimensional analysis of three dimensional, four dimensional GNN maps.",
        "",
    };
    g_autoptr (RhumbModel) model = rhumb_model_new ();
    g_autoptr (RhumbClosedClass) closed = rhumb_closed_class_new ();
    g_autoptr (RhumbLexicon) lexicon = rhumb_lexicon_new (model, closed);
    g_autoptr (RhumbCorpus) corpus = page_make_corpus_of (G_N_ELEMENTS (text), text);
    g_autoptr (RhumbAcronymTable) table = rhumb_acronym_table_new (corpus, model);
    g_auto (RhumbArena) arena = {0};
    guint n_anew = 0;
    for (gsize i = 0; i < G_N_ELEMENTS (text); i++) {
        const RhumbTokens tokens = rhumb_split_tokens (lexicon, &arena, NULL, text[i]);
        assert_keys (table, &tokens, &n_anew);
    }
    g_assert_cmpuint (n_anew, >, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/token-keys/pieces-are-the-keys-of-phrases", test_keys);
    return g_test_run ();
}
