/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A place in a text of Turtle, and the prefixes that it has declared so far. */
typedef struct _RhumbTurtle RhumbTurtle;

/* A subject, predicate or object. text: an IRI, the name of a blank node or, with is_text, a text;
 * NULL for a number or a truth. */
typedef struct {
    char *text;
    gboolean is_text;
    char *language;
} RhumbTurtleTerm;

RhumbTurtle *rhumb_turtle_new (const char *text, gsize length);
void rhumb_turtle_free (RhumbTurtle *turtle);
gboolean rhumb_turtle_is_at_end (RhumbTurtle *turtle);
gboolean rhumb_turtle_sees (RhumbTurtle *turtle, char sign);
gboolean rhumb_turtle_accept (RhumbTurtle *turtle, char sign);
gboolean rhumb_turtle_expect (RhumbTurtle *turtle, char sign);
gboolean rhumb_turtle_read_directive (RhumbTurtle *turtle, gboolean *was_directive);
gboolean rhumb_turtle_read_term (RhumbTurtle *turtle, RhumbTurtleTerm *term);
char *rhumb_turtle_name_blank (RhumbTurtle *turtle);
gboolean rhumb_turtle_fail (RhumbTurtle *turtle, const char *problem);
const char *rhumb_turtle_get_problem (const RhumbTurtle *turtle);
guint64 rhumb_turtle_get_line (const RhumbTurtle *turtle);
void rhumb_turtle_term_clear (RhumbTurtleTerm *term);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbTurtle, rhumb_turtle_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RhumbTurtleTerm, rhumb_turtle_term_clear)

G_END_DECLS
