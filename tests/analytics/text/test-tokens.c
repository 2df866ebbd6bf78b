/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/text/tokens.h"

#include <string.h>

typedef struct {
    RhumbModel *model;
    RhumbClosedClass *closed;
    RhumbLexicon *lexicon;
    RhumbArena arena;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
    fixture->model = rhumb_model_new ();
    fixture->closed = rhumb_closed_class_new ();
    fixture->lexicon = rhumb_lexicon_new (fixture->model, fixture->closed);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
    rhumb_lexicon_free (fixture->lexicon);
    rhumb_closed_class_free (fixture->closed);
    rhumb_model_free (fixture->model);
    rhumb_arena_clear (&fixture->arena);
}

/* Tokens parted by spaces, sentences by bars. */
static char *
split (Fixture *fixture, const char *title, const char *abstract)
{
    const RhumbTokens tokens =
        rhumb_split_tokens (fixture->lexicon, &fixture->arena, title, abstract);
    GString *all = g_string_new (NULL);
    for (guint32 s = 0; s < tokens.n_sentences; s++)
        for (guint32 i = tokens.start[s]; i < tokens.start[s + 1]; i++)
            g_string_append_printf (all, "%s%s",
                                    i == 0                 ? ""
                                    : i == tokens.start[s] ? "|"
                                                           : " ",
                                    tokens.token[i]->text);
    return g_string_free (all, FALSE);
}

static void
check (Fixture *fixture, const char *text, const char *expected)
{
    g_autofree char *found = split (fixture, NULL, text);
    g_assert_cmpstr (found, ==, expected);
}

static void
test_words (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
    check (fixture, "multi-agent T5/FLAN C++ R&D don't", "multi-agent T5/FLAN C++ R&D don't");
    check (fixture, "a- b -c (d) e_f", "a - b - c ( d ) e _ f");
    check (fixture, "SU(2) and SL(N,R)/U(1) su(3) of GNN(s), f(x), in (2) SU (2), see(1)",
           "SU(2) and SL(N,R)/U(1) su(3) of GNN ( s ) , f ( x ) , in ( 2 ) SU ( 2 ) , see ( 1 )");
    check (fixture, "3.5% of x-y-z.", "3.5 % of x-y-z .");
    check (fixture, "it\xe2\x80\x99s ``so'' 'quoted'", "it's \" so \" ' quoted '");
    check (fixture, "a++b", "a++ b");
}

static void
test_sentences (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
    check (fixture, "One ends. Two ends! 3 ends? (Four)",
           "One ends .|Two ends !|3 ends ?|( Four )");
    check (fixture, "See e.g. Smith et al. 2004, Fig. 3. J. Doe did.",
           "See e.g . Smith et al . 2004 , Fig . 3 .|J . Doe did .");
    check (fixture, "It ends. but no capital follows", "It ends . but no capital follows");
    check (fixture, "no capital. at all. here", "no capital .|at all .|here");
    check (fixture, "He said \"so.\" Then", "He said \" so . \"|Then");
    g_autofree char *titled = split (fixture, "A title. With a stop", "Text.");
    g_assert_cmpstr (titled, ==, "A title . With a stop|Text .");
}

static void
test_links (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
    check (fixture, "code at https://x.org/a.b?c=d. Done", "code at URL Done");
    check (fixture, "www.x.org and http:// alone", "URL and http : / / alone");
}

static void
test_hostile (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
    check (fixture, "", "");
    check (fixture, "   ", "");
    check (fixture, "...!!!", ". . . ! ! !");
    check (fixture, "中文摘要。第二句", "中文摘要 。 第二句");
    check (fixture, "شبكة عصبية", "شبكة عصبية");
    check (fixture, "\xf0\x9f\x98\x80graph\xf0\x9f\x98\x80",
           "\xf0\x9f\x98\x80 graph \xf0\x9f\x98\x80");
    check (fixture, "$\\alpha$-tree &amp; x", "$ \\ alpha $ - tree & x");
    check (fixture, "An \\emph{oak}, H<sub>2</sub>O", "An { oak } , H2O");
    check (fixture, "DEEP NETWORKS OF TREES ARE NEW", "deep networks of trees are new");
    check (fixture, "DEEP NETS OF OAK", "DEEP NETS OF OAK");
    check (fixture, "soft\xc2\xadhyphen", "soft \xc2\xad hyphen");
    g_autofree char *none = split (fixture, NULL, NULL);
    g_assert_cmpstr (none, ==, "");
    const RhumbTokens tokens = rhumb_split_tokens (fixture->lexicon, &fixture->arena, "", "A.");
    g_assert_cmpuint (tokens.n_title_sentences, ==, 0);
    g_assert_cmpuint (tokens.n_sentences, ==, 1);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add ("/tokens/keep-hyphenated-words-whole", Fixture, NULL, set_up, test_words,
                tear_down);
    g_test_add ("/tokens/sentences-survive-abbreviations", Fixture, NULL, set_up, test_sentences,
                tear_down);
    g_test_add ("/tokens/links-are-one-token", Fixture, NULL, set_up, test_links, tear_down);
    g_test_add ("/tokens/any-text-has-tokens", Fixture, NULL, set_up, test_hostile, tear_down);
    return g_test_run ();
}
