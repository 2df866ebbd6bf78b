/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "io/library/json-texts.h"

#include <jansson.h>

static void
writes_json (void)
{
    static const char *const texts[] = {"plain", "a \"b\" \\c", "\x01\n\t", "",
                                        "\xc3\xa9\xf0\x9f\x98\x80"};
    g_autoptr (GString) json = g_string_new (NULL);
    rhumb_json_texts_append (json, texts, G_N_ELEMENTS (texts));
    json_t *array = json_loads (json->str, 0, NULL);
    g_assert_cmpuint (json_array_size (array), ==, G_N_ELEMENTS (texts));
    for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
        g_assert_cmpstr (json_string_value (json_array_get (array, i)), ==, texts[i]);
    json_decref (array);
    g_autoptr (RhumbJsonTexts) pool = rhumb_json_texts_new ();
    g_autoptr (GPtrArray) list = g_ptr_array_new ();
    g_assert_true (rhumb_json_texts_parse (pool, json->str, list));
    g_assert_cmpuint (list->len, ==, G_N_ELEMENTS (texts));
    for (guint i = 0; i < list->len; i++)
        g_assert_cmpstr (list->pdata[i], ==, texts[i]);
}

static void
parses (const char *json, int expected)
{
    g_autoptr (RhumbJsonTexts) pool = rhumb_json_texts_new ();
    g_autoptr (GPtrArray) list = g_ptr_array_new ();
    const gboolean ok = rhumb_json_texts_parse (pool, json, list);
    g_assert_cmpint (ok ? (int)list->len : -1, ==, expected);
}

static void
reads_any_json (void)
{
    parses ("[]", 0);
    parses ("[\"a\"]", 1);
    parses (" [ \"a\" , \"b\\u00e9\" ] ", 2);
    parses ("[\"a\\n\"]", 1);
}

static void
refuses_other (void)
{
    static const char *const texts[] = {"",      "[",      "{}",           "[1]",       "[\"a\"",
                                        "\"a\"", "[\"a",   "[\"a\"]x",     "[\"a\\\"]", "[,\"a\"]",
                                        "null",  "[null]", "[\"a\"[\"b\"]"};
    for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
        parses (texts[i], -1);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/json-texts/writes-what-is-read", writes_json);
    g_test_add_func ("/json-texts/reads-any-json", reads_any_json);
    g_test_add_func ("/json-texts/refuses-what-is-no-list-of-texts", refuses_other);
    return g_test_run ();
}
