/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "io/scan/entity.h"

static void
decodes (void)
{
    static const char *const cases[][2] = {
        {"R&amp;D", "R&D"},
        {"a &lt; b &gt; c", "a < b > c"},
        {"360&#176; &#xB0; &#XB0;", "360° ° °"},
        {"caf&eacute;", "café"},
        {"&amp;amp;", "&amp;"},
        {"", ""},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *text = rhumb_entity_decode (cases[i][0]);
        g_assert_cmpstr (text, ==, cases[i][1]);
    }
}

static void
keeps (void)
{
    static const char *const cases[] = {"R&D; Q&A",  "&",    "&;",        "&#;",
                                        "&#x;",      "&#0;", "&#xD800;",  "&#99999999999;",
                                        "&unknown;", "&amp", "AT&T & co", "&#12a;"};
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *text = rhumb_entity_decode (cases[i]);
        g_assert_cmpstr (text, ==, cases[i]);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/entity/decodes-names-and-numbers-once", decodes);
    g_test_add_func ("/entity/keeps-what-is-no-entity", keeps);
    return g_test_run ();
}
