/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Notices of publishers go, whole and wherever they stand; what is like them stays.
 */
#include "analytics/text/notices.h"

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

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/notices/notices-go", notices_go);
    g_test_add_func ("/notices/subjects-stay", subjects_stay);
    return g_test_run ();
}
