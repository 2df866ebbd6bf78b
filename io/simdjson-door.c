/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The door to simdjson: opens librhumb-json (simdjson-calls.cpp) when the first text is parsed.
 */
#include "io/simdjson-door.h"

#include "graph/by-need.h"

const RhumbJsonCalls *rhumb_json_opened;

/* Whether this thread has asked for the library in vain. */
static _Thread_local gboolean asked_in_vain;

/* What went wrong, %NULL if nothing did. It is told of every text. */
static gpointer
open_library (gpointer data)
{
    GError *error = NULL;
    (void)data;
    rhumb_json_opened = rhumb_open_by_need ("librhumb-json.so.0", "rhumb_json_calls", &error);
    return error;
}

/* Opens the library, if nobody has. Returns %FALSE with %RHUMB_ERROR_LIBRARY. */
gboolean
rhumb_json_open (GError **error)
{
    static GOnce once = G_ONCE_INIT;
    const GError *why = g_once (&once, open_library, NULL);
    asked_in_vain |= why != NULL;
    if (why != NULL && error != NULL)
        *error = g_error_copy (why);
    return why == NULL;
}

/* Whether this thread has not asked for the library in vain since it called this last: who cannot
 * tell so, as one who looks whether a text is JSON, leaves it to the one who asked. Returns %FALSE
 * with %RHUMB_ERROR_LIBRARY. */
gboolean
rhumb_json_check (GError **error)
{
    const gboolean in_vain = asked_in_vain;
    if (in_vain)
        rhumb_json_open (error);
    asked_in_vain = FALSE;
    return !in_vain;
}

/* rhumb_json_parser_new: a parser without a text; %NULL, which parses none, without the library. */
RhumbJsonParser *
rhumb_json_parser_new (void)
{
    return rhumb_json_open (NULL) ? rhumb_json_opened->parser_new () : NULL;
}

/* rhumb_json_parser_free: frees @parser and what it gave. */
void
rhumb_json_parser_free (RhumbJsonParser *parser)
{
    if (parser != NULL)
        rhumb_json_opened->parser_free (parser);
}

/* Parses and checks a text. @parser: a parser; its last text is forgotten; @text: JSON; @length:
 * bytes of @text; @value (out): what it holds; @problem (out): what is wrong, if anything is.
 * Returns %FALSE if it is not JSON, or if there is no parser. */
gboolean
rhumb_json_parse (RhumbJsonParser *parser, const char *text, gsize length, RhumbJson *value,
                  const char **problem)
{
    if (parser != NULL)
        return rhumb_json_opened->parse (parser, text, length, value, problem);
    *problem = "no parser";
    return FALSE;
}
