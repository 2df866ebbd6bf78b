/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Notices of publishers go, whole and wherever they stand; what is like them stays.
 */
#include "analytics/text/notices.h"

#include <string.h>

static void
check (const char *text, const char *expected)
{
    g_autoptr (GString) found = g_string_new (text);
    rhumb_notices_drop (found);
    g_assert_cmpstr (g_strstrip (found->str), ==, expected);
}

static void
notices_go (void)
{
    check ("Cats sleep. (C) 2015 Elsevier B.V. All rights reserved.", "Cats sleep.");
    check ("Cats sleep. \xc2\xa9 2025, T. Smith. All rights reserved.", "Cats sleep.");
    check ("\xc2\xa9 2014 IEEE. Cats sleep.", "Cats sleep.");
    check ("Cats sleep. \xc2\xa9 The Author(s) 2025", "Cats sleep.");
    check ("Cats sleep. Copyright (c) 2011 John Wiley & Sons, Ltd.", "Cats sleep.");
    check ("Cats sleep. Copyright 2014 American Medical Association. Dogs bark.",
           "Cats sleep. Dogs bark.");
    check (
        "Cats sleep. \xc2\xa9 2021 The Authors. Published by Elsevier Ltd. This is an open access "
        "article under the CC BY license.",
        "Cats sleep.");
    check ("Cats sleep. This article is protected by copyright. All rights reserved.",
           "Cats sleep.");
}

static void
subjects_stay (void)
{
    static const char *const text[] = {
        "",
        "We study (a) cats, (b) dogs and (c) 2000 samples. Copyright law matters.",
        "Copyright in 2014 was young. The system Cat\xc2\xa9 is new.",
        "we study cats. (c) 2004 elsevier ltd. all rights reserved.",
        "Cats reserve all rights. All rights of cats are reserved.",
    };
    for (gsize i = 0; i < G_N_ELEMENTS (text); i++)
        check (text[i], text[i]);
}

/* Millions of notices and a sentence without an end take no longer than other text. */
static void
long_texts_are_read_once (void)
{
    g_autoptr (GString) notices = g_string_new (NULL);
    g_autoptr (GString) endless = g_string_new (NULL);
    for (guint i = 0; i < 200000; i++) {
        g_string_append (notices, "Published by X. ");
        g_string_append (endless, "a.Published by ");
    }
    g_autofree char *kept = g_strdup (endless->str);
    rhumb_notices_drop (notices);
    g_assert_cmpstr (notices->str, ==, "");
    rhumb_notices_drop (endless);
    g_assert_true (g_str_has_prefix (kept, endless->str));
    g_assert_cmpuint (endless->len, >, strlen (kept) - 700);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/notices/notices-go", notices_go);
    g_test_add_func ("/notices/subjects-stay", subjects_stay);
    g_test_add_func ("/notices/long-texts-are-read-once", long_texts_are_read_once);
    return g_test_run ();
}
