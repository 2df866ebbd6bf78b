/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "graph/person-name.h"

#include <string.h>

#include "graph/text.h"

/* Forms of one name, and how they are told from all others. */
static void
all_forms_are_spoken_alike (void)
{
    static const char *const cases[][3] = {
        {"García Márquez, Gabriel", "Gabriel García Márquez", NULL},
        {"van Gennep, Arnold", "Arnold van Gennep", NULL},
        {"Wang, W", "W. Wang", "Wang W."},
        {"Johnston, F.H.", "FH Johnston", "Johnston FH"},
        {"van Eck, N.-J.", "N.-J. van Eck", "van Eck N.-J."},
        {"von Last, First, Jr.", "First von Last, Jr", "von Last, JR, First"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *first = NULL;
        for (gsize k = 0; k < 3 && cases[i][k] != NULL; k++) {
            g_autofree char *spoken = rhumb_person_name_speak (cases[i][k]);
            g_autofree char *key = rhumb_text_title_key (spoken != NULL ? spoken : cases[i][k]);
            if (k == 0)
                first = g_strdup (key);
            g_assert_cmpstr (key, ==, first);
        }
    }
    g_assert_null (rhumb_person_name_speak ("Plato"));
    g_assert_null (rhumb_person_name_speak ("Wei LI"));
    g_assert_null (rhumb_person_name_speak ("J. K. W."));
    g_assert_null (rhumb_person_name_speak ("Louis XIV"));
    g_assert_null (rhumb_person_name_speak ("A, B, C"));
    g_assert_null (rhumb_person_name_speak ("A, B, C, Jr"));
}

static void
suffixes_are_told (void)
{
    static const struct {
        const char *name;
        const char *parts;
    } cases[] = {
        {"Smith, John, Jr.", "Smith|John|Jr."},
        {"John Smith, III", "Smith|John|III"},
        {"Otto von der Luff, Sr", "von der Luff|Otto|Sr"},
        {"de Luff, Sr", "Luff|de|Sr"},
        {"Stabler, Jr., Edward P.", "Stabler|Edward P.|Jr."},
        {"Smith, Jr", NULL},
        {"Smith, John", NULL},
        {"Smith, John, PhD", NULL},
        {"A, B, C, Jr", NULL},
        {"", NULL},
        {",", NULL},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *family = NULL;
        g_autofree char *given = NULL;
        g_autofree char *suffix = NULL;
        g_assert_cmpint (rhumb_person_name_split_suffix (cases[i].name, &family, &given, &suffix),
                         ==, cases[i].parts != NULL);
        g_autofree char *joined =
            g_strjoin ("|", family != NULL ? family : "", given, suffix, NULL);
        g_assert_cmpstr (joined, ==, cases[i].parts != NULL ? cases[i].parts : "");
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/person-name/all-forms-are-spoken-alike", all_forms_are_spoken_alike);
    g_test_add_func ("/person-name/suffixes-are-told", suffixes_are_told);
    return g_test_run ();
}
