/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Errors whose message has numbers with a fraction: written with a decimal point in every locale,
 * as they are typed on the command line and stand in files. The locale is changed for the calling
 * thread alone, and for numbers alone.
 */
#include "graph/set-error.h"

#include <locale.h>

/*
 * rhumb_set_error:
 * @error: return location for an error
 * @code: its code in %RHUMB_ERROR
 * @format: as of printf()
 * @...: its values
 *
 * Does what g_set_error() does, with numbers as the C locale writes them.
 */
void
rhumb_set_error (GError **error, RhumbError code, const char *format, ...)
{
    const locale_t caller = uselocale ((locale_t)0);
    const locale_t plain = newlocale (LC_NUMERIC_MASK, "C", duplocale (caller));
    uselocale (plain);
    va_list arguments;
    va_start (arguments, format);
    g_autofree char *message = g_strdup_vprintf (format, arguments);
    va_end (arguments);
    uselocale (caller);
    freelocale (plain);
    g_set_error_literal (error, RHUMB_ERROR, code, message);
}
