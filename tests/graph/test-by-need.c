/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What is opened by need is opened once, and what is not there is told by its name.
 */
#include "graph/by-need.h"

#include <string.h>

#include "graph/error.h"

static void
a_library_is_opened_once (void)
{
    g_autoptr (GError) error = NULL;
    const gpointer first = rhumb_open_by_need ("librhumb-xml.so.0", "rhumb_xml_calls", &error);
    g_assert_no_error (error);
    g_assert_nonnull (first);
    g_assert_true (rhumb_open_by_need ("librhumb-xml.so.0", "rhumb_xml_calls", NULL) == first);
}

static void
what_is_not_there_is_told (void)
{
    static const char *const MISSING[][2] = {{"librhumb-none.so.0", "rhumb_xml_calls"},
                                             {"librhumb-xml.so.0", "rhumb_no_calls"}};
    for (guint i = 0; i < G_N_ELEMENTS (MISSING); i++) {
        g_autoptr (GError) error = NULL;
        g_assert_null (rhumb_open_by_need (MISSING[i][0], MISSING[i][1], &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_LIBRARY);
        g_assert_true (g_str_has_prefix (error->message, MISSING[i][0]));
        g_assert_nonnull (strstr (error->message, "expected it where librhumb is"));
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/by-need/a-library-is-opened-once", a_library_is_opened_once);
    g_test_add_func ("/by-need/what-is-not-there-is-told", what_is_not_there_is_told);
    return g_test_run ();
}
