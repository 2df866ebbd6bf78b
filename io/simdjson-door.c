/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The door to simdjson: opens librhumb-json (simdjson-calls.cpp) when the first text is parsed.
 */
#include "io/simdjson-door.h"

#include "graph/by-need.h"

const RhumbJsonCalls *rhumb_json_opened;

/* What went wrong, %NULL if nothing did. It is told of every text. */
static gpointer
open_library (gpointer data)
{
    GError *error = NULL;
    (void)data;
    rhumb_json_opened = rhumb_open_by_need ("librhumb-json.so.0", "rhumb_json_calls", &error);
    return error;
}

static const GError *
make_ready (void)
{
    static GOnce once = G_ONCE_INIT;
    return g_once (&once, open_library, NULL);
}

/* rhumb_json_parser_new: a parser without a text; %NULL parses none. */
RhumbJsonParser *
rhumb_json_parser_new (void)
{
    return make_ready () == NULL ? rhumb_json_opened->parser_new () : NULL;
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
 * Returns %FALSE if it is not JSON, or cannot be parsed. */
gboolean
rhumb_json_parse (RhumbJsonParser *parser, const char *text, gsize length, RhumbJson *value,
                  const char **problem)
{
    const GError *error = make_ready ();
    if (error == NULL)
        return rhumb_json_opened->parse (parser, text, length, value, problem);
    *problem = error->message;
    return FALSE;
}
