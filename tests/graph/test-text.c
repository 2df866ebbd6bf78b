/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Whatever bytes come in, clean text comes out; keys and hashes never change.
 */
#include <string.h>

#include "graph/text.h"
#include "tests/oracle.h"

typedef struct {
    const char *bytes;
    const char *text;
} Pair;

static void
cleans_what_it_should (void)
{
    static const Pair PAIRS[] = {
        {"", ""},
        {"plain words", "plain words"},
        {"  two  spaces \t and\ttabs ", "two spaces and tabs"},
        {"line\r\nbreaks\n\nhere\r", "line breaks here"},
        {"no\xc2\xa0"
         "break\xe2\x80\xaf"
         "space",
         "no break space"},
        {"para\xe2\x80\xa9graph\xe2\x80\xa8"
         "line",
         "para graph line"},
        {"soft\xc2\xad"
         "hyphen",
         "softhyphen"},
        {"zero\xe2\x80\x8bwidth\xef\xbb\xbf", "zerowidth"},
        {"\xe2\x80\xae"
         "evil\xe2\x80\xac \xe2\x81\xa6iso\xe2\x81\xa9 \xe2\x80\x8f"
         "mark",
         "evil iso mark"},
        {"bell\x07 escape\x1b[31m delete\x7f"
         "d",
         "bell escape [31m delete d"},
        {"next\xc2\x85line", "next line"},
        {"c1\xc2\x9b"
         "control",
         "c1control"},
        {"e\xcc\x81tude", "\xc3\xa9tude"},
        {"\xe2\x84\xab", "\xc3\x85"},
        {"non\xef\xb7\x90"
         "character\xef\xbf\xbf",
         "noncharacter"},
        {"broken \xff\xfe bytes", "broken \xef\xbf\xbd\xef\xbf\xbd bytes"},
        {"cut \xe2\x82", "cut \xef\xbf\xbd\xef\xbf\xbd"},
        {"surrogate \xed\xa0\x80", "surrogate \xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
        {" \n\t\xc2\xa0\xe2\x80\x8b ", ""},
        {"\xf0\x9f\xa7\xad stays", "\xf0\x9f\xa7\xad stays"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (PAIRS); i++) {
        g_autofree char *text = rhumb_text_clean (PAIRS[i].bytes, -1);
        g_assert_cmpstr (text, ==, PAIRS[i].text);
    }
}

static void
a_nul_inside_is_replaced (void)
{
    g_autofree char *text = rhumb_text_clean ("a\0b", 3);
    g_assert_cmpstr (text, ==,
                     "a\xef\xbf\xbd"
                     "b");
    g_autofree char *cut = rhumb_text_clean ("abcdef", 3);
    g_assert_cmpstr (cut, ==, "abc");
}

static void
what_stood_apart_is_composed (void)
{
    g_autofree char *text =
        rhumb_text_clean ("caf"
                          "e\xe2\x80\x8b\xcc\x81 re\xc2\xad\xcc\x81sume\xcc\x81",
                          -1);
    g_assert_cmpstr (text, ==, "caf\xc3\xa9 r\xc3\xa9sum\xc3\xa9");
}

static void
assert_clean (const char *text, gsize n_bytes)
{
    g_assert_true (g_utf8_validate (text, -1, NULL));
    g_assert_cmpuint (strlen (text), <=, 3 * n_bytes);
    g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
    g_assert_cmpstr (text, ==, composed);
    g_assert_null (strstr (text, "  "));
    g_assert_false (g_str_has_prefix (text, " ") || g_str_has_suffix (text, " "));
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
        g_assert_false (g_unichar_iscntrl (g_utf8_get_char (p)));
    g_autofree char *again = rhumb_text_clean (text, -1);
    g_assert_cmpstr (again, ==, text);
}

/* Half of the strings are raw bytes, half are drawn from pieces that are hard to treat. */
static void
any_bytes_become_clean (void)
{
    static const char *const PIECES[] = {"e",
                                         " ",
                                         "\xcc\x81",
                                         "\xcc\xa3",
                                         "\xe2\x80\x8b",
                                         "\xc2\xad",
                                         "\xe2\x80\xae",
                                         "\n",
                                         "\xc3\xa9",
                                         "\xe1\xbb\x87",
                                         "\xff",
                                         "\xe2\x82",
                                         "\xf0\x9d\x85\xa0",
                                         "\xe3\x80\x80",
                                         "\xef\xbf\xbe"};
    for (guint64 round = 0; round < 2000; round++) {
        g_autoptr (GString) bytes = g_string_new (NULL);
        const guint32 n = oracle_random_below (24, round, 0);
        for (guint32 i = 0; i < n; i++) {
            if (round % 2 == 0)
                g_string_append_c (bytes, (char)oracle_random_below (256, round, i + 1));
            else
                g_string_append (bytes,
                                 PIECES[oracle_random_below (G_N_ELEMENTS (PIECES), round, i + 1)]);
        }
        g_autofree char *text = rhumb_text_clean (bytes->str, (gssize)bytes->len);
        assert_clean (text, bytes->len);
    }
}

static void
ten_megabytes_of_one_word_pass (void)
{
    const gsize n = (gsize)10 * 1024 * 1024;
    g_autofree char *word = g_malloc (n);
    memset (word, 'x', n);
    g_autofree char *ascii = rhumb_text_clean (word, (gssize)n);
    g_assert_cmpuint (strlen (ascii), ==, n);
    word[n / 2] = (char)0xff;
    g_autofree char *mended = rhumb_text_clean (word, (gssize)n);
    g_assert_cmpuint (strlen (mended), ==, n + 2);
}

static void
shortens_at_a_word (void)
{
    static const struct {
        const char *text;
        gsize max_chars;
        const char *expected;
    } CASES[] = {
        {"", 2, ""},
        {"ab", 2, "ab"},
        {"abc", 2, "a\xe2\x80\xa6"},
        {"four", 4, "four"},
        {"fours", 4, "fou\xe2\x80\xa6"},
        {"one two three", 13, "one two three"},
        {"one two three", 12, "one two\xe2\x80\xa6"},
        {"one two three", 8, "one two\xe2\x80\xa6"},
        {"one, two, three", 11, "one, two\xe2\x80\xa6"},
        {",,,,", 2, ",\xe2\x80\xa6"},
        {"a incomprehensible", 10, "a incompr\xe2\x80\xa6"},
        {"\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9", 3, "\xc3\xa9\xc3\xa9\xe2\x80\xa6"},
        {"\xc3\xa9\xc3\xa9\xc3\xa9", 3, "\xc3\xa9\xc3\xa9\xc3\xa9"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++) {
        g_autofree char *text = rhumb_text_shorten (CASES[i].text, CASES[i].max_chars);
        g_assert_cmpstr (text, ==, CASES[i].expected);
        g_assert_cmpint (g_utf8_strlen (text, -1), <=, (glong)CASES[i].max_chars);
    }
}

static void
spellings_share_a_title_key (void)
{
    static const Pair PAIRS[] = {
        {"Attention Is All You Need!", "attentionisallyouneed"},
        {"attention is all\xe2\x80\x94you need", "attentionisallyouneed"},
        {"\xc3\x89tude na\xc3\xafve", "etudenaive"},
        {"Stra\xc3\x9f"
         "e",
         "strasse"},
        {"\xef\xac\x81ne", "fine"},
        {"H\xe2\x82\x82O", "h2o"},
        {"\xd0\x9a\xd0\xb0\xd1\x80\xd1\x82\xd0\xb0", "\xd0\xba\xd0\xb0\xd1\x80\xd1\x82\xd0\xb0"},
        {"\xe5\x9c\xb0\xe5\x9b\xb3", "\xe5\x9c\xb0\xe5\x9b\xb3"},
        {"?!", ""},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (PAIRS); i++) {
        g_autofree char *key = rhumb_text_title_key (PAIRS[i].bytes);
        g_assert_cmpstr (key, ==, PAIRS[i].text);
    }
}

/* Ids, seeds and so every saved result hang on these numbers. */
static void
hashes_never_change (void)
{
    g_assert_cmphex (rhumb_text_hash (""), ==, 0xc3817c016ba4ff30u);
    g_assert_cmphex (rhumb_text_hash ("a"), ==, 0x5f29c2aadd9b8527u);
    g_assert_cmphex (rhumb_text_hash ("\xc3\xa9tude"), ==, 0xc6fb171a8400c430u);
    g_assert_cmphex (rhumb_hash_mix (0, 0), ==, 0xe220a8397b1dcdafu);
    g_assert_cmphex (rhumb_hash_mix (1, 2), ==, 0xaf1c253b3eb88aa5u);
    g_assert_cmphex (rhumb_hash_mix (2, 1), ==, 0xcf4f7094f8432cb5u);
    g_assert_cmphex (rhumb_hash_mix (G_MAXUINT64, G_MAXUINT64), ==, 0xdfbb00392f4d83efu);
}

/* What is called clean is copied by cleaning it; one bad byte anywhere among many is seen. */
static void
what_is_clean_stays (void)
{
    char text[201];
    memset (text, 'x', 200);
    text[200] = '\0';
    g_assert_true (rhumb_text_is_clean (text, 200));
    g_assert_true (rhumb_text_is_clean ("", 0));
    for (guint at = 0; at < 200; at++) {
        static const guchar bytes[] = {0, 1, '\n', 0x1f, 0x7f, 0x80, 0xc3, 0xff};
        for (gsize i = 0; i < sizeof bytes; i++) {
            text[at] = (char)bytes[i];
            g_assert_false (rhumb_text_is_clean (text, 200));
        }
        text[at] = ' ';
        g_assert_cmpint (rhumb_text_is_clean (text, 200), ==, at > 0 && at < 199);
        if (at > 0) {
            text[at - 1] = ' ';
            g_assert_false (rhumb_text_is_clean (text, 200));
            text[at - 1] = 'x';
        }
        text[at] = 'x';
    }
    memcpy (text + 31, "\xc3\xa9", 2);
    memcpy (text + 90, "\xe4\xb8\xad", 3);
    g_assert_true (rhumb_text_is_clean (text, 200));
    g_autofree char *clean = rhumb_text_clean (text, 200);
    g_assert_cmpstr (clean, ==, text);
}

static void
mixed_numbers_fill_their_range_evenly (void)
{
    guint32 count[16] = {0};
    for (guint64 i = 0; i < 16000; i++)
        count[rhumb_hash_mix (7, i) >> 60]++;
    for (gsize i = 0; i < G_N_ELEMENTS (count); i++) {
        g_assert_cmpuint (count[i], >, 850);
        g_assert_cmpuint (count[i], <, 1150);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/text/cleans-what-it-should", cleans_what_it_should);
    g_test_add_func ("/text/a-nul-inside-is-replaced", a_nul_inside_is_replaced);
    g_test_add_func ("/text/what-hidden-characters-kept-apart-is-composed",
                     what_stood_apart_is_composed);
    g_test_add_func ("/text/any-bytes-become-clean", any_bytes_become_clean);
    g_test_add_func ("/text/what-is-clean-stays", what_is_clean_stays);
    g_test_add_func ("/text/ten-megabytes-of-one-word-pass", ten_megabytes_of_one_word_pass);
    g_test_add_func ("/text/shortens-at-a-word", shortens_at_a_word);
    g_test_add_func ("/text/spellings-share-a-title-key", spellings_share_a_title_key);
    g_test_add_func ("/text/hashes-never-change", hashes_never_change);
    g_test_add_func ("/text/mixed-numbers-fill-their-range-evenly",
                     mixed_numbers_fill_their_range_evenly);
    return g_test_run ();
}
