/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The door to simdjson: opens librhumb-json (simdjson-calls.cpp) when the first text is parsed.
 */
#include "io/simdjson-door.h"

#include "graph/by-need.h"

const RhumbJsonCalls *rhumb_json_opened;

static GError *refusal; /* why it could not be opened, %NULL = it was, or nobody asked */

static gpointer
open_library (gpointer data)
{
    GError *error = NULL;
    (void)data;
    rhumb_json_opened = rhumb_open_by_need ("librhumb-json.so.0", "rhumb_json_calls", &error);
    g_atomic_pointer_set (&refusal, error);
    return NULL;
}

/* Opens the library, if nobody has. Returns %FALSE with %RHUMB_ERROR_LIBRARY. */
gboolean
rhumb_json_open (GError **error)
{
    static GOnce once = G_ONCE_INIT;
    g_once (&once, open_library, NULL);
    return rhumb_json_check (error);
}

/* Whether nobody has asked for the library in vain: who cannot tell so, as one who tells whether a
 * text is JSON, leaves it to the one who asked. Returns %FALSE with %RHUMB_ERROR_LIBRARY. */
gboolean
rhumb_json_check (GError **error)
{
    const GError *why = g_atomic_pointer_get (&refusal);
    if (why != NULL && error != NULL)
        *error = g_error_copy (why);
    return why == NULL;
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
